"""The recipe: what is done to a project, in which order; `load`, `check` and `build`."""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing; what only looks into books needs neither it nor the recipe

if TYPE_CHECKING:
    from epubforge.pipeline.checking import Checked, check, check_all
    from epubforge.pipeline.recipe import Built, build, load, publish
    from epubforge.pipeline.run import Run

__all__ = ["Built", "Checked", "Run", "build", "check", "check_all", "load", "publish"]

_HOMES = {
    "checking": ("Checked", "check", "check_all"),
    "recipe": ("Built", "build", "load", "publish"),
    "run": ("Run",),
}


def __getattr__(name: str) -> object:
    """Fetch a function of the recipe on first use."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"epubforge.pipeline.{home}"), name)
    raise AttributeError(f"module 'epubforge.pipeline' has no attribute {name!r}")
