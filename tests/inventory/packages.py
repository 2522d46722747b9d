"""Package documents made by hand, with the metadata that a test is about."""

from __future__ import annotations

from epubforge.finished.package import Package, read_package
from epubforge.tree.parse import parse

HEAD = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="{version}" unique-identifier="id"'
    ' xml:lang="en"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:opf="http://www.idpf.org/2007/opf">'
)
TAIL = "</metadata><manifest>{items}</manifest><spine>{steps}</spine></package>"


def package(metadata: str, *, version: str = "3.0", items: str = "", steps: str = "") -> Package:
    """A package with this metadata."""
    text = HEAD.format(version=version) + metadata + TAIL.format(items=items, steps=steps)
    return read_package(parse("OEBPS/package.opf", text.encode()))


def meta(name: str, *values: str) -> str:
    """A property of the book for each value."""
    return "".join(f'<meta property="{name}">{value}</meta>' for value in values)


def feature(*values: str) -> str:
    """Accessibility features."""
    return meta("schema:accessibilityFeature", *values)
