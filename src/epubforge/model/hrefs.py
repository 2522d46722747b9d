"""Hrefs of one book as they are seen from its pages."""

from __future__ import annotations

import posixpath


def seen_from(href: str, folder: str) -> str:
    """A path from the package document as a file in that folder has to give it.

    As `posixpath.relpath`, which makes both of them absolute first and takes ten times as long.
    """
    if not folder:
        return href
    name = href.removeprefix(f"{folder}/")
    if name != href:
        return name
    if "/" not in folder and not href.startswith("../"):
        return f"../{href}"
    return posixpath.relpath(href, folder)
