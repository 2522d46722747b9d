"""Reports of the commands: in every format, on the screen and in files, for chosen findings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from conftest import BOOK, Command, WriteProject

CHAPTER = "# One\n\n[a](nowhere.md)\n"
DEAD = ("L001",)


def repository(project: WriteProject) -> Path:
    """Two books with chapters of one name, in one Git repository."""
    files: dict[str, str | bytes] = {}
    for book in ("first", "second"):
        files[f"books/{book}/manuscript/book.toml"] = BOOK
        files[f"books/{book}/manuscript/1.md"] = CHAPTER
    root = project({**files, "manuscript/book.toml": BOOK})
    subprocess.run(["git", "init", "-q", root], check=True)
    return root


def sarif_files(text: str) -> list[str]:
    results = json.loads(text)["runs"][0]["results"]
    uris = (each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results)
    return sorted(uris)


def test_files_are_named_from_the_repository_wherever_the_command_runs(
    project: WriteProject, epubforge: Command
) -> None:
    """Two books of equal chapter names, from three folders, in the three formats that want it."""
    root = repository(project)
    first, second = root / "books/first", root / "books/second"
    expected = ["books/first/manuscript/1.md", "books/second/manuscript/1.md"]
    for folder in (root, root / "books", first / "manuscript"):
        chosen = ("--select", "L001", "--format")
        sarif = epubforge("check", first, second, *chosen, "sarif", cwd=folder)
        assert sarif_files(sarif.stdout) == expected
        assert sarif.returncode == 1
        gitlab = epubforge("check", first, second, *chosen, "gitlab", cwd=folder)
        assert [each["location"]["path"] for each in json.loads(gitlab.stdout)] == expected
        github = epubforge("check", first, second, *chosen, "github", cwd=folder)
        named = [line.split("file=")[1].split(",")[0] for line in github.stdout.splitlines()]
        assert named == expected
    alone = epubforge("check", first, *chosen, "json", cwd=second)
    assert [each["file"] for each in json.loads(alone.stdout)["findings"]] == ["manuscript/1.md"]


def test_a_finished_book_is_named_from_the_repository_too(
    project: WriteProject, epubforge: Command
) -> None:
    """The path as given, told from the repository's root."""
    root = repository(project)
    (root / "books" / "bad.epub").write_bytes(b"no book")
    done = epubforge("check", "../bad.epub", "--format", "sarif", cwd=root / "books/first")
    assert set(sarif_files(done.stdout)) == {"books/bad.epub"}
    plain = epubforge("check", "../bad.epub", "--format", "json", cwd=root / "books/first")
    assert {each["file"] for each in json.loads(plain.stdout)["findings"]} == {"../bad.epub"}


def test_the_report_goes_to_a_file_and_to_whoever_watches(
    project: WriteProject, epubforge: Command
) -> None:
    """--output writes the format that is asked for, or that its name says; the screen has text."""
    root = project({"manuscript/1.md": CHAPTER})
    for name, arguments in (
        ("a.sarif", ()),
        ("b.json", ()),
        ("c.xml", ()),
        ("d.txt", ("--format", "json")),
    ):
        done = epubforge("check", root, "--output", root / name, *arguments)
        assert "manuscript/1.md:3:1: error L001 dead-link" in done.stdout
        assert done.returncode == 1
    assert sarif_files((root / "a.sarif").read_text()) == ["manuscript/1.md"]
    for name in ("b.json", "d.txt"):
        report = json.loads((root / name).read_text())
        assert [each["code"] for each in report["findings"]] == ["L001"]
    assert (root / "c.xml").read_text().startswith("<?xml")
    refused = epubforge("check", root, "--output", root / "none" / "a.json")
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["check", "build"])
def test_what_could_not_be_looked_at_has_no_report(
    epubforge: Command, tmp_path: Path, command: str
) -> None:
    """No project there: an empty report would say that nothing is wrong with it."""
    done = epubforge(command, tmp_path, "--output", tmp_path / "findings.sarif")
    assert done.returncode == 2
    assert not (tmp_path / "findings.sarif").exists()


def test_github_is_spoken_to_in_its_language(project: WriteProject, epubforge: Command) -> None:
    """Under GitHub Actions annotations come by themselves, and the job's page gets a table."""
    root = project({"manuscript/1.md": CHAPTER})
    page = root / "summary.md"
    page.write_text("before\n")
    environment = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(page)}
    for command in ("check", "build"):
        done = epubforge(command, root, **environment)
        lines = done.stdout.splitlines()
        assert [line.partition(" ")[0] for line in lines] == ["::error"]
        assert "title=L001 dead-link" in lines[0]
    assert page.read_text().startswith("before\n## epubforge: 1 error\n")
    text = epubforge("check", root, "--format", "text", **environment)
    assert text.stdout.startswith("manuscript/1.md:3:1: error")


def test_findings_are_chosen_by_their_rules(project: WriteProject, epubforge: Command) -> None:
    """--select and --ignore take codes, beginnings of codes and names; the exit code follows."""
    root = project({"manuscript/1.md": "# One\n\n[a](nowhere.md) ![](../images/none.png)\n"})

    def codes(*arguments: str) -> tuple[list[str], int]:
        done = epubforge("check", root, "--format", "json", *arguments)
        return [each["code"] for each in json.loads(done.stdout)["findings"]], done.returncode

    assert codes("--select", "L001") == (["L001", "I001"], 1)
    assert codes("--select", "A,dead-link") == (["L001", "I001", "A001"], 1)
    assert codes("--ignore", "L") == (["I001", "A001"], 1)
    assert codes("--ignore", "dead-link", "--ignore", "A001,I001") == (["I001"], 1)
    wrong = epubforge("check", root, "--select", "dead-lnk")
    assert wrong.returncode == 2
    assert "did you mean dead-link?" in wrong.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_old_findings_do_not_fail_a_book_and_new_ones_do(
    project: WriteProject, epubforge: Command, command: str
) -> None:
    """The baseline holds what was there, wherever it moves to and wherever the command runs."""
    root = project({"manuscript/1.md": CHAPTER})
    baseline = root / "old.json"
    made = epubforge(command, root, "--baseline", baseline, "--write-baseline")
    assert made.returncode == 0, made.stderr
    assert [each["code"] for each in json.loads(baseline.read_text())["findings"]] == ["L001"]
    (root / "manuscript/1.md").write_text("# One\n\nMore.\n\n[a](nowhere.md)\n")
    again = epubforge(command, ".", "--baseline", "../old.json", cwd=root / "manuscript")
    assert again.returncode == 0, again.stdout
    (root / "manuscript/2.md").write_text("# Two\n\n[b](elsewhere.md)\n")
    worse = epubforge(command, root, "--baseline", baseline)
    assert worse.returncode == 1
    assert "elsewhere.md" in worse.stdout
    assert "nowhere.md leads" not in worse.stdout


def test_a_baseline_never_hides_what_stops_a_book(
    project: WriteProject, epubforge: Command
) -> None:
    """A missing picture is told although it was there when the baseline was written."""
    root = project({"manuscript/1.md": "# One\n\n![Ada](../images/none.png)\n"})
    baseline = root / "old.json"
    made = epubforge("check", root, "--baseline", baseline, "--write-baseline")
    assert made.returncode == 1
    assert json.loads(baseline.read_text())["findings"] == []
    assert epubforge("check", root, "--baseline", baseline).returncode == 1


@pytest.mark.parametrize(
    "content", [None, b"", b"[]", b'{"schema_version": 9}', b"\xff", b"[" * 9999]
)
def test_a_baseline_that_is_none_is_refused(
    project: WriteProject, epubforge: Command, content: bytes | None
) -> None:
    """In one line that names the file, with exit code 2."""
    root = project({"manuscript/1.md": CHAPTER})
    if content is not None:
        (root / "old.json").write_bytes(content)
    done = epubforge("check", root, "--baseline", root / "old.json")
    assert done.returncode == 2
    assert "old.json" in done.stderr
    assert "Traceback" not in done.stderr
