"""What a finding is known by from one run to the next, wherever its line has moved to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from epubforge.diagnostics import Diagnostic
from epubforge.report.places import locate
from epubforge.source import Span

_BYTES = 16


def fingerprints(findings: Iterable[Diagnostic]) -> Iterator[str]:
    """For each finding, in their order, a name of 32 hexadecimal digits that no other has.

    It is made of the rule, the file, the message and the text of the line, not of the line's
    number. Findings that are equal in all of these are told apart by their order.
    """
    seen: Counter[bytes] = Counter()
    for finding in findings:
        content = _content(finding)
        seen[content] += 1
        yield _digest(content + b"\0%d" % seen[content])


def _content(finding: Diagnostic) -> bytes:
    location = locate(finding)
    parts = (finding.rule.code, finding.source_code or "", location.file, location.page or "",
             finding.message, _line(finding))  # fmt: skip
    return "\0".join(parts).encode("utf-8", "surrogatepass")


def _line(finding: Diagnostic) -> str:
    """The line of the manuscript that the finding begins in."""
    place = finding.place
    if not isinstance(place, Span):
        return ""
    text = place.source.text
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.start)
    return text[start : end if end >= 0 else len(text)].strip()


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=_BYTES).hexdigest()
