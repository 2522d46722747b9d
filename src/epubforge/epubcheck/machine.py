"""What Java is started with, for a machine that serves one run."""

from __future__ import annotations

import tempfile


def options() -> list[str]:
    """Quick to start, quiet, and leaving nothing behind.

    The cache of what XML names would be written into the user's home. Pictures go through a
    temporary file: where Java's own folder for them cannot be written (a container whose root is
    read-only), EPUBCheck would call every picture corrupted.
    """
    return [
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Duser.language=en",
        "-Dxml.catalog.cacheEnabled=false",
        f"-Djava.io.tmpdir={tempfile.gettempdir()}",
    ]
