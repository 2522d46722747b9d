"""`[checks] profile` turned into the profile that the book is built for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from epubforge.diagnostics import Outcome, Reporter
from epubforge.model.profile import Profile, strictest
from epubforge.project.kinds import Wanted
from epubforge.project.node import INVALID_VALUE, Node
from epubforge.project.profile_table import PROFILE
from epubforge.project.reading import text_inside
from epubforge.project.suggest import did_you_mean
from epubforge.project.toml_file import read_toml
from epubforge.source import SourceFile

PROFILES = Path(__file__).parent.parent / "profiles"
"""The profiles that come with epubforge, a file for each."""
DEFAULT = "universal"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The profile that the settings name, and the project's own files that it was read from."""

    profile: Profile
    files: tuple[SourceFile, ...] = ()


def choose_profile(root: Path, wanted: Sequence[Wanted], reporter: Reporter) -> Chosen:
    """The profile of that name or file; of several the strictest; universal where none is named.

    What is wrong with one is reported, and it does not count.
    """
    files: list[SourceFile] = []
    profiles = [_one(root, each, files, reporter) for each in wanted]
    known = [profile for profile in profiles if profile is not None]
    return Chosen(strictest(known or [built_in(DEFAULT)]), tuple(files))


def names() -> tuple[str, ...]:
    """The names of the profiles that come with epubforge."""
    return tuple(sorted(file.stem for file in PROFILES.glob("*.toml")))


def built_in(name: str) -> Profile:
    """The profile of that name. Raises OSError where there is none."""
    path = PROFILES / f"{name}.toml"
    read = read_profile(SourceFile(path.name, path.read_text(encoding="utf-8")))
    return replace(read.value, name=name)


def read_profile(source: SourceFile) -> Outcome[Profile]:
    """The profile that a file describes, without its name; broken figures are reported."""
    read = read_toml(source)
    reporter = Reporter()
    reporter.extend(read.found)
    if read.value is None:
        return Outcome(Profile(), reporter.found)
    profile = PROFILE.read(Node(read.value, (), read.value.values, reporter))
    return Outcome(profile, reporter.found)


def _one(root: Path, wanted: Wanted, files: list[SourceFile], reporter: Reporter) -> Profile | None:
    known = names()
    if wanted.name in known:
        return built_in(wanted.name)
    if "/" not in wanted.name and not wanted.name.endswith(".toml"):
        message = f"no profile is called {wanted.name}{did_you_mean(wanted.name, known)}"
        hint = f"choose {', '.join(known)}, or a file of the project: profiles/mine.toml"
        reporter.add(INVALID_VALUE.at(wanted.span, message, hint))
        return None
    source = text_inside(root, wanted, reporter)
    if source is None:
        return None
    files.append(source)
    read = read_profile(source)
    reporter.extend(read.found)
    return replace(read.value, name=Path(wanted.name).stem)
