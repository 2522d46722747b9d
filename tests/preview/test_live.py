"""A preview follows the disk: whatever happens there, what is shown in the end is what is there."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

from conftest import BOOK, WriteProject
from preview.served import Preview, until
from preview.test_reading import files, png

FIRST = "manuscript/01-mine.md"


def test_a_saved_paragraph_is_news(project: WriteProject) -> None:
    """One paragraph saved: one page has changed, and it holds the new words."""
    root = project(files())
    with Preview(root) as preview:
        page = preview.listen()
        assert page.next()["changed"] == []
        _replace(root / FIRST, "The last.", "The very last.")
        told = page.next()
        assert told["changed"] == ["text/mine.xhtml"]
        assert not told["edition_changed"]
        assert "The very last." in preview.page("text/mine.xhtml")


def test_a_heading_is_news_for_the_contents(project: WriteProject) -> None:
    """A chapter's heading changed: so have the contents, and what is known of the edition."""
    root = project(files())
    with Preview(root) as preview:
        page = preview.listen()
        page.next()
        _replace(root / FIRST, "# The mine", "# The old mine")
        told = page.next()
        assert told["edition_changed"]
        assert {"text/mine.xhtml", "nav.xhtml"} <= set(told["changed"])
        titles = [entry["title"] for entry in preview.state()["toc"]]
        assert "The old mine" in titles


def test_findings_follow(project: WriteProject) -> None:
    """A fault is told after it is saved, and is gone after it is mended."""
    root = project(files())
    with Preview(root) as preview:
        preview.listen()
        assert "A001" in _codes(preview)
        _replace(root / "manuscript/02-desk.md", "![](", "![A desk](")
        until(lambda: "A001" not in _codes(preview))
        _replace(root / "manuscript/02-desk.md", "![A desk](", "![](")
        until(lambda: "A001" in _codes(preview))


def test_several_pages_are_told_the_same(project: WriteProject) -> None:
    """All tabs hear of the same revision."""
    root = project(files())
    with Preview(root) as preview:
        tabs = [preview.listen() for _ in range(3)]
        for tab in tabs:
            tab.next()
        _replace(root / FIRST, "The last.", "The very last.")
        told = [tab.next() for tab in tabs]
        assert told == [told[0]] * 3


def test_a_burst_of_saves_ends_in_the_last_of_them(project: WriteProject) -> None:
    """Fifty saves within a second, most of equal length: the last one is shown."""
    root = project(files())
    with Preview(root) as preview:
        preview.listen()
        for number in range(50):
            (root / FIRST).write_text(f"# The mine\n\nState {number:02}.\n", encoding="utf-8")
            time.sleep(0.02)
        until(lambda: "State 49." in preview.page("text/mine.xhtml"))
        time.sleep(0.5)
        assert "State 49." in preview.page("text/mine.xhtml")


def test_a_checkout_of_two_hundred_files(project: WriteProject) -> None:
    """Git puts another branch in place: its chapters are shown, and no other ones."""
    root = project({"manuscript/000-start.md": "# Start\n\nHere.\n"})
    _git(root, "init", "-q", "-b", "short")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "short")
    _git(root, "checkout", "-qb", "long")
    for number in range(200):
        path = root / f"manuscript/{number + 1:03}-c{number}.md"
        path.write_text(f"# Chapter {number}\n\nText {number}.\n", encoding="utf-8")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "long")
    with Preview(root) as preview:
        preview.listen()
        assert len(_chapters(preview)) == 201
        _git(root, "checkout", "-q", "short")
        until(lambda: _shown_chapters(preview) == ["text/start.xhtml"])
        _git(root, "checkout", "-q", "long")
        until(lambda: len(_shown_chapters(preview)) == 201)
        assert "Text 199." in preview.page("text/c199.xhtml")


def test_a_renamed_chapter(project: WriteProject) -> None:
    """A chapter renamed is shown under its new name, in its new place."""
    root = project(files())
    with Preview(root) as preview:
        preview.listen()
        (root / FIRST).rename(root / "manuscript/03-pit.md")
        until(lambda: _shown_chapters(preview) == ["text/desk.xhtml", "text/pit.xhtml"])
        assert preview.ask("/book/main/text/mine.xhtml").status == 404


def test_a_saved_file_may_be_a_new_one(project: WriteProject) -> None:
    """Editors that write a new file and put it in the old one's place are followed too."""
    root = project(files())
    with Preview(root) as preview:
        preview.listen()
        for number in range(3):
            new = root / "manuscript/.01-mine.md.swp"
            new.write_text(f"# The mine\n\nSaved {number}.\n", encoding="utf-8")
            new.replace(root / FIRST)
            _shows(preview, f"Saved {number}.")


def test_a_folder_that_goes_and_comes_back(project: WriteProject, tmp_path: Path) -> None:
    """The manuscript is moved away and put back: the book is shown again, and follows again."""
    root = project(files())
    with Preview(root) as preview:
        preview.listen()
        shutil.move(root / "manuscript", tmp_path / "away")
        until(lambda: preview.state()["error"])
        assert "The first" not in str(preview.state()["error"])
        assert "two lines" in preview.page("text/mine.xhtml")
        shutil.move(tmp_path / "away", root / "manuscript")
        until(lambda: preview.state()["error"] is None)
        _replace(root / FIRST, "The last.", "The very last.")
        until(lambda: "The very last." in preview.page("text/mine.xhtml"))


def test_a_folder_that_is_another_at_once(project: WriteProject, tmp_path: Path) -> None:
    """Deleted and restored in one moment it has its old name, and is watched all the same."""
    root = project(files())
    kept = shutil.copytree(root / "manuscript", tmp_path / "kept")
    with Preview(root) as preview:
        preview.listen()
        time.sleep(1)
        shutil.rmtree(root / "manuscript")
        shutil.copytree(kept, root / "manuscript")
        time.sleep(2)
        _replace(root / FIRST, "The last.", "The very last.")
        until(lambda: "The very last." in preview.page("text/mine.xhtml"))


def test_the_whole_project_goes_and_comes_back(project: WriteProject, tmp_path: Path) -> None:
    """The same for the project's folder itself."""
    root = project(files())
    with Preview(root) as preview:
        preview.listen()
        shutil.move(root, tmp_path / "away")
        until(lambda: preview.state()["error"])
        shutil.move(tmp_path / "away", root)
        until(lambda: preview.state()["error"] is None)
        _replace(root / FIRST, "The last.", "The very last.")
        until(lambda: "The very last." in preview.page("text/mine.xhtml"))


def test_where_the_system_does_not_tell_of_changes(project: WriteProject) -> None:
    """On disks of other computers one has to look again and again."""
    root = project(files())
    with Preview(root, environment={"WATCHFILES_FORCE_POLLING": "1"}) as preview:
        preview.listen()
        _replace(root / FIRST, "The last.", "The very last.")
        until(lambda: "The very last." in preview.page("text/mine.xhtml"))


def test_a_new_folder_is_watched(project: WriteProject) -> None:
    """A part that is made while the preview runs is followed like the others."""
    root = project(files())
    with Preview(root) as preview:
        preview.listen()
        (root / "manuscript/03-part").mkdir()
        chapter = root / "manuscript/03-part/01-new.md"
        chapter.write_text("# New\n\nFirst.\n", encoding="utf-8")
        until(lambda: "text/new.xhtml" in _shown_chapters(preview))
        _replace(chapter, "First.", "Second.")
        until(lambda: "Second." in preview.page("text/new.xhtml"))


def test_pictures_styles_settings_and_shared_texts_are_followed(
    project: WriteProject, tmp_path: Path
) -> None:
    """Whatever the book is made from is followed, also outside the project's folder."""
    settings = f'shared = ["../snippets"]\n{BOOK}[theme]\ncss = ["own.css"]\n'
    shared = tmp_path / "snippets"
    shared.mkdir()
    (shared / "hello.md").write_text("Hello.\n", encoding="utf-8")
    root = project(
        {
            **files(),
            "manuscript/book.toml": settings,
            "own.css": "p { color: #010203 }\n",
            "manuscript/03-hello.md": "# Hello\n\n{{include ../snippets/hello.md}}\n",
        }
    )
    with Preview(root) as preview:
        preview.listen()
        assert preview.state()["error"] is None
        (root / "images/ada.png").write_bytes(png(64, 48))
        until(lambda: 'width="64" height="48"' in preview.page("text/mine.xhtml"))
        (root / "own.css").write_text("p { color: #040506 }\n", encoding="utf-8")
        until(lambda: "#040506" in preview.page("styles/book.css"))
        (shared / "hello.md").write_text("Good morning.\n", encoding="utf-8")
        until(lambda: "Good morning." in preview.page("text/hello.xhtml"))
        _replace(root / "manuscript/book.toml", "A book", "Another book")
        until(lambda: preview.state()["title"] == "Another book")


def test_a_finished_book_is_followed(project: WriteProject, tmp_path: Path) -> None:
    """A finished EPUB is opened anew when its file is another one."""
    root = project(files())
    book = tmp_path / "book.epub"
    _build(root, book)
    with Preview(book) as preview:
        page = preview.listen()
        page.next()
        _replace(root / FIRST, "The last.", "The very last.")
        _build(root, book)
        assert "OEBPS/text/mine.xhtml" in page.next()["changed"]
        assert "The very last." in preview.page("OEBPS/text/mine.xhtml")
        book.unlink()
        until(lambda: preview.state()["error"])
        _build(root, book)
        until(lambda: preview.state()["error"] is None)


def test_an_edition_follows_while_it_is_looked_at(project: WriteProject) -> None:
    """Two tabs on two editions: both follow."""
    settings = f'{BOOK}[editions.fixed]\nlayout = "fixed"\n'
    root = project({**files(), "manuscript/book.toml": settings})
    with Preview(root) as preview:
        main, fixed = preview.listen(), preview.listen("fixed")
        main.next()
        fixed.next()
        _replace(root / FIRST, "The last.", "The very last.")
        assert "text/mine.xhtml" in main.next()["changed"]
        assert fixed.next()["edition"] == "fixed"
        pages = [each["href"] for each in preview.state("fixed")["spine"]]
        assert any("very" in preview.page(href, "fixed") for href in pages)


def _shows(preview: Preview, words: str) -> None:
    until(lambda: words in preview.page("text/mine.xhtml"))


def _build(root: Path, target: Path) -> None:
    import epubforge

    epubforge.build(root, target)


def _codes(preview: Preview) -> set[str]:
    return {finding["code"] for finding in preview.state()["findings"]}


def _chapters(preview: Preview) -> list[str]:
    made = {"nav.xhtml", "text/cover.xhtml", "text/titlepage.xhtml", "text/copyright.xhtml"}
    return [p["href"] for p in preview.state()["spine"] if p["href"] not in made]


def _shown_chapters(preview: Preview) -> list[str]:
    state = preview.state()
    return [] if state["error"] else _chapters(preview)


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _git(root: Path, *words: str) -> None:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    subprocess.run(["git", "-C", str(root), *identity, *words], check=True, capture_output=True)
