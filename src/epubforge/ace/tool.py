"""Finds Ace and a browser for it to open pages in, or says how to get them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from epubforge.ace.browser import INSTALL_BROWSER, find_browser
from epubforge.diagnostics import ExtraMissing

PROGRAM = "ace-cli"
_SKIP = "set PUPPETEER_SKIP_DOWNLOAD=1 && " if sys.platform == "win32" else (
    "PUPPETEER_SKIP_DOWNLOAD=1 "
)  # fmt: skip
INSTALL = f"{_SKIP}npm install @daisy/ace-cli"


class ToolMissing(ExtraMissing):
    """Ace cannot be run; the message says what is missing and what installs it."""


@dataclass(frozen=True, slots=True)
class Tool:
    """Ace, and the browser that it is told to use."""

    program: str
    browser: str | None
    """None: the one that Ace's own library has fetched."""


def find_tool(environment: Mapping[str, str], folders: Iterable[Path] = ()) -> Tool:
    """Ace and its browser as they are installed here.

    Ace is what `ACE_CLI` in the environment names; else what npm put into `node_modules` of one of
    the folders or of a folder around it; else what is on the path. Raises ToolMissing.
    """
    program = _named(environment.get("ACE_CLI")) or _installed(folders)
    program = program or shutil.which(PROGRAM, path=environment.get("PATH"))
    if program is None:
        raise ToolMissing(
            f"Ace is not installed; install it: {INSTALL}; and a browser for it: {INSTALL_BROWSER}"
        )
    return Tool(str(Path(program).absolute()), _browser(environment))


def _named(program: str | None) -> str | None:
    if not program or Path(program).is_file():
        return program or None
    raise ToolMissing(f"ACE_CLI names {program}, where no program is; or install Ace: {INSTALL}")


def _installed(folders: Iterable[Path]) -> str | None:
    around = dict.fromkeys(each for start in folders for each in (start, *start.parents))
    for folder in around:
        program = shutil.which(PROGRAM, path=str(folder / "node_modules" / ".bin"))
        if program:
            return program
    return None


def _browser(environment: Mapping[str, str]) -> str | None:
    named = environment.get("PUPPETEER_EXECUTABLE_PATH")
    if named:
        if Path(named).is_file():
            return named
        raise ToolMissing(
            f"PUPPETEER_EXECUTABLE_PATH names {named}, where no browser is;"
            f" or install one: {INSTALL_BROWSER}"
        )
    found = find_browser(environment)
    if not found.is_there:
        raise ToolMissing(
            f"Ace needs Chromium or Chrome, and there is none here; install it: {INSTALL_BROWSER}"
        )
    return found.program
