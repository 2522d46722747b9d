"""Plates on fixed pages: alone with their caption, to the edges, or across two pages."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from epubforge.model.book import Book, Page, PlacedPicture, Plate, PlatePage
from epubforge.model.fixed import Side
from epubforge.model.picture import Picture
from epubforge.render.fixed.leaf import Leaf
from epubforge.render.fixed.opened import Opened
from epubforge.render.fixed.setter import Setter

_FIGURE = re.compile(r"<figure\b[^>]*>")
_SHOWN = re.compile(r'<div class="shown">\s*(<img\b[^>]*/>)\s*</div>')
_ALT = re.compile(r' alt="([^"]*)"')
_ATTRIBUTE = ' {}="[^"]*"'
_MOST_CAPTION = 0.4
"""Of the page's height; a longer caption is set as text on pages of its own."""
_MOST_ENLARGED = 2.0
"""Pixels that are made larger than this are seen."""
_GAP = 0.6
"""Between plate and caption, in sizes of letters."""


@dataclass(frozen=True, slots=True)
class Halves:
    """A picture cut at the gutter."""

    left: PlacedPicture
    right: PlacedPicture


@dataclass(frozen=True, slots=True)
class PlateSetter:
    """Sets the plates of one book."""

    setter: Setter
    book: Book
    halves: Mapping[str, Halves]
    """By the path of the plate's picture: those that lie across two pages."""
    bleeds: bool = False
    """Pictures go to the edges of the page."""

    def leaves(self, page: Page, parts: Opened, content: PlatePage) -> tuple[Leaf, ...]:
        """A plate that has a page to itself is fitted to it; all else is set as text is."""
        shown = _SHOWN.findall(parts.inner)
        alone = len(content.plates) == 1 and content.layout == "one-per-page" and len(shown) == 1
        (plate, *_) = content.plates
        if not alone or plate.placed is None or len(_FIGURE.findall(parts.inner)) != 1:
            return self.setter.leaves(page, parts)
        spread = plate.caption.spread if plate.caption else "auto"
        if plate.path in self.halves:
            return tuple(self._across(page, parts, plate, self.halves[plate.path]))
        leaves = tuple(self._alone(page, parts, plate.placed.picture, shown[0]))
        side = spread if spread in {"left", "right"} else None
        first = replace(leaves[0], opens="left" if side == "left" else "right" if side else None)
        return (first, *leaves[1:])

    def _alone(self, page: Page, parts: Opened, picture: Picture, img: str) -> Iterator[Leaf]:
        frame = self.setter.frame
        view = frame.viewport
        caption, height, rest = self._caption(page, parts, frame.width)
        gap = _GAP * frame.size if height else 0.0
        if self.bleeds:
            box = _fitted(picture, view.width, view.height)
            place = _Place((view.width - box[0]) / 2, 0.0, *box)
            top = min(place.height + gap, view.height - 0.6 * frame.size - height)
            band = " band" if top < place.height else ""
            yield self._leaf(page, parts, _Set(img, caption, place, top, "bleed" + band))
        else:
            box = _fitted(picture, frame.width, frame.height - height - gap)
            spare = frame.height - height - gap - box[1]
            top = spare / 2.5
            place = _Place((frame.width - box[0]) / 2, top, *box)
            yield self._leaf(page, parts, _Set(img, caption, place, top + box[1] + gap))
        yield from rest

    def _across(self, page: Page, parts: Opened, plate: Plate, halves: Halves) -> Iterator[Leaf]:
        """The first page has the left half in a book that is read from the left."""
        frame, labels = self.setter.frame, self.book.labels
        view = frame.viewport
        caption, height, rest = self._caption(page, parts, frame.width)
        gap = _GAP * frame.size if height else 0.0
        outer = 0 if self.bleeds else frame.outer
        room = view.height if self.bleeds else frame.height - height - gap
        whole = halves.left.picture
        picture = replace(whole, width=whole.width + halves.right.picture.width)
        width, tall = _fitted(picture, 2 * (view.width - outer), room)
        top = max(0.0, (room - tall) / (2 if self.bleeds else 2.5))
        left_to_right = self.book.metadata.direction != "rtl"
        order = ("left", "right") if left_to_right else ("right", "left")
        img = _SHOWN.findall(parts.inner)[0]
        alt = plate.alt
        for number, side in enumerate(order):
            half = halves.left if side == "left" else halves.right
            part = width * half.picture.width / picture.width
            edge = 0 if self.bleeds else frame.left("left" if side == "left" else "right")
            from_left = (view.width - part if side == "left" else 0.0) - edge
            said = labels["spread_first" if number == 0 else "spread_second"].format(alt)
            shown = _with(img, half, said if alt else "", first=number == 0)
            last = number == 1
            place = _Place(from_left, top, part, tall)
            caption_top = min(top + tall + gap, frame.height - height)
            if self.bleeds:
                caption_top = min(top + tall + gap, view.height - 0.6 * frame.size - height)
            classes = "across" + (" bleed" if self.bleeds else "")
            if self.bleeds and caption_top < top + tall:
                classes += " band"
            text = caption if last else f'<figure class="plate" id="{_first_id(parts)}"></figure>'
            leaf = self._leaf(page, parts, _Set(shown, text, place, caption_top, classes))
            opens: Side = "left" if side == "left" else "right"
            yield replace(leaf, opens=opens, first=number == 0)
        yield from rest

    def _caption(
        self, page: Page, parts: Opened, width: float
    ) -> tuple[str, float, tuple[Leaf, ...]]:
        """The figure without its picture, its height, and leaves for what has no room below it."""
        alone = replace(parts, inner=_SHOWN.sub("", parts.inner))
        most = _MOST_CAPTION * self.setter.frame.height
        done = self.setter.flow(page, alone, width, most)
        if len(done.pages) == 1:
            return done.pages[0].markup, min(most, done.height + 1), ()
        rest = tuple(
            Leaf(page, each.markup, parts.section, ids=each.ids, first=False)
            for each in done.pages[1:]
        )
        return done.pages[0].markup if done.pages else "", most, rest

    def _leaf(self, page: Page, parts: Opened, done: _Set) -> Leaf:
        shown = f'<div class="shown" style="{done.place.style}">{done.img}</div>'
        figure = _FIGURE.search(done.caption)
        at = figure.end() if figure else 0
        text = done.caption[:at] + shown + done.caption[at:]
        markup = f'<div class="zone" style="padding-top:{done.caption_top:.2f}px">\n{text}</div>'
        ids = tuple(re.findall(r' id="([^"]*)"', markup))
        classes = ("plate-leaf", *done.classes.split())
        return Leaf(page, markup, parts.section, "plate", ids, classes=classes)


@dataclass(frozen=True, slots=True)
class _Place:
    left: float
    top: float
    width: float
    height: float

    @property
    def style(self) -> str:
        sides = (("left", self.left), ("top", self.top), ("width", self.width),
                 ("height", self.height))  # fmt: skip
        return ";".join(f"{name}:{value:.2f}px" for name, value in sides)


@dataclass(frozen=True, slots=True)
class _Set:
    img: str
    caption: str
    place: _Place
    caption_top: float
    classes: str = ""


def _fitted(picture: Picture, width: float, height: float) -> tuple[float, float]:
    is_drawing = picture.media_type == "image/svg+xml"
    most = math.inf if is_drawing else _MOST_ENLARGED
    scale = min(most, width / max(picture.width, 1), height / max(picture.height, 1))
    return picture.width * scale, picture.height * scale


def _with(img: str, half: PlacedPicture, alt: str, *, first: bool) -> str:
    """The same picture's element for one of its halves; the second is described by the first."""
    picture = half.picture
    img = re.sub(r' src="([^"]*/)?[^"/]*"', lambda found: f' src="{found[1] or ""}'
                 f'{half.href.rpartition("/")[2]}"', img)  # fmt: skip
    for name, value in (("width", picture.width), ("height", picture.height)):
        img = re.sub(_ATTRIBUTE.format(name), f' {name}="{value}"', img)
    if not first:
        img = re.sub(_ATTRIBUTE.format("aria-details"), "", img)
    return _ALT.sub(lambda _: f' alt="{escape(alt)}"', img) if alt else img


def _first_id(parts: Opened) -> str:
    figure = _FIGURE.search(parts.inner)
    found = re.search(r' id="([^"]*)"', figure[0]) if figure else None
    return found[1] if found else "plate"
