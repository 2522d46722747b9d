"""The examples of GFM's tables, task lists, strikethrough and bare addresses, in the dialect."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from epubforge.constructs import CONSTRUCTS
from epubforge.markdown.read import read
from epubforge.model.document import MarkdownSettings
from epubforge.source import SourceFile
from markdown.normal import filled, normal


@dataclass(frozen=True)
class Example:
    example: int
    section: str
    markdown: str
    html: str


@dataclass(frozen=True)
class Cause:
    """Why examples differ, and what GFM has in place of what the dialect writes there."""

    examples: frozenset[int]
    as_in_gfm: Callable[[str], str]


def _without_scope(page: str) -> str:
    return page.replace(' scope="col"', "")


def _aligned_by_attribute(page: str) -> str:
    return re.sub(r' class="align-(\w+)"', r' align="\1"', page)


def _with_controls(page: str) -> str:
    page = page.replace(' class="task-list"', "")
    page = re.sub(
        r'<span class="task" role="img" aria-label="done">\W</span>',
        '<input checked="" disabled="" type="checkbox">',
        page,
    )
    return re.sub(
        r'<span class="task" role="img" aria-label="to do">\W</span>',
        '<input disabled="" type="checkbox">',
        page,
    )


DIFFERENT = {
    "a header cell says that it heads its column": Cause(
        frozenset({198, 199, 200, 201, 202, 204, 205}), _without_scope
    ),
    "a column is aligned by a class, as XHTML knows no attribute for it": Cause(
        frozenset({199}), _aligned_by_attribute
    ),
    "a task has a sign with a name, as a book has no form controls": Cause(
        frozenset({279, 280}), _with_controls
    ),
}

EXAMPLES = [
    Example(**values)
    for values in json.loads((Path(__file__).parent / "gfm.json").read_text(encoding="utf-8"))
]


def test_all_examples_are_there() -> None:
    """The file holds what version 0.29 says of the four extensions."""
    numbers = [example.example for example in EXAMPLES]
    assert numbers == [*range(198, 206), 279, 280, 491, 492, *range(621, 632)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.example))
def test_the_dialect_differs_only_where_it_says_so(example: Example) -> None:
    """Each example differs by the causes that it is listed with, by each of them, and no other."""
    page = _page(example)
    for cause in _causes(example):
        changed = cause.as_in_gfm(page)
        assert changed != page
        page = changed
    assert normal(page) == normal(example.html)


def test_one_tilde_is_a_subscript() -> None:
    """What GFM's text allows and no example shows: a single tilde strikes nothing through."""
    assert "H<sub>2</sub>O" in _page(Example(0, "", "H~2~O\n", ""))


def _causes(example: Example) -> list[Cause]:
    return [cause for cause in DIFFERENT.values() if example.example in cause.examples]


def _page(example: Example) -> str:
    source = SourceFile(f"{example.example}.md", example.markdown)
    return filled(read(source, MarkdownSettings("en", smart=False), CONSTRUCTS).value)
