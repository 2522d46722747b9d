"""`epubforge explain`: what a rule finds, why it matters, and how to mend it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from epubforge.cli.options import console_options

if TYPE_CHECKING:
    from epubforge.diagnostics import Rule


@click.command(
    epilog="Examples:\n\n\b\n"
    "  epubforge explain A001\n"
    "  epubforge explain image-without-alt\n"
    "  epubforge explain\n"
)
@click.argument("code", required=False)
@console_options
def explain(code: str | None) -> int:
    """Say what the rule CODE finds, why it matters, and how to mend it.

    CODE is a rule's code or name, or a message of EPUBCheck or rule of Ace that our rules stand
    for (RSC-016, heading-order); without it all rules are listed.
    """
    # Walking the rooms imports all of them: not before a rule is asked for.
    from epubforge.cli.rules import all_rules

    rules = all_rules()
    sys.stdout.write(_list(rules) if code is None else "\n".join(map(_page, _find(code, rules))))
    return 0


def _find(code: str, rules: tuple[Rule, ...]) -> list[Rule]:
    """The rule of that code or name, or all that stand for that message of EPUBCheck or Ace."""
    wanted = code.strip().casefold()
    found = [r for r in rules if wanted in (r.code.casefold(), r.name)]
    found = found or [r for r in rules if wanted and wanted in _abroad(r)]
    if not found:
        raise click.ClickException(f"there is no rule {_shown(code)}{_near(wanted, rules)}")
    return found


def _abroad(rule: Rule) -> tuple[str, ...]:
    """What other tools call a rule's fault."""
    return ((rule.equivalent or "").casefold(), *rule.ace)


def _near(wanted: str, rules: tuple[Rule, ...]) -> str:
    from difflib import get_close_matches

    names = {rule.name: rule for rule in rules} | {rule.code.casefold(): rule for rule in rules}
    near = [names[name] for name in get_close_matches(wanted, names, 1)]
    if near:
        return f"; did you mean {near[0].code} {near[0].name}?"
    return "; epubforge explain lists them all"


def _shown(code: str) -> str:
    from epubforge.report.safe import printable, visible

    return printable(visible(code), sys.stderr.encoding or "ascii")


def _page(rule: Rule) -> str:
    from epubforge.cli.rules import nature, page

    return f"{rule.code} {rule.name}\n{nature(rule)}\n\n{page(rule)}\n"


def _list(rules: tuple[Rule, ...]) -> str:
    from epubforge.cli.rules import families

    width = max((len(rule.name) for rule in rules), default=0)
    lines: list[str] = []
    for title, members in families(rules).items():
        lines += [title, *(_line(rule, width) for rule in members), ""]
    return "\n".join(lines)


def _line(rule: Rule, width: int) -> str:
    from epubforge.cli.rules import grade

    return f"  {rule.code}  {rule.name:<{width}}  {grade(rule)}"
