"""The case files of rules that advise: each case a small project, or a stranger's finished book.

A block whose name ends in .jpg or .png holds the size of a picture, which is drawn: 800 x 1000;
a word after it is as `drawn` has it.
A case without a file of a manuscript is a finished book as in `finished_books`, of which only
what the case file's own rule finds is looked at; its block `profile` names shops, `mine.toml` is
the file of one.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from PIL import Image

from checks.by_hand import lines
from checks.drawn import drawn
from checks.finished_books import lines as finished_lines
from checks.finished_books import write_book
from checks.rule_files import modules, rule_of
from conftest import WriteProject
from epubforge import check
from epubforge.checks.runner import CONFORMANCE
from epubforge.pipeline.shelf import examine
from epubforge.project.profiles import named

HERE = Path(__file__).parent
FORMATS = {".jpg": "JPEG", ".png": "PNG"}
PLAIN = re.compile(r"\d+ x \d+\n")
Case = tuple[str, dict[str, str]]


def cases(file: Path) -> list[Case]:
    """Each case's title, and its blocks by their names."""
    found: list[Case] = []
    name: str | None = None
    for line in file.read_text(encoding="utf-8").splitlines():
        if name is not None and line == "~~~":
            name = None
        elif name is not None:
            found[-1][1][name] += line + "\n"
        elif line.startswith("~~~ "):
            name = line.removeprefix("~~~ ")
            found[-1][1][name] = ""
        elif line.startswith("# "):
            found.append((line.removeprefix("# "), {}))
    return found


FILES = sorted(f for f in HERE.glob("*/*.md") if f.parent.name not in CONFORMANCE)


def _params(wanted: bool) -> list[ParameterSet]:
    """The cases that are projects, or those that are not, each with its rule's code."""
    return [
        pytest.param(file.stem.partition("-")[0], blocks, id=f"{file.stem}: {title}")
        for file in FILES
        for title, blocks in cases(file)
        if any(name.startswith("manuscript/") for name in blocks) is wanted
    ]


PROJECTS, STRANGERS = _params(True), _params(False)


@pytest.mark.parametrize(("code", "blocks"), PROJECTS)
def test_case(code: str, blocks: dict[str, str], project: WriteProject) -> None:
    """The project has exactly the findings that the case names, in their order."""
    files = {name: _content(name, text) for name, text in blocks.items() if name != "findings"}
    checked = check(project(files))
    assert lines(checked.found) == blocks["findings"].splitlines()


@pytest.mark.parametrize(("code", "blocks"), STRANGERS)
def test_stranger(code: str, blocks: dict[str, str], tmp_path: Path) -> None:
    """In a stranger's book the rule finds exactly what the case names."""
    wanted = [str(tmp_path / name) if name.endswith(".toml") else name
              for name in blocks.get("profile", "universal").split()]  # fmt: skip
    (tmp_path / "mine.toml").write_text(blocks.get("mine.toml", ""), encoding="utf-8")
    shops = named(wanted).value.shops
    book = {name: text for name, text in blocks.items() if name not in {"profile", "mine.toml"}}
    found = examine(write_book(book, tmp_path / "case.epub"), shops)
    told = finished_lines(tuple(each for each in found if each.rule.code == code))
    assert told == blocks["findings"].splitlines()


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_case_file(file: Path) -> None:
    """A case file has a case that finds the rule it is named after, and one that finds nothing."""
    expected = [blocks["findings"] for _, blocks in cases(file)]
    code, _, name = file.stem.partition("-")
    assert any(f" {code} {name}: " in findings for findings in expected)
    assert "" in expected


def test_every_rule_has_its_case_file() -> None:
    """Each rule that is asked of a book has a case file, named after its code and name."""
    rules = [rule_of(m) for m in modules() if m.split(".")[2] not in CONFORMANCE]
    assert sorted(file.stem for file in FILES) == sorted(f"{r.code}-{r.name}" for r in rules)


def _content(name: str, text: str) -> str | bytes:
    form = FORMATS.get(Path(name).suffix)
    if form is None or not PLAIN.fullmatch(text):
        return drawn(name, text) or text
    width, height = map(int, text.split(" x "))
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (width % 256, height % 256, 90)).save(buffer, form)
    return buffer.getvalue()
