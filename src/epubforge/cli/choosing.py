"""Which findings are told: those of the rules that were asked for, and not those known before."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from epubforge import __version__
from epubforge.cli.findings import Reporting
from epubforge.cli.places import from_folder
from epubforge.cli.showing import Looked
from epubforge.diagnostics import Diagnostic, Rule, names_of

SCHEMA_VERSION = 1


def check_names(reporting: Reporting) -> None:
    """Raises click.UsageError for a rule that there is not."""
    wanted = (*reporting.select, *reporting.ignore)
    if not wanted:
        return
    from epubforge.pipeline.judging import is_of_another_tool
    from epubforge.pipeline.rulebook import all_rules
    from epubforge.project.suggest import did_you_mean

    rules = all_rules()
    for name in wanted:
        if not any(_is_of(rule, name) for rule in rules) and not is_of_another_tool(name):
            near = did_you_mean(name, [n for rule in rules for n in (rule.code, rule.name)])
            raise click.UsageError(f"there is no rule {name}{near}; `epubforge explain` lists all")


def asked(looked: Looked, reporting: Reporting) -> Looked:
    """What was looked at, with the findings of the rules that are asked for.

    What stops a book is always told.
    """
    return replace(looked, found=tuple(_asked(looked.found, reporting)))


def new(looked: Looked, reporting: Reporting) -> Looked:
    """What was looked at, without the findings that the baseline lists, or is about to list.

    Raises click.UsageError for a baseline that cannot be read.
    """
    if reporting.baseline is None:
        return looked
    if reporting.write_baseline:
        return replace(looked, found=tuple(e for e in looked.found if _is_always_told(e.rule)))
    known = _read(reporting.baseline)
    return replace(looked, found=tuple(_new(looked, reporting.baseline, known)))


def write_baseline(looked: Sequence[Looked], reporting: Reporting) -> None:
    """All that was asked for and found, in the file that `--write-baseline` means.

    Raises click.UsageError where it cannot be written.
    """
    if reporting.baseline is not None and reporting.write_baseline:
        _write(reporting.baseline, looked)


def _asked(found: Sequence[Diagnostic], reporting: Reporting) -> Iterator[Diagnostic]:
    """What other tools say of one of our findings goes with it, and can bring it in."""
    for each in found:
        chosen = not reporting.select or _names(each, reporting.select)
        chosen = chosen or any(_names(other, reporting.select) for other in each.also)
        if _is_always_told(each.rule) or (chosen and not _names(each, reporting.ignore)):
            yield each


def _names(finding: Diagnostic, names: Sequence[str]) -> bool:
    known = {name.casefold() for name in names_of(finding)}
    return any(_is_of(finding.rule, name) or name.casefold() in known for name in names)


def _is_of(rule: Rule, name: str) -> bool:
    """Whether a name means a rule: its code or the beginning of it, its name or its equivalent."""
    wanted = name.casefold()
    is_code = rule.code.casefold().startswith(wanted) and len(wanted) <= len(rule.code)
    return is_code or wanted in {rule.name, (rule.equivalent or "").casefold()}


def _is_always_told(rule: Rule) -> bool:
    return rule.blocking or rule.configuration


def _new(looked: Looked, file: Path, known: frozenset[str]) -> Iterator[Diagnostic]:
    for finding, fingerprint in zip(looked.found, _fingerprints(looked, file), strict=True):
        if fingerprint not in known or _is_always_told(finding.rule):
            yield finding


def _fingerprints(looked: Looked, file: Path) -> list[str]:
    """Files are named from the baseline's folder: the same wherever the command runs."""
    from epubforge.report.fingerprint import fingerprints

    folder = Path(os.path.realpath(file)).parent
    return list(fingerprints(from_folder(looked.found, looked.home, folder)))


def _read(file: Path) -> frozenset[str]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["schema_version"] != SCHEMA_VERSION:
            raise ValueError("it was written by another version of epubforge")
        return frozenset(str(finding["fingerprint"]) for finding in content["findings"])
    except FileNotFoundError:
        raise click.UsageError(
            f"there is no baseline {file}; --write-baseline beside --baseline {file} makes it"
        ) from None
    except OSError as fault:
        raise click.UsageError(f"{file} cannot be read: {fault.strerror or fault}") from fault
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise click.UsageError(f"{file} is no baseline of epubforge: {fault}") from fault


def _write(file: Path, looked: Sequence[Looked]) -> None:
    content = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "epubforge", "version": __version__},
        "findings": [entry for each in looked for entry in _entries(each, file)],
    }
    try:
        text = json.dumps(content, indent=1) + "\n"
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise click.UsageError(f"{file} cannot be written: {fault.strerror or fault}") from fault


def _entries(looked: Looked, file: Path) -> Iterator[Mapping[str, str]]:
    from epubforge.report.places import locate

    folder = Path(os.path.realpath(file)).parent
    found = from_folder(looked.found, looked.home, folder)
    for finding, fingerprint in zip(found, _fingerprints(looked, file), strict=True):
        if not _is_always_told(finding.rule):
            yield {
                "fingerprint": fingerprint,
                "code": finding.rule.code,
                "file": locate(finding).file,
                "message": finding.message,
            }
