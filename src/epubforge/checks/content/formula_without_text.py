"""A040: formula without text."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import MATHML

RULE = Rule(
    "A040",
    "formula-without-text",
    Severity.NOTE,
    page="""\
A formula has no description in words.

Why it matters
    Programs that read aloud and do not know MathML say nothing.
Bad
    <math><mi>x</mi></math>
Good
    <math alttext="x"><mi>x</mi></math>
Reference
    EPUB Accessibility Techniques: https://www.w3.org/TR/epub-a11y-tech-11/
""",
    equivalent="ACC-009",
)


def formula_without_text(page: Page) -> Iterator[Diagnostic]:
    """An annotation in XML counts as well."""
    for formula in page.document.named.get(f"{MATHML} math", ()) if page.is_content3 else ():
        annotated = any(each.local == "annotation-xml" for each in formula.descendants())
        if not formula.get("alttext") and not annotated:
            yield RULE.at(page.at(formula), "math has no alttext", "say it in words")
