"""How hosts are asked: how long we wait, how often we knock, where we do not go."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass

from epubforge import __version__

Resolve = Callable[[str, int], list[str]]
"""The numbers of a host, in the order they are to be tried. Raises OSError where there are none."""


def resolve(host: str, port: int) -> list[str]:
    """As the system resolves it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True)
class Manners:
    """The limits of a run."""

    allowed: frozenset[str] = frozenset()
    """Hosts that are asked although they are not public, as they were named: `localhost`."""
    resolve: Resolve = resolve
    user_agent: str = f"epubforge/{__version__} (checks the links of a book)"
    connect_seconds: float = 5.0
    read_seconds: float = 10.0
    """Between two pieces of an answer."""
    whole_seconds: float = 30.0
    """For one answer, redirections not among it."""
    pause_seconds: float = 0.25
    """Between two questions to one host, which is never asked two at once."""
    longest_wait_seconds: float = 30.0
    """That a host may ask us to come back after; later we do not."""
    hosts_at_once: int = 8
    most_steps: int = 10
    """Redirections after one another."""
    most_silences: int = 2
    """Of one host; after that it is not asked again."""
    most_links: int = 2_000
    """Addresses of one run; a stranger's book must not make us knock for hours."""
