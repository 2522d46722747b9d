"""Directives: `{{…}}`, what the author asks the book to put in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.directives import Call, Fault, refuse
from epubforge.markdown.inline import InlineRule
from epubforge.markup import escape
from epubforge.project.suggest import did_you_mean
from epubforge.source import Span

DIRECTIVE_UNKNOWN = Rule(
    "M060",
    "directive-unknown",
    Severity.WARNING,
    """Between double braces stands a name that is neither a directive nor a variable of the book.

    Why it matters
        It stays as it is written, and the reader sees the braces.
    Bad
        {{titel}}
    Good
        {{title}}
    """,
)
DIRECTIVE_TOO_LONG = Rule(
    "M061",
    "directive-with-too-much",
    Severity.WARNING,
    """A directive that is a single word has more words behind it.

    Why it matters
        Nothing is known that these could mean, so all of it stays as it is written.
    Bad
        {{pagebreak 3}}
    Good
        {{pagebreak}}
    """,
)
DIRECTIVE_UNCLOSED = Rule(
    "M062",
    "directive-never-closed",
    Severity.WARNING,
    """A directive or a variable begins with two braces and does not end with two.

    Why it matters
        It stays as it is written, and the reader sees the braces.
    Bad
        The second edition of {{title} is out.
    Good
        The second edition of {{title}} is out.
    """,
)

_DIRECTIVE: Final = re.compile(r"\{\{([^{}]*+)\}\}")
_BEGUN: Final = re.compile(r"\{\{[ \t]*([^\W\d][\w.-]*)")


def shown(token: Token, out: Body) -> None:
    """A directive that cannot be followed stays as it is written."""
    fault: Fault = token.meta["fault"]
    out.report(fault.rule, place(token, out), fault.message, fault.hint)
    out.write(escape(token.content))


def place(token: Token, out: Body) -> Span:
    """Where a directive stands, in a text or alone."""
    inline = token.meta.get("inline")
    if inline is not None:
        out.focus(inline)
    return out.span(*token.meta["at"])


def single(call: Call) -> Fault | None:
    """What is wrong with a directive that must be one word, if it is more."""
    if not call.words:
        return None
    return Fault(
        DIRECTIVE_TOO_LONG,
        f"“{call.words}” means nothing behind {call.name}",
        f"write {{{{{call.name}}}}}, or a backslash before it if you mean the braces",
    )


def _directive(dialect: Dialect) -> InlineRule:
    """The rule for two braces."""
    variables = dict(dialect.settings.variables)

    def directive(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not state.src.startswith("{{", start):
            return False
        found = _DIRECTIVE.match(state.src, start, state.posMax)
        if found is None:
            return _unclosed(state, silent)
        words = " ".join(found[1].split())
        if not words:
            return False
        if not silent:
            name, _, rest = words.partition(" ")
            call = Call(name, rest, found[0], found.span())
            if name in dialect.directives:
                dialect.directives[name](state, call)
            elif words in variables:
                state.push("text_special", "", 0).content = " ".join(variables[words].split())
            else:
                refuse(state, call, _unknown(name, words))
        state.pos = found.end()
        return True

    def _unclosed(state: StateInline, silent: bool) -> bool:
        begun = _BEGUN.match(state.src, state.pos, state.posMax)
        if begun is None or not (begun[1] in dialect.directives or begun[1] in variables):
            return False
        if not silent:
            call = Call(begun[1], "", begun[0], begun.span())
            hint = "end it with }}, or write a backslash before it if you mean the braces"
            refuse(state, call, Fault(DIRECTIVE_UNCLOSED, f"{begun[0]} is never closed", hint))
        state.pos = begun.end()
        return True

    def _unknown(name: str, words: str) -> Fault:
        known = (*dialect.directives, *variables)
        meant = did_you_mean(name, known) or did_you_mean(words, known)
        hint = "name one under [variables] in book.toml, or write a backslash before the braces"
        message = f"{{{{{name}}}}} is neither a directive nor a variable{meant}"
        return Fault(DIRECTIVE_UNKNOWN, message, hint)

    return directive


def _set_apart(parsed: Parsed) -> None:
    """Paragraphs of nothing but directives become blocks; what only stands alone, elsewhere stays
    as it is written."""
    if "{{" not in parsed.text:
        return
    tokens: list[Token] = []
    for token in parsed.tokens:
        tokens.append(token)
        if token.type == "paragraph_close" and _are_alone(tokens[-2]):
            tokens[-3:] = _blocks(tokens[-3], tokens[-2])
    for token in tokens:
        _refuse_beside_text(token.children or ())
    parsed.tokens = tokens


def _are_alone(inline: Token) -> bool:
    children = inline.children or ()
    directives = [child for child in children if "directive" in child.meta]
    rest = (c for c in children if "directive" not in c.meta and c.type != "softbreak")
    return bool(directives) and all(c.type == "text" and not c.content.strip() for c in rest)


def _blocks(paragraph: Token, inline: Token) -> list[Token]:
    """The directives of a paragraph; in an element of their own if it was given attributes."""
    made = [_block(child, inline) for child in inline.children or () if "directive" in child.meta]
    if "attributes" not in paragraph.meta:
        for token in made:
            token.level = paragraph.level
        return made
    opened = Token("directives_open", "div", 1, map=inline.map, meta=paragraph.meta, block=True)
    closed = Token("directives_close", "div", -1, block=True)
    opened.level = closed.level = paragraph.level
    for token in made:
        token.level = paragraph.level + 1
    return [opened, *made, closed]


def _block(child: Token, inline: Token) -> Token:
    made = Token(child.type, "", 0, map=inline.map, content=child.content, info=child.info)
    made.meta = child.meta | {"inline": inline}
    made.block = True
    return made


def _refuse_beside_text(children: Iterable[Token]) -> None:
    for child in children:
        if "alone" in child.meta:
            child.type, child.meta["fault"] = "directive_shown", child.meta["alone"]


def _open(token: Token, out: Body) -> None:
    out.mark(token)
    out.write(f"<div{out.attributes(token)}>\n")


def _close(_token: Token, out: Body) -> None:
    out.write("</div>\n")


def install(dialect: Dialect) -> None:
    """Before links and spans; the constructs that answer to a name give it to the dialect."""
    dialect.inline.add("directive", "{", _directive(dialect))
    dialect.refinements.append(_set_apart)


CONSTRUCT = Construct(
    "directive",
    install,
    {"directive_shown": shown, "directives_open": _open, "directives_close": _close},
)
