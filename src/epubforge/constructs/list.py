"""Lists, and the marks of task lists as signs that are read aloud."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.attributes import NONE, Attributes
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markup import attribute

_TASKS = Attributes(classes=("task-list",))


def list_open(token: Token, out: Body) -> None:
    """`- …` and `1. …`; a list that does not begin at 1 says where it begins."""
    out.mark(token)
    is_task_list = "contains-task-list" in str(token.attrs.get("class", ""))
    out.features.add("task_list" if is_task_list else "list")
    start = token.attrs.get("start")
    begins = f' start="{start}"' if start is not None else ""
    out.write(f"<{token.tag}{begins}{out.attributes(token, _TASKS if is_task_list else NONE)}>\n")


def list_close(token: Token, out: Body) -> None:
    """The end of a list."""
    out.write(f"</{token.tag}>\n")


def item_open(token: Token, out: Body) -> None:
    """One item."""
    out.mark(token)
    out.write(f"<li{out.attributes(token)}>")


def item_close(_token: Token, out: Body) -> None:
    """The end of an item."""
    out.write("</li>\n")


def task(token: Token, out: Body) -> None:
    """`[x]` becomes a ticked box that says so; no form control."""
    sign, label = ("☑", "done") if token.meta["checked"] else ("☐", "to_do")
    said = attribute(out.label(label))
    out.write(f'<span class="task" role="img" aria-label="{said}">{sign}</span> ')


def _place_tasks(parsed: Parsed) -> None:
    """The sign belongs to the item's first paragraph."""
    for at, token in enumerate(parsed.tokens):
        if token.type != "list_item_open" or "checked" not in token.meta:
            continue
        sign = Token("task", "", 0, meta={"checked": token.meta["checked"]})
        paragraph, inline = parsed.tokens[at + 1], parsed.tokens[at + 2 : at + 3]
        if paragraph.type == "paragraph_open" and inline:
            inline[0].children = [sign, *(inline[0].children or ())]


def install(dialect: Dialect) -> None:
    """The parser itself can tell task items."""
    dialect.md.options["tasklists"] = True
    dialect.refinements.append(_place_tasks)


CONSTRUCT = Construct(
    "list",
    install,
    {
        "bullet_list_open": list_open,
        "bullet_list_close": list_close,
        "ordered_list_open": list_open,
        "ordered_list_close": list_close,
        "list_item_open": item_open,
        "list_item_close": item_close,
        "task": task,
    },
)
