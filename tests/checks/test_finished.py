"""The case files of the rules on finished books; and EPUBCheck, asked about the same books."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.finished_books import lines, write_book
from checks.rule_files import modules, rule_of
from checks.test_cases import cases
from epubforge.checks.runner import CONFORMANCE
from epubforge.diagnostics import Severity
from epubforge.epubcheck.check import check_books
from epubforge.pipeline.shelf import examine

HERE = Path(__file__).parent
FAMILIES = tuple(family for family in CONFORMANCE if family != "container")
FILES = sorted(file for family in FAMILIES for file in (HERE / family).glob("*.md"))
ALL = [pytest.param(case[1], id=f"{f.stem}: {case[0]}") for f in FILES for case in cases(f)]
ONLY_OURS = frozenset({"C029", "L052", "C190"})
"""Rules that EPUBCheck has not, or whose notes it gives to other files too."""


@pytest.mark.parametrize("blocks", ALL)
def test_case(blocks: dict[str, str], tmp_path: Path) -> None:
    """The book has exactly the findings that the case names."""
    found = examine(write_book(blocks, tmp_path / "case.epub"), advice=False)
    expected = blocks["findings"].splitlines()
    told = [line.replace("case.epub", "book.epub") for line in lines(found)] if expected else []
    assert told == expected
    if not expected:
        assert [d.rule.code for d in found if d.grade is not Severity.NOTE] == []


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_case_file(file: Path) -> None:
    """A case file has a case that finds the rule it is named after, and one that finds nothing."""
    expected = [blocks["findings"] for _, blocks in cases(file)]
    code, _, name = file.stem.partition("-")
    assert any(f" {code} {name}: " in findings for findings in expected)
    assert "" in expected


def test_every_rule_has_its_case_file() -> None:
    """Each rule on finished books has a case file, named after its code and name."""
    rules = [rule_of(module) for module in modules() if module.split(".")[2] in FAMILIES]
    assert sorted(file.stem for file in FILES) == sorted(f"{r.code}-{r.name}" for r in rules)


@pytest.mark.xdist_group("epubcheck")
def test_epubcheck_says_the_same(tmp_path: Path) -> None:
    """What a case finds EPUBCheck finds as well; of a book without findings it says nothing."""
    wanted: dict[Path, tuple[str, set[str]]] = {}
    rules = [rule_of(module) for module in modules()]
    known = {r.code: r.equivalent for r in rules if r.severity is not Severity.NOTE}
    for number, (file, blocks) in enumerate((f, case[1]) for f in FILES for case in cases(f)):
        book = write_book(blocks, tmp_path / f"{number}.epub")
        found = [line.split(" ")[2] for line in blocks["findings"].splitlines()]
        ids = {known.get(code) or "" for code in found if code not in ONLY_OURS}
        wanted[book] = (file.stem, ids - {""})
    said = check_books(list(wanted), 300)
    wrong = []
    for (name, ids), messages in zip(wanted.values(), said, strict=True):
        theirs = {message.source_code for message in messages}
        loud = {m.source_code for m in messages if m.grade is not Severity.NOTE}
        if not ids <= theirs or (not ids and loud):
            wrong.append((name, ids - theirs, loud))
    assert wrong == []
