"""C246: textbook headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.document import Element
from epubforge.tree.names import XHTML

RULE = Rule(
    "C246",
    "textbook-headings",
    Severity.ERROR,
    page="""\
The headings of a textbook do not follow its sections.

Why it matters
    Who listens goes by headings, and gets lost.
Bad
    <section><h4>…</h4></section> in the body
Good
    <section><h2>…</h2></section> in the body with an h1
Reference
    EPUB for Education: https://idpf.org/epub/profiles/edu/structure/
""",
    equivalent="RSC-005",
)


_HEADING = re.compile(r"h[1-6]\Z")
_SECTIONS = (f"{XHTML} section", f"{XHTML} article", f"{XHTML} aside", f"{XHTML} nav")


def textbook_headings(page: Page) -> Iterator[Diagnostic]:
    """Linear pages of books of the type edupub."""
    is_linear = page.step is not None and page.step.is_linear
    if "edupub" not in page.package.types or not page.is_html or not is_linear or page.is_fixed:
        return
    document = page.document
    headings: dict[int, list[Element]] = {}
    for element in document.elements:
        if _is_heading(element):
            section_around = document.around(element, *_SECTIONS)
            headings.setdefault(-1 if section_around is None else section_around.order, []).append(
                element
            )
    for section in document.html("section", "article"):
        own = headings.get(section.order, [])
        if not own and not section.get("aria-label").strip():
            yield RULE.at(page.at(section), f"{section.local} has no heading", "give it one")
        if len(own) > 1:
            yield RULE.at(page.at(section), f"{section.local} has {len(own)} headings", "leave one")
    for body in page.document.html("body"):
        yield from _of_body(page, body, headings.get(-1, []))


def _of_body(page: Page, body: Element, own: list[Element]) -> Iterator[Diagnostic]:
    is_section = any(e.local not in {"article", "section", "aside", "nav"} for e in body.children())
    if is_section and not own and not body.get("aria-label").strip():
        yield RULE.at(page.at(body), "body has no heading", "give it one")
    if is_section and len(own) > 1:
        yield RULE.at(page.at(body), f"body has {len(own)} headings", "leave one")


def _is_heading(element: Element) -> bool:
    is_one = element.name.startswith(XHTML) and _HEADING.match(element.local)
    return bool(is_one) or element.get("role") == "heading"
