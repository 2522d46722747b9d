"""The schema and the page of all keys are those of the model."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from epubforge.project.book_toml import BOOK_TOML
from epubforge.project.captions import ROW
from epubforge.project.record import Record
from epubforge.project.schema import HOME, schema_text

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide" / "book-toml.md"


def test_the_schema_in_the_repository_is_fresh() -> None:
    """Written by `python -m epubforge.project.schema`."""
    assert (ROOT / HOME).read_text(encoding="utf-8") == schema_text()


def valid(text: str) -> bool:
    values: object = json.loads(json.dumps(tomllib.loads(text), default=str))
    return jsonschema.Draft202012Validator(json.loads(schema_text())).is_valid(values)


def test_the_schema_is_one() -> None:
    """It is valid JSON Schema, and the project's own book.toml fits it."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))
    assert valid((ROOT / "manuscript" / "book.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line",
    ['titel = "x"', "isbn = 3", 'direction = "up"', 'subjects = "x"', "series = {}",
     'price = "3"', 'subtitle = ""', "contributors = [{}]"],
)  # fmt: skip
def test_the_schema_refuses_mistakes(line: str) -> None:
    """Unknown keys, wrong types, impossible values."""
    book = '[book]\ntitle = "T"\nlanguage = "en"\n'
    assert valid(book)
    assert not valid(book + line)


@pytest.mark.parametrize(
    ("line", "fits"),
    [('variables = { short = "x", "naïve.2" = 1.5, b = true }', True),
     ('variables = { title = "x" }', False), ("variables = { a = [] }", False),
     ('editions.large = { isbn = "978-3-86930-689-6", layout = "reflowable" }', True),
     ("editions.large.images.quality = 90", True), ('editions.large.series.position = "2"', True),
     ('editions."a b" = {}', False), ('editions.a.titel = "x"', False),
     ('editions.a.layout = "fixed"', True), ('editions.a.layout = "folded"', False),
     ('shared = ["../snippets"]', True),
     ('shared = ["/usr"]', False), ('markdown.bibliography = ["a.bib", "b.JSON"]', True),
     ('markdown.bibliography = "a.doc"', False), ('markdown.numbering.figures = "book"', True),
     ('checks.ignore = ["A004", { file = "1.md", codes = ["A001"] }]', True),
     ('checks.ignore = [{ file = "1.md" }]', False)],
)  # fmt: skip
def test_the_schema_knows_tables_with_names_of_ones_own(line: str, fits: bool) -> None:
    """Variables and editions; and what else may stand beside [book]."""
    assert valid(f'{line}\n[book]\ntitle = "T"\nlanguage = "en"\n') == fits


def keys_of(record: Record[object], name: str) -> Iterator[str]:
    for key in record.keys:
        path = f"{name}.{key.name}" if name else key.name
        kind = getattr(key.kind, "of", key.kind)
        if isinstance(kind, Record):
            yield from keys_of(kind, path)
        else:
            yield path


def test_the_guide_names_every_key_and_no_other() -> None:
    """docs/guide/book-toml.md has a row for each key of book.toml and of the caption table."""
    rows = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"]
    told = [line.split("`")[1] for line in rows]
    expected = [*keys_of(BOOK_TOML, ""), *(f"picture.{key.name}" for key in ROW.keys)]
    assert sorted(told) == sorted([*expected, "book.subjects.text", "book.subjects.scheme",
                                   "book.subjects.code"])  # fmt: skip
