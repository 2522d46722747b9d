"""WOFF 2 unwrapped to the sfnt inside it, where the extra `woff2` is installed.

https://www.w3.org/TR/WOFF2/
"""

from __future__ import annotations

import io
import struct

from epubforge.fonts.error import FontError

_HEADER = 48
_AFTER_LENGTHS = 28
"""From here on the header tells of metadata and private blocks, which no book needs."""
_DAMAGED = "take it again from where it came from"
_INSTALL = 'install what unpacks it, pip install "epubforge[woff2]", or name its TTF or OTF file'


def unwrapped2(data: bytes, largest: int) -> bytes:
    """The sfnt that a WOFF 2 file holds; never more than so many bytes of it.

    Raises FontError where it is damaged, unpacks to more, or nothing is there that unpacks it.
    """
    if len(data) < _HEADER:
        raise FontError("breaks off", _DAMAGED)
    try:
        import brotli
        from fontTools.ttLib import TTFont, TTLibError
    except ImportError as missing:
        raise FontError("is WOFF2", _INSTALL) from missing
    bare = data[:_AFTER_LENGTHS] + bytes(_HEADER - _AFTER_LENGTHS) + data[_HEADER:]
    plain = io.BytesIO()
    try:
        _refuse_bomb(bare, largest)
        # Equal files give equal fonts: neither the clock nor a recount may change them.
        font = TTFont(io.BytesIO(bare), lazy=False, recalcTimestamp=False, recalcBBoxes=False)
        font.flavor = None
        font.save(plain, reorderTables=True)
    except (
        TTLibError, brotli.error, struct.error, AssertionError, ArithmeticError, AttributeError,
        EOFError, LookupError, MemoryError, NotImplementedError, OSError, RecursionError,
        TypeError, ValueError,
    ) as error:  # fmt: skip
        raise FontError("is damaged", _DAMAGED) from error
    return plain.getvalue()


def _refuse_bomb(data: bytes, largest: int) -> None:
    """Unpack as much as a font can be and not a byte more, before a library unpacks all of it."""
    import brotli
    from fontTools.ttLib.woff2 import WOFF2DirectoryEntry

    tables, packed = struct.unpack_from(">H", data, 12)[0], struct.unpack_from(">L", data, 20)[0]
    file = io.BytesIO(data)
    file.seek(_HEADER)
    for _ in range(tables):
        WOFF2DirectoryEntry().fromFile(file)
    stream = brotli.Decompressor()
    unpacked = len(stream.process(file.read(packed), output_buffer_limit=largest))
    while unpacked <= largest and not stream.is_finished():
        more = stream.process(b"", output_buffer_limit=largest)
        if not more:
            return  # it breaks off, which the library says in its own way
        unpacked += len(more)
    if unpacked > largest:
        raise FontError("unpacks to more than a font can be", _DAMAGED)
