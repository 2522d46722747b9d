"""What findings are known by from one run to the next."""

from __future__ import annotations

from epubforge.diagnostics import Rule, Severity
from epubforge.report.fingerprint import fingerprints
from epubforge.source import SourceFile

RULE = Rule("L001", "dead-link", Severity.ERROR, "")


def known_by(text: str, *starts: int, path: str = "a.md") -> list[str]:
    source = SourceFile(path, text)
    return list(fingerprints(RULE.at(source.span(at, at + 3), "leads nowhere") for at in starts))


def test_a_line_that_moved_is_known_again() -> None:
    """Lines put before it change nothing; another text, or another file, is another finding."""
    (before,) = known_by("one\nsee [a](b)\n", 8)
    assert known_by("zero\n\none\nsee [a](b)\n", 14) == [before]
    assert known_by("one\nsaw [a](b)\n", 8) != [before]
    assert known_by("one\nsee [a](b)\n", 8, path="b.md") != [before]


def test_equal_findings_are_told_apart_by_their_order() -> None:
    """Two of a kind in equal lines have two names, the first the same as if it were alone."""
    text = "see [a](b)\nsee [a](b)\n"
    first, second = known_by(text, 4, 15)
    assert first != second
    assert [first] == known_by(text, 4)
