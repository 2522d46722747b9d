"""The guide's page on shops says what the profiles say, and its example is a profile."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Final

import jsonschema
import pytest

from epubforge.model.profile import Profile
from epubforge.project.profiles import PROFILES, built_in, names, read_profile
from epubforge.project.shop_tables import HOME, SHOPS, schema_text, with_figures
from epubforge.source import SourceFile
from guide_examples import GUIDE

PAGE: Final = (GUIDE / "shops.md").read_text(encoding="utf-8")
ROOT: Final = GUIDE.parent.parent


def test_the_tables_are_those_of_the_profiles() -> None:
    """As `python -m epubforge.project.shop_tables` writes them."""
    assert with_figures(PAGE) == PAGE


def test_every_shop_has_a_column() -> None:
    """All profiles but those that stand for several or for none."""
    assert set(SHOPS) == {name for name in names() if built_in(name).shops is None}
    assert set(SHOPS) | {"universal", "none"} <= set(re.findall(r"`(\w+)`", PAGE))


@pytest.mark.parametrize("name", names())
def test_every_figure_has_its_source(name: str) -> None:
    """Behind each demand, or at the head of the file, stands where it was read, and when."""
    text = (PROFILES / f"{name}.toml").read_text(encoding="utf-8")
    head = text.partition("\n[")[0]
    if built_in(name).shops is None:
        assert "2026-11-23" in head
    ours = re.compile(r"(title|shops|width|height|spread) =")
    lines = [line for line in text.split("\n") if "=" in line and not line.startswith("#")]
    bare = [line for line in lines if " # " not in line and not ours.match(line)]
    allowed = {'formats = ["JPEG"]', 'formats = ["JPEG", "PNG", "TIFF"]'}
    assert set(bare) <= (allowed if name in {"tolino", "none"} else set())


def test_the_schema_is_that_of_the_reader() -> None:
    """It is fresh, and takes every profile that comes with epubforge."""
    assert (ROOT / HOME).read_text(encoding="utf-8") == schema_text()
    validator = jsonschema.Draft202012Validator(json.loads(schema_text()))
    for name in names():
        values = tomllib.loads((PROFILES / f"{name}.toml").read_text(encoding="utf-8"))
        assert list(validator.iter_errors(values)) == []
    assert not validator.is_valid({"pictures": {"max_pixel": 1_000_000}})


def test_the_example_is_a_profile() -> None:
    """The file of a shop of one's own, as the page shows it."""
    (example,) = re.findall(r"```toml\n# profiles/corner-shop.toml\n(.*?)```", PAGE, re.DOTALL)
    read = read_profile(SourceFile("corner-shop.toml", example))
    assert read.found == ()
    assert read.value.title == "Corner Shop"
    assert read.value != Profile(title="Corner Shop")
