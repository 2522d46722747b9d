"""Damaged files of every kind, in a process with limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from epubforge.images.prepare import prepare
from epubforge.model.picture import Picture, PicturePolicy, PictureSource
from images.mutations import KINDS, faults, whole

Put = Callable[[str, bytes], PictureSource]


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_are_sound_before_they_are_damaged(put: Put, workshop: Path, kind: str) -> None:
    """Each becomes a picture."""
    prepared = prepare(put(f"a.{kind}", whole(kind)), PicturePolicy(), workshop)
    assert isinstance(prepared, Picture), prepared


def test_damage_is_a_picture_or_a_finding() -> None:
    """Never an exception, a hang, or more memory than a picture may have.

    For thousands: python tests/images/mutations.py 5000 1
    """
    assert list(faults(12 * len(KINDS), seed=20_000)) == []
