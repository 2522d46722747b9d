"""Language tags: their standard form, and which one is meant."""

from __future__ import annotations

import pytest

from epubforge.language.tags import meant_tag, standard_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [("ru", "ru"), ("EN-gb", "en-GB"), ("de_ch", "de-CH"), ("russian", None), ("", None)],
)
def test_the_standard_form(written: str, tag: str | None) -> None:
    """Of what is a tag; what is none has no form."""
    assert standard_tag(written) == tag


@pytest.mark.parametrize(
    ("written", "tag"), [("Russian", "ru"), ("en-GBR", "en-GB"), ("qqqqqqqq", None)]
)
def test_the_tag_that_is_meant(written: str, tag: str | None) -> None:
    """By a language's name, or by what looks like it."""
    assert meant_tag(written) == tag
