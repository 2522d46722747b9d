"""The Dockerfile, held against what the guide promises, and its steps carried out in a folder.

No container runs here: the base image and Debian's packages are not tried.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypedDict

import pytest
from dockerfile_parse import DockerfileParser

from conftest import BOOK, write_files

ROOT: Final = Path(__file__).parent.parent.parent
FILE: Final = ROOT / "Dockerfile"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the image is of Linux")


class Instruction(TypedDict):
    """One instruction, as the parser tells it."""

    instruction: str
    value: str


@dataclass(slots=True)
class Stage:
    """What stands below one FROM."""

    base: str
    steps: list[tuple[str, str]] = field(default_factory=list)

    def values(self, name: str) -> list[str]:
        """The values of all instructions of that name."""
        return [value for instruction, value in self.steps if instruction == name]


def stages() -> list[Stage]:
    """The Dockerfile's stages, without comments."""
    found: list[Stage] = []
    with FILE.open("rb") as file:
        instructions: list[Instruction] = DockerfileParser(fileobj=file).structure
    for each in instructions:
        match each["instruction"], each["value"]:
            case "COMMENT", _:
                pass
            case "FROM", value:
                found.append(Stage(value))
            case name, value:
                found[-1].steps.append((name, value))
    return found


def environment(stage: Stage) -> dict[str, str]:
    """What ENV sets."""
    return dict(re.findall(r"(\w+)=(\S+)", " ".join(stage.values("ENV"))))


def test_the_image_asks_for_little() -> None:
    """Two stages from one pinned base; what runs is neither root nor by way of a shell."""
    build, image = stages()
    assert re.fullmatch(r"python:\d+\.\d+-slim-\w+ AS build", build.base)
    assert image.base == build.base.removesuffix(" AS build")
    names = {name for name, _ in (*build.steps, *image.steps)}
    assert names == {"WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD"}
    assert [name for name, _ in image.steps if name in {"RUN", "USER"}][-1] == "USER"
    (user,) = image.values("USER")
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    assert image.values("ENTRYPOINT") == ['["epubforge"]']
    assert image.values("WORKDIR") == ["/book"]


def test_the_context_holds_what_is_copied_and_nothing_else() -> None:
    """No history, no manuscript and no secret can get into the image."""
    copied = [word for value in stages()[0].values("COPY") for word in value.split()[:-1]]
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    lines = [line for line in rules if not line.startswith("#")]
    assert lines[0] == "*"
    assert sorted(line[1:] for line in lines if line.startswith("!")) == sorted(copied)
    (from_build,) = stages()[1].values("COPY")
    assert from_build == "--from=build /opt/epubforge /opt/epubforge"


def test_the_steps_make_an_epubforge_that_needs_no_network(tmp_path: Path) -> None:
    """The build stage, carried out below a folder, gives a command that checks a book with
    EPUBCheck and builds it: without a network, and without writing anywhere but to the book."""
    build, image = stages()
    source = tmp_path / "src"
    source.mkdir()
    for value in build.values("COPY"):
        *names, target = value.split()
        for name in names:
            _copy(ROOT / name, source / target / (name if target == "./" else ""))
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    for command in build.values("RUN"):
        here = command.replace("/opt/", f"{tmp_path}/opt/")
        done = _run(["sh", "-e", "-c", here], source, inherited)
        assert done.returncode == 0, done.stdout + done.stderr
    shutil.rmtree(source)
    before = _state(tmp_path / "opt")
    book = write_files(tmp_path / "book", {"book.toml": BOOK, "manuscript/1.md": "# One\n\nA.\n"})
    told = environment(image)
    path = told["PATH"].replace("/opt/", f"{tmp_path}/opt/").replace("$PATH", os.environ["PATH"])
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    clean = {**told, "HOME": str(scratch), "TMPDIR": str(scratch), "PATH": path}
    for arguments in (["--help"], ["check", "--epubcheck"], ["build"]):
        done = _run([*_without_network(), "epubforge", *arguments], book, clean)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (book / "dist" / "a-book.epub").is_file()
    assert _state(tmp_path / "opt") == before
    assert list(scratch.iterdir()) == []


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _run(
    command: list[str], folder: Path, variables: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def _without_network() -> list[str]:
    """What takes the network from a command, where the system lets a test do that."""
    taken = ["unshare", "--map-root-user", "--net"]
    can = shutil.which("unshare") and subprocess.run([*taken, "true"], check=False).returncode == 0
    return taken if can else []


def _state(folder: Path) -> dict[str, int]:
    """Every file below a folder, and when it was changed."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}
