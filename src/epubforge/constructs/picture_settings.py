"""`{quality=92}` and `{keep=true}` behind a picture: how this one goes into the book."""

from __future__ import annotations

from dataclasses import replace

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.attributes import Attributes
from epubforge.markdown.construct import Body
from epubforge.markup import clean
from epubforge.model.picture import NO_SETTINGS, PictureSettings
from epubforge.source import Span

WRONG_SETTING = Rule(
    "I020",
    "picture-setting-not-understood",
    Severity.ERROR,
    """A setting behind a picture has a value that it cannot have.

Why it matters
    The picture would not be what was meant: it is made like all others instead.
Bad
    ![Ada](ada.jpg){quality=best}
Good
    ![Ada](ada.jpg){quality=92}
    ![Ada](ada.jpg){keep=true}
""",
)
_QUALITY, _KEEP = "quality", "keep"
_KEPT = {"true": True, "false": False}


def picture_settings(
    given: Attributes, place: Span, out: Body
) -> tuple[PictureSettings, Attributes]:
    """What the attributes say of this one picture, and the attributes without that.

    Values that are none are reported, and count as not said.
    """
    settings = NO_SETTINGS
    quality, keep = given.get(_QUALITY), given.get(_KEEP)
    if quality is not None:
        if quality.isascii() and quality.isdigit() and 1 <= int(quality[:4]) <= 100:
            settings = replace(settings, quality=int(quality))
        else:
            _report(_QUALITY, quality, "a whole number from 1 to 100: quality=92", place, out)
    if keep is not None:
        if keep in _KEPT:
            settings = replace(settings, keep=_KEPT[keep])
        else:
            _report(_KEEP, keep, "keep=true, or nothing", place, out)
    rest = tuple(pair for pair in given.pairs if pair[0] not in {_QUALITY, _KEEP})
    return settings, replace(given, pairs=rest)


def _report(key: str, value: str, hint: str, place: Span, out: Body) -> None:
    shown = " ".join(clean(value).split())
    message = f"{key} of a picture cannot be “{shown}”"
    out.found.append(WRONG_SETTING.at(place, message, f"write {hint}"))
