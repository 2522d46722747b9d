"""A007: a description that begins by saying that there is a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.shown import pictures
from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import language_of

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "A007",
    "alt-announces-picture",
    Severity.NOTE,
    page="""\
A description begins with "image of", "picture of" or "photo of".

Why it matters
    Screen readers say by themselves that a picture comes; the listener hears "image, image of a
    miner". With a hundred plates that is a hundred times. What kind of picture it is may be said
    where it matters: "pencil drawing of", "aerial photograph of".
    The words are known in the languages that have words of ours: "Bild von", "photo de", "фото".
Bad
    ![Image of a miner with a lamp](miner.jpg)
Good
    ![A miner with a lamp](miner.jpg)
Reference
    WAI tutorial on images: https://www.w3.org/WAI/tutorials/images/tips/
""",
)
_WORDS = {
    "en": r"(?:an?\s+|the\s+)?(?:image|picture|photo)\s+of\b",
    "de": r"(?:ein\s+|das\s+)?(?:bild|foto|fotografie|photo)\s+(?:von|vom|der|des|einer?s?)\b"
    r"|abbildung\s+(?:von|der|des|einer?s?)\b|(?:auf dem (?:bild|foto))\b",
    "fr": r"(?:une\s+|l['’])?(?:image|photo|photographie)\s+(?:de\b|du\b|des\b|d['’])",
    "es": r"(?:una\s+|la\s+)?(?:imagen|foto|fotografía)\s+(?:de|del)\b",
    "it": r"(?:una?\s+|l['’])?(?:immagine|foto|fotografia)\s+(?:di|del|dello|della|dei)\b",
    "pt": r"(?:uma\s+|a\s+)?(?:imagem|foto|fotografia)\s+(?:de|do|da|dos|das)\b",
    "nl": r"(?:een\s+|de\s+)?(?:afbeelding|foto|plaatje)\s+van\b",
    "pl": r"(?:obraz(?:ek)?|zdjęcie|fotografia)\s+(?=\w)",
    "ru": r"(?:фото(?:графия)?|изображение|картинка|снимок)\s+(?=\w)|на\s+(?:фото|снимке)\b",
    "uk": r"(?:фото(?:графія)?|зображення|картинка|світлина)\s+(?=\w)|на\s+(?:фото|світлині)\b",
    "he": r"(?:תמונה|צילום)\s+של\b",
    "ar": r"صورة\s+(?=\w)",
    "ja": r".{0,12}の(?:写真|画像)[。.]?$|(?:写真|画像)[:：]",  # the word for it stands last
    "zh": r".{0,12}的(?:照片|图片|圖片|相片)[。.]?$|(?:照片|图片|圖片)[:：]",
}
ANNOUNCEMENT = {tag: re.compile(words, re.IGNORECASE) for tag, words in _WORDS.items()}
"""By the language of the page, its primary subtag."""


def alt_announces_picture(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Such descriptions on pages in a language of which the words are known."""
    for picture in pictures(book):
        words = ANNOUNCEMENT.get(picture.language.lower().partition("-")[0])
        opening = words.match(picture.alt) if words else None
        if opening and not picture.is_decorative:
            yield RULE.at(
                picture.described,
                f"the description of {picture.name} begins with {quoted(opening.group())}",
                "begin with what is to be seen",
            )


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Such descriptions in a finished page."""
    for picture in page.pictures:
        if picture.alt and not picture.is_decorative:
            tag = language_of(page, picture.element)
            words = ANNOUNCEMENT.get(tag.lower().partition("-")[0])
            opening = words.match(picture.alt) if words else None
            if opening:
                yield RULE.at(
                    page.at(picture.element),
                    f"the description of {picture.name} begins with {quoted(opening.group())}",
                    "begin with what is to be seen",
                )
