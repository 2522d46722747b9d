"""Texts that were made to be slow: ten times the text takes at most twelve times as long."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from epubforge.constructs import CONSTRUCTS
from epubforge.markdown.read import read
from epubforge.model.document import Document, MarkdownSettings
from epubforge.source import SourceFile

SETTINGS = MarkdownSettings("en", citations=True, editions=("fixed",))

Make = Callable[[int], str]

TEXTS: dict[str, Make] = {
    # Those of the specification's own test program.
    "nested strong emphasis": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "emphasis closers without openers": lambda n: "a_ " * n,
    "emphasis openers without closers": lambda n: "_a " * n,
    "link closers without openers": lambda n: "a]" * n,
    "link openers without closers": lambda n: "[a" * n,
    "mismatched openers and closers": lambda n: "*a_ " * n,
    "openers and closers, a multiple of three": lambda n: "a**b" + "c* " * n,
    "links and emphasis": lambda n: "[ a_" * n,
    "image openers": lambda n: "![[]()" * n,
    "nested brackets": lambda n: "[" * n + "a" + "]" * n,
    "nested quotations": lambda n: "> " * n + "a",
    "nested lists": lambda n: "".join("  " * min(row, 150) + "* a\n" for row in range(n // 50)),
    "backticks": lambda n: "".join("e" + "`" * row for row in range(int((2 * n) ** 0.5))),
    "unclosed links": lambda n: "[a](<b" * n,
    "unclosed comments": lambda n: "</" + "<!--" * n,
    "empty links": lambda n: "[a](" * n,
    "many references": lambda n: "".join(f"[{row}]: u\n" for row in range(n)) + "[0] " * n,
    "HTML that never ends": lambda n: "<?" * n + "<!A " * n,
    # Ours.
    "brackets": lambda n: "[" * n,
    "quoted lines": lambda n: "> a\n" * n,
    "one long line": lambda n: "word " * n,
    "a long table": lambda n: "| a | b |\n|---|---|\n" + "| c | d |\n" * n,
    "a wide table": lambda n: f"|{'a|' * n}\n|{'-|' * n}\n|{'b|' * n}\n",
    "tables with captions": lambda n: "|a|\n|-|\n: c\n\n" * n,
    "footnotes": lambda n: "".join(f"x[^{row}]\n\n[^{row}]: y\n\n" for row in range(n)),
    "inline notes": lambda n: "^[" * n,
    "dollar signs": lambda n: "$1" * n,
    "prices": lambda n: "$a " * n,
    "formulas that never end": lambda n: "$$ a\n\n" * n,
    "dollars and backticks": lambda n: "`$ " * n + "``" * n,
    "braces": lambda n: "{" * n,
    "attributes that are none": lambda n: "[a]{.x" * n,
    "directives that are none": lambda n: "{{x " * n,
    "index terms": lambda n: "{{index a}} " * n,
    "unclosed blocks": lambda n: "::: note\n" * n,
    "stray ends": lambda n: ":::\n" * n,
    "verse": lambda n: "::: verse\n" + "a\n" * n,
    "line blocks": lambda n: "| a\n\n" * n,
    "a line block that is none": lambda n: "| a\n" * n + "b",
    "conditional blocks": lambda n: "::: only fixed\na\n:::\n" * n,
    "includes": lambda n: "{{include x}}\n" * n,
    "definitions": lambda n: "a\n: b\n\n" * n + "\n~ x",
    "fences": lambda n: "```py\nx\n```\n" * n,
    "figures": lambda n: '![a](b "c")\n\n' * n,
    "descriptions": lambda n: "![a](b)\n\n::: description\nx\n:::\n\n" * n,
    "headings of one name": lambda n: "# a\n\n" * n,
    "raw tags": lambda n: "<b><i></b>" * n,
    "sub- and superscripts": lambda n: "~a^b" * n,
    "highlights": lambda n: "==a++b" * n,
    "ruby": lambda n: "{a|" * n,
    "citations": lambda n: "[@a; " * n,
    "quotation marks": lambda n: "\"a '" * n,
    "addresses": lambda n: "http://a www.b c@d. " * n,
    "tabs": lambda n: "\t" * n + "a",
}


def document(text: str) -> Document:
    return read(SourceFile("1.md", text), SETTINGS, CONSTRUCTS).value


def seconds(text: str) -> float:
    began = time.process_time()
    document(text)
    return time.process_time() - began


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_with_the_text(name: str) -> None:
    """Ten times the text takes at most twelve times as long; the processor's time, not the
    clock's, and tried again where something else was in the way."""
    make, size = TEXTS[name], 400
    while (short := seconds(make(size))) < 0.02 and size < 60_000:
        size *= 2
    ratios = []
    for _ in range(4):
        short = max(seconds(make(size)), 0.005)
        ratios.append(seconds(make(10 * size)) / short)
        if ratios[-1] <= 12:
            return
    pytest.fail(f"ten times {size} took {min(ratios):.1f} times as long")


@pytest.mark.parametrize("sign", ["[", "> ", "- ", "*", "`", "<b>", "{", "$", "::: x\n", "(", "!["])
def test_nothing_is_lost_however_deep_it_lies(sign: str) -> None:
    """A hundred thousand signs before a word, and the word is there."""
    body = document(sign * 100_000 + "deep-down").body
    assert "deep-down" in "".join(piece for piece in body if isinstance(piece, str))


def test_a_line_of_ten_million_characters() -> None:
    """It is a paragraph like any other."""
    body = document("word " * 2_000_000 + "end").body
    assert body[0] == "<p>" + "word " * 2_000_000 + "end</p>\n"
