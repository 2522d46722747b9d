"""Changed files as unified diffs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from epubforge.report.diff import diff

BEFORE = "one\ntwo\nthree\nfour\nfive\nsix\n"


def test_nothing_for_nothing() -> None:
    """A file that stays has no diff."""
    assert diff("a.md", BEFORE, BEFORE) == ""


def test_three_lines_around_a_change() -> None:
    """Head, place, the change, and what stands around it."""
    assert diff("m/a.md", BEFORE, BEFORE.replace("five", "5")) == (
        "--- a/m/a.md\n+++ b/m/a.md\n@@ -2,5 +2,5 @@\n two\n three\n four\n-five\n+5\n six\n"
    )


def test_a_last_line_without_its_end() -> None:
    """What patch needs to know of the last line is said."""
    assert diff("a", "x", "x\ny").splitlines()[3:] == [
        "-x", "\\ No newline at end of file", "+x", "+y", "\\ No newline at end of file",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\r\nb\r\n", "a\r\n\r\nb\r\n"),
        ("\ufeffa\nb", "\ufeffa\nc"),
        ("", "a\n"),
        ("a\n\x0cb\u2028c\nd\n", "a\n\x0cb\u2028c\ne\n"),
    ],
)
def test_patch_reads_it(tmp_path: Path, before: str, after: str) -> None:
    """`patch -p1` makes the one of the other, byte by byte, where nothing had to be escaped."""
    file = tmp_path / "a.md"
    file.write_bytes(before.encode())
    shown = diff("a.md", before, after)
    if "\\x" in shown or "\\u" in shown:
        return
    done = subprocess.run(
        ["git", "apply", "-"], input=shown.encode(), cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert file.read_bytes() == after.encode()


def test_nothing_commands_a_terminal_or_a_build_server() -> None:
    """Escapes, and commands of build servers, are shown as signs; fences of ours stay."""
    shown = diff("a", "::error::x\n##[set]\n::: note\n\x1b[2J\n\u202ex\n", "")
    assert shown.splitlines()[3:] == [
        "-\\x3a:error::x", "-#\\x23[set]", "-::: note", "-\\x1b[2J", "-\\u202ex",
    ]  # fmt: skip
