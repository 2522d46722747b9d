"""A sheet of descriptions as XLSX; the one door to openpyxl."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from epubforge.descriptions.formulas import unguarded
from epubforge.descriptions.sheet import HEADS, Answer, SheetError, answers, as_text

_WIDTHS = (14, 30, 28, 40, 60, 12, 60, 50)
"""Of the columns, in letters."""
_WRITABLE = {"alt", "decorative", "longdesc"}
_MOST_BYTES, _MOST_ROWS, _LONGEST_CELL = 300_000_000, 100_000, 32_767
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def written(sheet: Sequence[Sequence[str]]) -> bytes:
    """The file: heads that stay, texts that wrap, the columns to be filled in marked."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.worksheets[0]
    page.title = "descriptions"
    for number, row in enumerate(sheet, 1):
        for column, text in enumerate(row, 1):
            cell = page.cell(number, column)
            cell.value = _UNWRITABLE.sub("\ufffd", text)[:_LONGEST_CELL]
            cell.data_type = "s"  # never a formula, whatever it begins with
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if number == 1:
                cell.font = Font(bold=True)
            if HEADS[column - 1] in _WRITABLE:
                cell.fill = PatternFill("solid", fgColor="FFF6DC")
    for column, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.column_dimensions["A"].hidden = True
    page.freeze_panes = "C2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(name: str, data: bytes) -> list[Answer]:
    """The answers of a file. Raises SheetError where it is no XLSX, or not a sheet of ours."""
    try:
        sheet = _cells(data)
    except SheetError:
        raise
    except Exception as error:  # whatever openpyxl raises over a damaged file
        raise SheetError(f"is no XLSX file that can be read: {error}") from error
    return answers(sheet, as_text(name, sheet)[1])


def _cells(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _MOST_BYTES:
            raise SheetError("is larger than any sheet of descriptions")
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for page in book.worksheets:
        rows = page.iter_rows(values_only=True, max_row=_MOST_ROWS, max_col=64)
        sheet = [[_text(value) for value in row] for row in rows]
        if sheet and "key" in [head.strip().casefold() for head in sheet[0]]:
            return sheet
    return []


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
    return unguarded(text)
