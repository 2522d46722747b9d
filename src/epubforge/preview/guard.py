"""Who may ask: the gate before everything that the preview serves.

A page of any website can send requests to a server on this computer, and with a name of its own
that leads here (DNS rebinding) it could read the answers. So the name in `Host` must be ours, the
asking page must be ours, and what acts or writes needs a secret that only our page was told.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

TOKEN_HEADER = "x-epubforge-token"  # noqa: S105 - its name, not the secret
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_METHODS = frozenset({"GET", "HEAD", "POST"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as far as the gate looks at it; names of headers in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    token: str = ""
    """In the query of its address."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    reason: str


@dataclass(frozen=True, slots=True)
class Guard:
    """The gate of one run."""

    port: int
    names: tuple[str, ...] = LOOPBACK
    """How this server may be called in `Host`, without the port."""
    is_open: bool = False
    """Reachable from other devices: then everything needs the secret."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def cookie(self) -> str:
        """The name under which a browser that was let in keeps the secret; ports share cookies."""
        return f"epubforge-{self.port}"

    def refusal(self, asked: Asked) -> Refusal | None:
        """Why a request is refused; None where it may pass."""
        if asked.method not in _METHODS:
            return Refusal(405, "only GET and POST are answered")
        host = asked.headers.get("host", "").casefold()
        if not self._is_ours(host):
            return Refusal(403, "this server is not called so")
        if not self._is_from_our_page(asked, host):
            return Refusal(403, "the page that asks is not ours")
        if asked.method == "POST" and not self._knows(asked.headers.get(TOKEN_HEADER, "")):
            return Refusal(403, "the token is missing or wrong")
        if self.is_open and not self._was_let_in(asked):
            return Refusal(403, "open the address that the terminal shows, with its token")
        return None

    def lets_in(self, asked: Asked) -> bool:
        """Whether the address that was opened holds the secret."""
        return self._knows(asked.token)

    def _is_ours(self, host: str) -> bool:
        with_port = {f"{name}:{self.port}" for name in self.names}
        return host in with_port or (self.port == 80 and host in self.names)

    def _is_from_our_page(self, asked: Asked, host: str) -> bool:
        origin = asked.headers.get("origin")
        if origin is not None and origin.casefold() != f"http://{host}":
            return False
        site = asked.headers.get("sec-fetch-site", "none")
        # A link in a letter or a note may lead to the first page, and to nothing else.
        is_opened = asked.method == "GET" and asked.path == "/"
        return site in {"same-origin", "none"} or is_opened

    def _knows(self, told: str) -> bool:
        return secrets.compare_digest(told.encode(), self.token.encode())

    def _was_let_in(self, asked: Asked) -> bool:
        return (
            self._knows(asked.headers.get(TOKEN_HEADER, ""))
            or self._knows(_cookie(asked.headers.get("cookie", ""), self.cookie))
            or (asked.path == "/" and self.lets_in(asked))
        )


def _cookie(header: str, wanted: str) -> str:
    for part in header.split(";"):
        name, _, value = part.strip().partition("=")
        if name == wanted:
            return value
    return ""
