"""Any text is a document: well-formed, without equal ids, with findings at their very places."""

from __future__ import annotations

import re
from xml.parsers import expat

from hypothesis import example, given, settings
from hypothesis import strategies as st

from epubforge.constructs import CONSTRUCTS
from epubforge.diagnostics import Outcome
from epubforge.markdown.read import read, read_inline
from epubforge.model.document import Document, MarkdownSettings, Slot, SlotKind
from epubforge.source import SourceFile, position

ENGLISH = MarkdownSettings("en")
INCLUDED = SourceFile("a.md", "Some *text* [^b].\n\n- x\n\n[^b]: y\n\n{{include a.md}}\n")
WHOLE = MarkdownSettings("en", editions=("fixed",), citations=True, includes=(("a.md", INCLUDED),))

SIGNS = (
    "a", "word", " ", "  ", "    ", "\n", "\n\n", "\t", "*", "**", "_", "~~", "`", "```\n", "# ",
    "> ", "- ", "1. ", "[", "]", "(", ")", "![", "](", "[^a]", "[^a]: ", "^[", "{", "}", "{.x}",
    "{#i}", "{lang=ru}", "::: note\n", ":::\n", ": ", "|", "|-|-|\n", "---\n", "<b>", "</b>",
    "<div>", "</div>", "<p>", "<td>", "<li>", "<a href='x'>", "</a>", "<img src=x>", "<svg>",
    "</svg>", "<script>", "</script>", "<!--", "-->", "<", ">", "&", "&amp;", "&#12;", "\\", '"',
    "$", "$$", "$x$", "\\frac", "::: verse\n", "::: description\n", "::: only fixed\n", "| a\n",
    "{{include a.md}}", "\n: c {#t}\n", '```py {caption="x"}\n', "![a](b.mp3)", '![a](b "c")\n\n',
    "<audio src='x'>", "<video>", "<source src='x'>", "{longdesc=#i}", "{.row-headers}\n",
    "{{page 1}}", "[](#i)", "[@a]",
    "'", "--", "...", "http://a.b", "www.a.b", "a@b.cd", "[x] ", "é", "漢", "\u00a0", "\U0001f600",
)  # fmt: skip
SOUP = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


def document(text: str) -> Outcome[Document]:
    return read(SourceFile("manuscript/1.md", text), WHOLE, CONSTRUCTS)


def page(body: Document) -> str:
    fillings = {
        SlotKind.HREF: ' href="x"',
        SlotKind.PICTURE: ' src="x" width="1" height="1"',
        SlotKind.MEDIA: ' src="x"',
        SlotKind.NOTE_HREF: ' href="x"',
    }
    text = "".join(fillings.get(p.kind, "text") if isinstance(p, Slot) else p for p in body.body)
    return (
        '<section xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops">{text}</section>'
    )


@given(SOUP | st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=60))
@example("<a href='x'>&#12;</a>")
@example("> <div>\n> foo\n\nbar")
@example("^[</a>](")
@example("^[<b>x] <b>y")
@example("::: description\n::: description\n<b>")
@settings(max_examples=400, deadline=None)
def test_any_text_is_well_formed(text: str) -> None:
    """Whatever is written, the body is XML, no id stands in it twice, and slots fit the outline."""
    text = re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    value = document(text).value
    seen: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _, given: seen.extend(
        value for key, value in given.items() if key == "id"
    )
    parser.Parse(page(value), True)
    assert sorted(seen) == sorted(set(seen))
    slots = [piece for piece in value.body if isinstance(piece, Slot)]
    assert all(slot.index < len(value.outline.pictures) for slot in slots
               if slot.kind is SlotKind.PICTURE)  # fmt: skip
    assert all(slot.index < len(value.outline.links) for slot in slots
               if slot.kind is SlotKind.HREF)  # fmt: skip
    labels = [slot.index for slot in slots if slot.kind is SlotKind.LABEL]
    assert labels == list(range(len(value.outline.numbered)))


BLOCKS = st.sampled_from(
    (
        "Some text\nover two lines.\n\n",
        "# A heading {.x}\n\n",
        "> A quotation\nwith a lazy line\n\n",
        "- an item\n\n  and more\n\n",
        "```\n![](code.png)\n```\n\n",
        "| a | b |\n|---|---|\n| \\| | c |\n\n",
        "Term\n: Definition\n\n",
        "::: note\nInside.\n:::\n\n",
        "<!-- ![](comment.png)\n\nstill -->\n\n",
        "<div>raw</div>\n\n",
        "[^n]: a note\n\n",
    )
)
FRAMES = st.sampled_from(
    (
        "@\n\n",
        "word @ word\n\n",
        "word\n   @ word\n\n",
        "> quoted @\n\n",
        "> quoted\nlazy @\n\n",
        "> - > deep @\n\n",
        "- item @\n\n",
        "1.  item\n\n    second @\n\n",
        "-\titem @\n\n",
        "\t- item\n\n\ntext @\n\n",
        "# heading @ word {#h1}\n\n",
        "## heading @ ##\n\n",
        "setext @ word\n===\n\n",
        "| one | @ |\n|---|---|\n| x | y |\n\n",
        "| one | two |\n|---|---|\n| \\| x | a \\| b @ |\n\n",
        "Term @\n: Definition\n\n",
        "Term\n: Definition @\n\n",
        "::: note\nInside @ word\n:::\n\n",
        "Noted.[^p]\n\n[^p]: first\n\n    second @\n\n",
        "Noted ^[inside @ it].\n\n",
        '![a](b.png "caption @ x")\n\n',
        "a *b **c @ d** e* f\n\n",
        "[span @ x]{.y}\n\n",
        "a <!-- gone --> @\n\n",
        "a <!-- gone\n\nmore --> @\n\n",
        "- [x] done @\n\n",
        "::: verse\none\n   two @ x\n:::\n\n",
        "> ::: verse\n> *one\n>\n> two @* x\n> :::\n\n",
        "| a\n|   b @\n\n",
        "> | a | b |\n> |---|---|\n> : caption\n>   over @ lines {#t1}\n\n",
        '```py {caption="of @ code" #c1}\nx\n```\n\n',
        "::: except fixed\n- kept @\n:::\n\n",
        "::: description\nlong @\n:::\n\n",
    )
)


@given(st.lists(BLOCKS, max_size=4), FRAMES, st.lists(BLOCKS, max_size=2))
@settings(max_examples=300, deadline=None)
def test_a_picture_is_found_where_it_stands(
    before: list[str], frame: str, after: list[str]
) -> None:
    """Wherever a picture is planted, its span begins at its `!` and ends behind its bracket."""
    text = "".join(before) + frame.replace("@", "![](missing.png)") + "".join(after)
    use = next(use for use in document(text).value.outline.pictures if use.target == "missing.png")
    assert text[use.span.start : use.span.end] == "![](missing.png)"


@given(st.lists(BLOCKS, max_size=4), FRAMES)
@settings(max_examples=150, deadline=None)
def test_a_tag_is_found_where_it_stands(before: list[str], frame: str) -> None:
    """Wherever a forbidden tag is planted, its finding is at its bracket."""
    text = "".join(before) + frame.replace("@", "<input>")
    places = [d.place for d in document(text).found if d.rule.code == "M040"]
    assert [getattr(place, "start", -1) for place in places] == [text.index("<input>")]


@given(st.lists(BLOCKS, max_size=3), FRAMES, st.sampled_from(("@", "> - @", "- a\n\n  @")))
@settings(max_examples=150, deadline=None)
def test_a_picture_is_found_in_the_file_it_stands_in(
    before: list[str], frame: str, around: str
) -> None:
    """Whatever includes a file, its places are its own."""
    text = "---\ntitle: x\n---\n" + "".join(before) + frame.replace("@", "![](missing.png)")
    part = SourceFile("parts/a.md", text)
    chapter = SourceFile("1.md", "One\n\n" + around.replace("@", "{{include parts/a.md}}"))
    whole = MarkdownSettings("en", editions=("fixed",), includes=(("parts/a.md", part),))
    outline = read(chapter, whole, CONSTRUCTS).value.outline
    span = next(use.span for use in outline.pictures if use.target == "missing.png")
    assert span.source is part
    assert text[span.start : span.end] == "![](missing.png)"


def test_a_chapter_says_that_it_has_no_number() -> None:
    """In its header, or by a class of its first heading."""
    texts = ("+++\nnumbered = false\n+++\n# One", "# One {.unnumbered}\n\n# Two", "# One")
    assert [document(text).value.header.numbered for text in texts] == [False, False, True]


def test_depth_is_bounded_and_text_is_kept() -> None:
    """A hundred thousand quote marks are a finding, not a crash; the words stay."""
    for text in (">" * 100_000 + " kept", "[" * 20_000 + "kept", "- " * 5_000 + "kept"):
        outcome = document(text)
        assert "kept" in page(outcome.value)
        deep = [d for d in outcome.found if d.rule.code == "M013"]
        assert [d.rule.blocking for d in deep] == [True] * (not text.startswith("["))


def test_lines_lead_back_to_the_manuscript() -> None:
    """Each block of the body knows the line of the manuscript that it came from."""
    value = document("+++\ntitle = 'x'\n+++\n# One\n\nTwo\nlines\n\n> Three\n").value
    body = page(value).split(">", 1)[1].split("\n")
    found = {body[line]: source for line, source in value.lines}
    assert found["<p>Two"] == 6
    assert found["<p>Three</p>"] == 9


def test_the_outline_tells_what_the_chapter_holds() -> None:
    """Headings, anchors, languages, features, words and the first block are there."""
    text = "# The *mine* {#mine}\n\nOne [два]{lang=ru #two} three.[^n]\n\n[^n]: Four.\n"
    outline = document(text).value.outline
    assert [(h.level, h.id, h.text) for h in outline.headings] == [(1, "mine", "The mine")]
    assert [anchor.id for anchor in outline.anchors] == ["mine", "two"]
    assert outline.languages == ("ru",)
    assert {"footnote", "span"} <= outline.features
    assert outline.first_block is not None
    assert position(outline.first_block.source, outline.first_block.start) == (1, 1)
    assert outline.words == len(["The", "mine", "One", "два", "three.1", "1", "Four."])


def test_a_caption_is_inline_markup() -> None:
    """A text of the caption table is inline Markdown; what needs the book is reported."""
    place = SourceFile("portraits.toml", "x" * 20).span(3, 9)
    settings = MarkdownSettings("en")
    good = read_inline("*Ada* & [more](https://example.org)", place, settings, CONSTRUCTS)
    assert good.value.markup == '<em>Ada</em> &amp; <a href="https://example.org">more</a>'
    assert good.value.text == "Ada & more"
    assert good.found == ()
    bad = read_inline("Ada, see [her](02.md) ![x](y.jpg)", place, settings, CONSTRUCTS)
    assert [(d.rule.code, d.place) for d in bad.found] == [("M048", place), ("M048", place)]
    assert "Ada, see <a>her</a>" in bad.value.markup
