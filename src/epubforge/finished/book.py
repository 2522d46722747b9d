"""A finished EPUB opened for its rules: entries by name, packages, documents when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from epubforge.finished import types
from epubforge.finished.package import Item, Package, read_package
from epubforge.finished.tally import Tally
from epubforge.finished.url import in_container, resolve
from epubforge.model.archive import Archive, ArchiveEntry, EntryError
from epubforge.model.profile import Profile
from epubforge.source import EntryPlace
from epubforge.tree.document import Document, Element
from epubforge.tree.encoding import xml_encoding
from epubforge.tree.names import CONTAINER
from epubforge.tree.parse import parse

if TYPE_CHECKING:
    from epubforge.codec.motion import Motion
    from epubforge.finished.seen import Styles

CONTAINER_FILE = "META-INF/container.xml"
ENCRYPTION_FILE = "META-INF/encryption.xml"
SIGNATURES_FILE = "META-INF/signatures.xml"
METADATA_FILE = "META-INF/metadata.xml"
LARGEST_DOCUMENT = 1 << 25
"""Bytes of a text file that are read: more than any novel has in one page."""
LARGEST_STYLESHEET = 1 << 19
MOST_OF_PACKAGE = 50_000
"""Elements of a package document: those of a book of ten thousand pages, with a picture on each,
and as many again. Every rule on the package looks at each of them."""
_MOST_AT_HAND = 3


@dataclass
class Finished:
    """One book; what is wrong with its container is told by whoever opened it."""

    archive: Archive
    shops: tuple[Profile, ...] = ()
    """Those whose demands count; a rule of retail asks for none of the others'."""
    damaged: dict[str, str] = field(default_factory=dict)
    """Files that could not be read, and why."""
    oversized: set[str] = field(default_factory=set)
    """Files that were not read because they are far too large."""
    unsealed: set[str] = field(default_factory=set)
    """Files that are not what the archive's directory says, and can be read all the same."""
    tally: Tally = field(default_factory=Tally, repr=False)
    seen: dict[str, object] = field(default_factory=dict, repr=False)
    """What was told of files once, for the next who asks; by path."""
    motions: dict[str, Motion | None] = field(default_factory=dict, repr=False)
    """How the pictures move that were asked for; None: they stand still."""
    _places: dict[str | None, EntryPlace] = field(default_factory=dict, repr=False)
    """Its files as places, those that were told of."""
    _at_hand: dict[str, Document] = field(default_factory=dict, repr=False)
    _parsed: dict[str, Document | None] = field(default_factory=dict, repr=False)

    @cached_property
    def styles(self) -> Styles:
        """Its stylesheets, as far as they colour text."""
        from epubforge.finished.seen import Styles

        return Styles()

    @cached_property
    def entries(self) -> dict[str, ArchiveEntry]:
        """The files by their names in Unicode's composed form; of equal names the last."""
        return {in_container(e.name): e for e in self.archive.entries if not e.name.endswith("/")}

    def place(self, path: str | None, document: Document | None = None, at: int = 0) -> EntryPlace:
        """A place in a file of the book, from one in bytes where its document is at hand."""
        whole = self._places.get(path)
        if whole is None:
            entry = self.entries.get(path or "")
            name = entry.name if entry else path
            whole = self._places[path] = EntryPlace(self.archive.path, name)
        if document is None or self.tally.is_full:
            return whole
        line, column = document.position(at)
        return EntryPlace(self.archive.path, whole.entry, line, column)

    def at(self, document: Document, element: Element) -> EntryPlace:
        """The place of an element."""
        return self.place(document.name, document, element.at)

    def at_byte(self, path: str, at: int) -> EntryPlace:
        """A place in a file that is not at hand any more: it is read once more."""
        if self.tally.is_full:
            return self.place(path)
        if path not in self._at_hand:
            content = self.read(path) or b""
            if len(self._at_hand) > _MOST_AT_HAND:
                self._at_hand.clear()
            self._at_hand[path] = Document(path, content, xml_encoding(content)[0])
        return self.place(path, self._at_hand[path], at)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where it is not there, cannot be read or is far too large."""
        entry = self.entries.get(path)
        if entry is None or entry.encrypted:
            return None
        if entry.size > (LARGEST_STYLESHEET if path.endswith(".css") else LARGEST_DOCUMENT):
            self.oversized.add(path)
            return None
        try:
            return self.archive.read_entry(entry)
        except EntryError as error:
            if error.content is not None:
                self.unsealed.add(path)
                return error.content
            self.damaged[path] = str(error)
            return None

    def beginning(self, path: str, length: int) -> bytes:
        """The first bytes of a file; fewer where it has no more or cannot be read."""
        entry = self.entries.get(path)
        if entry is None or entry.encrypted:
            return b""
        try:
            return self.archive.read_beginning(entry, length)
        except EntryError:
            return b""

    def document(self, path: str) -> Document | None:
        """The tree of an XML file; the files of META-INF and packages are kept."""
        if path in self._parsed:
            return self._parsed[path]
        content = self.read(path)
        return None if content is None else parse(path, content)

    def kept(self, path: str) -> Document | None:
        """As `document`, kept for the next who asks."""
        if path not in self._parsed:
            self._parsed[path] = self.document(path)
        return self._parsed[path]

    def let_go(self, document: Document) -> None:
        """A document that is not asked for again, unless it is kept."""
        if self._parsed.get(document.name) is not document:
            document.let_go()

    @cached_property
    def rootfiles(self) -> list[Element]:
        """The rootfile elements that name package documents."""
        container = self.kept(CONTAINER_FILE)
        if container is None:
            return []
        found = container.named.get(f"{CONTAINER} rootfile", [])
        return [each for each in found if each.get("media-type").strip() == types.PACKAGE]

    @cached_property
    def packages(self) -> list[Package]:
        """The renditions whose package documents can be read, in order; each file once."""
        paths = dict.fromkeys(
            resolve("", each.get("full-path")).path or "" for each in self.rootfiles
        )
        documents = [self.package_document(path) for path in paths if path in self.entries]
        return [
            read_package(d)
            for d in documents
            if d is not None and d.root is not None and not d.fault and not d.is_too_large
        ]

    def package_document(self, path: str) -> Document | None:
        """As `kept`, of a package document; one that holds far too much is not looked at."""
        document = self.kept(path)
        if document is not None and len(document.elements) > MOST_OF_PACKAGE:
            document.is_too_large = True
            document.excess = f"more than {MOST_OF_PACKAGE:,} elements, and is a package document"
        return document

    @cached_property
    def encrypted(self) -> dict[str, tuple[str, int]]:
        """Each file that is said to be encrypted, with the algorithm and where it is said."""
        document = self.kept(ENCRYPTION_FILE) if ENCRYPTION_FILE in self.entries else None
        if document is None:
            return {}
        encryption = "http://www.w3.org/2001/04/xmlenc#"
        found: dict[str, tuple[str, int]] = {}
        for each in document.named.get(f"{encryption} EncryptedData", []):
            inside = list(each.descendants())
            methods = [
                e.get("Algorithm") for e in inside if e.name == f"{encryption} EncryptionMethod"
            ]
            for cipher in inside:
                if cipher.name == f"{encryption} CipherReference":
                    path = resolve("", cipher.get("URI")).path
                    found[path or ""] = (methods[0] if methods else "", cipher.at)
        return found

    @property
    def is_own(self) -> bool:
        """Whether it is one of ours that lies in no file yet."""
        return bool(self.archive.unwritten)

    def is_locked(self, path: str | None) -> bool:
        """Whether a file's content cannot be read because it is encrypted."""
        return path in self.encrypted

    @cached_property
    def is_epub2(self) -> bool:
        """Whether it follows EPUB 2, by its first package document."""
        return bool(self.packages) and self.packages[0].is_epub2

    def item(self, package: Package, resource: str) -> Item | None:
        """The manifest's item for a path or address."""
        return package.by_resource.get(resource)
