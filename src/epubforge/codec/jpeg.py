"""JPEG files as segments: measured, judged and cleaned without touching a pixel.

Markers and their order: ITU-T T.81, annex B.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

from epubforge.codec.exif import Exif, read_exif
from epubforge.codec.flaws import damaged, truncated
from epubforge.codec.private import Private, private_in_xmp

SOI, EOI, SOS, COM, APP0, APP1, APP2, APP13, APP14 = (
    0xD8, 0xD9, 0xDA, 0xFE, 0xE0, 0xE1, 0xE2, 0xED, 0xEE,
)  # fmt: skip
_APP11 = 0xEB
"""Where a JUMBF box says how a picture came to be: ISO/IEC 19566-5."""
BASELINE, _EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APPS = range(0xE0, 0xF0)
_BETWEEN_SCANS = frozenset({0xC4, 0xDA, 0xDB, 0xDC, 0xDD, COM, *_APPS})
_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]", re.DOTALL)
EXIF_NAME = b"Exif\0\0"
"""What an EXIF segment begins with."""
_XMP, _ICC = b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"


@dataclass(frozen=True, slots=True)
class Segment:
    """A marker segment: where it begins and ends in the file, its marker included."""

    marker: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The picture's own header."""

    marker: int
    precision: int
    width: int
    height: int
    components: bytes
    """The components' names, one byte each."""


@dataclass(frozen=True, slots=True)
class JpegLayout:
    """A JPEG file taken apart."""

    frame: Frame
    segments: tuple[Segment, ...]
    last_scan: int
    """Where the compressed data of the last scan begin."""
    scans: int
    end: int
    """The offset after the end marker; bytes beyond it belong to no picture of ours."""
    transform: int | None = None
    """Adobe's colour transform, where the file says it."""
    exif: Exif = field(default_factory=Exif)
    icc: bytes | None = None
    private: frozenset[Private] = frozenset()

    @property
    def is_huffman(self) -> bool:
        """Whether its data are of whole codes, which no bytes after them can change."""
        return self.frame.marker in {BASELINE, _EXTENDED, PROGRESSIVE}

    @property
    def is_plain(self) -> bool:
        """Whether every reader shows it as it is: 8 bit, grey or YCbCr, no rare coding."""
        if self.frame.marker not in {BASELINE, PROGRESSIVE} or self.frame.precision != 8:
            return False
        if len(self.frame.components) == 3:
            return self.transform in {None, 1} and self.frame.components != b"RGB"
        return len(self.frame.components) == 1


def take_apart(data: bytes) -> JpegLayout:
    """The layout of a JPEG file.

    Raises PictureError where the file ends too early or its structure is broken.
    """
    segments, last_scan, scans, end = _walk(data)
    frame = _frame(data, segments)
    exif = _first(data, segments, APP1, EXIF_NAME)
    xmp = _first(data, segments, APP1, _XMP)
    adobe = _first(data, segments, APP14, b"Adobe")
    facts = read_exif(exif) if exif is not None else Exif()
    private = facts.private | private_in_xmp(xmp or b"") | _other_private(data, segments)
    return JpegLayout(
        frame, segments, last_scan, scans, end,
        transform=adobe[6] if adobe is not None and len(adobe) > 6 else None,
        exif=facts, icc=_profile(data, segments), private=private,
    )  # fmt: skip


def cleaned(data: bytes, layout: JpegLayout, *, exif: bytes, keep_profile: bool) -> bytes:
    """The same picture without its metadata, but for this EXIF block and, if wished, the profile.

    A file that has nothing to lose comes back as it is.
    """
    kept: list[bytes] = [b"\xff\xd8"]
    position = 2
    for segment in layout.segments:
        kept.append(data[position : segment.start])
        kept.append(_kept(data, segment, keep_profile=keep_profile))
        position = segment.end
    kept.append(data[position : layout.end])
    if exif:
        kept.insert(_after_jfif(kept), _segment(APP1, EXIF_NAME + exif))
    return b"".join(kept)


def _walk(data: bytes) -> tuple[tuple[Segment, ...], int, int, int]:
    segments: list[Segment] = []
    position, last_scan, scans = 2, 0, 0
    while True:
        marker, start, position = _marker(data, position)
        if marker == EOI:
            if not scans:
                raise damaged("it has headers but no picture")
            return tuple(segments), last_scan, scans, position
        if scans and marker not in _BETWEEN_SCANS:
            raise damaged(f"an unexpected marker 0x{marker:02X} at byte {start}")
        end = _end(data, position)
        segments.append(Segment(marker, start, end))
        position = end
        if marker == SOS:
            scans, last_scan, position = scans + 1, end, _end_of_scan(data, end)


def _marker(data: bytes, position: int) -> tuple[int, int, int]:
    """The marker at a position, where it begins, and the offset after it; fill bytes go before."""
    start = position
    while data[position : position + 1] == b"\xff":
        position += 1
    if position >= len(data):
        raise truncated()
    if position == start:
        raise damaged(f"no marker where one must stand, at byte {start}")
    return data[position], start, position + 1


def _end(data: bytes, position: int) -> int:
    if position + 2 > len(data):
        raise truncated()
    (length,) = struct.unpack_from(">H", data, position)
    if length < 2:
        raise damaged(f"a segment without length at byte {position}")
    if position + length > len(data):
        raise truncated()
    return position + int(length)


def _end_of_scan(data: bytes, start: int) -> int:
    """Where the marker after a scan's compressed data is.

    Counting tells in a tenth of a search's time that the usual file has no marker but the last.
    """
    end = data.find(b"\xff\xd9", start)
    if end >= 0 and data.count(b"\xff", start, end) == data.count(b"\xff\x00", start, end):
        return end
    found = _NEXT_MARKER.search(data, start)
    if found is None:
        raise truncated()
    return found.start()


def _frame(data: bytes, segments: tuple[Segment, ...]) -> Frame:
    for segment in segments:
        if segment.marker in _FRAMES:
            body = _body(data, segment)
            if len(body) < 6 or len(body) < 6 + 3 * body[5]:
                break
            precision, height, width, count = struct.unpack_from(">BHHB", body)
            if not width or not height or not count:
                break
            names = body[6 : 6 + 3 * count : 3]
            return Frame(segment.marker, precision, width, height, names)
    raise damaged("its header says no size")


def _body(data: bytes, segment: Segment) -> bytes:
    marker = data.index(bytes([segment.marker]), segment.start)
    return data[marker + 3 : segment.end]


def _first(data: bytes, segments: tuple[Segment, ...], marker: int, name: bytes) -> bytes | None:
    """The body after its name of the first such segment."""
    for segment in segments:
        if segment.marker == marker and (body := _body(data, segment)).startswith(name):
            return body[len(name) :]
    return None


def _profile(data: bytes, segments: tuple[Segment, ...]) -> bytes | None:
    """The colour profile, put together from its numbered parts (ICC.1, annex B.4)."""
    parts: dict[int, bytes] = {}
    for segment in segments:
        if segment.marker == APP2 and (body := _body(data, segment)).startswith(_ICC):
            parts.setdefault(body[len(_ICC)] if len(body) > len(_ICC) else 0, body[len(_ICC) + 2 :])
    return b"".join(parts[number] for number in sorted(parts)) if parts else None


def _other_private(data: bytes, segments: tuple[Segment, ...]) -> frozenset[Private]:
    kinds = {APP13: Private.TEXTS, COM: Private.COMMENT, _APP11: Private.HISTORY}
    found = {kinds[part.marker] for part in segments if part.marker in kinds}
    if _first(data, segments, APP2, b"MPF\0") is not None:
        found.add(Private.SECOND)
    return frozenset(found)


def _kept(data: bytes, segment: Segment, *, keep_profile: bool) -> bytes:
    whole = data[segment.start : segment.end]
    if segment.marker == APP0:
        return _without_thumbnail(_body(data, segment))
    if segment.marker == APP2:
        return whole if keep_profile and _body(data, segment).startswith(_ICC) else b""
    if segment.marker == APP14:
        return whole if _body(data, segment).startswith(b"Adobe") else b""
    return b"" if segment.marker in _APPS or segment.marker == COM else whole


def _without_thumbnail(jfif: bytes) -> bytes:
    if not jfif.startswith(b"JFIF\0") or len(jfif) < 14:
        return b""
    return _segment(APP0, jfif[:12] + b"\0\0")


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _after_jfif(pieces: list[bytes]) -> int:
    """JFIF must stand first; EXIF next."""
    for index, piece in enumerate(pieces):
        if piece.startswith(b"\xff\xe0"):
            return index + 1
    return 1
