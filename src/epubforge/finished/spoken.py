"""What is heard of a page by whoever does not see it: the names of its elements, its pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.tree.document import Element
from epubforge.tree.names import DC, MATHML, XML_LANG, local

_MOST_NODES = 2000
"""Of one element: nothing that is heard in one go has more."""
_MOST_LETTERS = 1000
_MOST_LABELS = 9
_LONGEST_NAME = 300
_NEAR = 50
_UNHEARD = frozenset({"script", "style", "audio", "video", "template"})
_ROOM = frozenset("br hr p div li td th dt dd h1 h2 h3 h4 h5 h6 figcaption caption".split())
_NO_ROLE = frozenset({"presentation", "none"})
_FOLDERS = re.compile(r"(?:\.\.?/)+")


@dataclass(frozen=True, slots=True)
class Told:
    """A picture of a page, and what is told in its place."""

    element: Element
    name: str
    """Its file as the page names it, without the steps up."""
    alt: str | None
    """The words; empty where it is decoration; None: nobody said anything."""
    is_decorative: bool
    """It is marked as telling nothing, whatever its words are."""

    @property
    def is_missed(self) -> bool:
        """Whether it means something, as far as can be seen, and no word says what."""
        return self.alt is None and not self.is_decorative


def said(element: Element) -> str:
    """The text of an element with what stands in the place of its pictures, on one line.

    It is said even where the element is hidden: whoever points to it wants it heard.
    """
    pieces: list[str] = []
    waiting: list[Element | str] = [element]
    room = _MOST_LETTERS
    for _ in range(_MOST_NODES):
        if not waiting or room < 0:
            break
        each = waiting.pop()
        if isinstance(each, str):
            pieces.append(each[:_MOST_LETTERS])
            room -= len(each.strip())
            continue
        name = local(each.name)
        if name in _ROOM:
            pieces.append(" ")
        own = "" if each is element else each.get("aria-label")
        if name in _UNHEARD or (each is not element and is_unheard(each)):
            continue
        if own.strip():
            pieces.append(own)
        elif name == "img":
            pieces.append(each.get("alt"))
        elif each.name == f"{MATHML} math" and each.get("alttext"):
            pieces.append(each.get("alttext"))
        else:
            waiting += reversed(each.content)
    return " ".join("".join(pieces).split())


def has_text(element: Element) -> bool:
    """Whether anything is written in an element, near its beginning."""
    waiting: list[Element | str] = [element]
    for _ in range(_NEAR):
        if not waiting:
            return False
        each = waiting.pop()
        if not isinstance(each, str):
            waiting += reversed(each.content)
        elif each.strip():
            return True
    return bool(waiting)


def name_of(page: Page, element: Element) -> str:
    """What a reading system calls an element: https://www.w3.org/TR/accname-1.2/

    Empty where it has nothing to say.
    """
    return (
        _labels(page, element.tokens("aria-labelledby"))
        or element.get("aria-label").strip()
        or element.get("alt").strip()
        or said(element)
        or element.get("title").strip()
    )


def links(page: Page) -> list[tuple[Element, str]]:
    """The links in the text of a page with their names; contents and regions are not text."""
    if page.is_navigation or page.is_data_navigation:
        return []
    found = (each for each in page.document.html("a") if "href" in each.attributes)
    return [(each, name_of(page, each)) for each in found]


def is_unheard(element: Element) -> bool:
    """Whether an element itself is kept from those who listen."""
    attributes = element.attributes
    return bool(attributes) and (
        attributes.get("aria-hidden", "").strip() == "true" or "hidden" in attributes
    )


def _labels(page: Page, ids: list[str]) -> str:
    """What the elements of these ids say; each is listened to once, however often it is named."""
    for each in ids[:_MOST_LABELS]:
        if each not in page.labels and each in page.by_id:
            page.labels[each] = said(page.by_id[each])
    names = " ".join(page.labels.get(each, "") for each in ids[:_MOST_LABELS])
    return names.strip()[:_LONGEST_NAME]


def is_hidden(page: Page, element: Element) -> bool:
    """Whether an element, or one around it, is kept from those who listen."""
    return page.hidden.of(element) is True


def hidden() -> Nearest[bool]:
    """Whether something around an element hides it."""
    return Nearest(lambda element: is_unheard(element) or None)


def is_presentation(element: Element) -> bool:
    """Whether its role says that it means nothing."""
    return "role" in element.attributes and not _NO_ROLE.isdisjoint(element.tokens("role"))


def language_of(page: Page, element: Element) -> str:
    """The tag of the language that an element is in; the book's where the page says none."""
    tag = page.languages.of(element)
    return language_of_book(page) if tag is None else tag


def languages() -> Nearest[str]:
    """The tag of the language that something around an element says."""
    return Nearest(_own_language)


def _own_language(element: Element) -> str | None:
    attributes = element.attributes
    tag = attributes.get(XML_LANG, attributes.get("lang")) if attributes else None
    return None if tag is None else tag.strip()


def language_of_book(page: Page) -> str:
    """The main language as the package says it; empty where it does not."""
    found = page.package.document.named.get(f"{DC} language", ())
    return next((e.text().strip() for e in found), "")


def pictures(page: Page) -> list[Told]:
    """The pictures that stand in the text of a page, in its order."""
    return [_told(page, element) for element in page.document.html("img")]


def _told(page: Page, element: Element) -> Told:
    alt = element.attributes.get("alt")
    is_marked = is_presentation(element) or is_hidden(page, element)
    words = name_of(page, element) if "alt" not in element.attributes or alt else ""
    return Told(
        element,
        picture_name(element.get("src")),
        words if words or alt is not None else None,
        is_marked or (alt is not None and not words),
    )


def picture_name(href: str) -> str:
    """What a message calls a picture."""
    href = href.strip()
    if href.startswith("data:") or not href:
        return "a picture in the page itself" if href else "a picture without a file"
    return _FOLDERS.sub("", href.partition("#")[0], count=1)[:200]
