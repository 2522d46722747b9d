"""A job of GitHub's runner: the folders, files and variables that it hands to an action's step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

ROOT: Final = Path(__file__).parent.parent.parent
SCRIPTS: Final = ROOT / "ci" / "action"
ACTION: Final = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
DEFAULTS: Final = {
    f"INPUT_{name.upper().replace('-', '_')}": told["default"]
    for name, told in ACTION["inputs"].items()
}


@dataclass(frozen=True, slots=True)
class Runner:
    """A job's folders and files, as GitHub's runner hands them to a step."""

    folder: Path

    @property
    def workspace(self) -> Path:
        """Where the steps run."""
        return self.folder / "workspace"

    def step(
        self, script: str, inputs: Mapping[str, str] = DEFAULTS
    ) -> subprocess.CompletedProcess[str]:
        """Run one of the action's scripts."""
        path = os.pathsep.join([*self.added("path"), str(self.folder / "bin"), os.environ["PATH"]])
        files = {name: str(self.folder / name) for name in ("output", "path", "step_summary")}
        return subprocess.run(
            ["bash", str(SCRIPTS / script)],
            cwd=self.workspace,
            env={
                **os.environ,
                **inputs,
                **{f"GITHUB_{name.upper()}": file for name, file in files.items()},
                "PATH": path,
                "RUNNER_TEMP": str(self.folder / "temp"),
                "GITHUB_ACTIONS": "true",
            },
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def added(self, name: str) -> list[str]:
        """The lines of one of the runner's files."""
        return (self.folder / name).read_text(encoding="utf-8").splitlines()

    def outputs(self) -> dict[str, str]:
        """What the steps said; every line is read as the runner does."""
        return dict(line.split("=", 1) for line in self.added("output"))

    def arguments(self) -> list[str]:
        """What epubforge was called with."""
        said: list[str] = json.loads((self.folder / "arguments").read_text(encoding="utf-8"))
        return said


def job(folder: Path) -> Runner:
    """A job with an empty workspace; the epubforge on its path writes down what it is told."""
    for name in ("output", "path", "step_summary"):
        (folder / name).touch()
    for name in ("temp", "bin", "workspace"):
        (folder / name).mkdir()
    command = folder / "bin" / "epubforge"
    command.write_text(
        f"#!{sys.executable}\nimport json, sys\nfrom pathlib import Path\n"
        f"Path({str(folder / 'arguments')!r}).write_text(json.dumps(sys.argv[1:]))\n"
        "from epubforge.__main__ import main\nsys.exit(main())\n"
    )
    command.chmod(0o755)
    return Runner(folder)
