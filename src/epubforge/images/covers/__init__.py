"""The designs of typographic covers, one a file."""

from __future__ import annotations

from epubforge.images.covers.axis import axis
from epubforge.images.covers.bands import bands
from epubforge.images.covers.design import Design
from epubforge.images.covers.field import field
from epubforge.images.covers.initial import initial
from epubforge.images.covers.label import label

DESIGNS: dict[str, Design] = {
    "axis": axis,
    "field": field,
    "initial": initial,
    "label": label,
    "bands": bands,
}
"""By their names in `[theme] cover`."""
