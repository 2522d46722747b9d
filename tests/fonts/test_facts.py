"""What a stranger's font says of itself."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from fontTools.ttLib import TTFont

from epubforge.fonts.facts import FontFacts, font_facts
from epubforge.fonts.house import text_face

Change = Callable[[TTFont], None]


def changed(change: Change, flavor: str | None = None) -> bytes:
    """The house's text font with a change, in another wrapping."""
    font = TTFont(io.BytesIO(text_face().data))
    change(font)
    font.flavor = flavor
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def rights(bits: int) -> Change:
    """Sets fsType."""

    def change(font: TTFont) -> None:
        font["OS/2"].fsType = bits

    return change


def nothing(font: TTFont) -> None:
    """Leaves it as it is."""


@pytest.mark.parametrize(
    ("bits", "embedding", "may_be_subset"),
    [
        (0, "installable", True),
        (2, "restricted", True),
        (4, "preview and print", True),
        (8, "editable", True),
        (2 | 8, "editable", True),
        (0x100 | 4, "preview and print", False),
    ],
)
def test_embedding_rights(bits: int, embedding: str, may_be_subset: bool) -> None:
    """fsType in words; of several permissions the loosest holds."""
    facts = font_facts(changed(rights(bits)))
    assert (facts.fs_type, facts.embedding, facts.may_be_subset) == (bits, embedding, may_be_subset)


@pytest.mark.parametrize(
    ("flavor", "format_"), [(None, "TrueType"), ("woff", "WOFF"), ("woff2", "WOFF2")]
)
def test_formats(flavor: str | None, format_: str) -> None:
    """The same font in each wrapping."""
    facts = font_facts(changed(nothing, flavor))
    assert (facts.format, facts.family, facts.weight) == (format_, "Literata", 400)
    assert facts.fault is None


def without_names(font: TTFont) -> None:
    """As some programs cut fonts down."""
    del font["name"]
    del font["OS/2"]


def test_a_font_that_says_little() -> None:
    """Without names and rights the rest is still told."""
    facts = font_facts(changed(without_names))
    assert (facts.family, facts.weight, facts.embedding) == ("", None, "")
    assert facts.glyphs == len(TTFont(io.BytesIO(text_face().data)).getGlyphOrder())


def test_no_font() -> None:
    """What is none, and what breaks off, says why."""
    assert font_facts(b"") == FontFacts(fault="is no font: neither TTF, OTF nor WOFF")
    whole = text_face().data
    for length in (4, 11, 30, 400, len(whole) // 2):
        assert font_facts(whole[:length]).fault
