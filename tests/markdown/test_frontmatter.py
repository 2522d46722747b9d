"""A chapter's header."""

from __future__ import annotations

import pytest

from epubforge.diagnostics import Diagnostic
from epubforge.markdown.frontmatter import split_header
from epubforge.model.document import Header
from epubforge.source import SourceFile, Span, position


def header(text: str) -> tuple[Header, str, list[str]]:
    outcome = split_header(SourceFile("1.md", text))
    return outcome.value.header, text[outcome.value.end :], [line(d) for d in outcome.found]


def line(found: Diagnostic) -> str:
    assert isinstance(found.place, Span)
    at = position(found.place.source, found.place.start)
    return f"{at.line}:{at.column} {found.rule.code} {found.message}"


ALL = Header("One", "preface", "uk", toc=False, linear=False, draft=True, css_class="a b")


@pytest.mark.parametrize(
    "text",
    [
        '+++\ntitle = "One"\ntype = "preface"\nlang = "uk"\ntoc = false\nlinear = false\n'
        'draft = true\nclass = "a b"\n+++\nText',
        "---\ntitle: One\ntype: preface\nlang: uk\ntoc: false\nlinear: false\ndraft: true\n"
        "class: a b\n---\nText",
    ],
)
def test_all_keys(text: str) -> None:
    """TOML and YAML say the same things."""
    found, rest, faults = header(text)
    assert found.span is not None
    assert text[found.span.start : found.span.end] + "\nText" == text
    assert (
        Header(found.title, found.type, found.language, found.toc, found.linear, found.draft,
               found.css_class)
        == ALL
    )  # fmt: skip
    assert (rest, faults) == ("\nText", [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text",
        "---\n",
        "---\ntext\n",
        "---\ntext\n---\n",
        "---\n- a\n---\n",
        "---\n\n---\n",
        "---\n[a: b\n---\n",
        "\n+++\ntitle = 'x'\n+++\n",
        "+++\ntitle = 'x'\n",
        "--- x\na: b\n---\n",
    ],
)
def test_what_is_no_header(text: str) -> None:
    """Only on line 1, only when it closes, and YAML only when it is a mapping."""
    assert header(text) == (Header(), text, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+++\ntitle = One\n+++\n", ["2:9 M001 the header is not TOML: invalid value"]),
        ("+++\na = 1\na = 2\n+++\n", ["3:6 M001 the header is not TOML: cannot overwrite a value"]),
        ("+++\na = " + "9" * 5000 + "\n+++\n",
         ["1:1 M001 the header holds a number that is too long to be read"]),
        ("+++\ntitle = 1984\n+++\n", ["2:1 M002 title is not a text"]),
        ("+++\n\n  draft = 'yes'\n+++\n", ["3:3 M002 draft is neither true nor false"]),
        ("+++\nlang = 'no such'\n+++\n", ["2:1 M002 lang cannot be no such"]),
        ("+++\ntitle = ' '\n+++\n", ["2:1 M002 title is empty"]),
        ("---\ntitel: One\nx: 1\n---\n", [
            "2:1 M003 the header has an unknown key titel",
            "3:1 M003 the header has an unknown key x",
        ]),
        ("---\ntitle: a: b\n---\n",
         ["2:9 M001 the header is not YAML: mapping values are not allowed here"]),
        ("---\na: &x [1]\nb: *x\n---\n",
         ["3:4 M001 the header uses a YAML alias, which is not read"]),
        ("---\na: !!python/object:os.system x\n---\n",
         ["2:4 M001 the header is not YAML: could not determine a constructor for the tag "
          "'tag:yaml.org,2002:python/object:os.system'"]),
        ("---\na: " + "x" * 70_000 + "\n---\n", ["1:1 M001 the header is larger than 64 KB"]),
    ],
)  # fmt: skip
def test_faults(text: str, expected: list[str]) -> None:
    """Each fault is found at its line and column, and names the key."""
    assert header(text)[2] == expected


def test_a_near_miss_is_named() -> None:
    """An unknown key that looks like a known one says which."""
    found = split_header(SourceFile("1.md", "---\ntitel: One\n---\n")).found
    assert [d.hint for d in found] == ["did you mean title?"]
