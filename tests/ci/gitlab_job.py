"""A job of GitLab's runner: the lines of its script in one shell, with its variables."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import yaml

ROOT: Final = Path(__file__).parent.parent.parent
JOBS: Final = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))


def run(job: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A job's script in a repository, after what of the setting-up is not installing."""
    setting_up = [line for line in JOBS[".epubforge"]["before_script"] if "/tmp/" not in line]
    bin_ = folder.parent / "bin"
    bin_.mkdir(exist_ok=True)
    command = bin_ / "epubforge"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m epubforge "$@"\n')
    command.chmod(0o755)
    given = {**JOBS[".epubforge"]["variables"], **variables}
    lines = "\n".join([*setting_up, *JOBS[job]["script"]])
    return subprocess.run(
        ["bash", "-c", f"set -eo pipefail\n{lines}"],
        cwd=folder,
        env={**os.environ, **given, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
