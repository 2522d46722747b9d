"""[theme] turned into the folder of a theme and the styles that follow it."""

from __future__ import annotations

import os
from pathlib import Path

from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.model.project import ThemeChoice
from epubforge.project.errors import MistakeError
from epubforge.project.fonts import font_sources, theme_fonts
from epubforge.project.inside import inside
from epubforge.project.kinds import Wanted
from epubforge.project.reading import text_inside
from epubforge.project.suggest import did_you_mean
from epubforge.project.tables import ThemeTable

UNKNOWN_THEME = Rule(
    "P018",
    "unknown-theme",
    Severity.ERROR,
    """The theme is neither one that comes with epubforge nor a folder of the project.

Why it matters
    Without its theme the book would look as nobody meant it to.
Bad
    name = "clasic"
Good
    name = "classic"
    name = "themes/mine"
""",
    blocking=True,
    configuration=True,
)

DEFAULT = "classic"


def choose_theme(root: Path, themes: Path, table: ThemeTable, reporter: Reporter) -> ThemeChoice:
    """The theme that the settings name, else the default one; with the project's own styles
    and fonts."""
    folder = _folder(root, themes, table.name, reporter) if table.name else None
    css = tuple(text_inside(root, wanted, reporter) for wanted in table.css)
    fonts = font_sources(root, table.fonts, reporter)
    if folder is not None and table.name is not None:
        fonts = {**fonts, **theme_fonts(root, folder, table.name, set(fonts))}
    return ThemeChoice(
        folder or themes / DEFAULT,
        tuple(source for source in css if source is not None),
        tuple(fonts.values()),
        table.cover,
    )


def _folder(root: Path, themes: Path, wanted: Wanted, reporter: Reporter) -> Path | None:
    built_in = _built_in(themes)
    if wanted.name in built_in:
        return themes / wanted.name
    try:
        folder = inside(root, wanted)
    except MistakeError as mistake:
        if "/" in wanted.name or "\\" in wanted.name:
            reporter.add(mistake.diagnostic)
            return None
        folder = None
    if folder and (folder / "theme.toml").is_file():
        return folder
    message = f"no theme is called {wanted.name}{did_you_mean(wanted.name, built_in)}"
    if folder:
        message = f"{wanted.name} is no theme: it has no theme.toml"
    hint = f"choose {', '.join(built_in)}, or a folder in the project that holds theme.toml"
    reporter.add(UNKNOWN_THEME.at(wanted.span, message, hint))
    return None


def _built_in(themes: Path) -> list[str]:
    try:
        names = sorted(os.listdir(themes))
    except OSError:
        return []
    return [name for name in names if (themes / name / "theme.toml").is_file()]
