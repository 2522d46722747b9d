"""Fonts that are scrambled with the book's identifier, so that they serve this book alone."""

from __future__ import annotations

import hashlib
import re

IDPF = "http://www.idpf.org/2008/embedding"
ADOBE = "http://ns.adobe.com/pdf/enc#RC"
_NAMES = {IDPF: "IDPF", ADOBE: "Adobe"}
_HEX = re.compile(r"[0-9a-f]{32}", re.I)


def obfuscation(algorithm: str) -> str:
    """The algorithm's name; empty for one that is none of obfuscation, but of locking."""
    return _NAMES.get(algorithm, "")


def readable(data: bytes, algorithm: str, identifier: str) -> bytes:
    """The font as it was, as far as the algorithm is known and the identifier gives a key.

    https://www.w3.org/TR/epub-33/#obfus-algorithm; Adobe's works alike with the digits of a UUID.
    """
    if algorithm == IDPF:
        key = hashlib.sha1(re.sub(r"\s", "", identifier).encode(), usedforsecurity=False).digest()
        return _scrambled(data, key, 1040)
    if algorithm == ADOBE:
        digits = _HEX.search(identifier.replace("-", ""))
        return _scrambled(data, bytes.fromhex(digits[0]), 1024) if digits else data
    return data


def _scrambled(data: bytes, key: bytes, length: int) -> bytes:
    """The first bytes crossed with the key, over and over."""
    head = bytes(byte ^ key[at % len(key)] for at, byte in enumerate(data[:length]))
    return head + data[length:]
