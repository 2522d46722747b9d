"""epubforge turns a Markdown manuscript and a folder of pictures into an EPUB 3."""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, whose import would cost more than all the rest

if TYPE_CHECKING:
    from epubforge.pipeline import build, check, load

__version__ = "0.1.0"
__all__ = ["__version__", "build", "check", "load"]


def __getattr__(name: str) -> object:
    """Fetch the library's functions on first use: `epubforge --version` must import nothing."""
    if name in {"build", "check", "load"}:
        from epubforge import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'epubforge' has no attribute {name!r}")
