"""The examples of the CommonMark specification, on the bare parser and on the dialect."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from epubforge.constructs import CONSTRUCTS
from epubforge.markdown.parser import bare
from epubforge.markdown.read import read
from epubforge.model.document import MarkdownSettings
from epubforge.source import SourceFile
from markdown.normal import filled, normal, without_ids


@dataclass(frozen=True)
class Example:
    example: int
    section: str
    markdown: str
    html: str


EXAMPLES = [
    Example(**values)
    for values in json.loads(
        (Path(__file__).parent / "commonmark.json").read_text(encoding="utf-8")
    )
]

DIFFERENT = {
    "a thematic break is a scene break, and has its class": {
        11, 43, 47, 50, 51, 52, 53, 54, 57, 58, 60, 61, 77, 85, 88, 92, 94, 96, 98, 99, 100, 101,
        104, 105, 115, 234, 246,
    },
    "an image alone in its paragraph is a figure, its title the caption": {
        520, 572, 573, 574, 575, 576, 577, 578, 580, 581, 582, 583, 584, 585, 586, 588, 589, 591,
    },
    "words of code in a known language have classes": {142, 143},
    "a bare address is a link": {608, 611, 612},
    "a link without destination has no href": {200, 485, 486, 487, 567},
    "a comment is dropped, and the text after it is Markdown": {177, 626},
    "raw HTML is closed where it is left open, and ends nothing that it did not open": {
        21, 31, 148, 151, 155, 165, 174, 175, 184, 187, 344, 476, 477, 494, 623, 630, 631, 642, 643,
    },
    "an element or attribute that XHTML does not know is shown as text, or left out": {
        150, 163, 169, 201, 491, 524, 536, 613, 614, 615, 616, 617,
    },
    "a program, a style sheet or a form is refused": {170, 171, 172, 173, 176, 178},
    "a raw picture has a description, even if it is an empty one": {475},
}  # fmt: skip


def test_all_examples_are_there() -> None:
    """The file holds the 652 examples of version 0.31.2."""
    assert [example.example for example in EXAMPLES] == list(range(1, 653))


def test_the_bare_parser_passes_all_examples() -> None:
    """What the specification expects comes out, but for a line end in an empty quotation."""
    parser = bare()
    parser.options["xhtmlOut"] = True
    wrong = [
        example.example
        for example in EXAMPLES
        if parser.render(example.markdown).replace(
            "<blockquote></blockquote>", "<blockquote>\n</blockquote>"
        )
        != example.html
    ]
    assert wrong == []


def test_the_dialect_differs_only_where_it_says_so() -> None:
    """Every example whose page differs is listed with its cause, and no other."""
    settings = MarkdownSettings("en", smart=False)
    different = {
        example.example
        for example in EXAMPLES
        if normal(without_ids(filled(read(_source(example), settings, CONSTRUCTS).value)))
        != normal(example.html)
    }
    listed = [number for numbers in DIFFERENT.values() for number in numbers]
    assert sorted(listed) == sorted(set(listed))
    assert different == set(listed)


def _source(example: Example) -> SourceFile:
    return SourceFile(f"{example.example}.md", example.markdown)
