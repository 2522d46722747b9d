"""Faces turned into files of the book: cut to its letters, their licences beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.fonts.error import FontError
from epubforge.fonts.face import Face, missing
from epubforge.fonts.font_faces import placed
from epubforge.fonts.licence import licence_file
from epubforge.fonts.subset import subset
from epubforge.keeping import Keep, anew
from epubforge.model.publication import Resource
from epubforge.source import SourceFile, Span

LETTERS_MISSING = Rule(
    "B090",
    "letters-missing-in-font",
    Severity.WARNING,
    """The book's fonts lack letters that the text uses.

Why it matters
    The reading system takes them from another font, which stands out in the middle of a word, or
    shows boxes where it has none.
Bad
    A font with English letters alone, and a text that names Łódź
Good
    A font that has the letters, or a second family that has them named in `fonts`
""",
)
SYNTHETIC = Rule(
    "B091",
    "style-missing-in-font",
    Severity.WARNING,
    """The text has italics or bold words, and its font comes without that style.

Why it matters
    Reading systems slant and thicken the upright letters by force, which looks poor, or show no
    difference at all; Kobo asks for one file for each weight and style.
Bad
    fonts = ["fonts/Gentium-Regular.ttf"]
Good
    fonts = ["fonts/Gentium-Regular.ttf", "fonts/Gentium-Italic.ttf"]
""",
)

_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "–—‘’“”„«»‹›…•◦▪*†‡§¶№"
"""What numbers, markers of lists and generated signs may need."""
_OF_THE_HOUSE = "↩☐☑"
"""Signs that are made for the author, not by him: readers have them, text fonts mostly not."""
_APART = re.compile(
    r"<(pre|code|kbd|samp|math|svg|head|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>|<!--.*?-->", re.DOTALL)
_ITALIC = re.compile(r"<(?:em|i|cite|dfn|var)\b")
_BOLD = re.compile(r"<(?:strong|b)\b")
_NAMED = 12
_BOLDER = 600


def embed(
    faces: Sequence[Face],
    pages: Sequence[Resource],
    also: str,
    settings: Span,
    keep: Keep = anew,
) -> Outcome[tuple[Resource, ...]]:
    """The fonts and licences as resources, cut to the letters of the pages and of what is said.

    `also` is text that is in no page yet: the contents. Reports B090 (letters that no face has)
    and B091 (italics or bold without a face) where they are first met, else at the settings.
    `keep` may remember what a page shows, and the fonts.
    """
    if not faces:
        return Outcome(())
    texts = [
        (page, keep(f"letters {page.href}", page.content, partial(_shown, page)))
        for page in pages
        if isinstance(page.content, bytes)
    ]
    signs = set(_ALWAYS).union(also, *(shown.signs for _, shown in texts))
    # Small capitals and capitals by style are made of letters that the text does not show.
    signs |= {part for sign in signs for part in (sign.upper() + sign.lower())}
    resources: list[Resource] = []
    licences: dict[str, Resource] = {}
    for href, face in placed(faces):
        content = keep(f"font {href}", (face, signs), partial(_cut, face, signs))
        resources.append(Resource(href, face.media_type, content))
        kept = licence_file(face) if face.has_licence_file else None
        if kept is not None:
            licences.setdefault(kept[0], Resource(kept[0], "text/plain", kept[1].encode()))
    shown = [each for each in texts if each[0].media_type == "application/xhtml+xml"]
    found = (*_letters(faces, shown, settings), *_styles(faces, shown, settings))
    return Outcome((*resources, *licences.values()), found)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a page asks of fonts."""

    signs: frozenset[str]
    prose: str
    """Each letter once, as it comes, without those of code, mathematics and drawings."""
    italic_at: int | None
    """Where the text has its first italics."""
    bold_at: int | None


_ShownPages = Sequence[tuple[Resource, _Shown]]


def _shown(page: Resource) -> _Shown:
    text = _text(page)
    bare = unescape(_TAG.sub("", _APART.sub("", text)))
    italic, bold = _ITALIC.search(text), _BOLD.search(text)
    return _Shown(
        frozenset(unescape(_TAG.sub("", text))),
        "".join(dict.fromkeys(bare)),
        italic.start() if italic else None,
        bold.start() if bold else None,
    )


def _cut(face: Face, signs: set[str]) -> bytes:
    """A font that cannot be cut goes in whole: it has been read, and can be used."""
    try:
        return subset(face, sorted(signs))
    except FontError:
        return face.data


def _text(page: Resource) -> str:
    return page.content.decode("utf-8") if isinstance(page.content, bytes) else ""


def _letters(faces: Sequence[Face], pages: _ShownPages, settings: Span) -> Iterator[Diagnostic]:
    lacking: list[str] = []
    first: Span | None = None
    for page, shown in pages:
        lacked = _in_none(faces, shown.prose)
        new = [sign for sign in lacked if sign not in lacking and sign not in _OF_THE_HOUSE]
        if new and first is None:
            first = _place(page, _text(page), new[0])
        lacking += new
    if not lacking:
        return
    names = list(dict.fromkeys(face.family for face in faces))
    families = " and ".join(names) + (" lacks" if len(names) == 1 else " lack")
    named = " ".join(lacking[:_NAMED]) + (" …" if len(lacking) > _NAMED else "")
    letters = "a letter" if len(lacking) == 1 else f"{len(lacking)} letters"
    message = f"{families} {letters} of the book: {named}"
    hint = "name a further family in fonts that has them; the reader's own font stands in"
    yield LETTERS_MISSING.at(first or settings, message, hint)


def _in_none(faces: Sequence[Face], text: str) -> tuple[str, ...]:
    """The characters that no face has."""
    lacking = tuple(dict.fromkeys(text))
    for face in faces:
        lacking = missing(face, "".join(lacking))
    return lacking


def _styles(faces: Sequence[Face], pages: _ShownPages, settings: Span) -> Iterator[Diagnostic]:
    family = faces[0].family
    own = [face for face in faces if face.family == family]
    wanted = (
        ("italics", any(face.italic for face in own)),
        ("bold", any(face.weight >= _BOLDER for face in own)),
    )
    for name, is_there in wanted:
        if is_there:
            continue
        for page, shown in pages:
            used = shown.italic_at if name == "italics" else shown.bold_at
            if used is not None:
                place = _line(page, _text(page), used) or settings
                message = f"the text has {name}, and {family} comes without"
                hint = "name its file in fonts too; one for each weight and style"
                yield SYNTHETIC.at(place, message, hint)
                break


def _place(page: Resource, text: str, sign: str) -> Span | None:
    """Where a character first stands in the manuscript, as far as that can be told."""
    at = text.find(sign)
    span = _line(page, text, max(at, 0))
    if span is None:
        return None
    column = span.source.text.find(sign, span.start, _end(span.source, span.start))
    return span.source.span(column, column + 1) if column >= 0 else span


def _line(page: Resource, text: str, at: int) -> Span | None:
    """The line of the manuscript that an offset of a page comes from."""
    if page.origin is None:
        return None
    line = text.count("\n", 0, at) + 1
    origin = 1
    for own, theirs in page.origin.lines:
        if own > line:
            break
        origin = theirs
    source = page.origin.source
    start = _start(source, origin)
    return source.span(start, max(start, _end(source, start)))


def _start(source: SourceFile, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = source.text.find("\n", at) + 1
        if not at:
            return 0
    return at


def _end(source: SourceFile, start: int) -> int:
    end = source.text.find("\n", start)
    return len(source.text) if end < 0 else end
