"""The tree of chapters put into the order that [contents] asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.model.project import PlatesHere
from epubforge.project.globs import is_glob, pattern
from epubforge.project.inside import MISSING_FILE, leads_out, outside, spelled
from epubforge.project.kinds import Wanted
from epubforge.project.manuscript import Branch, Ground, Leaf, leaves
from epubforge.project.natural import nfc
from epubforge.project.suggest import did_you_mean
from epubforge.source import Span

UNLISTED_CHAPTER = Rule(
    "P019",
    "unlisted-chapter",
    Severity.WARNING,
    """A chapter exists, but the list of chapters does not name it, and so it is not in the book.

Why it matters
    A chapter that was written later is easily forgotten in the list.
Bad
    chapters = ["01-one.md"] beside 01-one.md and 02-two.md
Good
    chapters = ["01-one.md", "02-two.md"]
    chapters = ["*.md"]
""",
)
LISTED_TWICE = Rule(
    "P034",
    "listed-twice",
    Severity.ERROR,
    """The list of chapters names a chapter, or the plates, more than once.

Why it matters
    A book has each chapter once; links to it would not know which one is meant.
Bad
    chapters = ["01-one.md", "02-two.md", "01-one.md"]
Good
    chapters = ["01-one.md", "02-two.md"]
""",
    blocking=True,
    configuration=True,
)

PLATES = "plates"

Node = Leaf | Branch
Placed = Leaf | Branch | PlatesHere


@dataclass(frozen=True, slots=True)
class Order:
    """The list of chapters as the settings have it."""

    chapters: tuple[Wanted, ...]
    span: Span
    has_plates: bool


def in_natural_order(tree: tuple[Node, ...], has_plates: bool) -> tuple[Placed, ...]:
    """The chapters as they are, and the plates at the end."""
    return (*tree, PlatesHere()) if has_plates else tree


def arrange(
    tree: tuple[Node, ...], order: Order, ground: Ground, reporter: Reporter
) -> tuple[Placed, ...]:
    """The chapters as the list has them.

    A glob stands for its files and folders in natural order, without those that another entry
    names; a folder is a part. Chapters that no entry names are left out; see `unlisted`.
    """
    places = {node.path: node for node in _nodes(tree)}
    named = _named(order, places)
    placed: list[Placed] = []
    used: set[str] = set()
    for wanted in order.chapters:
        entry = _entry(wanted)
        if entry == PLATES and order.has_plates:
            found: list[Placed] = [PlatesHere()]
            again = PLATES in used
            used.add(PLATES)
        else:
            nodes = _matches(entry, places, named, used)
            found = [*nodes]
            again = not nodes and entry in used
            used.update(path for node in nodes for path in _paths(node))
        if again:
            reporter.add(
                LISTED_TWICE.at(wanted.span, f"{wanted.name} is listed twice", "leave one")
            )
        elif not found and not (is_glob(entry) and _any_match(entry, places)):
            _report_missing(wanted, places, ground, reporter)
        if not again:
            placed.extend(found)
    return tuple(placed)


def unlisted(
    tree: tuple[Node, ...], placed: tuple[Placed, ...], order: Order
) -> dict[str, Diagnostic]:
    """What the list of chapters leaves out, by its path from the manuscript, as findings."""
    nodes = tuple(node for node in placed if not isinstance(node, PlatesHere))
    named = {leaf.path for leaf in leaves(nodes)}
    paths = [leaf.path for leaf in leaves(tree) if leaf.path not in named]
    if order.has_plates and len(nodes) == len(placed):
        paths.append(PLATES)
    return {path: _unlisted(path, order) for path in paths}


def _unlisted(path: str, order: Order) -> Diagnostic:
    message = f"{path} is not in the list of chapters, and so not in the book"
    hint = "add it to the list; or rename it so that it begins with _"
    if path == PLATES:
        hint = 'add "plates" where the pictures should stand'
    return UNLISTED_CHAPTER.at(order.span, message, hint)


def _entry(wanted: Wanted) -> str:
    parts = [part for part in nfc(wanted.name).split("/") if part not in {"", "."}]
    # "plates/" is a folder, "plates" the picture section.
    ending = "/" if parts == [PLATES] and wanted.name.endswith("/") else ""
    return "/".join(parts) + ending


def _named(order: Order, places: dict[str, Node]) -> frozenset[str]:
    entries = (_entry(wanted).rstrip("/") for wanted in order.chapters)
    return frozenset(entry for entry in entries if entry in places)


def _matches(
    entry: str, places: dict[str, Node], named: frozenset[str], used: set[str]
) -> tuple[Node, ...]:
    path = entry.rstrip("/")
    if path in places:
        if path in used:
            return ()
        node = _without(places[path], (named - {path}) | used)
        return (node,) if node else ()
    found: list[Node] = []
    taken: set[str] = set()
    for node in _any_match(entry, places):
        if node.path in taken:
            continue
        kept = _without(node, named | used)
        if kept:
            found.append(kept)
            taken.update(_paths(kept))
    return tuple(found)


def _any_match(entry: str, places: dict[str, Node]) -> tuple[Node, ...]:
    if not is_glob(entry):
        return ()
    match = pattern(entry)
    return tuple(node for path, node in places.items() if match.fullmatch(path))


def _without(node: Node, paths: Iterable[str]) -> Node | None:
    """The node without those of its chapters that have a place of their own."""
    gone = frozenset(paths)
    if node.path in gone:
        return None
    if isinstance(node, Leaf):
        return node
    kept = tuple(child for each in node.children if (child := _without(each, gone)))
    index = node.index if node.index and node.index.path not in gone else None
    return replace(node, index=index, children=kept) if kept or index else None


def _nodes(tree: Iterable[Node]) -> Iterator[Node]:
    for node in tree:
        yield node
        if isinstance(node, Branch):
            yield from (node.index,) if node.index else ()
            yield from _nodes(node.children)


def _paths(node: Node) -> Iterator[str]:
    yield from (each.path for each in _nodes((node,)))


def _report_missing(
    wanted: Wanted, places: dict[str, Node], ground: Ground, reporter: Reporter
) -> None:
    if leads_out(ground.root, wanted.name, ground.folder):
        reporter.add(outside(wanted))
        return
    name = wanted.name.rstrip("/").rpartition("/")[2]
    if _entry(wanted) == PLATES:
        message, hint = "there are no plates", "put in [plates] with pictures = …"
    elif spelled(ground.folder, wanted.name) and not is_glob(wanted.name):
        message, hint = f"{wanted.name} is no chapter", "name a file that ends in .md or .markdown"
        if name.startswith(("_", ".")):
            message = f"{wanted.name} is left out: its name begins with {name[0]}"
            hint = "rename it, or take it out of the list"
    else:
        meant = did_you_mean(_entry(wanted), places)
        kind = "no chapter matches" if is_glob(wanted.name) else "there is no chapter"
        message = f"{kind} {wanted.name}{meant}"
        hint = "name it from the manuscript's folder"
    reporter.add(MISSING_FILE.at(wanted.span, message, hint))
