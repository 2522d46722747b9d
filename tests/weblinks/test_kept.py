"""Where answers are kept, by system."""

from __future__ import annotations

from pathlib import Path

import pytest

from epubforge.weblinks.kept import cache_file

HOME = Path("/home/ada")


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, "/home/ada/.cache"),
        ("darwin", {}, "/home/ada/Library/Caches"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local"),
        ("win32", {}, "/home/ada/AppData/Local"),
        ("linux", {"XDG_CACHE_HOME": "/cache"}, "/cache"),
        ("darwin", {"XDG_CACHE_HOME": "/cache"}, "/cache"),
    ],
)
def test_folder(platform: str, environment: dict[str, str], folder: str) -> None:
    """The system's own, unless the user names another."""
    file = cache_file(environment, HOME, platform)
    assert file == Path(folder) / "epubforge" / "weblinks.json"
