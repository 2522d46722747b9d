"""The body of a chapter while it is written: pieces, slots, line marks, and the outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from epubforge.diagnostics import Diagnostic, Ignore, Rule
from epubforge.language.direction import direction_of
from epubforge.language.tags import standard_tag
from epubforge.markdown.attributes import (
    NONE,
    Attributes,
    attribute_misspelt,
    attribute_refused,
    language_not_valid,
    named,
    value_refused,
)
from epubforge.markdown.destination import (
    Leads,
    empty_link,
    empty_picture,
    inside_caption,
    link_leads,
    picture_leads,
    remote_picture,
    unsafe_link,
)
from epubforge.markdown.dialect import Parsed, attributes_of
from epubforge.markdown.finish import line_ends
from epubforge.markdown.ids import id_not_valid, id_twice, is_valid
from epubforge.markdown.placed import unclear_attributes
from epubforge.markdown.repair import Stretch
from epubforge.markdown.spans import Lines, Places, locate, places
from epubforge.markdown.values import is_value
from epubforge.markup import attribute, clean, escape
from epubforge.model.document import (
    Anchor,
    Citation,
    Heading,
    IndexTerm,
    LinkUse,
    MadeList,
    MarkdownSettings,
    MediaUse,
    Note,
    Numbered,
    PictureUse,
    PrintPage,
    Slot,
    SlotKind,
)
from epubforge.source import SourceFile, Span

_Renders = Mapping[str, Callable[[Token, "Body"], None]]


class Body:
    """What render functions write to. Everything written is well-formed XHTML."""

    def __init__(
        self,
        source: SourceFile,
        settings: MarkdownSettings,
        renders: _Renders,
        parsed: Parsed,
        whole: Span | None = None,
    ) -> None:
        self.source = source
        self.settings = settings
        self.pieces: list[str | Slot] = []
        self.write = self.pieces.append
        self.marks: list[tuple[int, int, int]] = []
        """Where blocks begin: the piece, line ends after it, the manuscript's line."""
        self.features: set[str] = set()
        self.headings: list[Heading] = []
        self.pictures: list[PictureUse] = []
        self.links: list[LinkUse] = []
        self.anchors: list[Anchor] = []
        self.print_pages: list[PrintPage] = []
        self.terms: list[IndexTerm] = []
        self.lists: list[MadeList] = []
        self.citations: list[Citation] = []
        self.numbered: list[Numbered] = []
        self.media: list[MediaUse] = []
        self.notes: list[Note] = []
        self.languages: dict[str, None] = {}
        self.found: list[Diagnostic] = []
        self.ignores: list[Ignore] = []
        self.html = Stretch()
        """The raw HTML of the blocks that are being written."""
        self._renders = renders
        self._lines = Lines(parsed.text)
        self._inline: Token | None = None
        self._places: Places | None = None
        self._whole = whole
        self._ids = parsed.ids
        self._has_html = parsed.has_html
        self._claimed: set[str] = set()

    def focus(self, inline: Token) -> None:
        """Places are from now on those of this inline content."""
        if inline is not self._inline:
            self._inline = inline
            self._places = None

    def render(self, tokens: Sequence[Token]) -> None:
        """Write tokens one after the other."""
        renders = self._renders
        for token in tokens:
            renders[token.type](token, self)

    def inline(self, token: Token) -> None:
        """Write the inline content of a block."""
        self.focus(token)
        if self._has_html:
            self._inline_beside_html(token)
            return
        write = self.write
        renders = self._renders
        for child in token.children or ():
            if child.type == "text":
                write(escape(child.content))
            else:
                renders[child.type](child, self)

    def _inline_beside_html(self, token: Token) -> None:
        """The same where there are raw tags: none may cross the ends of our own elements."""
        html = self.html
        html.depth = depth = token.level
        for child in token.children or ():
            if child.nesting < 0:
                depth -= 1
                self.write(html.leave(depth))
            html.depth = depth
            self._renders[child.type](child, self)
            if child.nesting > 0:
                depth += 1
        html.depth = token.level
        self.write(html.leave(token.level - 1))

    def mark(self, token: Token) -> None:
        """The block of this token begins here: remember its line in the manuscript."""
        if token.map is not None:
            self.marks.append((len(self.pieces), 0, token.map[0] + 1))

    def replace_from(self, start: int, pieces: list[str | Slot]) -> None:
        """Put other pieces in the place of those from start on; line marks stay as they can."""
        last = line_ends(pieces)
        kept = []
        for at, extra, line in self.marks:
            if at > start:
                extra = min(last, line_ends(self.pieces[start:at]) + extra)
            kept.append((min(at, start), extra, line))
        self.marks = kept
        self.pieces[start:] = pieces

    def end_dropping(self) -> None:
        """Take out what was written since a refused element began."""
        del self.pieces[self.html.dropped_from :]
        self.html.dropping = None

    def report(self, rule: Rule, place: Span, message: str, hint: str | None = None) -> None:
        """Keep a finding."""
        self.found.append(rule.at(place, message, hint))

    def label(self, name: str) -> str:
        """A word of ours in the chapter's language."""
        from epubforge.language.labels import labels

        return labels(self.settings.language).get(name, name)

    def span(self, start: int, end: int) -> Span:
        """A stretch of the inline content that is being written, as a place in the source."""
        if self._whole is not None:
            return self._whole
        if self._inline is None:
            return self.source.span(start, end)
        if self._places is None:
            self._places = places(self._lines, self._inline)
        return self.source.span(*locate(self._places, start, end))

    def span_of(self, token: Token) -> Span:
        """Where the construct of a token stands: inline by its place in the content, block by its
        lines, or by its offsets where its rule kept them."""
        if self._whole is not None:
            return self._whole
        at = token.meta.get("at")
        if at is not None:
            return self.source.span(*at) if token.block else self.span(*at)
        first, last = token.map or (0, 1)
        return self.source.span(*self._lines.content(first, last))

    def lines_of(self, token: Token) -> Places:
        """Where each line of a block's content stands in the source."""
        return places(self._lines, token)

    def refuse_in_caption(self, thing: str) -> bool:
        """Report what a caption table cannot hold; False: this is none."""
        if self._whole is not None:
            self.found.append(inside_caption(self._whole, thing))
        return self._whole is not None

    def claim(self, ident: str, place: Span) -> str | None:
        """An id that the author gave, if it can be one and is the first of its name."""
        if not is_valid(ident):
            self.found.append(id_not_valid(place, ident))
            return None
        if ident in self._claimed:
            self.found.append(id_twice(place, ident))
            return None
        self._claimed.add(ident)
        self.anchors.append(Anchor(ident, place))
        return ident

    def make_id(self, wanted: str, place: Span | None = None) -> str:
        """An id made by us: no other in the chapter is equal to it."""
        ident = self._ids.make(wanted)
        if place is not None:
            self.anchors.append(Anchor(ident, place))
        return ident

    def report_unclear(self, token: Token) -> None:
        """Report what stands after a construct, looks like attributes, and is none."""
        at = token.meta.get("unclear")
        if at is not None:
            place = self.source.span(*at) if token.block else self.span(*at)
            text = self.source.text[place.start : place.end]
            self.found.append(unclear_attributes(place, text))

    def attributes(self, token: Token, extra: Attributes = NONE) -> str:
        """The attributes that a token was given, with a blank before each; `extra` first."""
        given = attributes_of(token)
        if not token.block and token.meta:
            self.report_unclear(token)
        if given is None:
            return "" if extra is NONE else self.attribute_text(extra, self.source.span())
        place = self.source.span(*given.at) if token.block else self.span(*given.at)
        return self.attribute_text(extra | given if extra is not NONE else given, place)

    def attribute_text(self, given: Attributes, place: Span) -> str:
        """Attributes as they are written; what may not be set is reported and left out."""
        if self._whole is not None:
            place = self._whole
        written = []
        ident = self.claim(given.id, place) if given.id else None
        if ident:
            written.append(f' id="{attribute(ident)}"')
        if given.classes:
            classes = " ".join(dict.fromkeys(given.classes))
            written.append(f' class="{attribute(classes)}"')
        for key, value in given.pairs:
            if key in ("lang", "xml:lang"):
                written.append(self.language(value, place))
            elif not is_value("", named(key), value):
                self.found.append(value_refused(place, key, value))
            else:
                written.append(f' {named(key)}="{attribute(value)}"')
                misspelt = attribute_misspelt(place, key)
                if misspelt is not None:
                    self.found.append(misspelt)
        if given.pairs and given.get("dir") is None:
            written.append(self.direction(given.get("lang") or given.get("xml:lang") or ""))
        for key in given.refused:
            self.found.append(attribute_refused(place, key))
        return "".join(dict.fromkeys(written))

    def language(self, tag: str, place: Span) -> str:
        """The attributes of a passage in another language."""
        standard = standard_tag(tag)
        if standard is None:
            self.found.append(language_not_valid(place, tag))
            return ""
        tag = standard
        self.languages[tag] = None
        return f' lang="{attribute(tag)}" xml:lang="{attribute(tag)}"'

    def direction(self, tag: str) -> str:
        """The `dir` of a passage in that language, where its lines run from right to left, or may
        stand among such ones."""
        if not tag or standard_tag(tag) is None:
            return ""
        own = direction_of(tag)
        around = {direction_of(known) for known in (self.settings.language, *self.languages)}
        return f' dir="{own}"' if "rtl" in around else ""

    def href(self, target: str, text: str, place: Span) -> bool:
        """Write the `href` of a link, a slot where only the book knows it; False: it has none."""
        if self._whole is not None:
            place = self._whole
        match link_leads(target):
            case Leads.OUTSIDE:
                outside = f"https:{target}" if target.startswith("//") else target
                self.write(f' href="{attribute(normalizeLink(outside.strip()))}"')
                return True
            case Leads.UNSAFE:
                self.found.append(unsafe_link(place, target))
            case Leads.NOWHERE:
                self.found.append(empty_link(place, text))
            case Leads.INSIDE if self._whole is not None:
                self.found.append(inside_caption(place, f"the link to {target}"))
            case Leads.INSIDE:
                self.write(Slot(SlotKind.HREF, len(self.links)))
                self.links.append(LinkUse(clean(target), clean(text), place))
                return True
        return False

    def link_text(self, index: int, text: str) -> None:
        """The text of a link that was opened before its text was known."""
        self.links[index] = replace(self.links[index], text=clean(text))

    def picture(self, use: PictureUse, attributes: str = "") -> bool:
        """Write an `img` with a slot for its source; False: it may not be in the book."""
        place = use.span if self._whole is None else self._whole
        if self.refuse_in_caption(f"the picture {use.target}"):
            return False
        match picture_leads(use.target):
            case Leads.OUTSIDE | Leads.UNSAFE:
                self.found.append(remote_picture(place, use.target))
                return False
            case Leads.NOWHERE:
                self.found.append(empty_picture(place, use.alt))
                return False
            case Leads.INSIDE:
                pass
        self.write(f'<img alt="{attribute(use.alt)}"')
        self.write(Slot(SlotKind.PICTURE, len(self.pictures)))
        role = ' role="presentation"' if use.decorative else ""
        self.write(f"{role}{attributes}/>")
        self.pictures.append(use)
        self.features.add("picture")
        return True
