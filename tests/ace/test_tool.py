"""Where Ace and its browser are looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from epubforge.ace.tool import Tool, ToolMissing, find_tool

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs have endings there")


def program(path: Path) -> str:
    """A file that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return str(path)


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """Ace by name, in a project, around it, and on the path; a browser on the path."""
    return {
        "named": program(tmp_path / "named"),
        "project": program(tmp_path / "home/book/node_modules/.bin/ace-cli"),
        "around": program(tmp_path / "home/node_modules/.bin/ace-cli"),
        "path": program(tmp_path / "bin/ace-cli"),
        "browser": program(tmp_path / "bin/chromium"),
    }


@pytest.mark.parametrize("gone", [0, 1, 2, 3])
def test_the_order_of_places(tmp_path: Path, places: dict[str, str], gone: int) -> None:
    """What ACE_CLI names; node_modules of the folder, then of those around it; then the path."""
    order = ["named", "project", "around", "path"]
    for name in order[1:gone] if gone else ():
        Path(places[name]).unlink()
    environment = {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path)}
    if not gone:
        environment["ACE_CLI"] = places["named"]
    found = find_tool(environment, [tmp_path / "home/book"])
    assert found == Tool(places[order[gone]], places["browser"])


def test_the_nearer_folder_wins_over_the_later_one(tmp_path: Path, places: dict[str, str]) -> None:
    """The folders are asked in their order, each with all that is around it."""
    other = program(tmp_path / "other/node_modules/.bin/ace-cli")
    found = find_tool({"PATH": str(tmp_path / "bin")}, [tmp_path / "other", tmp_path / "home/book"])
    assert found.program == other


def test_a_named_program_that_is_not_there_is_no_reason_to_take_another(
    tmp_path: Path, places: dict[str, str]
) -> None:
    """Whoever names one wants that one."""
    environment = {"PATH": str(tmp_path / "bin"), "ACE_CLI": str(tmp_path / "gone")}
    with pytest.raises(ToolMissing) as caught:
        find_tool(environment, [tmp_path / "home/book"])
    assert str(caught.value) == (
        f"ACE_CLI names {tmp_path / 'gone'}, where no program is; or install Ace:"
        " PUPPETEER_SKIP_DOWNLOAD=1 npm install @daisy/ace-cli"
    )


def test_without_ace_the_commands_are_told(tmp_path: Path) -> None:
    """Those that install it and its browser."""
    with pytest.raises(ToolMissing) as caught:
        find_tool({"PATH": str(tmp_path)}, [tmp_path])
    said = str(caught.value)
    assert said.startswith(
        "Ace is not installed; install it: PUPPETEER_SKIP_DOWNLOAD=1 npm install @daisy/ace-cli;"
    )
    assert "chromium" in said


def test_without_a_browser_the_command_is_told(tmp_path: Path, places: dict[str, str]) -> None:
    """Ace alone is not enough."""
    Path(places["browser"]).unlink()
    with pytest.raises(ToolMissing, match="Ace needs Chromium or Chrome, and there is none here"):
        find_tool({"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path)})


def test_a_browser_that_puppeteer_fetched_is_enough(tmp_path: Path, places: dict[str, str]) -> None:
    """Ace finds that one by itself."""
    Path(places["browser"]).unlink()
    (tmp_path / ".cache/puppeteer/chrome/linux-1/chrome-linux64").mkdir(parents=True)
    environment = {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path)}
    assert find_tool(environment) == Tool(places["path"], None)


def test_the_browser_that_is_named_is_taken(tmp_path: Path, places: dict[str, str]) -> None:
    """`PUPPETEER_EXECUTABLE_PATH` is Puppeteer's own name for it; a wrong one is told."""
    mine = program(tmp_path / "mine")
    environment = {"PATH": str(tmp_path / "bin"), "PUPPETEER_EXECUTABLE_PATH": mine}
    assert find_tool(environment).browser == mine
    Path(mine).unlink()
    with pytest.raises(ToolMissing, match=f"PUPPETEER_EXECUTABLE_PATH names {mine}, where no"):
        find_tool(environment)
