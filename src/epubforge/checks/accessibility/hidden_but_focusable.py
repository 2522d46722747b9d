"""A082: a thing that a keyboard reaches and a screen reader does not know."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_presentation
from epubforge.tree.document import Element

RULE = Rule(
    "A082",
    "hidden-but-focusable",
    Severity.WARNING,
    page="""\
A link, a control or a player is hidden from screen readers, or said to mean nothing, and can be
reached all the same.

Why it matters
    Who listens and goes on with the keyboard comes to a place where nothing is said, and does not
    know what the next key will do.
Bad
    <a href="notes.xhtml" aria-hidden="true">Notes</a>
Good
    <a href="notes.xhtml">Notes</a>
Reference
    WCAG 2.2, 4.1.2 Name, Role, Value: https://www.w3.org/TR/WCAG22/#name-role-value
    WAI-ARIA 1.2, aria-hidden: https://www.w3.org/TR/wai-aria-1.2/#aria-hidden
""",
    ace=("aria-hidden-focus",),
    criterion=Criterion("WCAG 4.1.2", "A"),
)


_WORDS = (b"aria-hidden", b"presentation", b'"none"', b"'none'")
"""Where none of them stands, nothing is hidden."""
_CONTROLS = ("a", "area", "button", "input", "select", "textarea", "audio", "video", "summary")
_NEEDS = {"a": "href", "area": "href", "audio": "controls", "video": "controls"}
"""The attribute without which it cannot be reached."""


def hidden_but_focusable(page: Page) -> Iterator[Diagnostic]:
    """Elements that HTML makes reachable, unless they are disabled, taken out or not shown."""
    content = page.document.content
    if not any(word in content for word in _WORDS):
        return
    aria_hidden: Nearest[bool] = Nearest(lambda e: e.get("aria-hidden").strip() == "true" or None)
    page_hidden: Nearest[bool] = Nearest(lambda e: "hidden" in e.attributes or None)
    for element in page.document.html(*_CONTROLS):
        if not _is_reachable(element):
            continue
        what = element.local
        if is_presentation(element):
            message = f"the {what} is said to mean nothing, and can be reached with a keyboard"
            yield RULE.at(page.at(element), message, "take away the role")
        elif aria_hidden.of(element) and not page_hidden.of(element):
            message = (
                f"the {what} is hidden from screen readers, and can be reached with a keyboard"
            )
            yield RULE.at(
                page.at(element), message, 'take away aria-hidden, or write tabindex="-1"'
            )


def _is_reachable(element: Element) -> bool:
    attributes = element.attributes
    if attributes.get("tabindex", "").strip().startswith("-") or "disabled" in attributes:
        return False
    if attributes.get("type", "").strip().lower() == "hidden":
        return False
    return _NEEDS.get(element.local, "") in ("", *attributes)
