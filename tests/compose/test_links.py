"""Links between chapters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compose.by_hand import chapter, composed, document, lines, one, part, project
from epubforge.model.document import Header
from epubforge.model.project import PlatesHere

RECORD = document("manuscript/02-the-record.md", "# The record\n\n## The sum {#the-sum}\n")


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("02-the-record.md", "the-record.xhtml"),
        ("02-the-record.md#the-sum", "the-record.xhtml#the-sum"),
        ("manuscript/02-the-record.md", "the-record.xhtml"),
        ("#here", "#here"),
        ("01-a.md#here", "#here"),
        ("01-a.md", "a.xhtml"),
        ("ftp://example.org/a b", "ftp://example.org/a%20b"),
    ],
)
def test_a_link_becomes_relative_to_its_page(target: str, href: str) -> None:
    """Files of chapters become the pages made from them; places keep their ids."""
    made = document("manuscript/01-a.md", f"# A\n\n## B {{#here}}\n\n[x]({target})\n")
    book = one(made, RECORD)
    assert (chapter(book.value, "text/a.xhtml").hrefs, book.found) == ((href,), ())


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        (
            "the-recrod.md",
            "the-recrod.md leads nowhere",
            "did you mean 02-the-record.md?",
        ),
        (
            "https.example",
            "https.example leads nowhere",
            "name a chapter's file from this chapter's folder, or write https:// before it",
        ),
        (
            "../images/ada.jpg",
            "images/ada.jpg is a picture, and no page of the book",
            "show it with ![...](...), or link to a page",
        ),
        (
            "03-draft.md#x",
            "manuscript/03-draft.md is a draft, and no page of the book",
            "take the link out, or finish the draft",
        ),
    ],
)
def test_a_dead_link_is_shown_and_loses_its_href(target: str, message: str, hint: str) -> None:
    """The finding stands at the link's bracket, names the target and says what to do."""
    made = document("manuscript/01-a.md", f"# A\n\nSee [x]({target}).\n")
    draft = document("manuscript/03-draft.md", "# D\n", Header(draft=True))
    book = composed(project([made, RECORD, draft], ["images/ada.jpg"]), made, RECORD, draft)
    dead = [diagnostic for diagnostic in book.found if diagnostic.rule.code == "L001"]
    assert lines(dead) == [f"manuscript/01-a.md:3:5 L001 {message}"]
    assert dead[0].hint == hint
    assert not dead[0].rule.blocking
    assert chapter(book.value, "text/a.xhtml").hrefs == (None,)


def test_a_link_to_a_dead_fragment_loses_its_href() -> None:
    """The place is not there: only the link's text stays, and the finding offers a near place."""
    made = document("manuscript/01-a.md", "# A\n\n[x](02-the-record.md#teh-sum)\n")
    book = one(made, RECORD)
    assert lines(book.found) == [
        "manuscript/01-a.md:3:1 L002 manuscript/02-the-record.md has no place #teh-sum"
    ]
    assert book.found[0].hint == "did you mean #the-sum?"
    assert chapter(book.value, "text/a.xhtml").hrefs == (None,)


def test_places_are_found_in_any_spelling() -> None:
    """A fragment may be percent-encoded or decomposed; the href is one that a URL can hold."""
    made = document(
        "manuscript/1-a.md", "# Été {#été}\n\n[a](#%C3%A9t%C3%A9) [b](#e\u0301te\u0301)\n"
    )
    book = one(made)
    assert (chapter(book.value, "text/a.xhtml").hrefs, book.found) == (("#été", "#été"), ())


def test_links_between_parts() -> None:
    """A link out of a part's folder, to a part's own page and to a part's folder."""
    index = document("manuscript/01-one/index.md", "# One\n")
    first = document("manuscript/01-one/a.md", "# A\n\n[b](../02-two/b.md) [two](../02-two/)\n")
    second = document(
        "manuscript/02-two/b.md", "# B\n\n[one](../01-one/index.md) [one](../01-one)\n"
    )
    made = project([part("One", first, index=index), part("Two", second)])
    book = composed(made, index, first, second)
    assert book.found == ()
    assert chapter(book.value, "text/a.xhtml").hrefs == ("b.xhtml", "two.xhtml")
    assert chapter(book.value, "text/b.xhtml").hrefs == ("one.xhtml", "one.xhtml")


def test_other_capitals_are_mended_and_said() -> None:
    """A link that only differs in capitals leads to its chapter, with a warning."""
    made = document("manuscript/01-a.md", "# A\n\n[x](02-The-Record.md#the-sum)\n")
    book = one(made, RECORD)
    assert lines(book.found) == [
        "manuscript/01-a.md:3:1 L003 02-The-Record.md#the-sum is 02-the-record.md on the disk"
    ]
    assert chapter(book.value, "text/a.xhtml").hrefs == ("the-record.xhtml#the-sum",)


def test_a_refused_picture_is_no_page() -> None:
    """A link to a picture that may not be read is as dead as one to any picture."""
    made = document("manuscript/01-a.md", "# A\n\n[x](../images/out.jpg)\n")
    refused = replace(project([made, PlatesHere()]), refused={"images/out.jpg": "is a link out"})
    book = composed(refused, made)
    assert lines(book.found) == [
        "manuscript/01-a.md:3:1 L001 images/out.jpg is a picture, and no page of the book"
    ]
