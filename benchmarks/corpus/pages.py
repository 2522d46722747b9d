"""The pages of a photobook: each with a portrait's name, picture, caption and some prose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from corpus.kinds import Kind, file_name
from corpus.prose import Prose
from corpus.vocabulary import NAMES, make_vocabulary


def write_pages(folder: Path, seed: int, kinds: Sequence[Kind]) -> None:
    """Write a Markdown file for each picture."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = make_vocabulary(seed)
    for number, kind in enumerate(kinds, 1):
        # Far from the numbers of a novel's chapters: no page has a chapter's text.
        prose = Prose(vocabulary, seed, 100_000 + number, 1)
        page = _page(prose, kind, file_name(number, kind))
        (folder / f"portrait{number:04d}.md").write_text(page, encoding="utf-8")


def _page(prose: Prose, kind: Kind, file: str) -> str:
    stream = prose.stream
    family = prose.word().capitalize() + stream.pick(["", "ova", "sen", "ini", "eau"])
    name = f"{stream.pick(NAMES)} {family}"
    year = stream.between(1950, 2020)
    caption = f"{name}, photographed in {year}; {prose.phrase(4, 12)}."
    alt = f"Portrait of {name}: head and shoulders, {prose.phrase(3, 9)}."
    body = "\n\n".join([prose.paragraph() for _ in range(stream.between(1, 3))])
    notes = "\n\n".join(prose.notes)
    fields = {
        "title": name,
        "image": f"images/{file}",
        "caption": caption,
        "alt": alt,
        "kind": kind,
    }
    front = "\n".join(f"{key}: {_quoted(value)}" for key, value in fields.items())
    figure = f'![{alt}](../images/{file} "{caption}")'
    page = f"---\n{front}\n---\n\n# {name}\n\n{figure}\n\n{body}\n"
    return page + (f"\n{notes}\n" if notes else "")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
