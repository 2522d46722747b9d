"""Scene break: any thematic break, shown as one sign in the whole book."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.attributes import Attributes
from epubforge.markdown.construct import Body, Construct

_CLASS = Attributes(classes=("scene-break",))


def scene_break(token: Token, out: Body) -> None:
    """`***` and its kin become `<hr class="scene-break"/>`; the theme draws the sign."""
    out.mark(token)
    out.features.add("scene_break")
    out.write(f"<hr{out.attributes(token, _CLASS)}/>\n")


CONSTRUCT = Construct("scene_break", renders={"hr": scene_break})
