"""A theme as it lies on the disk: its page templates, and its styles by construct."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from epubforge.source import SourceFile

CLASSIC = Path(__file__).parent.parent / "themes" / "classic"
"""What another theme leaves out is taken from this one."""

_LARGEST = 1_000_000
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")

Colour = tuple[int, int, int]
"""Red, green, blue; 0 to 255."""
_WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, read; file names are relative to its folder."""

    templates: Mapping[str, str]
    """`page.xhtml.jinja`, ... and their texts."""
    styles: Mapping[str, str]
    """Constructs and their styles, in the order in which they follow each other."""
    paper: Colour = _WHITE
    """The colour of the page, which transparent pictures are laid on."""
    fixed: str = ""
    """The style of fixed pages."""


class ThemeError(Exception):
    """A theme that cannot be used: which of its files, the line in it, and why."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


def read_theme(folder: Path) -> Theme:
    """The theme of that folder; templates and styles that it lacks are the classic theme's.

    `styles` in theme.toml gives the order of the styles; what it does not name comes last. `paper`
    is the colour of the page; `fixed.css` is for fixed pages alone.
    Raises ThemeError where a file cannot be read or leads out of the folder.
    """
    folders = [CLASSIC, *([] if _is_classic(folder) else [folder])]
    order: list[str] = []
    styles: dict[str, str] = {}
    templates: dict[str, str] = {}
    paper, fixed = _WHITE, ""
    for place in folders:
        table = _table(place)
        order, paper = _order(table) or order, _paper(table) or paper
        templates |= {file.name: _text(place, file) for file in _files(place, "*.xhtml.jinja")}
        fixed = "".join(_text(place, file) for file in _files(place, "fixed.css")) or fixed
        styles |= {file.stem: _text(place, file) for file in _files(place, "style/*.css")}
    names = (*(name for name in order if name in styles), *sorted(styles))
    return Theme(templates, {name: styles[name] for name in dict.fromkeys(names)}, paper, fixed)


def look_of(folder: Path) -> object:
    """What is another where a file of that theme, or of the classic one, was changed."""
    found: list[tuple[str, int, int]] = []
    for place in (CLASSIC, folder):
        for file in (*_files(place, "*"), *_files(place, "style/*")):
            try:
                status = file.stat()
            except OSError:
                continue  # it is gone, and missing here
            found.append((str(file), status.st_size, status.st_mtime_ns))
    return found


def paper_of(folder: Path) -> Colour:
    """The colour of a theme's page; white where the theme is broken, which its reading will say."""
    try:
        return _paper(_table(folder)) or _paper(_table(CLASSIC)) or _WHITE
    except ThemeError:
        return _WHITE


def own_sheets(folder: Path) -> tuple[SourceFile, ...]:
    """The styles of a theme that is not the classic one, named by its folder.

    Raises ThemeError where a file cannot be read or leads out of the folder.
    """
    if _is_classic(folder):
        return ()
    sheets = _files(folder, "style/*.css")
    return tuple(SourceFile(f"{folder.name}/style/{s.name}", _text(folder, s)) for s in sheets)


def _is_classic(folder: Path) -> bool:
    return folder.resolve() == CLASSIC.resolve()


def _table(folder: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(_text(folder, folder / "theme.toml"))
    except (ValueError, RecursionError) as error:  # long numbers and deep brackets among them
        raise ThemeError("theme.toml", 1, str(error)) from error


def _paper(table: Mapping[str, object]) -> Colour | None:
    if "paper" not in table:
        return None
    told = table["paper"]
    if not isinstance(told, str) or not _COLOUR.fullmatch(told):
        raise ThemeError("theme.toml", 1, 'paper is not a colour like "#ffffff"')
    red, green, blue = bytes.fromhex(told[1:])
    return red, green, blue


def _order(table: Mapping[str, object]) -> list[str]:
    styles = table.get("styles", [])
    if not isinstance(styles, list) or not all(isinstance(name, str) for name in styles):
        raise ThemeError("theme.toml", 1, "styles is not a list of names")
    return styles


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


def _text(folder: Path, file: Path) -> str:
    name = file.relative_to(folder).as_posix()
    if not file.resolve().is_relative_to(folder.resolve()):
        raise ThemeError(name, 1, "it leads out of the theme's folder")
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            raise ThemeError(name, 1, "it is no file, or larger than a theme's file can be")
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ThemeError(name, 1, error.strerror or "it cannot be read") from error
    except UnicodeDecodeError as error:
        raise ThemeError(name, 1, "it is not UTF-8") from error
