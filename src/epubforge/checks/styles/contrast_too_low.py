"""A100: text that stands out too little from its ground."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.seen import Look, Said, looks
from epubforge.source import EntryPlace
from epubforge.styles.colours import contrast

RULE = Rule(
    "A100",
    "contrast-too-low",
    Severity.WARNING,
    page="""\
The colour of text is too near to that of its ground.

Why it matters
    People with poor sight, and everybody in the sun or on e-ink, cannot read it. The contrast that
    WCAG asks for is 4.5, and 3 for text of 18 points (or 14 and bold) and more. Where the book sets
    only one of the two colours, black text or a white page is taken for the other.
Bad
    .caption { color: #999; }
Good
    .caption { color: #595959; }
Reference
    WCAG 2.2, 1.4.3 Contrast (Minimum): https://www.w3.org/TR/WCAG22/#contrast-minimum
""",
    ace=("color-contrast",),
    criterion=Criterion("WCAG 1.4.3", "AA"),
)


def contrast_too_low(page: Page) -> Iterator[Diagnostic]:
    """Each declaration that gives text of the page such a colour, once."""
    if not page.is_html:
        return
    told: set[tuple[Said, str]] = set()
    for _, look in looks(page, page.book.styles):
        message = _message(look)
        if look.by is not None and message and (look.by, message) not in told:
            told.add((look.by, message))
            hint = "make the text darker or its ground lighter, or the other way round"
            yield RULE.at(_place(page, look.by), message, hint)


def _message(look: Look) -> str:
    """What is wrong; nothing where all is well or cannot be known."""
    text, ground = look.colours
    ratio, wanted = contrast(text, ground), 3.0 if look.is_large else 4.5
    if look.hides_colour or look.hides_ground or ratio >= wanted or look.by is None:
        return ""
    selectors = look.by.selectors or "this element"
    return (
        f"{text.name} on {ground.name} of {selectors} has a contrast of {_cut(ratio)},"
        f" less than {wanted:g}"
    )


def _cut(ratio: float) -> str:
    """Two digits, never rounded up to what is wanted."""
    return f"{int(ratio * 100) / 100:g}"


def _place(page: Page, by: Said) -> EntryPlace:
    if by.path is None:
        return page.at_byte(by.start)
    entry = page.book.place(by.path).entry
    return EntryPlace(page.book.archive.path, entry, by.declared.line, by.declared.column)
