"""A folder turned into the settings file of the project that holds it."""

from __future__ import annotations

import os
from pathlib import Path

from epubforge.project.errors import ProjectError

MANUSCRIPT = "manuscript"
SETTINGS = (f"{MANUSCRIPT}/book.toml", "epubforge.toml", "book.toml")
"""In order of preference."""


def find(start: Path) -> Path:
    """The settings file of the project that holds `start`.

    `start` is the project's root, any folder or file below it, or the settings file itself; the
    nearest project wins.

    Raises:
        ProjectError: `start` does not exist, or no folder from it upwards holds a project.
    """
    here = Path(os.path.abspath(start))
    if not os.path.lexists(here):
        raise ProjectError(f"no project at {start}: there is no such folder")
    if not os.path.isdir(here):
        if here.name in {"book.toml", "epubforge.toml"}:
            return here
        here = here.parent
    for folder in (here, *here.parents):
        for name in SETTINGS:
            candidate = folder / name
            if os.path.lexists(candidate) and not os.path.isdir(candidate):
                return candidate
    raise ProjectError(
        f"no project at {start}: no {SETTINGS[0]}, {SETTINGS[1]} or {SETTINGS[2]} here or above; "
        "epubforge new makes one"
    )


def root_of(settings: Path) -> Path:
    """The project's root: a `book.toml` in a folder `manuscript` belongs to the folder above."""
    folder = settings.parent
    if settings.name == "book.toml" and folder.name == MANUSCRIPT:
        return folder.parent
    return folder
