"""The whole collation of two books."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.collation.contents import (
    LineChange,
    ListChange,
    contents_changes,
    landmark_changes,
    page_changes,
)
from epubforge.collation.copy import Copy
from epubforge.collation.fields import (
    FieldChange,
    accessibility_changes,
    card_changes,
    metadata_changes,
)
from epubforge.collation.files import (
    FileChange,
    FontChange,
    StyleChange,
    file_changes,
    font_changes,
    style_changes,
)
from epubforge.collation.pairing import pair_documents, pair_files, renamed
from epubforge.collation.pictures import AltChange, PictureChange, alt_changes, picture_changes
from epubforge.collation.reading_order import DocumentChange, order_changes
from epubforge.collation.sizes import Growth, growth
from epubforge.collation.texts import TextChange, text_changes, words_in_and_out
from epubforge.inventory.take import Opened, Unread

_MOST = 1 << 30
"""Bytes of both books, unpacked, that are read to know their files again."""
_NOTHING = ListChange((), ())


@dataclass(frozen=True, slots=True)
class Collation:
    """What is not the same in two books."""

    identical: bool
    """They are the same bytes."""
    equal: bool
    """They hold the same files with the same bytes; how these are packed does not count."""
    title_before: str
    title_after: str
    folder: str = ""
    """The folder of both packages, where it is the same; nearly all paths begin with it."""
    metadata: tuple[FieldChange, ...] = ()
    accessibility: tuple[FieldChange, ...] = ()
    card: tuple[FieldChange, ...] = ()
    """What shops say of it, section by section."""
    contents: tuple[LineChange, ...] = ()
    landmarks: ListChange = _NOTHING
    pages: ListChange = _NOTHING
    documents: tuple[DocumentChange, ...] = ()
    words_in: int = 0
    words_out: int = 0
    text: tuple[TextChange, ...] = ()
    pictures: tuple[PictureChange, ...] = ()
    alts: tuple[AltChange, ...] = ()
    styles: tuple[StyleChange, ...] = ()
    fonts: tuple[FontChange, ...] = ()
    markup: tuple[FileChange, ...] = ()
    """Documents that changed in their markup alone: the text, and what stands for pictures, is as
    before."""
    files: tuple[FileChange, ...] = ()
    """All that is neither document nor picture, style or font."""
    sizes: Growth | None = None
    unread_before: tuple[Unread, ...] = ()
    """What could not be read, and so was not compared."""
    unread_after: tuple[Unread, ...] = ()


def collate(one: Opened, other: Opened) -> Collation:
    """What changed from the first book to the second, in bounded time."""
    together = one.inventory.sizes.unpacked + other.inventory.sizes.unpacked
    before, after = (Copy(each, by_content=together <= _MOST) for each in (one, other))
    titles = one.inventory.metadata.title, other.inventory.metadata.title
    if before.marks == after.marks:
        return Collation(False, True, *titles)
    documents = pair_documents(before.documents, after.documents)
    pictures, styles, fonts, rest = (
        pair_files(before.of_kind(*kinds), after.of_kind(*kinds))
        for kinds in (("pictures",), ("styles",), ("fonts",), _REST)
    )
    new_names = renamed((*documents, *pictures, *styles, *fonts, *rest))
    texts = text_changes(before, after, documents)
    alts = alt_changes(before, after, documents, new_names)
    ways = one.inventory.contents, other.inventory.contents
    words_in, words_out = words_in_and_out(texts)
    told = {each.after for each in texts} | {each.document for each in alts}
    told |= {each.to for document in texts for each in document.paragraphs if each.kind == "moved"}
    return Collation(
        False,
        False,
        *titles,
        folder=_folder(one.package.path, other.package.path),
        metadata=metadata_changes(one, other),
        accessibility=accessibility_changes(one, other),
        card=card_changes(one, other),
        contents=contents_changes(*ways, new_names),
        landmarks=landmark_changes(*ways, new_names),
        pages=page_changes(*ways),
        documents=order_changes(before, after, documents),
        words_in=words_in,
        words_out=words_out,
        text=texts,
        pictures=picture_changes(before, after, pictures),
        alts=alts,
        styles=style_changes(before, after, styles),
        fonts=font_changes(before, after, fonts),
        markup=tuple(
            each
            for each in file_changes(before, after, documents)
            if each.kind == "changed" and each.after not in told
        ),
        files=file_changes(before, after, rest),
        sizes=growth(before, after, (*documents, *pictures, *styles, *fonts, *rest)),
        unread_before=one.inventory.unread,
        unread_after=other.inventory.unread,
    )


def _folder(one: str, other: str) -> str:
    folder = one[: one.rfind("/") + 1]
    return folder if folder == other[: other.rfind("/") + 1] else ""


_REST = ("text", "audio", "video", "scripts", "other")
"""Text: what is no step of the reading order, as a rule the navigation document."""
