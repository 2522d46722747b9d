"""The bibliography and the citation style of [markdown] turned into their texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from epubforge.diagnostics import Reporter
from epubforge.project.markdown_table import MarkdownTable
from epubforge.project.reading import text_inside
from epubforge.source import SourceFile, Span

DEFAULT = "chicago-author-date"


@dataclass(frozen=True, slots=True)
class References:
    """What citations are made from."""

    bibliography: tuple[SourceFile, ...]
    style: str = DEFAULT
    """A style's name, or the path of the file that is one."""
    style_file: SourceFile | None = None
    style_span: Span | None = None

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """All of it that lies in the project."""
        return (*self.bibliography, *((self.style_file,) if self.style_file else ()))


def read_references(root: Path, table: MarkdownTable, reporter: Reporter) -> References:
    """The texts of the bibliography, each once, and of the style; missing ones are reported."""
    texts = [text_inside(root, wanted, reporter) for wanted in table.bibliography]
    bibliography = tuple({text.path: text for text in texts if text is not None}.values())
    style = table.citation_style
    if style is None:
        return References(bibliography)
    if not style.name.lower().endswith(".csl"):
        return References(bibliography, style.name, None, style.span)
    file = text_inside(root, style, reporter)
    return References(bibliography, file.path if file else DEFAULT, file, style.span)
