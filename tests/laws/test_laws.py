"""What holds for every book, whatever is written in it."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from xml.parsers import expat

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import write_files
from epubforge import build
from epubforge.pipeline import Run

PIECES = st.sampled_from(
    r"""
# Heading {#id .c}\n\n¶Setext\n---\n\n¶> quote\n¶- item\n¶1. item\n¶    code\n¶```py\ncode\n```\n
¶| a | b |\n|---|:-:|\n| `c` | d \| e |\n\n¶::: note\n¶:::\n¶***\n\n¶![alt](x.png)\n\n
¶![](x.png){.decorative}¶[link](#id)¶[^n]¶\n\n[^n]: note\n\n    more\n\n¶term\n: definition\n\n
¶{.lead #id}\n¶<div>¶</div>¶<b><i>¶</b>¶<br>¶<!-- c¶-->¶*em*¶**st¶`¶\\¶&amp;¶&nbsp;¶<¶>
¶"q" 'r' -- ... ¶{lang=ru}¶[span]{.x}¶+++\n¶---\n¶title: x\n¶\t¶\n¶\n\n¶~~x~~¶<https://a.b>
¶www.a.bc ¶- [x] t\n
""".replace("\n", "")
    .replace(r"\n", "\n")
    .replace(r"\t", "\t")
    .split("¶")
)
TEXT = st.lists(
    st.one_of(PIECES, st.text(st.characters(codec="utf-8"), max_size=12)), max_size=25
).map("".join)
LAW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=False
)


def _built(text: str) -> tuple[bytes | None, tuple[str, ...]]:
    """The book of one chapter, and the codes of the blocking findings."""
    with tempfile.TemporaryDirectory() as name:
        root = write_files(Path(name), {"manuscript/1.md": text})
        target = root / "book.epub"
        found = build(root, target, Run(jobs=1)).found
        codes = tuple(d.rule.code for d in found if d.rule.blocking)
        return (target.read_bytes() if target.exists() else None), codes


@LAW
@given(TEXT)
def test_any_text_builds_or_is_refused_with_a_finding(text: str) -> None:
    """There is a book, or a blocking finding that says why there is none; never both, never
    neither."""
    book, blocking = _built(text)
    assert (book is None) == bool(blocking)


@LAW
@given(TEXT)
def test_every_page_is_well_formed(text: str) -> None:
    """Every XML entry of a book parses."""
    book, _ = _built(text)
    if book is None:
        return
    with tempfile.TemporaryFile() as file:
        file.write(book)
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
                    expat.ParserCreate().Parse(archive.read(name), True)


@settings(LAW, max_examples=15)
@given(TEXT)
def test_two_builds_give_the_same_bytes(text: str) -> None:
    """The same text gives the same bytes, in any folder."""
    assert _built(text) == _built(text)
