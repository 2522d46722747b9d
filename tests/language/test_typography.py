"""The habits of each language."""

from __future__ import annotations

import pytest

from epubforge.language import typography as table
from epubforge.language.typography import Typography, typography

ROWS: dict[str, Typography] = {
    tag: typography(tag)
    for tag in (
        "cs da de de-ch en en-gb es fi fr fr-ca fr-ch it ja nl no pl pt ru sk sv uk zh zh-tw"
    ).split()
}


@pytest.mark.parametrize("tag", ROWS)
def test_each_row_names_its_source_and_four_marks(tag: str) -> None:
    """A habit that nobody has is none."""
    row = ROWS[tag]
    assert row.source.strip()
    assert len(row.marks) == 4
    assert not set(row.marks) & set("\"'")


@pytest.mark.parametrize(
    ("tag", "marks"),
    [
        ("en", "“”‘’"),
        ("en-US", "“”‘’"),
        ("en-GB", "‘’“”"),
        ("EN-gb-oxendict", "‘’“”"),
        ("de", "„“‚‘"),
        ("de-AT", "„“‚‘"),
        ("de-CH-1996", "«»‹›"),
        ("de_CH", "«»‹›"),
        ("fr-BE", "«»“”"),
        ("zh-Hant-HK", "「」『』"),
        ("eo", "“”‘’"),
        ("", "“”‘’"),
    ],
)
def test_the_nearest_tag_counts(tag: str, marks: str) -> None:
    """The tag itself, its first parts, or English."""
    assert typography(tag).marks == marks


def test_blanks_before_punctuation_do_not_break() -> None:
    """Whatever stands between a word and its sign, no line begins with the sign."""
    blanks = {blank for row in ROWS.values() for _, blank in row.before}
    assert blanks <= {table.NARROW, table.NO_BREAK}
