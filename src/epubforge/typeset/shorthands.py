"""Shorthand and logical properties turned into the plain ones, each for one side of the box."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from epubforge.typeset.values import is_length

_SIDES = ("top", "right", "bottom", "left")
_STYLES = frozenset("none hidden dotted dashed solid double groove ridge inset outset".split())
_WIDTHS = frozenset(("thin", "medium", "thick"))
_SIZES = frozenset("xx-small x-small small medium large x-large xx-large smaller larger".split())
Pairs = Iterator[tuple[str, str]]


def plain(name: str, value: str, is_rtl: bool) -> Pairs:
    """The plain properties that a declaration sets; none where the value makes no sense."""
    value = value if name == "font-family" else value.lower()
    name = _ALIASES.get(name, name)
    expand = _SHORTHANDS.get(name)
    if expand is not None:
        yield from expand(value, is_rtl)
    elif name.startswith(("margin-", "padding-")):
        yield from _one_side(name, value, is_rtl)
    elif name.startswith("border-"):
        yield from _border_part(name, value, is_rtl)
    elif name in _LENGTHS:
        if is_length(value) or value in _LENGTHS[name]:
            yield name, value
    elif name == "text-align" and value in ("left", "right"):
        yield name, value
    elif name == "text-align" and value == "end":
        yield name, "left" if is_rtl else "right"
    elif name == "float":
        start, end = ("right", "left") if is_rtl else ("left", "right")
        yield name, {"inline-start": start, "inline-end": end}.get(value, value)
    else:
        yield name, value


_ALIASES = {
    "page-break-before": "break-before",
    "page-break-after": "break-after",
    "page-break-inside": "break-inside",
    "word-wrap": "overflow-wrap",
    "-epub-hyphens": "hyphens",
    "-webkit-hyphens": "hyphens",
    "font-variant-caps": "font-variant",
    "inline-size": "width",
    "max-inline-size": "max-width",
    "block-size": "height",
    "max-block-size": "max-height",
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "padding-block-start": "padding-top",
    "padding-block-end": "padding-bottom",
}
_LENGTHS = {
    "width": ("auto",),
    "height": ("auto",),
    "min-width": ("auto",),
    "max-width": ("none",),
    "max-height": ("none",),
    "text-indent": (),
    "letter-spacing": ("normal",),
    "word-spacing": ("normal",),
    "font-size": tuple(_SIZES),
}


def _sides(value: str) -> tuple[str, str, str, str] | None:
    parts = value.split()
    match parts:
        case [a]:
            return a, a, a, a
        case [a, b]:
            return a, b, a, b
        case [a, b, c]:
            return a, b, c, b
        case [a, b, c, d]:
            return a, b, c, d
        case _:
            return None


def _box(prefix: str) -> Callable[[str, bool], Pairs]:
    allowed = ("auto",) if prefix == "margin" else ()

    def expand(value: str, is_rtl: bool) -> Pairs:
        sides = _sides(value)
        if sides and all(is_length(side) or side in allowed for side in sides):
            yield from zip((f"{prefix}-{side}" for side in _SIDES), sides, strict=True)

    return expand


def _pair(prefix: str, names: tuple[str, str]) -> Callable[[str, bool], Pairs]:
    allowed = ("auto",) if prefix == "margin" else ()

    def expand(value: str, is_rtl: bool) -> Pairs:
        parts = value.split()
        if len(parts) not in (1, 2) or not all(is_length(p) or p in allowed for p in parts):
            return
        first, second = parts[0], parts[-1]
        if is_rtl and names[0] == "left":
            first, second = second, first
        yield f"{prefix}-{names[0]}", first
        yield f"{prefix}-{names[1]}", second

    return expand


def _one_side(name: str, value: str, is_rtl: bool) -> Pairs:
    prefix, _, side = name.partition("-")
    start, end = ("right", "left") if is_rtl else ("left", "right")
    side = {"inline-start": start, "inline-end": end}.get(side, side)
    if side in _SIDES and (is_length(value) or (prefix == "margin" and value == "auto")):
        yield f"{prefix}-{side}", value


def _border(sides: tuple[str, ...]) -> Callable[[str, bool], Pairs]:
    def expand(value: str, is_rtl: bool) -> Pairs:
        width, style = "medium", "none"
        for part in value.split():
            if part in _STYLES:
                style = part
            elif is_length(part) or part in _WIDTHS:
                width = part
        for side in sides:
            yield f"border-{side}-width", width
            yield f"border-{side}-style", style

    return expand


def _border_part(name: str, value: str, is_rtl: bool) -> Pairs:
    """`border-width`, `border-style`, `border-inline-width`, `border-left-width`, …."""
    found = re.fullmatch(r"border(?:-(\w+(?:-start|-end)?))?-(width|style)", name)
    if found is None:
        if name in ("border-collapse", "border-spacing"):
            yield name, value
        return
    which, part = found[1], found[2]
    start, end = ("right", "left") if is_rtl else ("left", "right")
    parts = value.split()
    match which:
        case None:
            sides = _sides(value)
            if sides:
                names = (f"border-{side}-{part}" for side in _SIDES)
                yield from zip(names, sides, strict=True)
        case "inline":
            yield f"border-{start}-{part}", parts[0]
            yield f"border-{end}-{part}", parts[-1]
        case "block":
            yield f"border-top-{part}", parts[0]
            yield f"border-bottom-{part}", parts[-1]
        case _:
            names_of = {"inline-start": start, "inline-end": end}
            yield f"border-{names_of.get(which, which)}-{part}", value


def _font(value: str, is_rtl: bool) -> Pairs:
    found = re.fullmatch(r"((?:[\w-]+\s+)*?)(\S+?)(?:\s*/\s*(\S+))?\s+(.+)", value)
    if found is None:
        return
    style, weight, variant = "normal", "normal", "normal"
    for word in found[1].split():
        if word in ("italic", "oblique"):
            style = word
        elif word == "small-caps":
            variant = word
        elif word in ("bold", "bolder", "lighter") or word.isdigit():
            weight = word
    yield "font-style", style
    yield "font-weight", weight
    yield "font-variant", variant
    yield "font-size", found[2]
    yield "line-height", found[3] or "normal"
    yield "font-family", found[4]


def _list_style(value: str, is_rtl: bool) -> Pairs:
    for part in value.split():
        if part in ("inside", "outside"):
            yield "list-style-position", part
        elif not part.startswith("url"):
            yield "list-style-type", part


_SHORTHANDS: dict[str, Callable[[str, bool], Pairs]] = {
    "margin": _box("margin"),
    "padding": _box("padding"),
    "margin-inline": _pair("margin", ("left", "right")),
    "padding-inline": _pair("padding", ("left", "right")),
    "margin-block": _pair("margin", ("top", "bottom")),
    "padding-block": _pair("padding", ("top", "bottom")),
    "border": _border(_SIDES),
    "border-top": _border(("top",)),
    "border-right": _border(("right",)),
    "border-bottom": _border(("bottom",)),
    "border-left": _border(("left",)),
    "font": _font,
    "list-style": _list_style,
}
