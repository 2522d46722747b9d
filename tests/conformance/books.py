"""The books that every outside judge gets to see, built once for a test run."""

from __future__ import annotations

import io
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from conftest import BOOK, write_files

ROOT = Path(__file__).parent.parent.parent
ON_DISK = sorted(path for path in (ROOT / "tests" / "books").iterdir() if path.is_dir())
TEMPLATES = ("minimal", "novel", "photobook")
MADE = ("names", "pictures")
EDITIONS = {
    f"{book.name}-{edition}": edition
    for book in ON_DISK
    for edition in tomllib.loads((book / "manuscript" / "book.toml").read_text("utf-8")).get(
        "editions", {}
    )
}
"""Further editions of a book on the disk, and which one each is."""
NAMES = (
    "heroes-of-labour",
    *(path.name for path in ON_DISK),
    *(f"template-{name}" for name in TEMPLATES),
    *MADE,
    *EDITIONS,
)


def projects(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each book's name and its project; those that are made are made below the folder."""
    yield "heroes-of-labour", ROOT
    for path in ON_DISK:
        yield path.name, shutil.copytree(path, folder / path.name)
    for name in TEMPLATES:
        from epubforge.cli.main import run

        target = folder / f"template-{name}"
        assert run(["new", str(target), "--template", name, "-q"]) == 0
        yield target.name, target
    yield "names", write_files(folder / "names", _names())
    yield "pictures", write_files(folder / "pictures", _pictures())
    for name, edition in EDITIONS.items():
        book = ROOT / "tests" / "books" / name.removesuffix(f"-{edition}")
        yield name, shutil.copytree(book, folder / name)


def _names() -> dict[str, str | bytes]:
    """Names that are hard on file systems, addresses and archives; here, as not every file system
    that a repository is checked out on can hold them."""
    picture = _encoded("JPEG", "RGB")
    return {
        "manuscript/book.toml": BOOK.replace("A book", "Имена 書名 😀 #1 100%"),
        "manuscript/01-a/chapter.md": "# First\n\n[second](../02-b/chapter.md)\n",
        "manuscript/02-b/chapter.md": "# Second\n\n[first](../01-a/chapter.md#first)\n",
        "manuscript/03 with space & 'quotes'.md": (
            "# Spaces\n\n![A square](<../images/a b#c%20d.jpg>)\n\n"
            "[cyrillic](04-глава.md), [cjk](05-第五章.md), [emoji](06-😀.md)\n"
        ),
        "manuscript/04-глава.md": "# Глава\n\n![Квадрат](../images/фото.jpg)\n",
        "manuscript/05-第五章.md": "# 第五章\n\n![正方形](../images/写真.jpg)\n",
        "manuscript/06-😀.md": "# 😀\n\n![A smile](../images/😀.jpg)\n",
        "manuscript/07-con.md": "# A device's name\n\nText.\n",
        "manuscript/08-100%25.md": "# Percent\n\n[itself](08-100%25.md)\n",
        "manuscript/09-e\u0301te\u0301.md": "# Été\n\nDecomposed on the disk.\n",
        "manuscript/10-last.md": "# Last\n\n[été](09-\u00e9t\u00e9.md)\n",
        "images/a b#c%20d.jpg": picture,
        "images/фото.jpg": picture,
        "images/写真.jpg": picture,
        "images/😀.jpg": picture,
    }


def _pictures() -> dict[str, str | bytes]:
    """One picture of each kind that the book can take."""
    kinds: dict[str, bytes] = {
        "grey.jpg": _encoded("JPEG", "L"),
        "cmyk.jpg": _encoded("JPEG", "CMYK"),
        "progressive.jpg": _encoded("JPEG", "RGB", progressive=True),
        "palette.png": _encoded("PNG", "P"),
        "bilevel.png": _encoded("PNG", "1"),
        "deep.png": _encoded("PNG", "I;16"),
        "clear.png": _encoded("PNG", "RGBA"),
        "animated.gif": _encoded("GIF", "P"),
        "modern.webp": _encoded("WEBP", "RGB"),
        "print.tiff": _encoded("TIFF", "CMYK"),
        "old.bmp": _encoded("BMP", "RGB"),
        "drawn.svg": (
            b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">'
            b'<title>A bar</title><rect width="90" height="60" fill="#345"/></svg>'
        ),
    }
    text = "# Pictures\n\n" + "".join(
        f"![A test card, {name}](../images/{name})\n\n" for name in kinds
    )
    files: dict[str, str | bytes] = {f"images/{name}": data for name, data in kinds.items()}
    return {**files, "manuscript/1.md": text}


def _encoded(kind: str, mode: str, *, progressive: bool = False) -> bytes:
    gradient = Image.linear_gradient("L").resize((800, 640))
    picture = gradient.convert("I;16") if mode == "I;16" else gradient.convert("RGB")
    if mode not in {"I;16", "RGB"}:
        picture = picture.convert(mode)
    out = io.BytesIO()
    picture.save(out, kind, **({"progressive": True} if progressive else {}))
    return out.getvalue()
