"""The way from a picture to its long description, for eyes and for voices."""

from __future__ import annotations

from dataclasses import replace

from epubforge.markdown.attributes import Attributes
from epubforge.markdown.body import Body
from epubforge.markup import attribute, escape
from epubforge.source import Span


def without_description(given: Attributes) -> Attributes:
    """Attributes without `longdesc`, which no page may have."""
    return replace(given, pairs=tuple(pair for pair in given.pairs if pair[0] != "longdesc"))


def details(ident: str) -> str:
    """What points from the picture to the link of that id; nothing where there is none."""
    return f' aria-details="{attribute(ident)}"' if ident else ""


def write_description_link(out: Body, link: tuple[str, str], place: Span) -> None:
    """A link that everybody sees, to a target and with an id."""
    target, ident = link
    words = out.label("description")
    out.features.add("description")
    out.write(f'<a class="description-link" id="{attribute(ident)}"')
    out.href(target, words, place)
    out.write(f">{escape(words)}</a>")
