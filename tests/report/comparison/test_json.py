"""A collation for programs."""

from __future__ import annotations

import json

from epubforge import __version__
from epubforge.collation.collate import Collation
from epubforge.report.comparison.json import comparison_json
from report.comparison.test_text import EVERYTHING

LISTS = """metadata accessibility card contents documents text pictures alts styles fonts markup
files unread_before unread_after""".split()


def test_equal_books() -> None:
    """Every member is there, and empty."""
    written = comparison_json("a.epub", "b.epub", Collation(True, True, "A", "A"))
    assert json.loads(written) == {
        "schema_version": 1,
        "tool": {"name": "epubforge", "version": __version__},
        "before": "a.epub",
        "after": "b.epub",
        "identical": True,
        "equal": True,
        "title_before": "A",
        "title_after": "A",
        "folder": "",
        **{name: [] for name in LISTS},
        "landmarks": {"before": [], "after": []},
        "pages": {"before": [], "after": []},
        "words_in": 0,
        "words_out": 0,
        "sizes": None,
    }


def test_a_reworded_paragraph() -> None:
    """With its pieces, its number and its document."""
    written = json.loads(comparison_json("a.epub", "b.epub", EVERYTHING))
    document = written["text"][0]
    assert (document["title"], document["before"], document["after"]) == (
        "One", "O/1.xhtml", "O/one.xhtml",
    )  # fmt: skip
    assert document["paragraphs"][0] == {
        "kind": "changed",
        "element": "p",
        "before": "A big word",
        "after": "A small word",
        "pieces": [
            {"kind": "same", "text": "A "},
            {"kind": "out", "text": "big "},
            {"kind": "in", "text": "small "},
            {"kind": "same", "text": "word"},
        ],
        "number": 1,
        "to": "",
    }
