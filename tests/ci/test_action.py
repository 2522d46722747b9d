"""The GitHub Action's shell parts, run as GitHub runs them, with what strangers may write."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Final

import pytest

from ci.github_job import ACTION, DEFAULTS, SCRIPTS, Runner, job
from conftest import BOOK, write_files

HOSTILE: Final = (
    "; touch PWNED",
    "$(touch PWNED)",
    "`touch PWNED`",
    '" && touch PWNED && "',
    "a\ntouch PWNED",
    "| touch PWNED #",
    "--help",
    "-rf",
    "*",
    "a b",
    "${PATH}",
    "::set-output name=report::x",
    "a\r\n::add-path::PWNED",
    "\\",
    "'",
    "é\u202e",
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="bash is another program there")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A job with a small book."""
    made = job(tmp_path)
    write_files(made.workspace, {"manuscript/book.toml": BOOK, "manuscript/1.md": "# One\n\nA.\n"})
    return made


def test_a_book_is_checked(runner: Runner) -> None:
    """With nothing said, the project in the workspace, in the form that GitHub shows."""
    assert runner.step("plan.sh").returncode == 0
    assert runner.outputs()["requirement"] == "own"
    done = runner.step("run.sh")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert runner.arguments() == ["check", "--format=github", "--", "."]
    assert runner.outputs()["exit-code"] == "0"
    assert runner.outputs()["report"] == ""
    assert runner.added("step_summary") == ["## epubforge: no findings", ""]


def test_findings_fail_the_step_after_all_is_written(runner: Runner) -> None:
    """The exit code is epubforge's own; report, outputs, notes and the job's page are there."""
    (runner.workspace / "manuscript/1.md").write_text("# One\n\n[a](nowhere.md)\n")
    done = runner.step("run.sh", {**DEFAULTS, "INPUT_FORMAT": "sarif"})
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=manuscript/1.md,line=3,")
    outputs = runner.outputs()
    assert outputs["exit-code"] == "1"
    results = json.loads(Path(outputs["report"]).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [each["ruleId"] for each in results] == ["L001"]
    assert runner.added("step_summary")[0] == "## epubforge: 1 error"
    passed = runner.step("run.sh", {**DEFAULTS, "INPUT_FAIL_ON": "never"})
    assert passed.returncode == 0


@pytest.mark.parametrize(
    ("format_", "ending"), [("json", "json"), ("junit", "xml"), ("gitlab", "json")]
)
def test_a_report_has_the_ending_that_its_readers_look_for(
    runner: Runner, format_: str, ending: str
) -> None:
    """A temporary file where none is named."""
    assert runner.step("run.sh", {**DEFAULTS, "INPUT_FORMAT": format_}).returncode == 0
    report = Path(runner.outputs()["report"])
    assert report == runner.folder / "temp" / "epubforge" / f"report.{ending}"
    assert report.is_file()


def test_every_line_is_one_argument(runner: Runner) -> None:
    """Several books, several profiles, several options; a report in a folder that is not there."""
    write_files(runner.workspace / "second book", {"manuscript/1.md": "# Two\n\nB.\n"})
    inputs = {
        **DEFAULTS,
        "INPUT_PATH": ".\nsecond book\n",
        "INPUT_FORMAT": "json",
        "INPUT_OUTPUT": "reports/findings of all.json",
        "INPUT_FAIL_ON": "warning",
        "INPUT_PROFILE": "none\n",
        "INPUT_ARGS": "--ignore=L020\r\n\n--select\nA,L\n",
    }
    done = runner.step("run.sh", inputs)
    assert done.returncode == 0, done.stderr
    assert runner.arguments() == [
        "check",
        "--format=json",
        "--profile=none",
        "--fail-on=warning",
        "--output=reports/findings of all.json",
        "--ignore=L020",
        "--select",
        "A,L",
        "--",
        ".",
        "second book",
    ]
    assert runner.outputs()["report"] == "reports/findings of all.json"
    assert (runner.workspace / "reports/findings of all.json").is_file()


def test_a_book_is_built(runner: Runner) -> None:
    """The command build takes the same inputs."""
    done = runner.step("run.sh", {**DEFAULTS, "INPUT_COMMAND": "build"})
    assert done.returncode == 0, done.stderr
    assert (runner.workspace / "dist/a-book.epub").is_file()


def test_a_report_of_an_earlier_run_is_not_taken_for_this_ones(runner: Runner) -> None:
    """A run that cannot start leaves no report, and says so."""
    (runner.workspace / "old.json").write_text("{}")
    inputs = {**DEFAULTS, "INPUT_FORMAT": "json", "INPUT_OUTPUT": "old.json", "INPUT_PATH": "none"}
    assert runner.step("run.sh", inputs).returncode == 2
    assert runner.outputs() == {"exit-code": "2", "report": ""}


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_of_an_input_is_more_than_an_argument(runner: Runner, value: str) -> None:
    """Whatever stands in the inputs, nothing but epubforge runs, and nothing steers the runner."""
    before = sorted(runner.workspace.rglob("*"))
    names = ("PATH", "PROFILE", "FAIL_ON", "ARGS")
    done = runner.step("run.sh", {**DEFAULTS, **{f"INPUT_{name}": value for name in names}})
    lines = value.splitlines()  # without a carriage return at their ends
    profiles = [f"--profile={line}" for line in lines]
    arguments = ["check", "--format=github", *profiles, f"--fail-on={value}", *lines, "--", *lines]
    assert runner.arguments() == arguments
    assert sorted(runner.workspace.rglob("*")) == before
    code = 0 if value == "--help" else 2
    assert runner.outputs() == {"exit-code": str(code), "report": ""}
    assert done.returncode == code
    assert [line for line in done.stdout.splitlines() if line.startswith("::")] == []
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    "name", ["COMMAND", "VERSION", "FORMAT", "EPUBCHECK", "EXTRAS", "CACHE", "OUTPUT"]
)
def test_what_is_no_choice_is_refused_before_anything_is_installed(
    runner: Runner, name: str, value: str
) -> None:
    """In one line that repeats nothing of it; a report's name may be any but one of two lines."""
    before = sorted(runner.workspace.rglob("*"))
    done = runner.step("plan.sh", {**DEFAULTS, f"INPUT_{name}": value})
    assert sorted(runner.workspace.rglob("*")) == before
    if name == "OUTPUT" and "\n" not in value:
        assert done.returncode == 0
        assert set(runner.outputs()) == {"requirement", "key"}
        return
    assert done.returncode == 2
    assert done.stderr == ""
    assert done.stdout.startswith(f"::error title=epubforge action::the input {name.lower()} ")
    assert len(done.stdout.splitlines()) == 1
    assert runner.outputs() == {}


@pytest.mark.parametrize("value", [value for value in HOSTILE if "\n" not in value])
def test_a_report_may_have_any_name(runner: Runner, value: str) -> None:
    """A leading hyphen and signs of the shell are letters of the name."""
    done = runner.step("run.sh", {**DEFAULTS, "INPUT_FORMAT": "json", "INPUT_OUTPUT": value})
    assert done.returncode == 0, done.stderr
    assert runner.outputs()["report"] == value
    assert json.loads((runner.workspace / value).read_text(encoding="utf-8"))["findings"] == []


def test_what_is_to_be_installed(runner: Runner) -> None:
    """The action's own source unless a version is named; the cache's key changes with it."""
    keys = set()
    for inputs, requirement in (
        ({}, "own"),
        ({"INPUT_EPUBCHECK": "true"}, "own[epubcheck]"),
        ({"INPUT_EXTRAS": "heif,scripts"}, "own[heif,scripts]"),
        ({"INPUT_EPUBCHECK": "true", "INPUT_EXTRAS": "heif"}, "own[epubcheck,heif]"),
        ({"INPUT_VERSION": "1.2.0"}, "epubforge==1.2.0"),
        ({"INPUT_VERSION": "1.2.0rc1", "INPUT_EXTRAS": "heif"}, "epubforge[heif]==1.2.0rc1"),
    ):
        assert runner.step("plan.sh", {**DEFAULTS, **inputs}).returncode == 0
        outputs = runner.outputs()
        assert outputs["requirement"] == requirement
        assert outputs["key"].replace("-", "").isdigit()
        keys.add(outputs["key"])
    assert len(keys) == 6


def test_epubcheck_goes_with_check(runner: Runner) -> None:
    """A build asks nobody else; it is said instead of left out."""
    inputs = {**DEFAULTS, "INPUT_COMMAND": "build", "INPUT_EPUBCHECK": "true"}
    done = runner.step("plan.sh", inputs)
    assert done.returncode == 2
    assert "a step for each" in done.stdout


def test_the_action_installs_itself(runner: Runner) -> None:
    """From the folder that it was taken from, with the versions that it was tested with; the
    command alone comes onto the path, and a second step of the job does not install again."""
    (runner.folder / "bin" / "epubforge").unlink()
    inputs = {**DEFAULTS, "INPUT_PYTHON": sys.executable, "INPUT_REQUIREMENT": "own"}
    clean = {**inputs, "PYTHONPATH": "", "PYTHONNOUSERSITE": "1"}
    done = runner.step("install.sh", clean)
    assert done.returncode == 0, done.stderr
    home = runner.folder / "temp" / "epubforge"
    assert runner.added("path") == [str(home / "bin")]
    assert [path.name for path in (home / "bin").iterdir()] == ["epubforge"]
    checked = runner.step("run.sh", clean)
    assert (checked.returncode, checked.stdout) == (0, "")
    installed = (home / "venv" / "pyvenv.cfg").stat().st_mtime_ns
    assert runner.step("install.sh", clean).returncode == 0
    assert (home / "venv" / "pyvenv.cfg").stat().st_mtime_ns == installed


def test_scripts_get_what_they_read() -> None:
    """A step hands its script each input that it names, and no script's text holds an input."""
    for step in ACTION["runs"]["steps"]:
        if "run" in step:
            script = step["run"].rsplit("/", 1)[-1].rstrip('"')
            text = (SCRIPTS / script).read_text(encoding="utf-8")
            assert "${{" not in step["run"]
            named = {name for name in step["env"] if f"${name}" in text or f"${{{name}" in text}
            assert named == set(step["env"]), script
            assert set(DEFAULTS) & {w.strip('"') for w in text.split()} <= set(step["env"])
