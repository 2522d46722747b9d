"""R008: a picture in a format that a shop does not take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from epubforge.checks.shops import as_note, those, verb
from epubforge.checks.showing import Showings
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import pictures
from epubforge.model.profile import PictureFormat, Profile

RULE = Rule(
    "R008",
    "picture-format-refused",
    Severity.WARNING,
    page="""\
A picture is of a format that a shop does not name among those it takes.

Why it matters
    The shop's converter leaves the picture out, or turns it into something coarse. Amazon's
    Enhanced Typesetting knows GIF, JPEG and PNG alone, and makes pixels of a drawing (SVG): what
    the shop takes but does not advise is a note.
Bad
    images/plate-01.webp
Good
    images/plate-01.jpg
Reference
    Amazon KDP G75V4YX5X8GRGXWV: GIF, BMP, JPEG, PNG, SVG; Enhanced Typesetting GIF, JPEG, PNG
    (read 2026-11-23, certain)
    Google Play Books partner help 3316879: GIF, JPEG, PNG, SVG (read 2026-11-23 in a mirror)
    Apple Books Asset Guide, itca71ad3c33: JPEG and PNG (read 2026-11-23, certain); that it takes
    the other core types too follows from "supports EPUB 3.3"
    Kobo, github.com/kobolabs/epub-spec, "Image Formatting": EPUB's core types, no EPS
    (read 2026-11-23, certain)
""",
)


def picture_format_refused(rendition: Rendition) -> Iterator[Diagnostic]:
    """By what the file is, whatever its name or the manifest says."""
    shops, showings = rendition.book.shops, Showings(rendition)
    for item, traits in pictures(rendition) if shops else ():
        refusing = those(shops, partial(_refuses, traits.kind))
        unhappy = those(shops, partial(_advises_against, traits.kind))
        if not refusing and not unhappy:
            continue
        said = [f"{verb(refusing, 'does', 'do')} not take it"] if refusing else []
        said += [f"{verb(unhappy, 'does', 'do')} not advise it"] if unhappy else []
        found = RULE.at(
            showings.of(item.path),
            f"{item.href} is {traits.kind}; {'; '.join(said)}",
            "save it as JPEG or PNG",
        )
        yield found if refusing else as_note(found)


def _refuses(kind: PictureFormat, shop: Profile) -> bool:
    return shop.pictures.formats is not None and kind not in shop.pictures.formats


def _advises_against(kind: PictureFormat, shop: Profile) -> bool:
    advised = shop.pictures.advised_formats
    return advised is not None and kind not in advised and not _refuses(kind, shop)
