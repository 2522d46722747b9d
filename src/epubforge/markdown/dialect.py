"""The dialect: CommonMark's parser, with whatever the constructs add to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from epubforge.markdown.attributes import Attributes
from epubforge.markdown.block import BlockParser
from epubforge.markdown.directives import Answer
from epubforge.markdown.ids import Ids
from epubforge.markdown.inline import InlineParser
from epubforge.markdown.texts import Texts
from epubforge.model.document import MarkdownSettings


@dataclass(slots=True)
class Parsed:
    """A text's tokens, on the way from parsing to rendering."""

    text: str
    tokens: list[Token]
    ids: Ids = field(default_factory=Ids)
    """Ids that the author gave: no made one may be equal to them."""
    has_html: bool = False
    env: EnvType = field(default_factory=dict)


Refine = Callable[[Parsed], None]


class Dialect:
    """A parser that constructs add their rules to."""

    def __init__(self, settings: MarkdownSettings) -> None:
        self.settings = settings
        self.md = MarkdownIt("commonmark", {"html": True})
        self.inline = self.md.inline = InlineParser()
        self.block = self.md.block = BlockParser()
        self.refinements: list[Refine] = []
        self.directives: dict[str, Answer] = {}
        """What answers to the first word of `{{…}}`."""

    def settle(self) -> None:
        """All constructs are installed."""
        self.inline.ruler2.enableOnly(self.inline.ruler2.get_all_rules())
        self.inline.settle()
        self.block.settle()

    def parse(self, text: str, texts: Texts | None = None) -> Parsed:
        """The tokens of a chapter; behind its own text the text may hold those that it includes."""
        env = _environment()
        env["texts"] = texts
        tokens = self.block.parse(text, self.md, env, []) if text else []
        for token in tokens:
            if token.type == "inline":
                env["inline"] = token
                token.children = self.inline.parse(token.content, self.md, env, [])
        return self._refined(Parsed(text, tokens, env["ids"], env["html"], env))

    def parse_inline(self, text: str) -> Parsed:
        """The tokens of a text that holds no blocks."""
        token = Token("inline", "", 0, content=text, map=[0, 1])
        token.meta["places"] = [(0, 0)]
        env = _environment()
        env["inline"] = token
        token.children = self.inline.parse(text, self.md, env, [])
        return self._refined(Parsed(text, [token], env["ids"], env["html"], env))

    def _refined(self, parsed: Parsed) -> Parsed:
        for refine in self.refinements:
            refine(parsed)
        # Captions are parsed on the way, and may hold raw HTML.
        parsed.has_html = parsed.env["html"]
        return parsed


def _environment() -> EnvType:
    """What the rules tell each other while a text is parsed."""
    return {"ids": Ids(), "html": False}


def attributes_of(token: Token) -> Attributes | None:
    """The attributes that a token was given in braces."""
    found = token.meta.get("attributes") if token.meta else None
    return found if isinstance(found, Attributes) else None
