"""PNG files as chunks: measured, verified and cleaned without touching a pixel.

Chunks and their order: https://www.w3.org/TR/png-3/#4Concepts.FormatTypes
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from epubforge.codec.exif import Exif, read_exif
from epubforge.codec.flaws import damaged, truncated
from epubforge.codec.primaries import SRGB, Space, coded_space, profile_of
from epubforge.codec.private import Private, private_in_xmp

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_APPEARANCE = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"hIST", b"pHYs"})
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_LARGEST_PROFILE = 4_000_000
_SRGB_GAMMA = 45455
_NEAR = 0.004
"""So far a light of sRGB may be rounded away."""
_LEAST_GAMMA = 0.1
"""Below it no picture can be meant: its light would have one number."""
_COLOURED = 2
"""The bit of the colour type that says so."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk: its name, and where its body lies in the file."""

    name: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PngLayout:
    """A PNG file taken apart."""

    width: int
    height: int
    depth: int
    colour_type: int
    chunks: tuple[Chunk, ...]
    exif: Exif = field(default_factory=Exif)
    icc: bytes | None = None
    """The profile; empty where it is there but cannot be unpacked."""
    transparent: tuple[int, ...] | None = None
    """The grey or the colour that tRNS makes clear, in the file's own depth."""
    gamma: int | None = None
    """The gAMA value, where it alone says what the numbers mean."""
    frames: int = 1
    private: frozenset[Private] = frozenset()

    @property
    def has_alpha(self) -> bool:
        """Whether it can be transparent anywhere."""
        return bool(self.colour_type & 4) or any(chunk.name == b"tRNS" for chunk in self.chunks)

    @property
    def is_plain(self) -> bool:
        """Whether every reader shows it as it is: at most 8 bit, and the usual gamma."""
        return self.depth <= 8 and self.gamma is None


def take_apart(data: bytes) -> PngLayout:
    """The layout of a PNG file.

    Raises PictureError where the file ends too early, or a part that counts fails its checksum.
    """
    chunks = _walk(data)
    if chunks[0].name != b"IHDR" or chunks[0].end - chunks[0].start != 13:
        raise damaged("its header is not where it must be")
    width, height, depth, colour_type = struct.unpack_from(">IIBB", data, chunks[0].start)
    if not width or not height:
        raise damaged("its header says no size")
    first = {chunk.name: data[chunk.start : chunk.end] for chunk in reversed(chunks)
             if chunk.name not in {b"IDAT", b"fdAT"}}  # fmt: skip
    if not any(chunk.name == b"IDAT" for chunk in chunks):
        raise damaged("it has headers but no picture")
    exif = read_exif(first.get(b"eXIf", b""))
    icc = _described(first) if colour_type & _COLOURED else _profile_in(first)
    return PngLayout(
        width, height, depth, colour_type, chunks,
        exif=exif,
        icc=icc,
        transparent=_clear_colour(colour_type, first.get(b"tRNS", b"")),
        gamma=_odd_gamma(first) if icc is None else None,
        frames=_frames(first.get(b"acTL", b"")),
        private=exif.private | _private_texts(data, chunks),
    )  # fmt: skip


def cleaned(
    data: bytes, layout: PngLayout, *, keywords: frozenset[str], keep_profile: bool
) -> bytes:
    """The same picture without metadata, further frames and private chunks.

    Texts under these keywords stay, and the colour profile if wished. A file that has nothing to
    lose comes back as it is.
    """
    kept = [SIGNATURE]
    for chunk in layout.chunks:
        if _stays(data, chunk, keywords, keep_profile=keep_profile):
            kept.append(data[chunk.start - 8 : chunk.end + 4])
    return b"".join(kept)


def bare(data: bytes, layout: PngLayout) -> bytes:
    """The picture alone, for a decoder: nothing in it can be unpacked to gigabytes."""
    return cleaned(data, layout, keywords=frozenset(), keep_profile=False)


def texts(data: bytes, layout: PngLayout, keywords: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Keyword and text of the plain text chunks under these keywords, in their order."""
    return tuple(
        (keyword, data[chunk.start : chunk.end].partition(b"\0")[2].decode("latin-1"))
        for chunk in layout.chunks
        if chunk.name == b"tEXt" and (keyword := _keyword(data, chunk)) in keywords
    )


def _walk(data: bytes) -> tuple[Chunk, ...]:
    chunks: list[Chunk] = []
    position = len(SIGNATURE)
    while position + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, position)
        start, end = position + 8, position + 8 + length
        if end + 4 > len(data):
            raise truncated()
        if _counts(name) and _checksum_fails(data, start, end):
            raise damaged(f"its part {name.decode('latin-1')} fails the checksum")
        chunks.append(Chunk(name, start, end))
        position = end + 4
        if name == b"IEND":
            return tuple(chunks)
    raise truncated()


def _counts(name: bytes) -> bool:
    """Whether a picture without this chunk would be another one: its first letter is capital."""
    return not name[0] & 0x20 or name in _APPEARANCE


def _checksum_fails(data: bytes, start: int, end: int) -> bool:
    told = int.from_bytes(data[end : end + 4], "big")
    return zlib.crc32(memoryview(data)[start - 4 : end]) != told


def _described(first: dict[bytes, bytes]) -> bytes | None:
    """The profile that tells the colours: by code points, embedded, or by the lights' places.

    The order in which they count: https://www.w3.org/TR/png-3/#color-chunk-precedence
    """
    coded = first.get(b"cICP", b"")
    space = coded_space(coded[0], coded[1]) if len(coded) == 4 else None
    if space is None and not first.keys() & {b"iCCP", b"sRGB"}:
        space = _told_space(first)
    if space is None:
        return _profile_in(first)
    try:
        return profile_of(space)
    except ValueError:
        return b""


def _profile_in(first: dict[bytes, bytes]) -> bytes | None:
    return _profile(first[b"iCCP"]) if b"iCCP" in first else None


def _told_space(first: dict[bytes, bytes]) -> Space | None:
    """The space of cHRM and gAMA; None where its lights are those of sRGB: gAMA is enough then."""
    if len(first.get(b"cHRM", b"")) != 32:
        return None
    white, red, green, blue = points = [
        (x / 100_000, y / 100_000) for x, y in struct.iter_unpack(">II", first[b"cHRM"])
    ]
    if all(abs(x - u) + abs(y - v) < _NEAR for (x, y), (u, v) in zip(points, SRGB, strict=True)):
        return None
    gamma = int.from_bytes(first.get(b"gAMA", b"")[:4], "big") / 100_000
    return Space(white, red, green, blue, gamma=gamma if gamma > _LEAST_GAMMA else None)


def _profile(body: bytes) -> bytes:
    packed = body.partition(b"\0")[2][1:]
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST_PROFILE)
    except zlib.error:
        return b""


def _odd_gamma(first: dict[bytes, bytes]) -> int | None:
    """A gamma that differs from sRGB's by more than a hair, where nothing better is said."""
    body = first.get(b"gAMA", b"")
    if len(body) != 4 or first.keys() & {b"sRGB", b"iCCP"}:
        return None
    (gamma,) = struct.unpack(">I", body)
    return gamma if gamma and abs(gamma - _SRGB_GAMMA) > _SRGB_GAMMA // 20 else None


def _clear_colour(colour_type: int, body: bytes) -> tuple[int, ...] | None:
    channels = {0: 1, 2: 3}.get(colour_type, 0)
    if not channels or len(body) < 2 * channels:
        return None
    return struct.unpack_from(f">{channels}H", body)


def _frames(control: bytes) -> int:
    return max(1, int.from_bytes(control[:4], "big")) if len(control) == 8 else 1


def _private_texts(data: bytes, chunks: tuple[Chunk, ...]) -> frozenset[Private]:
    found: set[Private] = set()
    for chunk in chunks:
        if chunk.name in _TEXTS:
            keyword = _keyword(data, chunk)
            if keyword == "XML:com.adobe.xmp":
                found |= private_in_xmp(data[chunk.start : chunk.end])
            elif keyword in {"Author", "Artist"}:
                found.add(Private.OWNER)
            elif keyword == "Comment":
                found.add(Private.COMMENT)
            elif keyword not in {"Software", "Copyright"}:
                found.add(Private.TEXTS)
    return frozenset(found)


def _keyword(data: bytes, chunk: Chunk) -> str:
    return (
        data[chunk.start : min(chunk.end, chunk.start + 80)].partition(b"\0")[0].decode("latin-1")
    )


def _stays(data: bytes, chunk: Chunk, keywords: frozenset[str], *, keep_profile: bool) -> bool:
    if chunk.name in _TEXTS:
        return _keyword(data, chunk) in keywords and not _checksum_fails(
            data, chunk.start, chunk.end
        )
    if chunk.name == b"iCCP":
        return keep_profile
    return _counts(chunk.name)
