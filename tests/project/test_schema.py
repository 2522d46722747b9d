"""The schema and the page of all keys are those of the model."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from epubforge.project.captions import ROW
from epubforge.project.record import Record
from epubforge.project.schema import HOME, schema_text
from epubforge.project.tables import BOOK_TOML

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
