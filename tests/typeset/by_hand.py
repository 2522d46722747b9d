"""Chapters and settings for the tests: written by hand, or taken from the tests' books."""

from __future__ import annotations

import html
import re
import zipfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from epubforge.fonts.face import Face
from epubforge.fonts.house import fallback_faces, house_faces
from epubforge.language.direction import direction_of
from epubforge.typeset.flow import Flow, Setting

FIXED = """
body { text-align: justify; font-family: "Literata", "Noto Serif", "Frank Ruhl Libre", "Amiri"; }
code, kbd, samp, pre, pre code { font-family: "JetBrains Mono"; }
"""
"""What the fixed edition says beside the book's own stylesheet."""


@dataclass(frozen=True)
class Chapter:
    """A page of a reflowable book: what `flow` is given."""

    name: str
    body: str
    sheet: str
    setting: Setting


@lru_cache(maxsize=1)
def faces() -> tuple[Face, ...]:
    styles = [(bold, italic) for bold in (False, True) for italic in (False, True)]
    further = (f for bold, italic in styles for f in fallback_faces(bold=bold, italic=italic))
    return tuple(dict.fromkeys((*house_faces(), *further)))


def setting(width: float = 420, height: float = 600, size: float = 16) -> Setting:
    return Setting(width, height, size, "en", faces(), section={"class": "page-chapter"})


def chapters(book: Path, folder: Path) -> list[Chapter]:
    """The pages of a finished book, unpacked to a folder."""
    with zipfile.ZipFile(book) as archive:
        archive.extractall(folder)
    sheet = (folder / "OEBPS/styles/book.css").read_text(encoding="utf-8") + FIXED
    files = sorted((folder / "OEBPS/text").glob("*.xhtml"))
    return [_chapter(file, sheet) for file in files]


def _chapter(file: Path, sheet: str) -> Chapter:
    page = file.read_text(encoding="utf-8")
    language = re.search(r'<html[^>]* lang="([^"]*)"', page)
    section = re.search(r"<body[^>]*>\s*<section([^>]*)>(.*)</section>\s*</body>", page, re.S)
    assert language is not None
    assert section is not None
    named = dict(re.findall(r'([\w:-]+)="([^"]*)"', section[1]))
    own = replace(
        setting(560, 800, 17),
        language=language[1],
        direction=direction_of(language[1]),
        section=named,
    )
    return Chapter(file.name, section[2], sheet, own)


def words(markup: str) -> str:
    """The text without spaces; heads of tables that are said again left out."""
    once = re.sub(r'<thead class="set-again">.*?</thead>', "", markup, flags=re.S)
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", once)))


def all_words(flow: Flow) -> str:
    """The text of all pages, without spaces."""
    return "".join(words(page.markup) for page in flow.pages)
