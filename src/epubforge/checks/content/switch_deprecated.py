"""C139: switch deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import OPS

RULE = Rule(
    "C139",
    "switch-deprecated",
    Severity.WARNING,
    page="""\
A page uses epub:switch or epub:trigger, which EPUB has given up.

Why it matters
    New reading systems show all cases at once, or none.
Bad
    <epub:switch>…</epub:switch>
Good
    The content that all reading systems know, or a script.
Reference
    EPUB 3.3, deprecated features: https://www.w3.org/TR/epub-33/#sec-deprecated
""",
    equivalent="RSC-017",
)


def switch_deprecated(page: Page) -> Iterator[Diagnostic]:
    """Each, in EPUB 3."""
    for name in ("switch", "trigger") if page.is_content3 else ():
        for element in page.document.named.get(f"{OPS} {name}", ()):
            yield RULE.at(page.at(element), f"epub:{name} is given up", "do without it")
