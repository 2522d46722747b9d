"""Who may ask which host when: one at a time, with a pause, and not for ever."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from epubforge.weblinks.manners import Manners


@dataclass(slots=True)
class _Host:
    lock: Lock = field(default_factory=Lock)
    free_at: float = 0.0
    silences: int = 0


class Turns:
    """The hosts of a run."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    @contextmanager
    def at(self, site: str) -> Iterator[None]:
        """Wait until this host may be asked, and let nobody else ask it meanwhile."""
        host = self._host(site)
        with host.lock:
            time.sleep(max(0.0, host.free_at - time.monotonic()))
            try:
                yield
            finally:
                pause = time.monotonic() + self._manners.pause_seconds
                host.free_at = max(host.free_at, pause)

    def later(self, site: str, seconds: float) -> None:
        """The host wants to be left alone so long."""
        self._host(site).free_at = time.monotonic() + seconds

    def spoke(self, site: str) -> None:
        """The host answered, whatever it said."""
        self._host(site).silences = 0

    def fell_silent(self, site: str) -> None:
        """The host did not answer this time."""
        self._host(site).silences += 1

    def is_silent(self, site: str) -> bool:
        """Whether it does not answer at all."""
        return self._host(site).silences >= self._manners.most_silences

    def _host(self, site: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(site, _Host())
