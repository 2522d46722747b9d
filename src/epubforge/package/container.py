"""The one door to ebooklib: a publication as its book, its package document, its container."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ebooklib import epub
from lxml import etree

from epubforge.model.publication import FOLDER, PACKAGE_DOCUMENT, Publication, Resource
from epubforge.package.opf import IDENTIFIER_ID, XML_LANG, statements
from epubforge.package.xml import item_ids

MIMETYPE = b"application/epub+zip"
CONTAINER_PATH = "META-INF/container.xml"
CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="{PACKAGE_DOCUMENT}" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
""".encode()
_NCX = "application/x-dtbncx+xml"
_PACKED_ALREADY = frozenset(
    {"image/jpeg", "image/png", "image/gif", "image/webp", "font/woff", "font/woff2",
     "audio/mpeg", "audio/mp4", "audio/ogg", "video/mp4", "video/webm"}
)  # fmt: skip
"""Deflate would spend time on these and gain nothing."""
_BEGINNING_OF_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = 0o100644 << 16
_UNIX = 3
_BLOCK = 1 << 18
_LEVEL = 5
"""Of deflate: a third quicker than the usual 6, for one per cent more bytes of prose."""


class ContentError(Exception):
    """A file that should be copied into the book cannot be read; the message names it."""


def is_stored(resource: Resource) -> bool:
    """Whether the container holds this file's very bytes, and no others for them."""
    return resource.media_type in _PACKED_ALREADY


def package_document(publication: Publication) -> bytes:
    """The package document of a publication; what its `package` holds is not looked at."""
    return _Writer(publication, BytesIO()).package_document()


def write_container(publication: Publication, stream: BinaryIO) -> None:
    """Write the EPUB's container to a seekable stream: same publication, same bytes.

    Raises OSError where the stream refuses, ContentError where a resource's file cannot be read.
    """
    _Writer(publication, stream).write()


def _ebooklib_book(publication: Publication) -> epub.EpubBook:
    """The publication in ebooklib's terms.

    Every resource is a plain EpubItem: EpubHtml, EpubNav and EpubNcx would parse our pages, lose
    half of what stands in them and write something else.
    """
    book = epub.EpubBook()
    # ebooklib begins with a random identifier and with itself as the generator.
    book.metadata = {}
    book.IDENTIFIER_ID = IDENTIFIER_ID
    book.FOLDER_NAME = FOLDER
    if publication.metadata.direction != "ltr":
        book.set_direction(publication.metadata.direction)
    ids = item_ids(resource.href for resource in publication.resources)
    for resource in publication.resources:
        item = epub.EpubItem(ids[resource.href], resource.href, resource.media_type)
        item.content = resource.content
        item.properties = list(resource.properties)
        book.add_item(item)
    cover = next((r for r in publication.resources if "cover-image" in r.properties), None)
    cover_id = ids[cover.href] if cover else None
    facts = statements(
        publication.metadata,
        publication.accessibility,
        cover_id,
        has_pages=bool(publication.pages),
        rendition=publication.rendition,
    )
    for statement in facts:
        namespace = "DC" if statement.is_dublin_core else None
        book.add_metadata(
            namespace, statement.element, statement.text or None, dict(statement.attributes)
        )
    book.spine = [(ids[item.href], item) for item in publication.spine]
    return book


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # ebooklib has no types
    """ebooklib's writer with a spine, a root element and a container of our own.

    It writes metadata and manifest well. Its spine knows no properties and names an NCX that may
    not exist; its zip has the time of day, deflates pictures, and holds each file in memory.
    """

    def __init__(self, publication: Publication, stream: BinaryIO) -> None:
        modified = datetime.strptime(publication.modified, "%Y-%m-%dT%H:%M:%SZ")
        super().__init__(stream, _ebooklib_book(publication), {"mtime": modified})
        self._publication = publication
        self._package = b""

    def package_document(self) -> bytes:
        """What ebooklib calls writing the OPF, kept instead of written."""
        self._write_opf()
        return self._package

    def write(self) -> None:
        """`mimetype` first and stored, then container.xml, the package, the manifest's order."""
        package = self._publication.package or self.package_document()
        with ZipFile(self.file_name, "w") as self.out:
            self._add("mimetype", MIMETYPE, ZIP_STORED)
            self._add(CONTAINER_PATH, CONTAINER, ZIP_DEFLATED)
            self._add(PACKAGE_DOCUMENT, package, ZIP_DEFLATED)
            for item in self.book.get_items():
                packed = item.media_type in _PACKED_ALREADY
                method = ZIP_STORED if packed else ZIP_DEFLATED
                self._add(f"{FOLDER}/{item.file_name}", item.content, method)

    def _write_opf_spine(self, root: etree._Element, ncx_id: str | None) -> None:
        spine = etree.SubElement(root, "spine")
        ncx = [item.id for item in self.book.get_items() if item.media_type == _NCX]
        if ncx:
            spine.set("toc", ncx[0])
        if self.book.direction:
            spine.set("page-progression-direction", self.book.direction)
        for idref, item in self.book.spine:
            itemref = etree.SubElement(spine, "itemref", {"idref": idref})
            if not item.linear:
                itemref.set("linear", "no")
            if item.properties:
                itemref.set("properties", " ".join(item.properties))

    def _write_opf_file(self, root: etree._Element) -> None:
        # ebooklib declares the prefix rendition, which EPUB 3 reserves and we do not use.
        del root.attrib["prefix"]
        root.set(XML_LANG, self._publication.metadata.language)
        if self._publication.metadata.text_direction != "ltr":
            root.set("dir", self._publication.metadata.text_direction)
        etree.cleanup_namespaces(root)  # it declares opf, which nothing in the tree uses
        etree.indent(root)
        self._package = etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"

    def _add(self, name: str, content: bytes | Path, method: int) -> None:
        entry = ZipInfo(name, _BEGINNING_OF_ZIP_TIME)
        entry.create_system, entry.external_attr = _UNIX, _ORDINARY_FILE
        entry.compress_type = method
        if isinstance(content, bytes):
            self.out.writestr(entry, content, method, _LEVEL)
            return
        # The size decides before the first byte whether the entry needs ZIP64.
        entry.file_size = _size(content)
        with self.out.open(entry, "w") as out:
            for block in _blocks(content):
                out.write(block)


def _size(content: Path) -> int:
    try:
        return content.stat().st_size
    except OSError as error:
        raise ContentError(f"{content} cannot be read: {error.strerror}") from error


def _blocks(content: Path) -> Iterator[bytes]:
    """The content in pieces, so that a book of any size needs the memory of one piece."""
    try:
        file = content.open("rb")
    except OSError as error:
        raise ContentError(f"{content} cannot be read: {error.strerror}") from error
    with file:
        while block := file.read(_BLOCK):
            yield block
