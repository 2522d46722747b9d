"""The runner: every rule is found by walking, and asked in a stable order."""

from __future__ import annotations

import importlib
import inspect

import pytest

from checks.by_hand import PUBLICATION, book, chapter, lines, placed, plate, text
from checks.rule_files import modules, rule_of
from epubforge.checks.runner import run
from epubforge.model.document import PictureUse


@pytest.mark.parametrize("name", modules())
def test_each_file_is_one_rule(name: str) -> None:
    """A file holds RULE and one public function of the file's name, the rule's name with _.

    Beside it, or in its place, may stand `in_stranger`, which looks for the fault where the
    manuscript is unknown.
    """
    module = importlib.import_module(name)
    stem = name.rpartition(".")[2]
    public = [
        found
        for found, value in inspect.getmembers(module, inspect.isfunction)
        if value.__module__ == name and not found.startswith("_")
    ]
    assert set(public) in ({stem}, {stem, "in_stranger"}, {"in_stranger"})
    assert rule_of(name).name == stem.replace("_", "-")


def test_findings_of_several_rules() -> None:
    """The rules of all families answer together, twice in the same order."""
    source = text("![](a.jpg)\n")
    use = PictureUse("a.jpg", "", False, source.span(0, 10))
    made = book(
        chapter(source, pictures=[(use, placed("images/a.jpg"))]),
        plate(placed("images/p.jpg", 10, 10), 1, alt="A woman"),
        unused_pictures=["images/z.jpg"],
    )
    found = run(made, PUBLICATION)
    assert sorted(line.split()[2] for line in lines(found)) == ["A001", "I050", "L020"]
    assert run(made, PUBLICATION) == found


def test_empty_book() -> None:
    """A book without pages has nothing that could be wrong."""
    assert run(book(), PUBLICATION) == ()
