"""Plain Latin letters for names."""

from __future__ import annotations

import pytest

from epubforge.language.latin import unaccented


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Été", "ete"), ("Straße", "strasse"), ("Łódź", "lodz"), ("Ħamrun", "hamrun"),
        ("ﬁne", "fine"), ("Ångström №", "angstrom no"), ("本", "本"), ("", ""),
    ],
)  # fmt: skip
def test_letters_lose_their_accents(text: str, expected: str) -> None:
    """Accents go, letters that are one with theirs too; other scripts stay."""
    assert unaccented(text) == expected
