"""The guide's page "In CI": followed line by line in an empty folder, its files held to schemas."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
import yaml

from ci.github_job import ACTION, DEFAULTS, job
from ci.gitlab_job import JOBS, run
from conftest import BOOK, write_files
from epubforge import __version__
from guide_examples import GUIDE, ROOT

PAGE: Final = (GUIDE / "in-ci.md").read_text(encoding="utf-8")
FENCE: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MARK: Final = "=== the page goes on ==="
HOOKS: Final = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the lines are for a POSIX shell")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of the page."""

    kind: str
    text: str


def blocks() -> list[Block]:
    """All of them, in the order of the page, with what a publisher puts in filled in."""
    page = PAGE.replace("OWNER", "example").replace("COMMIT", "0123456789" * 4)
    return [Block(found[1], found[2]) for found in FENCE.finditer(page)]


def files() -> dict[str, str]:
    """The files that the page has a publisher write, by their names."""
    return {
        block.text.partition("\n")[0].removeprefix("# "): block.text
        for block in blocks()
        if block.kind == "yaml"
    }


def test_the_page_is_followed_literally(tmp_path: Path) -> None:
    """Every line is typed and every file written, and what the page shows is what is seen."""
    script = "\n".join(["set -e", "exec 2>&1", *_typed()])
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env={**_environment(tmp_path), **_wheel(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    seen = done.stdout.split(f"{MARK}\n")
    shown = [after.text if after.kind == "text" else None for _, after in _lines_to_type()]
    for said, expected in zip(seen, shown, strict=False):
        if expected is not None:
            assert re.fullmatch(_pattern(expected), said), said


def test_the_lines_for_docker_are_all_that_is_not_typed() -> None:
    """A block without a language is one that no test can follow."""
    untyped = [block.text for block in blocks() if block.kind == ""]
    assert len(untyped) == 1
    assert untyped[0].startswith("docker build ")
    assert {block.kind for block in blocks()} == {"sh", "text", "yaml", ""}


@pytest.mark.parametrize("name", [name for name in files() if name.startswith(".github")])
def test_workflow(name: str, tmp_path: Path) -> None:
    """A workflow of the page fits GitHub's schema, and a linter for safety finds nothing in it."""
    write_files(tmp_path, {name: files()[name]})
    for command in (
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", name],
        ["zizmor", "--offline", "--no-progress", name],
        ["yamllint", "--strict", "--config-file", str(ROOT / ".yamllint.yml"), name],
    ):
        _lint(command, tmp_path)


@pytest.mark.parametrize("name", [name for name in files() if name.startswith(".github")])
def test_steps_of_a_workflow(name: str, tmp_path: Path) -> None:
    """The action takes what the page hands to it, and does what the page says of a good book."""
    steps = [
        step for each in yaml.safe_load(files()[name])["jobs"].values() for step in each["steps"]
    ]
    ours = [step for step in steps if step["uses"].startswith("example/epubforge@")]
    assert ours
    for number, step in enumerate(ours):
        given = step.get("with", {})
        assert set(given) <= set(ACTION["inputs"])
        inputs = {f"INPUT_{key.upper().replace('-', '_')}": said for key, said in given.items()}
        folder = tmp_path / str(number)
        folder.mkdir()
        runner = job(folder)
        write_files(runner.workspace, {"book.toml": BOOK, "manuscript/1.md": "# One\n\nA.\n"})
        for script in ("plan.sh", "run.sh"):
            done = runner.step(script, {**DEFAULTS, **inputs})
            assert done.returncode == 0, done.stdout + done.stderr
        assert ("output" in given) == bool(runner.outputs()["report"])


def test_jobs_of_gitlab(tmp_path: Path) -> None:
    """The page's file fits GitLab's schema, and its jobs run with what they say."""
    write_files(tmp_path, {"jobs.yml": files()[".gitlab-ci.yml"]})
    _lint(["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "jobs.yml"], tmp_path)
    said = yaml.safe_load(files()[".gitlab-ci.yml"])
    (included,) = said.pop("include")
    assert included["remote"].endswith("/ci/gitlab.yml")
    book = write_files(tmp_path / "book", {"book.toml": BOOK, "manuscript/1.md": "# One\n\nA.\n"})
    for name, own in said.items():
        variables = own.get("variables", {})
        assert set(variables) <= set(JOBS[".epubforge"]["variables"])
        done = run(own["extends"], book, **variables)
        assert done.returncode == 0, (name, done.stdout + done.stderr)


def test_tables_hold_all_that_there_is() -> None:
    """Inputs of the action, variables for GitLab, hooks for pre-commit."""
    named = {section: _first_column(section) for section in ("GitHub", "GitLab")}
    assert named["GitHub"] == list(ACTION["inputs"])
    variables = JOBS[".epubforge"]["variables"]
    assert named["GitLab"] == [name for name in variables if name.startswith("EPUBFORGE_")]
    assert _first_column("Before every commit") == [hook["id"] for hook in HOOKS]
    outputs = re.findall(r"outputs are `([\w-]+)`, and `([\w-]+)`", PAGE)
    assert outputs == [tuple(ACTION["outputs"])]


def test_the_contents_lead_to_every_section() -> None:
    """The list at the top names each section once."""
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]
    assert re.findall(r"\]\(#([^)]+)\)", PAGE[: PAGE.index("\n## ")]) == anchors


def _lines_to_type() -> Iterator[tuple[Block, Block]]:
    """Each block of lines, with the block after it."""
    for block, after in pairwise([*blocks(), Block("", "")]):
        if block.kind == "sh":
            yield block, after


def _typed() -> Iterator[str]:
    for block in blocks():
        match block.kind:
            case "sh":
                yield f"{block.text}printf '%s\\n' '{MARK}'"
            case "yaml":
                name, _, _ = block.text.partition("\n")
                path = name.removeprefix("# ")
                content = _here(block.text) if "pre-commit" in path else block.text
                yield f"mkdir -p $(dirname {path})\ncat > {path} <<'END'\n{content}END"


def _here(config: str) -> str:
    """The hooks of the page, taken from this checkout, with the epubforge that the page installed.

    pre-commit would clone the repository and install it in an environment of its own.
    """
    ids = [hook["id"] for hook in yaml.safe_load(config)["repos"][0]["hooks"]]
    hooks = [{**hook, "language": "system"} for hook in HOOKS if hook["id"] in ids]
    return yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})


def _environment(folder: Path) -> dict[str, str]:
    """A person's, who has Git and Python and nothing of a build server."""
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "TMPDIR") if key in os.environ}
    pip = {key: value for key, value in os.environ.items() if key.startswith("PIP_")}
    name = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")}  # fmt: skip
    home = {"HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return {**kept, **pip, **name, **home, "PYTHONIOENCODING": "utf-8"}


def _wheel(folder: Path) -> dict[str, str]:
    """What makes pip install this checkout where the page says epubforge."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    constraints = folder / "constraints.txt"
    constraints.write_text(f"{pinned}epubforge=={__version__}\n", encoding="utf-8")
    links = f"{folder} {os.environ.get('PIP_FIND_LINKS', '')}".strip()
    return {"PIP_CONSTRAINT": str(constraints), "PIP_FIND_LINKS": links}


def _pattern(expected: str) -> str:
    """What a shown text stands for: `…` for something in a line, alone in one for some lines."""
    lines = expected.splitlines()
    escaped = [r"(?:.*\n)*" if line == "…" else _line(line) for line in lines]
    return "".join(escaped)


def _line(line: str) -> str:
    return ".*".join(map(re.escape, line.split("…"))) + r"\n"


def _first_column(section: str) -> list[str]:
    start = PAGE.index(f"\n## {section}\n")
    end = PAGE.find("\n## ", start + 1)
    return re.findall(r"^\| `([\w-]+)` \|", PAGE[start:end], re.MULTILINE)


def _lint(command: list[str], folder: Path) -> None:
    tool = Path(sys.executable).parent / command[0]
    done = subprocess.run(
        [tool, *command[1:]], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
