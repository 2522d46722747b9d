"""The files of the rules, listed from the tree itself and not by the runner."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from epubforge import checks
from epubforge.diagnostics import Rule

ROOT = Path(checks.__path__[0])


def modules() -> list[str]:
    """The module of every rule, by family and name."""
    paths = sorted(path for path in ROOT.glob("*/*.py") if path.stem != "__init__")
    return [f"epubforge.checks.{path.parent.name}.{path.stem}" for path in paths]


def rule_of(module: str) -> Rule:
    """The rule that a module holds."""
    rule = import_module(module).RULE
    assert isinstance(rule, Rule)
    return rule
