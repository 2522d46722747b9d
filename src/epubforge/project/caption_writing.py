"""Captions turned into a table for the author to go on with: TOML, or CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from epubforge.model.picture import Caption
from epubforge.project.captions import ROW

_HEAD = """\
# The plates, each with what is to be read of it and heard of it. What stands here counts; what a
# plate has no key for is taken from its file, where the file says it.
#
# caption     what stands below the picture, in Markdown
# alt         what is to be seen, for those who cannot see it: one sentence, 140 characters at most;
#             no names and dates, which stand in the caption; no "picture of"
# longdesc    where one sentence is not enough: more, on a page that a link leads to
# decorative  true, instead of alt: the picture tells nothing
# credit, rights, date, place, people = ["…", "…"], group, withheld: see the guide, "Photobooks"
#
# To write the descriptions in a spreadsheet: epubforge alt export
"""
_COLUMNS = tuple(key.name for key in ROW.keys if key.name not in {"spread", "withheld", "notice"})


def as_toml(rows: Sequence[Caption]) -> str:
    """One `[[picture]]` for each, with an empty `alt` where there is none, to be filled in."""
    return _HEAD + "".join(f"\n{row_as_toml(row)}" for row in rows)


def row_as_toml(row: Caption) -> str:
    """The `[[picture]]` of a row, with its line end."""
    lines = ["[[picture]]", f"file = {toml_text(row.file)}"]
    for name, text in _texts(row).items():
        if text or name == "alt":
            lines.append(f"{name} = {toml_text(text)}")
    if row.decorative:
        lines.append("decorative = true")
    if row.people:
        lines.append(f"people = [{', '.join(map(toml_text, row.people))}]")
    return "\n".join(lines) + "\n"


def toml_text(text: str) -> str:
    """A text as a basic string of TOML, whose escapes are JSON's and one more."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def as_csv(rows: Sequence[Caption]) -> bytes:
    """A table that spreadsheets open with all letters right: UTF-8 with a byte-order mark."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in rows:
        cells = {**_texts(row), "file": row.file, "people": "; ".join(row.people)}
        cells["decorative"] = "yes" if row.decorative else ""
        writer.writerow([cells[name] for name in _COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _texts(row: Caption) -> dict[str, str]:
    return {
        "caption": row.caption, "alt": row.alt, "longdesc": row.longdesc, "credit": row.credit,
        "rights": row.rights, "date": row.date, "place": row.place, "group": row.group,
    }  # fmt: skip
