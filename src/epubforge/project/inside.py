"""A path of the settings turned into the real file inside the project, or into a finding."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.project.errors import MistakeError
from epubforge.project.kinds import Wanted
from epubforge.project.natural import matching, nfc
from epubforge.project.suggest import nearest

MISSING_FILE = Rule(
    "P014",
    "missing-file",
    Severity.ERROR,
    """The settings name a file or a folder that is not there.

Why it matters
    The book would lack what the file holds: its cover, its captions, a chapter.
Bad
    cover = "images/covre.jpg"
Good
    cover = "images/cover.jpg"
""",
    blocking=True,
    configuration=True,
)
OUTSIDE_PROJECT = Rule(
    "P015",
    "outside-project",
    Severity.ERROR,
    """A path or a symbolic link leads out of the project's folder.

Why it matters
    A manuscript that you were given could take files from your computer into a book that you then
    pass on. Nothing outside the project's folder is read.
Bad
    cover = "../../secret.jpg"
Good
    cover = "images/cover.jpg"
""",
    blocking=True,
)


def is_inside(root: Path, path: Path) -> bool:
    """Whether the file that a path leads to, through all links, lies in the root.

    The root is given without links. A path whose links go round in a circle is not inside.
    """
    try:
        real = Path(os.path.realpath(path))
    except (OSError, ValueError):
        return False
    return real == root or root in real.parents


def shown(root: Path, path: Path) -> str:
    """A path as findings name it: from the root, with `/`, in NFC."""
    return nfc(from_root(root, path))


def from_root(root: Path, path: Path) -> str:
    """A path from the root, with `/`, as the disk spells it; with `..` where it is shared."""
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return Path(os.path.relpath(path, root)).as_posix()


def spelled(folder: Path, name: str) -> Path | None:
    """The file that a relative path means, in the spelling of the disk: names match after NFC.

    A path that climbs above the folder is followed; see `is_inside`.
    """
    place = folder
    for part in name.split("/"):
        if part in {"", "."}:
            continue
        if part != ".." and not os.path.lexists(place / part):
            found = next((entry for entry in _names(place) if nfc(entry) == nfc(part)), None)
            if found is None:
                return None
            part = found
        place = place / part
    return Path(os.path.normpath(place))


def inside(root: Path, wanted: Wanted, folder: Path | None = None) -> Path:
    """The file or folder that the settings name, from the root or from another folder in it.

    Raises:
        MistakeError: it is not there, or not in the project.
    """
    if leads_out(root, wanted.name, folder or root):
        raise MistakeError(outside(wanted))
    path = spelled(folder or root, wanted.name)
    if path is None:
        raise MistakeError(missing(root, wanted, folder or root))
    if not is_inside(root, path):
        raise MistakeError(outside(wanted))
    return path


def file_inside(root: Path, wanted: Wanted) -> Path:
    """The regular file that the settings name.

    Raises:
        MistakeError: it is not there, not in the project, or no regular file.
    """
    path = inside(root, wanted)
    try:
        mode = path.stat().st_mode
    except OSError:
        raise MistakeError(missing(root, wanted, root)) from None
    if stat.S_ISREG(mode):
        return path
    message = f"{wanted.name} is {'a folder' if stat.S_ISDIR(mode) else 'no regular file'}"
    raise MistakeError(MISSING_FILE.at(wanted.span, message, "name a file"))


def leads_out(root: Path, name: str, folder: Path) -> bool:
    """Whether a path as it is written is absolute, or climbs above the root."""
    if name.startswith(("/", "\\", "~")) or name[1:2] == ":":
        return True
    climbed = Path(os.path.normpath(folder / name))
    return climbed != root and root not in climbed.parents


def outside(wanted: Wanted) -> Diagnostic:
    """The finding that a path of the settings leads out of the project."""
    return OUTSIDE_PROJECT.at(
        wanted.span,
        f"{wanted.name} lies outside the project",
        "copy it into the project and name it from the project's folder",
    )


def missing(root: Path, wanted: Wanted, folder: Path) -> Diagnostic:
    """The finding that a path of the settings leads to nothing."""
    parent, _, name = wanted.name.rpartition("/")
    near = spelled(folder, parent) if not leads_out(root, parent, folder) else None
    names = [nfc(entry) for entry in _names(near)] if near and is_inside(root, near) else []
    meant = _nearest_name(name, names)
    hint = "write / between folders" if "\\" in wanted.name else "name it from the project's folder"
    if folder != root:
        hint = f"name it from {shown(root, folder)}/"
    return MISSING_FILE.at(wanted.span, f"there is no {wanted.name}{meant}", hint)


def _nearest_name(name: str, names: list[str]) -> str:
    """`; did you mean …?` by the names without their endings, which are alike in most files."""
    alike = next((entry for entry in names if matching(entry) == matching(name)), None)
    stems = {os.path.splitext(entry)[0]: entry for entry in names}
    stem = nearest(os.path.splitext(name)[0], stems)
    meant = alike or (stems[stem] if stem else None)
    return f"; did you mean {meant}?" if meant else ""


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []
