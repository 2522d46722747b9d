"""The inline parser: markdown-it's rules, called only where their characters stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
)
from markdown_it.token import Token
from markdown_it.utils import EnvType

InlineRule = Callable[[StateInline, bool], bool]


def underscore(state: StateInline, silent: bool) -> bool:
    """An underscore inside a word is a letter: it can neither open nor close emphasis."""
    pos = state.pos
    src = state.src
    if 0 < pos < state.posMax - 1 and src[pos - 1].isalnum() and src[pos + 1].isalnum():
        if not silent:
            state.append_pending("_")
        state.pos += 1
        return True
    return emphasis.tokenize(state, silent)


COMMONMARK: tuple[tuple[str, str, InlineRule], ...] = (
    ("newline", "\n", newline),
    ("escape", "\\", escape),
    ("backticks", "`", backtick),
    ("emphasis", "*", emphasis.tokenize),
    ("underscore", "_", underscore),
    ("link", "[", link),
    ("image", "!", image),
    ("autolink", "<", autolink),
    ("html_inline", "<", html_inline),
    ("entity", "&", entity),
)


class InlineParser(ParserInline):
    """Text runs to the next character that a rule answers to; only that character's rules run."""

    def __init__(self) -> None:
        super().__init__()
        self.rules: list[tuple[str, str, InlineRule]] = list(COMMONMARK)
        self.by_character: dict[str, tuple[InlineRule, ...]] = {}
        self._search = re.compile("(?!)").search

    def add(self, name: str, on: str, rule: InlineRule, before: str | None = None) -> None:
        """Add a rule for the characters of `on`, before the rule of that name or at the end."""
        names = [known for known, _, _ in self.rules]
        self.rules.insert(names.index(before) if before else len(names), (name, on, rule))

    def wrap(self, name: str, wrapper: Callable[[InlineRule], InlineRule]) -> None:
        """Replace a rule by one that is made of it."""
        self.rules = [
            (known, on, wrapper(rule) if known == name else rule) for known, on, rule in self.rules
        ]

    def settle(self) -> None:
        """All rules are there: sort them by character."""
        self.by_character = {"]": ()}
        for _, on, rule in self.rules:
            for character in on:
                self.by_character[character] = (*self.by_character.get(character, ()), rule)
        # An alternative first for the word, as `w` alone would stop at every twentieth letter.
        marks = "".join(map(re.escape, self.by_character.keys() - {"w"}))
        self._plain = re.compile(f"[{marks}]").search
        self._addresses = re.compile(f"[{marks}]|w(?=ww\\.)").search
        self._search = self._plain

    def skipToken(self, state: StateInline) -> None:  # noqa: N802  the library's name
        """Step over one token without making it."""
        pos = state.pos
        cache = state.cache
        if pos in cache:
            state.pos = cache[pos]
            return
        done = False
        rules = self.by_character.get(state.src[pos])
        if rules is None:
            found = self._search(state.src, pos + 1, state.posMax)
            state.pos = found.start() if found else state.posMax
            done = True
        elif state.level < state.md.options["maxNesting"]:
            state.level += 1
            for rule in rules:
                if rule(state, True):
                    done = True
                    break
            state.level -= 1
        else:
            state.pos = state.posMax
        if not done:
            state.pos += 1
        cache[pos] = state.pos

    def tokenize(self, state: StateInline) -> None:
        """Make tokens of the state's stretch."""
        rules = self.by_character
        search = self._search
        src = state.src
        end = state.posMax
        may_nest = state.level < state.md.options["maxNesting"]
        while (pos := state.pos) < end:
            own = rules.get(src[pos])
            if own is None:
                found = search(src, pos + 1, end)
                state.pos = found.start() if found else end
                state.append_pending(src[pos : state.pos])
                continue
            if may_nest and any(rule(state, False) for rule in own):
                continue
            state.append_pending(src[pos])
            state.pos += 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of an inline text."""
        outer = self._search
        self._search = self._addresses if "www." in src else self._plain
        if self._search(src) is None:
            self._search = outer
            if src:
                token = Token("text", "", 0)
                token.content = src
                tokens.append(token)
            return tokens
        state = StateInline(src, md, env, tokens)
        self.tokenize(state)
        if state.delimiters or any(state.tokens_meta):
            for rule in self.ruler2.getRules(""):
                rule(state)
        self._search = outer
        return state.tokens


def strike(parser: InlineParser) -> None:
    """Two tildes strike through; one is left alone."""
    parser.add("strikethrough", "~", strikethrough.tokenize)
