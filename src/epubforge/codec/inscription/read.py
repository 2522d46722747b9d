"""A picture file turned into what it says of itself, whichever of four ways it was written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from epubforge.codec.inscription import exif_texts, iim, xmp
from epubforge.codec.inscription.packets import Packets, packets_of
from epubforge.codec.inscription.rdf import PacketError, Property, properties
from epubforge.codec.inscription.tiff_tags import (
    ARTIST,
    COPYRIGHT,
    DESCRIPTION,
    TAKEN,
    USER_COMMENT,
    XP_AUTHOR,
    XP_COMMENT,
    XP_TITLE,
)

LONGEST = 20_000
"""Characters of one text; what is longer was not written for people."""
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Inscription:
    """What a picture file says of itself, as plain text; empty where it says nothing."""

    title: str = ""
    headline: str = ""
    caption: str = ""
    alt: str = ""
    longdesc: str = ""
    creators: tuple[str, ...] = ()
    credit: str = ""
    rights: str = ""
    date: str = ""
    """When what it shows was seen: `2009-08-31`, `2009-08` or `2009`."""
    place: str = ""
    people: tuple[str, ...] = ()
    faces: tuple[str, ...] = ()
    """Names of marked faces: many programs fill them in for finding, not for publishing."""
    troubles: tuple[str, ...] = ()
    """What could not be read, as sentences that continue the file's name."""


def read_inscription(location: Path, language: str) -> Inscription:
    """What a picture file says of itself; of texts in several languages, the one for the book.

    XMP counts before IIM, unless the IIM was changed after it (by the digest that tells so), and
    both before EXIF, which cameras fill by themselves. The place is never taken from GPS. What is
    broken is passed over and told.

    Raises PictureError where the file cannot be opened.
    """
    packets = packets_of(location)
    troubles: list[str] = []
    found = _xmp(packets, troubles)
    newer = (
        bool(packets.digest)
        and packets.digest != hashlib.md5(packets.iim, usedforsecurity=False).digest()
    )
    ways = [_from_xmp(found, language), _from_iim(packets.iim)]
    if newer and packets.iim:
        ways.reverse()
    ways += [_from_exif(packets), _from_png(packets)]
    return _first_of(ways, tuple(troubles))


def _xmp(packets: Packets, troubles: list[str]) -> Mapping[str, Property]:
    found: dict[str, Property] = {}
    for packet in (packets.xmp, packets.extended):
        try:
            found = properties(packet) | found
        except PacketError as error:
            troubles.append(f"has an XMP packet that cannot be read: {error}")
    return found


def _from_xmp(found: Mapping[str, Property], language: str) -> Inscription:
    def text(name: str) -> str:
        return xmp.one(found, name, language)

    dated = text("photoshop:DateCreated") or text("exif:DateTimeOriginal")
    return Inscription(
        title=text("dc:title"),
        headline=text("photoshop:Headline"),
        caption=text("dc:description") or text("tiff:ImageDescription"),
        alt=text("Iptc4xmpCore:AltTextAccessibility"),
        longdesc=text("Iptc4xmpCore:ExtDescrAccessibility"),
        creators=xmp.several(found, "dc:creator", language)
        or xmp.several(found, "tiff:Artist", language),
        credit=text("photoshop:Credit"),
        rights=text("dc:rights") or text("tiff:Copyright"),
        date=_date(dated),
        place=xmp.place(found, language),
        people=xmp.people(found, language),
        faces=xmp.faces(found, language),
    )


def _from_iim(data: bytes) -> Inscription:
    texts = iim.iim_texts(data)

    def text(number: int) -> str:
        return texts.get(number, ("",))[0].strip("\0 ")

    places = (iim.SUBLOCATION, iim.CITY, iim.STATE, iim.COUNTRY)
    return Inscription(
        title=text(iim.TITLE),
        headline=text(iim.HEADLINE),
        caption=text(iim.CAPTION),
        creators=tuple(filter(None, (name.strip("\0 ") for name in texts.get(iim.BYLINE, ())))),
        credit=text(iim.CREDIT),
        rights=text(iim.COPYRIGHT),
        date=_date(text(iim.DATE)),
        place=xmp.joined([text(part) for part in places]),
    )


def _from_exif(packets: Packets) -> Inscription:
    texts = exif_texts.exif_texts(packets.exif)

    def text(*numbers: int) -> str:
        return next((texts[number] for number in numbers if number in texts), "")

    return Inscription(
        title=text(XP_TITLE),
        caption=text(DESCRIPTION, XP_COMMENT, USER_COMMENT),
        creators=exif_texts.artists(text(ARTIST, XP_AUTHOR)),
        rights=exif_texts.copyright_line(text(COPYRIGHT)),
        date=_date(text(TAKEN)),
    )


def _from_png(packets: Packets) -> Inscription:
    """The keywords that the PNG specification names."""
    texts = {keyword.casefold(): text.strip() for keyword, text in reversed(packets.texts)}
    return Inscription(
        title=texts.get("title", ""),
        caption=texts.get("description", "") or texts.get("comment", ""),
        alt=texts.get("alternative text", "") or texts.get("alt text", ""),
        creators=exif_texts.artists(texts.get("author", "") or texts.get("artist", "")),
        rights=texts.get("copyright", ""),
        date=_date(texts.get("creation time", "")),
    )


def _first_of(ways: list[Inscription], troubles: tuple[str, ...]) -> Inscription:
    """Each field from the first way that has it."""

    def text(*values: str) -> str:
        return next((clean for value in values if (clean := _clean(value))), "")

    def names(*values: tuple[str, ...]) -> tuple[str, ...]:
        cleaned = (tuple(filter(None, map(_clean, value))) for value in values)
        return next((value for value in cleaned if value), ())

    return Inscription(
        title=text(*(way.title for way in ways)),
        headline=text(*(way.headline for way in ways)),
        caption=text(*(way.caption for way in ways)),
        alt=text(*(way.alt for way in ways)),
        longdesc=text(*(way.longdesc for way in ways)),
        creators=names(*(way.creators for way in ways)),
        credit=text(*(way.credit for way in ways)),
        rights=text(*(way.rights for way in ways)),
        date=text(*(way.date for way in ways)),
        place=text(*(way.place for way in ways)),
        people=names(*(way.people for way in ways)),
        faces=names(*(way.faces for way in ways)),
        troubles=troubles,
    )


def _clean(text: str) -> str:
    """Line ends as ours, nothing that cannot be seen; a text too long for people counts as none."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return text if len(text) <= LONGEST else ""


def _date(text: str) -> str:
    """An ISO date, as far as it is known, from `20090831`, `2009-08-31T12:00` and their kin."""
    found = re.match(r"(\d{4})(?:[:-]?(\d\d)(?:[:-]?(\d\d))?)?", text.strip())
    if found is None or found[1] == "0000":
        return ""
    parts = [found[1]]
    for part, most in ((found[2], 12), (found[3], 31)):
        if not part or not 1 <= int(part) <= most:
            break
        parts.append(part)
    return "-".join(parts)
