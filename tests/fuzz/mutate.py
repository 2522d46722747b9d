"""Books damaged by chance, always alike for one seed: in their bytes, their XML and their zip."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from fuzz.words import ATTRIBUTES, BYTES, ELEMENTS, NAMES, STYLES, VALUES


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a book."""

    name: str
    content: bytes
    method: int = zipfile.ZIP_DEFLATED


Book = tuple[Entry, ...]
_XML = (".xhtml", ".opf", ".ncx", ".xml", ".svg", ".smil")


def read_book(path: Path) -> Book:
    """The files of a finished book."""
    with zipfile.ZipFile(path) as archive:
        return tuple(
            Entry(info.filename, archive.read(info), info.compress_type)
            for info in archive.infolist()
        )


def mutant(book: Book, seed: str) -> tuple[bytes, str]:
    """A damaged book, and what was done to it."""
    chance = random.Random(seed)
    done = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        damage = chance.choices((_xml, _bytes, _style, _files), weights=(12, 3, 2, 3), k=1)[0]
        book, what = damage(book, chance)
        done.append(what)
    packed = _packed(book)
    if chance.random() < 0.05:
        packed, what = _zip(packed, chance)
        done.append(what)
    return packed, "; ".join(done)


def _packed(book: Book) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        names: set[str] = set()
        for entry in book:
            info = zipfile.ZipInfo(entry.name or "_", (1980, 1, 1, 0, 0, 0))
            info.compress_type = entry.method
            if info.filename not in names:
                archive.writestr(info, entry.content, compresslevel=1)
                names.add(info.filename)
    return out.getvalue()


def _chosen(book: Book, chance: random.Random, endings: Sequence[str]) -> int | None:
    found = [at for at, entry in enumerate(book) if entry.name.endswith(tuple(endings))]
    # What a book hangs together by is damaged more often than its many pages.
    packages = [at for at in found if book[at].name.endswith(".opf")]
    rest = [at for at in found if not book[at].name.startswith("META-INF/")]
    if packages and chance.random() < 0.3:
        return chance.choice(packages)
    if rest and chance.random() < 0.96:
        return chance.choice(rest)
    return chance.choice(found) if found else None


def _with(book: Book, at: int, content: bytes) -> Book:
    return (*book[:at], replace(book[at], content=content), *book[at + 1 :])


def _bytes(book: Book, chance: random.Random) -> tuple[Book, str]:
    at = chance.randrange(len(book))
    content = bytearray(book[at].content)
    where = chance.randrange(len(content) + 1)
    match chance.randrange(5):
        case 0 if content:
            content[where % len(content)] ^= 1 << chance.randrange(8)
            what = f"bit at {where}"
        case 1:
            del content[where : where + chance.randint(1, 40)]
            what = f"cut at {where}"
        case 2:
            content[where:where] = content[max(0, where - chance.randint(1, 200)) : where]
            what = f"doubled at {where}"
        case 3:
            del content[where:]
            what = f"ends at {where}"
        case _:
            content[where:where] = chance.choice(BYTES)
            what = f"bytes put in at {where}"
    return _with(book, at, bytes(content)), f"{book[at].name}: {what}"


def _style(book: Book, chance: random.Random) -> tuple[Book, str]:
    at = _chosen(book, chance, (".css",))
    if at is None:
        return _xml(book, chance)
    content = book[at].content
    marks = [found.start() for found in re.finditer(rb"[{};:()\"'@,]", content)] or [0]
    where = chance.choice(marks)
    if chance.random() < 0.4:
        changed, what = content[:where] + content[where + 1 :], f"mark cut out at {where}"
    else:
        put = chance.choice(STYLES)
        changed, what = content[:where] + put + content[where:], f"{put!r} put in at {where}"
    return _with(book, at, changed), f"{book[at].name}: {what}"


def _files(book: Book, chance: random.Random) -> tuple[Book, str]:
    at = chance.randrange(len(book))
    entry = book[at]
    match chance.randrange(5):
        case 0:
            return (*book[:at], *book[at + 1 :]), f"{entry.name} taken out"
        case 1:
            name = chance.choice(NAMES).replace("*", entry.name)
            return (*book[:at], replace(entry, name=name), *book[at + 1 :]), f"{entry.name}: {name}"
        case 2:
            other = chance.randrange(len(book))
            content = book[other].content
            return _with(book, at, content), f"{entry.name} is what {book[other].name} was"
        case 3:
            shuffled = list(book)
            chance.shuffle(shuffled)
            return tuple(shuffled), "files in another order"
        case _:
            name = chance.choice(NAMES).replace("*", entry.name)
            return (*book, replace(entry, name=name)), f"{entry.name} also as {name}"


def _xml(book: Book, chance: random.Random) -> tuple[Book, str]:
    at = _chosen(book, chance, _XML)
    if at is None:
        return _bytes(book, chance)
    try:
        root = etree.fromstring(book[at].content, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return _bytes(book, chance)
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    element = chance.choice(elements)
    what = chance.choice(_CHANGES)(element, elements, chance)
    content = etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)
    return _with(book, at, content), f"{book[at].name}: {what}"


_Change = Callable[[etree._Element, list[etree._Element], random.Random], str]


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _cut(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
    return f"{_tag(element)} cut out"


def _unwrap(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        for child in reversed(element):
            parent.insert(at, child)
        parent.remove(element)
    return f"{_tag(element)} unwrapped"


def _double(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    if element.getparent() is not None:
        copy = etree.fromstring(etree.tostring(element, with_tail=False))
        element.addnext(copy)
    return f"{_tag(element)} doubled"


def _move(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    goal = chance.choice(elements)
    if (
        element.getparent() is not None
        and element not in goal.iterancestors()
        and goal is not element
    ):
        goal.insert(chance.randint(0, len(goal)), element)
    return f"{_tag(element)} moved into {_tag(goal)}"


def _copy(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    source = chance.choice(elements)
    element.append(etree.fromstring(etree.tostring(source, with_tail=False)))
    return f"{_tag(source)} copied into {_tag(element)}"


def _rename(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    before = _tag(element)
    namespace = str(element.tag).rpartition("}")[0].lstrip("{")
    name = chance.choice((chance.choice(ELEMENTS), _tag(chance.choice(elements))))
    element.tag = f"{{{namespace}}}{name}" if namespace else name
    return f"{before} renamed {name}"


def _put_in(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    namespace = str(element.tag).rpartition("}")[0].lstrip("{")
    name = chance.choice(ELEMENTS)
    child = etree.Element(f"{{{namespace}}}{name}" if namespace else name)
    child.text = chance.choice((None, "x", " "))
    element.insert(chance.randint(0, len(element)), child)
    return f"{name} put into {_tag(element)}"


def _write(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    element.text = chance.choice((None, "", "x", "  ", *VALUES))
    return f"text of {_tag(element)}: {element.text!r}"


def _strip(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    names = list(element.attrib)
    if not names:
        return _set(element, elements, chance)
    name = chance.choice(names)
    del element.attrib[name]
    return f"{_tag(element)} loses {name!s}"


def _set(element: etree._Element, elements: list[etree._Element], chance: random.Random) -> str:
    names = [str(name) for name in element.attrib]
    others = [str(name) for each in elements[:200] for name in each.attrib]
    kind = chance.random()
    if names and kind < 0.6:
        name = chance.choice(names)
    else:
        name = chance.choice(others) if others and kind < 0.8 else chance.choice(ATTRIBUTES)
    near = [str(each.attrib[name]) for each in elements if name in each.attrib] or ["x"]
    value = chance.choice(near) if chance.random() < 0.4 else chance.choice(VALUES)
    if chance.random() < 0.2 and name in element.attrib:
        value = str(element.attrib[name]) + value
    element.attrib[name] = value
    return f"{_tag(element)}: {name}={value!r}"


_CHANGES: tuple[_Change, ...] = (
    _cut, _unwrap, _double, _move, _copy, _rename, _put_in, _write, _strip, _strip, _set, _set,
    _set,
)  # fmt: skip


def _zip(packed: bytes, chance: random.Random) -> tuple[bytes, str]:
    """The archive itself."""
    content = bytearray(packed)
    directory = content.rfind(b"PK\x01\x02")
    match chance.randrange(6):
        case 0:
            where = chance.randrange(len(content))
            del content[where:]
            what = f"archive ends at {where}"
        case 1:
            where = chance.randrange(max(0, directory), len(content))
            content[where] ^= 1 << chance.randrange(8)
            what = f"bit of the directory at {where}"
        case 2:
            content[:0] = chance.choice(BYTES) * 10
            what = "bytes before the archive"
        case 3:
            content += chance.choice(BYTES) * 10
            what = "bytes after the archive"
        case 4:
            where = chance.randrange(min(len(content), 80))
            content[where] = chance.randrange(256)
            what = f"byte {where} of the archive"
        case _:
            where = content.find(b"PK\x01\x02")
            struct.pack_into("<H", content, where + 8, 1)
            what = "first entry encrypted, it says"
    return bytes(content), what
