"""What GitHub, GitLab, pre-commit and Docker read, held against their schemas and linters."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent.parent
WORKFLOWS: Final = tuple(
    path.relative_to(ROOT).as_posix() for path in (ROOT / ".github/workflows").iterdir()
)
SCRIPTS: Final = tuple(
    path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "ci/action").glob("*.sh"))
)
YAML: Final = (".github", ".pre-commit-hooks.yaml", ".yamllint.yml", "action.yml", "ci")

LINTERS: Final = {
    "yamllint": ("yamllint", "--strict", *YAML),
    "zizmor": ("zizmor", "--offline", "--no-progress", "--pedantic", "."),
    "workflows": ("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS),
    "action": ("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"),
    "pre-commit": ("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"),
    "shellcheck": ("shellcheck", *SCRIPTS, ".ci/run", "tools/install-chromium"),
    "hadolint": ("hadolint", "Dockerfile"),
}
ON_WINDOWS: Final = {"hadolint": "has no package for Windows"}


def tool(name: str) -> str:
    """A linter of the environment that the tests run in."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is not installed: make test does it"
    return found


@pytest.mark.parametrize("name", [n for n in LINTERS if os.name != "nt" or n not in ON_WINDOWS])
def test_linter(name: str) -> None:
    """The linter has nothing to say."""
    command, *arguments = LINTERS[name]
    done = subprocess.run(
        [tool(command), *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "file", "good", "bad"),
    [
        ("zizmor", "action.yml", 'run: bash "$', 'run: bash "${{ inputs.path }}$'),
        ("zizmor", "action.yml", "@a26af69be951a213d495a4c3e4e4022e16d87065", "@v5"),
        ("action", "action.yml", "using: composite", "using: composit"),
        ("pre-commit", ".pre-commit-hooks.yaml", "language: python", "language: pyhton"),
        ("shellcheck", "ci/action/run.sh", 'exit "$code"', "exit $cod"),
        ("yamllint", "action.yml", "using: composite", "using:  composite"),
    ],
)
def test_linter_is_awake(name: str, file: str, good: str, bad: str, tmp_path: Path) -> None:
    """A fault put into a copy is found."""
    for path in ("ci", ".github"):
        shutil.copytree(ROOT / path, tmp_path / path)
    for path in ("action.yml", ".pre-commit-hooks.yaml", ".yamllint.yml"):
        shutil.copy(ROOT / path, tmp_path / path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert good in text
    (tmp_path / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
    command, *arguments = LINTERS[name]
    there = [a for a in arguments if a.startswith(("-", "vendor.")) or (tmp_path / a).exists()]
    subcommand = arguments[:1] if command == "pre-commit" else []
    done = subprocess.run(
        [tool(command), *subcommand, *there], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode not in (0, 2), done.stderr


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("", "", 0), ("when: always", "when: sometimes", 1), ("reports:", "repots:", 1)],
)
def test_gitlab_schema(old: str, new: str, code: int, tmp_path: Path) -> None:
    """The jobs fit GitLab's schema, which passes over hidden ones: they are shown to it unhidden;
    a fault is found."""
    text = (ROOT / "ci/gitlab.yml").read_text(encoding="utf-8")
    assert old in text
    shown = re.sub(r"(^|extends: )\.(?=epubforge)", r"\1", text, flags=re.MULTILINE)
    file = tmp_path / "jobs.yml"
    file.write_text(shown.replace(old, new), encoding="utf-8")
    command = [tool("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout


def test_what_is_used_is_pinned_by_its_commit() -> None:
    """Every action of strangers by its full name, the version beside it; one commit a version."""
    files = [ROOT / "action.yml", *map(ROOT.joinpath, WORKFLOWS)]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    used = [each for each in re.findall(r"uses: (.+)", text) if not each.startswith("./")]
    assert [
        each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", each)
    ] == []
    assert len({each.partition("@")[0] for each in used if "/" in each}) >= 4
