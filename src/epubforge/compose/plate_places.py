"""The picture section to its pages: which plates share one, and what each page is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from epubforge.compose.names import Names
from epubforge.model.project import Plates, PlateSource

_LIST = 40
"""Figures of a list on one page of the book: reading systems open long pages slowly."""


@dataclass(frozen=True, slots=True)
class PlacesOnPage:
    """A page of plates, before it is known which of them can be shown."""

    href: str
    group: str
    plates: tuple[int, ...]
    """Their places among all plates, from 0."""
    group_href: str = ""
    """The page that opens the group before this one; empty: none does."""
    opens_group: bool = False
    """It is the first of its group."""


@dataclass(frozen=True, slots=True)
class PlatesNode:
    """The picture section among the chapters: its pages and their names."""

    href: str
    """The page that opens it."""
    pages: tuple[PlacesOnPage, ...]
    plates: tuple[str, ...]
    """For each plate its place: a page, with `#id` where several stand on it."""
    stems: tuple[str, ...]
    """For each plate the name of its file without folder and ending."""
    paths: tuple[str, ...]
    """For each plate the path of its file."""
    captions: str = ""
    """The page of the gathered captions; empty: they stand by their plates."""
    descriptions: str = ""
    """The page of the long descriptions; empty: there are none."""


def laid_out(plates: Plates, names: Names) -> PlatesNode:
    """The pages of the picture section in the order in which they stand."""
    href = f"text/{names.give('plates', 'plates')}.xhtml"
    pages = tuple(_pages(plates, names))
    ids = plate_ids(len(plates.plates))
    several = plates.layout in {"grid", "figure-list"}
    places = tuple(
        f"{page.href}#{ids[at]}" if several else page.href for page in pages for at in page.plates
    )
    paths = tuple(plate.path for plate in plates.plates)
    gathered = plates.caption_place == "gathered"
    described = any(plate.caption and plate.caption.longdesc for plate in plates.plates)
    return PlatesNode(
        href,
        pages,
        places,
        tuple(path.rpartition("/")[2].rpartition(".")[0] or path for path in paths),
        paths,
        f"text/{names.give('plate-captions', 'plates')}.xhtml" if gathered else "",
        f"text/{names.give('plate-descriptions', 'plates')}.xhtml" if described else "",
    )


def plate_ids(count: int) -> tuple[str, ...]:
    """The ids of so many plates: `plate-001`, ..."""
    digits = max(3, len(str(count)))
    return tuple(f"plate-{number:0{digits}}" for number in range(1, count + 1))


def _pages(plates: Plates, names: Names) -> Iterator[PlacesOnPage]:
    most = {"grid": plates.per_page, "figure-list": _LIST}.get(plates.layout, 1)
    ids = plate_ids(len(plates.plates))
    numbered = enumerate(plates.plates)
    for group, members in groupby(numbered, key=_group):
        inside = [at for at, _ in members]
        opening = ""
        if group and most == 1:
            opening = f"text/{names.give(f'plates-group-{ids[inside[0]][6:]}', 'plates')}.xhtml"
        for start in range(0, len(inside), most):
            some = tuple(inside[start : start + most])
            name = ids[some[0]] if most == 1 else f"plates-{ids[some[0]][6:]}"
            is_first = bool(group) and start == 0
            href = f"text/{names.give(name, name)}.xhtml"
            yield PlacesOnPage(href, group, some, opening if is_first else "", is_first)


def _group(numbered: tuple[int, PlateSource]) -> str:
    caption = numbered[1].caption
    return caption.group if caption else ""
