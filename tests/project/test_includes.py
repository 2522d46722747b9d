"""What chapters include: found by a scan, read once, refused with a reason."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import BOOK, WriteProject, write_files
from epubforge.diagnostics import Outcome
from epubforge.model.project import Inclusions, Project
from epubforge.project.load import Environment, load

Load = Callable[[Path], Outcome[Project | None]]
Lines = Callable[[Outcome[Project | None]], list[str]]

THEMES = Path(__file__).parents[2] / "src" / "epubforge" / "themes"
SHARED = 'shared = ["../snippets"]\n' + BOOK


def loaded(opened: Load, root: Path) -> Project:
    value = opened(root).value
    assert value is not None
    return value


def included(project: Project) -> list[str]:
    return [path for path, _ in project.includes]


def own(project: Project, path: str) -> Inclusions:
    return project.inclusions[path]


def test_a_path_begins_at_its_text_or_at_the_root(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """The nearer one wins; options, quotes and blanks around it are no part of the path."""
    root = project(
        {
            "manuscript/1.md": "{{include x.md}} {{ include code/a b.py lines=3-9 }}\n"
            "> {{include 'code/q.csv'}} {{include manuscript/sub/_y.md lines=1- }}",
            "manuscript/x.md": "near",
            "x.md": "far",
            "code/a b.py": "pass",
            "code/q.csv": "1,2",
            "manuscript/sub/_y.md": "{{include ../x.md}}{{include x.md}}",
        }
    )
    outcome = opened(root)
    assert lines(outcome) == []
    value = loaded(opened, root)
    assert [(path, text.path) for path, text in value.includes] == [
        ("code/a b.py", "code/a b.py"),
        ("code/q.csv", "code/q.csv"),
        ("manuscript/sub/_y.md", "manuscript/sub/_y.md"),
        ("manuscript/x.md", "manuscript/x.md"),
        ("x.md", "x.md"),
    ]
    assert [path for path, _ in own(value, "manuscript/sub/_y.md").files] == [
        "manuscript/x.md",
        "x.md",
    ]
    assert dict(value.includes)["x.md"].text == "far"


def test_a_chapter_that_is_included_is_read_once(project: WriteProject, opened: Load) -> None:
    """Its text is the same value; circles end."""
    files = {"manuscript/1.md": "{{include 2.md}}", "manuscript/2.md": "{{include 1.md}}"}
    value = loaded(opened, project(files))
    one, two = value.sources()
    assert dict(value.includes) == {"manuscript/1.md": one, "manuscript/2.md": two}
    assert dict(value.includes)["manuscript/1.md"] is one


def test_what_is_included_is_not_said_to_be_left_out(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """`_` keeps a text from being a chapter; it is noted only where nobody includes it."""
    files = {
        "manuscript/1.md": "{{include _a.md}} {{include _parts/b.md}}",
        "manuscript/_a.md": "a",
        "manuscript/_parts/b.md": "b",
        "manuscript/_c.md": "c",
    }
    [note] = lines(opened(project(files)))
    assert note.startswith("manuscript/_c.md:1:1-1:1 P026")


def test_names_match_after_normalisation(project: WriteProject, opened: Load) -> None:
    """An accent in the text finds the file, however either has it."""
    value = loaded(opened, project({"1.md": "{{include e\u0301.md}}", "book.toml": BOOK,
                                    "_e\u0301.md": "", "é.md": "x"}))  # fmt: skip
    assert included(value) == ["é.md"]


def test_a_missing_path_is_left_out(project: WriteProject, opened: Load, lines: Lines) -> None:
    """Who reads the text says that it is missing; where a name is alike, what may be meant."""
    files = {
        "manuscript/1.md": "{{include tabel.md}} {{include code/mian.py}} {{include zzz.txt}}",
        "manuscript/_table.md": "x",
        "code/main.py": "x",
    }
    outcome = opened(project(files))
    assert [line.split()[1] for line in lines(outcome)] == ["P026"]
    assert outcome.value is not None
    assert own(outcome.value, "manuscript/1.md") == Inclusions(
        (),
        (
            ("tabel.md", "is not there; did you mean _table.md?"),
            ("code/mian.py", "is not there; did you mean code/main.py?"),
        ),
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_may_not_be_included(project: WriteProject, opened: Load, lines: Lines) -> None:
    """Outside, links out, folders, pipes: each with its reason, nothing is read."""
    names = ("/etc/hostname", "../../x.md", "C:\\x.md", "~/x", "out.txt", "folder", "pipe.txt",
             "gone.txt")  # fmt: skip
    text = "".join(f"{{{{include {name}}}}}\n" for name in names)
    root = project({"manuscript/1.md": text, "manuscript/folder/a.txt": ""})
    (root.parent / "x.md").write_text("secret")
    (root / "manuscript" / "out.txt").symlink_to("/etc/hostname")
    (root / "manuscript" / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(root / "manuscript" / "pipe.txt")
    value = loaded(opened, root)
    assert value.includes == ()
    assert own(value, "manuscript/1.md").refused == (
        ("/etc/hostname", "lies outside the project"),
        ("../../x.md", "lies outside the project"),
        ("C:\\x.md", "lies outside the project"),
        ("~/x", "lies outside the project"),
        ("out.txt", "is a link out of the project"),
        ("folder", "is a folder, not a file"),
        ("pipe.txt", "is no regular file"),
        ("gone.txt", "cannot be read: no such file or directory"),
    )


def test_an_included_text_has_the_faults_of_any(
    project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Not UTF-8, control characters: at their places in it, once, though it is included twice."""
    files: dict[str, str | bytes] = {
        "manuscript/1.md": "{{include a.txt}}{{include b.txt}}",
        "manuscript/2.md": "{{include a.txt}}",
        "manuscript/a.txt": b"x\n\xff",
        "manuscript/b.txt": "\0",
    }
    assert lines(opened(project(files))) == [
        "manuscript/a.txt:2:1-2:2 P002 manuscript/a.txt is not UTF-8: byte 0xff stands here",
        "manuscript/b.txt:1:1-1:2 P021 manuscript/b.txt holds the control character U+0000",
    ]


def test_too_large_to_be_included(project: WriteProject, opened: Load, lines: Lines) -> None:
    """The place of the directive is where it is told."""
    root = project({"manuscript/1.md": "{{include a.csv}}"})
    with (root / "manuscript" / "a.csv").open("wb") as file:
        file.truncate(50_000_000)
    outcome = opened(root)
    assert lines(outcome) == []
    assert outcome.value is not None
    assert own(outcome.value, "manuscript/1.md").refused == (
        ("a.csv", "has 50 MB; a text may have 40"),
    )


def test_a_shared_folder(project: WriteProject, opened: Load, lines: Lines) -> None:
    """By its path from the root, from a text in it, and by a search, which a nearer file beats."""
    root = project(
        {
            "manuscript/book.toml": SHARED,
            "manuscript/1.md": "{{include ../snippets/a.md}} {{include b.md}} {{include c.md}}",
            "../snippets/a.md": "{{include deep/d.md}} {{include manuscript/_e.md}}",
            "../snippets/b.md": "shared b",
            "../snippets/c.md": "shared c",
            "../snippets/deep/d.md": "{{include ../b.md}}",
            "manuscript/_e.md": "e",
            "manuscript/c.md": "own c",
        }
    )
    outcome = opened(root)
    assert lines(outcome) == []
    value = loaded(opened, root)
    assert [(path, text.path) for path, text in value.includes] == [
        ("../snippets/a.md", "../snippets/a.md"),
        ("../snippets/b.md", "../snippets/b.md"),
        ("../snippets/deep/d.md", "../snippets/deep/d.md"),
        ("b.md", "../snippets/b.md"),
        ("manuscript/_e.md", "manuscript/_e.md"),
        ("manuscript/c.md", "manuscript/c.md"),
    ]


def test_a_shared_folder_is_read_like_the_project(
    project: WriteProject, opened: Load, lines: Lines, tmp_path: Path
) -> None:
    """Links out of it are refused, and what lies beside it is outside."""
    root = project(
        {
            "manuscript/book.toml": SHARED,
            "manuscript/1.md": "{{include out.md}} {{include ../../secret.md}}"
            "{{include ../../snippets/bad.txt}}",
            "../snippets/bad.txt": b"\xff",
            "../secret.md": "secret",
        }
    )
    (tmp_path / "snippets" / "out.md").symlink_to(tmp_path / "secret.md")
    outcome = opened(root)
    assert lines(outcome) == [
        "../snippets/bad.txt:1:1-1:2 P002 ../snippets/bad.txt is not UTF-8: byte 0xff stands here"
    ]
    assert outcome.value is not None
    assert own(outcome.value, "manuscript/1.md").refused == (
        ("out.md", "is a link out of the project"),
        ("../../secret.md", "lies outside the project"),
    )


def test_a_shared_folder_in_the_project(project: WriteProject, opened: Load, lines: Lines) -> None:
    """Its texts are found by their names, and are no chapters; its pictures count once."""
    root = project(
        {
            "book.toml": f'shared = ["./snippets/"]\n{BOOK}',
            "1.md": "{{include a.md}}",
            "snippets/a.md": "a",
            "snippets/b.png": "",
        }
    )
    outcome = opened(root)
    assert lines(outcome) == []
    value = loaded(opened, root)
    assert [source.path for source in value.sources()] == ["1.md"]
    assert [(path, text.path) for path, text in value.includes] == [
        ("a.md", "snippets/a.md"),
        ("snippets/a.md", "snippets/a.md"),
    ]
    assert list(value.elsewhere) == ["snippets/b.png"]


def test_hidden_files_are_not_included(project: WriteProject, opened: Load) -> None:
    """Neither by their names nor through a link in the project."""
    text = "{{include ../.env}} {{include .git/config}} {{include key.txt}}"
    root = project({"manuscript/1.md": text, ".env": "secret", ".git/config": "secret"})
    (root / "manuscript" / "key.txt").symlink_to(root / ".env")
    value = loaded(opened, root)
    assert value.includes == ()
    reasons = {reason for _, reason in own(value, "manuscript/1.md").refused}
    assert reasons == {"is hidden: its name, or its folder's, begins with a dot"}
    assert len(own(value, "manuscript/1.md").refused) == 3


NAMES = ("manuscript/1.md", "manuscript/2.md", "manuscript/_3.md", "a/4.md", "5.md")


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_any_web_of_includes_comes_to_an_end(links: list[tuple[str, str]]) -> None:
    """And a chapter reaches just what the links lead to."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_files(Path(folder), {
            name: "".join(f"{{{{include {to}}}}}\n" for home, to in links if home == name)
            for name in NAMES
        })  # fmt: skip
        value = load(root, Environment("1000000000", THEMES)).value
    assert value is not None
    for chapter in value.sources():
        reached: set[str] = set()
        while new := {to for home, to in links if home in {chapter.path, *reached}} - reached:
            reached |= new
        assert [path for path, _ in value.included_in(chapter).files] == sorted(reached)


@pytest.mark.parametrize(
    ("shared", "found"),
    [
        ('["../snipets"]', "1:11-1:23 P014 there is no folder ../snipets; did you mean snippets?"),
        ('["manuscript/1.md"]', "1:11-1:28 P014 there is no folder manuscript/1.md"),
        ('[".."]', '1:11-1:15 P010 shared cannot be "..": it holds the project itself'),
        ('["."]', '1:11-1:14 P010 shared cannot be ".": it holds the project itself'),
        ('["/usr"]', '1:11-1:17 P010 shared cannot be "/usr": it is the same on one computer'),
        ('"../snippets"', "1:10-1:23 P004 shared must be a list, not a text"),
        ("[3]", "1:11-1:12 P004 shared must be a text"),
    ],
)
def test_shared_folders_that_are_none(
    shared: str, found: str, project: WriteProject, opened: Load, lines: Lines
) -> None:
    """Each is told at its place."""
    toml = f"shared = {shared}\n{BOOK}"
    root = project({"manuscript/book.toml": toml, "manuscript/1.md": "#",
                    "../snippets/a.md": ""})  # fmt: skip
    [line] = lines(opened(root))
    assert line.startswith(f"manuscript/book.toml:{found}")


def test_what_a_chapter_can_reach(project: WriteProject, opened: Load) -> None:
    """Its own includes and theirs, and no other chapter's."""
    files = {
        "manuscript/1.md": "{{include _a.md}} {{include nope/x.md}}",
        "manuscript/2.md": "{{include _c.md}}",
        "manuscript/3.md": "nothing",
        "manuscript/_a.md": "{{include _b.md}}",
        "manuscript/_b.md": "{{include _a.md}} {{include /x}}",
        "manuscript/_c.md": "",
    }
    value = loaded(opened, project(files))
    one, two, three = map(value.included_in, value.sources())
    assert [path for path, _ in one.files] == ["manuscript/_a.md", "manuscript/_b.md"]
    assert one.refused == (("/x", "lies outside the project"),)
    assert [path for path, _ in two.files] == ["manuscript/_c.md"]
    assert three == Inclusions()


@pytest.mark.parametrize(
    "text",
    [
        "{{include a" + " " * 1_000_000,
        "{{include " + " " * 1_000_000 + "}}",
        "{{include " * 200_000,
        "{{" * 500_000 + "include x.md}}",
        "{{include a" + " b=" * 300_000 + "}}",
        "".join(f"{{{{include gone/{number}.md}}}}" for number in range(20_000)),
    ],
    ids=["unclosed", "blanks", "openings", "braces", "options", "missing"],
)
def test_no_text_holds_up_the_search(text: str, project: WriteProject, opened: Load) -> None:
    """However it is made, it is looked through in a moment."""
    root = project({"manuscript/1.md": text})
    began = time.perf_counter()
    loaded(opened, root)
    assert time.perf_counter() - began < 5
