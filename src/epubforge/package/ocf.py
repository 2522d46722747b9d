"""The way through a container: mimetype, container.xml, package document, manifest, pages."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.model.archive import Archive, ArchiveEntry, EntryError
from epubforge.package.mimetype import mimetype_faults
from epubforge.package.wellformed import Element, Parsed, parse
from epubforge.source import EntryPlace

ENTRY_DAMAGED = Rule(
    "C007",
    "entry-damaged",
    Severity.ERROR,
    """An entry of the archive cannot be unpacked, or is not what the archive's directory says.

Why it matters
    What stands in it is lost, and many reading systems refuse the whole book.
Bad
    A book that a faulty disk or program has changed.
Good
    Build or fetch the book again.
""",
    blocking=True,
    equivalent="PKG-008",
)
CONTAINER_MISSING = Rule(
    "C011",
    "container-missing",
    Severity.ERROR,
    """The file META-INF/container.xml, which says where the book begins, is missing.

Why it matters
    No reading system opens the book.
Bad
    An archive that holds meta-inf/Container.xml, or the book in a folder of its own.
Good
    META-INF/container.xml at the top of the archive, spelt just so.
Reference
    https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml
""",
    blocking=True,
    equivalent="RSC-002",
)
NO_ROOTFILE = Rule(
    "C012",
    "container-without-rootfile",
    Severity.ERROR,
    """The file META-INF/container.xml names no package document.

Why it matters
    No reading system finds the book in the archive.
Bad
    <rootfile full-path="content.opf"/>
Good
    <rootfile full-path="content.opf" media-type="application/oebps-package+xml"/>
Reference
    https://www.w3.org/TR/epub-33/#sec-container.xml-rootfile-elem
""",
    blocking=True,
    equivalent="RSC-003",
)
PACKAGE_MISSING = Rule(
    "C013",
    "package-missing",
    Severity.ERROR,
    """The package document that META-INF/container.xml names is not in the archive.

Why it matters
    No reading system opens the book.
Bad
    <rootfile full-path="OEBPS/content.opf" …/>, and the file is OPS/content.opf
Good
    The path as the archive spells it, with upper and lower case.
""",
    blocking=True,
    equivalent="OPF-002",
)
NOT_WELL_FORMED = Rule(
    "C014",
    "xml-not-well-formed",
    Severity.ERROR,
    """A file that must be XML is not well-formed.

Why it matters
    Reading systems show an error in place of the page, or stop.
Bad
    <p>one<br>two</p>
Good
    <p>one<br/>two</p>
Reference
    https://www.w3.org/TR/xml/#sec-well-formed
""",
    blocking=True,
    equivalent="RSC-016",
)
RESOURCE_MISSING = Rule(
    "C015",
    "resource-missing",
    Severity.ERROR,
    """A file that the manifest lists is not in the archive.

Why it matters
    A page or picture is missing from the book.
Bad
    <item href="images/Ada.jpg" …/>, and the file is images/ada.jpg
Good
    The path as the archive spells it, with upper and lower case.
""",
    blocking=True,
    equivalent="RSC-001",
)

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PACKAGE_TYPE = "application/oebps-package+xml"
_XML_TYPES = frozenset(
    {"application/xhtml+xml", "image/svg+xml", "application/x-dtbncx+xml", "application/smil+xml"}
)


def container_faults(archive: Archive) -> tuple[Diagnostic, ...]:
    """What keeps a reading system from getting at the book's files, in the order it meets them."""
    walk = _Walk(archive)
    walk.found.extend(mimetype_faults(archive))
    for package in walk.packages():
        walk.manifest(package)
    return walk.found.found


class _Walk:
    """One reading of a container: what was found, and its entries by name."""

    def __init__(self, archive: Archive) -> None:
        self.found = Reporter()
        self._archive = archive
        # Of two entries of one name readers take the last. Names are compared in NFC:
        # https://www.w3.org/TR/epub-33/#sec-container-filenames
        self._entries = {_nfc(entry.name): entry for entry in archive.entries}

    def packages(self) -> Iterator[str]:
        """The package documents that are named and there."""
        if _CONTAINER not in self._entries:
            said = f"{_CONTAINER} is missing"
            self.found.add(CONTAINER_MISSING.at(self._place(), said, "pack the book with it"))
            return
        rootfiles = self._elements(_CONTAINER, "rootfile")
        if rootfiles is None:
            return
        named = [e for e in rootfiles if e.attributes.get("media-type") == _PACKAGE_TYPE]
        if not named:
            said = f"{_CONTAINER} names no package document"
            hint = f'add a rootfile with media-type="{_PACKAGE_TYPE}"'
            self.found.add(NO_ROOTFILE.at(self._place(_CONTAINER), said, hint))
        for element in named:
            yield from self._package(element)

    def _package(self, rootfile: Element) -> Iterator[str]:
        path = rootfile.attributes.get("full-path", "")
        if _nfc(path) in self._entries:
            yield _nfc(path)
            return
        said = f"the package document {path} is not in the archive"
        place = self._place(_CONTAINER, rootfile)
        self.found.add(PACKAGE_MISSING.at(place, said, "spell the path as the archive does"))

    def manifest(self, package: str) -> None:
        """Every file of a package document: that it is there, and well-formed if it is XML."""
        locked = self._locked()
        for item in self._elements(package, "item") or ():
            href = item.attributes.get("href", "")
            if _is_remote(href) or not href:
                continue
            path = posixpath.join(posixpath.dirname(package), _path(href))
            name = _nfc(posixpath.normpath(path))
            if name not in self._entries:
                said = f"{name} is listed in the manifest and not in the archive"
                hint = "put the file in, or take its line out of the manifest"
                self.found.add(RESOURCE_MISSING.at(self._place(package, item), said, hint))
            elif item.attributes.get("media-type") in _XML_TYPES and name not in locked:
                self._elements(name)

    def _locked(self) -> frozenset[str]:
        """What a shop has encrypted, and says so; nothing can be said of it.

        https://www.w3.org/TR/epub-33/#sec-container-metainf-encryption.xml
        """
        if _ENCRYPTION not in self._entries:
            return frozenset()
        parsed = self._parsed(self._entries[_ENCRYPTION], frozenset({"CipherReference"}))
        elements = parsed.elements if parsed else ()
        return frozenset(_nfc(_path(element.attributes.get("URI", ""))) for element in elements)

    def _elements(self, name: str, *wanted: str) -> tuple[Element, ...] | None:
        """The wanted elements of an entry; None where it cannot be read as XML."""
        entry = self._entries[name]
        parsed = self._parsed(entry, frozenset(wanted))
        if parsed is None or parsed.fault is None:
            return parsed.elements if parsed else None
        fault = parsed.fault
        place = EntryPlace(self._archive.path, entry.name, fault.line, fault.column)
        said = f"{entry.name} is not well-formed XML: {fault.reason}"
        self.found.add(NOT_WELL_FORMED.at(place, said, "close what is open, escape & and <"))
        return None

    def _parsed(self, entry: ArchiveEntry, wanted: frozenset[str]) -> Parsed | None:
        if entry.encrypted:
            return None
        try:
            return parse(self._archive.read_entry(entry), wanted)
        except EntryError as error:
            said = f"{entry.name} cannot be read: {error}"
            hint = "build or fetch the book again"
            self.found.add(ENTRY_DAMAGED.at(self._place(entry.name), said, hint))
            return None

    def _place(self, entry: str | None = None, at: Element | None = None) -> EntryPlace:
        line, column = (at.line, at.column) if at else (None, None)
        return EntryPlace(self._archive.path, entry, line, column)


def _is_remote(href: str) -> bool:
    try:
        return bool(urlsplit(href).scheme)
    except ValueError:  # brackets that are no address
        return False


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _path(href: str) -> str:
    return unquote(href.partition("#")[0])
