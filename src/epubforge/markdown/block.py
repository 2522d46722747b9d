"""The block parser: markdown-it's rules, called by a line's first character, to a bounded depth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import RuleOptionsType, Ruler
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    code,
    fence,
    heading,
    hr,
    html_block,
    list_block,
    reference,
    table,
)
from markdown_it.token import Token
from markdown_it.utils import EnvType

from epubforge.markdown.paragraph import paragraph

BlockRule = Callable[[StateBlock, int, int, bool], bool]

DEEPEST: Final = 100
"""Blocks in blocks; what lies deeper is kept as plain paragraphs."""

_ALL = ("paragraph", "reference", "blockquote", "list")
_INNER = ("paragraph", "reference", "blockquote")


class BlockState(StateBlock):
    """What the block rules share while one chapter is parsed."""

    depth = 0
    too_deep = False
    open_blocks = 0
    """How many `:::` blocks are open, in whatever blocks between."""
    closes = False
    """The next stretch to be parsed is the inside of a `:::` block."""


class Rules(Ruler[BlockRule]):
    """Block rules in order, each with the characters a line must begin with for it to be asked."""

    def __init__(self) -> None:
        super().__init__()
        self.known: list[tuple[str, BlockRule, str | None, tuple[str, ...]]] = []
        self._chains: dict[str, list[BlockRule]] = {}

    def before(
        self,
        beforeName: str,  # noqa: N803  the library's names
        ruleName: str,  # noqa: N803
        fn: BlockRule,
        options: RuleOptionsType | None = None,
    ) -> None:
        """Add a plugin's rule."""
        self.insert(ruleName, fn, None, tuple((options or {}).get("alt", ())), beforeName)

    def insert(
        self, name: str, rule: BlockRule, on: str | None, ends: tuple[str, ...], before: str
    ) -> None:
        """Add a rule before another: asked for lines that begin with a character of `on` (None:
        with any), and able to end the blocks named in `ends`."""
        at = [known for known, _, _, _ in self.known].index(before)
        self.known.insert(at, (name, rule, on, ends))

    def wrap(self, name: str, wrapper: Callable[[BlockRule], BlockRule], on: str = "") -> None:
        """Replace a rule by one that is made of it, asked for the characters of `on`, if given."""
        self.known = [
            (known, wrapper(rule) if known == name else rule,
             on if on and known == name else characters, ends)
            for known, rule, characters, ends in self.known
        ]  # fmt: skip

    def get_active_rules(self) -> list[str]:
        """The names of all rules: the library asks whether there is indented code."""
        return [name for name, _, _, _ in self.known]

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803
        """The rules that may end a block of that name, as one that knows whom to ask."""
        if chainName not in self._chains:
            self._chains[chainName] = [self._ender(chainName)]
        return self._chains[chainName]

    def by_first(
        self, chain: str | None
    ) -> tuple[dict[str, tuple[BlockRule, ...]], tuple[BlockRule, ...]]:
        """The rules for each first character, and those for all others."""
        own = [rule for rule in self.known if chain is None or chain in rule[3]]
        characters = {character for _, _, on, _ in own for character in on or ""}
        table = {
            character: tuple(rule for _, rule, on, _ in own if on is None or character in on)
            for character in characters
        }
        return table, tuple(rule for _, rule, on, _ in own if on is None)

    def _ender(self, chain: str) -> BlockRule:
        table, others = self.by_first(chain)

        def ends(state: StateBlock, line: int, end: int, silent: bool) -> bool:
            at = state.bMarks[line] + state.tShift[line]
            first = state.src[at] if at < state.eMarks[line] else ""
            return any(rule(state, line, end, silent) for rule in table.get(first, others))

        return ends


class BlockParser(ParserBlock):
    """Cuts a chapter into blocks; never loses text, however deep blocks are nested."""

    def __init__(self) -> None:
        super().__init__()
        self.rules = Rules()
        self.ruler = self.rules
        self.rules.known = [
            ("table", table, None, ("paragraph", "reference")),
            ("fence", fence, "~`", _ALL),
            ("blockquote", blockquote, ">", _ALL),
            ("hr", hr, "*-_", _ALL),
            ("list", list_block, "*+-0123456789", _INNER),
            ("reference", reference, "[", ()),
            ("html_block", html_block, "<", _INNER),
            ("heading", heading, "#", _INNER),
            ("paragraph", paragraph, None, ()),
            ("code", code, "", ()),
        ]

    def settle(self) -> None:
        """All rules are there: sort them by first character."""
        self._table, self._others = self.rules.by_first(None)
        named = {name: rule for name, rule, _, _ in self.rules.known}
        self._paragraph, self._code = (named["paragraph"],), (named["code"],)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Make tokens of the lines from startLine up to endLine."""
        assert isinstance(state, BlockState)  # noqa: S101  the parser makes no other
        closes, state.closes = state.closes, False
        state.depth += 1
        if state.depth > DEEPEST and not state.too_deep:
            state.too_deep = True
            state.push("too_deep", "", 0).meta["at"] = _stretch(state, startLine)
        line = startLine
        had_empty = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if closes and is_closing(state, line):
                break
            for rule in self._rules(state, line):
                if rule(state, line, endLine, False):
                    break
            state.tight = not had_empty
            line = state.line
            if (line - 1) < endLine and state.isEmpty(line - 1):
                had_empty = True
            if line < endLine and state.isEmpty(line):
                had_empty = True
                line += 1
                state.line = line
        state.depth -= 1

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        outTokens: list[Token],  # noqa: N803
    ) -> list[Token]:
        """The block tokens of a text."""
        state = BlockState(src, md, env, outTokens)
        texts = env.get("texts")
        if texts is not None and len(texts.parts) > 1:
            state.lineMax = texts.parts[0].lines
        self.tokenize(state, 0, state.lineMax)
        return state.tokens

    def _rules(self, state: BlockState, line: int) -> tuple[BlockRule, ...]:
        if state.depth > DEEPEST:
            return self._paragraph
        if state.is_code_block(line):
            return self._code
        return self._table.get(state.src[state.bMarks[line] + state.tShift[line]], self._others)


def is_closing(state: StateBlock, line: int) -> bool:
    """Whether a line is a bare `:::`."""
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith(":::", start) or state.is_code_block(line):
        return False
    return not state.src[start : state.eMarks[line]].strip(": \t") and not (
        state.src[start : state.eMarks[line]].rstrip().strip(":")
    )


def _stretch(state: StateBlock, line: int) -> tuple[int, int]:
    start = state.bMarks[line] + state.tShift[line]
    return start, max(start, state.eMarks[line])
