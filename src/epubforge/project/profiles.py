"""Names and files of profiles turned into what is built, and into the shops that are asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Outcome, Reporter
from epubforge.model.profile import Profile, strictest, without_clash
from epubforge.project.errors import ProjectError
from epubforge.project.kinds import Wanted
from epubforge.project.node import INVALID_VALUE, Node
from epubforge.project.profile_table import PROFILE, SHOPS
from epubforge.project.reading import read_text, text_inside
from epubforge.project.suggest import did_you_mean
from epubforge.project.toml_file import TomlFile, read_toml
from epubforge.source import SourceFile

PROFILES = Path(__file__).parent.parent / "profiles"
"""The profiles that come with epubforge, a file for each."""
DEFAULT = "universal"
NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is built, for whom, and the project's own files that it was read from."""

    profile: Profile
    """Of each figure the strictest."""
    shops: tuple[Profile, ...]
    """Those whose demands are checked one by one."""
    files: tuple[SourceFile, ...] = ()

    @property
    def is_nobodys(self) -> bool:
        """Whether it was said that no shop counts."""
        return self.profile.name == NOBODY


def choose_profile(root: Path, wanted: Sequence[Wanted], reporter: Reporter) -> Chosen:
    """The profiles of those names or files; universal where none is named.

    What is wrong with one is reported, and it does not count.
    """
    files: list[SourceFile] = []
    profiles = [_of_project(root, each, files, reporter) for each in wanted]
    known = [profile for profile in profiles if profile is not None]
    return replace(_chosen(known or [built_in(DEFAULT)]), files=tuple(files))


def named(wanted: Sequence[str | Path]) -> Outcome[Chosen]:
    """The profiles of those names, or files by their paths from the current folder.

    What is wrong in a file is found. Raises ProjectError where there is no such profile.
    """
    reporter = Reporter()
    return Outcome(_chosen([_by_name(each, reporter) for each in wanted]), reporter.found)


def usual() -> Chosen:
    """What counts where nothing is said: the universal profile."""
    return _chosen([built_in(DEFAULT)])


def names() -> tuple[str, ...]:
    """The names of the profiles that come with epubforge."""
    return tuple(sorted(file.stem for file in PROFILES.glob("*.toml")))


@cache
def built_in(name: str) -> Profile:
    """The profile of that name. Raises OSError where there is none."""
    path = PROFILES / f"{name}.toml"
    read = read_profile(SourceFile(path.name, path.read_text(encoding="utf-8")))
    return replace(read.value, name=name)


def shops_of(profile: Profile) -> tuple[Profile, ...]:
    """The shops whose demands a profile stands for; itself, unless it says otherwise."""
    if profile.shops is None:
        return (profile,)
    return tuple(without_clash(built_in(name), profile) for name in profile.shops)


def read_profile(source: SourceFile) -> Outcome[Profile]:
    """The profile that a file describes, without its name; broken figures are reported."""
    read = read_toml(source)
    reporter = Reporter()
    reporter.extend(read.found)
    if read.value is None:
        return Outcome(Profile(), reporter.found)
    profile = PROFILE.read(Node(read.value, (), read.value.values, reporter))
    if profile.shops is None:
        return Outcome(profile, reporter.found)
    for each in profile.shops:
        if each not in names():
            reporter.add(_unknown(read.value, each))
    known = tuple(each for each in profile.shops if each in names())
    return Outcome(replace(profile, shops=known), reporter.found)


def _chosen(profiles: Sequence[Profile]) -> Chosen:
    return Chosen(strictest(profiles), _each_once(s for p in profiles for s in shops_of(p)))


def _each_once(shops: Iterable[Profile]) -> tuple[Profile, ...]:
    """Of a shop that is named twice the first."""
    found: dict[str, Profile] = {}
    for each in shops:
        found.setdefault(each.name, each)
    return tuple(found.values())


def _of_project(
    root: Path, wanted: Wanted, files: list[SourceFile], reporter: Reporter
) -> Profile | None:
    known = names()
    if wanted.name in known:
        return built_in(wanted.name)
    if not _is_file(wanted.name):
        message = f"no profile is called {wanted.name}{did_you_mean(wanted.name, known)}"
        hint = f"choose {', '.join(known)}, or a file of the project: profiles/mine.toml"
        reporter.add(INVALID_VALUE.at(wanted.span, message, hint))
        return None
    source = text_inside(root, wanted, reporter)
    if source is None:
        return None
    files.append(source)
    return _read(source, reporter)


def _by_name(wanted: str | Path, reporter: Reporter) -> Profile:
    known, name = names(), str(wanted)
    if name in known:
        return built_in(name)
    if not _is_file(name):
        meant = did_you_mean(name, known)
        raise ProjectError(
            f"no profile is called {name}{meant or ': '}"
            f"{'' if meant else ', '.join(known) + ', or a file: mine.toml'}"
        )
    path = Path(wanted)
    if not path.is_file():
        raise ProjectError(f"there is no profile {name}: it is no file")
    read = read_text(path.resolve().parent, path.resolve())
    reporter.extend(read.found)
    return _read(replace(read.value, path=path.as_posix()), reporter)


def _read(source: SourceFile, reporter: Reporter) -> Profile:
    read = read_profile(source)
    reporter.extend(read.found)
    return replace(read.value, name=Path(source.path).stem)


def _is_file(name: str) -> bool:
    return "/" in name or "\\" in name or name.endswith(".toml")


def _unknown(file: TomlFile, name: str) -> Diagnostic:
    message = f"no profile is called {name}{did_you_mean(name, names())}"
    return INVALID_VALUE.at(file.span((SHOPS.name,)), message, ", ".join(names()))
