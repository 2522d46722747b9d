"""Bibliography files become libraries, and every fault is found at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.citations.entry import Date, Name
from epubforge.citations.library import read_library
from epubforge.diagnostics import Place
from epubforge.source import SourceFile, Span, position

BIB = r"""% a list of our own
@string{jm = "Journal of Mines"}
@comment{nothing of @book{this} counts}
@preamble{"\newcommand{\x}{y}"}
@article{smith99,
  author = {Smith, Ann B. and {World Coal Board} and Ludwig van Beethoven and King, Jr., M.
    and others},
  title = {On {DNA} \& Coal -- {\"O}fen in Malm{\"o}},
  journal = jm # " (Old Series)",
  year = 1999, month = may,
  pages = "45--67", doi = {https://doi.org/10.1000/a\_b},
}
@incollection(part, author = {Doe, J.}, title = {A Part}, crossref = {whole})
@book{whole, editor = {Roe, R.}, title = {The Whole}, year = {c. 1850}}
"""


def _found(text: str, path: str = "refs.bib") -> list[tuple[str, int, int, str]]:
    faults = read_library(SourceFile(path, text)).found
    return [(f.rule.code, *_at(f.place), f.message) for f in faults]


def _at(place: Place) -> tuple[int, int]:
    assert isinstance(place, Span)
    line, column = position(place.source, place.start)
    return line, column


def test_bibtex_becomes_csl() -> None:
    """Strings, accents, dashes, particles, bodies, suffixes and `others` are all understood."""
    outcome = read_library(SourceFile("refs.bib", BIB))
    smith = outcome.value.entries["smith99"]
    assert outcome.found == ()
    assert outcome.value.keys == ("smith99", "part", "whole")
    assert smith.type == "article-journal"
    assert smith.texts["title"] == 'On <span class="nocase">DNA</span> & Coal – Öfen in Malmö'
    assert smith.texts["container-title"] == "Journal of Mines (Old Series)"
    assert smith.texts["page"] == "45-67"
    assert smith.texts["DOI"] == "10.1000/a_b"
    assert smith.dates["issued"] == Date((1999, 5))
    assert smith.names["author"] == (
        Name("Smith", "Ann B."),
        Name(literal="World Coal Board"),
        Name("Beethoven", "Ludwig", dropping="van"),
        Name("King", "M.", suffix="Jr."),
        Name(literal="others", others=True),
    )


def test_a_part_inherits_from_its_whole() -> None:
    """`crossref` gives the book's title, editors and year to the part."""
    part = read_library(SourceFile("refs.bib", BIB)).value.entries["part"]
    assert part.texts["container-title"] == "The Whole"
    assert part.names["editor"] == (Name("Roe", "R."),)
    assert part.dates["issued"] == Date((1850,), circa=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@book{a, author={A}, title = {T", [("P060", 1, 30, "title of a is not closed"),
                                                 ("P064", 1, 7, "a has no title")]),
        (
            "@book{a, author={A}, title={T} year=1}",
            [("P060", 1, 31, "there is no comma after title of a")],
        ),
        ("\n@book{title = {T}}", [("P061", 2, 1, "this @book has no key")]),
        (
            "@book{a, author={A}, title={T}}\n@book{a, title={U}}",
            [("P062", 2, 7, "a is the key of another work already, in line 1")],
        ),
        ("@bok{a, author={A}, title={T}}", [("P063", 1, 1, "@bok is not a type that is known")]),
        ("@book{a, author={A}}", [("P064", 1, 7, "a has no title")]),
        ("@book{a, title={T}}", [("P065", 1, 7, "a has no author")]),
        ("@book{a, author={A}, title=tt}", [("P066", 1, 28, "no @string defines tt"),
                                            ("P064", 1, 7, "a has no title")]),
        (
            "@book{a, author={A}, title={T}, title={U}}",
            [("P067", 1, 33, "a has title twice; the first one is used")],
        ),
        (
            "@book{a, author={A}, title={T}, crossref={b}}",
            [("P068", 1, 42, "a refers to b, which is not in this file")],
        ),
        (
            "@book{a, author={A}, title={T}, year=1, month={Brumaire}}",
            [("P069", 1, 47, "month of a is no month: brumaire")],
        ),
    ],
)  # fmt: skip
def test_bibtex_faults_have_places(text: str, expected: list[tuple[str, int, int, str]]) -> None:
    """Each fault names its thing and points at its first character."""
    assert sorted(_found(text)) == sorted(expected)


def test_a_broken_entry_stops_no_other() -> None:
    """What follows an open brace is still read."""
    library = read_library(SourceFile("r.bib", "@book{a, title={T\n@book{b, title={U}}")).value
    assert library.keys == ("a", "b")


def test_csl_json_becomes_csl() -> None:
    """Names, dates and numbers of CSL JSON arrive as they are."""
    text = (
        '[{"id": "a", "type": "book", "title": "T", "volume": 3,'
        '"author": [{"family": "Doe", "given": "J."}, {"literal": "Board"}],'
        '"issued": {"date-parts": [["1999", 5], [2000]]}}]'
    )
    outcome = read_library(SourceFile("refs.json", text))
    entry = outcome.value.entries["a"]
    assert outcome.found == ()
    assert entry.texts == {"title": "T", "volume": "3"}
    assert entry.names["author"] == (Name("Doe", "J."), Name(literal="Board"))
    assert entry.dates["issued"] == Date((1999, 5), (2000,))


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('[\n {"id": "a" "type": "book"}]', "P060", 2, 13),
        ('[\n {"type": "book"}]', "P061", 2, 2),
        ('[{"id": "a", "type": "book", "title": "T", "issued": "soon"}]', "P069", 1, 44),
        ('[{"id": "a", "type": "bok", "title": "T"}]', "P063", 1, 14),
        ("nonsense", "P060", 1, 1),
    ],
)
def test_json_faults_have_places(text: str, code: str, line: int, column: int) -> None:
    """Each fault of CSL JSON points at its first character."""
    assert (code, line, column) in [fault[:3] for fault in _found(text, "refs.json")]


@given(st.text(alphabet='@book{}(),="#\\\n abc1%-~$^_[]:"', max_size=200))
def test_any_text_has_a_library(text: str) -> None:
    """No text of BibTeX's or JSON's signs raises anything."""
    for name in ("a.bib", "a.json", "a.txt"):
        read_library(SourceFile(name, text))


@given(st.text(max_size=80), st.text(alphabet="{}\\\"'$~^_ abvonand,=", max_size=80))
def test_any_field_has_a_value(title: str, author: str) -> None:
    """Whatever stands in the fields of an entry, reading it raises nothing."""
    text = f"@book{{key, title = {{{title}}}, author = {{{author}}}, date = {{{title}}}}}"
    read_library(SourceFile("a.bib", text))


def test_deep_braces_are_read() -> None:
    """Braces nested ten thousand deep, and as many brackets, are no trouble."""
    read_library(SourceFile("a.bib", "@book{a, title={" + "{" * 9999 + "x" + "}" * 9999 + "}}"))
    read_library(SourceFile("a.json", "[" + "[" * 99999))
