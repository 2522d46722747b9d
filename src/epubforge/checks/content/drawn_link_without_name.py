"""A041: drawn link without name."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import XLINK

RULE = Rule(
    "A041",
    "drawn-link-without-name",
    Severity.NOTE,
    page="""\
A link in a drawing has no name.

Why it matters
    Who listens hears that there is a link, and not where to.
Bad
    <svg:a xlink:href="one.xhtml"><rect/></svg:a>
Good
    <svg:a xlink:href="one.xhtml"><title>One</title><rect/></svg:a>
Reference
    SVG Accessibility: https://www.w3.org/TR/svg-aam-1.0/
""",
    equivalent="ACC-011",
)


def drawn_link_without_name(page: Page) -> Iterator[Diagnostic]:
    """Title, text, aria-label or xlink:title count."""
    for link in page.document.svg("a") if page.is_content3 else ():
        named = link.get("aria-label") or link.get(f"{XLINK} title")
        if not named and not any(
            e.local in {"title", "text"} and e.text().strip() for e in link.descendants()
        ):
            target = link.get(f"{XLINK} href") or link.get("href")
            yield RULE.at(page.at(link), f"the link to {target} has no name", "give it a title")
