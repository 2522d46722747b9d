"""Files that change on the disk turned into one signal: something is different now."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchfiles import Change

STEP = 15
"""Milliseconds without a further change after which a burst is over."""
LONGEST = 120
"""Milliseconds after which a burst is told of even if it goes on."""
_UP = 400
"""Milliseconds after which a watch without news is taken to be set up."""
_PASSED_OVER = frozenset({"dist", "node_modules", "__pycache__"})

Ground = frozenset[tuple[Path, bool]]
"""Folders and files that are watched, and whether with all that lies in them."""


def watch(
    wanted: Callable[[], Iterable[Path]], tell: Callable[[], None], stop: threading.Event
) -> None:
    """Tell of changes in the folders and files wanted, until it is stopped.

    What is wanted is asked again after each change, so that a folder that was deleted and restored
    is watched again; and after a new watch is set up it is told in any case, because something may
    have happened in between.
    """
    while not stop.is_set():
        ground = ground_of(wanted())
        _Round(ground, lambda: ground_of(wanted()), tell, stop).run()


def ground_of(wanted: Iterable[Path]) -> Ground:
    """Where to look for changes: what is not there is waited for in the folder that is."""
    return frozenset(place for path in wanted for place in _places(path))


def _places(path: Path) -> Iterator[tuple[Path, bool]]:
    if not path.exists():
        yield _nearest(path), False
    elif path.is_file():
        yield path.parent, False
    else:
        yield path, False
        try:
            inside = [each for each in path.iterdir() if not _is_passed_over(each.name)]
        except OSError:
            return
        yield from ((each, True) for each in inside if each.is_dir())


def _nearest(path: Path) -> Path:
    return next(parent for parent in path.parents if parent.is_dir())


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name in _PASSED_OVER


def is_of_interest(path: str) -> bool:
    """Whether a change of that file could change a book: not of an editor's own files."""
    return not any(_is_passed_over(name) for name in Path(path).parts[-2:])


class _Round:
    """The watches on one ground, until it is another one."""

    def __init__(
        self,
        ground: Ground,
        now: Callable[[], Ground],
        tell: Callable[[], None],
        stop: threading.Event,
    ) -> None:
        self._ground = ground
        self._now = now
        self._tell = tell
        self._stop = stop
        self._over = threading.Event()

    def run(self) -> None:
        """Watch until the ground has changed, or all is stopped."""
        threads = [
            threading.Thread(target=self._watch, args=(deep,), daemon=True)
            for deep in (True, False)
        ]
        for thread in threads:
            thread.start()
        while not self._over.wait(0.1):
            if self._stop.is_set():
                self._over.set()
        for thread in threads:
            thread.join()

    def _watch(self, deep: bool) -> None:
        paths = [path for path, is_deep in self._ground if is_deep is deep]
        if not paths:
            return
        try:
            self._follow(paths, deep, polls=False)
        except FileNotFoundError:
            pass  # it was deleted just now: the next round looks where it was
        except OSError:
            # The system watches no more files for us: look ourselves, again and again.
            with suppress(OSError):
                self._follow(paths, deep, polls=True)
        self._over.set()

    def _follow(self, paths: Sequence[Path], deep: bool, *, polls: bool) -> None:
        import watchfiles

        is_new = True
        for changed in watchfiles.watch(
            *paths,
            watch_filter=lambda _, path: is_of_interest(path),
            debounce=LONGEST,
            step=STEP,
            stop_event=self._over,
            rust_timeout=_UP,
            yield_on_timeout=True,
            force_polling=True if polls else None,
            recursive=deep,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if changed or is_new:
                self._tell()
                if self._now() != self._ground or self._is_another(changed):
                    return
            is_new = False

    def _is_another(self, changed: Iterable[tuple[Change, str]]) -> bool:
        """Whether a folder that is watched was deleted and restored in one moment.

        It has its old name, but the system watches the one that is gone.
        """
        folders = {path for path, _ in self._ground}
        return any(change.name != "modified" and Path(path) in folders for change, path in changed)
