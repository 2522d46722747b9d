"""An inventory for programs."""

from __future__ import annotations

import json
from pathlib import Path

from epubforge import __version__
from epubforge.report.inspection.json import inspection_json
from report.inspection.book import small_inventory

EXPECTED = Path(__file__).parent / "small.json"


def test_a_small_book(tmp_path: Path) -> None:
    """Every member by its name, as the guide tells it."""
    written = inspection_json("small.epub", small_inventory(tmp_path))
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    expected["tool"]["version"] = __version__
    assert json.loads(written) == expected


def test_it_goes_through_every_pipe(tmp_path: Path) -> None:
    """ASCII alone, one line end at the end, and no command of a build server."""
    written = inspection_json("Ада ##[x]\u2028.epub", small_inventory(tmp_path))
    assert written.isascii()
    assert written.endswith("}\n")
    assert "##[" not in written
    assert json.loads(written)["file"] == "Ада ##[x]\u2028.epub"
