"""Links: those that leave the book, those whose way only the book knows, and among these those
whose words it knows too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.placed import placed
from epubforge.markdown.plain import plain
from epubforge.markup import attribute
from epubforge.model.document import Slot, SlotKind

LINK_WORDLESS = Rule(
    "M076",
    "link-outside-without-text",
    Severity.WARNING,
    """A link out of the book has no text.

    Why it matters
        A link into the book writes its own words, but no one knows the words of another place:
        nothing is to be seen that could be tapped, and a listener hears "link" and no more.
    Bad
        [](https://example.org/ada)
    Good
        [Ada's page](https://example.org/ada)
        <https://example.org/ada>
    """,
    ace=("link-name",),
)


def link_open(token: Token, out: Body) -> None:
    """`[text](destination "title")` becomes `<a href="…">`; a dead one keeps its text. Without a
    text, `[](#fig-x)`, the book writes one."""
    place = out.span(*token.meta.get("at", (0, 0)))
    target = str(token.attrs.get("href", ""))
    index = len(out.links)
    out.write("<a")
    leads = out.href(target, token.meta.get("text", ""), place)
    is_inside = len(out.links) > index
    title = token.attrs.get("title")
    if title:
        out.write(f' title="{attribute(str(title))}"')
    out.write(f"{out.attributes(token)}>")
    if "empty" in token.meta and is_inside:
        out.links[index] = replace(out.links[index], writes_itself=True)
        out.write(Slot(SlotKind.REFERENCE, index))
    elif "empty" in token.meta and leads:
        out.report(LINK_WORDLESS, place, f"the link to {target} has no text",
                   "say between the brackets where it leads")  # fmt: skip


def link_close(_token: Token, out: Body) -> None:
    """The end of a link."""
    out.write("</a>")


def _keep_texts(parsed: Parsed) -> None:
    """A link knows its text before it is written."""
    if "](" not in parsed.text and "]:" not in parsed.text:
        return
    for inline in parsed.tokens:
        children = inline.children or ()
        for at, token in enumerate(children):
            if token.type == "link_open":
                inside = _inside(children, at + 1)
                token.meta["text"] = plain(inside)
                if not any(child.content.strip() or child.type == "image" for child in inside):
                    token.meta["empty"] = True


def _inside(tokens: Sequence[Token], start: int) -> list[Token]:
    end = start
    while end < len(tokens) and tokens[end].type != "link_close":
        end += 1
    return list(tokens[start:end])


def install(dialect: Dialect) -> None:
    """Links take attributes; those between angle brackets do not."""
    dialect.inline.wrap("link", placed(attributes=True))
    dialect.inline.wrap("autolink", placed())
    dialect.refinements.append(_keep_texts)


CONSTRUCT = Construct("link", install, {"link_open": link_open, "link_close": link_close})
