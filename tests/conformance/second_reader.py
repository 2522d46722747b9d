"""A second reader: DAISY's EPUB parser, in another language and by other people than ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import msgspec

_ROOT = Path(__file__).parent.parent.parent
_SCRIPT = Path(__file__).with_name("second_reader.js")


class Page(msgspec.Struct, frozen=True):
    """A page of the spine."""

    href: str
    title: str


class Reading(msgspec.Struct, frozen=True):
    """What the reader saw in a book."""

    version: str
    language: str
    title: str
    identifier: str
    pages: list[Page]
    navigation: str
    contents: list[str]


def read(book: Path) -> Reading:
    """Open a book with @daisy/epub-utils, which comes with Ace; fails where it cannot."""
    done = subprocess.run(
        ["node", str(_SCRIPT), str(_parser()), str(book)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return msgspec.json.decode(done.stdout.splitlines()[0], type=Reading)


def _parser() -> Path:
    ace = shutil.which("ace-cli")
    folders = [_ROOT / ".venv" / "ace" / "node_modules"]
    if ace:
        folders.extend(p for p in Path(ace).resolve().parents if p.name == "node_modules")
    parsers = [folder / "@daisy" / "epub-utils" for folder in folders]
    found = next((parser for parser in parsers if parser.is_dir()), None)
    assert found, "Ace is not installed: run `make ready`"
    return found
