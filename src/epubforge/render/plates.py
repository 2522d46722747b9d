"""Plates to what the theme's templates show of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from itertools import groupby

from epubforge.language.people import given_first
from epubforge.model.book import (
    Book,
    Page,
    Plate,
    PlateCaptionsPage,
    PlateDescriptionsPage,
    PlatePage,
)
from epubforge.render.slots import source_attributes
from epubforge.render.templates import markup

_LONGEST_HEADING = 80
"""Longer captions are read, not used as signposts: such a plate is headed by its number."""
_WIDE, _PANORAMA = 1.15, 2.2
"""From which width to one of height a picture is called so."""

Values = Mapping[str, object]


class PlatePress:
    """Knows where the plates' captions and long descriptions are in one book."""

    def __init__(self, book: Book) -> None:
        self._labels = book.labels
        self._captions = ""
        self._descriptions = ""
        self._described: frozenset[int] = frozenset()
        for page in book.pages:
            match page.content:
                case PlateCaptionsPage():
                    self._captions = page.href
                case PlateDescriptionsPage(plates=plates):
                    self._descriptions = page.href
                    self._described = frozenset(plate.number for plate in plates)
                case _:
                    pass

    @property
    def places(self) -> tuple[str, str, frozenset[int]]:
        """What a page of plates shows of other pages: where they are, and what they describe."""
        return self._captions, self._descriptions, self._described

    def page(self, page: Page, content: PlatePage) -> Values:
        """A page of plates; one that stands alone gives its values to the page too."""
        level = 3 if content.group else 2
        plates = [self._plate(plate, content, page.href, level) for plate in content.plates]
        alone = plates[0] if len(plates) == 1 else {}
        return {
            **alone,
            "plates": plates,
            "layout": content.layout,
            "caption_place": content.caption_place,
            "mix": "tall" if all(_shape(plate) == "tall" for plate in content.plates) else "mixed",
            "group": content.group if content.opens_group else "",
        }

    def captions(self, page: Page, content: PlateCaptionsPage) -> Values:
        """The gathered captions, group by group, each with the way to its plate."""
        return {
            "groups": [
                {
                    "title": group,
                    "plates": [
                        {**self._texts(plate), **self._way(plate, page.href)}
                        for of_page in pages
                        for plate in of_page.plates
                    ],
                }
                for group, pages in groupby(content.pages, key=_group)
            ]
        }

    def descriptions(self, page: Page, content: PlateDescriptionsPage) -> Values:
        """The long descriptions, each with the way back to its plate."""
        return {
            "plates": [
                {
                    **self._texts(plate),
                    **self._way(plate, page.href),
                    "longdesc": [markup(text) for text in plate.markup.longdesc],
                }
                for plate in content.plates
            ]
        }

    def _plate(self, plate: Plate, content: PlatePage, page: str, level: int) -> Values:
        gathered = content.caption_place == "gathered"
        name = plate_id(plate)
        described = f"{self._descriptions}#{name}" if plate.number in self._described else ""
        return {
            **(self._number_alone(plate) if gathered else self._texts(plate)),
            "id": name,
            "title_id": "title" if len(content.plates) == 1 else f"{name}-title",
            "level": level,
            "withheld": plate.placed is None,
            "notice": [markup(text) for text in plate.markup.notice] or [self._labels["withheld"]],
            "source": markup(source_attributes(plate.placed, posixpath.dirname(page)))
            if plate.placed
            else "",
            "shape": _shape(plate),
            "alt": plate.alt,
            "decorative": plate.is_decorative,
            "captions_href": _href(f"{self._captions}#{name}", page) if gathered else "",
            "longdesc_href": _href(described, page) if described else "",
            "description_label": self._labels["description"],
            "longdesc_id": f"{name}-description",
        }

    def _number_alone(self, plate: Plate) -> Values:
        return {
            "heading": self._own(plate), "caption": "", "more": [], "people": [], "details": [],
            "credit": "", "rights": "",
        }  # fmt: skip

    def _texts(self, plate: Plate) -> Values:
        said, row = plate.markup, plate.caption
        is_heading = 0 < len(said.text) <= _LONGEST_HEADING
        rights = "" if said.rights == said.credit else said.rights
        return {
            "heading": markup(said.caption) if is_heading else self._own(plate),
            "caption": "" if is_heading else markup(said.caption),
            "more": [markup(text) for text in said.more],
            "people": list(_unnamed(plate)),
            "details": [text for text in (row.place, row.date) if text] if row else [],
            "credit": markup(said.credit),
            "rights": markup(rights),
        }

    def _way(self, plate: Plate, page: str) -> Values:
        place = plate.href if "#" in plate.href else f"{plate.href}#{plate_id(plate)}"
        return {"id": plate_id(plate), "label": self._own(plate), "href": _href(place, page)}

    def _own(self, plate: Plate) -> str:
        return self._labels["plate"].format(plate.number)


def plate_id(plate: Plate) -> str:
    """The id that the plate has on its page."""
    page, mark, name = plate.href.partition("#")
    return name if mark else posixpath.basename(page).removesuffix(".xhtml")


def _href(href: str, page: str) -> str:
    path, mark, place = href.partition("#")
    return posixpath.relpath(path, posixpath.dirname(page)) + mark + place


def _shape(plate: Plate) -> str:
    if plate.placed is None:
        return "tall"
    picture = plate.placed.picture
    ratio = picture.width / max(picture.height, 1)
    if ratio >= _PANORAMA:
        return "panorama"
    return "wide" if ratio >= _WIDE else "tall"


def _unnamed(plate: Plate) -> Iterator[str]:
    """The people whom the caption does not name."""
    if plate.caption is not None:
        names = map(given_first, plate.caption.people)
        yield from (name for name in names if name not in plate.caption.caption)


def _group(page: PlatePage) -> str:
    return page.group
