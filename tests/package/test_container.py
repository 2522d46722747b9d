"""The container: ebooklib behind its door, and each of its traps."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from epubforge.model.metadata import Contributor, Metadata, Series, Subject
from epubforge.model.publication import Publication, Resource, SpineItem
from epubforge.package.container import ContentError, package_document, write_container
from epubforge.package.xml import plain
from package.books import METADATA, sample_publication

OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def written(publication: Publication) -> bytes:
    out = io.BytesIO()
    write_container(publication, out)
    return out.getvalue()


def opened(publication: Publication) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(written(publication)))


def repackaged(publication: Publication) -> etree._Element:
    """The root of the package document, made anew."""
    return etree.fromstring(package_document(publication))


def test_mimetype_lies_first_stored_and_bare() -> None:
    """The first 58 bytes are what programs look for: no extra field, no descriptor."""
    content = written(sample_publication())
    assert content[:4] == b"PK\x03\x04"
    assert content[6:8] == b"\x00\x00"  # flags: sizes stand in the header, not behind the data
    assert content[8:10] == b"\x00\x00"  # stored
    assert content[26:30] == b"\x08\x00\x00\x00"  # name of eight letters, no extra field
    assert content[30:58] == b"mimetypeapplication/epub+zip"


def test_entries_follow_the_manifest() -> None:
    """After the fixed beginning come the resources in the manifest's order."""
    publication = sample_publication()
    with opened(publication) as book:
        assert book.namelist() == [
            "mimetype",
            "META-INF/container.xml",
            "OEBPS/package.opf",
            *(f"OEBPS/{resource.href}" for resource in publication.resources),
        ]


def test_every_resource_has_our_own_bytes(tmp_path: Path) -> None:
    """ebooklib re-parses pages of its own kinds; ours come out as they went in, files too."""
    file = tmp_path / "ada.jpg"
    file.write_bytes(bytes(range(256)) * 3000)
    page = b'<?xml version="1.0"?><html><!-- kept --><body class="x" epub:type="y"/></html>\n'
    publication = sample_publication()
    resources = (
        *publication.resources,
        Resource("text/raw.xhtml", "application/xhtml+xml", page),
        Resource("images/file.jpg", "image/jpeg", file),
    )
    with opened(replace(publication, resources=resources)) as book:
        for resource in resources:
            expected = resource.content
            expected = expected if isinstance(expected, bytes) else expected.read_bytes()
            assert book.read(f"OEBPS/{resource.href}") == expected


def test_times_owners_and_systems_are_fixed() -> None:
    """ebooklib writes the time of day; we write the beginning of the zip format's time."""
    with opened(sample_publication()) as book:
        assert {
            (i.date_time, i.create_system, i.external_attr, i.extra, i.comment, i.flag_bits)
            for i in book.infolist()
        } == {((1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16, b"", b"", 0)}


def test_pictures_are_stored_and_text_is_deflated() -> None:
    """ebooklib deflates everything; pictures are packed already."""
    with opened(sample_publication()) as book:
        stored = {i.filename for i in book.infolist() if i.compress_type == zipfile.ZIP_STORED}
    assert stored == {
        "mimetype",
        "OEBPS/images/cover.jpg",
        "OEBPS/images/ada.jpg",
        "OEBPS/images/plate-001.jpg",
    }


def test_the_same_publication_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the clock nor its zone gets into the book."""
    first = written(sample_publication())
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    if sys.platform != "win32":
        time.tzset()
    time.sleep(1.1)
    second = written(sample_publication())
    monkeypatch.undo()
    if sys.platform != "win32":
        time.tzset()
    assert first == second


def test_the_modified_date_is_the_books() -> None:
    """ebooklib takes the time of day as the date of modification."""
    dates = repackaged(sample_publication()).xpath(
        "//o:meta[@property='dcterms:modified']/text()", namespaces=OPF
    )
    assert dates == ["2026-01-31T12:00:00Z"]


def test_ebooklib_adds_nothing_of_its_own() -> None:
    """No generator, no random identifier, no prefix, no guide."""
    package = package_document(sample_publication()).decode()
    assert "Ebook-lib" not in package
    assert package.count("<dc:identifier") == 1
    assert "prefix=" not in package
    assert "<guide" not in package


def test_the_root_says_language_and_direction() -> None:
    """Readers need the language of the metadata, and the direction of right-to-left books."""
    root = repackaged(sample_publication())
    assert (root.get(XML_LANG), root.get("dir")) == ("en", None)
    hebrew = Metadata("שלום", ("he",), "urn:uuid:1", direction="rtl")
    root = repackaged(sample_publication(hebrew))
    assert (root.get(XML_LANG), root.get("dir")) == ("he", "rtl")
    assert root.find("o:spine", OPF).get("page-progression-direction") == "rtl"


def test_the_spine_says_what_is_aside_and_has_properties() -> None:
    """ebooklib's spine loses properties; ours keeps them, and linear."""
    publication = sample_publication()
    spine = (
        SpineItem("text/cover.xhtml", linear=False),
        SpineItem("text/one.xhtml", properties=("page-spread-left", "x")),
    )
    refs = repackaged(replace(publication, spine=spine)).iterfind("o:spine/o:itemref", OPF)
    assert [dict(ref.attrib) for ref in refs] == [
        {"idref": "item-text-cover-xhtml", "linear": "no"},
        {"idref": "item-text-one-xhtml", "properties": "page-spread-left x"},
    ]


def test_the_spine_names_an_ncx_only_where_there_is_one() -> None:
    """ebooklib names an NCX that may not exist."""
    publication = sample_publication()
    assert repackaged(publication).find("o:spine", OPF).get("toc") == "item-toc-ncx"
    without = tuple(r for r in publication.resources if r.href != "toc.ncx")
    root = repackaged(replace(publication, resources=without))
    assert root.find("o:spine", OPF).get("toc") is None


def test_metadata_that_ebooklib_would_drop_is_kept() -> None:
    """A control character makes ebooklib drop a whole element without a word."""
    odd = replace(METADATA, publisher="A\x0b & <b>\x00")
    assert "<dc:publisher>A &amp; &lt;b&gt;</dc:publisher>" in (
        package_document(sample_publication(odd)).decode()
    )


WORDS = st.text(min_size=1).filter(lambda text: plain(text))


@given(st.data())
def test_any_words_make_a_sound_package(data: st.DataObject) -> None:
    """Whatever a book is called and whoever made it, the package is XML and says so."""
    metadata = Metadata(
        title=data.draw(WORDS),
        languages=("en",),
        identifier="urn:x:" + data.draw(st.text()),
        subtitle=data.draw(st.none() | st.text()),
        contributors=tuple(Contributor(name) for name in data.draw(st.lists(st.text()))),
        publisher=data.draw(st.none() | st.text()),
        description=data.draw(st.none() | st.text()),
        subjects=tuple(Subject(text, text, text) for text in data.draw(st.lists(st.text()))),
        series=Series(data.draw(st.text()), data.draw(st.none() | st.text())),
    )
    root = repackaged(sample_publication(metadata))
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    refined = {element.get("refines") for element in root.iter() if element.get("refines")}
    assert root.findtext(".//dc:title", namespaces=OPF) == plain(metadata.title)
    assert refined <= {f"#{name}" for name in ids}
    assert [e.tag for e in root.iterfind("o:metadata/dc:*", OPF) if not e.text] == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A picture that went away while the book was made is an error with its name."""
    publication = sample_publication()
    gone = Resource("images/gone.jpg", "image/jpeg", tmp_path / "gone.jpg")
    with pytest.raises(ContentError, match=r"gone\.jpg cannot be read"):
        written(replace(publication, resources=(*publication.resources, gone)))


class _Full(io.BytesIO):
    """A disk with room for some bytes."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: object, /) -> int:
        assert isinstance(data, bytes)
        if self.tell() + len(data) > self._room:
            raise OSError(28, "No space left on device")
        return super().write(data)


@pytest.mark.parametrize("room", [0, 20, 60, 500, 3000, 5000, 6000])
def test_a_disk_that_fills_up_raises(room: int) -> None:
    """ebooklib answers False and leaves half a book; ours raises wherever it happens."""
    out: BinaryIO = _Full(room)
    with pytest.raises(OSError, match="No space left"):
        write_container(sample_publication(), out)


def test_large_files_pass_through_a_little_memory(tmp_path: Path) -> None:
    """ebooklib holds every file in memory; here 200 MB of pictures need a few blocks."""
    import tracemalloc

    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(100_000_000)
    publication = sample_publication()
    pictures = tuple(Resource(f"images/{n}.jpg", "image/jpeg", large) for n in range(2))
    heavy = replace(publication, resources=(*publication.resources, *pictures))
    tracemalloc.start()
    with (tmp_path / "book.epub").open("wb") as out:
        write_container(heavy, out)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (tmp_path / "book.epub").stat().st_size > 200_000_000
    assert peak < 5_000_000
