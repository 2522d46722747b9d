"""R013: a drawing, or a picture in a drawing, that is wider or higher than a shop takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.checks.shops import Verdict, nothing, too_much
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.references import Reference, Use
from epubforge.finished.traits import traits_of
from epubforge.source import EntryPlace

RULE = Rule(
    "R013",
    "drawing-too-large",
    Severity.WARNING,
    page="""\
A drawing (SVG), or a picture that it shows, is wider or higher than a shop takes.

Why it matters
    Google Play Books turns drawings into pixels and stops at 3200 on either side: of the drawing,
    of the <image> in it, and of the file that the image names. Cover pages are often built so.
Bad
    <svg width="4000" height="6000" …><image width="4000" height="6000" href="cover.jpg"/></svg>
Good
    <img src="cover.jpg" alt="Cover"/>
Reference
    Google Play Books partner help 3316879 (read 2026-11-23 in a mirror)
""",
)
_PIXELS = re.compile(r"\s*(\d{1,9})(?:\.\d*)?(?:px)?\s*")


def drawing_too_large(page: Page) -> Iterator[Diagnostic]:
    """Of drawings in pages and by themselves; what has its size in other units is passed over."""
    if not any(shop.pictures.svg_side for shop in page.book.shops):
        return
    for element in page.document.svg("svg", "image"):
        sides = [_PIXELS.fullmatch(element.get(name)) for name in ("width", "height")]
        said = [int(side[1]) for side in sides if side]
        what = "a drawing" if element.local == "svg" else "a picture in a drawing"
        yield from _told(page, f"{what} is {_size(said)}", said, page.at(element))
    for reference in page.references:
        yield from _of_file(page, reference)


def _of_file(page: Page, reference: Reference) -> Iterator[Diagnostic]:
    if reference.use is not Use.IMAGE or reference.element != "image":
        return
    item = page.package.by_resource.get(reference.url.resource)
    traits = traits_of(page.book, item) if item else None
    if item is not None and traits is not None:
        sides = [traits.width, traits.height]
        what = f"{item.href}, shown in a drawing, is {_size(sides)}"
        yield from _told(page, what, sides, page.at_byte(reference.at))


def _told(page: Page, what: str, sides: list[int], place: EntryPlace) -> Iterator[Diagnostic]:
    verdict = _verdict(page, max(sides, default=0))
    if verdict is not None:
        hint = f"make it at most {verdict.figure} wide and high, or show the picture with <img>"
        yield RULE.at(place, f"{what}; {verdict.words}", hint)


def _verdict(page: Page, side: int) -> Verdict | None:
    return too_much(
        page.book.shops, side, lambda shop: shop.pictures.svg_side, nothing,
        lambda pixels: f"{pixels} pixels on a side",
    )  # fmt: skip


def _size(sides: list[int]) -> str:
    return f"{' × '.join(map(str, sides))} pixels"
