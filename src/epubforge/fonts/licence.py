"""The licence of a family as a file of the book, as open licences ask."""

from __future__ import annotations

import re

from epubforge.fonts.face import Face

_FOLDER = "fonts"


def licence_file(face: Face) -> tuple[str, str] | None:
    """Where the licence of a face's family stands in the book, and its text.

    None where nothing is known of it.
    """
    parts = [face.licence.strip()]
    if not face.has_licence_file:
        parts = [face.copyright, *parts, face.licence_url]
    text = "\n\n".join(part for part in parts if part)
    if not text:
        return None
    return f"{_FOLDER}/{slug(face.family)}-LICENSE.txt", text.replace("\r\n", "\n") + "\n"


def font_file(face: Face) -> str:
    """Where a face stands in the book: family, weight and style in small ASCII letters."""
    style = "italic" if face.italic else "normal"
    ending = "otf" if face.media_type == "font/otf" else "ttf"
    return f"{_FOLDER}/{slug(face.family)}-{face.weight}-{style}.{ending}"


def slug(family: str) -> str:
    """A family's name as a part of a file name."""
    return re.sub(r"[^a-z0-9]+", "-", family.lower()).strip("-") or "font"
