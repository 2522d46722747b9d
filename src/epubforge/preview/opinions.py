"""What other checkers say of a packed book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from epubforge.diagnostics import Diagnostic, ExtraMissing
from epubforge.pipeline.opinions import Asked, Others
from epubforge.pipeline.opinions import opinions as asked
from epubforge.pipeline.origin import to_manuscript
from epubforge.pipeline.run import Run
from epubforge.preview.making import Packed


@dataclass(frozen=True, slots=True)
class Missing:
    """A checker that is not installed, and what installs it."""

    tool: str
    command: str


@dataclass(frozen=True, slots=True)
class Opinions:
    """What was said, and who could not be asked."""

    found: tuple[Diagnostic, ...] = ()
    missing: tuple[Missing, ...] = ()


ASKED: Mapping[str, tuple[str, Others]] = {
    "epubcheck": ("EPUBCheck", Others(epubcheck=True)),
    "ace": ("Ace", Others(ace=True)),
}
"""Who can be asked, if it is installed: how a wish names it, and its own name."""


def opinions(packed: Packed, wish: Mapping[str, object]) -> Opinions:
    """What those say of a book who are wished for, at its places in the manuscript."""
    wanted = [ASKED[name] for name in ASKED if wish.get(name)]
    if packed.content is None or not wanted:
        return Opinions()
    found: list[Diagnostic] = []
    missing: list[Missing] = []
    with TemporaryDirectory(prefix="epubforge-check-", ignore_cleanup_errors=True) as folder:
        book = Path(folder) / packed.name
        book.write_bytes(packed.content)
        for tool, others in wanted:
            try:
                (said,) = asked([Asked(book)], Run(), others)
                found += said
            except ExtraMissing as refusal:
                missing.append(Missing(tool, str(refusal)))
    publication = packed.publication
    if publication is not None:
        found = [to_manuscript(each, publication) for each in found]
    return Opinions(tuple(found), tuple(missing))
