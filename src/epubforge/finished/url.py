"""Addresses in a book, read as browsers read them: what they mean, and what is wrong with them.

https://url.spec.whatwg.org/#url-parsing; a book is a host of its own, its container the root:
https://www.w3.org/TR/epub-33/#sec-container-iri
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SPECIAL = frozenset({"http", "https", "ftp", "ws", "wss", "file"})
_NOT_HEX = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IN_PATH = re.compile(r'[\x00-\x20"<>\[\]^`{|}\x7f]')
"""What is no code point of an address: https://url.spec.whatwg.org/#url-code-points"""
_IN_REST = re.compile(r'[\x00-\x20"<>\[\]^`{|}\\\x7f]')
_IN_FRAGMENT = re.compile(r'[\x00-\x20"<>\[\]^`{|}#\\\x7f]')
_IN_HOST = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^|\x7f]")
"""https://url.spec.whatwg.org/#forbidden-domain-code-point"""
_NUMBERED_HOST = re.compile(r"\[[0-9A-Fa-f:.]+\]")
_PORT = re.compile(r":(\d*)\Z")


@dataclass(frozen=True, slots=True)
class Url:
    """An address that stands in a file of the book."""

    text: str
    """As it is written, without blanks around it."""
    scheme: str | None = None
    """Of an address that is one by itself; None: it is relative to the file."""
    path: str | None = None
    """In the container, decoded; None for what lies elsewhere."""
    fragment: str | None = None
    """Decoded; None where there is none."""
    has_query: bool = False
    leaks: bool = False
    """It leads out of the container."""
    fault: str | None = None
    """Why it is no address, in a few words."""

    @property
    def is_remote(self) -> bool:
        """Whether it leads to another host."""
        return self.scheme is not None and self.scheme not in {"data", "file"}

    @property
    def resource(self) -> str:
        """What it leads to, whatever part is meant: a path in the container, or an address."""
        return self.path if self.path is not None else self.text.partition("#")[0]


_PLAIN = re.compile(
    r"((?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*)?(?:#([A-Za-z0-9_.-]*))?"
)
"""What most addresses in books are like: nothing to decode, no step up, no scheme."""
_PLAIN_REMOTE = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?:/[A-Za-z0-9._/~-]*)?")
"""And what most that lead to other hosts are like: no port, no question, no fragment."""
_IGNORED = re.compile(r"[\t\n\r]")
"""https://url.spec.whatwg.org/#concept-basic-url-parser"""
_LONGEST_KEPT = 300


def resolve(base: str, href: str) -> Url:
    """What an address means in a file of the container."""
    return _resolved(base, href) if len(href) < _LONGEST_KEPT else _read(base, href)


@lru_cache(maxsize=4096)
def _resolved(base: str, href: str) -> Url:
    plain = _PLAIN.fullmatch(href)
    folder = _plain_folder(base)
    if plain is None or folder is None:
        return _read(base, href)
    return Url(href, None, folder + plain[1] if plain[1] else base, plain[2])


@lru_cache(maxsize=64)
def _plain_folder(base: str) -> str | None:
    """The folder of a file, with a slash; None where it is not plain."""
    folder, mark, _ = base.rpartition("/")
    return folder + mark if _PLAIN.fullmatch(base) else None


def _read(base: str, href: str) -> Url:
    text = _IGNORED.sub("", href.strip("\t\n\f\r "))
    if _PLAIN_REMOTE.fullmatch(text):
        return Url(text, text[: text.index(":")])
    scheme = _SCHEME.match(text)
    if scheme:
        name = scheme[1].lower()
        return _absolute(text, name, text[scheme.end() :])
    if text.startswith("//"):
        return _absolute(text, "https", text)
    return _relative(base, text)


def _absolute(text: str, scheme: str, rest: str) -> Url:
    before, mark, fragment = rest.partition("#")
    fault = _fragment_fault(fragment)
    if scheme in _SPECIAL:
        fault = _special_fault(scheme, before) or fault
    else:
        # Blanks in data cost nobody anything: https://infra.spec.whatwg.org/#forgiving-base64-decode
        data = before.replace(" ", "") if scheme == "data" else before
        fault = _rest_fault(data, "it") or fault
    return Url(text, scheme, None, unquote(fragment) if mark else None, "?" in before, fault=fault)


def _special_fault(scheme: str, rest: str) -> str | None:
    if scheme == "file":
        return None
    if not rest.startswith("//") or rest.startswith(("///", "//\\")):
        return f"two slashes and a host must follow after {scheme}:"
    authority, _, path = rest[2:].partition("/")
    authority, _, query = authority.partition("?")
    path, _, asked = path.partition("?")
    user, _, host = authority.rpartition("@")
    port = _PORT.search(host)
    if port:
        host = host[: port.start()]
        if port[1] and int(port[1]) > 65_535:
            return f"there is no port {port[1]}"
    fault = _rest_fault(user, "its user or password") if "@" not in user else "it has two @"
    return fault or _host_fault(host) or _path_fault(path) or _query_fault(query or asked)


def _host_fault(host: str) -> str | None:
    if not host:
        return "it has no host"
    if host.startswith("["):
        return None if _NUMBERED_HOST.fullmatch(host) else "what its host has in brackets is none"
    if "" in host.removesuffix(".").split("."):
        return "a part of its host's name is empty"
    found = _IN_HOST.search(unquote(host))
    return f"{found[0]!r} may not stand in its host" if found else None


def _path_fault(path: str) -> str | None:
    if "\\" in path:
        return "it has a backslash in place of a slash"
    found = _IN_PATH.search(path)
    if found:
        return f"{found[0]!r} must be written as %{ord(found[0]):02X}"
    return "a % in it begins no code of two hexadecimal digits" if _NOT_HEX.search(path) else None


def _query_fault(query: str) -> str | None:
    return _rest_fault(query, "what follows after ?")


def _rest_fault(text: str, where: str) -> str | None:
    found = _IN_REST.search(text)
    if found:
        return f"{found[0]!r} may not stand in {where}"
    return f"a % in {where} begins no code" if _NOT_HEX.search(text) else None


def _fragment_fault(fragment: str) -> str | None:
    found = _IN_FRAGMENT.search(fragment)
    if found:
        return f"{found[0]!r} may not stand in what follows after #"
    return (
        "a % in it begins no code of two hexadecimal digits" if _NOT_HEX.search(fragment) else None
    )


def _relative(base: str, text: str) -> Url:
    before, mark, fragment = text.partition("#")
    path, question, query = before.partition("?")
    target = unquote(fragment) if mark else None
    fault = _path_fault(path) or _query_fault(query) or _fragment_fault(fragment)
    path = path.replace("\\", "/")
    if not path:
        return Url(text, None, base, target, bool(question), fault=fault)
    joined, leaks = _joined(posixpath.dirname(base), path)
    return Url(text, None, normal(unquote(joined)), target, bool(question), leaks, fault)


def _joined(folder: str, path: str) -> tuple[str, bool]:
    """The path from the container's root, and whether it leads above it on the way."""
    leaks = path.startswith("/")
    steps = [] if leaks else [step for step in folder.split("/") if step]
    *folders, last = path.removeprefix("/").split("/")
    for step in (*folders, last):
        if unquote(step) == "..":
            leaks = leaks or not steps
            del steps[-1:]
        elif unquote(step) != ".":
            steps.append(step)
    ends_as_folder = unquote(last) in {".", ".."} and steps and path.endswith("/")
    return "/".join(steps) + ("/" if ends_as_folder else ""), leaks


def in_container(name: str) -> str:
    """An entry's name as the path that reading systems find it by: none leads out of the root."""
    if name.startswith(("/", "./", "../")) or "/./" in name or "/../" in name:
        name = _joined("", name)[0]
    return normal(name)


def normal(path: str) -> str:
    """A path as names are compared: https://www.w3.org/TR/epub-33/#sec-container-filenames."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)
