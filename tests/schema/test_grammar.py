"""Every grammar of ours is whole."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

import pytest

from epubforge.schema import grammar as room
from epubforge.schema.grammar import grammar

FILES: Final = sorted(
    each.name.removesuffix(".rnc")
    for each in files(room.__package__).joinpath("grammars").iterdir()
    if each.name.endswith(".rnc")
)
WHOLE: Final = [
    name
    for name in FILES
    if "start =" in files(room.__package__).joinpath("grammars", f"{name}.rnc").read_text("utf-8")
]


@pytest.mark.parametrize("name", WHOLE)
def test_all_its_elements_can_be_made(name: str) -> None:
    """No definition names one that there is not; what is made only for faulty books as well."""
    assert grammar(name).elements
