"""How often a drawing repeats its parts: `<use>` of `<use>` of `<use>` draws without end."""

from __future__ import annotations

from lxml import etree

from epubforge.codec.flaws import Flaw, PictureError

_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_MOST_SHAPES = 1_000_000
_DEEPEST = 100


def refuse_endless_uses(root: etree._Element) -> None:
    """Raises PictureError where a drawing, all its repetitions drawn, has too many parts."""
    if next(root.iter(f"{_SVG}use"), None) is None:
        return
    named = {str(element.get("id")): element for element in root.iter(f"{_SVG}*")
             if element.get("id")}  # fmt: skip
    counted: dict[str, int] = {}
    if _parts(root, named, counted, 0) > _MOST_SHAPES:
        raise PictureError(
            Flaw.TOO_LARGE, "repeats its parts more than a million times",
            "save it as PNG, or draw its parts once",
        )  # fmt: skip


def _parts(
    element: etree._Element, named: dict[str, etree._Element], counted: dict[str, int], depth: int
) -> int:
    """How many elements are drawn for this one; what refers to itself draws nothing."""
    total = 0
    for each in element.iter(f"{_SVG}*"):
        total += 1
        target = _target(each) if each.tag == f"{_SVG}use" else ""
        if target in named:
            if target not in counted:
                counted[target] = 0
                if depth >= _DEEPEST:
                    return _MOST_SHAPES + 1
                counted[target] = _parts(named[target], named, counted, depth + 1)
            total += counted[target]
        if total > _MOST_SHAPES:
            return total
    return total


def _target(use: etree._Element) -> str:
    href = next((str(use.get(name)) for name in _HREFS if use.get(name)), "")
    return href.strip().removeprefix("#")
