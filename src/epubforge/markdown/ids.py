"""Ids: made from texts, and given out once."""

from __future__ import annotations

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.source import Span


def slug(text: str, fallback: str = "section") -> str:
    """A text as an id, as GitHub makes them: lower case, hyphens for blanks, letters of any script.

    An id of XML does not begin with a digit or a hyphen, so such a one gets a word before it.
    """
    kept = (c for c in text.strip().lower().replace(" ", "-") if _may_be_inside(c))
    made = "".join(kept).strip("-")
    if not made:
        return fallback
    return made if _may_begin(made[0]) else f"{fallback}-{made}"


def is_valid(ident: str) -> bool:
    """Whether a text can be an id in XML."""
    inside = all(c == "." or _may_be_inside(c) for c in ident)
    return inside and ident != "" and _may_begin(ident[0])


def _may_begin(character: str) -> bool:
    # Beyond the first plane, and for wide forms, not every reader's XML parser knows letters.
    return ord(character) < 0xFF00 and character.isidentifier()


def _may_be_inside(character: str) -> bool:
    return character == "-" or (ord(character) < 0xFF00 and f"a{character}".isidentifier())


class Ids:
    """The ids of a chapter: those that the author gave, and those that are made."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def reserve(self, *given: str) -> None:
        """The author gave these: no made one will be equal to them."""
        self._taken.update(given)

    def make(self, wanted: str) -> str:
        """The wanted id, or the first of `-2`, `-3`, ... that is not taken; it is taken then."""
        ident, count = wanted, self._counts.get(wanted, 1)
        while ident in self._taken:
            count += 1
            ident = f"{wanted}-{count}"
        self._counts[wanted] = count
        self._taken.add(ident)
        return ident


ID_TWICE = Rule(
    "M030",
    "id-used-twice",
    Severity.ERROR,
    """An id is given to two places of one chapter.

    Why it matters
        A link to it can only lead to one of them. The second place loses its id.
    Bad
        ## The mine {#mine}
        ## Another mine {#mine}
    Good
        ## The mine {#mine}
        ## Another mine {#another-mine}
    """,
)
ID_INVALID = Rule(
    "M031",
    "id-not-valid",
    Severity.ERROR,
    """An id is not a name: it begins with a digit, or holds other signs than letters, digits,
    hyphens, dots and underscores.

    Why it matters
        EPUB pages are XML, where such an id makes the page invalid; so it is left out.
    Bad
        ## The year {#1935}
    Good
        ## The year {#year-1935}
    Reference
        XML 1.0, 3.3.1 https://www.w3.org/TR/xml/#id
    """,
)


def id_twice(place: Span, ident: str) -> Diagnostic:
    """An id that is given a second time."""
    return ID_TWICE.at(
        place,
        f"the id {ident} is given twice in this chapter",
        "give each place an id of its own",
    )


def id_not_valid(place: Span, ident: str) -> Diagnostic:
    """An id that XML does not allow."""
    return ID_INVALID.at(
        place,
        f"{ident or 'nothing'} cannot be an id",
        "begin it with a letter, and use letters, digits and hyphens only",
    )
