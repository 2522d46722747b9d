"""Citations and the bibliography."""

from __future__ import annotations

from dataclasses import replace

from compose.by_hand import composed, document, lines, project, text_of
from epubforge.diagnostics import Outcome
from epubforge.model.book import Book
from epubforge.model.document import Document, Header, SlotKind
from epubforge.source import SourceFile

LIBRARY = SourceFile(
    "refs.bib",
    "@book{ada, author={Lovelace, Ada}, title={Notes}, year={1843}, publisher={Taylor}}\n"
    "@book{zola, author={Zola, Emile}, title={Germinal}, year={1885}, publisher={Charpentier}}\n",
)
WORKS = document("manuscript/9-works.md", "# Works\n\n{{bibliography}}\n")


def citing(text: str) -> Document:
    """A chapter of that text."""
    return document("manuscript/1-a.md", f"# A\n\n{text}\n")


def book(*chapters: Document, style: str = "chicago-author-date") -> Outcome[Book]:
    """The book of those chapters, with the library and a style."""
    made = replace(project(chapters), bibliography=(LIBRARY,), citation_style=style)
    return composed(made, *chapters)


def said(made: Outcome[Book]) -> list[str]:
    """The citations of the first chapter."""
    return text_of(made.value, "text/a.xhtml", SlotKind.CITATION)


def test_a_citation_leads_to_its_work() -> None:
    """The link is inside the brackets, and each of several works has its own."""
    made = book(citing("[@ada, p. 3] and [@ada; @zola]"), WORKS)
    link = '<a role="doc-biblioref" epub:type="biblioref" href="works.xhtml#ref.{}">{}</a>'
    assert said(made) == [
        f"({link.format('ada', 'Lovelace 1843, 3')})",
        f"({link.format('ada', 'Lovelace 1843')}; {link.format('zola', 'Zola 1885')})",
    ]
    assert made.found == ()


def test_the_bibliography_has_what_is_cited() -> None:
    """Each work once, in the style's order, with the id that citations lead to."""
    made = book(citing("[@zola] [@ada] [@zola]"), WORKS)
    (shown,) = text_of(made.value, "text/works.xhtml", SlotKind.LIST)
    head = '<div class="bibliography" epub:type="bibliography" role="doc-bibliography"><ul>'
    assert shown.startswith(f'{head}<li id="ref.ada">Lovelace, Ada')
    assert (shown.count("<li"), shown.count('<li id="ref.zola">')) == (2, 1)


def test_a_page_that_is_the_bibliography_says_so_once() -> None:
    """Its list needs no type of its own."""
    typed = replace(WORKS, header=Header(type="bibliography"))
    (shown,) = text_of(book(citing("[@ada]"), typed).value, "text/works.xhtml", SlotKind.LIST)
    assert shown.startswith('<div class="bibliography"><ul>')


def test_an_unknown_key_is_found_at_the_key() -> None:
    """The works that are known are cited; a citation of none stays as it is written."""
    made = book(citing("[see @adda, p. 3; @zola] [@x & y]"), WORKS)
    assert lines(made.found) == [
        "manuscript/1-a.md:3:6 B018 the bibliography has no work adda",
        "manuscript/1-a.md:3:27 B018 the bibliography has no work x",
    ]
    assert [found.hint for found in made.found] == [
        "did you mean ada?", "add it to the bibliography's file",
    ]  # fmt: skip
    place = made.found[0].place
    assert (getattr(place, "end", 0) - getattr(place, "start", 0)) == len("@adda")
    first, second = said(made)
    assert "Zola 1885" in first
    assert second == "[@x &amp; y]"


def test_a_bibliography_that_nothing_shows_is_noted() -> None:
    """Citations then lead nowhere."""
    made = book(citing("[@ada]"))
    assert lines(made.found) == [
        "manuscript/1-a.md:3:1 B020 works are cited, and nothing shows the bibliography"
    ]
    assert said(made) == ["(Lovelace 1843)"]


def test_an_unknown_style_is_found_in_the_settings() -> None:
    """The default style is used for the preview."""
    made = book(citing("[@ada]"), WORKS, style="chicago-author-dat")
    (found,) = made.found
    assert (found.rule.code, found.rule.configuration) == ("B021", True)
    assert found.hint is not None
    assert "chicago-author-date" in found.hint
    assert "Lovelace 1843" in said(made)[0]


def test_a_broken_style_is_found_in_its_file() -> None:
    """The finding stands in the file that the settings name."""
    style = SourceFile("mine.csl", "<style>\n<citation>\n")
    made = replace(project([citing("[@ada]")]), bibliography=(LIBRARY,), citation_style="mine.csl",
                   citation_style_file=style)  # fmt: skip
    found = composed(made, citing("[@ada]")).found
    assert [line.split(" ")[0].partition(":")[0] for line in lines(found)][-1:] == ["mine.csl"]


def test_what_is_no_list_of_works_stays_as_it_is_written() -> None:
    """Two keys in one work are a warning."""
    made = book(citing("[@ada @zola] [@ada]"), WORKS)
    assert lines(made.found) == ["manuscript/1-a.md:3:1 B019 [@ada @zola] is not a list of works"]
    assert said(made)[0] == "[@ada @zola]"


def test_numbers_of_a_numeric_style() -> None:
    """Works are numbered over the whole book; each number leads to its work."""
    second = document("manuscript/2-b.md", "# B\n\n[@ada]\n")
    made = book(citing("[@zola]"), second, WORKS, style="ieee")
    assert said(made)[0].endswith(">1</a>]")
    assert text_of(made.value, "text/b.xhtml", SlotKind.CITATION)[0].endswith(">2</a>]")


def test_without_a_bibliography_nothing_is_cited() -> None:
    """A citation that was read all the same stays as it is written."""
    made = composed(project([citing("[@ada]")]), citing("[@ada]"))
    assert (said(made), made.found) == (["[@ada]"], ())
