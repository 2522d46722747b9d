"""The history of a project's folders turned into the date of their last commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

SECONDS = 20
"""How long Git may think about it."""


_OF_A_HOOK = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY",
     "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE"}
)  # fmt: skip
"""Set while Git runs a hook: they would point at the hook's repository, not at the project's."""


class NoDate(Enum):
    """Why Git tells no date."""

    ABSENT = "there is no Git, no repository, or no commit"
    CHANGED = "files were changed since the last commit"
    SHALLOW = "the clone has no history"


def last_commit(root: Path, paths: Sequence[str]) -> int | NoDate:
    """When the last commit touched these paths, which are relative to the root, in Unix seconds.

    Only a work tree that is clean in these paths, with its whole history, tells a date. Paths that
    lie outside of the repository do not count.
    """
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return NoDate.ABSENT
    literal = [f":(literal){path}" for path in _in_repository(root, paths)]
    if (root / "dist").exists():
        literal.append(":(exclude,literal)dist")
    changed = _git(root, "status", "--porcelain", "--untracked-files=all", "--", *literal)
    if changed is None:
        return NoDate.ABSENT
    if changed:
        return NoDate.CHANGED
    if shallow == "true":
        return NoDate.SHALLOW
    date = _git(root, "log", "-1", "--format=%ct", "--", *literal)
    return int(date) if date and date.isdigit() else NoDate.ABSENT


def _in_repository(root: Path, paths: Sequence[str]) -> list[str]:
    if not any(path.startswith("../") for path in paths):
        return list(paths)
    top = os.path.realpath(_git(root, "rev-parse", "--show-toplevel") or root)
    return [path for path in paths if (Path(os.path.realpath(root / path))).is_relative_to(top)]


def _git(root: Path, *words: str) -> str | None:
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    # A manuscript from elsewhere must not start programs by its repository's configuration.
    command = ["git", "-C", str(root), "-c", "core.fsmonitor=false", "--no-pager", *words]
    try:
        done = subprocess.run(  # noqa: S603
            command, env=environment, capture_output=True, timeout=SECONDS, check=False,
            stdin=subprocess.DEVNULL, encoding="utf-8", errors="replace",
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def top_level(folder: Path) -> Path | None:
    """The root of the work tree that a folder lies in; None where there is no repository."""
    top = _git(folder, "rev-parse", "--show-toplevel")
    return Path(os.path.realpath(top)) if top else None
