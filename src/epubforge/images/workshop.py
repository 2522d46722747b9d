"""The folder where pictures are made: each under the digest of its bytes, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

DIGEST_BYTES = 16


def digest_of(data: bytes) -> str:
    """The name of bytes: equal bytes have equal digests."""
    return blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


@contextmanager
def draft(workshop: Path) -> Iterator[Path]:
    """An empty file of one's own in the workshop, gone afterwards if it was not filed."""
    workshop.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=workshop)
    os.close(handle)
    file = Path(name)
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)


def filed(file: Path, ending: str) -> tuple[str, Path]:
    """A finished draft under the name of its digest; equal pictures are one file."""
    digest = digest_of(file.read_bytes())
    target = file.with_name(digest + ending)
    try:
        os.replace(file, target)
    except PermissionError:
        # Windows does not replace a file that another thread has open: it is the same picture.
        if not target.exists():
            raise
    return digest, target
