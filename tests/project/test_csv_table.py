"""Caption tables as spreadsheets of all kinds save them."""

from __future__ import annotations

import pytest

from epubforge.project.caption_csv import read_csv
from epubforge.project.captions import ROW

NAMES = [key.name for key in ROW.keys]
TEXT = 'File,Alt Text,Decorative,CAPTION\n001.jpg,"Müller, naïve",no,"One\ntwo"\n\n,,,\n2.png,,x,\n'
EXPECTED = {
    "picture": [
        {"file": "001.jpg", "alt": "Müller, naïve", "decorative": False, "caption": "One\ntwo"},
        {"file": "2.png", "decorative": True},
    ]
}
SEMICOLONS = TEXT.replace("Müller, ", "Müller# ").replace(",", ";").replace("#", ",")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig").replace(b"\n", b"\r\n"),  # Excel, "CSV UTF-8"
        SEMICOLONS.encode("cp1252").replace(b"\n", b"\r\n"),  # Excel, "CSV", in Germany
        b"sep=;\r\n" + SEMICOLONS.encode("cp1252").replace(b"\n", b"\r\n"),
        SEMICOLONS.replace(";", "\t").encode("utf-16"),  # Excel, "Unicode text"
        TEXT.encode("mac-roman").replace(b"\n", b"\r"),  # Excel, "CSV (Macintosh)"
        TEXT.encode(),  # Numbers, LibreOffice
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        SEMICOLONS.replace("Alt Text", "alt-text").replace("File", " FILE_NAME ").encode(),
        TEXT.replace("no,", "FALSCH,").replace("x,", "WAHR,").encode(),
        TEXT.replace("no,", "ЛОЖЬ,").replace("x,", "ИСТИНА,").encode(),
    ],
    ids=["excel-utf-8", "excel-german", "sep", "unicode-text", "macintosh", "plain", "utf-16-le",
         "utf-16-be", "heads", "german-truth", "russian-truth"],
)  # fmt: skip
def test_as_spreadsheets_save_it(data: bytes) -> None:
    """The same rows come out, blank ones left out."""
    read = read_csv("c.csv", data, NAMES)
    assert read.found == ()
    assert read.value is not None
    assert read.value.values == EXPECTED


def test_a_column_twice_is_told() -> None:
    """At the second head."""
    read = read_csv("c.csv", b"file,alt,Alt\n1,a,b\n", NAMES)
    (found,) = read.found
    assert found.message == "there are two columns alt; the second counts"
    assert (found.place.start, found.place.end) == (9, 12)  # type: ignore[union-attr]


def test_many_rows_are_read_in_time() -> None:
    """Ten thousand rows take no longer than reading them has to."""
    import time

    began = time.perf_counter()
    read = read_csv("c.csv", b"file,caption\n" + b"1.jpg,some words of a caption\n" * 10_000, NAMES)
    assert read.value is not None
    assert time.perf_counter() - began < 10
