"""What an element looks like, computed: its declarations, and what it inherits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from epubforge.styles.sheet import Declaration, Screen, StyleRule, read_sheet
from epubforge.typeset.shorthands import plain
from epubforge.typeset.values import LENGTH, Units, pixels

NORMAL_LINE = 1.3
"""Of a line whose height is `normal`: enough for the fonts of most scripts."""
_SIZES = {
    "xx-small": 0.5625, "x-small": 0.625, "small": 0.8125, "medium": 1.0, "large": 1.125,
    "x-large": 1.5, "xx-large": 2.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letters:
    """What the width of a word depends on."""

    families: tuple[str, ...]
    size: float
    weight: int = 400
    italic: bool = False
    small_caps: bool = False
    transform: str = "none"
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    language: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """Computed values. Those of the first group are inherited; lengths of boxes are as declared."""

    letters: Letters
    line_height: float
    """CSS pixels, or where it is a factor, that times the size."""
    line_is_factor: bool = True
    indent: str = "0"
    align: str = "start"
    white_space: str = "normal"
    orphans: int = 2
    widows: int = 2
    hyphens: str = "manual"
    hyphen_limits: tuple[int, int, int] = (5, 2, 2)
    list_type: str = "disc"
    wrap: str = "wrap"
    tab: int = 8
    is_rtl: bool = False

    display: str = "inline"
    float_: str = "none"
    position: str = "static"
    break_before: str = "auto"
    break_after: str = "auto"
    break_inside: str = "auto"
    vertical: str = "baseline"
    collapses: bool = False
    content: str = ""
    box: tuple[tuple[str, str], ...] = ()
    """Margins, padding, borders, widths and heights."""

    @property
    def leading(self) -> float:
        """From one baseline to the next, in CSS pixels."""
        return self.line_height * (self.letters.size if self.line_is_factor else 1.0)


@lru_cache(maxsize=1)
def browser_sheet() -> tuple[StyleRule, ...]:
    """What browsers know without a stylesheet."""
    text = (Path(__file__).parent / "browser.css").read_text(encoding="utf-8")
    return read_sheet(text, Screen(1000, 1000))


def computed(
    declared: Iterable[Declaration], parent: Style, units: Units, is_rtl: bool, language: str
) -> Style:
    """The style of an element whose parent has that style; `units` are the parent's."""
    values: dict[str, str] = {}
    for one in declared:
        values.update(plain(one.name, one.value, is_rtl))
    letters = _letters(values, parent.letters, units, language)
    line, is_factor = _line_height(values, parent, letters.size, units)
    get = values.get
    return Style(
        letters,
        line,
        is_factor,
        indent=get("text-indent", parent.indent)
        if not get("text-indent", "").endswith("em")
        else _fixed(get("text-indent", "0"), replace(units, em=letters.size)),
        align=get("text-align", parent.align),
        white_space=get("white-space", parent.white_space),
        orphans=_number(get("orphans"), parent.orphans),
        widows=_number(get("widows"), parent.widows),
        hyphens=get("hyphens", parent.hyphens),
        hyphen_limits=_limits(get("hyphenate-limit-chars"), parent.hyphen_limits),
        list_type=get("list-style-type", parent.list_type),
        wrap=get("text-wrap", parent.wrap),
        tab=_number(get("tab-size"), parent.tab),
        is_rtl=is_rtl,
        display=get("display", "inline"),
        float_=get("float", "none"),
        position=get("position", "static"),
        break_before=get("break-before", "auto"),
        break_after=get("break-after", "auto"),
        break_inside=get("break-inside", "auto"),
        vertical=get("vertical-align", "baseline"),
        collapses=get("border-collapse", "separate") == "collapse",
        content=get("content", ""),
        box=tuple((name, value) for name, value in values.items() if name.startswith(_BOX)),
    )


_BOX = ("margin", "padding", "border", "width", "max-", "min-", "height")


def _letters(values: dict[str, str], parent: Letters, units: Units, language: str) -> Letters:
    size = parent.size
    declared = values.get("font-size")
    if declared in _SIZES:
        size = units.root * _SIZES[declared]
    elif declared in ("smaller", "larger"):
        size = parent.size * (1.2 if declared == "larger" else 1 / 1.2)
    elif declared is not None:
        size = max(pixels(declared, units, parent.size) or parent.size, 1.0)
    own = replace(units, em=size)
    families = parent.families
    if "font-family" in values:
        named = (name.strip().strip("\"'").strip() for name in values["font-family"].split(","))
        families = tuple(named)
    return _same(
        families,
        size,
        _weight(values.get("font-weight"), parent.weight),
        values.get("font-style", "italic" if parent.italic else "normal") in ("italic", "oblique"),
        "small-caps" in values.get("font-variant", "small-caps" if parent.small_caps else ""),
        values.get("text-transform", parent.transform),
        _spacing(values.get("letter-spacing"), parent.letter_spacing, own),
        _spacing(values.get("word-spacing"), parent.word_spacing, own),
        language,
    )


@lru_cache(maxsize=4096)
def _same(
    families: tuple[str, ...],
    size: float,
    weight: int,
    italic: bool,
    small_caps: bool,
    transform: str,
    letter_spacing: float,
    word_spacing: float,
    language: str,
) -> Letters:
    """Letters of one look are one value, so that a word of them is measured once."""
    return Letters(
        families,
        size,
        weight,
        italic,
        small_caps,
        transform,
        letter_spacing,
        word_spacing,
        language,
    )


def _weight(value: str | None, parent: int) -> int:
    match value:
        case None | "inherit":
            return parent
        case "normal":
            return 400
        case "bold":
            return 700
        case "bolder":
            return 400 if parent < 350 else 700 if parent < 550 else 900
        case "lighter":
            return 100 if parent < 550 else 400 if parent < 750 else 700
        case _:
            return min(max(int(value), 1), 1000) if value.isdigit() else parent


def _spacing(value: str | None, parent: float, units: Units) -> float:
    if value is None:
        return parent
    return 0.0 if value == "normal" else pixels(value, units, units.em) or 0.0


def _line_height(
    values: dict[str, str], parent: Style, size: float, units: Units
) -> tuple[float, bool]:
    value = values.get("line-height")
    if value is None or value == "inherit":
        return parent.line_height, parent.line_is_factor
    if value == "normal":
        return NORMAL_LINE, True
    found = LENGTH.fullmatch(value)
    if found is None:
        return parent.line_height, parent.line_is_factor
    if found[2] is None:
        return float(found[1]), True
    return pixels(value, replace(units, em=size), size) or 0.0, False


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.isdigit() else otherwise


def _limits(value: str | None, otherwise: tuple[int, int, int]) -> tuple[int, int, int]:
    """`hyphenate-limit-chars`: the shortest word, and letters before and after the break."""
    if value is None:
        return otherwise
    parts = [int(part) if part.isdigit() else default for part, default in
             zip((value.split() + ["auto"] * 3)[:3], (5, 2, 2), strict=True)]  # fmt: skip
    return parts[0], parts[1], parts[2]


def _fixed(value: str, units: Units) -> str:
    return f"{pixels(value, units, 0) or 0.0:.4f}px"
