"""Where a preview is reached: the names of this computer, and sockets at a free port."""

from __future__ import annotations

import errno
import ipaddress
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from epubforge.preview.guard import LOOPBACK

_TRIES = 100
"""Ports that are tried, one after another."""
_LAST = 65_535


class NoPlaceError(Exception):
    """Nothing can be served there; the message says why."""


@dataclass(frozen=True, slots=True)
class Home:
    """Addresses to listen at, and the names that a browser may ask for."""

    addresses: tuple[str, ...]
    names: tuple[str, ...]
    """As they stand in an address: IPv6 in brackets. The first one is shown."""
    is_open: bool = False
    """Other devices reach it."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Sockets that listen, all at one port."""

    sockets: tuple[socket.socket, ...]
    port: int


def home_of(host: str | None) -> Home:
    """Where to listen: on this computer alone, unless a host is named. Raises NoPlaceError."""
    here = Home(("127.0.0.1", "::1"), LOOPBACK)
    if host is None or host.casefold() in {"localhost", "127.0.0.1", "::1", "[::1]"}:
        return here
    named = host.strip("[]")
    addresses = _resolved(named)
    if all(ipaddress.ip_address(each).is_loopback for each in addresses):
        return Home(addresses, (_shown(named), *LOOPBACK))
    if any(ipaddress.ip_address(each).is_unspecified for each in addresses):
        names = tuple(dict.fromkeys((*_own_addresses(), socket.gethostname().casefold())))
    else:
        names = tuple(dict.fromkeys((_shown(named).casefold(), *map(_shown, addresses))))
    return Home(addresses, (*names, *LOOPBACK), is_open=True)


def bind(home: Home, port: int) -> Bound:
    """Listening sockets at the first free port from that one on. Raises NoPlaceError."""
    last = min(port + _TRIES, _LAST)
    for number in range(port, last + 1):
        try:
            return Bound(tuple(_all(home.addresses, number)), number)
        except OSError as fault:
            if fault.errno not in {errno.EADDRINUSE, errno.EACCES}:
                where = ", ".join(home.addresses)
                raise NoPlaceError(
                    f"{where} is no address of this computer: {fault.strerror}"
                ) from fault
    raise NoPlaceError(f"the ports {port} to {last} are all taken; name another with --port")


def _all(addresses: Sequence[str], port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    try:
        for address in addresses:
            opened = _listening(address, port)
            if opened is not None:
                sockets.append(opened)
    except OSError:
        for each in sockets:
            each.close()
        raise
    return sockets


def _listening(address: str, port: int) -> socket.socket | None:
    """None for this computer's own address in IPv6 where it has none."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        opened = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        if address == "::1":
            return None
        raise
    try:
        _claim(opened, family)
        opened.bind((address, port))
        opened.listen(128)
    except OSError as fault:
        opened.close()
        if address == "::1" and fault.errno == errno.EADDRNOTAVAIL:
            return None
        raise
    opened.setblocking(False)
    return opened


def _claim(opened: socket.socket, family: int) -> None:
    if sys.platform == "win32":
        # There, to reuse an address is to take it from somebody else.
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)


def _resolved(host: str) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise NoPlaceError(f"there is no host {host}; name an address of this computer") from fault
    return tuple(dict.fromkeys(str(address[0]).partition("%")[0] for *_, address in found))


def _own_addresses() -> list[str]:
    """The addresses that other devices may know this computer by, the likeliest first."""
    found: list[str] = []
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        # Nothing is sent: the system only says by which of its addresses it would go there.
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as way:
                way.connect((far, 9))
                found.append(_shown(way.getsockname()[0]))
        except OSError:
            continue
    try:
        others = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
    except OSError:
        others = []
    found += [_shown(str(address[0]).partition("%")[0]) for *_, address in others]
    return [each for each in found if each not in LOOPBACK]


def _shown(address: str) -> str:
    return f"[{address}]" if ":" in address else address
