"""A collation for people."""

from __future__ import annotations

from epubforge.collation.collate import Collation
from epubforge.report.comparison.material import files, fonts, pictures, sizes, styles, unread
from epubforge.report.comparison.statements import accessibility, metadata
from epubforge.report.comparison.ways import contents, documents, lists
from epubforge.report.comparison.words import alts, text
from epubforge.report.layout import Layout, Said
from epubforge.report.measures import counted
from epubforge.report.report import Screen


def comparison_text(
    before: str, after: str, collation: Collation, screen: Screen, *, whole: bool = False
) -> str:
    """What changed, section by section; lists are shortened unless `whole`."""
    page = Layout(screen)
    title = collation.title_after or collation.title_before or "Without a title"
    page.line(Said(title, "bold"))
    page.line(Said(f"{before} → {after}", "dim"))
    page.line("")
    if collation.equal:
        page.line(
            "The two books are the same, byte for byte."
            if collation.identical
            else "The two books hold the same files; only how these are packed differs."
        )
        return page.text
    page.line(_summary(collation) or _SILENT)
    metadata(page, collation)
    accessibility(page, collation)
    contents(page, collation, whole)
    lists(page, collation)
    documents(page, collation, whole)
    text(page, collation, whole, color=screen.color)
    alts(page, collation, whole, color=screen.color)
    pictures(page, collation, whole)
    styles(page, collation, whole)
    fonts(page, collation)
    files(page, collation, whole)
    sizes(page, collation)
    unread(page, collation)
    return page.text


_SILENT = "The books read alike: nothing that a reader or a shop sees has changed."


def _summary(collation: Collation) -> str:
    """How much of what has changed; empty where only the bytes of some files have."""
    words = collation.words_in + collation.words_out
    lists = (collation.landmarks, collation.pages)
    counts = (
        (len(collation.metadata) + len(collation.accessibility), "field"),
        (len(collation.contents), "line of the contents", "lines of the contents"),
        (sum(len(each.before) + len(each.after) for each in lists), "landmark or page mark",
         "landmarks and page marks"),
        (len({(each.before, each.after) for each in collation.documents}), "document"),
        (words, "word"),
        (len(collation.alts), "description"),
        (len(collation.pictures), "picture"),
        (len(collation.styles), "stylesheet"),
        (len(collation.fonts), "font"),
    )  # fmt: skip
    told = [counted(*each) for each in counts if each[0]]
    if not told and collation.text:
        told = ["signs between words"]
    return f"Changed: {', '.join(told)}." if told else ""
