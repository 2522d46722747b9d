"""Every rule of the program, found by walking its rooms."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType

import epubforge
from epubforge.diagnostics import Rule

FAMILIES = {
    "P": "Project and files",
    "M": "Markdown",
    "B": "Book structure",
    "A": "Accessibility",
    "L": "Links",
    "I": "Images",
    "C": "Container and package",
    "R": "Retail",
    "E": "Passed on from EPUBCheck",
    "X": "Passed on from Ace",
}
"""By the first letter of a code, in the order of a book's making."""

WITHOUT_RULES = ("__main__", "cli", "model", "report", "templates", "themes")


def all_rules() -> tuple[Rule, ...]:
    """Every rule that stands as a constant in a module, by family and code."""
    rules = {
        value.code: value
        for module in filter(None, map(_imported, _modules()))
        for value in vars(module).values()
        if isinstance(value, Rule)
    }
    return tuple(sorted(rules.values(), key=_order))


def _modules() -> list[str]:
    names: list[str] = []
    packages = [epubforge.__name__]
    for package in packages:
        for module in pkgutil.iter_modules(import_module(package).__path__):
            name = f"{package}.{module.name}"
            if name.split(".")[1] in WITHOUT_RULES or module.name == "__main__":
                continue
            names.append(name)
            if module.ispkg:
                packages.append(name)
    return names


def _imported(name: str) -> ModuleType | None:
    """The module; None where it needs an extra that is not installed, as a worker may."""
    try:
        return import_module(name)
    except ModuleNotFoundError as absent:
        if (absent.name or "").startswith(epubforge.__name__):
            raise
        return None


def _order(rule: Rule) -> tuple[int, str]:
    return list(FAMILIES).index(rule.code[0]), rule.code
