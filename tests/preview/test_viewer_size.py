"""The viewer stays light: what its scripts weigh, as they are written."""

from __future__ import annotations

from pathlib import Path

STATIC = Path(__file__).parents[2] / "src" / "epubforge" / "preview" / "static"
MOST = 60_000


def test_the_scripts_stay_under_sixty_kilobytes() -> None:
    """All of them together, readable, without a build step."""
    assert 0 < sum(file.stat().st_size for file in STATIC.glob("*.js")) < MOST
