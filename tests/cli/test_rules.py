"""All rules together: their codes, names and pages, and the files made of them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from textwrap import dedent

import pytest

from conftest import BOOK, WriteProject
from epubforge import check
from epubforge.cli.rules import (
    EXAMPLES,
    FAMILIES,
    SECTIONS,
    all_rules,
    documents,
    families,
    first_sentence,
    nature,
    page,
)
from epubforge.diagnostics import Rule, Severity

RULES = all_rules()
ROOT = Path(__file__).parent.parent.parent
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def test_rules_are_found_by_walking() -> None:
    """The rules of checks are among them, each once, ordered by family and code."""
    codes = [rule.code for rule in RULES]
    assert {"A001", "L020", "I050", "B051"} <= set(codes)
    assert codes == sorted(codes, key=lambda code: (list(FAMILIES).index(code[0]), code))


def test_rules_without_the_extras() -> None:
    """A room whose worker needs an extra that is not installed keeps its rules."""
    script = (
        "import sys; sys.modules['jpype'] = None\n"
        "from epubforge.cli.rules import all_rules\n"
        "print(*[rule.code for rule in all_rules()])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == [rule.code for rule in RULES]


def test_codes_and_names_are_unique() -> None:
    """No code and no name is given twice in the whole source."""
    declared = re.compile(r'Rule\(\s*(?:code=)?"([A-Z]\d{3})",\s*(?:name=)?"([a-z0-9-]+)"')
    found = [
        match.groups()
        for path in sorted((ROOT / "src").rglob("*.py"))
        for match in declared.finditer(path.read_text(encoding="utf-8"))
    ]
    assert [code for code, count in Counter(code for code, _ in found).items() if count > 1] == []
    assert [name for name, count in Counter(name for _, name in found).items() if count > 1] == []
    assert {code for code, _ in found} == {rule.code for rule in RULES}


@EVERY_RULE
def test_code_and_name(rule: Rule) -> None:
    """A code is a family's letter and three digits; a name is words with hyphens."""
    assert re.fullmatch(rf"[{''.join(FAMILIES)}]\d{{3}}", rule.code)
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", rule.name)


@EVERY_RULE
def test_page(rule: Rule) -> None:
    """A page opens with a sentence and has its sections in order, their text indented."""
    assert first_sentence(rule).endswith(".")
    assert first_sentence(rule)[0].isupper()
    lines = page(rule).splitlines()
    headings = [line for line in lines if line in SECTIONS]
    assert headings in (list(SECTIONS), list(SECTIONS[:-1]))
    start = lines.index(SECTIONS[0])
    below = [line for line in lines[start:] if line and line not in SECTIONS]
    assert [line for line in below if not line.startswith("    ")] == []


@EVERY_RULE
def test_no_section_is_empty(rule: Rule) -> None:
    """Each section says something."""
    pieces = re.split(rf"^(?:{'|'.join(SECTIONS)})$", page(rule), flags=re.MULTILINE)
    assert [piece for piece in pieces if not piece.strip()] == []


OF_OUR_OWN = {
    "C001": "there is no book to hold against anything",
    "C005": "it is how much of a trap is read",
    "C029": "it is how much of a document is read",
    "C260": "it is how many findings are told",
}
"""Rules on finished books that no specification asks for, and what they are instead."""


def test_rules_of_the_specifications_cite_them() -> None:
    """A rule on the container and the package names the section that it is written from."""
    silent = {
        rule.code
        for rule in RULES
        if rule.code[0] == "C" and "http" not in page(rule).partition("\nReference\n")[2]
    }
    assert silent == set(OF_OUR_OWN)


def test_there_are_many_rules() -> None:
    """Projects, Markdown, books and links have at least forty rules together, each with a bad and
    a good example."""
    authors = [rule for rule in RULES if rule.code[0] in "PMBL"]
    assert len(authors) >= 40
    assert [rule.code for rule in authors if not all(example(rule, of) for of in EXAMPLES)] == []


MARKDOWN_RULES = [rule for rule in RULES if rule.code[0] == "M"]
EVERY_MARKDOWN_RULE = pytest.mark.parametrize(
    "rule", MARKDOWN_RULES, ids=[rule.code for rule in MARKDOWN_RULES]
)
HEADERS = ("M002", "M003")
"""Their examples are lines of a header."""
NO_CHAPTER = {
    "M013": "is too long to be written out",
    "M048": "is a row of a table of captions",
    "M086": "needs a second file",
    "M099": "is too long to be written out",
    "M111": "cannot hold a tab: all text of the house is indented with blanks",
    "M116": "is a piece of book.toml",
}
"""Rules whose bad example is not a whole chapter, and what it is instead."""
SETTINGS = BOOK + '[markdown]\nbibliography = "refs.bib"\n[editions.fixed]\n'
BIBLIOGRAPHY = "@book{ada, title = {Notes}, author = {Lovelace, Ada}, year = {1843}}\n"


def example(rule: Rule, section: str) -> str:
    """The text of a rule's section, flush left."""
    found = re.search(rf"^{section}\n((?:    .*\n|\n)*)", page(rule) + "\n", re.MULTILINE)
    return dedent(found[1]).strip("\n") + "\n" if found else ""


@EVERY_MARKDOWN_RULE
def test_the_bad_example_is_found(rule: Rule, project: WriteProject) -> None:
    """The bad example of a rule on Markdown, built as a chapter, has the fault."""
    if rule.code in NO_CHAPTER:
        return
    text = example(rule, "Bad")
    if rule.code in HEADERS:
        text = f"+++\n{text}+++\n\nWords.\n"
    assert rule.code in _codes(project, text)


@EVERY_MARKDOWN_RULE
def test_the_good_example_is_good(rule: Rule, project: WriteProject) -> None:
    """The good example of a rule on Markdown, built as a chapter, does not have the fault."""
    text = example(rule, "Good")
    if rule.code in HEADERS:
        text = f"+++\n{text}+++\n\nWords.\n"
    assert rule.code not in _codes(project, text)


def _codes(project: WriteProject, text: str) -> set[str]:
    files = {
        "manuscript/book.toml": SETTINGS,
        "manuscript/1.md": text,
        "manuscript/letters/ada.md": "Dear Ada,\n" + "yes,\n" * 9,
        "refs.bib": BIBLIOGRAPHY,
    }
    return {finding.rule.code for finding in check(project(files)).found}


@EVERY_RULE
def test_rule_with_an_equivalent_is_as_grave(rule: Rule) -> None:
    """What EPUBCheck calls an error, and what forbids a book, is an error of ours."""
    if rule.blocking or rule.configuration:
        assert rule.severity is Severity.ERROR


def test_documents_are_fresh() -> None:
    """docs/rules holds what the rules say now: python -m epubforge.cli.rules docs/rules."""
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == documents(RULES)


def test_document_of_a_rule() -> None:
    """Sections become headings, prose is set flush, examples stay indented as code."""
    rule = Rule(
        "A099",
        "some-fault",
        Severity.ERROR,
        "A thing\nis wrong.\n\nWhy it matters\n    It\n    hurts.\n"
        "Bad\n    x\n\n      y\nGood\n    z\n",
        blocking=True,
        equivalent="RSC-001",
    )
    assert documents((rule,))["A099-some-fault.md"] == (
        "# A099 some-fault\n\n"
        "*error, blocking: no book is written, EPUBCheck: RSC-001*\n\n"
        "A thing\nis wrong.\n\n"
        "## Why it matters\n\nIt\nhurts.\n\n"
        "## Bad\n\n    x\n\n      y\n\n"
        "## Good\n\n    z\n"
    )
    assert "| [A099](A099-some-fault.md) | some-fault |" in documents((rule,))["README.md"]
    assert set(EXAMPLES) < set(SECTIONS)


def test_nature() -> None:
    """A fault of the settings says its exit code."""
    rule = Rule("P099", "some-fault", Severity.ERROR, "", configuration=True)
    assert nature(rule) == "error, a fault of the settings: exit code 2"
    assert families((rule,)) == {"Project and files": [rule]}
