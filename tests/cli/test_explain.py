"""`epubforge explain`: the list of rules, and the page of each."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from epubforge.checks.accessibility.image_without_alt import RULE
from epubforge.cli.explain import explain
from epubforge.cli.rules import all_rules


def explained(*arguments: str) -> Result:
    """What the command says."""
    return CliRunner().invoke(explain, arguments, standalone_mode=False)


@pytest.mark.parametrize("code", ["A001", "a001", "image-without-alt", "Image-Without-ALT"])
def test_page_of_a_rule(code: str) -> None:
    """A rule is found by code or name, in any case; its page follows code, name and grade."""
    result = explained(code)
    assert result.exit_code == 0
    nature = "error, Ace: image-alt, fails WCAG 1.1.1, level A"
    assert result.stdout == f"A001 image-without-alt\n{nature}\n\n{RULE.page.strip()}\n"


def test_message_of_epubcheck() -> None:
    """An id of EPUBCheck shows the pages of all rules that stand for it."""
    stand = [rule for rule in all_rules() if rule.equivalent == "OPF-060"]
    shown = explained("opf-060").stdout
    assert [rule for rule in stand if f"{rule.code} {rule.name}\n" not in shown] == []
    assert "C020 entry-name-repeated\n" in shown


def test_rule_of_ace() -> None:
    """So does an id of Ace."""
    assert "A002 heading-level-skipped\n" in explained("heading-order").stdout


def test_list_of_all_rules() -> None:
    """Without a code every rule is listed once, under its family, with its grade."""
    lines = explained().stdout.splitlines()
    assert "Accessibility" in lines
    for rule in all_rules():
        grade = f"{rule.severity.value}, blocking" if rule.blocking else rule.severity.value
        shown = [line.split(maxsplit=2) for line in lines]
        assert shown.count([rule.code, rule.name, grade]) == 1


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("A-001", "did you mean A001 image-without-alt?"),
        ("image-with-alt", "did you mean A001 image-without-alt?"),
        ("", "there is no rule ; epubforge explain lists them all"),
        ("\x1b[31m", "there is no rule \\x1b[31m; epubforge explain lists them all"),
    ],
)
def test_unknown_rule(code: str, answer: str) -> None:
    """An unknown code is refused with the nearest one, and never steers the terminal."""
    result = explained(code)
    assert result.exception is not None
    assert answer in getattr(result.exception, "message", "")
