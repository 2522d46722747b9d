"""How a book is to be shown: flowing or in fixed pages, and which way they turn."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.finished.package import Package
from epubforge.inventory.statements import Statements


@dataclass(frozen=True, slots=True)
class Rendition:
    """What the package says of the showing; empty where it says nothing."""

    layout: str
    """reflowable or pre-paginated: of the book, single pages may differ."""
    spread: str
    orientation: str
    flow: str
    viewport: str
    """Of every page: `width=1200, height=1600`, or `1200x1600` as Kindle wants it."""
    direction: str
    """Of the turning of pages: ltr or rtl."""


def rendition(package: Package, said: Statements) -> Rendition:
    """The rendition of a book."""

    def first(*names: str) -> str:
        return next((text for name in names for text in said.texts(name)), "")

    spines = package.elements("spine")
    return Rendition(
        layout="pre-paginated" if package.is_fixed else "reflowable",
        spread=first("rendition:spread"),
        orientation=first("rendition:orientation"),
        flow=first("rendition:flow"),
        viewport=first("rendition:viewport", "original-resolution"),
        direction=spines[0].get("page-progression-direction").strip() if spines else "",
    )
