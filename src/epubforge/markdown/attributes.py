"""Attributes in braces: `{#id .class lang=ru key="a value"}`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.language.tags import meant_tag
from epubforge.markup import clean
from epubforge.source import Span

_VALUE = r"\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'{}=]+"
_KEY = r"[A-Za-z_][A-Za-z0-9_:.-]*"
_ITEM = rf"(?:\#\w[\w.:-]*|\.-?[^\W\d][\w-]*|{_KEY}=(?:{_VALUE}))"
BRACES: Final = re.compile(rf"\{{[ \t]*(?:{_ITEM}(?:[ \t]*\n?[ \t]+|(?=\}})|\n[ \t]*))+\}}")
"""Only if all between the braces is an id, a class or `key=value`."""
_ITEMS = re.compile(
    rf"\#(?P<id>[^\s}}]+)|\.(?P<klass>[^\s}}]+)|(?P<key>{_KEY})=(?P<value>{_VALUE})"
)
_LOOKS_LIKE: Final = re.compile(r"\{[ \t]*(?:[#.][^\s{}]|[A-Za-z][\w:.-]*=)[^{}\n]*\}")

KNOWN: Final = frozenset(
    {"dir", "epub:type", "hidden", "lang", "role", "tabindex", "title", "translate", "xml:lang"}
)
"""Attributes that XHTML knows on every element; others become `data-…`."""
_REFUSED: Final = frozenset(
    {"action", "alt", "data", "formaction", "href", "poster", "src", "srcdoc", "srcset", "style"}
)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in braces; `at` is where, in the text that the parser sees."""

    id: str | None = None
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    refused: tuple[str, ...] = ()
    """Keys that a manuscript may not set."""
    at: tuple[int, int] = (0, 0)

    def __or__(self, later: Attributes) -> Attributes:
        """Both together; where they say the same thing, the later one counts."""
        return Attributes(
            later.id or self.id,
            tuple(dict.fromkeys((*self.classes, *later.classes))),
            tuple((dict(self.pairs) | dict(later.pairs)).items()),
            (*self.refused, *later.refused),
            later.at if later.id or not self.id else self.at,
        )

    def without(self, name: str) -> Attributes:
        """The same without a class."""
        return replace(self, classes=tuple(c for c in self.classes if c != name))

    def with_classes(self, *names: str) -> Attributes:
        """The same with classes before its own."""
        return replace(self, classes=(*names, *self.classes))

    def get(self, key: str) -> str | None:
        """The value of a key."""
        return dict(self.pairs).get(key)


NONE: Final = Attributes()


def attributes_at(text: str, start: int, end: int) -> tuple[Attributes, int] | None:
    """The attributes that begin exactly at start, and where they end; None where none do."""
    if not text.startswith("{", start) or text.startswith("{{", start):
        return None
    found = BRACES.match(text, start, end)
    if found is None:
        return None
    return _read(found.group(), start), found.end()


def looks_like_attributes(text: str, start: int) -> int:
    """Where something ends that was meant as attributes and is none; 0 where nothing was."""
    found = _LOOKS_LIKE.match(text, start)
    return found.end() if found and not text.startswith("{{", start) else 0


def _read(braces: str, start: int) -> Attributes:
    ident: str | None = None
    classes: list[str] = []
    pairs: dict[str, str] = {}
    refused: list[str] = []
    for item in _ITEMS.finditer(braces):
        key = (item["key"] or "").lower()
        value = (item["value"] or "").strip("\"'")
        if item["id"] or key == "id":
            ident = item["id"] or value
        elif item["klass"] or key == "class":
            classes.extend((item["klass"] or value).split())
        elif key.startswith("on") or key in _REFUSED:
            refused.append(key)
        else:
            pairs[key] = value
    at = (start, start + len(braces))
    return Attributes(ident, tuple(classes), tuple(pairs.items()), tuple(refused), at)


def named(key: str) -> str:
    """The name of the attribute that a key becomes."""
    if key in KNOWN or key.startswith(("aria-", "data-")):
        return key
    return "data-" + re.sub(r"[^a-z0-9_-]", "-", key)


ATTRIBUTE_REFUSED = Rule(
    "M032",
    "attribute-refused",
    Severity.ERROR,
    """An attribute in braces is one that a manuscript may not set: it would be a style, a file or a
    destination behind the book's back. Or it has a value that XHTML does not know.

    Why it matters
        The theme looks after looks, and every file and link of a book is checked; these would
        escape both. The attribute is left out.
    Bad
        [red]{style="color: red"}
    Good
        [red]{.warning}
    """,
)
HANDLER_REFUSED = Rule(
    "M033",
    "attribute-runs-a-program",
    Severity.ERROR,
    """An attribute in braces runs a program (`onclick` and its kin).

    Why it matters
        Shops refuse books with programs in them, and most readers do not run them.
    Bad
        [more]{onclick="show()"}
    Good
        [more](#more)
    """,
    blocking=True,
)


LANGUAGE_INVALID = Rule(
    "M036",
    "language-not-valid",
    Severity.ERROR,
    """The language of a passage is not a language tag.

    Why it matters
        A reading voice would not know how to speak it, and the page would be invalid; so it is left
        out.
    Bad
        [да]{lang="in Russian"}
    Good
        [да]{lang=ru}
    Reference
        BCP 47 https://www.rfc-editor.org/info/bcp47
    """,
)


ATTRIBUTE_MISSPELT = Rule(
    "M100",
    "attribute-perhaps-misspelt",
    Severity.NOTE,
    """An attribute in braces has a name that is nearly one that means something.

    Why it matters
        Names that XHTML does not know are kept as `data-…`, for programs; readers see nothing of
        them.
    Bad
        [text]{clas=small}
    Good
        [text]{class=small}
    """,
)
_MEANT: Final = (*sorted(KNOWN), "class", "id", "caption", "longdesc", "quality", "keep")


def attribute_misspelt(place: Span, key: str) -> Diagnostic | None:
    """A key that is kept for programs, and looks as if another one had been meant."""
    if "-" in key or key in _MEANT:
        return None
    from difflib import get_close_matches

    near = get_close_matches(key, _MEANT, 1, 0.75)
    if not near:
        return None
    said = f"{key} says nothing to a reader; did you mean {near[0]}?"
    return ATTRIBUTE_MISSPELT.at(place, said, f"write {near[0]}=…, or data-{key}=… if it is meant")


def language_not_valid(place: Span, tag: str) -> Diagnostic:
    """A language that is none."""
    name = " ".join(clean(tag).split()) or "nothing"
    code = meant_tag(tag)
    meant = f"; did you mean {code}?" if code else ""
    return LANGUAGE_INVALID.at(place, f"{name} is not a language tag{meant}", "write one: lang=ru")


def value_refused(place: Span, key: str, value: str) -> Diagnostic:
    """An attribute that cannot have the value it was given."""
    shown = " ".join(clean(value).split())
    return ATTRIBUTE_REFUSED.at(place, f"{key} cannot be “{shown}”", "take it out")


def attribute_refused(place: Span, key: str) -> Diagnostic:
    """An attribute that may not be set in braces."""
    if key.startswith("on"):
        return HANDLER_REFUSED.at(place, f"{key} would run a program", "take it out")
    hint = {
        "style": "use a class, {.name}, and give it its looks in a style sheet of the theme",
        "alt": "write the description between the square brackets",
    }.get(key, "take it out")
    return ATTRIBUTE_REFUSED.at(place, f"{key} is not an attribute that a text may set", hint)
