"""Fonts whose makers forbid to embed them, made from one of the house's own."""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

from fontTools.ttLib import TTFont

from checks.finished_books import lines, write_book
from epubforge.pipeline.shelf import examine


def test_restricted_font(tmp_path: Path) -> None:
    """A font with fsType 2 is named with its item; the same font with 0 is not."""
    item = '<item id="f" href="a.ttf" media-type="font/ttf"/>\n'
    book = write_book({"items": item, "findings": ""}, tmp_path / "book.epub")
    for allowed, expected in (
        (0, []),
        (2, ["may not be embedded: its maker forbids it (fsType 2)"]),
    ):
        made = tmp_path / f"{allowed}.epub"
        made.write_bytes(book.read_bytes())
        with ZipFile(made, "a") as archive:
            archive.writestr("EPUB/a.ttf", _font(allowed))
        found = tuple(each for each in examine(made) if each.rule.code == "R076")
        assert [line.partition("a.ttf ")[2] for line in lines(found)] == expected


def _font(allowed: int) -> bytes:
    file = files("fontpkg_amiri") / "files" / "Amiri-Regular.ttf"
    font = TTFont(io.BytesIO(file.read_bytes()))
    font["OS/2"].fsType = allowed
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
