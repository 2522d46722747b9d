"""Code: in the text, indented, and between fences."""

from __future__ import annotations

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from epubforge.markdown.attributes import NONE, Attributes, attributes_at
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.placed import placed
from epubforge.markup import escape


def code_inline(token: Token, out: Body) -> None:
    """`` `x` `` becomes `<code>x</code>`."""
    out.features.add("code")
    attributes = out.attributes(token) if token.meta else ""
    out.write(f"<code{attributes}>{escape(token.content)}</code>")


def code_block(token: Token, out: Body) -> None:
    """Indented or fenced code; the language of a fence becomes a class."""
    out.mark(token)
    out.features.add("code_block")
    language, given = _info(token)
    language_class = f' class="language-{language}"' if language else ""
    attributes = out.attributes(token, given)
    out.write(f"<pre{attributes}><code{language_class}>{escape(token.content)}</code></pre>\n")


def _info(token: Token) -> tuple[str, Attributes]:
    """The language and the attributes after a fence's marks."""
    info = token.info.strip()
    cut = info.find("{")
    given = NONE
    if cut >= 0:
        found = attributes_at(info, cut, len(info))
        if found is not None and found[1] == len(info):
            given, info = found[0], info[:cut]
    words = unescapeAll(info).split()
    return (escape(words[0]).replace('"', "&quot;") if words else ""), given


def install(dialect: Dialect) -> None:
    """Code spans take attributes."""
    dialect.inline.wrap("backticks", placed(attributes=True))


CONSTRUCT = Construct(
    "code",
    install,
    {"code_inline": code_inline, "code_block": code_block, "fence": code_block},
)
