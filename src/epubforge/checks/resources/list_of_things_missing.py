"""C244: list of things missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C244",
    "list-of-things-missing",
    Severity.NOTE,
    page="""\
A textbook has figures, tables, sound or film, and no list of them.

Why it matters
    A class cannot find figure 7.
Bad
    <figure> in its pages, and no nav of the type loi
Good
    <nav epub:type="loi">
Reference
    EPUB for Education: https://idpf.org/epub/profiles/edu/spec/
""",
    equivalent="NAV-006",
)


_LISTS = {"figure": "loi", "table": "lot", "audio": "loa", "video": "lov"}


def list_of_things_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Books of the type edupub."""
    navigation = rendition.package.navigation
    listed = (
        rendition.facts.documents.get(navigation.path or "") if navigation is not None else None
    )
    if "edupub" not in rendition.package.types or listed is None:
        return
    present = {name for d in rendition.facts.documents.values() for name in d.elements}
    for name, nav in _LISTS.items():
        if name in present and nav not in listed.semantics:
            yield RULE.at(
                rendition.book.place(listed.path), f"there is no list of {name}", f"add nav {nav}"
            )
