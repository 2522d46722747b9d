"""Files of the manuscript: what can be read becomes text, what cannot becomes a finding."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.project.reading import LIMIT, decoded, read_text
from epubforge.source import Span, position


def found_in(name: str, data: bytes) -> list[str]:
    lines = []
    for diagnostic in decoded(name, data).found:
        assert isinstance(diagnostic.place, Span)
        line, column = position(diagnostic.place.source, diagnostic.place.start)
        lines.append(f"{line}:{column} {diagnostic.rule.code} {diagnostic.message}")
    return lines


def refusal(root: Path, name: str) -> str:
    outcome = read_text(root, root / name)
    assert outcome.value.text == ""
    [diagnostic] = outcome.found
    assert diagnostic.rule.blocking
    return f"{diagnostic.rule.code} {diagnostic.message}"


def test_line_ends_and_the_byte_order_mark() -> None:
    """CRLF and CR become LF, a byte-order mark at the beginning goes; nothing is found."""
    outcome = decoded("a.md", b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert (outcome.value.text, outcome.found) == ("one\ntwo\nthree\n", ())


def test_the_first_byte_that_is_not_utf8() -> None:
    """Line and column count characters and line ends as the text has them."""
    data = "é\r\nü: ".encode() + b"\xe9 \xe9"
    assert found_in("a.md", data) == ["2:4 P002 a.md is not UTF-8: byte 0xe9 stands here"]
    assert decoded("a.md", data).value.text == "é\nü: \ufffd \ufffd"


def test_utf16_is_named() -> None:
    """The hint knows a byte-order mark of UTF-16."""
    [diagnostic] = decoded("a.md", "# A".encode("utf-16")).found
    assert diagnostic.hint == "it looks like UTF-16: save it as UTF-8"


def test_control_characters_are_replaced_and_told_once() -> None:
    """Each becomes U+FFFD, so that places stay; one finding at the first."""
    data = "a\tb\nc\0d\x0c\x85\ufffe".encode()
    assert decoded("a.md", data).value.text == "a\tb\nc\ufffdd\ufffd\ufffd\ufffd"
    assert found_in("a.md", data) == [
        "2:2 P021 a.md holds the control character U+0000; it holds 4 such"
    ]


@given(st.binary(max_size=60))
def test_any_bytes_become_a_text_without_control_characters(data: bytes) -> None:
    """Whatever a file holds, its text can stand in XML."""
    text = decoded("a.md", data).value.text
    assert not any(sign < " " and sign not in "\t\n" for sign in text)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A pipe, a socket, a folder and a device are named; none is waited for."""
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    assert refusal(tmp_path, "pipe.md") == "P022 pipe.md is a pipe, not a file"
    assert refusal(tmp_path, "folder.md") == "P022 folder.md is a folder, not a file"
    (tmp_path / "device.md").symlink_to("/dev/zero")
    assert refusal(tmp_path, "device.md") == "P015 device.md is a link out of the project"
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(tmp_path)  # a socket's path must be short
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("socket.md")
            assert refusal(tmp_path, "socket.md") == "P022 socket.md is a socket, not a file"
    finally:
        os.fchdir(here)
        os.close(here)


def test_links_stay_inside(tmp_path: Path) -> None:
    """A link inside the project is followed; one that leads out, nowhere or to itself is not."""
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.md").write_text("secret")
    (root / "real.md").write_text("text")
    (root / "inside.md").symlink_to("real.md")
    (root / "out.md").symlink_to("../secret.md")
    (root / "nowhere.md").symlink_to("missing.md")
    (root / "circle.md").symlink_to("circle.md")
    assert read_text(root, root / "inside.md").value.text == "text"
    assert refusal(root, "out.md") == "P015 out.md is a link out of the project"
    assert refusal(root, "nowhere.md").startswith("P020 nowhere.md cannot be read: ")
    assert refusal(root, "circle.md").startswith("P020 circle.md cannot be read: ")


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    """A file above the limit is refused by its size alone."""
    with (tmp_path / "big.md").open("wb") as file:
        file.truncate(LIMIT + 10_000_000)
    assert refusal(tmp_path, "big.md") == "P023 big.md has 50 MB; a text may have 40"


AS_NOBODY = """
import os, sys
from pathlib import Path
from epubforge.project import load, reading
os.setgid(65534); os.setuid(65534)
outcome = reading.read_text(Path(sys.argv[1]), Path(sys.argv[1]) / "secret.md")
print(outcome.found[0].rule.code, outcome.found[0].message)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such permissions here")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A chapter without permission is named; tried as an unprivileged user."""
    (tmp_path / "secret.md").write_text("x")
    (tmp_path / "secret.md").chmod(0)
    for folder in [tmp_path, *tmp_path.parents][:-2]:
        folder.chmod(0o755)
    expected = "P020 secret.md cannot be read: permission denied"
    if os.geteuid() != 0:
        assert refusal(tmp_path, "secret.md") == expected
        return
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(tmp_path)],
        capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    assert done.stdout.strip() == expected
