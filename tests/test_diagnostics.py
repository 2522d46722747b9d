"""Findings: how they are judged and ordered."""

from __future__ import annotations

from epubforge.diagnostics import Policy, Rule, Severity, blocks, judge
from epubforge.source import SourceFile

WARNING = Rule("T001", "a-fault", Severity.WARNING, "A fault.")
BLOCKING = Rule("T002", "a-grave-fault", Severity.ERROR, "A grave fault.", blocking=True)
TEXT = SourceFile("manuscript/1.md", "one\ntwo\n")


def test_findings_come_in_reading_order_and_once() -> None:
    """The order is that of the manuscript; the same fault at the same place counts once."""
    later, earlier = WARNING.at(TEXT.span(4), "two"), WARNING.at(TEXT.span(0), "one")
    assert [d.message for d in judge([later, earlier, later], Policy())] == ["one", "two"]


def test_a_rule_can_be_ignored_by_code_or_name_unless_it_blocks() -> None:
    """An ignored rule is silent; one without which the book would be wrong cannot be ignored."""
    found = [WARNING.at(TEXT.span(0), "one"), BLOCKING.at(TEXT.span(4), "two")]
    for ignored in ("T001", "a-fault", "T002", "a-grave-fault"):
        codes = [d.rule.code for d in judge(found, Policy(frozenset({ignored})))]
        assert codes == (["T002"] if ignored in {"T001", "a-fault"} else ["T001", "T002"])


def test_only_blocking_findings_withhold_a_book() -> None:
    """An error alone does not stop a book; a blocking finding does."""
    assert not blocks([WARNING.at(TEXT.span(0), "one")])
    assert blocks([BLOCKING.at(TEXT.span(0), "two")])
