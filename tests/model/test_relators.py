"""The list of roles, and what is read as one."""

from __future__ import annotations

import pytest

from epubforge.diagnostics import Reporter
from epubforge.model.metadata import CREATOR_ROLES
from epubforge.model.relators import RELATORS
from epubforge.project.errors import MistakeError
from epubforge.project.node import Node
from epubforge.project.role import read_role
from epubforge.project.toml_file import TomlFile
from epubforge.project.toml_places import Places
from epubforge.source import SourceFile


def node(role: str) -> Node:
    file = TomlFile(SourceFile("book.toml", ""), {}, Places())
    return Node(file, ("book", "contributors", 0, "roles", 0), role, Reporter())


def test_the_list_is_well_formed() -> None:
    """Codes have three small letters; no term stands for two codes."""
    assert all(len(code) == 3 and code.isalpha() and code.islower() for code in RELATORS)
    assert len(set(RELATORS.values())) == len(RELATORS)
    assert set(RELATORS) >= CREATOR_ROLES
    assert len(RELATORS) > 260


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("aut", "aut"), ("Author", "aut"), ("PHOTOGRAPHER", "pht"), ("book  designer", "bkd"),
        ("translator", "trl"), ("author of introduction, etc.", "aui"), ("Editor", "edt"),
    ],
)  # fmt: skip
def test_a_role_is_a_code_or_a_term(written: str, code: str) -> None:
    """In any case, with any blanks."""
    assert read_role(node(written)) == code


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("photograper", "no role is called photograper; did you mean photographer?"),
        ("phto", "no role is called phto"),
        ("king", "no role is called king"),
    ],
)
def test_an_unknown_role(written: str, message: str) -> None:
    """The nearest one is named, where one is near."""
    with pytest.raises(MistakeError) as caught:
        read_role(node(written))
    assert message in str(caught.value)
