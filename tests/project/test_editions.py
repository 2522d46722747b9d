"""Editions: each has the book's settings but for what its own table says."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.metadata import Contributor, Metadata, Series
from epubforge.model.project import GenerateSettings, Numbering, Project
from epubforge.project.load import Environment, load
from epubforge.project.overrides import as_edition
from epubforge.project.toml_file import read_toml
from epubforge.source import SourceFile

THEMES = Path(__file__).parents[2] / "src" / "epubforge" / "themes"
Lines = Callable[[Outcome[Project | None]], list[str]]

BOOK = """\
[book]
title = "T"
language = "en"
isbn = "978-3-86930-689-6"
modified = 2026-01-31
series = { name = "S", position = "2" }
subjects = ["Miners"]
[[book.contributors]]
name = "N"
[contents]
depth = 2
generate = { cover = false }
[variables]
run = 1
size = "small"
[markdown]
numbering = { chapters = true }
"""
LARGE = """\
[editions.large]
layout = "reflowable"
subtitle = "Large print"
series = { position = "3" }
[[editions.large.contributors]]
name = "M"
[editions.large.contents.generate]
titlepage = false
[editions.large.markdown]
numbering.figures = "none"
[editions.large.variables]
size = "large"
[editions.large.book]
language = "de"
"""


def opened(root: Path, edition: str | None = None) -> Outcome[Project | None]:
    return load(root, Environment("1000000000", THEMES), edition)


def loaded(root: Path, edition: str | None = None) -> Project:
    value = opened(root, edition).value
    assert value is not None
    return value


def test_an_edition_says_what_is_otherwise(project: WriteProject, lines: Lines) -> None:
    """Tables are merged key by key, lists and values replaced; ISBN is not inherited."""
    root = project({"book.toml": BOOK + LARGE, "1.md": "# One"})
    assert lines(opened(root)) == lines(opened(root, "large")) == []
    main, large = loaded(root), loaded(root, "large")
    assert (main.edition, large.edition) == ("", "large")
    assert main.editions == large.editions == ("large",)
    assert main.metadata.isbn == "9783869306896"
    assert large.metadata == Metadata(
        title="T",
        languages=("de",),
        identifier=large.metadata.identifier,
        subtitle="Large print",
        contributors=(Contributor("M"),),
        modified="2026-01-31T00:00:00Z",
        subjects=main.metadata.subjects,
        series=Series("S", "3"),
    )
    assert large.settings.contents.depth == 2
    assert large.settings.contents.generate == GenerateSettings(cover=False, titlepage=False)
    assert large.settings.numbering == Numbering(chapters=True, figures="none")
    assert large.settings.variables == (("run", "1"), ("size", "large"))
    assert main.settings.variables == (("run", "1"), ("size", "small"))


def test_an_edition_has_an_identifier_of_its_own(project: WriteProject) -> None:
    """Made from the book and the edition's name, the same in each build; or what it says."""
    more = '[editions.a]\n[editions.b]\nidentifier = "urn:x:b"\n[editions.c]\nisbn = "3869306890"\n'
    root = project({"book.toml": BOOK + LARGE + more, "1.md": "# One"})
    names = ("large", "a", "b", "c")
    found = [loaded(root, name).metadata.identifier for name in names]
    assert found == [loaded(root, name).metadata.identifier for name in names]
    assert found[0].startswith("urn:uuid:")
    assert found[1].startswith("urn:uuid:")
    assert len(set(found)) == 4
    assert found[2:] == ["urn:x:b", "urn:isbn:9783869306896"]


def test_an_unknown_edition(project: WriteProject, lines: Lines) -> None:
    """It is a fault of the settings, and there is no project; other faults are shown too."""
    root = project({"book.toml": BOOK + "bleed = 3\n" + LARGE, "1.md": "#"})
    outcome = opened(root, "larg")
    assert outcome.value is None
    assert lines(outcome) == [
        "book.toml:18:1-18:6 P003 unknown key bleed",
        "book.toml:19:1-19:17 P036 no edition is called larg; did you mean large?",
    ]
    assert outcome.found[-1].rule.configuration
    assert lines(opened(project({"book.toml": BOOK, "1.md": "#"}), "x")) == [
        "book.toml:1:1-1:1 P036 no edition is called x"
    ]


FAULTS = """\
[editions.large]
isbn = "978-3-86930-689-5"
titel = "x"
layout = "folded"
[editions.large.book]
isbn = "978-3-86930-689-6"
[editions.large.images]
quality = 0
[editions.large.chekcs]
x = 1
[[editions.large.contributors]]
roles = ["authr"]
[editions."a b"]
[editions.Large]
[editions.x]
isbn = "978-3-86930-689-6"
"""


@pytest.mark.parametrize("edition", [None, "large"])
def test_faults_of_editions_are_shown_with_any(
    edition: str | None, project: WriteProject, lines: Lines
) -> None:
    """Each once, at its place, under its own name, whichever edition is asked for."""
    root = project({"book.toml": BOOK + FAULTS, "1.md": "#"})
    found = lines(opened(root, edition))
    assert found == [
        f"book.toml:{line}"
        for line in (
            "19:8-19:27 P006 978-3-86930-689-5 is not an ISBN: the check digit should be 6",
            "19:8-19:27 P010 editions.large.isbn stands in [editions.large.book] too",
            "20:1-20:6 P003 unknown key titel; did you mean title?",
            '21:10-21:18 P010 editions.large.layout cannot be "folded"',
            "23:8-23:27 P037 9783869306896 is the main edition's too",
            "25:11-25:12 P010 editions.large.images.quality cannot be 0",
            "26:17-26:23 P003 unknown table chekcs; did you mean checks?",
            "28:1-28:32 P005 [editions.large.contributors] has no name",
            "29:10-29:17 P009 no role is called authr; did you mean author?",
            '30:11-30:16 P010 "a b" cannot be the name of an edition',
            "31:11-31:16 P010 the editions large and Large differ in their capitals only",
            "33:8-33:27 P037 9783869306896 is the main edition's too",
        )
    ]


@pytest.mark.parametrize("name", ["main", "Main", "reflowable"])
def test_the_main_edition_has_a_name(name: str, project: WriteProject, lines: Lines) -> None:
    """No other can be called so; it may be asked for by it."""
    root = project({"book.toml": f"{BOOK}[editions.{name}]\n", "1.md": "#"})
    outcome = opened(root, "main")
    [told] = lines(outcome)
    assert told.endswith(f"P010 {name} is the edition that the other tables describe")
    assert outcome.value is not None
    assert (outcome.value.edition, outcome.value.editions) == ("", ())


def test_what_only_the_whole_edition_shows(project: WriteProject, lines: Lines) -> None:
    """A fault that lies between the book's settings and the edition's is told at the edition's."""
    text = BOOK + '[print]\nisbn = "3869306904"\n[editions.x]\nisbn = "3869306904"\n'
    root = project({"book.toml": text, "1.md": "#"})
    assert lines(opened(root)) == []
    assert lines(opened(root, "x")) == [
        "book.toml:21:8-21:20 P016 3869306904 is the ISBN of the printed book too"
    ]


def test_files_are_those_of_the_edition(project: WriteProject, lines: Lines) -> None:
    """A cover that only an edition names is looked for when that edition is made."""
    root = project({"book.toml": BOOK + '[editions.x]\ncover = "c.png"\n', "1.md": "#"})
    assert lines(opened(root)) == []
    assert lines(opened(root, "x")) == ["book.toml:19:9-19:16 P014 there is no c.png"]


@pytest.mark.parametrize("value", ["3", '"x"', "[]", "[{}]", "{ x = 3 }", "{ x = [] }"])
def test_editions_that_are_no_tables(value: str, project: WriteProject, lines: Lines) -> None:
    """They are told, whichever edition is asked for, and nothing breaks."""
    root = project({"book.toml": f"editions = {value}\n{BOOK}", "1.md": "#"})
    assert opened(root).value is not None
    assert lines(opened(root)) != []
    assert lines(opened(root, "x")) != []


KEYS = st.sampled_from(["title", "isbn", "book", "contents", "depth", "x", "0"])
VALUES = st.recursive(
    st.sampled_from(["1", '"a"', "[1, { b = 2 }]", "2012-02-31"]),
    lambda inner: st.dictionaries(KEYS, inner, max_size=3).map(
        lambda table: "{ " + ", ".join(f"{key} = {value}" for key, value in table.items()) + " }"
    ),
    max_leaves=6,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_value_may_be_merged_with_any(base: dict[str, str], own: dict[str, str]) -> None:
    """The merged settings have places for their values; the file's own stay as they are."""
    text = "".join(f"{key} = {value}\n" for key, value in base.items()) + "[editions.e]\n"
    text += "".join(f"{key} = {value}\n" for key, value in own.items())
    file = read_toml(SourceFile("book.toml", text)).value
    assert file is not None
    before = dict(file.places.found)
    merged = as_edition(file, "e")
    assert file.places.found == before
    assert file.values == read_values(text)
    for path in paths_of(merged.values):
        assert path in merged.places.found or path[:1] == ("book",)


def read_values(text: str) -> dict[str, object]:
    file = read_toml(SourceFile("book.toml", text)).value
    assert file is not None
    return file.values


def paths_of(values: dict[str, object], above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for key, value in values.items():
        found.append((*above, key))
        if isinstance(value, dict):
            found.extend(paths_of(value, (*above, key)))
    return found


def test_the_example_of_the_guide_is_toml() -> None:
    """The edition that docs/guide/book-toml.md shows is one."""
    guide = Path(__file__).parents[2] / "docs" / "guide" / "book-toml.md"
    text = guide.read_text(encoding="utf-8")
    [example] = [part for part in text.split("```") if part.startswith("toml\n[editions.")]
    assert list(tomllib.loads(example.removeprefix("toml\n"))["editions"]) == ["large"]
