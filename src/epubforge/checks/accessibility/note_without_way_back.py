"""A078: a note from which no link leads back."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.semantics import meanings
from epubforge.tree.document import Element

RULE = Rule(
    "A078",
    "note-without-way-back",
    Severity.NOTE,
    page="""\
Endnotes have no link back to where they are called.

Why it matters
    Who goes to a note with a keyboard, or by listening, has to search for the place where the
    reading was left. Not all programs show notes over the text.
Bad
    <li epub:type="endnote" id="n1">Ibid.</li>
Good
    <li epub:type="endnote" id="n1">Ibid. <a href="1.xhtml#r1" role="doc-backlink">Back</a></li>
Reference
    DAISY knowledge base, notes: https://kb.daisy.org/publishing/docs/html/notes.html
""",
)


_NOTE = frozenset({"endnote", "rearnote", "footnote"})
_NOTES = frozenset({"endnotes", "rearnotes", "footnotes"})


def note_without_way_back(page: Page) -> Iterator[Diagnostic]:
    """The first of them in a page; those in an aside are shown over the text, and let pass."""
    if not page.is_content3 or b"note" not in page.document.content:
        return
    notes = [each for each in page.document.html("li", "p", "div", "section") if _is_note(each)]
    bare = [each for each in notes if each.get("id") and not _leads_back(each)]
    if bare:
        count = f"{len(bare)} notes have" if len(bare) > 1 else "a note has"
        message = f"{count} no link back to the text"
        place = min(bare, key=lambda each: each.order)
        yield RULE.at(
            page.at(place), message, 'end each with a link to its call, role="doc-backlink"'
        )


def _is_note(element: Element) -> bool:
    if not _NOTE.isdisjoint(meanings(element)):
        return True
    around = element.parent
    if element.local != "li" or around is None or around.local not in {"ol", "ul"}:
        return False
    outer = (around, around.parent) if around.parent is not None else (around,)
    return any(not _NOTES.isdisjoint(meanings(each)) for each in outer)


def _leads_back(note: Element) -> bool:
    return any(e.local == "a" and "href" in e.attributes for e in note.descendants())
