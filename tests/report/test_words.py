"""A finding in one sentence."""

from __future__ import annotations

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.report.places import locate
from epubforge.report.words import also, sentence
from epubforge.source import EntryPlace

OURS = Rule("A002", "heading-level-skipped", Severity.WARNING, "")
THEIRS = Rule("X001", "ace-error", Severity.ERROR, "")
PLACE = EntryPlace("a.epub", "a.xhtml", 3, 1)
ACE = Diagnostic(THEIRS, PLACE, "no order", "read it", origin="ace", source_code="heading-order")


def test_who_says_it_too_stands_before_the_hint() -> None:
    """With the place inside the book, which formats of one line have no field for."""
    both = Diagnostic(OURS, PLACE, "it skips", "make it 2", also=(ACE,))
    assert sentence(both, locate(both)) == (
        "it skips, in a.xhtml:3:1 (also: Ace heading-order) (hint: make it 2)"
    )


def test_what_only_they_say_has_their_name_for_it() -> None:
    """So that it can be looked up."""
    assert sentence(ACE, locate(ACE)) == (
        "no order (heading-order), in a.xhtml:3:1 (hint: read it)"
    )


def test_ids_move_no_terminal() -> None:
    """Whatever another program may write."""
    wild = Diagnostic(THEIRS, PLACE, "x", origin="ace", source_code="\x1b[31m")
    assert also(Diagnostic(OURS, PLACE, "x", also=(wild,))) == "Ace \\x1b[31m"
