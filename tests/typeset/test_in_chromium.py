"""Every page of real books, opened in Chromium at its own size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Command
from epubforge.typeset.flow import flow
from typeset.by_hand import FIXED, all_words, chapters, setting, words
from typeset.chromium import Chromium, write_fonts

BOOKS = Path(__file__).parent.parent / "books"
OWN = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    folder = tmp_path_factory.mktemp("chromium")
    write_fonts(setting(), folder)
    with Chromium(folder) as browser:
        yield browser


@pytest.mark.xdist_group("chromium")
@pytest.mark.parametrize("name", ["kitchen-sink", "everything", "languages", "notes", "raw-html"])
def test_nothing_is_outside_the_frame(
    name: str, chromium: Chromium, epubforge: Command, tmp_path: Path
) -> None:
    """Each page of the book holds all that it is given, and each line is one line."""
    _prove(BOOKS / name, chromium, epubforge, tmp_path)


@pytest.mark.xdist_group("chromium")
def test_our_own_book(chromium: Chromium, epubforge: Command, tmp_path: Path) -> None:
    """Heroes of Labour, its text and not its plates."""
    _prove(OWN, chromium, epubforge, tmp_path)


def _prove(project: Path, chromium: Chromium, epubforge: Command, folder: Path) -> None:
    epubforge("build", project, "-o", folder / "book.epub")
    seen = 0
    for chapter in chapters(folder / "book.epub", folder / "book"):
        if chapter.name.startswith("plate-"):
            continue
        flown = flow(chapter.body, chapter.sheet, chapter.setting)
        assert all_words(flown) == words(chapter.body), chapter.name
        for number, page in enumerate(flown.pages):
            base = folder / "book/OEBPS/text"
            answer = chromium.ask(page, chapter.sheet, chapter.setting, base)
            assert (chapter.name, number, answer["found"]) == (chapter.name, number, [])
            seen += 1
    assert seen


@pytest.mark.xdist_group("chromium")
def test_lines_end_where_they_were_measured(chromium: Chromium) -> None:
    """Justified lines end at the edge, to the third of a pixel, kerning and small capitals too."""
    text = (
        "AVATAR To Vary, “Typography” is the <em>craft</em> of <strong>endowing</strong> human"
        " language with a durable visual form; 1935–2009, office, affluent, and so on, "
    )
    body = f'<p data-justified="yes">{text * 6}the end.</p>'
    page = flow(body, FIXED, setting()).pages[0]
    ends = chromium.ask(page, FIXED, setting(), Path("/"))["ends"]
    assert len(ends) > 10
    assert [end for end in map(float, ends) if abs(end) > 0.34] == []
