"""Which findings are told, where other tools name the same faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from epubforge.cli.choosing import asked
from epubforge.cli.findings import Reporting
from epubforge.cli.showing import Looked
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.source import EntryPlace

OURS = Rule("A002", "heading-level-skipped", Severity.WARNING, "", ace=("heading-order",))
THEIRS = Rule("X001", "ace-error", Severity.ERROR, "")
PLACE = EntryPlace("a.epub", "a.xhtml", 3, 1)
TWIN = Diagnostic(THEIRS, PLACE, "t", origin="ace", source_code="heading-order")
ALONE = Diagnostic(THEIRS, PLACE, "s", origin="ace", source_code="link-name")
BOTH = Diagnostic(OURS, PLACE, "o", also=(TWIN,))


@pytest.mark.parametrize(
    ("select", "ignore", "told"),
    [
        ((), (), "os"),
        (("X",), (), "os"),
        (("heading-order",), (), "o"),
        (("ace-link-name",), (), "s"),
        (("A002",), (), "o"),
        (("A001",), (), ""),
        ((), ("A",), "s"),
        ((), ("ace-link-name",), "o"),
        ((), ("X001",), "o"),
    ],
)
def test_others_bring_ours_in_and_do_not_take_it_away(
    select: tuple[str, ...], ignore: tuple[str, ...], told: str
) -> None:
    """Who asks for what Ace says gets it where it is told inside ours; ours is ignored by name."""
    looked = Looked(Path("a.epub"), (BOTH, ALONE))
    found = asked(looked, Reporting(select=select, ignore=ignore)).found
    assert "".join(each.message for each in found) == told
