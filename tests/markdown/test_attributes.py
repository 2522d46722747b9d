"""Attributes in braces."""

from __future__ import annotations

import pytest

from epubforge.markdown.attributes import Attributes, attributes_at, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{#a}", Attributes(id="a", at=(0, 4))),
        ("{.a .b-c}", Attributes(classes=("a", "b-c"), at=(0, 9))),
        ("{ .a }", Attributes(classes=("a",), at=(0, 6))),
        ('{k="a }b" l=c}', Attributes(pairs=(("k", "a }b"), ("l", "c")), at=(0, 14))),
        ("{id=x class='y'}", Attributes(id="x", classes=("y",), at=(0, 16))),
        ('{id=x class="y z"}', Attributes(id="x", classes=("y", "z"), at=(0, 18))),
        ("{onclick=x}", Attributes(refused=("onclick",), at=(0, 11))),
        ("{}", None),
        ("{ }", None),
        ("{a}", None),
        ("{.a, .b}", None),
        ("{漢字|かんじ}", None),
        ("{{title}}", None),
        ("{.a", None),
        ("x{.a}", None),
    ],
)
def test_only_ids_classes_and_pairs(text: str, expected: Attributes | None) -> None:
    """Braces are attributes only if all between them is an id, a class or key=value."""
    found = attributes_at(text, 0, len(text))
    assert (found[0] if found else None) == expected


def test_both_together() -> None:
    """Of two the later counts; classes add up, each once."""
    first = Attributes("a", ("x", "y"), (("k", "1"), ("l", "2")))
    later = Attributes(None, ("y", "z"), (("k", "3"),))
    assert first | later == Attributes("a", ("x", "y", "z"), (("k", "3"), ("l", "2")))


def test_names() -> None:
    """What XHTML does not know becomes data."""
    keys = ("title", "aria-label", "data-x", "width", "a:b", "epub:type")
    names = ("title", "aria-label", "data-x", "data-width", "data-a-b", "epub:type")
    assert tuple(named(key) for key in keys) == names
