"""R036: a cover in the book that is of a format that a shop does not take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.cover import cover_of
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import traits_of
from epubforge.model.profile import PictureFormat, Profile

RULE = Rule(
    "R036",
    "cover-format-refused",
    Severity.WARNING,
    page="""\
The cover's picture in the book is of a format that a shop does not take for covers.

Why it matters
    The shop makes the small picture on the shelf of it. Kobo takes no GIF; of a drawing it makes
    nothing.
Bad
    cover = "images/cover.svg"
Good
    cover = "images/cover.jpg"
Reference
    Kobo, github.com/kobolabs/epub-spec, "Cover Images" (read 2026-11-23, certain)
""",
)


def cover_format_refused(rendition: Rendition) -> Iterator[Diagnostic]:
    """The picture that is marked as the cover."""
    cover = cover_of(rendition.package) if rendition.book.shops else None
    traits = traits_of(rendition.book, cover) if cover is not None else None
    if cover is None or traits is None:
        return
    refusing = those(rendition.book.shops, partial(_refuses, traits.kind))
    if refusing:
        yield RULE.at(
            rendition.at(cover.element),
            f"the cover {cover.href} is {traits.kind}; {verb(refusing, 'takes', 'take')} JPEG or "
            "PNG",
            "save it as JPEG",
        )


def _refuses(kind: PictureFormat, shop: Profile) -> bool:
    return shop.cover.inside is not None and kind not in shop.cover.inside
