"""The picture section and its table of captions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.picture import Caption
from epubforge.model.project import Plates, Project
from epubforge.source import position

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]

NAMES = ["images/p/10.jpg", "images/p/2.PNG", "images/p/É 1.jpg", "images/other.png"]


def book(captions: str | None, pictures: str = "images/p") -> dict[str, str | bytes]:
    text = '[book]\ntitle = "T"\nlanguage = "en"\n[plates]\n'
    text += f'pictures = "{pictures}"\n'
    text += f'captions = "manuscript/{captions}"\n' if captions else ""
    return {"manuscript/book.toml": text, "manuscript/1.md": "#", **dict.fromkeys(NAMES, "")}


def plates_of(outcome: Outcome[Project | None]) -> Plates:
    assert outcome.value is not None
    assert outcome.value.plates is not None
    return outcome.value.plates


def captions_of(outcome: Outcome[Project | None]) -> list[Caption | None]:
    return [plate.caption for plate in plates_of(outcome).plates]


TOML = """\
[[picture]]
file = "É 1.JPG"
caption = "Plate *1*"
alt = "A man"
credit = "C"
rights = "R"
date = 2009-08-31
place = "P"
people = ["A", "B"]
group = "G"

[[picture]]
file = "2"
decorative = true

[[picture]]
file = "p/10"
"""


def test_captions_in_toml(project: WriteProject, opened: Load, lines: Lines) -> None:
    """All keys are read; names match without regard to case, ending and normalisation."""
    outcome = opened(project({**book("c.toml"), "manuscript/c.toml": TOML.replace("É", "E\u0301")}))
    assert lines(outcome) == []
    plates = plates_of(outcome)
    assert [plate.path for plate in plates.pictures] == [
        "images/p/2.PNG", "images/p/10.jpg", "images/p/É 1.jpg",
    ]  # fmt: skip
    two, ten, first = captions_of(outcome)
    assert two is not None
    assert two.decorative
    assert ten is not None
    assert first is not None
    assert (first.caption, first.alt, first.credit, first.rights) == (
        "Plate *1*",
        "A man",
        "C",
        "R",
    )
    assert (first.date, first.place, first.people, first.group) == (
        "2009-08-31", "P", ("A", "B"), "G",
    )  # fmt: skip
    assert position(first.span.source, first.span.start) == (1, 1)
    assert position(first.span.source, first.span.end) == (10, 12)


ROWS = 'file;Caption;decorative;people\n2.png;"One; ü\ntwo";x;A; \nÉ 1;"„x“ – y";;"A; B"\n10;;no;\n'


@pytest.mark.parametrize(
    "data",
    [
        ROWS.encode(),
        b"\xef\xbb\xbf" + ROWS.encode(),
        ROWS.encode("utf-16"),
        b"\xfe\xff" + ROWS.encode("utf-16-be"),
        ROWS.encode("cp1252"),
        ROWS.replace("\n", "\r\n").encode(),
        b"sep=;\n\n" + ROWS.encode(),
        ROWS.replace(";", "\t").replace("One\t", "One;").replace("A\t B", "A; B").encode(),
        ROWS.replace(";", ",").replace("One,", "One;").replace("A, B", "A; B").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be", "cp1252", "crlf", "sep", "tab", "comma"],
)
def test_captions_in_csv(data: bytes, project: WriteProject, opened: Load, lines: Lines) -> None:
    """Any separator and encoding gives the same captions; a row may have several lines."""
    outcome = opened(project({**book("c.csv"), "manuscript/c.csv": data}))
    assert lines(outcome) == []
    two, ten, first = captions_of(outcome)
    assert two is not None
    assert (two.caption, two.decorative, two.people) == ("One; ü\ntwo", True, ("A",))
    assert ten is not None
    assert (ten.caption, ten.decorative) == ("", False)
    assert first is not None
    assert (first.caption, first.people) == ("„x“ – y", ("A", "B"))


def test_rows_and_pictures_without_each_other(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Told at the row, and for a picture at the key that names the table."""
    table = "file,caption\n2.png,a\n7.png,b\n2.jpg,c\n"
    outcome = opened(project({**book("c.csv"), "manuscript/c.csv": table}))
    assert lines(outcome) == [
        "manuscript/book.toml:6:12-6:30 P028 images/p/10.jpg has no row in manuscript/c.csv",
        "manuscript/book.toml:6:12-6:30 P028 images/p/É 1.jpg has no row in manuscript/c.csv",
        "manuscript/c.csv:3:1-3:8 P027 no plate is called 7.png",
        "manuscript/c.csv:4:1-4:8 P027 images/p/2.PNG has a row already; this one is not used",
    ]


def test_one_stem_in_two_files(project: WriteProject, opened: Load, lines: Lines) -> None:
    """Ending and folder decide where the name alone does not."""
    files = {
        **book("c.csv", "images"),
        "images/p/2.jpg": "",
        "images/q/2.jpg": "",
        "manuscript/c.csv": "file,caption\n2.png,a\nq/2.jpg,b\np/2.JPG,c\n10,d\né 1,e\nother,f\n",
    }
    outcome = opened(project(files))
    assert lines(outcome) == []
    plates = plates_of(outcome)
    found = {plate.path: caption.caption for plate in plates.plates if (caption := plate.caption)}
    assert found["images/p/2.PNG"] == "a"
    assert found["images/q/2.jpg"] == "b"
    assert found["images/p/2.jpg"] == "c"


@pytest.mark.parametrize(
    ("name", "table", "expected"),
    [
        ("c.toml", '[[picture]]\nfile = "2"\ncaptoin = "x"\n',
         "c.toml:3:1-3:8 P003 unknown key captoin; did you mean caption?"),
        ("c.toml", '[[picture]]\ncaption = "x"\n', "c.toml:1:1-1:12 P005 [picture] has no file"),
        ("c.toml", '[[picture]]\nfile = "2"\nalt = 3\n',
         "c.toml:3:7-3:8 P004 picture.alt must be a text, not a number"),
        ("c.toml", "[[picture]\n", "c.toml:1:10-1:11 P001 manuscript/c.toml is not TOML: the name "
         "of a table is not closed"),
        ("c.toml", "picture = 3\n", "c.toml:1:11-1:12 P004 picture must be a list, not a number"),
        ("c.csv", "file,captoin\n2,x\n",
         "c.csv:1:6-1:13 P003 unknown key captoin; did you mean caption?"),
        ("c.csv", "2.png,x\n", "c.csv:1:1-1:8 P029 manuscript/c.csv has no column file in its "
         "first line"),
        ("c.csv", "", "c.csv:1:1-1:1 P029 manuscript/c.csv has no column file in its first line"),
        ("c.csv", "file,caption\n2.png,a,b\n",
         "c.csv:2:1-2:10 P029 this row has 3 cells, but there are 2 columns"),
        ("c.csv", 'file,caption\n2.png,"a\n', "c.csv:2:1-2:9 P029 a text in quotes is not closed"),
        ("c.csv", 'file,caption\n2.png,"a"b\n',
         "c.csv:2:1-2:11 P029 a text goes on behind its closing quotes"),
        ("c.csv", "file,decorative\n2.png,perhaps\n",
         "c.csv:2:7-2:14 P004 picture.decorative must be true or false, not a text"),
    ],
)  # fmt: skip
def test_faults_of_the_table(
    name: str, table: str, expected: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Each is one finding at its place in the table."""
    outcome = opened(project({**book(name), f"manuscript/{name}": table}))
    found = [line for line in lines(outcome) if "P028" not in line]
    assert found == [f"manuscript/{expected}"]


@pytest.mark.parametrize(
    ("name", "table", "code"),
    [
        ("c.csv", 'file,caption\n2.png,"a\n', "P029"),
        ("c.csv", "caption\na\n", "P029"),
        ("c.toml", '[[picture]]\nfile = "2\n', "P001"),
    ],
)
def test_a_table_that_cannot_be_read(
    name: str, table: str, code: str, project: WriteProject, opened: Load
) -> None:
    """The one fault is told; that pictures have no row is not known, and not said."""
    outcome = opened(project({**book(name), f"manuscript/{name}": table}))
    assert [found.rule.code for found in outcome.found] == [code]


def test_a_cell_in_quotes_has_its_place(project: WriteProject, opened: Load, lines: Lines) -> None:
    """Separators, quotes and line ends inside a cell do not move the places behind it."""
    table = 'file;caption;"decorative";date\n 2 ;"a;""b""\nc"; perhaps ;x\n10;;no\né 1;d\n'
    outcome = opened(project({**book("c.csv"), "manuscript/c.csv": table}))
    assert lines(outcome) == [
        "manuscript/c.csv:3:5-3:12 P004 picture.decorative must be true or false, not a text"
    ]


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        ("images/*.png", ["images/other.png"]),
        ("images/**/*.jpg", ["images/p/10.jpg", "images/p/É 1.jpg"]),
        ("images/p*", ["images/p/2.PNG", "images/p/10.jpg", "images/p/É 1.jpg"]),
        ("images/p/", ["images/p/2.PNG", "images/p/10.jpg", "images/p/É 1.jpg"]),
    ],
)
def test_a_folder_or_a_glob(
    pictures: str, expected: list[str], project: WriteProject, opened: Load, lines: Lines
) -> None:
    """A folder is taken with all below it; a glob may match files and folders."""
    outcome = opened(project(book(None, pictures)))
    assert lines(outcome) == []
    assert [plate.path for plate in plates_of(outcome).pictures] == expected


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        ("images/q", "P014 there is no images/q"),
        ("images/q/*", "P014 there is no images/q"),
        ("images/*.tif", "P014 no picture matches images/*.tif"),
        ("manuscript", "P014 there is no picture in manuscript"),
        ("images/other.png", "P014 images/other.png is a file, not a folder"),
        ("../*", "P015 ../* lies outside the project"),
        ("/etc", "P015 /etc lies outside the project"),
    ],
)
def test_a_folder_that_cannot_be(
    pictures: str, expected: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Missing, empty, outside: told at the key's value."""
    [line] = lines(opened(project(book(None, pictures))))
    assert line.startswith("manuscript/book.toml:5:12-")
    assert expected in line


def test_a_table_that_is_not_there(project: WriteProject, opened: Load, lines: Lines) -> None:
    """The missing table is told once; the plates stand without captions."""
    outcome = opened(project(book("c.toml")))
    assert lines(outcome) == ["manuscript/book.toml:6:12-6:31 P014 there is no manuscript/c.toml"]
    assert captions_of(outcome) == [None, None, None]


def test_plates_alone_are_a_book(project: WriteProject, opened: Load, lines: Lines) -> None:
    """A project without chapters but with plates is not empty."""
    files = book(None)
    del files["manuscript/1.md"]
    assert lines(opened(project(files))) == []
