"""Each Markdown construct whole: its syntax, its markup, its rules. Order is meaning."""

from __future__ import annotations

from epubforge.constructs import (
    autolink,
    block,
    block_attributes,
    code,
    comment,
    definition_list,
    figure,
    footnote,
    heading,
    link,
    list,
    nesting,
    paragraph,
    picture,
    quote,
    raw_html,
    scene_break,
    span,
    strikethrough,
    table,
    text,
    typography,
)
from epubforge.markdown.construct import Construct

CONSTRUCTS: tuple[Construct, ...] = (
    text.CONSTRUCT,
    nesting.CONSTRUCT,
    comment.CONSTRUCT,
    heading.CONSTRUCT,
    paragraph.CONSTRUCT,
    quote.CONSTRUCT,
    list.CONSTRUCT,
    code.CONSTRUCT,
    scene_break.CONSTRUCT,
    raw_html.CONSTRUCT,
    table.CONSTRUCT,
    definition_list.CONSTRUCT,
    block.CONSTRUCT,
    block_attributes.CONSTRUCT,
    autolink.CONSTRUCT,
    picture.CONSTRUCT,
    figure.CONSTRUCT,
    footnote.CONSTRUCT,
    link.CONSTRUCT,
    span.CONSTRUCT,
    strikethrough.CONSTRUCT,
    typography.CONSTRUCT,
)
"""In this order their rules are added, and their refinements run."""
