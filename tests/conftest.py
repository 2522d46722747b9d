"""Projects and books for the tests: written to a temporary folder, built by the real thing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Files = Mapping[str, str | bytes]
WriteProject = Callable[[Files], Path]
Command = Callable[..., "subprocess.CompletedProcess[str]"]

BOOK = '[book]\ntitle = "A book"\nlanguage = "en"\nmodified = 2026-01-31T12:00:00Z\n'


def write_files(folder: Path, files: Files) -> Path:
    """Write files below a folder; a project without settings gets the smallest ones."""
    settings = {"manuscript/book.toml", "book.toml", "epubforge.toml"}
    if not settings & set(files):
        files = {"manuscript/book.toml": BOOK, **files}
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        target.write_bytes(data)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> WriteProject:
    """Writes a project's files to a folder of the test's own and returns the folder."""

    def write(files: Files) -> Path:
        return write_files(tmp_path / "project", files)

    return write


@pytest.fixture
def epubforge(tmp_path: Path) -> Command:
    """Runs the real command in a process of its own, without the CI's or user's settings."""

    def run(
        *arguments: str | Path, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        kept = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "PYTHONPATH", "USERPROFILE")
        clean = {name: os.environ[name] for name in kept if name in os.environ}
        return subprocess.run(
            [sys.executable, "-m", "epubforge", *map(str, arguments)],
            cwd=cwd or tmp_path,
            env={**clean, "PYTHONIOENCODING": "utf-8", **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
