"""The rules on metadata, on books made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.by_hand import METADATA, PUBLICATION, book, lines
from epubforge.checks.metadata.markup_in_metadata import markup_in_metadata
from epubforge.checks.metadata.shop_metadata_missing import shop_metadata_missing
from epubforge.model.metadata import Contributor

ISBN = replace(METADATA, isbn="9783869306896")
MAKER = (Contributor("Ada"),)


def test_shop_metadata_missing() -> None:
    """One note names all that is missing, and the keys that mend it."""
    found = list(shop_metadata_missing(book(metadata=ISBN), PUBLICATION))
    assert lines(found) == [
        "manuscript/book.toml:1:1 note B051 shop-metadata-missing: "
        "the book has an ISBN, but no maker and no publisher and no description"
    ]
    assert found[0].hint == "add [[book.contributors]], publisher, description"


def test_shop_metadata_partly_missing() -> None:
    """What is there is not named; a price is a reason as an ISBN is."""
    metadata = replace(METADATA, price="9.99 EUR", contributors=MAKER, description="A book.")
    assert lines(shop_metadata_missing(book(metadata=metadata), PUBLICATION)) == [
        "manuscript/book.toml:1:1 note B051 shop-metadata-missing: "
        "the book has a price, but no publisher"
    ]


def test_private_and_complete_books() -> None:
    """A book that is not sold, and one that has all three, are let pass."""
    complete = replace(ISBN, contributors=MAKER, publisher="House", description="A book.")
    assert lines(shop_metadata_missing(book(), PUBLICATION)) == []
    assert lines(shop_metadata_missing(book(metadata=complete), PUBLICATION)) == []


@pytest.mark.parametrize(
    ("description", "markup"),
    [
        ("A <em>new</em> look", "<em>"),
        ("Line<br/>break", "<br/>"),
        ('See <a href="x">this</a>', '<a href="x">'),
        ("Pit &amp; people", "&amp;"),
        ("Pit &#8211; people", "&#8211;"),
    ],
)
def test_markup_in_description(description: str, markup: str) -> None:
    """The first piece of HTML is named."""
    metadata = replace(METADATA, description=description)
    assert lines(markup_in_metadata(book(metadata=metadata), PUBLICATION)) == [
        "manuscript/book.toml:1:1 warning B052 markup-in-metadata: "
        f'the description holds HTML: "{markup}" will be seen as it stands'
    ]


@pytest.mark.parametrize(
    "title",
    ["Pit & people", "a < b > c", "I <3 you", "The <blank> page", "R&D; a history", "<p"],
)
def test_plain_titles(title: str) -> None:
    """Angle brackets and ampersands by themselves are text."""
    metadata = replace(METADATA, title=title)
    assert lines(markup_in_metadata(book(metadata=metadata), PUBLICATION)) == []


def test_every_text_is_looked_at() -> None:
    """Title, subtitle, publisher, rights and names are found each by itself."""
    metadata = replace(
        METADATA,
        title="<i>A</i>",
        subtitle="<i>B</i>",
        publisher="<i>C</i>",
        rights="&lt;",
        contributors=(Contributor("<b>Ada</b>"),),
    )
    named = [
        line.partition("metadata: ")[2].partition(" holds")[0]
        for line in lines(markup_in_metadata(book(metadata=metadata), PUBLICATION))
    ]
    assert named == [
        "the title",
        "the subtitle",
        "the publisher",
        "the rights",
        'the name of "<b>Ada</b>"',
    ]
