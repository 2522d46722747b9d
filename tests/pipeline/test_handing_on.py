"""What the Markdown step is told of a project."""

from __future__ import annotations

from conftest import BOOK, WriteProject
from epubforge.model.document import MarkdownSettings
from epubforge.model.project import Project
from epubforge.pipeline import Run, load
from epubforge.pipeline.handing_on import chapter_settings, markdown_settings

SETTINGS = """
[variables]
short = "S"
[markdown]
smart = false
notes = "book"
bibliography = "refs.bib"
[editions.large]
title = "Large"
[editions.a]
"""
FILES = {
    "manuscript/book.toml": BOOK + SETTINGS,
    "manuscript/1.md": "{{include _a.md}}",
    "manuscript/2.md": "{{include /x}}",
    "manuscript/3.md": "# Three",
    "manuscript/_a.md": "a",
    "refs.bib": "",
}


def loaded(project: WriteProject, edition: str | None = None) -> Project:
    value = load(project(FILES), Run(edition=edition)).value
    assert value is not None
    return value


def test_all_that_concerns_the_text_is_handed_on(project: WriteProject) -> None:
    """Of the edition that is made."""
    large = loaded(project, "large")
    settings = chapter_settings(large, large.sources())[2]
    assert settings == MarkdownSettings(
        language="en",
        smart=False,
        edition="large",
        variables=(
            ("identifier", large.metadata.identifier),
            ("language", "en"),
            ("short", "S"),
            ("title", "Large"),
        ),
        notes="book",
        citations=True,
        editions=("large", "a"),
    )
    assert loaded(project).edition == ""
    assert dict(markdown_settings(loaded(project)).variables)["title"] == "A book"


def test_a_chapter_is_told_what_it_can_reach_alone(project: WriteProject) -> None:
    """So that one changed text does not make all chapters anew."""
    value = loaded(project)
    one, two, three = chapter_settings(value, value.sources())
    assert [path for path, _ in one.includes] == ["manuscript/_a.md"]
    assert two.includes == three.includes == ()
    assert two.refused == (("/x", "lies outside the project"),)
    assert three.refused == ()
