"""The house keeps its floors and its doors."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "epubforge"

DOORS = {
    "PIL": {"codec"},
    "pillow_heif": {"codec"},
    "jinja2": {"render/templates"},
    "bs4": {"markup"},
    "ebooklib": {"package/container"},
    "jpype": {"epubcheck"},
    "uharfbuzz": {"fonts"},
    "fontTools": {"fonts/woff2"},
    "pyvips": {"codec/fast"},
    "tinycss2": {"styles"},
    "pyphen": {"typeset"},
    "uniseg": {"typeset"},
    "openpyxl": {"descriptions/sheet_xlsx"},
    "starlette": {"preview"},
    "uvicorn": {"preview/serving"},
    "watchfiles": {"preview/watching"},
    "segno": {"cli/preview"},
}
"""Each library and the only rooms or files that may name it."""


@pytest.mark.parametrize(("library", "rooms"), DOORS.items(), ids=DOORS)
def test_a_library_has_one_door(library: str, rooms: set[str]) -> None:
    """A library is imported behind its one door and nowhere else, and is imported there."""
    named = re.compile(rf"^\s*(?:import|from) {library}\b", re.M)
    files = {
        path.relative_to(SOURCE).with_suffix("").as_posix()
        for path in SOURCE.rglob("*.py")
        if named.search(path.read_text(encoding="utf-8"))
    }
    assert files
    strangers = {file for file in files if not any(_inside(file, room) for room in rooms)}
    assert strangers == set()


def _inside(file: str, room: str) -> bool:
    return file == room or file.startswith(f"{room}/")


def test_no_room_is_empty() -> None:
    """Every folder of the house holds code or data."""
    empty = [
        str(folder.relative_to(SOURCE))
        for folder in SOURCE.rglob("*")
        if folder.is_dir() and folder.name != "__pycache__" and not any(folder.iterdir())
    ]
    assert empty == []


def test_only_the_command_line_prints() -> None:
    """Nothing outside cli and __main__ prints or writes to the standard streams."""
    speaks = re.compile(r"(?<!def )(?<!\.)\bprint\(|sys\.std(?:out|err)\b|click\.echo")
    allowed = ("cli/", "__main__", "epubcheck/worker", "project/schema")
    speakers = [
        name
        for path in SOURCE.rglob("*.py")
        if not (name := path.relative_to(SOURCE).as_posix()).startswith(allowed)
        and speaks.search(path.read_text(encoding="utf-8"))
    ]
    assert speakers == []


def test_no_registry_address_is_committed() -> None:
    """No tracked file names a package registry's host."""
    hosts = "py" + r"pi\.org|pythonhosted\.org|registry\.npm" + r"js|deb\.debian\.org"
    root = SOURCE.parent.parent
    found = subprocess.run(
        ["git", "grep", "-nIE", hosts, "--", "."], cwd=root, capture_output=True, check=False
    )
    assert found.stdout.decode() == ""
