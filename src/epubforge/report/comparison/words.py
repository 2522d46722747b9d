"""What a reader reads: paragraphs, and the words in place of pictures."""

from __future__ import annotations

from collections.abc import Sequence

from epubforge.collation.collate import Collation
from epubforge.collation.pictures import AltChange
from epubforge.collation.texts import ParagraphChange, TextChange
from epubforge.report.comparison.signs import marked, new, out
from epubforge.report.comparison.ways import MOST, more
from epubforge.report.layout import Layout, Line, Said
from epubforge.report.measures import counted

_LONGEST = 240
"""Characters of a paragraph that came or went as a whole."""
_SHORT = 80
"""Characters of one that only moved."""
_GONE = {"removed", "moved"}
"""They have no number in the new text."""


def text(page: Layout, collation: Collation, whole: bool, *, color: bool) -> None:
    """Document by document, paragraph by paragraph."""
    if not collation.text:
        return
    page.heading("Text")
    came, gone = collation.words_in, collation.words_out
    page.line(f"{counted(came, 'word')} in, {counted(gone, 'word')} out", 2)
    shown = collation.text if whole or len(collation.text) <= MOST else collation.text[:MOST]
    for document in shown:
        _document(page, document, collation.folder, whole, color)
    if len(shown) < len(collation.text):
        left = counted(len(collation.text) - len(shown), "document")
        page.line(Said(f"… {left} more, -v shows all", "dim"), 2)


def _document(page: Layout, change: TextChange, folder: str, whole: bool, color: bool) -> None:
    name = change.title or "(no title)"
    page.line("")
    path = Said(f"  {(change.after or change.before).removeprefix(folder)}", "dim")
    if not change.before and not whole:
        page.line([new(name), f", {counted(change.words_after, 'word')}", path], 2)
        return
    if not change.after and not whole:
        page.line([out(name), f", {counted(change.words_before, 'word')}", path], 2)
        return
    page.line([Said(name, "cyan"), path], 2)
    changes = change.paragraphs
    shown = changes if whole or len(changes) <= MOST else changes[:MOST]
    for each in shown:
        number = "" if each.kind in _GONE else str(each.number)
        page.numbered(number, _paragraph(each, folder, color), 2)
    if len(shown) < len(changes):
        page.line(more(len(changes) - len(shown)), 4)


def _paragraph(change: ParagraphChange, folder: str, color: bool) -> Line:
    match change.kind:
        case "changed" if change.pieces:
            return marked(change.pieces, color=color)
        case "changed":
            return [out(_cut(change.before)), " ", new(_cut(change.after))]
        case "added":
            return new(_cut(change.after))
        case "removed":
            return out(_cut(change.before))
        case "moved":
            to = change.to.removeprefix(folder)
            return [Said(f"moved to {to}: ", "dim"), _cut(change.before, _SHORT)]
        case "retagged":
            return [Said(f"{change.to} → {change.element}: ", "dim"), _cut(change.after, _SHORT)]


def _cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def alts(page: Layout, collation: Collation, whole: bool, *, color: bool) -> None:
    """Picture by picture."""
    changes: Sequence[AltChange] = collation.alts
    if not changes:
        return
    page.heading("Words in place of pictures")
    shown = changes if whole or len(changes) <= MOST else changes[:MOST]
    for each in shown:
        path = each.picture.removeprefix(collation.folder)
        page.line(Said(path or "a drawing on the page", "dim"), 2)
        page.line(_alt(each, color), 4)
    if len(shown) < len(changes):
        page.line(more(len(changes) - len(shown)), 2)


def _alt(change: AltChange, color: bool) -> Line:
    if change.pieces:
        return marked(change.pieces, color=color)
    return [out(_said(change.before)), "  ", new(_said(change.after))]


def _said(alt: str | None) -> str:
    if alt is None:
        return "(nothing)"
    return alt or "(a decoration)"
