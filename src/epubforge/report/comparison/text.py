"""A collation for people."""

from __future__ import annotations

from epubforge.collation.collate import Collation
from epubforge.report.comparison.material import files, fonts, pictures, sizes, styles, unread
from epubforge.report.comparison.statements import accessibility, metadata
from epubforge.report.comparison.ways import contents, documents, lists
from epubforge.report.comparison.words import alts, text
from epubforge.report.layout import Layout, Said
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
    page.line("The books differ." if _is_told(collation) else _SILENT)
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


def _is_told(collation: Collation) -> bool:
    """Whether more has changed than the bytes of some files."""
    changed = (
        collation.metadata, collation.accessibility, collation.contents, collation.documents,
        collation.text, collation.alts, collation.pictures, collation.styles, collation.fonts,
    )  # fmt: skip
    return any(changed) or any(
        each.before or each.after for each in (collation.landmarks, collation.pages)
    )
