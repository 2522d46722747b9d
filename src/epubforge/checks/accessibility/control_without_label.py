"""A083: a field or a button that nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.spoken import is_hidden, name_of, said
from epubforge.tree.document import Element

RULE = Rule(
    "A083",
    "control-without-label",
    Severity.WARNING,
    page="""\
A field, a list to choose from or a button has no name.

Why it matters
    Who listens hears "edit" or "button", and cannot know what to write or what will happen. A text
    that stands near it is a name only if label, or aria-labelledby, says so.
Bad
    Your answer: <input type="text"/>
Good
    <label>Your answer: <input type="text"/></label>
Reference
    WCAG 2.2, 4.1.2 Name, Role, Value: https://www.w3.org/TR/WCAG22/#name-role-value
    WCAG 2.2, 3.3.2 Labels or Instructions: https://www.w3.org/TR/WCAG22/#labels-or-instructions
""",
    ace=("label", "button-name", "select-name"),
    criterion=Criterion("WCAG 4.1.2", "A"),
)


_NAMED_BY_THEMSELVES = frozenset({"hidden", "submit", "reset", "image"})
"""The types of input that need no label, or have their own rule."""


def control_without_label(page: Page) -> Iterator[Diagnostic]:
    """Fields, lists and text areas without label, aria-label or title; buttons without text."""
    controls = page.document.html("input", "select", "textarea", "button", "summary")
    labels = page.document.html("label")
    labelled = {each.get("for") for each in labels if said(each)} if controls else set()
    around: Nearest[Element] = Nearest(lambda e: e if e.local == "label" else None)
    for control in controls:
        label = around.of(control)
        is_labelled = control.get("id", "\0") in labelled or (label is not None and said(label))
        if not is_labelled and not _is_named(page, control) and not is_hidden(page, control):
            what = "button" if control.local in {"button", "summary"} else "field"
            hint = "put it into a label with its name, or write aria-label"
            yield RULE.at(page.at(control), f"the {what} has no name", hint)


def _is_named(page: Page, control: Element) -> bool:
    kind = control.get("type").strip().lower()
    if control.local == "input" and kind in _NAMED_BY_THEMSELVES:
        return True
    if control.local in {"button", "summary"}:
        return bool(name_of(page, control))
    if kind == "button":
        return bool(control.get("value").strip() or control.get("aria-label").strip())
    return any(control.get(n).strip() for n in ("aria-label", "aria-labelledby", "title"))
