"""In which encoding a text of XML or CSS is written, by its first bytes."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)  # fmt: skip
"""https://www.w3.org/TR/xml/#sec-guessing; the longer marks before those they begin like."""
_DECLARED = re.compile(rb"""\A<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")


def xml_encoding(content: bytes) -> tuple[str, str | None]:
    """The encoding that reads a document, and the one that its declaration names.

    The first is always one that Python knows: what cannot be read so is another's finding.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, None if encoding != "utf-8" else _declared(content[3:])
    declared = _declared(content)
    try:
        # Some codecs that Python knows are none of text, and some are only of host names.
        b" ".decode(declared or "utf-8")
        b" \xff".decode(declared or "utf-8", "ignore")
        return codecs.lookup(declared or "utf-8").name, declared
    except UnicodeError:  # it says that a letter takes several bytes, in letters of one
        return "utf-8", declared
    except LookupError:
        return "latin-1", declared


def _declared(content: bytes) -> str | None:
    found = _DECLARED.match(content[:300])
    return found[1].decode("ascii") if found else None
