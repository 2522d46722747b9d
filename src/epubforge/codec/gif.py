"""A GIF without what it tells beside its pictures: comments, XMP and programs' own blocks.

Blocks: GIF89a specification, 12 to 26.
"""

from __future__ import annotations

from epubforge.codec.flaws import damaged, truncated

_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""The application blocks that say how often a motion is repeated."""


def cleaned(data: bytes) -> bytes:
    """The same pictures and their timing, and nothing else.

    Raises PictureError where the file ends too early or its structure is broken.
    """
    at = 13 + _table(data, 10)
    kept = [data[:at]]
    while True:
        start, sort = at, _byte(data, at)
        if sort == _END:
            return b"".join((*kept, b"\x3b"))
        if sort == _IMAGE:
            at = _after_blocks(data, at + 10 + _table(data, at + 9) + 1)
            kept.append(data[start:at])
        elif sort == _EXTENSION:
            at = _after_blocks(data, at + 2)
            if _stays(data, start):
                kept.append(data[start:at])
        else:
            raise damaged(f"an unknown block 0x{sort:02X} at byte {start}")


def _stays(data: bytes, start: int) -> bool:
    label = _byte(data, start + 1)
    return label == _CONTROL or (label == _APPLICATION and data[start + 3 : start + 14] in _LOOPS)


def _table(data: bytes, flags_at: int) -> int:
    """The bytes of a colour table, as the flags before it say."""
    flags = _byte(data, flags_at)
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while size := _byte(data, at):
        at += size + 1
    return at + 1


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise truncated()
    return data[at]
