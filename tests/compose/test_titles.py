"""Titles and kinds of pages."""

from __future__ import annotations

import pytest

from compose.by_hand import document, lines
from epubforge.compose.names import stem
from epubforge.compose.titles import title_of, type_of
from epubforge.diagnostics import Reporter
from epubforge.model.document import Document, Header


def kind(made: Document, language: str = "en") -> str:
    """The name of its type."""
    return type_of(made, language, Reporter(), stem(made.source.path)).name


def test_the_headers_title_comes_first() -> None:
    """A title in the header is the chapter's, whatever its headings are; blanks are folded."""
    made = document("manuscript/1.md", "# Heading\n", Header(title="  The  record "))
    assert title_of(made) == "The record"


def test_the_first_heading_is_the_title() -> None:
    """Without a title in the header the first heading is it, whatever its level."""
    assert title_of(document("manuscript/1.md", "## Second level\n\n# First\n")) == "Second level"


@pytest.mark.parametrize(
    ("path", "expected"),
    [("manuscript/02-the-long_road.md", "The long road"), ("01.md", "01"), ("écho.md", "Écho")],
)
def test_the_file_name_is_the_last_resort(path: str, expected: str) -> None:
    """A chapter without heading is called by its file's name without order number."""
    assert title_of(document(path, "Text.\n")) == expected


@pytest.mark.parametrize(
    ("path", "heading", "language", "expected"),
    [
        ("manuscript/01-preface.md", "To the reader", "en", "preface"),
        ("manuscript/01-preface.md", "Vorab", "de", "preface"),
        ("manuscript/title-page.md", "Heroes", "en", "titlepage"),
        ("manuscript/00_titlepage.md", "Heroes", "uk", "titlepage"),
        ("manuscript/01.md", "Foreword", "en", "foreword"),
        ("manuscript/01.md", "Acknowledgements", "en-GB", "acknowledgments"),
        ("manuscript/01.md", "Vorwort", "de", "preface"),
        ("manuscript/01.md", "Послесловие", "ru", "afterword"),
        ("manuscript/01.md", "あとがき", "ja", "afterword"),
        ("manuscript/01.md", "附錄", "zh-TW", "appendix"),
        ("manuscript/01.md", "À propos de l'auteur", "fr", "about-the-author"),
        ("manuscript/01.md", "Appendix A: Units", "en", "appendix"),
        ("manuscript/01.md", "Prologue – The storm", "en", "prologue"),
        ("manuscript/01.md", "Index", "en", "index"),
        ("manuscript/01.md", "Именной указатель", "ru", "index"),
        ("manuscript/01.md", "Índice alfabético", "es", "index"),
        ("manuscript/01.md", "מבוא", "he", "introduction"),
        ("manuscript/01.md", "المراجع", "ar", "bibliography"),
        ("manuscript/01.md", "Part One: The mine", "en", "part"),
        ("manuscript/01.md", "Część II", "pl", "part"),
        ("manuscript/01.md", "Частина перша", "uk", "part"),
        ("manuscript/01.md", "第二部", "ja", "part"),
        ("manuscript/01.md", "Part of the truth", "en", "chapter"),
        ("manuscript/01.md", "Vorwort", "en", "chapter"),
        ("manuscript/01.md", "The preface of my life", "en", "chapter"),
        ("manuscript/01-the-mine.md", "The mine", "en", "chapter"),
    ],
)
def test_conventional_names_tell_the_type(
    path: str, heading: str, language: str, expected: str
) -> None:
    """English file names in every book, and whole headings in the book's language."""
    assert kind(document(path, f"# {heading}\n"), language) == expected


def test_the_header_overrules_the_name() -> None:
    """A type in the header counts, not what the file is called."""
    made = document("manuscript/preface.md", "# Preface\n", Header(type="chapter"))
    assert kind(made) == "chapter"


@pytest.mark.parametrize("said", ["Title Page", "title-page", "titlepage", "TITLE_PAGE"])
def test_types_are_known_in_several_spellings(said: str) -> None:
    """Case and the sign between words do not matter."""
    assert kind(document("manuscript/1.md", "# x\n", Header(type=said))) == "titlepage"


def test_an_unknown_type_is_shown_at_its_value() -> None:
    """The finding stands at the type in the header and offers what was meant."""
    text = '+++\ntitle = "x"\ntype = "prefase"\n+++\n\n# x\n'
    made = document("manuscript/1.md", text)
    header = Header(type="prefase", span=made.source.span(0, text.index("\n\n")))
    out = Reporter()
    found = type_of(document("manuscript/1.md", text, header), "en", out, "1")
    assert (found.name, lines(out.found), out.found[0].hint) == (
        "chapter",
        ["manuscript/1.md:3:8 B002 prefase is not a type of page"],
        "did you mean preface?",
    )
