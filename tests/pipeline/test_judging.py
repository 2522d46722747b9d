"""Ignores heeded and answered for, and findings in the order of the book."""

from __future__ import annotations

import json

import pytest

from conftest import BOOK, WriteProject
from epubforge import check, load
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.pipeline.judging import judged
from epubforge.report.places import locate

DEAD = "[x](nowhere.md)\n"


def found(project: WriteProject, **files: str) -> list[str]:
    """The findings as `file:line:column-line:column code message`; names have / for __."""
    root = project({f"manuscript/{name.replace('__', '/')}": text for name, text in files.items()})
    lines = []
    for finding in check(root).found:
        at = locate(finding)
        assert at.start is not None
        assert at.end is not None
        place = f"{at.start.line}:{at.start.column}-{at.end.line}:{at.end.column}"
        lines.append(f"{at.file.removeprefix('manuscript/')}:{place} {finding.rule.code}")
    return lines


@pytest.mark.parametrize("names", ["L001", "l001", "dead-link", "A001, L001 why, and why"])
def test_an_ignore_hides_what_stands_in_the_block_below(project: WriteProject, names: str) -> None:
    """By code or name, several at once; not in the block after that, and not above."""
    text = f"# A\n\n<!-- epubforge: ignore {names} -->\n\nmore\n{DEAD}\n{DEAD}"
    lines = found(project, **{"1.md": text})
    assert [line for line in lines if "M115" not in line] == ["1.md:8:1-8:16 L001"]


@pytest.mark.parametrize(
    "block",
    [
        "## [x](nowhere.md)",
        "- a\n- b\n\n  - [x](nowhere.md)",
        "> a\n>\n> [x](nowhere.md)",
        "| a |\n|---|\n| [x](nowhere.md) |",
        "::: note\na\n\n[x](nowhere.md)\n:::",
        "term\n: [x](nowhere.md)",
        "{.lead}\n[x](nowhere.md)",
        '![Ada](../images/ada.png "of [x](nowhere.md)")',
        "[^n]: a\n\n    [x](nowhere.md)\n\n[^n]",
        '<div>\n<a href="nowhere.md">x</a>\n</div>',
    ],
)
def test_an_ignore_covers_every_kind_of_block(project: WriteProject, block: str) -> None:
    """A heading, a list, a quote, a table, a `:::` block, a definition, a figure, a note."""
    ignore = "<!-- epubforge: ignore L001 it comes later -->\n"
    files = {"1.md": f"# A\n\n{ignore}\n{block}\n"}
    assert [line for line in found(project, **files) if "L001" in line or "M11" in line] == []


def test_an_ignore_inside_lists_and_quotes(project: WriteProject) -> None:
    """It covers its neighbour there, and nothing behind it."""
    text = (
        "# A\n\n- a\n\n  <!-- epubforge: ignore L001 -->\n"
        "  [x](nowhere.md)\n\n  [x](nowhere.md)\n\n"
        "> <!-- epubforge: ignore L001 -->\n> [x](nowhere.md)\n>\n> [x](nowhere.md)\n"
    )
    assert found(project, **{"1.md": text}) == ["1.md:8:3-8:18 L001", "1.md:13:3-13:18 L001"]


def test_an_ignore_that_hides_nothing(project: WriteProject) -> None:
    """Each of its rules that finds nothing is a note, at the rule's own place."""
    text = f"# A\n\n<!-- epubforge: ignore A001, L001 -->\n{DEAD}"
    assert found(project, **{"1.md": text}) == ["1.md:3:24-3:28 M115"]


def test_an_ignore_of_a_rule_that_there_is_not(project: WriteProject) -> None:
    """A slip of the pen is a note that says what was meant."""
    root = project({"manuscript/1.md": "# A\n\n<!-- epubforge: ignore dead-links -->\n\nb\n"})
    (note,) = check(root).found
    assert note.rule.code == "M116"
    assert note.message == "there is no rule dead-links; did you mean dead-link?"


def test_an_ignore_of_a_rule_that_stops_books(project: WriteProject) -> None:
    """The finding stays, and the ignore is a note."""
    text = "# A\n\n<!-- epubforge: ignore I001 -->\n\n![a](no.png)\n"
    assert found(project, **{"1.md": text}) == ["1.md:3:24-3:28 M117", "1.md:5:1-5:13 I001"]


def test_an_ignore_of_another_tool_is_let_be(project: WriteProject) -> None:
    """Whether EPUBCheck was asked is not the manuscript's fault."""
    text = "# A\n\n<!-- epubforge: ignore RSC-017, E002 -->\n\nb\n"
    assert found(project, **{"1.md": text}) == []


def test_a_comment_for_us_that_is_not_understood(project: WriteProject) -> None:
    """Another word, no rule, or a place inside a paragraph."""
    text = (
        "# A\n\n<!-- epubforge: ignroe L001 -->\n\n<!--epubforge:ignore-->\n\n"
        "b <!-- epubforge: ignore L001 --> c\n\n`<!-- epubforge: x -->`\n\n<!-- epubforge -->\n"
    )
    assert found(project, **{"1.md": text}) == [
        "1.md:3:1-3:32 M118",
        "1.md:5:1-5:24 M118",
        "1.md:7:3-7:34 M118",
    ]


def test_ignores_in_the_settings(project: WriteProject) -> None:
    """For the whole book; an entry that hides nothing is a note where it stands."""
    settings = f'{BOOK}\n[checks]\nignore = ["dead-link", "A001"]\n'
    assert found(project, **{"book.toml": settings, "1.md": f"# A\n\n{DEAD}"}) == [
        "book.toml:7:24-7:30 M115"
    ]


def test_ignores_of_files_in_the_settings(project: WriteProject) -> None:
    """Only in the files that a glob names, from the project's root or from the manuscript."""
    settings = f'{BOOK}\n[checks]\nignore = [{{ file = "b/*.md", codes = ["L001"] }}]\n'
    text = f"# A\n\n{DEAD}"
    files = {"book.toml": settings, "a.md": text, "b__1.md": text, "b__c__1.md": text}
    assert found(project, **files) == ["a.md:3:1-3:16 L001", "b/c/1.md:3:1-3:16 L001"]


def test_the_notes_on_ignores_can_be_ignored(project: WriteProject) -> None:
    """Who keeps an ignore for later may say so."""
    settings = f'{BOOK}\n[checks]\nignore = ["A001", "M115"]\n'
    assert found(project, **{"book.toml": settings, "1.md": "# A\n\nb\n"}) == []


def test_many_ignores_take_no_longer_than_few(project: WriteProject) -> None:
    """Thousands of them, one below the other or each above a block, are no burden."""
    ignore = "<!-- epubforge: ignore L001 -->\n"
    text = f"# A\n\n{ignore * 3000}\n{DEAD}\n" + f"{ignore}\n{DEAD}\n" * 3000
    assert found(project, **{"1.md": text}) == []


def test_findings_come_in_the_order_of_the_book(project: WriteProject) -> None:
    """The settings first, then chapters as they are read, a folder's own page before the rest."""
    settings = f'{BOOK}\n[checks]\nignore = ["A001"]\n[contents]\nchapters = ["z.md", "*", "b"]\n'
    names = ("2.md", "10.md", "z.md", "b__index.md", "b__a.md")
    files = {"book.toml": settings, **{name: f"# On {name}\n\n{DEAD}" for name in names}}
    order = [line.partition(":")[0] for line in found(project, **files)]
    assert order == ["book.toml", "z.md", "2.md", "10.md", "b/index.md", "b/a.md"]


TWINS = Rule("A002", "heading-level-skipped", Severity.WARNING, "", ace=("heading-order",))
ACE = Rule("X001", "ace-error", Severity.ERROR, "")


@pytest.mark.parametrize(
    ("ignored", "told"),
    [
        ([], [("A002", Severity.ERROR, ["heading-order"]), ("X001", Severity.ERROR, [])]),
        (["A002"], [("X001", Severity.ERROR, [])]),
        (["ace-heading-order"], [("A002", Severity.WARNING, []), ("X001", Severity.ERROR, [])]),
        (["X001"], [("A002", Severity.WARNING, [])]),
        (["ace-link-name"], [("A002", Severity.ERROR, ["heading-order"])]),
    ],
)
def test_what_other_tools_say_is_passed_over_with_ours_and_by_itself(
    project: WriteProject, ignored: list[str], told: list[object]
) -> None:
    """Whoever passes over our rule does not want to hear of the fault; who passes over theirs
    still hears ours, no graver than we call it. An ignore that does so is of use: no M115."""
    root = project({
        "manuscript/book.toml": f"{BOOK}[checks]\nignore = {json.dumps(ignored)}\n",
        "manuscript/1.md": "# A\n",
    })  # fmt: skip
    value = load(root).value
    assert value is not None
    place = value.sources()[0].span(0, 3)
    twin = Diagnostic(ACE, place, "t", origin="ace", source_code="heading-order")
    other = Diagnostic(ACE, place, "s", origin="ace", source_code="link-name")
    found = judged([Diagnostic(TWINS, place, "o", also=(twin,)), other], value)
    assert [(e.rule.code, e.grade, [o.source_code for o in e.also]) for e in found] == told
