"""Findings with what mends them, where the whole book has to be known for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from epubforge.diagnostics import Diagnostic, Fix
from epubforge.fixes.bench import Bench
from epubforge.fixes.block_end import of_block
from epubforge.fixes.destination import of_case, of_fragment, of_link, of_picture
from epubforge.fixes.header_tabs import of_header
from epubforge.fixes.twin_id import of_id
from epubforge.model.document import Document
from epubforge.model.project import Project

FIXES: Mapping[str, Callable[[Diagnostic, Bench], Fix | None]] = {
    "header-unreadable": of_header,
    "block-never-closed": of_block,
    "id-used-twice": of_id,
    "dead-link": of_link,
    "dead-fragment": of_fragment,
    "name-in-other-case": of_case,
    "missing-picture": of_picture,
    "picture-outside-project": of_picture,
}
"""By the names of the rules; others bring their fixes with their findings."""


def with_fixes(
    found: Iterable[Diagnostic], project: Project, documents: Sequence[Document]
) -> tuple[Diagnostic, ...]:
    """The findings in their order, each with its fix where it has one."""
    bench = Bench(project, documents)
    return tuple(_with_fix(finding, bench) for finding in found)


def _with_fix(finding: Diagnostic, bench: Bench) -> Diagnostic:
    make = FIXES.get(finding.rule.name)
    if make is None or finding.fix is not None:
        return finding
    return replace(finding, fix=make(finding, bench))
