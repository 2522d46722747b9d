"""A plate's texts put into a caption table in TOML; all the rest of it stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from epubforge.descriptions.row import Texts
from epubforge.diagnostics import Replacement
from epubforge.model.picture import Caption
from epubforge.project.caption_writing import toml_text


def replacements(row: Caption, before: Texts, wanted: Texts) -> tuple[Replacement, ...]:
    """What changes in the row where its descriptions do."""
    return put(
        row,
        {
            name: value
            for name, old, text, value in (
                ("alt", before.alt, wanted.alt, toml_text(wanted.alt)),
                (
                    "decorative", before.decorative, wanted.decorative,
                    str(wanted.decorative).lower(),
                ),
                ("longdesc", before.longdesc, wanted.longdesc, toml_text(wanted.longdesc)),
            )
            if old != text
        },
    )  # fmt: skip


def put(row: Caption, values: Mapping[str, str]) -> tuple[Replacement, ...]:
    """What changes in the row: values of TOML in their places, new keys behind the file's."""
    made: list[Replacement] = []
    new: list[str] = []
    for name, value in values.items():
        if name in row.spans:
            made.append(Replacement(row.spans[name], value))
        else:
            new.append(f"{name} = {value}")
    if new:
        made.append(_behind_file(row, new))
    return tuple(made)


def _behind_file(row: Caption, new: list[str]) -> Replacement:
    source, file = row.span.source, row.at("file")
    if source.text[row.span.start : row.span.start + 1] == "{":
        return Replacement(source.span(file.end), "".join(f", {each}" for each in new))
    line = re.compile(r"[^\n]*").match(source.text, file.end)
    end = line.end() if line else file.end
    return Replacement(source.span(end), "".join(f"\n{each}" for each in new))
