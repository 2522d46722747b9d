"""R054: an embedded font of a format that a shop does not take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.package import Item
from epubforge.finished.rendition import Rendition
from epubforge.model.profile import FontFormat, Profile

RULE = Rule(
    "R054",
    "font-format-refused",
    Severity.WARNING,
    page="""\
An embedded font is of a format that a shop's readers do not know.

Why it matters
    They take a font of their own without a word: the design is gone, and letters that the other
    font lacks are boxes.
Bad
    fonts/avenir.woff2
Good
    fonts/avenir.otf
Reference
    Kobo, github.com/kobolabs/epub-spec, "Supported Fonts": TTF, OTF, WOFF 1 (read 2026-11-23,
    certain); obfuscated fonts are taken since 2017
    Kindle Publishing Guidelines 10.3.8: OTF or TTF (by a copy, read 2026-11-23)
""",
)
_SIGNATURES: dict[bytes, FontFormat] = {
    b"\0\1\0\0": "TTF", b"true": "TTF", b"OTTO": "OTF", b"wOFF": "WOFF", b"wOF2": "WOFF2",
}  # fmt: skip
_ENDINGS: dict[str, FontFormat] = {
    "ttf": "TTF", "otf": "OTF", "woff": "WOFF", "woff2": "WOFF2",
}  # fmt: skip


def font_format_refused(rendition: Rendition) -> Iterator[Diagnostic]:
    """By what the file is; of one that is obfuscated by its name."""
    shops = rendition.book.shops
    for item in rendition.package.items if shops else ():
        kind = _kind(rendition, item) if types.is_font(item.media_type) else None
        refusing = those(shops, partial(_refuses, kind)) if kind else ""
        if refusing:
            yield RULE.at(
                rendition.book.place(item.path),
                f"{item.href} is {kind}; {verb(refusing, 'does', 'do')} not know it",
                "embed the font as OTF or TTF",
            )


def _kind(rendition: Rendition, item: Item) -> FontFormat | None:
    book, path = rendition.book, item.path or ""
    if path not in book.entries:
        return None
    if book.is_locked(path):
        return _ENDINGS.get(path.rpartition(".")[2].lower())
    return _SIGNATURES.get(book.beginning(path, 4))


def _refuses(kind: FontFormat, shop: Profile) -> bool:
    return shop.fonts.formats is not None and kind not in shop.fonts.formats
