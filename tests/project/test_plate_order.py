"""The order of plates."""

from __future__ import annotations

from pathlib import Path

from epubforge.model.picture import Caption, PictureSource
from epubforge.model.project import PlateSource
from epubforge.project.plate_order import in_order
from epubforge.source import SourceFile

TABLE = SourceFile("p.toml", "x" * 99)


def plate(name: str, at: int | None = None, group: str = "", there: bool = True) -> PlateSource:
    """A plate whose row stands there in the table; None: it has no row."""
    caption = None
    if at is not None:
        place = TABLE.span(at)
        caption = Caption(name, place, group=group, spans={"file": place})
    picture = PictureSource(name, Path(name), 1, 1) if there else None
    return PlateSource(picture, caption, name)


def names(plates: tuple[PlateSource, ...]) -> str:
    """Their names."""
    return " ".join(plate.path for plate in plates)


FOUND = (plate("2", 30), plate("9", 10, "B"), plate("10", 20, "A"), plate("30"))


def test_by_name_with_what_is_not_there_in_its_place() -> None:
    """2 before 10; groups in the order of their first plates, and what has none before them."""
    absent = [plate("3", 5, there=False), plate("9b", 40, "A", there=False)]
    assert names(in_order(FOUND, absent, "name")) == "2 3 30 9 9b 10"


def test_by_table_with_what_has_no_row_behind() -> None:
    """A row counts from where it begins."""
    absent = [plate("x", 5, there=False)]
    assert names(in_order(FOUND, absent, "table")) == "x 2 30 9 10"


def test_by_table_what_only_its_file_speaks_of_is_behind_too() -> None:
    """Its caption has a place before all rows, but no row."""
    inscribed = PlateSource(None, Caption("5", TABLE.span(0)), "5")
    assert names(in_order((inscribed, *FOUND), [], "table")) == "2 5 30 9 10"


def test_no_plate_is_lost() -> None:
    """Whatever the order."""
    for order in ("name", "table"):
        assert len(in_order(FOUND, [], "name" if order == "name" else "table")) == len(FOUND)
