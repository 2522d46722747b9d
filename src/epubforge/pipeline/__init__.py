"""The recipe: what is done to a project, in which order; `load`, `check` and `build`."""

from __future__ import annotations

from epubforge.pipeline.recipe import Built, Checked, Run, build, check, load, publish

__all__ = ["Built", "Checked", "Run", "build", "check", "load", "publish"]
