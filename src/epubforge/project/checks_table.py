"""The table [checks] of book.toml: which findings count, and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from epubforge.diagnostics import Ignore, Policy
from epubforge.model.project import FailOn
from epubforge.project.kinds import Choice, FileName, Listing, Read, Schema, Wanted
from epubforge.project.natural import nfc
from epubforge.project.node import Node
from epubforge.project.record import Entries, Key, Record


@dataclass(frozen=True, slots=True)
class ChecksTable:
    """[checks]: what is passed over, and from where on a finding makes the exit code 1."""

    policy: Policy = field(default_factory=Policy)
    fail_on: FailOn = "error"
    profile: tuple[Wanted, ...] = ()
    """Names and files of profiles; empty: the universal one."""


IGNORED_FILE = Key(
    "file",
    FileName(),
    "A file or a glob, from the manuscript or from the project's root; a folder means all in it.",
    required=True,
)
CODES = Key(
    "codes",
    Listing(FileName(), or_one=True),
    "Codes or names of rules that are passed over in it.",
    required=True,
)


def _in_file(entries: Entries) -> tuple[Ignore, ...]:
    file = entries.get(IGNORED_FILE, None)
    codes: tuple[Wanted, ...] = entries.get(CODES, ())
    if file is None:
        return ()
    return tuple(Ignore(code.name, code.span, _glob(file.name)) for code in codes)


def _glob(written: str) -> str:
    parts = [part for part in nfc(written).split("/") if part not in {"", "."}]
    if written.endswith("/"):
        parts.append("**")
    return "/".join([*parts, "*"] if parts[-1:] == ["**"] else parts)


_IN_FILE = Record((IGNORED_FILE, CODES), _in_file)
_ITEM: Schema = {"anyOf": [{"type": "string", "minLength": 1}, _IN_FILE.schema()]}


def _read_ignore(node: Node) -> tuple[Ignore, ...]:
    if isinstance(node.value, dict):
        return _IN_FILE.read(node)
    return (Ignore(node.text("a rule's code, or a table with file and codes"), node.span),)


IGNORE = Key(
    "ignore",
    Listing(Read(_read_ignore, _ITEM)),
    "Codes or names of rules that are passed over: in the whole book, or in some files.",
)
_FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "note", "never")
FAIL_ON = Key("fail_on", Choice(_FAIL_ON), "From which severity on the exit code is 1; error.")

PROFILE = Key(
    "profile",
    Listing(FileName(), or_one=True),
    "The shops that the book is for: a profile's name, or its file; universal without it.",
)


def _checks(entries: Entries) -> ChecksTable:
    ignores = tuple(each for item in entries.get(IGNORE, ()) for each in item)
    everywhere = frozenset(each.rule for each in ignores if each.files is None)
    return ChecksTable(
        Policy(everywhere, ignores), entries.get(FAIL_ON, _FAIL_ON[0]), entries.get(PROFILE, ())
    )


CHECKS = Record((PROFILE, IGNORE, FAIL_ON), _checks)
