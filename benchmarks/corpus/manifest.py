"""What a corpus says of itself: metadata.yaml for pandoc, and manifest.json, its files' digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a corpus is."""

    files: int
    bytes: int

    def __str__(self) -> str:
        return f"{self.files} files, {self.bytes / 1e6:.1f} MB"


def write_metadata(out: Path, title: str, identifier: str) -> None:
    """Write the book's metadata as pandoc reads it."""
    (out / "metadata.yaml").write_text(
        "---\n"
        f'title: "{title}"\n'
        "author: Corpus Generator\n"
        "lang: en\n"
        "date: 2020-01-01\n"
        f"identifier: urn:uuid:{identifier}\n"
        "rights: CC0-1.0\n"
        "---\n",
        encoding="utf-8",
    )


def write_manifest(out: Path, arguments: Mapping[str, str | int]) -> Extent:
    """Write the manifest of all files in the folder; it comes last, so it proves a whole corpus."""
    found = sorted(path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST)
    files = {
        path.relative_to(out).as_posix(): {"bytes": path.stat().st_size, "sha256": _digest(path)}
        for path in found
    }
    total = sum(path.stat().st_size for path in found)
    manifest = {"arguments": arguments, "bytes": total, "files": files}
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    (out / MANIFEST).write_text(text, encoding="utf-8")
    return Extent(len(files), total)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
