"""Every finding names the thing and says what to do: all texts in the source, and all that the case
files and the whole books of the tests bring forth."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from cases import all_cases
from checks.finished_books import write_book
from checks.test_cases import _content as content
from checks.test_cases import cases
from conftest import write_files
from constructs.test_constructs import CASES, settings
from epubforge import check
from epubforge.checks.runner import CONFORMANCE
from epubforge.constructs import CONSTRUCTS
from epubforge.diagnostics import Diagnostic, Rule
from epubforge.markdown.read import read
from epubforge.pipeline.rulebook import all_rules
from epubforge.pipeline.shelf import examine
from epubforge.source import SourceFile
from house_style import faults_of_hint, faults_of_message
from written_texts import FILLED, Written, written

HERE: Final = Path(__file__).parent
RULES: Final = {rule.code: rule for rule in all_rules()}
OF_STRANGERS: Final = tuple(f"checks/{family}/" for family in CONFORMANCE)
"""Files whose rules look at finished books: no line of the text is shown beside what they say."""
LONGEST: Final = 300
"""Letters that a whole message may have, with names and texts of the book in it."""
SHORTEST: Final = 6
"""Letters of ours that make a text of the source known again."""


@pytest.mark.parametrize("each", written(), ids=lambda each: each.place)
def test_what_the_source_says(each: Written) -> None:
    """Message and hint of every place that says what is wrong are as the house wants them."""
    faults = [
        f"{message!r} {fault}"
        for code in sorted(each.codes)
        for message in each.messages
        for fault in faults_of_message(
            message, RULES[code], with_line=not each.place.startswith(OF_STRANGERS)
        )
    ]
    faults += [
        f"{hint!r} {fault}" for hint in each.hints or (None,) for fault in faults_of_hint(hint)
    ]
    assert faults == []


def test_every_rule_is_said_somewhere() -> None:
    """No rule's texts escape: what is not read from the source is in EPUBCheck's or Ace's words."""
    said = {code for each in written() for code in each.codes}
    assert {code for code in set(RULES) - said if code[0] not in "EX"} == set()
    assert sum(len(each.messages) for each in written()) > 600


def test_what_is_found(tmp_path: Path) -> None:
    """Every finding of every case file and of the whole books, with all names and texts in it."""
    found = dict.fromkeys(
        (each.rule, each.message, each.hint)
        for each in _found(tmp_path)
        if each.origin == "epubforge"
    )
    faults = [
        f"{rule.code} {text!r} {fault}"
        for rule, message, hint in found
        for text, said in (
            (message, faults_of_whole(message, rule)),
            (hint, faults_of_hint(hint)),
        )
        for fault in said
    ]
    assert faults == []
    assert len(found) > 400


def faults_of_whole(message: str, rule: Rule) -> Iterator[str]:
    """Of a message whose gaps are filled: what the book says in it is not ours to judge."""
    if len(message) > LONGEST:
        yield "is too long"
    if re.search(r"[\0-\x1f\x7f]", message):
        yield "steers a terminal"
    texts = (t for each in written() if rule.code in each.codes for t in each.messages)
    if not any(_fits(message, text) for text in texts):
        # A gap may be filled with anything, such as a long path that begins with a capital.
        faults = faults_of_message(message, rule)
        yield from (f for f in faults if f not in {"begins with a capital", "is too long"})


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ("Image has no description", "begins with a capital"),
        ("{…} has no description.", "ends with a full stop or the like"),
        ("error: {…} has no description", "holds the filler error:"),
        ("invalid value for {…}", "holds the filler invalid"),
        ("{…} has no description. Nobody sees it", "is more than one sentence"),
        ("{…} has  no description", "holds a line end, or blanks too many"),
        ("it is not described", "names nothing"),
        ("the image is without alt", "says the rule's name again"),
        ("the picture is not described", "names nothing of the book"),
        ("{…} " + "has no description and " * 6 + "no caption", "is too long"),
    ],
)
def test_a_bad_message_is_seen(message: str, fault: str) -> None:
    """Negative controls: each fault that the house knows."""
    rule = RULES["A001"]
    assert rule.name == "image-without-alt"
    assert fault in list(faults_of_message(message, rule, with_line=False))


@pytest.mark.parametrize(
    ("hint", "fault"),
    [
        (None, "is missing"),
        ("Write one", "begins with a capital"),
        ("write one.", "ends with a full stop or the like"),
        ("a description between the brackets", "tells nobody to do anything"),
        ("the value must be set", "holds the filler must be set"),
        ("please write one", "holds the filler please"),
    ],
)
def test_a_bad_hint_is_seen(hint: str | None, fault: str) -> None:
    """Negative controls: each fault that the house knows."""
    assert fault in list(faults_of_hint(hint))


def test_good_texts_pass() -> None:
    """Those of the house's own examples."""
    rule = RULES["A001"]
    assert list(faults_of_message("images/ada.jpg has no description", rule)) == []
    assert list(faults_of_hint("write one between the brackets: ![Ada at her desk](…)")) == []
    assert list(faults_of_hint("did you mean subtitle?")) == []


def _fits(message: str, text: str) -> bool:
    """Whether a message is a text of the source, which is judged there, with its gaps filled."""
    if len(text.replace(FILLED, "").strip()) < SHORTEST:
        return False
    return re.fullmatch(".*".join(map(re.escape, text.split(FILLED))), message, re.S) is not None


def _found(folder: Path) -> Iterator[Diagnostic]:
    names = (folder / str(number) for number in itertools.count())
    for file in sorted((HERE / "checks").glob("*/*.md")):
        for _, blocks in cases(file):
            if any(name.startswith("manuscript/") for name in blocks):
                given = {n: content(n, text) for n, text in blocks.items() if n != "findings"}
                yield from check(write_files(next(names), given)).found
            elif "findings" in blocks:
                book = {name: text for name, text in blocks.items() if name != "profile"}
                yield from examine(write_book(book, next(names).with_suffix(".epub")))
    for case in CASES:
        manuscript = SourceFile("1.md", case.block("manuscript"))
        yield from read(manuscript, settings(case), CONSTRUCTS).found
    for case in all_cases(HERE / "fixes"):
        yield from check(write_files(next(names), case.files())).found
    for book_ in sorted((HERE / "books").iterdir()):
        if book_.is_dir():
            yield from check(book_).found
