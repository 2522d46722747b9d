"""book.toml: all that it can say, and all that can be wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import WriteProject
from epubforge.diagnostics import Ignore, Outcome, Policy
from epubforge.model.metadata import (
    AccessibilityStatement,
    Contributor,
    Metadata,
    PrintEdition,
    Series,
    Subject,
)
from epubforge.model.picture import PicturePolicy
from epubforge.model.project import (
    ContentsSettings,
    GenerateSettings,
    Numbering,
    Project,
    Settings,
)
from epubforge.project.accessibility_table import ACCESSIBILITY
from epubforge.project.book_table import BOOK, PRINT
from epubforge.project.checks_table import CHECKS
from epubforge.project.load import Environment, load
from epubforge.project.markdown_table import MARKDOWN
from epubforge.project.record import Key
from epubforge.project.tables import CONTENTS, IMAGES, PLATES, THEME
from epubforge.source import Span

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]

FULL = """\
[book]
title = "Heroes of Labour"
subtitle = "100 portraits"
original_title = "Герои труда"
language = ["EN-gb", "ukr"]
isbn = "3-86930-689-0"
publisher = "P"
published = 2012-06-01
modified = 2026-01-31T12:00:00+02:00
edition = "2nd"
description = "D"
rights = "© G"
subjects = ["Miners", { text = "Photobooks", scheme = "BISAC", code = "PHO016000" }]
series = { name = "S", position = 2 }
direction = "rtl"
writing_mode = "vertical-rl"
price = "24.99 EUR"
[[book.contributors]]
name = "Gleb Kosorukov"
roles = ["Photographer", "aut", "book designer"]
file_as = "Kosorukov, Gleb"
[[book.contributors]]
name = "N"
[print]
isbn = "978-0-8044-2957-3"
pages = 160
trim = "24.5 × 34 cm"
binding = "Hardback"
price = "58.00 EUR"
[contents]
depth = 2
generate = { cover = false, copyright = true }
[variables]
short = "Heroes"
[markdown]
smart = false
numbering = { chapters = true, figures = "chapter" }
notes = "book"
bibliography = "refs.bib"
citation_style = "apa"
[theme]
name = "classic"
[images]
max_pixels = 1_000_000
quality = 90
progressive = true
keep = []
[accessibility]
summary = "S"
hazards = "none"
[checks]
ignore = ["A004", { file = "./b/", codes = ["A001", "tab"] }]
fail_on = "warning"
"""

BROKEN = """\
requires = ">=1"
[book]
titel = "x"
language = ["EN-gb", "english"]
isbn = "978-3-86930-689-5"
published = 2026-02-30
modified = 2026-13-01T00:00:00Z
direction = "up"
series = { position = "x" }
price = "24,99 EUR"
cover = "imgs/c.jpg"
subjects = ["a", 3, { text = "x", scheme = "BISAC" }]
rights = ""
edition = "\\u0007"
[[book.contributors]]
roles = ["photograper", "Author"]
[print]
pages = "160"
isbn = 9783869306896
[images]
quality = 0
progressive = 1
[chekcs]
x = 1
[contents]
chapters = ["nope.md", "../../x.md"]
depth = 9
[theme]
name = "clasic"
css = ["/etc/passwd"]
[accessibility]
hazards = ["none", "soudn"]
[checks]
fail_on = "warn"
"""


def loaded(opened: Load, root: Path) -> Project:
    value = opened(root).value
    assert value is not None
    return value


def test_every_key_is_read(project: WriteProject, opened: Load, lines: Lines) -> None:
    """A book.toml that says everything gives it all, in its standard forms."""
    files = {"manuscript/book.toml": FULL, "manuscript/1.md": "# One", "refs.bib": ""}
    outcome = opened(project(files))
    assert lines(outcome) == []
    assert outcome.value is not None
    assert outcome.value.metadata == Metadata(
        title="Heroes of Labour",
        languages=("en-GB", "uk"),
        identifier="urn:isbn:9783869306896",
        subtitle="100 portraits",
        original_title="Герои труда",
        isbn="9783869306896",
        isbn_shown="3-86930-689-0",
        contributors=(
            Contributor("Gleb Kosorukov", ("pht", "aut", "bkd"), "Kosorukov, Gleb"),
            Contributor("N", ("aut",)),
        ),
        publisher="P",
        published="2012-06-01",
        modified="2026-01-31T10:00:00Z",
        edition="2nd",
        description="D",
        rights="© G",
        subjects=(Subject("Miners"), Subject("Photobooks", "BISAC", "PHO016000")),
        series=Series("S", "2"),
        direction="rtl",
        writing_mode="vertical-rl",
        price="24.99 EUR",
        print=PrintEdition("978-0-8044-2957-3", 160, "24.5 × 34 cm", "Hardback", "58.00 EUR"),
        accessibility=AccessibilityStatement("S", ("none",)),
    )
    toml = outcome.value.settings_file

    def ignore(rule: str, files: str | None = None) -> Ignore:
        start = toml.text.index(f'"{rule}"')
        return Ignore(rule, toml.span(start, start + len(rule) + 2), files)

    assert outcome.value.settings == Settings(
        smart=False,
        contents=ContentsSettings(2, GenerateSettings(cover=False)),
        pictures=PicturePolicy(1_000_000, 90, True, (), alpha=False, max_bytes=5_000_000),
        checks=Policy(
            frozenset({"A004"}),
            (ignore("A004"), ignore("A001", "b/**/*"), ignore("tab", "b/**/*")),
        ),
        fail_on="warning",
        numbering=Numbering(chapters=True, figures="chapter"),
        notes="book",
        variables=(("short", "Heroes"),),
    )


def test_all_faults_are_shown_at_once_in_reading_order(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Every mistake of a very broken book.toml is named at its place, in one run."""
    outcome = opened(project({"manuscript/book.toml": BROKEN, "manuscript/1.md": "# One"}))
    file = "manuscript/book.toml"
    assert lines(outcome) == [
        f"{file}:1:1-1:9 P003 unknown key requires",
        f"{file}:2:1-2:7 P005 [book] has no title",
        f"{file}:3:1-3:6 P003 unknown key titel; did you mean title?",
        f'{file}:4:22-4:31 P007 "english" is not a language tag; did you mean en?',
        f"{file}:5:8-5:27 P006 978-3-86930-689-5 is not an ISBN: the check digit should be 6",
        f"{file}:6:13-6:23 P008 book.published: 2026-02-30 is not a date",
        f"{file}:7:12-7:32 P008 book.modified: 2026-13-01T00:00:00Z is not a date",
        f'{file}:8:13-8:17 P010 book.direction cannot be "up"',
        f"{file}:9:10-9:28 P005 [book.series] has no name",
        f'{file}:9:23-9:26 P010 book.series.position cannot be "x"',
        f'{file}:10:9-10:20 P010 book.price cannot be "24,99 EUR"',
        f"{file}:11:9-11:21 P014 there is no imgs/c.jpg",
        f"{file}:12:18-12:19 P004 book.subjects must be a text, or a table with text, scheme "
        "and code, not a number",
        f"{file}:12:21-12:53 P010 book.subjects has no code",
        f"{file}:13:10-13:12 P010 book.rights is empty",
        f"{file}:14:11-14:19 P010 book.edition holds the control character U+0007",
        f"{file}:15:1-15:22 P005 [book.contributors] has no name",
        f"{file}:16:10-16:23 P009 no role is called photograper; did you mean photographer?",
        f"{file}:18:9-18:14 P004 print.pages must be a whole number, not a text",
        f'{file}:19:8-19:21 P004 print.isbn must be a text: "978-…", not a number',
        f"{file}:21:11-21:12 P010 images.quality cannot be 0",
        f"{file}:22:15-22:16 P004 images.progressive must be true or false, not a number",
        f"{file}:23:2-23:8 P003 unknown table chekcs; did you mean checks?",
        f"{file}:26:12-26:37 P019 1.md is not in the list of chapters, and so not in the book",
        f"{file}:26:13-26:22 P014 there is no chapter nope.md",
        f"{file}:26:24-26:36 P015 ../../x.md lies outside the project",
        f"{file}:27:9-27:10 P010 contents.depth cannot be 9",
        f"{file}:29:8-29:16 P018 no theme is called clasic; did you mean classic?",
        f"{file}:30:8-30:21 P015 /etc/passwd lies outside the project",
        f'{file}:32:20-32:27 P010 accessibility.hazards cannot be "soudn"; did you mean sound?',
        f'{file}:34:11-34:17 P010 checks.fail_on cannot be "warn"; did you mean warning?',
    ]


def test_a_mistake_in_the_settings_blocks_and_is_configuration(
    project: WriteProject, opened: Load
) -> None:
    """With an unknown key no book is written, and the exit code is 2."""
    text = '[book]\ntitle = "T"\nlanguage = "en"\nbleed = 3\n'
    outcome = opened(project({"manuscript/book.toml": text, "manuscript/1.md": "# One"}))
    assert [each.rule.blocking and each.rule.configuration for each in outcome.found] == [True]


def test_the_isbn_of_the_printed_book_is_noted(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Each form of a book needs an ISBN of its own: a note, whatever the hyphens."""
    text = (
        '[book]\ntitle = "T"\nlanguage = "en"\nisbn = "9783869306896"\n'
        '[print]\nisbn = "978-3-86930-689-6"\n'
    )
    outcome = opened(project({"book.toml": text, "1.md": "# One"}))
    assert lines(outcome) == [
        "book.toml:4:8-4:23 P016 9783869306896 is the ISBN of the printed book too"
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('identifier = "a b"', "4:14-4:19 P010 book.identifier holds a blank"),
        ('identifier = "urn:uuid:12"', 'book.identifier cannot be "urn:uuid:12": this is no UUID'),
        ('identifier = "urn:isbn:9783869306896"', "4:14-4:38 P010 book.identifier is an ISBN"),
        ("subjects = [1]", "P004 book.subjects must be a text, or a table with text, scheme and"),
        ('series = "S"', "4:10-4:13 P004 book.series must be a table, not a text"),
        ('subjects = "S"', "4:12-4:15 P004 book.subjects must be a list, not a text"),
        ("subtitle = 1984", "4:12-4:16 P004 book.subtitle must be a text, not a number"),
        ("subtitle = 2012-06-01", "4:12-4:22 P004 book.subtitle must be a text, not a date"),
        ("subtitle = 2012-02-31", "4:12-4:22 P004 book.subtitle must be a text, not a date"),
        ('price = "24.99 EURO"', '4:9-4:21 P010 book.price cannot be "24.99 EURO"'),
        ('price = "24.99 EUX"', "P010 book.price cannot be in EUX: no currency is called so; did"),
        ("published = 12", "4:13-4:15 P008 book.published: 12 is not a date"),
        ('published = "2012-13"', "4:13-4:22 P008 book.published: 2012-13 is not a date"),
        ('published = "1.6.2012"', "4:13-4:23 P008 book.published: 1.6.2012 is not a date"),
        ("published = true", "4:13-4:17 P004 book.published must be a date, not true"),
        ("contributors = [1]", "4:17-4:18 P004 book.contributors must be a table, not a number"),
        ("[book.contributors]", "4:1-4:20 P004 book.contributors must be a list, not a table"),
        ('writing_mode = "vertical"', '"vertical"; did you mean vertical-rl?'),
        ('direction = "ltr"\nwriting_mode = "vertical-rl"', "4:13-4:18 P010 book.direction can"),
        ("subtitle = Heroes of Labour", "P001 book.toml is not TOML: Heroes of Labour stands wit"),
        ('"sub title" = "x"', "4:1-4:12 P003 unknown key sub title; did you mean subtitle?"),
    ],
)  # fmt: skip
def test_one_wrong_line(
    line: str, found: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """One wrong value gives one finding, at the value."""
    text = f'[book]\ntitle = "T"\nlanguage = "en"\n{line}\n'
    [shown] = lines(opened(project({"book.toml": text, "1.md": "# One"})))
    assert found in shown


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2012", "2012"),
        ('"2012"', "2012"),
        ('"2012-06"', "2012-06"),
        ("2012-06-01", "2012-06-01"),
        ("2012-06-01T10:00:00Z", "2012-06-01"),
        ('"2012-06-01"', "2012-06-01"),
    ],
)
def test_a_date_of_publication(
    value: str, published: str, project: WriteProject, opened: Load
) -> None:
    """A year, a month or a day, as a date or as a text."""
    text = f'[book]\ntitle = "T"\nlanguage = "en"\npublished = {value}\n'
    root = project({"book.toml": text, "1.md": "# One"})
    assert loaded(opened, root).metadata.published == published


def test_the_identifier_is_made_from_the_book(project: WriteProject, opened: Load) -> None:
    """Without ISBN and identifier it depends on title, creator and language only: never random."""
    text = '[book]\ntitle = "{}"\nlanguage = "en"\n'
    one, again, other = (
        loaded(opened, project({"book.toml": text.format(title), "1.md": chapter})).metadata
        for title, chapter in (("T", "a"), ("T", "b"), ("U", "a"))
    )
    assert one.identifier == again.identifier
    assert one.identifier != other.identifier
    assert one.identifier.startswith("urn:uuid:")
    assert one.identifier[23] == "5"


def test_an_empty_language_list(project: WriteProject, opened: Load, lines: Lines) -> None:
    """A list without a language is no language."""
    text = '[book]\ntitle = "T"\nlanguage = []\n'
    assert lines(opened(project({"book.toml": text, "1.md": "#"}))) == [
        "book.toml:3:12-3:14 P010 book.language is an empty list"
    ]


def test_no_book_table(project: WriteProject, opened: Load, lines: Lines) -> None:
    """A book.toml without [book] is told once; the folder's name stands for the title."""
    outcome = opened(project({"book.toml": "", "1.md": "# One"}))
    assert lines(outcome) == ["book.toml:1:1-1:1 P005 book.toml has no [book]"]
    assert outcome.value is not None
    assert outcome.value.metadata.title == "project"


VALUES = [
    "3", "-1", "2.5", "nan", "1e400", "true", '""', '"x"', '"\\u0000"', "[]", "[1]", '["x"]', "{}",
    '{ a = "b" }', "[[]]", "[{}]", "2012-06-01", "0001-01-01T00:00:00+23:59", "10:00:00",
    "2012-02-31", "9" * 4000, "0x10", '"../x"', '"/"', '"*"', '"[\\\\"', "{ name = 3 }",
]  # fmt: skip
PLAIN = Environment("1000000000", Path(__file__).parents[2] / "src" / "epubforge" / "themes")
TABLES: dict[str, tuple[Key[object], ...]] = {
    "book": BOOK.keys, "print": PRINT.keys, "contents": CONTENTS.keys, "plates": PLATES.keys,
    "theme": THEME.keys, "images": IMAGES.keys, "accessibility": ACCESSIBILITY.keys,
    "checks": CHECKS.keys, "markdown": MARKDOWN.keys,
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_any_value_of_any_key_is_read_or_refused(
    table: str, project: WriteProject, opened: Load
) -> None:
    """Whatever stands in a key, there is a project, and its faults are findings with a place."""
    settings = '[book]\ntitle = "T"\nlanguage = "en"\n'
    for key in TABLES[table]:
        for value in VALUES:
            line = f"{key.name} = {value}\n"
            text = settings + (line if table == "book" else f"[{table}]\n{line}")
            if table == "book" and key.name in ("title", "language"):
                text = f"[book]\n{line}"
            outcome = opened(project({"book.toml": text, "1.md": "#"}))
            assert outcome.value is not None
            assert all(isinstance(each.place, Span) for each in outcome.found)


@pytest.mark.parametrize("table", TABLES)
def test_any_value_of_any_key_of_an_edition_is_read_or_refused(
    table: str, project: WriteProject
) -> None:
    """The same of what an edition says otherwise."""
    settings = '[book]\ntitle = "T"\nlanguage = "en"\nsubjects = [{ text = "x" }]\n'
    for key in TABLES[table]:
        for value in VALUES:
            text = f"{settings}[editions.x.{table}]\n{key.name} = {value}\n"
            outcome = load(project({"book.toml": text, "1.md": "#"}), PLAIN, "x")
            assert outcome.value is not None
            assert all(isinstance(each.place, Span) for each in outcome.found)


@pytest.mark.parametrize("value", VALUES)
def test_any_value_may_stand_for_a_table(value: str, project: WriteProject, opened: Load) -> None:
    """A table that is none is told, and the others are read."""
    names = [*TABLES, "variables", "editions", "shared", "editions.x", "editions.x.book"]
    for name in names[len(TABLES) :]:
        text = f'{name} = {value}\n[book]\ntitle = "T"\nlanguage = "en"\n'
        load(project({"book.toml": text, "1.md": "#"}), PLAIN, "x")
    text = "".join(f"{name} = {value}\n" for name in TABLES)
    outcome = opened(project({"book.toml": text, "1.md": "#"}))
    assert outcome.value is not None
    assert any(each.rule.configuration for each in outcome.found)
