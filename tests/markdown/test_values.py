"""The values that XHTML lets an attribute have."""

from __future__ import annotations

import pytest

from epubforge.markdown.values import is_value


@pytest.mark.parametrize(
    ("element", "attribute", "value", "expected"),
    [
        ("p", "dir", "rtl", True),
        ("p", "dir", "up", False),
        ("p", "role", "doc-tip note", True),
        ("p", "role", "tip", False),
        ("p", "role", "", False),
        ("p", "aria-label", "anything", True),
        ("p", "aria-bogus", "x", False),
        ("td", "rowspan", "2", True),
        ("td", "rowspan", "0", False),
        ("ol", "type", "i", True),
        ("li", "value", "-3", True),
        ("li", "value", "iii", False),
        ("p", "epub:type", "bridgehead", True),
        ("p", "epub:type", "z3998:roman", False),
        ("q", "cite", "https://example.org/a", True),
        ("q", "cite", "a.html", False),
        ("time", "datetime", "1935-08-31", True),
        ("del", "datetime", "yesterday", False),
        ("p", "title", "any: text", True),
    ],
)
def test_is_value(element: str, attribute: str, value: str, *, expected: bool) -> None:
    """A value that EPUBCheck would call an error is none."""
    assert is_value(element, attribute, value) == expected
