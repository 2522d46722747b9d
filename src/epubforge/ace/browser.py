"""Finds the browser that Ace opens a book's pages in."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge",
)  # fmt: skip
_ON_MACOS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_ON_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_COMMANDS = {
    "darwin": "brew install --cask chromium",
    "win32": "winget install Google.Chrome",
}
INSTALL_BROWSER = _COMMANDS.get(sys.platform, "sudo apt-get install chromium")


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser, if there is one."""

    is_there: bool
    program: str | None = None
    """None: Ace's own library knows where it is."""


def find_browser(environment: Mapping[str, str]) -> Browser:
    """Chromium or one of its kin: on the path, where systems put it, or fetched by Puppeteer."""
    path = environment.get("PATH")
    named = (shutil.which(name, path=path) for name in _NAMES)
    placed = (str(each) for each in _places(environment) if each.is_file())
    program = next((each for each in (*named, *placed) if each), None)
    if program:
        return Browser(True, str(Path(program).absolute()))
    return Browser(_is_fetched(environment))


def _places(environment: Mapping[str, str]) -> list[Path]:
    if sys.platform == "darwin":
        folders = [Path("/Applications"), Path(environment.get("HOME", "/")) / "Applications"]
        return [folder / name for folder in folders for name in _ON_MACOS]
    if sys.platform == "win32":
        roots = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        folders = [Path(environment[root]) for root in roots if environment.get(root)]
        return [folder / name for folder in folders for name in _ON_WINDOWS]
    return []


def _is_fetched(environment: Mapping[str, str]) -> bool:
    """Whether Puppeteer, which drives the browser for Ace, has fetched one of its own."""
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    folder = environment.get("PUPPETEER_CACHE_DIR")
    fetched = Path(folder) if folder else Path(home) / ".cache" / "puppeteer"
    return any((fetched / "chrome").glob("*/*"))
