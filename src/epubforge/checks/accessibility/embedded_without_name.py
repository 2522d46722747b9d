"""A069: a thing inside the page that nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_hidden, is_presentation, name_of
from epubforge.tree.document import Element

RULE = Rule(
    "A069",
    "embedded-without-name",
    Severity.WARNING,
    page="""\
A frame, an object, an area of an image map or an image button has no name.

Why it matters
    Who listens hears "frame" or "button", or an address, and cannot know what it is for.
Bad
    <iframe src="quiz.xhtml"></iframe>
Good
    <iframe src="quiz.xhtml" title="Questions on chapter 2"></iframe>
Reference
    WCAG 2.2, 4.1.2 Name, Role, Value: https://www.w3.org/TR/WCAG22/#name-role-value
    WCAG 2.2, 1.1.1 Non-text Content: https://www.w3.org/TR/WCAG22/#non-text-content
""",
    ace=("object-alt", "frame-title"),
    criterion=Criterion("WCAG 4.1.2", "A"),
)


_WORDS = {
    "iframe": ("the frame", 'write title="…"'),
    "embed": ("the embedded thing", 'write title="…" or aria-label="…"'),
    "object": ("the object", "write between its tags what is to be seen"),
    "area": ("the area of the picture", 'write alt="…": where it leads'),
    "input": ("the button", 'write alt="…": what it does'),
}


def embedded_without_name(page: Page) -> Iterator[Diagnostic]:
    """Of areas those that lead somewhere, of inputs those that are pictures."""
    for element in page.document.html(*_WORDS):
        if not _counts(element) or name_of(page, element):
            continue
        if not is_hidden(page, element) and not is_presentation(element):
            what, hint = _WORDS[element.local]
            yield RULE.at(page.at(element), f"{what} has no name", hint)


def _counts(element: Element) -> bool:
    match element.local:
        case "area":
            return "href" in element.attributes
        case "input":
            return element.get("type").strip().lower() == "image"
        case _:
            return True
