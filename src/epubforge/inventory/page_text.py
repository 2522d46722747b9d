"""A page of a book as a reader takes it in: its paragraphs, its pictures, what else it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from epubforge.finished.url import resolve
from epubforge.inventory.words import Length, length
from epubforge.tree.document import Document, Element
from epubforge.tree.names import EPUB_TYPE, MATHML, SVG, XHTML, XLINK_HREF

_BREAKING = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main
    menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul
    text""".split()
)
"""Elements that begin a new paragraph: https://html.spec.whatwg.org/multipage/rendering.html"""
_UNREAD = frozenset(
    """head script style template noscript rt rp annotation annotation-xml metadata defs
    datalist""".split()
)
"""Elements whose text is not part of the page's."""
_CHUNK = 1 << 16
_NOTES = {"footnote", "endnote", "rearnote", "note"}
_NOTE_ROLES = {"doc-footnote", "doc-endnote"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text without a break in it, and the element that it stands in."""

    element: str
    text: str


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture where it is shown."""

    resource: str
    """Its path in the book, or its address; empty where it is drawn on the page itself."""
    alt: str | None
    """What is said in its place; empty for a decoration, None where nothing is said."""


@dataclass(slots=True)
class PageText:
    """What was read of one page."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    pictures: list[PictureUse] = field(default_factory=list)
    tables: int = 0
    formulas: int = 0
    notes: int = 0
    audio: int = 0
    video: int = 0
    heading: str = ""
    """The first heading's text."""
    title: str = ""
    """Of the head."""

    @property
    def length(self) -> Length:
        """Of all paragraphs together."""
        return sum((length(each.text) for each in self.paragraphs), Length())


def read_page(document: Document) -> PageText:
    """The text of an XHTML or SVG page, as far as it could be read."""
    found = PageText()
    if document.root is not None:
        _Reader(document.name, found).read(document.root)
    found.title = next((" ".join(e.text().split()) for e in document.html("title")), "")
    return found


@dataclass(slots=True)
class _Drawing:
    """An SVG on the way through it."""

    said: str | None
    holds_picture: bool = False


_END, _END_OF_DRAWING = object(), object()


class _Reader:
    """One reading, without recursion: pages may be nested deep on purpose."""

    def __init__(self, path: str, found: PageText) -> None:
        self._path = path
        self._found = found
        self._pieces: list[str] = []
        self._element = "body"
        self._around: list[str] = []
        self._drawings: list[_Drawing] = []

    def read(self, root: Element) -> None:
        """Everything inside, in the order of the text."""
        waiting: list[object] = [root]
        while waiting:
            match waiting.pop():
                case str() as text:
                    self._pieces.append(text)
                case Element() as element:
                    if not _is_unread(element):
                        waiting += self._enter(element)
                        waiting += reversed(element.content)
                case end:
                    self._leave(end)
        self._break()

    def _enter(self, element: Element) -> Iterator[object]:
        """What must be done at the end of the element."""
        self._meet(element)
        if element.local in _BREAKING:
            self._break()
            self._around.append(self._element)
            self._element = element.local
            yield _END
        elif element.local == "br":
            self._pieces.append(" ")
        elif element.name == _Name.DRAWING:
            self._drawings.append(_Drawing(_said_of_drawing(element)))
            yield _END_OF_DRAWING

    def _leave(self, end: object) -> None:
        if end is _END:
            self._break()
            self._element = self._around.pop()
            return
        drawing = self._drawings.pop()
        if not drawing.holds_picture and not self._drawings:
            self._found.pictures.append(PictureUse("", drawing.said))

    def _break(self) -> None:
        text = _with_single_blanks("".join(self._pieces))
        self._pieces.clear()
        if not text:
            return
        self._found.paragraphs.append(Paragraph(self._element, text))
        if not self._found.heading and self._element in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self._found.heading = text

    def _meet(self, element: Element) -> None:
        found = self._found
        match element.name:
            case _Name.IMG | _Name.INPUT if element.local == "img" or _is_image(element):
                self._show(element.get("src"), element.attributes.get("alt"))
            case _Name.OBJECT if element.get("type").startswith("image/"):
                self._show(element.get("data"), _own_text(element))
            case _Name.IMAGE:
                if self._drawings:
                    self._drawings[0].holds_picture = True
                said = self._drawings[-1].said if self._drawings else None
                self._show(element.get(XLINK_HREF) or element.get("href"), said)
            case _Name.TABLE:
                found.tables += 1
            case _Name.MATH:
                found.formulas += 1
            case _Name.AUDIO:
                found.audio += 1
            case _Name.VIDEO:
                found.video += 1
            case _:
                pass
        is_note = not _NOTE_ROLES.isdisjoint(element.tokens("role"))
        if is_note or not _NOTES.isdisjoint(element.tokens(EPUB_TYPE)):
            found.notes += 1

    def _show(self, href: str, alt: str | None) -> None:
        resource = resolve(self._path, href).resource if href.strip() else ""
        said = None if alt is None else " ".join(alt.split())
        self._found.pictures.append(PictureUse(resource, said))


def _with_single_blanks(text: str) -> str:
    """Chunk by chunk: a list of all words of a long text takes ten times what the text does."""
    if len(text) <= _CHUNK:
        return " ".join(text.split())
    chunks = (text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK))
    single = "".join(map(_chunk, chunks))
    while "  " in single:  # they met where chunks did
        single = single.replace("  ", " ")
    return single.strip()


def _chunk(text: str) -> str:
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{' '.join(text.split())}{' ' * after}"


class _Name:
    IMG = f"{XHTML} img"
    INPUT = f"{XHTML} input"
    OBJECT = f"{XHTML} object"
    IMAGE = f"{SVG} image"
    DRAWING = f"{SVG} svg"
    TABLE = f"{XHTML} table"
    MATH = f"{MATHML} math"
    AUDIO = f"{XHTML} audio"
    VIDEO = f"{XHTML} video"


def _is_unread(element: Element) -> bool:
    return element.local in _UNREAD or "hidden" in element.attributes


def _is_image(element: Element) -> bool:
    return element.get("type").lower() == "image"


def _own_text(element: Element) -> str:
    return "".join(each for each in element.content if isinstance(each, str))


def _said_of_drawing(drawing: Element) -> str | None:
    """Its label, title or description; a drawing that is hidden from voices is a decoration."""
    if drawing.get("aria-hidden") == "true" or drawing.get("role") == "presentation":
        return ""
    titles = [e.text() for e in drawing.children() if e.local in {"title", "desc"}]
    for said in (drawing.get("aria-label"), *titles):
        if said.strip():
            return " ".join(said.split())
    return None
