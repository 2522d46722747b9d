"""Books made to harm: a finding or one refusal, in bounded time, and never an exception."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from checks.finished_books import files, write_book
from epubforge.diagnostics import Severity
from epubforge.pipeline.shelf import examine
from epubforge.project.profiles import usual

PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>%s</body></html>'
)
ONE = "EPUB/one.xhtml"
SHOPS = usual().shops
"""All that are asked where nothing is said."""
FIXED = {
    "metadata": '<meta property="rendition:layout">pre-paginated</meta>\n',
    "head": '<meta name="viewport" content="width=9, height=9"/>'
    '<link rel="stylesheet" href="a.css"/>',
}
CSS = {"items": '<item id="css" href="a.css" media-type="text/css"/>\n'}
MANY = " ".join(f'a{n}="x"' for n in range(100_000))
_REFERENCES = [f"&{chr(97 + n)};" * 10 for n in range(9)]
BOMB = "".join(f'<!ENTITY {chr(98 + n)} "{_REFERENCES[n]}">' for n in range(9))
SOURCES = "".join(f'<source src="a{n}"/>' for n in range(20_000))

HOSTILE = {
    "deep": {ONE: PAGE % ("<b>" * 100_000 + "</b>" * 100_000)},
    "wide": {ONE: PAGE % ("<b/>" * 900_000)},
    "one long line": {ONE: PAGE % ("<foo/>" * 20_000)},
    "many attributes": {ONE: PAGE % f"<p {MANY}/>"},
    "long value": {ONE: PAGE % f'<p class="{"a " * 500_000}"/>'},
    "slow pattern": {ONE: PAGE % f'<time datetime="{"1 h " * 30_000}x">x</time>'},
    "entity bomb": {
        ONE: f'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">{BOMB}]>{PAGE % "&j;"}',
    },
    "entity from outside": {
        ONE: f'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>{PAGE % "&a;"}',
    },
    "unknown encoding": {ONE: f'<?xml version="1.0" encoding="klingon"?>{PAGE % "x"}'},
    "encoding of no text": {ONE: f'<?xml version="1.0" encoding="hex"?>{PAGE % "x"}'},
    "nothing": {ONE: "\n"},
    "no package": {"EPUB/package.opf": "\n"},
    "braces": {**CSS, "EPUB/a.css": "{" * 200_000},
    "media in media": {**CSS, "EPUB/a.css": "@media a{" * 40_000},
    "parentheses": {**CSS, "EPUB/a.css": f"p{{a:{'(' * 200_000}"},
    "fixed, braces": {**CSS, **FIXED, "EPUB/a.css": "{" * 200_000},
    "fixed, media in media": {**CSS, **FIXED, "EPUB/a.css": "@media all{" * 40_000},
    "fixed, parentheses": {**CSS, **FIXED, "EPUB/a.css": f"p{{font-family:{'(' * 200_000}"},
    "fixed, many selectors": {**CSS, **FIXED, "EPUB/a.css": "body body>body," * 30_000 + "p{}"},
    "many pictures": {
        "items": "".join(
            f'<item id="p{n}" href="p{n}.png" media-type="image/png"/>\n' for n in range(12)
        ),
        **{f"EPUB/p{n}.png": "2400 x 2400 opaque\n" for n in range(12)},
    },
    "long number": {"metadata": f"<dc:identifier>urn:isbn:{'9' * 900_000}</dc:identifier>\n"},
    "circle of fallbacks": {
        "items": "".join(
            f'<item id="f{n}" href="f{n}" media-type="a/b" fallback="f{(n + 1) % 5_000}"/>\n'
            for n in range(5_000)
        )
    },
    "circle of refines": {
        "metadata": "".join(
            f'<meta id="m{n}" property="file-as" refines="#m{(n + 1) % 5_000}">x</meta>\n'
            for n in range(5_000)
        )
    },
    "far too many items": {
        "items": "".join(
            f'<item id="p{n}" href="p{n}.png" media-type="image/png"/>\n' for n in range(99_000)
        )
    },
    "attributes of chance names": {ONE: PAGE % "".join(f'<p a{n}="x"/>' for n in range(30_000))},
    "links in links": {ONE: PAGE % (("<a href='#x'>" * 900 + "</a>" * 900) * 100)},
    "sources of one film": {ONE: PAGE % f"<video>{SOURCES}</video>"},
    "names above the root": {"../../evil": "x", "/absolute": "y"},
}


@pytest.mark.parametrize("blocks", HOSTILE.values(), ids=HOSTILE)
def test_hostile_book(blocks: dict[str, str], tmp_path: Path) -> None:
    """It is answered within some seconds of processor time, and nothing is written beside it."""
    book = write_book(blocks, tmp_path / "book.epub")
    began = time.process_time()
    examine(book, SHOPS)
    assert time.process_time() - began < 10
    assert list(tmp_path.iterdir()) == [book]


def test_a_package_that_is_too_large_is_an_error(tmp_path: Path) -> None:
    """Nothing of such a book is looked at, so that nobody may take it for sound."""
    book = write_book(HOSTILE["far too many items"], tmp_path / "book.epub")
    told = [(found.rule.code, found.grade) for found in examine(book, SHOPS)]
    assert ("C029", Severity.ERROR) in told


def test_mutants(tmp_path: Path) -> None:
    """Bytes changed, cut out and doubled anywhere in the files give findings, no exception."""
    pictures = {"png": "clear", "jpg": "swapped", "gif": "moving", "webp": "clear"}
    types = {"jpg": "jpeg"}
    items = "".join(
        f'<item id="{end}" href="a.{end}" media-type="image/{types.get(end, end)}"/>\n'
        for end in pictures
    )
    drawn = {f"EPUB/a.{end}": f"20 x 20 {sort}\n" for end, sort in pictures.items()}
    metadata = '<meta property="rendition:layout">pre-paginated</meta>\n'
    blocks = {"metadata": metadata, "items": items, **drawn}
    sound = files(blocks)
    chance = random.Random(7)
    for _ in range(400):
        name = chance.choice([each for each in sound if each != "mimetype"])
        content = bytearray(sound[name])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(content))
            match chance.randrange(3):
                case 0:
                    content[at] = chance.randrange(256)
                case 1:
                    del content[at : at + chance.randint(1, 30)]
                case _:
                    content[at:at] = content[max(0, at - chance.randint(1, 60)) : at]
            if not content:
                break
        text = bytes(content).decode("latin-1")
        book = write_book(
            {**blocks, name: f"hex {text.encode('latin-1').hex()}"}, tmp_path / "book.epub"
        )
        for found in examine(book, SHOPS):
            assert found.message
