"""The index at the back of the book: terms in the order of the alphabet, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from epubforge.compose.guesses import Guesses
from epubforge.compose.places import Places, relative
from epubforge.compose.scripts import isolated
from epubforge.compose.tree import ChapterNode
from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.language.labels import labels
from epubforge.language.sorting import initial, sort_key
from epubforge.model.document import IndexTerm

SEE_NOTHING = Rule(
    "B017",
    "see-without-entry",
    Severity.WARNING,
    """The index sends its reader to an entry that it does not have.

Why it matters
    Whoever looks for the other entry finds nothing.
Bad
    {{index Donbas see Donetz}}, where the entry is Donets
Good
    {{index Donbas see Donets}}, and {{index Donets}} where it is spoken of
""",
)

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedOnPlate:
    """Somebody, or a place, that is to be seen on a plate."""

    name: str
    label: str
    """"Plate 12" or "Plates 12–15"."""
    href: str
    """From the package document."""


@dataclass(slots=True)
class _Entry:
    """An entry while the index is gathered."""

    locators: list[tuple[str, str]] = field(default_factory=list)
    """Labels, empty where pages are unknown, and hrefs from the package document."""
    see: dict[str, None] = field(default_factory=dict)
    see_also: dict[str, None] = field(default_factory=dict)
    below: dict[str, _Entry] = field(default_factory=dict)


class Index:
    """All that is marked for the index of a book."""

    def __init__(
        self,
        nodes: Sequence[ChapterNode],
        places: Places,
        pages: Mapping[tuple[str, str], str],
        named: Iterable[NamedOnPlate] = (),
    ) -> None:
        self._root = _Entry()
        self._terms: list[IndexTerm] = []
        for node in nodes:
            for term in node.document.outline.terms:
                self._terms.append(term)
                label = pages.get((node.href, term.id), node.title if pages else "")
                self._add(term, (label, places.href(node, term.id)))
        for each in named:
            self._root.below.setdefault(each.name, _Entry()).locators.append(
                (each.label, each.href)
            )
        self._entries = {path: number for number, path in enumerate(_paths(self._root), start=1)}

    def check(self, out: Reporter) -> None:
        """Reports B017 for each "see" that leads to no entry."""
        known = {", ".join(path): path for path in self._entries}
        guesses = Guesses()
        for term in self._terms:
            for wanted in (term.see, term.see_also):
                if wanted and self._path(wanted) is None:
                    near = guesses.near(wanted, known)
                    advice = f"mark it where it is spoken of: {{{{index {wanted}}}}}"
                    out.add(
                        SEE_NOTHING.at(
                            term.span,
                            f"the index has no entry {wanted}",
                            hint=f"did you mean {near}?" if near else advice,
                        )
                    )

    def markup(self, node: ChapterNode, *, is_first: bool, kind: str = "index") -> str:
        """The index on the page of that chapter, in one line; empty where nothing is marked.

        Entries have ids in the first list of the book only. The kind is what its label says it is
        an index of.
        """
        if not self._root.below:
            return ""
        printer = _Printer(node, self, is_first)
        names = sorted(self._root.below, key=lambda name: sort_key(name, node.language))
        groups = groupby(names, key=lambda name: initial(name, node.language))
        body = "".join(printer.group(letter, list(group)) for letter, group in groups)
        named = "" if node.type.name == "index" else ' role="doc-index"'
        label = escape(labels(node.language)[kind])
        aria = f'{named} epub:type="index" aria-label="{label}"' if named else ""
        return f'<div class="index"{aria}>{body}</div>'

    def entry(self, path: Path) -> _Entry:
        """The entry of that path."""
        found = self._root
        for name in path:
            found = found.below[name]
        return found

    def anchor(self, path: Path) -> str:
        """The id of an entry."""
        return f"index.{self._entries[path]}"

    def anchor_of(self, wanted: str) -> str | None:
        """The id of the entry that a "see" names; None where there is none."""
        path = self._path(wanted)
        return self.anchor(path) if path is not None else None

    def _path(self, wanted: str) -> Path | None:
        """`Mines!Irmino`, `Mines, Irmino` or `Mines: Irmino`, and an entry whose name it is."""
        for path in ((wanted,), *(_split(wanted, sign) for sign in "!:,")):
            if path in self._entries:
                return path
        return None

    def _add(self, term: IndexTerm, locator: tuple[str, str]) -> None:
        entry = self._root
        for name in term.path:
            entry = entry.below.setdefault(name, _Entry())
        if term.see:
            entry.see[term.see] = None
        if term.see_also:
            entry.see_also[term.see_also] = None
        if term.id:
            entry.locators.append(locator)


@dataclass(frozen=True, slots=True)
class _Printer:
    """Prints an index on one page."""

    node: ChapterNode
    index: Index
    has_ids: bool

    def group(self, letter: str, names: Sequence[str]) -> str:
        """The entries under one letter."""
        shown = f'<p class="index-letter">{escape(letter)}</p>' if letter else ""
        return f'<div class="index-group">{shown}{self._entries((), names)}</div>'

    def _entries(self, above: Path, names: Sequence[str]) -> str:
        items = "".join(
            f"<li{self._id((*above, n))}>{self._entry((*above, n))}</li>" for n in names
        )
        return f"<ul>{items}</ul>" if items else ""

    def _id(self, path: Path) -> str:
        return f' id="{self.index.anchor(path)}"' if self.has_ids else ""

    def _entry(self, path: Path) -> str:
        entry = self.index.entry(path)
        words = labels(self.node.language)
        parts = [f'<span class="index-term">{isolated(path[-1])}</span>']
        parts += self._locators(entry)
        parts += (self._see(words["see"], wanted) for wanted in entry.see)
        parts += (self._see(words["see_also"], wanted) for wanted in entry.see_also)
        names = sorted(entry.below, key=lambda name: sort_key(name, self.node.language))
        return ", ".join(parts) + self._entries(path, names)

    def _locators(self, entry: _Entry) -> Iterator[str]:
        """Each page once, with the way to the first place on it; else running numbers."""
        first: dict[str, str] = {}
        for number, (label, href) in enumerate(entry.locators, start=1):
            first.setdefault(label or str(number), relative(href, self.node.href))
        for label, href in first.items():
            yield f'<a href="{escape(href)}">{escape(label, quote=False)}</a>'

    def _see(self, said: str, wanted: str) -> str:
        anchor = self.index.anchor_of(wanted)
        name = isolated(wanted.replace("!", ", "))
        link = f'<a href="#{anchor}">{name}</a>' if anchor and self.has_ids else name
        return f'<em class="see">{escape(said)}</em> {link}'


def _split(wanted: str, sign: str) -> Path:
    return tuple(part.strip() for part in wanted.split(sign))


def _paths(entry: _Entry, above: Path = ()) -> Iterator[Path]:
    for name, below in entry.below.items():
        yield (*above, name)
        yield from _paths(below, (*above, name))
