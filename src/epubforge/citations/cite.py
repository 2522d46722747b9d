"""The citations of a book and its bibliography, written in a style and a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from epubforge.citations.apart import told_apart
from epubforge.citations.entry import Entry, Library
from epubforge.citations.formats import dressed
from epubforge.citations.headline import is_english, settled
from epubforge.citations.naming import name_options, short_names
from epubforge.citations.rich import Rich, finished, joined, parsed, plain, text, xhtml
from epubforge.citations.scene import Scene, Telling
from epubforge.citations.sorting import BibliographyKey, bibliography_key
from epubforge.citations.style import BrokenStyleError, Node, Style, locales_for, style_named
from epubforge.citations.syntax import CitedItem
from epubforge.citations.terms import Terms, terms_of
from epubforge.citations.writing import write_key, write_layout

__all__ = ["Citation", "Cited", "CitedItem", "cite"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in the text: the works that it names."""

    items: tuple[CitedItem, ...]
    narrative: bool = False
    """The sentence names the author itself: `@ada says`, and so the brackets hold the rest."""


@dataclass(frozen=True, slots=True)
class Cited:
    """All citations of a book, and its bibliography, as well-formed inline XHTML."""

    citations: tuple[str, ...]
    bibliography: tuple[tuple[str, str], ...]
    """(key, entry) in the style's order; works that are cited, each once."""
    numeric: bool
    """Works are cited by numbers."""


def cite(library: Library, style: str, language: str, citations: Sequence[Citation]) -> Cited:
    """The citations in the order of the book, and the works they name as a bibliography.

    Style is a name, or CSL itself; language is a BCP 47 tag. A key that the library lacks is
    shown with a question mark. The same input gives the same text on any machine.
    Raises UnknownStyleError, which names styles like it, and BrokenStyleError with the place.
    """
    try:
        return _Desk(library, style_named(style), language, citations).cited()
    except RecursionError as error:
        raise BrokenStyleError("the style is nested too deep") from error


class _Desk:
    """One book's citations at work: its style, its words, and what is settled for each work."""

    def __init__(
        self, library: Library, style: Style, language: str, citations: Sequence[Citation]
    ) -> None:
        self._style = style
        self._language = language
        self._citations = citations
        locales = locales_for(style, language)
        english = is_english(language)
        self._terms = {flag: terms_of(locales, flag) for flag in {english, False, True}}
        self._default_english = english
        self._options = name_options(style.root, style.citation)
        self._entries = self._cited_entries(library)
        self._telling: Mapping[str, Telling] = {}
        self._numbers: Mapping[str, str] = _numbered(self._entries)
        self._order = self._sorted()
        if _sort_of(style.bibliography) is not None:
            self._numbers = _numbered(self._order)
        self._telling = told_apart(style, self._order, self._bare)
        self._seen: set[str] = set()
        self._memo: dict[tuple[object, ...], tuple[Rich, Rich | None]] = {}

    def cited(self) -> Cited:
        """Citations first: what they say does not depend on the bibliography."""
        return Cited(
            tuple(self._citation(citation) for citation in self._citations),
            tuple(self._bibliography()),
            _is_numeric(self._style),
        )

    def _cited_entries(self, library: Library) -> tuple[Entry, ...]:
        keys = dict.fromkeys(item.key for c in self._citations for item in c.items)
        found = (library.entries[key] for key in keys if key in library.entries)
        return tuple(settled(entry, self._english(entry)) for entry in found)

    def _english(self, entry: Entry) -> bool:
        said = entry.texts.get("language")
        return is_english(said) if said else self._default_english

    def _scene(self, entry: Entry, citation: bool = True) -> Scene:
        return Scene(
            style=self._style,
            terms=self._terms[self._english(entry)],
            entry=entry,
            options=self._options,
            citation=citation,
            texts={"citation-number": self._numbers.get(entry.key, "")},
            telling=self._telling.get(entry.key, Telling()),
        )

    def _sorted(self) -> tuple[Entry, ...]:
        return self._by_keys(self._entries, _sort_of(self._style.bibliography))

    def _by_keys(self, entries: tuple[Entry, ...], sort: Node | None) -> tuple[Entry, ...]:
        if sort is None:
            return entries
        ordered = list(entries)
        for key in reversed(tuple(sort.all("key"))):
            keyed = [(self._key(entry, key), entry) for entry in ordered]
            empty = [entry for words, entry in keyed if not words]
            full = [pair for pair in keyed if pair[0]]
            full.sort(key=itemgetter(0), reverse=key.get("sort") == "descending")
            ordered = [*(entry for _, entry in full), *empty]
        return tuple(ordered)

    def _key(self, entry: Entry, key: Node) -> BibliographyKey:
        own = {f"et-al-{k.removeprefix('names-')}": v for k, v in key.attributes.items()
               if k.startswith("names-")}  # fmt: skip
        part = self._style.bibliography or self._style.citation
        options = name_options(self._style.root, part) | own
        scene = replace(self._scene(entry), options=options, sorting=True, citation=False)
        return bibliography_key(write_key(scene, key), self._language)

    def _bare(self, entry: Entry, telling: Telling) -> str:
        scene = replace(self._scene(entry), telling=telling)
        return plain(write_layout(scene, _layout(self._style.citation)).rich)

    def _item(self, item: CitedItem, entry: Entry, hide: bool) -> tuple[Rich, Rich | None]:
        """An item's text and the names in it; what was written once is kept."""
        label = item.locator_label or "page"
        first = entry.key not in self._seen
        key = (entry.key, item.locator, label, hide, first)
        if key not in self._memo:
            scene = self._scene(entry)
            scene.texts = {**scene.texts, "locator": item.locator}
            scene.label, scene.hide_names, scene.is_first = label, hide, first
            rich = write_layout(scene, _layout(self._style.citation)).rich
            self._memo[key] = (rich, scene.first_names)
        self._seen.add(entry.key)
        return self._memo[key]

    def _citation(self, citation: Citation) -> str:
        layout = _layout(self._style.citation)
        known = {entry.key: entry for entry in self._entries}
        items = tuple(citation.items)
        first = known.get(items[0].key) if items else None
        if citation.narrative and first is not None:
            items = (replace(items[0], suppress_author=True), *items[1:])
        if self._style.citation.get("collapse") == "citation-number":
            rich = self._collapsed(items, known, layout.get("delimiter"))
        else:
            rich = self._joined(items, known, layout.get("delimiter"))
        rich = dressed(rich, layout, self._terms[self._default_english])
        if citation.narrative and first is not None:
            _, names = self._item(CitedItem(first.key), first, False)
            people = first.names.get("author") or first.names.get("editor") or ()
            names = names or short_names(self._scene(first), people)
            rich = joined([names, rich], " ")
        return self._finished(rich)

    def _joined(
        self, items: tuple[CitedItem, ...], known: Mapping[str, Entry], between: str
    ) -> Rich:
        """The items one after the other; works of one author may share his name."""
        collapse = self._style.citation.get("collapse").startswith("year")
        together = self._style.citation.get("cite-group-delimiter", ", ")
        rich: Rich = ()
        last: Rich | None = None
        for item in self._in_order(items, known):
            entry = known.get(item.key)
            if entry is None:
                body, names = text(f"{item.key}?"), None
            else:
                body, names = self._item(item, entry, item.suppress_author)
            same = bool(collapse and names and names == last and not item.prefix and rich)
            if same and entry is not None:
                body, _ = self._item(item, entry, True)
            affixed = _affixed(item, body)
            rich = joined([rich, affixed], together if same else between)
            last = None if item.suffix or item.locator else names
        return rich

    def _collapsed(
        self, items: tuple[CitedItem, ...], known: Mapping[str, Entry], between: str
    ) -> Rich:
        """Three or more numbers in a row become a range: 2–4."""
        runs: list[list[CitedItem]] = []
        for item in self._in_order(items, known):
            bare = not (item.prefix or item.suffix or item.locator) and item.key in known
            if runs and bare and self._follows(runs[-1][-1], item):
                runs[-1].append(item)
            else:
                runs.append([item])
        rich: Rich = ()
        for run in runs:
            ends = (run[0], run[-1]) if len(run) > 2 else tuple(run)
            sign = "–" if len(run) > 2 else between
            parts = [self._joined((item,), known, between) for item in ends]
            rich = joined([rich, joined(parts, sign)], between)
        return rich

    def _follows(self, before: CitedItem, item: CitedItem) -> bool:
        if before.prefix or before.suffix or before.locator or before.key not in self._numbers:
            return False
        return int(self._numbers[item.key]) == int(self._numbers[before.key]) + 1

    def _in_order(
        self, items: tuple[CitedItem, ...], known: Mapping[str, Entry]
    ) -> tuple[CitedItem, ...]:
        """As the style sorts the works of one citation; as written where one has a prefix."""
        sort = self._style.citation.first("sort")
        if sort is None or len(items) < 2 or any(i.prefix or i.key not in known for i in items):
            return items
        entries = tuple({item.key: known[item.key] for item in items}.values())
        place = {entry.key: at for at, entry in enumerate(self._by_keys(entries, sort))}
        return tuple(sorted(items, key=lambda item: place[item.key]))

    def _bibliography(self) -> Iterator[tuple[str, str]]:
        part = self._style.bibliography
        if part is None:
            return
        layout, dash = _layout(part), part.get("subsequent-author-substitute")
        options = name_options(self._style.root, part)
        before: Rich | None = None
        for entry in self._order:
            scene = replace(self._scene(entry, citation=False), options=options)
            if dash and before is not None:
                scene.instead = (before, dash)
            rich = write_layout(scene, _spaced_layout(part, layout)).rich
            before = scene.first_names
            yield entry.key, self._finished(dressed(rich, layout, scene.terms))

    def _finished(self, rich: Rich) -> str:
        terms: Terms = self._terms[self._default_english]
        into = terms.option("punctuation-in-quote") == "true"
        return xhtml(finished(rich, terms.quotes, into))


def _layout(part: Node) -> Node:
    return part.first("layout") or Node("layout")


def _spaced_layout(part: Node, layout: Node) -> Node:
    """Where the first field stands in a margin of its own, a blank follows it."""
    if not part.get("second-field-align") or not layout.children:
        return layout
    head, *rest = layout.children
    if head.get("suffix").endswith(" "):
        return layout
    spaced = replace(head, attributes={**head.attributes, "suffix": head.get("suffix") + " "})
    return replace(layout, children=(spaced, *rest))


def _affixed(item: CitedItem, body: Rich) -> Rich:
    prefix = parsed(item.prefix)
    suffix = item.suffix
    if suffix and not suffix[0].isspace() and suffix[0] not in ",.;:)":
        suffix = f" {suffix}"
    return joined([joined([prefix, body], " "), parsed(suffix)], "")


def _numbered(entries: Sequence[Entry]) -> dict[str, str]:
    return {entry.key: str(number) for number, entry in enumerate(entries, 1)}


def _sort_of(part: Node | None) -> Node | None:
    return part.first("sort") if part is not None else None


def _is_numeric(style: Style) -> bool:
    """Whether a citation shows the number of the work, itself or in a macro."""
    waiting, seen = [style.citation], set[str]()
    while waiting:
        node = waiting.pop()
        if node.get("variable") == "citation-number" and node.tag in ("text", "number"):
            return True
        waiting.extend(child for child in node.children if child.tag != "sort")
        name = node.get("macro")
        if name in style.macros and name not in seen:
            seen.add(name)
            waiting.append(style.macros[name])
    return False
