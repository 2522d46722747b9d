"""The record of a book: what EPUB 3 and EPUB 2 say of it in their different ways."""

from __future__ import annotations

import pytest

from epubforge.inventory.identifiers import identifiers
from epubforge.inventory.record import Date, Person, Record, Role, Series, Subject, Title, record
from epubforge.inventory.rendition import Rendition, rendition
from epubforge.inventory.statements import statements
from inventory.packages import meta, package


def told(metadata: str, version: str = "3.0") -> Record:
    """The record of a book with this metadata."""
    made = package(metadata, version=version)
    return record(made, statements(made))


def test_titles_with_their_types_in_their_order() -> None:
    """display-seq says the order, title-type which is which; the main one names the book."""
    said = told(
        '<dc:title id="b">A story</dc:title><dc:title id="a">The\n  mine</dc:title>'
        '<meta refines="#b" property="title-type">subtitle</meta>'
        '<meta refines="#b" property="display-seq">2</meta>'
        '<meta refines="#a" property="title-type">main</meta>'
        '<meta refines="#a" property="display-seq">1</meta>'
        '<meta refines="#a" property="file-as">mine, The</meta>'
    )
    assert said.titles == (Title("The mine", "main", "mine, The"), Title("A story", "subtitle", ""))
    assert said.title == "The mine"


def test_people_of_epub_3() -> None:
    """Several roles, known and unknown; a person without any."""
    said = told(
        '<dc:creator id="g">Gleb Kosorukov</dc:creator><dc:creator>Ada</dc:creator>'
        '<dc:contributor id="x">A House</dc:contributor>'
        '<meta refines="#g" property="role" scheme="marc:relators">pht</meta>'
        '<meta refines="#g" property="role" scheme="marc:relators">bkd</meta>'
        '<meta refines="#g" property="file-as">Kosorukov, Gleb</meta>'
        '<meta refines="#x" property="role">helper</meta>'
    )
    assert said.creators == (
        Person(
            "Gleb Kosorukov",
            (Role("pht", "photographer"), Role("bkd", "book designer")),
            "Kosorukov, Gleb",
        ),
        Person("Ada", (), ""),
    )
    assert said.contributors == (Person("A House", (Role("helper", ""),), ""),)


def test_epub_2() -> None:
    """Attributes instead of refinements, and a series in the words of calibre."""
    said = told(
        '<dc:creator opf:role="aut" opf:file-as="Lovelace, Ada">Ada Lovelace</dc:creator>'
        '<dc:date opf:event="publication">1843</dc:date>'
        '<dc:identifier id="id" opf:scheme="ISBN">978-3-86930-689-6</dc:identifier>'
        '<meta name="calibre:series" content="Engines"/>'
        '<meta name="calibre:series_index" content="2"/>',
        "2.0",
    )
    assert said.creators == (Person("Ada Lovelace", (Role("aut", "author"),), "Lovelace, Ada"),)
    assert said.dates == (Date("1843", "publication"),)
    assert said.series == (Series("Engines", "2", "series"),)
    (identifier,) = said.identifiers
    assert (identifier.kind, identifier.is_unique, identifier.fault) == ("isbn", True, None)


def test_the_rest() -> None:
    """Publisher, dates, subject codes, series, rights, and the printed book."""
    said = told(
        meta("dcterms:modified", "2026-01-31T12:00:00Z")
        + "<dc:language>en</dc:language><dc:language>uk</dc:language>"
        "<dc:publisher>House</dc:publisher><dc:rights>©</dc:rights><dc:rights></dc:rights>"
        '<dc:subject id="s">Photobooks</dc:subject>'
        '<meta refines="#s" property="authority">BISAC</meta>'
        '<meta refines="#s" property="term">PHO016000</meta>'
        '<meta property="belongs-to-collection" id="c">Lives</meta>'
        '<meta refines="#c" property="collection-type">set</meta>'
        '<meta refines="#c" property="group-position">3</meta>'
        '<dc:source id="p">urn:isbn:9783869306896</dc:source>'
        '<meta refines="#p" property="source-of">pagination</meta>'
    )
    assert (said.modified, said.languages) == ("2026-01-31T12:00:00Z", ("en", "uk"))
    assert (said.publishers, said.rights) == (("House",), ("©",))
    assert said.subjects == (Subject("Photobooks", "BISAC", "PHO016000"),)
    assert said.series == (Series("Lives", "3", "set"),)
    assert [each.number for each in said.sources] == ["9783869306896"]
    assert said.page_source == said.sources[0]


def test_no_metadata_at_all() -> None:
    """Nothing is said, and nothing fails."""
    said = told("")
    assert (said.title, said.titles, said.identifiers) == ("", (), ())
    assert said.page_source is None


@pytest.mark.parametrize(
    ("written", "kind", "number", "fault"),
    [
        ("urn:isbn:9783869306896", "isbn", "9783869306896", None),
        ("ISBN 3-86930-689-0", "isbn", "3-86930-689-0", None),
        ("978-3-86930-689-6", "isbn", "978-3-86930-689-6", None),
        ("urn:isbn:9783869306895", "isbn", "9783869306895", "the check digit should be 6"),
        ("9783869306895", "other", "9783869306895", None),
        ("urn:uuid:a03634d9-34bc-5cf4-a19e-0d1d9c1afbb5", "uuid",
         "a03634d9-34bc-5cf4-a19e-0d1d9c1afbb5", None),
        ("https://doi.org/10.1000/182", "doi", "10.1000/182", None),
        ("https://example.org/book", "url", "https://example.org/book", None),
        ("urn:x-test:1", "urn", "urn:x-test:1", None),
        ("B00ABC", "other", "B00ABC", None),
    ],
)  # fmt: skip
def test_kinds_of_identifiers(written: str, kind: str, number: str, fault: str | None) -> None:
    """By how they begin, by their digits; an ISBN that says it is one is checked."""
    made = package(f"<dc:identifier>{written}</dc:identifier>")
    (found,) = identifiers(made, statements(made))
    assert (found.kind, found.number, found.fault) == (kind, number, fault)
    assert not found.is_unique


def test_identifier_by_its_code() -> None:
    """ONIX's list 5 says what bare digits are."""
    made = package(
        '<dc:identifier id="id">9783869306895</dc:identifier>'
        '<meta refines="#id" property="identifier-type" scheme="onix:codelist5">15</meta>'
    )
    (found,) = identifiers(made, statements(made))
    assert (found.kind, found.fault) == ("isbn", "the check digit should be 6")


def test_rendition() -> None:
    """Layout, spread, viewport, and which way the pages turn."""
    made = package(
        meta("rendition:layout", "pre-paginated")
        + meta("rendition:spread", "landscape")
        + '<meta name="original-resolution" content="1654x2296"/>'
    )
    assert rendition(made, statements(made)) == Rendition(
        "pre-paginated", "landscape", "", "", "1654x2296", ""
    )
