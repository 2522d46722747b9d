"""An Ace that runs and sees nothing is not believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ace.conftest import FOLDERS
from epubforge.ace.control import prove
from epubforge.ace.tool import Tool, ToolMissing, find_tool

pytestmark = [
    pytest.mark.xdist_group("ace"),
    pytest.mark.skipif(os.name == "nt", reason="the programs it is tried with are shell scripts"),
]

SEES = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
mkdir -p "$2"
cat > "$2/report.json" <<'END'
%s
END
"""
NOTHING = '{"earl:result": {"earl:outcome": "pass"}, "assertions": []}'
HALF = """{"earl:result": {"earl:outcome": "fail"}, "assertions": [
{"earl:testSubject": {"url": "nav.xhtml"}, "assertions": [
{"earl:result": {"earl:outcome": "fail"}, "earl:test": {"dct:title": "image-alt"}}]}]}"""


def program(folder: Path, text: str) -> Tool:
    """A program instead of Ace."""
    path = folder / "ace-cli"
    path.write_text(text)
    path.chmod(0o755)
    return Tool(str(path), None)


def test_the_real_one_is_believed() -> None:
    """It reports all three faults."""
    prove(find_tool(os.environ, FOLDERS), 120, os.environ)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (SEES % NOTHING, "it did not report color-contrast, image-alt, metadata-accessmode in"),
        (SEES % HALF, "it did not report color-contrast, metadata-accessmode in a book made"),
        (SEES % "{", "its report cannot be read"),
        ("#!/bin/sh\nexit 0\n", "it wrote no report"),
        ("#!/bin/sh\nsleep 60\n", "it took more than 1 s over one page"),
    ],
    ids=["sees nothing", "sees half", "writes nonsense", "writes nothing", "hangs"],
)
def test_others_are_not(tmp_path: Path, text: str, why: str) -> None:
    """The message says what it missed and how to install it anew."""
    with pytest.raises(ToolMissing) as caught:
        prove(program(tmp_path, text), 1.0 if "sleep" in text else 60, os.environ)
    said = str(caught.value)
    assert said.startswith("Ace is here but does not work: ")
    assert why in said
    assert said.endswith("npm install @daisy/ace-cli")
