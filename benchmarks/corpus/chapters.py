"""Chapters in Markdown: headings, paragraphs, dialogue, quotations, lists, tables, code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.prose import Prose
from corpus.vocabulary import NAMES


def write_chapter(prose: Prose, words: int) -> str:
    """A chapter of at least so many words; `prose.count` is how many it has become."""
    stream = prose.stream
    blocks = [f"# {prose.title()}"]
    next_section = stream.between(900, 1800)
    while prose.count < words:
        if prose.count >= next_section:
            level = "##" if stream.chance(0.75) else "###"
            blocks.append(f"{level} {prose.title()}")
            next_section = prose.count + stream.between(900, 1800)
        chosen = stream.real()
        block = next((make for limit, make in BLOCKS if chosen < limit), _code)
        blocks.append(block(prose))
    return "\n\n".join([*blocks, *prose.notes]) + "\n"


def _quotation(prose: Prose) -> str:
    body = prose.paragraph().replace("\n", "\n> ")
    return f"> {body}\n>\n> --- {prose.stream.pick(NAMES)}"


def _listing(prose: Prose) -> str:
    ordered = prose.stream.chance(0.4)
    lines = []
    for number in range(1, prose.stream.between(3, 7) + 1):
        marker = f"{number}." if ordered else "-"
        lines.append(f"{marker} {prose.phrase(3, 14)}")
        if not ordered and prose.stream.chance(0.15):
            lines.append(f"    - {prose.phrase(3, 9)}")
    return "\n".join(lines)


def _scene_break(_: Prose) -> str:
    return "* * *"


def _table(prose: Prose) -> str:
    columns = prose.stream.between(2, 5)
    rule = [prose.stream.pick(["---", ":--", "--:", ":-:"]) for _ in range(columns)]
    rows = [_row([prose.phrase(1, 2) for _ in rule]), _row(rule)]
    for _ in range(prose.stream.between(3, 9)):
        rows.append(_row([prose.phrase(1, 4) for _ in rule]))
    return "\n".join(rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _code(prose: Prose) -> str:
    return f"```text\n{prose.phrase(8, 16)}\n{prose.phrase(4, 12)}\n```"


BLOCKS: tuple[tuple[float, Callable[[Prose], str]], ...] = (
    (0.70, Prose.paragraph),
    (0.93, Prose.dialogue),
    (0.96, _quotation),
    (0.98, _listing),
    (0.99, _scene_break),
    (0.995, _table),
)
"""Below which random number a block is which; code has the rest."""
