"""The way in: the `epubforge` command and `python -m epubforge`."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command line and return its exit code.

    The version is told before anything is imported: build scripts ask for it all the time.
    """
    if sys.argv[1:] == ["--version"]:
        from epubforge import __version__

        sys.stdout.write(f"epubforge {__version__}\n")
        return 0
    try:
        from epubforge.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return _interrupted()


def _interrupted() -> int:
    """Say so, and make sure of the exit code.

    Python kills itself with SIGINT, whatever is returned, if the interrupt came while it ran code
    from a string, as dataclasses do when they are made.
    """
    import atexit
    import os

    sys.stderr.write("\ninterrupted\n")
    sys.stderr.flush()
    atexit.register(os._exit, INTERRUPTED)
    return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
