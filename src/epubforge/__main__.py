"""The way in: the `epubforge` command and `python -m epubforge`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code.

    The version is told before anything is imported: build scripts ask for it all the time.
    """
    if sys.argv[1:] == ["--version"]:
        from epubforge import __version__

        sys.stdout.write(f"epubforge {__version__}\n")
        return 0
    from epubforge.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
