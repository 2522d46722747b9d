"""Every rule of the program as people read it, and the pages of docs/rules."""

from __future__ import annotations

import sys
from inspect import cleandoc
from pathlib import Path

from epubforge.diagnostics import Rule
from epubforge.pipeline.rulebook import FAMILIES, all_rules

__all__ = ["FAMILIES", "all_rules"]

SECTIONS = ("Why it matters", "Bad", "Good", "Reference")
EXAMPLES = ("Bad", "Good")


def families(rules: tuple[Rule, ...]) -> dict[str, list[Rule]]:
    """The rules under the titles of their families; families without rules are left out."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(FAMILIES[rule.code[0]], []).append(rule)
    return found


def documents(rules: tuple[Rule, ...]) -> dict[str, str]:
    """The files of docs/rules by their names: a page for each rule, and the list."""
    pages = {f"{rule.code}-{rule.name}.md": _document(rule) for rule in rules}
    return {"README.md": _list(rules), **pages}


def nature(rule: Rule) -> str:
    """How grave a rule's findings are, in words: `error, blocking: no book is written`."""
    consequences = [rule.severity.value]
    if rule.blocking:
        consequences.append("blocking: no book is written")
    if rule.configuration:
        consequences.append("a fault of the settings: exit code 2")
    if rule.needs_tool:
        consequences.append("something is not installed: exit code 3")
    if rule.equivalent:
        consequences.append(f"EPUBCheck: {rule.equivalent}")
    if rule.ace:
        consequences.append(f"Ace: {', '.join(rule.ace)}")
    if rule.criterion:
        consequences.append(f"fails {rule.criterion.name}, level {rule.criterion.level}")
    return ", ".join(consequences)


def page(rule: Rule) -> str:
    """The rule's page as it is shown: sections flush left, whatever the indent in the source."""
    return cleandoc(rule.page)


def grade(rule: Rule) -> str:
    """How grave a rule's findings are, in a word or two: `error, blocking`."""
    return f"{rule.severity.value}, blocking" if rule.blocking else rule.severity.value


def first_sentence(rule: Rule) -> str:
    """What the rule finds: the page up to its first empty line, as one line."""
    return " ".join(page(rule).partition("\n\n")[0].split())


def _document(rule: Rule) -> str:
    lines = [f"# {rule.code} {rule.name}", "", f"*{nature(rule)}*", ""]
    indent = ""
    for line in page(rule).splitlines():
        if line in SECTIONS:
            lines += ["", f"## {line}", ""] if lines[-1] else [f"## {line}", ""]
            # What stands indented under a heading is code to Markdown: right for examples only.
            indent = "" if line in EXAMPLES else "    "
        else:
            lines.append(line.removeprefix(indent))
    return "\n".join(lines) + "\n"


def _list(rules: tuple[Rule, ...]) -> str:
    lines = [
        "# Rules",
        "",
        "What epubforge finds, by family. `epubforge explain CODE` shows the same pages.",
        "These files are written by `python -m epubforge.cli.rules docs/rules`.",
    ]
    for title, members in families(rules).items():
        lines += ["", f"## {title}", "", "| code | name | severity | finds |", "|---|---|---|---|"]
        lines += [_row(rule) for rule in members]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    link = f"[{rule.code}]({rule.code}-{rule.name}.md)"
    sentence = first_sentence(rule).replace("|", "\\|")
    return f"| {link} | {rule.name} | {grade(rule)} | {sentence} |"


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    written = documents(all_rules())
    for stale in folder.glob("*.md"):
        if stale.name not in written:
            stale.unlink()
    for name, content in written.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write(Path(sys.argv[1]))
