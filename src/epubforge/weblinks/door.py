"""One question to one host: the only place that opens a connection."""

from __future__ import annotations

import http.client
import socket
import ssl
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from threading import Timer

from epubforge.weblinks.address import Address
from epubforge.weblinks.answer import Outcome
from epubforge.weblinks.manners import Manners
from epubforge.weblinks.public import is_public

_MOST_NUMBERS = 3
"""Of one host that are tried, one after another."""
_READERS_SEE = frozenset({9, 10, 18, 23, 62, 64})
"""Faults of certificates that browsers find too: not valid yet or any more, signed by itself,
revoked, of another host. All others may be this machine's lack of certificates."""
_NO_SUCH_NAME = frozenset(
    getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)
)


@dataclass(frozen=True, slots=True)
class Response:
    """The head of an answer; its body is not read."""

    status: int
    location: str | None
    retry_after: str | None

    @property
    def said(self) -> str:
        """Its number and what that means, in our own words: a host can write anything there."""
        return f"{self.status} {http.client.responses.get(self.status, '')}".strip()


class NoAnswer(Exception):  # noqa: N818  it says what is the case
    """There is no answer; why, and what that makes of the address."""

    def __init__(self, outcome: Outcome, why: str, *, is_silence: bool = False) -> None:
        super().__init__(why)
        self.outcome = outcome
        self.is_silence = is_silence
        """Nobody spoke: the host need not be asked for anything else."""


def ask(method: str, address: Address, manners: Manners) -> Response:
    """A host's answer. Raises NoAnswer."""
    numbers = _numbers(address, manners)
    connection = http.client.HTTPConnection(address.host, address.port)
    with closing(connection), _Deadline(manners.whole_seconds) as deadline:
        try:
            connection.sock = deadline.cuts(_connected(numbers, address.port, manners))
            connection.sock.settimeout(manners.read_seconds)
            if address.scheme == "https":
                secured = _trusted().wrap_socket(connection.sock, server_hostname=address.host)
                connection.sock = deadline.cuts(secured)
            connection.request(method, address.target, headers=_headers(address, manners))
            response = connection.getresponse()
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _no_answer(error, deadline) from error
        if deadline.has_passed:  # what was cut looks like a head that ended early
            raise _no_answer(TimeoutError(), deadline)
        retry_after = response.getheader("Retry-After")
        return Response(response.status, response.getheader("Location"), retry_after)


def _headers(address: Address, manners: Manners) -> dict[str, str]:
    return {
        "Host": address.site,
        "User-Agent": manners.user_agent,
        "Accept": "*/*",
        "Connection": "close",
    }


def _numbers(address: Address, manners: Manners) -> list[str]:
    """What is connected to: looked at here, so that a name cannot mean something else later."""
    try:
        found = manners.resolve(address.host, address.port)
    except (OSError, UnicodeError) as error:
        if getattr(error, "errno", None) in _NO_SUCH_NAME:
            raise NoAnswer(Outcome.NO_HOST, f"there is no host {address.host}") from error
        why = f"the host {address.host} could not be looked up"
        raise NoAnswer(Outcome.UNREACHABLE, why, is_silence=True) from error
    if address.host not in manners.allowed:
        found = [number for number in found if is_public(number)]
    if not found:
        raise NoAnswer(Outcome.PRIVATE, f"{address.host} is not a public host")
    return found[:_MOST_NUMBERS]


def _connected(numbers: list[str], port: int, manners: Manners) -> socket.socket:
    for last, number in enumerate(numbers, 1 - len(numbers)):
        try:
            return socket.create_connection((number, port), manners.connect_seconds)
        except OSError:
            if last == 0:
                raise
    raise OSError("it has no number")


def _no_answer(error: Exception, deadline: _Deadline) -> NoAnswer:
    if isinstance(error, ssl.SSLCertVerificationError):
        why = f"its certificate is not valid ({error.verify_message.rstrip('.')})"
        is_seen = error.verify_code in _READERS_SEE
        return NoAnswer(Outcome.UNTRUSTED if is_seen else Outcome.UNREACHABLE, why)
    if deadline.has_passed or isinstance(error, TimeoutError):
        return NoAnswer(Outcome.UNREACHABLE, "it did not answer in time", is_silence=True)
    if isinstance(error, ssl.SSLError):
        return NoAnswer(Outcome.UNREACHABLE, "no secure connection could be made")
    if isinstance(error, ConnectionRefusedError):
        return NoAnswer(Outcome.UNREACHABLE, "the connection was refused", is_silence=True)
    if isinstance(error, ConnectionError):
        return NoAnswer(Outcome.UNREACHABLE, "the connection was closed")
    if isinstance(error, OSError):
        why = f"there is no way to it ({error.strerror or error})"
        return NoAnswer(Outcome.UNREACHABLE, why, is_silence=True)
    return NoAnswer(Outcome.UNREACHABLE, "what it answers is not HTTP")


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


class _Deadline:
    """Cuts a connection when its time is over: a host may send a byte now and then for ever."""

    def __init__(self, seconds: float) -> None:
        self.has_passed = False
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def cuts(self, connected: socket.socket) -> socket.socket:
        """That connection from now on."""
        self._socket = connected
        if self.has_passed:
            self._cut()
        return connected

    def _cut(self) -> None:
        self.has_passed = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
