"""Language tags: the standard form of what is one, and what is said of what is none."""

from __future__ import annotations

import pytest

from epubforge.diagnostics import Reporter
from epubforge.project.errors import MistakeError
from epubforge.project.language_tag import read_language
from epubforge.project.node import Node
from epubforge.project.toml_file import TomlFile
from epubforge.project.toml_places import Places
from epubforge.source import SourceFile


def node(tag: str) -> Node:
    file = TomlFile(SourceFile("book.toml", ""), {}, Places())
    return Node(file, ("book", "language"), tag, Reporter())


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"), ("EN-gb", "en-GB"), ("eng", "en"), ("en_US", "en-US"), ("de-1996", "de-1996"),
        ("zh-hans-cn", "zh-Hans-CN"), ("sr-latn", "sr-Latn"), ("iw", "he"), ("mul", "mul"),
        ("x-klingon", "x-klingon"), ("en-UK", "en-GB"),
    ],
)  # fmt: skip
def test_a_tag_gets_its_standard_form(written: str, tag: str) -> None:
    """Case, three letters for two, old codes and underscores are mended without a word."""
    assert read_language(node(written)) == tag


@pytest.mark.parametrize(
    ("written", "meant"),
    [("english", "en"), ("Deutsch", "de"), ("en-GBR", "en-GB"), ("ukrainian", "uk")],
)
def test_what_was_meant_is_said(written: str, meant: str) -> None:
    """A language's name and a slip lead to the tag."""
    with pytest.raises(MistakeError, match=f"is not a language tag; did you mean {meant}\\?"):
        read_language(node(written))


@pytest.mark.parametrize("written", ["xx", "e", "qwertyuiop", "en-", "日本語", "en\u0301", "-"])
def test_what_is_no_tag(written: str) -> None:
    """Whatever else stands there is refused."""
    with pytest.raises(MistakeError, match="is not a language tag"):
        read_language(node(written))
