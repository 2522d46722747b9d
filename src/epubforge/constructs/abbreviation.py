"""Abbreviations: `*[HTML]: Hypertext Markup Language`, explained wherever the word stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markup import attribute

ABBREVIATION_EMPTY = Rule(
    "M072",
    "abbreviation-without-meaning",
    Severity.WARNING,
    """The definition of an abbreviation does not say what it means.

    Why it matters
        There is nothing to be shown, so the line stays in the text as it is written.
    Bad
        *[HTML]:
    Good
        *[HTML]: Hypertext Markup Language
    """,
)
ABBREVIATION_TWICE = Rule(
    "M073",
    "abbreviation-defined-twice",
    Severity.WARNING,
    """An abbreviation is defined twice in one chapter.

    Why it matters
        Only the first meaning is in the book.
    Bad
        *[PC]: personal computer
        *[PC]: Party Committee
    Good
        *[PC]: personal computer
    """,
)
ABBREVIATION_UNUSED = Rule(
    "M074",
    "abbreviation-unused",
    Severity.NOTE,
    """An abbreviation is defined, and does not stand in the text of the chapter.

    Why it matters
        The definition does nothing. Perhaps the word is written in another way in the text; code,
        links and descriptions of pictures do not count.
    Bad
        HTML is a language.

        *[Html]: Hypertext Markup Language
    Good
        HTML is a language.

        *[HTML]: Hypertext Markup Language
    """,
)

_DEFINITION: Final = re.compile(r"\*\[(?P<label>(?:\\.|[^\\\[\]])+)\]:(?P<meaning>.*)\Z")
_SCRIPTS: Final = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts without blanks between words, or, as Korean, with endings written to them."""
_EAST_ASIAN: Final = re.compile(f"[{_SCRIPTS}]")
_LETTER: Final = re.compile(rf"[^\W{_SCRIPTS}]")
_TOKEN: Final = re.compile(rf"[^\W{_SCRIPTS}]+|[{_SCRIPTS}]|[^\w\s]")


@dataclass(slots=True)
class _Abbreviation:
    """One definition."""

    label: str
    meaning: str
    at: tuple[int, int]
    used: bool = False


_Words = dict[str, dict[int, dict[str, _Abbreviation]]]
"""By the first token, then by length, the longest first: thousands may begin alike."""


def abbreviation(token: Token, out: Body) -> None:
    """The word with its meaning."""
    out.features.add("abbreviation")
    out.write(f'<abbr title="{attribute(token.info)}">')


def abbreviation_end(_token: Token, out: Body) -> None:
    """The end of it."""
    out.write("</abbr>")


def empty(token: Token, out: Body) -> None:
    """A definition that says nothing."""
    out.report(ABBREVIATION_EMPTY, out.span_of(token), f"{token.content} has no meaning",
               "write it behind the colon")  # fmt: skip


def twice(token: Token, out: Body) -> None:
    """A definition of what was defined before."""
    out.report(ABBREVIATION_TWICE, out.span_of(token), f"{token.content} is defined twice",
               "keep one of them; only the first one counts")  # fmt: skip


def unused(token: Token, out: Body) -> None:
    """A definition that nothing needs."""
    message = f"{token.content} does not stand in the text"
    hint = "write it as the text has it, or take the definition out"
    out.report(ABBREVIATION_UNUSED, out.span_of(token), message, hint)


def definition(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """A definition in a paragraph of its own; lines below it go on with the meaning."""
    begin = state.bMarks[start] + state.tShift[start]
    if silent or not state.src.startswith("*[", begin):
        return False
    found = _DEFINITION.match(state.src[begin : state.eMarks[start]].rstrip())
    if found is None:
        return False
    label = " ".join(re.sub(r"\\(.)", r"\1", found["label"]).split())
    last = _last_line(state, start)
    meaning = state.getLines(start, last, state.blkIndent, False).strip()[found.start("meaning") :]
    at = (begin, begin + len(state.src[begin : state.eMarks[last - 1]].rstrip()))
    if not label or not meaning.strip():
        _finding(state, "abbreviation_empty", f"*[{label}]:", at)
        return False
    known: dict[str, _Abbreviation] = state.env.setdefault("abbreviations", {})
    if label in known:
        _finding(state, "abbreviation_twice", label, at)
    known.setdefault(label, _Abbreviation(label, " ".join(meaning.split()), at))
    state.line = last
    return True


def _last_line(state: StateBlock, start: int) -> int:
    """The line behind a definition: another one begins, or what would end a paragraph."""
    ends_here = state.md.block.ruler.getRules("paragraph")[0]
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        begin = state.bMarks[line] + state.tShift[line]
        if state.sCount[line] < state.blkIndent or state.src.startswith("*[", begin):
            break
        if ends_here(state, line, state.lineMax, True):
            break
        line += 1
    return line


def _finding(state: StateBlock, kind: str, content: str, at: tuple[int, int]) -> None:
    token = state.push(kind, "", 0)
    token.content, token.meta["at"] = content, at


def _explain(parsed: Parsed) -> None:
    """Put the meanings to the words."""
    known: dict[str, _Abbreviation] = parsed.env.get("abbreviations", {})
    if not known:
        return
    words = _by_first_token(known)
    for token in parsed.tokens:
        if token.type == "inline":
            token.children = list(_explained(token.children or (), words))
    for one in known.values():
        if not one.used:
            token = Token("abbreviation_unused", "", 0, content=one.label, block=True)
            token.meta["at"] = one.at
            parsed.tokens.append(token)


def _by_first_token(known: dict[str, _Abbreviation]) -> _Words:
    """The abbreviations by what they begin with, the longest first."""
    words: _Words = {}
    for label in sorted(known, key=len, reverse=True):
        alike = words.setdefault(_TOKEN.findall(label)[0], {})
        alike.setdefault(len(label), {})[label] = known[label]
    return words


def _explained(tokens: Sequence[Token], words: _Words) -> Iterator[Token]:
    links = 0
    for token in tokens:
        links += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "text" and not links:
            yield from _cut(token, words)
        else:
            yield token


def _cut(token: Token, words: _Words) -> Iterator[Token]:
    done = 0
    for start, one in _found(token.content, words):
        one.used = True
        yield from _text(token, token.content[done:start])
        yield Token("abbr_open", "abbr", 1, info=one.meaning, level=token.level)
        yield from _text(token, one.label, 1)
        yield Token("abbr_close", "abbr", -1, level=token.level)
        done = start + len(one.label)
    yield from _text(token, token.content[done:]) if done else (token,)


def _found(text: str, words: _Words) -> Iterator[tuple[int, _Abbreviation]]:
    """Where an abbreviation stands as a word of its own."""
    done = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        for length, alike in words.get(token[0], {}).items() if start >= done else ():
            end = start + length
            one = alike.get(text[start:end])
            if one is not None and _stands_alone(text, start, end):
                yield start, one
                done = end
                break


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter continues a word on either side."""
    before = _LETTER.match(text, start - 1) if start else None
    after = _LETTER.match(text, end - 1) and _LETTER.match(text, end)
    return not after and (before is None or bool(_EAST_ASIAN.match(text, start)))


def _text(token: Token, content: str, deeper: int = 0) -> Iterator[Token]:
    if content:
        yield Token("text", "", 0, content=content, level=token.level + deeper)


def install(dialect: Dialect) -> None:
    """Before lists and lines, which begin with the same character."""
    dialect.block.rules.insert("abbreviation", definition, "*", (), before="hr")
    dialect.refinements.append(_explain)


CONSTRUCT = Construct(
    "abbreviation",
    install,
    {
        "abbr_open": abbreviation,
        "abbr_close": abbreviation_end,
        "abbreviation_empty": empty,
        "abbreviation_twice": twice,
        "abbreviation_unused": unused,
    },
)
