"""XML as far as it is well-formed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.package.wellformed import Element, XmlFault, parse


def test_wanted_elements_come_with_their_places() -> None:
    """Names are without namespace, columns and lines count from one."""
    content = b'<a xmlns="urn:x">\n  <b c="1"/><d/>\n</a>'
    parsed = parse(content, frozenset({"b"}))
    assert parsed.elements == (Element("b", {"c": "1"}, 2, 3),)
    assert parsed.fault is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no element found"),
        (b"<a>\n<b></a>", "mismatched tag"),
        (b"<a>&nbsp;</a>", "undefined entity"),
        (b"<a b='1' b='2'/>", "duplicate attribute"),
        (b"<a>\xff</a>", "not well-formed (invalid token)"),
        (b"<?xml version='1.0' encoding='shift_jis'?><a/>", "its encoding: "),
        (b"<?xml version='1.0' encoding='nonsense'?><a/>", "its encoding: "),
    ],
)
def test_the_first_fault_is_told(content: bytes, reason: str) -> None:
    """The reason is in words, and there is a place."""
    fault = parse(content).fault
    assert isinstance(fault, XmlFault)
    assert fault.reason.startswith(reason)
    assert fault.line >= 1
    assert fault.column >= 1


def test_entities_do_not_explode() -> None:
    """A few hundred bytes that would become gigabytes are a fault."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    content = f'<!DOCTYPE a [<!ENTITY e0 "ha">{entities}]><a>&e11;</a>'.encode()
    fault = parse(content).fault
    assert fault is not None
    assert "amplification" in fault.reason


def test_nothing_is_fetched_from_outside() -> None:
    """An external entity is not read."""
    content = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
    assert parse(content, frozenset({"a"})).elements == (Element("a", {}, 1, 55),)


@given(st.binary())
def test_any_bytes_are_read(content: bytes) -> None:
    """There is a fault or none, never an exception."""
    parse(content, frozenset({"a"}))
