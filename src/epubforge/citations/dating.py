"""Dates written as a style asks."""

from __future__ import annotations

from epubforge.citations.casing import cased
from epubforge.citations.entry import Date
from epubforge.citations.formats import dressed
from epubforge.citations.rich import Rich, joined, parsed, text
from epubforge.citations.scene import Out, Scene
from epubforge.citations.style import Node

_PARTS = ("year", "month", "day")


def write_date(scene: Scene, node: Node) -> Out:
    """A date variable; where the style leaves the letter after the year to us, it follows it."""
    variable = node.get("variable")
    date = scene.date(variable)
    if date is None:
        return Out((), True, False)
    scene.seen.append(variable)
    if scene.sorting:
        return Out(text(sort_form(date)), True, True)
    if not date.start:
        return Out(dressed(parsed(date.literal), node, scene.terms), True, True)
    rich = _ranged(scene, node, date, _shape(scene, node))
    if variable == "issued" and not scene.style.explicit_suffix and not scene.suffix_shown:
        scene.suffix_shown = True
        rich = joined([rich, text(scene.telling.suffix)], "")
    return Out(dressed(rich, node, scene.terms), True, bool(rich))


def sort_form(date: Date) -> str:
    """The date as digits that sort."""
    year, month, day = (*date.start, 0, 0, 0)[:3]
    return f"{year + 10000:05d}{month:02d}{day:02d}" if date.start else date.literal


def _shape(scene: Scene, node: Node) -> tuple[tuple[Node, ...], str]:
    """The parts that are shown, in order, and the delimiter between them."""
    if not node.get("form"):
        return tuple(node.all("date-part")), node.get("delimiter")
    form = scene.terms.date_form(node.get("form"))
    if form is None:
        return tuple(node.all("date-part")), node.get("delimiter")
    wanted = node.get("date-parts", "year-month-day").split("-")
    own = {part.get("name"): part for part in node.all("date-part")}
    parts = tuple(
        Node("date-part", {**part.attributes, **_formats(own.get(part.get("name")))})
        for part in form.all("date-part")
        if part.get("name") in wanted
    )
    return parts, form.get("delimiter")


def _formats(part: Node | None) -> dict[str, str]:
    return {} if part is None else {k: v for k, v in part.attributes.items() if "fix" not in k}


def _ranged(scene: Scene, node: Node, date: Date, shape: tuple[tuple[Node, ...], str]) -> Rich:
    parts, delimiter = shape
    known = _known(parts, date.start)
    if not date.end or date.end == date.start:
        return _run(scene, known, date.start, delimiter)
    level = next(
        (i for i in range(3) if (*date.start, 0, 0)[: i + 1] != (*date.end, 0, 0)[: i + 1]), 0
    )
    places = [i for i, part in enumerate(known) if _PARTS.index(part.get("name")) >= level]
    if not places:
        return _run(scene, known, date.start, delimiter)
    first, last = places[0], places[-1] + 1
    begin = _run(scene, known[first:last], date.start, delimiter, trim=True)
    end = _run(scene, _known(known[first:last], date.end), date.end, delimiter)
    both = joined([begin, end], known[last - 1].get("range-delimiter", "–"))
    head = _run(scene, known[:first], date.start, delimiter)
    return joined([head, both, _run(scene, known[last:], date.start, delimiter)], delimiter)


def _known(parts: tuple[Node, ...], numbers: tuple[int, ...]) -> tuple[Node, ...]:
    return tuple(
        p for p in parts if p.get("name") in _PARTS and _PARTS.index(p.get("name")) < len(numbers)
    )


def _run(
    scene: Scene,
    parts: tuple[Node, ...],
    numbers: tuple[int, ...],
    delimiter: str,
    trim: bool = False,
) -> Rich:
    written: list[Rich] = []
    for place, part in enumerate(parts):
        number = numbers[_PARTS.index(part.get("name"))]
        bare_text = text(_part(scene, part, number))
        leaves_suffix = trim and place == len(parts) - 1
        prefix, suffix = part.get("prefix"), "" if leaves_suffix else part.get("suffix")
        shown = cased(bare_text, part.get("text-case"), scene.terms.english)
        bare = Node("date-part", {k: v for k, v in part.attributes.items() if "fix" not in k})
        written.append(joined([text(prefix), dressed(shown, bare, scene.terms), text(suffix)], ""))
    return joined(written, delimiter)


def _part(scene: Scene, part: Node, number: int) -> str:
    match part.get("name"):
        case "year":
            return _year(scene, part, number)
        case "month":
            return _month(scene, part, number)
    form = part.get("form", "numeric")
    only_first = scene.terms.option("limit-day-ordinals-to-day-1") == "true"
    if form == "ordinal" and (number == 1 or not only_first):
        return scene.terms.ordinal(number)
    return f"{number:02d}" if form == "numeric-leading-zeros" else str(number)


def _year(scene: Scene, part: Node, number: int) -> str:
    if number < 0:
        return f"{-number}{scene.terms.term('bc')}"
    shown = f"{number % 100:02d}" if part.get("form") == "short" else str(number)
    return shown + (scene.terms.term("ad") if number < 1000 and part.get("form") != "short" else "")


def _month(scene: Scene, part: Node, number: int) -> str:
    form = part.get("form", "long")
    if number > 12:
        return scene.terms.term(f"season-{(number - 1) % 4 + 1:02d}")
    match form:
        case "numeric":
            return str(number)
        case "numeric-leading-zeros":
            return f"{number:02d}"
    shown = scene.terms.term(f"month-{number:02d}", form)
    return shown.replace(".", "") if part.get("strip-periods") == "true" else shown
