"""Places of TOML keys and values: where tomllib sees a key, the locator finds it."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.project.toml_places import TomlPath, locate

BOOK = """\
# settings
[book]
title = "a = b # c"
'quoted key' = 'x'
series = { name = "N", position = 2 } # end
list = [
  "one", # first
  ["in", 'side'],
]
dotted.key = 1979-05-27 07:32:00

[[book.contributors]]
name = \"\"\"
two "lines"
\"\"\"
[[book.contributors]]
name = '''x'''
[book.contributors.more]
"k\\u00e9y" = true
"""

EXPECTED: dict[TomlPath, tuple[str, str]] = {
    ("book",): ("book", "[book]"),
    ("book", "title"): ("title", '"a = b # c"'),
    ("book", "quoted key"): ("'quoted key'", "'x'"),
    ("book", "series"): ("series", '{ name = "N", position = 2 }'),
    ("book", "series", "name"): ("name", '"N"'),
    ("book", "series", "position"): ("position", "2"),
    ("book", "list"): ("list", '[\n  "one", # first\n  ["in", \'side\'],\n]'),
    ("book", "list", 0): ('"one"', '"one"'),
    ("book", "list", 1): ("[\"in\", 'side']", "[\"in\", 'side']"),
    ("book", "list", 1, 0): ('"in"', '"in"'),
    ("book", "list", 1, 1): ("'side'", "'side'"),
    ("book", "dotted"): ("dotted", "dotted"),
    ("book", "dotted", "key"): ("key", "1979-05-27 07:32:00"),
    ("book", "contributors"): ("contributors", "[[book.contributors]]"),
    ("book", "contributors", 0): ("contributors", "[[book.contributors]]"),
    ("book", "contributors", 0, "name"): ("name", '"""\ntwo "lines"\n"""'),
    ("book", "contributors", 1): ("contributors", "[[book.contributors]]"),
    ("book", "contributors", 1, "name"): ("name", "'''x'''"),
    ("book", "contributors", 1, "more"): ("more", "[book.contributors.more]"),
    ("book", "contributors", 1, "more", "kéy"): ('"k\\u00e9y"', "true"),
}


def test_every_key_and_value_has_its_place() -> None:
    """Headers, dotted and quoted keys, inline tables, lists and all kinds of text are found."""
    found = {
        path: (BOOK[slice(*place.key)], BOOK[slice(*place.value)])
        for path, place in locate(BOOK).found.items()
    }
    assert found == EXPECTED


def test_equal_headers_keep_their_own_places() -> None:
    """The second [[table]] of a name stands at the second header, not at the first."""
    places = locate(BOOK).found
    first, second = (places["book", "contributors", number].value[0] for number in (0, 1))
    assert BOOK.count("\n", 0, first) == 11
    assert BOOK.count("\n", 0, second) == 15


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ('a = 1\nb = 2\n"a" = 3', 12),
        ("[a]\nb = 1\n[a]", 11),
        ("a = {b = 1, b = 2}", 12),
        ("a.b = 1\n[x]\n[[x]]", 14),
    ],
)
def test_a_key_that_is_there_already_is_told(text: str, start: int) -> None:
    """The place of the second key of a name is kept for the message."""
    assert [extent[0] for extent in locate(text).twice] == [start]


Toml = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(10**9), 10**9),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
        st.dates(),
        st.datetimes(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)
Names = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
Tables = st.dictionaries(Names, st.dictionaries(Names, Toml, max_size=3), max_size=4)


def text_of(text: str) -> str:
    return json.dumps(text, ensure_ascii=True).replace("\x7f", "\\u007f")


def written(value: object) -> str:
    match value:
        case bool() | int() | str():
            return text_of(value) if isinstance(value, str) else json.dumps(value)
        case list():
            return "[ " + ",\n # x ]\n".join(map(written, value)) + " ]"
        case dict():
            pairs = (f"{text_of(str(k))} = {written(v)}" for k, v in value.items())
            return "{ " + ", ".join(pairs) + " }"
        case _:
            return str(value)


def paths(value: object, path: TomlPath = ()) -> list[TomlPath]:
    match value:
        case dict():
            below = [paths(each, (*path, str(name))) for name, each in value.items()]
        case list():
            below = [paths(each, (*path, number)) for number, each in enumerate(value)]
        case _:
            return [path]
    return [path, *(each for one in below for each in one)]


def at(value: object, path: TomlPath) -> object:
    for part in path:
        match value, part:
            case dict(), _:
                value = value[part]
            case list(), int():
                value = value[part]
    return value


def in_basic_plane(value: object) -> bool:
    return all(ord(sign) < 0x10000 for sign in str(value))


@given(Tables)
def test_what_tomllib_reads_is_found_with_its_text(tables: dict[str, dict[str, object]]) -> None:
    """Every path that tomllib sees has a place, and the text there reads as the same value."""
    lines = []
    for name, table in tables.items():
        lines.append(f"[ {text_of(name)} ] # [x]")
        lines.extend(f"  {text_of(key)} = {written(value)}" for key, value in table.items())
    text = "\n".join(lines)
    if not in_basic_plane(text) or "\\ud" in text:
        return  # JSON's surrogate escapes are no TOML
    values: dict[str, object] = tomllib.loads(text)
    found = locate(text).found
    assert set(found) == set(paths(values)) - {()}
    for path, place in found.items():
        if len(path) > 1:
            assert tomllib.loads(f"x = {text[slice(*place.value)]}")["x"] == at(values, path)


@given(st.text(alphabet="[]{}=.,#\"'\\\nab1 -:", max_size=40))
def test_any_text_has_places(text: str) -> None:
    """A broken text is scanned to its end, and every place lies inside it."""
    for place in locate(text).found.values():
        assert 0 <= place.key[0] <= place.key[1] <= len(text)
        assert 0 <= place.value[0] <= place.value[1] <= len(text)
