"""The marks in a page where pages of the printed book begin."""

from __future__ import annotations

from epubforge.finished.page import Page
from epubforge.tree.document import Element
from epubforge.tree.names import EPUB_TYPE


def page_breaks(page: Page) -> list[Element]:
    """Such marks in the order of the text, by their meaning or by their role."""
    if b"pagebreak" not in page.document.content or not page.is_content3:
        return []
    return [each for each in page.document.elements if each.attributes and _is_break(each)]


def _is_break(element: Element) -> bool:
    return "pagebreak" in element.tokens(EPUB_TYPE) or "doc-pagebreak" in element.tokens("role")
