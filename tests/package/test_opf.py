"""The statements of the package document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from epubforge.model.metadata import (
    AccessibilityStatement,
    Contributor,
    Metadata,
    Series,
    Subject,
)
from epubforge.model.publication import AccessibilityMetadata
from epubforge.package.opf import XML_LANG, Statement, statements
from package.books import METADATA

FACTS = AccessibilityMetadata(("textual",), ("textual",), ("unlocked",), ("none",), "Text only.")
SMALL = Metadata("Title", ("en",), "urn:uuid:1")


def said(metadata: Metadata, cover_id: str | None = None) -> list[str]:
    """The statements, each on a line: what refines follows what is refined after an arrow."""
    return [line(statement) for statement in statements(metadata, FACTS, cover_id)]


def line(statement: Statement) -> str:
    attributes = dict(statement.attributes)
    if statement.is_dublin_core:
        own = f"#{attributes['id']}" if "id" in attributes else ""
        return f"dc:{statement.element}{own} {statement.text}"
    refined = f"{attributes['refines']} > " if "refines" in attributes else ""
    own = f"#{attributes['id']}" if "id" in attributes else ""
    scheme = f" ({attributes['scheme']})" if "scheme" in attributes else ""
    if "name" in attributes:
        return f"name {attributes['name']} {attributes['content']}"
    return f"{refined}{attributes['property']}{own}{scheme} {statement.text}"


def test_the_smallest_book_says_only_what_it_knows() -> None:
    """Fields that say nothing leave no element; the five accessibility properties are there."""
    assert said(SMALL) == [
        "dc:identifier#pub-id urn:uuid:1",
        "dc:title#title-1 Title",
        "#title-1 > title-type main",
        "dc:language en",
        "schema:accessMode textual",
        "schema:accessModeSufficient textual",
        "schema:accessibilityFeature unlocked",
        "schema:accessibilityHazard none",
        "schema:accessibilitySummary Text only.",
    ]


def test_an_isbn_is_named_as_one() -> None:
    """The identifier that is an ISBN has the type of ONIX list 5."""
    assert said(METADATA)[:2] == [
        "dc:identifier#pub-id urn:isbn:9783869306896",
        "#pub-id > identifier-type (onix:codelist5) 15",
    ]


def test_an_isbn_beside_another_identifier_is_said_too() -> None:
    """An identifier of the publisher's own does not hide the ISBN."""
    metadata = replace(METADATA, identifier="urn:x:1")
    assert said(metadata)[:3] == [
        "dc:identifier#pub-id urn:x:1",
        "dc:identifier#isbn urn:isbn:9783869306896",
        "#isbn > identifier-type (onix:codelist5) 15",
    ]


def test_titles_have_types_and_an_order() -> None:
    """Title, subtitle and edition are told apart; the original title is an alternative."""
    titles = [s for s in said(METADATA) if "title" in s or "alternative" in s]
    assert titles == [
        "dc:title#title-1 Heroes & Labour",
        "#title-1 > title-type main",
        "#title-1 > display-seq 1",
        "dc:title#title-2 A <small> book",
        "#title-2 > title-type subtitle",
        "#title-2 > display-seq 2",
        "dc:title#title-3 2nd revised edition",
        "#title-3 > title-type edition",
        "#title-3 > display-seq 3",
        "dcterms:alternative Герої праці",
    ]


def test_people_keep_order_roles_and_sort_names() -> None:
    """Creators and contributors are told apart by their first role, and all roles are said."""
    assert [s for s in said(METADATA) if "creator" in s or "contributor" in s] == [
        "dc:creator#creator-1 Gleb Kosorukov",
        "#creator-1 > role (marc:relators) pht",
        "#creator-1 > role (marc:relators) aut",
        "#creator-1 > file-as Kosorukov, Gleb",
        "#creator-1 > display-seq 1",
        "dc:creator#creator-2 Ada Lovelace",
        "#creator-2 > role (marc:relators) aut",
        "#creator-2 > display-seq 2",
        "dc:contributor#contributor-1 Jan Tschichold",
        "#contributor-1 > role (marc:relators) bkd",
        "#contributor-1 > file-as Tschichold, Jan",
    ]


def test_the_rest_of_the_metadata_is_said_in_order() -> None:
    """Languages, publisher, date, description, rights, subjects, print twin, series."""
    rest = said(METADATA)
    begin, end = rest.index("dc:language en"), rest.index("schema:accessMode textual")
    assert rest[begin:end] == [
        "dc:language en",
        "dc:language uk",
        "dc:publisher A “Publisher”",
        "dc:date 2012-06-01",
        "dc:description About the mine.",
        "dc:rights © 2012",
        "dc:subject#subject-1 Miners",
        "dc:subject#subject-2 Photobooks",
        "#subject-2 > authority BISAC",
        "#subject-2 > term PHO016000",
        "dc:source urn:isbn:9783869306896",
        "belongs-to-collection#series Working Lives",
        "#series > collection-type series",
        "#series > group-position 2",
    ]


@pytest.mark.parametrize(
    ("metadata", "absent"),
    [
        (replace(SMALL, publisher=" \n"), "publisher"),
        (replace(SMALL, subtitle="\x00"), "subtitle"),
        (replace(SMALL, contributors=(Contributor(" "),)), "creator"),
        (replace(SMALL, contributors=(Contributor("A", file_as=" "),)), "file-as"),
        (replace(SMALL, subjects=(Subject(" ", "BISAC", "X"),)), "subject"),
        (replace(SMALL, subjects=(Subject("A", "BISAC"),)), "authority"),
        (replace(SMALL, series=Series(" ", "1")), "series"),
        (replace(SMALL, series=Series("A", "volume one")), "group-position"),
        (replace(SMALL, original_title=" "), "alternative"),
    ],
)
def test_what_says_nothing_is_left_out(metadata: Metadata, absent: str) -> None:
    """An empty element is an error in EPUB; so is a refinement of what is not there."""
    assert [s for s in said(metadata) if absent in s] == []


def test_the_cover_is_named_for_old_readers() -> None:
    """EPUB 2 reading systems find the cover by a meta element."""
    assert said(SMALL, "item-cover")[-1] == "name cover item-cover"


@pytest.mark.parametrize(
    ("summary", "language"), [(None, {XML_LANG: "en"}), ("Опис", {})], ids=["made", "given"]
)
def test_a_made_summary_says_that_it_is_english(
    summary: str | None, language: dict[str, str]
) -> None:
    """The summary made from the facts is English in a book of any language."""
    metadata = replace(SMALL, languages=("uk",), accessibility=AccessibilityStatement(summary))
    last = statements(metadata, FACTS, None)[-1]
    assert dict(last.attributes) == {**language, "property": "schema:accessibilitySummary"}


@pytest.mark.parametrize(
    ("metadata", "source"), [(METADATA, "urn:isbn:9783869306896"), (SMALL, "none")]
)
def test_the_source_of_page_marks(metadata: Metadata, source: str) -> None:
    """Page marks name the printed twin, or say that there is none; without marks nothing."""
    marked = statements(metadata, FACTS, None, has_pages=True)
    assert f"pageBreakSource {source}" in [line(statement) for statement in marked]
    assert not [text for text in said(metadata) if text.startswith("pageBreakSource")]
