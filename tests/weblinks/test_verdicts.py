"""What each answer means for a link, and where it is told."""

from __future__ import annotations

import pytest

from epubforge.source import EntryPlace
from epubforge.weblinks.answer import Answer, Link, Outcome
from epubforge.weblinks.findings import findings

PLACES = (EntryPlace("a.epub", "one.xhtml", 3, 4), EntryPlace("a.epub", "two.xhtml", 5, 6))
LINK = Link("http://a.example/b#c", PLACES)
EXPECTED = {
    Outcome.GONE: "L060 warning",
    Outcome.NO_HOST: "L061 warning",
    Outcome.UNREACHABLE: "L063 note",
    Outcome.REFUSED: "L064 note",
    Outcome.UNTRUSTED: "L065 warning",
    Outcome.ENDLESS: "L066 note",
    Outcome.PRIVATE: "L067 note",
}


@pytest.mark.parametrize("outcome", EXPECTED, ids=lambda each: each.value)
def test_a_link_that_was_not_found(outcome: Outcome) -> None:
    """One rule tells of it, at every place, with the address and what its host said."""
    found = list(findings(LINK, Answer(outcome, "what it said")))
    assert [f"{each.rule.code} {each.grade.value}" for each in found] == [EXPECTED[outcome]] * 2
    assert [each.place for each in found] == list(PLACES)
    assert all(LINK.address in each.message and "what it said" in each.message for each in found)


def test_a_link_that_was_found() -> None:
    """Nothing is wrong with it."""
    assert list(findings(LINK, Answer(Outcome.FOUND, "200 OK"))) == []


def test_a_link_that_has_moved() -> None:
    """The place in the page goes with it to the new address."""
    moved = Answer(Outcome.FOUND, "200 OK", "https://b.example/")
    (first, _) = findings(LINK, moved)
    assert (first.rule.code, first.hint) == ("L062", "link to https://b.example/#c")
