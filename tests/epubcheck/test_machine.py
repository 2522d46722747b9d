"""What Java is started with: it leaves nothing behind, and needs one folder to write to."""

from __future__ import annotations

from pathlib import Path

import pytest

from epubforge.epubcheck.cold import ColdEngine
from epubforge.epubcheck.engine import Engine
from epubforge.epubcheck.tool import Cold, Warm, find_tool
from epubforge.epubcheck.warm import WarmEngine

pytestmark = pytest.mark.xdist_group("epubcheck")


@pytest.mark.parametrize("kind", ["warm", "cold"])
def test_nothing_is_left_behind(
    kind: str, good_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing in the user's home, where Java would have a cache; and where Java's own folder for
    temporary files is missing, pictures are read all the same."""
    home = tmp_path / "home"
    home.mkdir()
    told = f"-Duser.home={home} -Djava.io.tmpdir={tmp_path / 'missing'}"
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", told)
    engine = _engine(kind)
    try:
        said = engine.check(good_book, 120)
    finally:
        engine.stop()
    assert [m for m in said if m.severity not in {"USAGE", "SUPPRESSED"}] == []
    assert list(home.iterdir()) == []


def _engine(kind: str) -> Engine:
    warm = find_tool({})
    assert isinstance(warm, Warm)
    if kind == "warm":
        return WarmEngine(warm)
    java = next(warm.machine.parent.parent.parent.glob("bin/java*"))
    return ColdEngine(Cold(warm.jar, str(java)))
