"""What `check --fix` changes and what it leaves, case by case; and what it never does."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from cases import Case, cases
from conftest import WriteProject, write_files
from epubforge.diagnostics import Fix
from epubforge.fixes.apply import Original, apart
from epubforge.fixes.read import reads_the_same, words
from epubforge.model.document import MarkdownSettings
from epubforge.pipeline import Run
from epubforge.pipeline.fixing import MendError, mend, write
from epubforge.pipeline.workers import read_one
from epubforge.source import SourceFile

CASES = cases(Path(__file__).parent / "cases.md")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, project: WriteProject) -> None:
    """The files that a case names are changed as it says, all others stay."""
    before = {name: text for name, text in case.files().items() if not name.startswith("after ")}
    root = project({name: _content(name, text) for name, text in before.items()})
    write(mend(root))
    for name in before:
        if name.endswith(".md"):
            expected = case.block(f"after {name}") or before[name]
            assert (root / name).read_text(encoding="utf-8") == expected


def _content(name: str, text: str) -> str | bytes:
    if not name.endswith(".png"):
        return text
    width, height = map(int, text.split(" x "))
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (width % 256, height % 256, 90)).save(buffer, "PNG")
    return buffer.getvalue()


def test_mending_twice_changes_nothing_more(project: WriteProject) -> None:
    """What was mended has nothing left to be mended."""
    root = project({"manuscript/1.md": "# A {#x}\n\nText\n## B {#x}\n\n::: note\n::: tip"})
    first = mend(root)
    write(first)
    assert (len(first.changes), first.findings) == (1, 4)
    assert mend(root).changes == ()


def test_a_file_keeps_its_line_ends_and_its_mark(project: WriteProject) -> None:
    """Windows line ends, an old mixed one and the byte-order mark stay; new lines end alike."""
    data = b"\xef\xbb\xbf# A {#x}\r\n\r\nText \xd0\xb9\r\n## B\r\nmore\nlast {#x}\r\n\r\n::: note"
    root = project({"manuscript/1.md": data})
    write(mend(root))
    assert (root / "manuscript/1.md").read_bytes() == (
        b"\xef\xbb\xbf# A {#x}\r\n\r\nText \xd0\xb9\r\n\r\n## B\r\nmore\nlast {#x}\r\n\r\n"
        b"::: note\r\n:::\r\n"
    )


def test_nothing_is_written_by_looking(project: WriteProject) -> None:
    """`mend` says what would change; the file is as it was, and other files are not touched."""
    root = project({"manuscript/1.md": "Text\n# A\n", "manuscript/2.md": "# B\n"})
    assert [change.after.text for change in mend(root).changes] == ["Text\n\n# A\n"]
    assert (root / "manuscript/1.md").read_text(encoding="utf-8") == "Text\n# A\n"


def test_a_file_that_changed_meanwhile_is_not_overwritten(project: WriteProject) -> None:
    """What an editor saved between looking and writing is not lost."""
    root = project({"manuscript/1.md": "Text\n# A\n"})
    mended = mend(root)
    (root / "manuscript/1.md").write_text("New text\n# A\n", encoding="utf-8")
    with pytest.raises(MendError, match="changed meanwhile"):
        write(mended)
    assert (root / "manuscript/1.md").read_text(encoding="utf-8") == "New text\n# A\n"


def test_a_file_that_is_not_utf8_is_left_alone(project: WriteProject) -> None:
    """Its bytes could not be written again as they were."""
    root = project({"manuscript/1.md": b"Gr\xfc\xdfe\n# A\n"})
    assert mend(root).changes == ()


def test_mended_files_leave_nothing_behind(project: WriteProject) -> None:
    """There is no temporary file afterwards, and the file keeps its permissions."""
    root = project({"manuscript/1.md": "Text\n# A\n"})
    file = root / "manuscript/1.md"
    file.chmod(0o640)
    write(mend(root))
    assert sorted(path.name for path in file.parent.iterdir()) == ["1.md", "book.toml"]
    assert file.stat().st_mode & 0o777 == 0o640


def test_fixes_that_meet_are_made_one_after_the_other() -> None:
    """Of two that change the same stretch, or put something at the same place, one waits."""
    text = SourceFile("1.md", "abcdef")
    one, inside = Fix.of(text.span(1, 4), "x"), Fix.of(text.span(2, 3), "y")
    here, too = Fix.of(text.span(5, 5), "1"), Fix.of(text.span(5, 5), "2")
    behind = Fix.of(text.span(4, 5), "z")
    assert apart([one, inside, here, too, one, behind]) == (one, here, behind)
    assert Original("1.md", "abcdef").with_fixes([one, here, behind]).text == "axz1f"


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("One two.", "One\ntwo.", True),
        ("One two.", "# One two.", True),
        ("One two.", "One to.", False),
        ("![a](x.png)", "![a](y.png)", True),
        ("![a](x.png)", "![b](x.png)", False),
        ("a\n: b", "a\n\n: b", True),
        ("Text[^1]\n\n[^1]: Note", "Text[^1]\n\n[^1]: Not", False),
        ("1 < 2", "1 &lt; 2", True),
        ("+++\ntitle = 'A'\n+++\nx", "+++\ntitle = 'B'\n+++\nx", False),
    ],
)
def test_what_a_reader_reads(before: str, after: str, same: bool) -> None:
    """Words count, of the text and of descriptions; how they are set does not."""
    old, new = (
        read_one(SourceFile("1.md", text), MarkdownSettings("en")).value for text in (before, after)
    )
    assert reads_the_same(old, new) is same


PIECES = st.sampled_from(
    [
        "# A {#x}\n", "## B {#x}\n", "text\n", "\n", "\n\n", "::: note\n", ":::\n", "\tindented\n",
        "| a | b |\n|---|---|\n", "| c | d |\n", "- item\n", "> quote\n", "[x](y.MD)\n",
        "![p](..\\q.png)\n", "```\n", "[^1]\n", "[^1]: note\n", "{.c}\n", "$x$\n", "<div>\n",
        "<!-- epubforge: ignore M110 -->\n", "1. one\n", "    code\n", "term\n: meaning\n", "\r\n",
    ]
)  # fmt: skip


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_fix_changes_what_is_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever is mended in whatever text, its words stay, and mending comes to an end."""
    root = write_files(tmp_path_factory.mktemp("law"), {"manuscript/1.md": text})
    settled = MarkdownSettings("en")
    for change in mend(root, Run(jobs=1)).changes:
        old, new = (
            read_one(original.source, settled).value for original in (change.before, change.after)
        )
        assert words(old) == words(new)
