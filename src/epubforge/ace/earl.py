"""Ace's report, in EARL written as JSON, read whole: every failed assertion at any depth.

https://daisy.github.io/ace/docs/report-json/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

_FAILED = "fail"


class ReportUnreadable(Exception):  # noqa: N818  it says what is the case
    """A text is no report of Ace; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One test that a document, or a place in it, has failed."""

    subject: str
    """The document, as Ace names it."""
    code: str
    """The id of Ace's rule: `image-alt`."""
    impact: str | None
    """`critical`, `serious`, `moderate` or `minor`."""
    by_axe: bool
    """It comes from axe, which looks at pages in a browser, and not from Ace itself."""
    test: str = ""
    """What is tested."""
    said: str = ""
    """What was found, perhaps in several lines."""
    remedy: str = ""
    """What the help is called: with axe the rule itself, with Ace what to do."""
    help_title: str = ""
    help_url: str = ""
    cfi: str = ""
    """The place: an EPUB CFI inside the document."""
    css: str = ""
    """The place as a selector."""
    html: str = ""
    """The element's beginning."""


@dataclass(frozen=True, slots=True)
class Report:
    """What Ace says of a book."""

    subjects: frozenset[str]
    """All documents that it has looked at."""
    failed: tuple[Assertion, ...]
    """In the report's order."""


def read_report(content: bytes) -> Report:
    """The report that Ace wrote. Raises ReportUnreadable."""
    try:
        whole = msgspec.json.decode(content, type=_Node)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReportUnreadable(f"its report cannot be read: {error}") from error
    failed = tuple(each for node in whole.assertions for each in _failed(node, ""))
    if whole.result.outcome == _FAILED and not failed:
        raise ReportUnreadable("its report says that the book fails, and not in what")
    return Report(frozenset(_subjects(whole.assertions)), failed)


class _Subject(msgspec.Struct):
    url: str = ""


class _Pointer(msgspec.Struct):
    cfi: list[str] = []
    css: list[str | list[str]] = []


class _Result(msgspec.Struct):
    outcome: str = msgspec.field(name="earl:outcome", default="")
    description: str = msgspec.field(name="dct:description", default="")
    pointer: _Pointer = msgspec.field(name="earl:pointer", default_factory=_Pointer)
    html: str = ""


class _Help(msgspec.Struct):
    url: str = ""
    title: str = msgspec.field(name="dct:title", default="")
    description: str = msgspec.field(name="dct:description", default="")


class _Test(msgspec.Struct):
    impact: str | None = msgspec.field(name="earl:impact", default=None)
    title: str = msgspec.field(name="dct:title", default="")
    description: str = msgspec.field(name="dct:description", default="")
    help: _Help = msgspec.field(default_factory=_Help)


class _Node(msgspec.Struct):
    """An assertion, or a report: either may hold assertions."""

    subject: _Subject | None = msgspec.field(name="earl:testSubject", default=None)
    result: _Result = msgspec.field(name="earl:result", default_factory=_Result)
    test: _Test | None = msgspec.field(name="earl:test", default=None)
    asserted_by: object = msgspec.field(name="earl:assertedBy", default=None)
    assertions: list[_Node] = []


def _subjects(nodes: Sequence[_Node]) -> Iterator[str]:
    for node in nodes:
        if node.subject is not None:
            yield node.subject.url
        yield from _subjects(node.assertions)


def _failed(node: _Node, around: str) -> Iterator[Assertion]:
    """A node with assertions inside sums them up; the others are what is asserted."""
    subject = node.subject.url if node.subject else around
    for each in node.assertions:
        yield from _failed(each, subject)
    if not node.assertions and node.result.outcome == _FAILED:
        yield _assertion(node, subject)


def _assertion(node: _Node, subject: str) -> Assertion:
    test, result = node.test or _Test(), node.result
    css = result.pointer.css[0] if result.pointer.css else ""
    return Assertion(
        subject,
        test.title or "unnamed",
        test.impact,
        str(node.asserted_by).casefold() == "axe",
        test.description,
        result.description,
        test.help.description,
        test.help.title,
        test.help.url,
        result.pointer.cfi[0] if result.pointer.cfi else "",
        css if isinstance(css, str) else " ".join(css),
        result.html,
    )
