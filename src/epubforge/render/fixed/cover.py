"""The cover as a fixed page: the picture as large as the page lets it be."""

from __future__ import annotations

import re

from epubforge.model.book import Page, PlacedPicture
from epubforge.render.fixed.frame import Frame
from epubforge.render.fixed.leaf import Leaf
from epubforge.render.fixed.opened import Opened

_IMG = re.compile(r"<img\b[^>]*/>")


def cover_leaf(page: Page, parts: Opened, placed: PlacedPicture, frame: Frame) -> Leaf:
    """The cover in the middle of its page, whole."""
    view, picture = frame.viewport, placed.picture
    scale = min(view.width / max(picture.width, 1), view.height / max(picture.height, 1))
    width, height = picture.width * scale, picture.height * scale
    style = (
        f"left:{(view.width - width) / 2:.2f}px;top:{(view.height - height) / 2:.2f}px;"
        f"width:{width:.2f}px;height:{height:.2f}px"
    )
    markup = _IMG.sub(lambda img: f'<div class="shown" style="{style}">{img[0]}</div>', parts.inner)
    return Leaf(page, markup, parts.section, "picture", classes=("plate-leaf", "bleed"))
