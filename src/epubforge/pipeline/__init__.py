"""The recipe: what is done to a project, in which order; `load`, `check` and `build`."""

from __future__ import annotations

from epubforge.pipeline.checking import Checked, check, check_all
from epubforge.pipeline.recipe import Built, build, load, publish
from epubforge.pipeline.run import Run

__all__ = ["Built", "Checked", "Run", "build", "check", "check_all", "load", "publish"]
