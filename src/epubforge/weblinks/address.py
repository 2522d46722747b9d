"""From an address as it stands in a book to what is asked of which host."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

LONGEST = 2_000
"""Characters of an address that is asked for; servers refuse longer ones."""
_PORTS = {"http": 80, "https": 443}
_AS_IT_STANDS = "".join(chr(code) for code in range(0x21, 0x7F))


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the web, without its fragment and without names and passwords."""

    scheme: str
    host: str
    """In ASCII."""
    port: int
    target: str
    """Path and query as they are sent."""

    @property
    def text(self) -> str:
        """The whole of it, in ASCII and without any blank."""
        return f"{self.scheme}://{self.site}{self.target}"

    @property
    def site(self) -> str:
        """Host and port as they are sent in the header Host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def read_address(text: str) -> Address | None:
    """What an address asks for; None where it is no address of the web, or far too long."""
    text = text.strip("\t\n\f\r ")
    if len(text) > LONGEST:
        return None
    try:
        parts = urlsplit(text.replace("\\", "/"))
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError:  # a port that is no number, a bracket that is not closed, an odd letter
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        return None
    query = f"?{parts.query}" if parts.query else ""
    target = quote(f"{parts.path or '/'}{query}", safe=_AS_IT_STANDS)
    return Address(scheme, host, _PORTS[scheme] if port is None else port, target)


def joined(base: Address, location: str) -> Address | None:
    """Where a redirection leads; headers are read as Latin-1, and mostly are UTF-8."""
    text = location.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        return read_address(urljoin(base.text, text))
    except ValueError:
        return None


def _ascii(host: str) -> str:
    """https://www.unicode.org/reports/tr46/, as far as hosts go that somebody wrote by hand.

    Raises ValueError where a part of it is empty, too long or has letters that no host has.
    """
    if ":" in host:
        return host
    labels = unicodedata.normalize("NFKC", host.lower()).replace("。", ".").rstrip(".").split(".")
    written = [_label(unicodedata.normalize("NFC", label)) for label in labels]
    return ".".join(written)


def _label(label: str) -> str:
    written = label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
    allowed = all(each.isalnum() or each in "-_" for each in written)
    if not 0 < len(written) < 64 or not allowed:
        raise ValueError(label)
    return written
