"""Answers with the headers that make them safe: what they are, who may use them, what they may do.

https://www.w3.org/TR/CSP3/ and https://fetch.spec.whatwg.org/#http-cross-origin-resource-policy
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.responses import Response

NOWHERE = "default-src 'none'; frame-ancestors 'none'"
"""For what is no page."""
OF_BOOK = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)
"""A book shows its own pictures, styles, fonts, sounds and films; nothing runs or goes out."""
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}
_KIND = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:\s*;\s*[\w-]+=[\w.+-]+)*", re.ASCII)
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def of_viewer(host: str) -> str:
    """The viewer's own policy: scripts from its own folder, so that no file of a book is one."""
    # A policy cannot name an address of IPv6.
    here = "'self'" if host.startswith("[") else f"http://{host}/viewer/"
    return (
        f"default-src 'none'; script-src {here}; style-src {here} 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def safe_headers(policy: str) -> dict[str, str]:
    """What every answer says."""
    return {**_ALWAYS, "content-security-policy": policy}


def answer(
    content: bytes,
    kind: str,
    policy: str,
    more: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """Bytes of that media type, under that policy."""
    from starlette.responses import Response

    headers = {**safe_headers(policy), "content-type": kind, **(more or {})}
    return Response(content, status, headers)


def as_json(value: object, status: int = 200) -> Response:
    """A value for a program."""
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = content.encode("utf-8", "replace")
    return answer(data, "application/json", NOWHERE, status=status)


def refused(reason: str, status: int) -> Response:
    """A sentence that says why not."""
    return answer(f"{reason}\n".encode(), "text/plain; charset=utf-8", NOWHERE, status=status)


def not_there() -> Response:
    """Nothing is known by that address."""
    return refused("there is nothing here", 404)


def stretch(content: bytes, kind: str, headers: Mapping[str, str], wanted: str | None) -> Response:
    """A resource of the book, or the part of it that a player asks for.

    https://httpwg.org/specs/rfc9110.html#range.requests
    """
    told = {**headers, "accept-ranges": "bytes"}
    kind = kind if _KIND.fullmatch(kind) else "application/octet-stream"
    found = _RANGE.fullmatch(wanted or "")
    if found is None or found.group() == "bytes=-":
        return answer(content, kind, OF_BOOK, told)
    size = len(content)
    if found[1]:
        start, end = int(found[1]), min(int(found[2] or size - 1), size - 1)
    else:
        start, end = max(0, size - int(found[2])), size - 1
    if start > end:
        told["content-range"] = f"bytes */{size}"
        return answer(b"", kind, OF_BOOK, told, 416)
    told["content-range"] = f"bytes {start}-{end}/{size}"
    return answer(content[start : end + 1], kind, OF_BOOK, told, 206)
