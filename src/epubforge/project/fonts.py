"""[theme] fonts turned into the font files that it names, each with the licence beside it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from epubforge.diagnostics import Reporter
from epubforge.model.project import FontSource
from epubforge.project.errors import MistakeError
from epubforge.project.globs import is_glob, pattern
from epubforge.project.inside import (
    MISSING_FILE,
    file_inside,
    from_root,
    inside,
    is_inside,
    leads_out,
    outside,
    shown,
)
from epubforge.project.kinds import Wanted
from epubforge.project.natural import natural, nfc

FOLDER = "fonts"
"""Where a theme keeps fonts of its own."""
_ENDINGS = (".ttf", ".otf", ".woff", ".woff2", ".ttc")
_LICENCE = re.compile(r"(?:ofl|licen[cs]e|copying|ufl)[^/]*", re.IGNORECASE)
_DEEPEST = 8


def font_sources(
    root: Path, wanted: tuple[Wanted, ...], reporter: Reporter
) -> dict[str, FontSource]:
    """The font files that the settings name, each once, globs in natural order, by their paths.

    A name or a glob that leads to nothing is reported.
    """
    found: dict[str, FontSource] = {}
    for each in wanted:
        try:
            files = _globbed(root, each) if is_glob(each.name) else [file_inside(root, each)]
        except MistakeError as mistake:
            reporter.add(mistake.diagnostic)
            continue
        for file in files:
            found.setdefault(shown(root, file), _source(root, file, each))
    return found


def theme_fonts(root: Path, theme: Path, wanted: Wanted, there: set[str]) -> dict[str, FontSource]:
    """The font files in the folder `fonts` of a theme, by their paths; without those there."""
    below = theme if theme.is_relative_to(root) else theme.parent
    home = root if theme.is_relative_to(root) else theme.parent
    files = [file for file in _files(below, theme / FOLDER) if is_inside(theme, file)]
    named = {shown(home, file): _source(home, file, wanted) for file in files if _is_font(file)}
    return {path: source for path, source in named.items() if path not in there}


def _globbed(root: Path, wanted: Wanted) -> list[Path]:
    """The files that a glob matches; of a folder's files only those whose endings are a font's,
    unless the glob says which ending it means."""
    if leads_out(root, wanted.name, root):
        raise MistakeError(outside(wanted))
    parts = [part for part in nfc(wanted.name).split("/") if part not in {"", "."}]
    fixed = next(number for number, part in enumerate(parts) if is_glob(part))
    folder = inside(root, Wanted("/".join(parts[:fixed]) or ".", wanted.span))
    match = pattern("/".join(parts))
    says_ending = "." in parts[-1].rpartition("*")[2]
    found = [
        file
        for file in _files(root, folder)
        if match.fullmatch(shown(root, file))
        and (says_ending or _is_font(file))
        and is_inside(root, file)
    ]
    if not found:
        message = f"no font matches {wanted.name}"
        raise MistakeError(MISSING_FILE.at(wanted.span, message, "put the font files there"))
    return found


def _files(root: Path, folder: Path) -> list[Path]:
    """Regular files below a folder, in natural order; hidden ones are passed over."""
    found: list[Path] = []
    deepest = len(folder.parts) + _DEEPEST
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = [n for n in folders if not n.startswith(".") and len(here.parts) < deepest]
        found += [here / name for name in files if not name.startswith(".")]
    return sorted((file for file in found if file.is_file()), key=lambda f: natural(shown(root, f)))


def _is_font(file: Path) -> bool:
    return file.suffix.lower() in _ENDINGS


def _source(root: Path, file: Path, wanted: Wanted) -> FontSource:
    return FontSource(nfc(from_root(root, file)), file, wanted.span, _licence(root, file))


def _licence(root: Path, font: Path) -> Path | None:
    """A licence's text beside the font: the one that shares the font's name before all others."""
    try:
        names = sorted(os.listdir(font.parent))
    except OSError:
        return None
    found = [name for name in names if _LICENCE.fullmatch(name) and _is_text(name)]
    own = [name for name in found if font.stem.partition("-")[0].lower() in name.lower()]
    files = (font.parent / name for name in (*own, *found))
    return next((file for file in files if file.is_file() and is_inside(root, file)), None)


def _is_text(name: str) -> bool:
    return Path(name).suffix.lower() in {"", ".txt", ".md"}
