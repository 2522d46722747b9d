"""A small book that always looks the same: it brings its own letters, pictures and date."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

from conftest import write_files
from epubforge.fonts.house import text_face
from epubforge.fonts.subset import subset

_LETTERS = [chr(code) for code in range(32, 0x180)] + list("–—‘’“”…•↩")
_SETTINGS = """\
[book]
title = "A book that is looked at"
language = "en"
modified = 2026-01-31T12:00:00Z
cover = "images/cover.png"

[contents]
chapters = ["one.md", "plates"]

[theme]
fonts = ["fonts/*.ttf"]
css = ["own.css"]

[plates]
pictures = "images/plates"
captions = "manuscript/plates.toml"

[editions.fixed]
layout = "fixed"
"""
_PLATES = """\
[[picture]]
file = "1-tower.png"
caption = "A tower"
alt = "A dark tower on a yellow ground"

[[picture]]
file = "2-road.png"
caption = "A road across two pages"
alt = "A red road from edge to edge"
spread = "double"
"""
_PROSE = "Words follow one another as they do in any book, and fill the line to its end. " * 4
CHAPTER = f"""\
# The chapter

{_PROSE}

![A blue field](../images/field.png)

*The field, from the north*

> What others said, set apart from the rest.

- one thing
- and another

| What | How much |
|:--|--:|
| Coal | 102 |
| Bread | 7 |

{_PROSE}[^a]

{_PROSE}

[^a]: A note at the end.
"""


def write_book(folder: Path, chapter: str = CHAPTER, styles: str = "p { hyphens: none }") -> Path:
    """Write its project, as it is or with something else in it."""
    faces = {"upright": text_face(), "italic": text_face(italic=True), "bold": text_face(bold=True)}
    return write_files(
        folder,
        {
            "manuscript/book.toml": _SETTINGS,
            "manuscript/plates.toml": _PLATES,
            "manuscript/one.md": chapter,
            "own.css": f"{styles}\n",
            "images/cover.png": _picture((600, 800), "darkgreen", "gold"),
            "images/field.png": _picture((600, 300), "steelblue", "midnightblue"),
            "images/plates/1-tower.png": _picture((600, 800), "khaki", "black"),
            "images/plates/2-road.png": _picture((1200, 700), "beige", "firebrick"),
            **{f"fonts/{name}.ttf": subset(face, _LETTERS) for name, face in faces.items()},
        },
    )


def _picture(size: tuple[int, int], ground: str, shape: str) -> bytes:
    """A rectangle on a ground, as a PNG."""
    width, height = size
    image = Image.new("RGB", size, ground)
    ImageDraw.Draw(image).rectangle(
        (width // 6, height // 4, width * 2 // 3, height * 3 // 4), fill=shape
    )
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
