"""A chapter's text becomes its document: header, outline, and body with holes."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from markdown_it.token import Token

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.markdown.body import Body
from epubforge.markdown.construct import Construct
from epubforge.markdown.dialect import Parsed, attributes_of
from epubforge.markdown.finish import body_pieces, line_map, shown_words
from epubforge.markdown.frontmatter import split_header
from epubforge.markdown.parser import dialect, renders
from epubforge.markdown.plain import plain
from epubforge.markdown.repair import Stretch, mend
from epubforge.markdown.texts import finding_at_home, gather, outline_at_home
from epubforge.model.document import Document, MarkdownSettings, Outline
from epubforge.source import SourceFile, Span

HTML_ILL_NESTED = Rule(
    "M041",
    "html-ill-nested",
    Severity.WARNING,
    """Raw HTML is not nested as it should be: a tag is not closed, closes nothing, or stands where
    it cannot stand.

    Why it matters
        Pages of an EPUB are XML, where such a tag breaks the page. It was mended by guessing.
    Bad
        <b><i>both</b></i>
    Good
        <b><i>both</i></b>
    """,
)


@dataclass(frozen=True, slots=True)
class InlineText:
    """A short text: as well-formed inline XHTML, and plain."""

    markup: str = ""
    text: str = ""


def read(
    source: SourceFile, settings: MarkdownSettings, constructs: Sequence[Construct]
) -> Outcome[Document]:
    """The document that a chapter is; any text is one.

    What is wrong with it is found on the way, in reading order, each at its place. Nothing of the
    text is lost but what a finding says.
    """
    with _undisturbed():
        return _read(source, settings, constructs)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """The garbage collector rests: a long chapter is a million small values, all of them needed to
    its end, and looking through them again and again takes longer than making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(
    source: SourceFile, settings: MarkdownSettings, constructs: Sequence[Construct]
) -> Outcome[Document]:
    split = split_header(source)
    header = split.value.header
    own = replace(settings, language=header.language or settings.language)
    hidden = "".join("\n" if c == "\n" else " " for c in source.text[: split.value.end])
    texts = gather(source, hidden + source.text[split.value.end :], own)
    # The texts are handed over by themselves: one dialect serves all chapters.
    own = replace(own, includes=(), refused=())
    parsed = dialect(own, tuple(constructs)).parse(texts.text, texts)
    body = Body(texts.common, own, renders(tuple(constructs)), parsed)
    _write(body, parsed)
    pieces = body_pieces(body.pieces)
    outline = _outline(body, parsed, shown_words(pieces))
    found = _in_order(body.found)
    if len(texts.parts) > 1:
        outline = outline_at_home(outline, texts)
        found = tuple(finding_at_home(each, texts) for each in found)
    if _first_is_unnumbered(parsed.tokens):
        header = replace(header, numbered=False)
    begins = line_map(body.pieces, body.marks)
    bringing = parsed.env.get("included", {})
    lines = tuple((at, bringing.get(line - 1, line)) for at, line in begins)
    brought = tuple((at, *texts.at_line(line)) for at, line in begins if line - 1 in bringing)
    document = Document(source, header, outline, pieces, lines, brought)
    return Outcome(document, _in_order(split.found) + found)


def _outline(body: Body, parsed: Parsed, words: int) -> Outline:
    return Outline(
        headings=tuple(body.headings),
        pictures=tuple(body.pictures),
        links=tuple(body.links),
        anchors=tuple(body.anchors),
        languages=tuple(body.languages),
        features=frozenset(body.features),
        words=words,
        first_block=_first_block(body, parsed.tokens),
        print_pages=tuple(body.print_pages),
        terms=tuple(body.terms),
        lists=tuple(body.lists),
        citations=tuple(body.citations),
        ignores=tuple(body.ignores),
        numbered=tuple(body.numbered),
        media=tuple(body.media),
        notes=tuple(body.notes),
    )


def _first_is_unnumbered(tokens: Iterable[Token]) -> bool:
    first = next((token for token in tokens if token.type == "heading_open"), None)
    given = attributes_of(first) if first is not None else None
    return given is not None and "unnumbered" in given.classes


def read_inline(
    text: str, place: Span, settings: MarkdownSettings, constructs: Sequence[Construct]
) -> Outcome[InlineText]:
    """A short text of a table as inline Markdown: no blocks, pictures or links into the book.

    All that is found is at the place given.
    """
    if not text.strip():
        return Outcome(InlineText())
    parsed = dialect(settings, tuple(constructs)).parse_inline(" ".join(text.split()))
    body = Body(place.source, settings, renders(tuple(constructs)), parsed, whole=place)
    _write(body, parsed)
    markup = "".join(piece for piece in body_pieces(body.pieces) if isinstance(piece, str))
    shown = plain(parsed.tokens[0].children or ())
    return Outcome(InlineText(markup, shown), _in_order(body.found))


def _write(body: Body, parsed: Parsed) -> None:
    if not parsed.has_html:
        body.render(parsed.tokens)
        return
    for token in parsed.tokens:
        _write_beside_html(body, token)
        if token.level == 0 and token.nesting <= 0 and not body.html.is_open:
            _end_stretch(body)
    body.write(body.html.leave(-1))
    _end_stretch(body)


def _write_beside_html(body: Body, token: Token) -> None:
    """Write one token so that no raw tag crosses the ends of our own elements."""
    html = body.html
    ends = token.nesting < 0 or token.type == "footnotes_open"
    if ends:
        if html.dropping is not None:
            body.end_dropping()
        body.write(html.leave(token.level if token.nesting < 0 else -1))
    html.depth = token.level
    body.render((token,))
    if ends and html.late:
        body.write(html.end_late(token.level))
    if token.type == "html_block" and html.dropping is not None:
        body.end_dropping()


def _end_stretch(body: Body) -> None:
    """No raw tag waits for its end: see that all stands where it may, and begin another stretch."""
    stretch = body.html
    if stretch.first is not None:
        mended = mend(body.pieces[stretch.begins :])
        faults = stretch.faults
        if mended is not None:
            body.replace_from(stretch.begins, mended)
            faults = faults or [(stretch.first, "the HTML here is not nested as it should be")]
        for place, message in faults:
            body.report(HTML_ILL_NESTED, place, message, "close each tag inside its parent")
    body.html = Stretch(begins=len(body.pieces))


def _first_block(body: Body, tokens: Iterable[Token]) -> Span | None:
    first = next((token for token in tokens if token.map is not None), None)
    return body.span_of(first) if first is not None else None


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    def key(diagnostic: Diagnostic) -> tuple[int, int]:
        place = diagnostic.place
        return (place.start, place.end) if isinstance(place, Span) else (0, 0)

    return tuple(sorted(dict.fromkeys(found), key=key))
