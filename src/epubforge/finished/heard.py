"""What is kept of each page for the questions on a book's accessibility as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.finished.breaks import page_breaks
from epubforge.finished.drawings import drawings
from epubforge.finished.page import Page
from epubforge.finished.semantics import meanings
from epubforge.finished.spoken import said
from epubforge.tree.document import Element
from epubforge.tree.names import MATHML, SSML, XML_LANG

ENOUGH = 2000
"""Letters of a page that are counted: more make no difference."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Of one page of the book."""

    language: str = ""
    title: str = ""
    heading: str = ""
    """The text of its first heading."""
    letters: int = 0
    """How much text it has, up to ENOUGH."""
    pictures: int = 0
    """Those that tell something, with words in their place or without."""
    missed: int = 0
    """Those of them without words."""
    breaks: tuple[tuple[str, int], ...] = ()
    """Where pages of the printed book begin: the marks' ids, and places in bytes."""
    holds: frozenset[str] = frozenset()
    """What else is in it: `audio`, `video`, `captions`, `math`, `ruby`, `role`, `details`, …"""


def hear(page: Page) -> Heard:
    """What a page holds; of what is no page, nothing."""
    if not (page.is_html or page.is_svg):
        return Heard()
    shown = [each for each in (*page.pictures, *drawings(page)) if not each.is_decorative]
    root = page.document.root
    headings = sorted(_headings(page), key=lambda each: each.order)
    title = next(iter(page.document.html("title")), None)
    return Heard(
        language=_language(root, next(iter(page.document.html("body")), None)),
        title=" ".join(title.text().split())[:200] if title is not None else "",
        heading=said(headings[0])[:200] or "…" if headings else "",
        letters=_letters(page),
        pictures=len(shown),
        missed=sum(each.is_missed for each in shown),
        breaks=tuple((each.get("id"), each.at) for each in page_breaks(page)),
        holds=frozenset(_things(page)),
    )


def _headings(page: Page) -> Iterator[Element]:
    yield from page.document.html("h1", "h2", "h3", "h4", "h5", "h6")
    if b"heading" in page.document.content:
        yield from (e for e in page.document.elements if "heading" in e.tokens("role"))


def _language(root: Element | None, body: Element | None) -> str:
    found = (e.get(XML_LANG).strip() or e.get("lang").strip() for e in (root, body) if e)
    return next((tag for tag in found if tag), "")


def _letters(page: Page) -> int:
    body = next(iter(page.document.html("body")), page.document.root)
    count = 0
    for element in page.document.elements[body.order if body else 0 :]:
        if element.local not in {"script", "style"}:
            count += sum(len(each.strip()) for each in element.content if isinstance(each, str))
        if count >= ENOUGH:
            return ENOUGH
    return count


def _things(page: Page) -> Iterator[str]:
    document = page.document
    for name in ("audio", "video", "ruby"):
        if document.html(name):
            yield name
    tracks = [each.get("kind").strip().lower() for each in document.html("track")]
    if any(kind in {"captions", "subtitles", ""} for kind in tracks):
        yield "captions"
    if "descriptions" in tracks:
        yield "audio description"
    formulas = document.named.get(f"{MATHML} math", ())
    if formulas:
        yield "math"
        if all(each.get("alttext").strip() for each in formulas):
            yield "math in words"
    if b"role=" in document.content:
        yield "role"
    if b"aria-details" in document.content or b"aria-describedby" in document.content:
        yield "details"
    if document.html("details"):
        yield "details"
    if SSML.encode() in document.content:
        yield "speech"
    sections = document.html("section", "div", "nav", "body", "aside")
    if b"index" in document.content and any("index" in meanings(each) for each in sections):
        yield "index"
