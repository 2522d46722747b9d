"""A cover of words alone, for a book that has no cover picture."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from epubforge.diagnostics import Outcome, Rule, Severity
from epubforge.fonts.error import FontError
from epubforge.images.covers.design import HEIGHT, WIDTH, Palette, Press, Voices, Words
from epubforge.images.workshop import draft, filed
from epubforge.model.picture import Picture
from epubforge.source import Span

_NAMED = 12
_MOST_LETTERS = 1500
PALETTES = (
    Palette((244, 239, 228), (38, 35, 33), (160, 58, 40), (231, 221, 203)),
    Palette((31, 42, 56), (241, 235, 222), (214, 166, 88), (43, 56, 73)),
    Palette((228, 233, 228), (26, 43, 39), (42, 104, 88), (212, 221, 213)),
    Palette((66, 30, 36), (245, 233, 221), (226, 152, 118), (82, 41, 47)),
    Palette((237, 234, 239), (42, 36, 56), (104, 76, 146), (222, 216, 228)),
    Palette((37, 52, 43), (240, 237, 222), (199, 189, 112), (49, 66, 55)),
    Palette((245, 238, 223), (27, 47, 82), (188, 116, 40), (234, 223, 200)),
    Palette((45, 43, 42), (238, 232, 221), (208, 112, 74), (58, 55, 53)),
)


NOT_DRAWN = Rule(
    "I070",
    "cover-not-drawn",
    Severity.WARNING,
    """The book has no cover picture, and none can be drawn: letters are missing for its title.

Why it matters
    The book comes without a cover. Shops ask for a cover, and libraries show an empty box for a
    book without one. Covers are drawn in Latin, Greek, Cyrillic, Vietnamese, Hebrew and Arabic,
    and in more scripts with the extra `scripts`.
Bad
    title = "源氏物語", and no cover
Good
    title = "源氏物語"
    cover = "images/cover.jpg"
""",
)
LEFT_OUT = Rule(
    "I071",
    "cover-lacks-words",
    Severity.NOTE,
    """The drawn cover leaves out a subtitle, a series or a publisher: letters are missing for it.

Why it matters
    The cover says less than the title page.
Bad
    subtitle = "源氏物語", and no cover picture
Good
    cover = "images/cover.jpg"
""",
)


@dataclass(frozen=True, slots=True)
class CoverOrder:
    """What cover is wanted."""

    words: Words
    design: str | None = None
    """None: one that the title chooses, always the same."""
    most_pixels: int = 10**9
    kind: Literal["JPEG", "PNG"] = "JPEG"


def typographic_cover(order: CoverOrder, workshop: Path, settings: Span) -> Outcome[Picture | None]:
    """A cover of at most 1600 × 2560 pixels, equal words, equal bytes.

    None where the fonts lack letters for the title or a name (I070); a subtitle, a series or a
    publisher that they cannot write is left out (I071). Raises OSError where the workshop cannot
    be written.
    """
    from epubforge.codec.poster import write_sheet
    from epubforge.images.covers import DESIGNS

    words = _folded(order.words)
    try:
        voices = voices_for(words)
    except FontError as error:
        message = f"no cover is drawn: {error.reason}"
        return Outcome(None, (NOT_DRAWN.at(settings, message, error.hint),))
    lacking = _lacking(voices, words.title, *words.names)
    if lacking or not words.title:
        message = f"no cover is drawn: the fonts lack {' '.join(lacking[:_NAMED])}"
        if not words.title:
            message = "no cover is drawn: there is no title"
        hint = "name a picture: cover under [book]"
        return Outcome(None, (NOT_DRAWN.at(settings, message, hint),))
    left_out = [text for text in words.smaller if _lacking(voices, text)]
    found = tuple(
        LEFT_OUT.at(
            settings, f"the cover leaves out “{text}”: letters are missing", "name a picture: cover"
        )
        for text in left_out
    )
    words = words.without(left_out)
    width, height = _size(order.most_pixels)
    chosen = blake2b(words.title.encode("utf-8"), digest_size=2).digest()
    design = order.design or list(DESIGNS)[chosen[1] % len(DESIGNS)]
    palette = PALETTES[chosen[0] % len(PALETTES)]
    marks = tuple(DESIGNS[design](Press(words, palette, voices, width / WIDTH)))
    with draft(workshop) as file:
        write_sheet((width, height), palette.paper, marks, file, order.kind)
        digest, content = filed(file, ".jpg" if order.kind == "JPEG" else ".png")
    media_type = "image/jpeg" if order.kind == "JPEG" else "image/png"
    return Outcome(Picture(digest, media_type, width, height, content), found)


def _size(most: int) -> tuple[int, int]:
    scale = min(1.0, math.sqrt(most / (WIDTH * HEIGHT)))
    return int(WIDTH * scale), int(HEIGHT * scale)


def voices_for(words: Words) -> Voices:
    """The house's faces in the styles that designs have. Raises FontError where one is missing."""
    from epubforge.fonts.house import display_face, faces_for
    from epubforge.fonts.line import LineStyle

    said = "".join((words.title, *words.names, *words.smaller))
    said += said.upper()
    _, *plain = faces_for(said)
    _, *bold = faces_for(said, bold=True)
    _, *slanted = faces_for(said, italic=True)
    language, is_rtl = words.language, words.is_rtl
    text = (display_face(points=36), *plain)
    return Voices(
        LineStyle((display_face(), *plain), 1.0, -0.005, language, is_rtl),
        LineStyle((display_face(weight=700), *bold), 1.0, -0.01, language, is_rtl),
        LineStyle(text, 1.0, 0.0, language, is_rtl),
        LineStyle((display_face(italic=True, points=36), *slanted), 1.0, 0.0, language, is_rtl),
        LineStyle((display_face(weight=500, points=24), *plain), 1.0, 0.14, language, is_rtl),
    )


def _lacking(voices: Voices, *texts: str) -> tuple[str, ...]:
    """The characters that no face of the cover has, each once."""
    from epubforge.fonts.line import lacking

    return lacking("".join(texts), voices.text.faces)


def _folded(words: Words) -> Words:
    names = tuple(text for name in words.names if (text := _fold(name)))
    return Words(
        _fold(words.title), _fold(words.subtitle), names, _fold(words.series),
        _fold(words.publisher), words.language, words.is_rtl,
    )  # fmt: skip


def _fold(text: str) -> str:
    """White space folded, accents joined to their letters, and no more than can be set."""
    return unicodedata.normalize("NFC", " ".join(text.split()))[:_MOST_LETTERS]
