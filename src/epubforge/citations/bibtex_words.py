"""The words of BibTeX and biblatex, each with the word of CSL for it."""

from __future__ import annotations

from typing import Final

TYPES: Final[dict[str, str]] = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "book": "book",
    "bookinbook": "chapter", "booklet": "pamphlet", "collection": "book",
    "conference": "paper-conference", "dataset": "dataset", "electronic": "webpage",
    "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case", "legislation": "legislation", "letter": "personal_communication",
    "manual": "book", "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture",
    "music": "song", "mvbook": "book", "mvcollection": "book", "mvproceedings": "book",
    "mvreference": "book", "online": "webpage", "patent": "patent", "performance": "performance",
    "periodical": "periodical", "phdthesis": "thesis", "proceedings": "book", "reference": "book",
    "report": "report", "review": "review", "software": "software", "standard": "standard",
    "suppbook": "chapter", "suppcollection": "chapter", "suppperiodical": "article-journal",
    "techreport": "report", "thesis": "thesis", "unpublished": "manuscript", "video":
    "motion_picture", "www": "webpage",
}  # fmt: skip
NAMES: Final[dict[str, str]] = {
    "author": "author", "bookauthor": "container-author", "director": "director",
    "editor": "editor", "translator": "translator", "illustrator": "illustrator",
    "holder": "author",
}  # fmt: skip
TEXTS: Final[dict[str, str]] = {
    "title": "title", "shorttitle": "title-short", "booktitle": "container-title",
    "journal": "container-title", "journaltitle": "container-title",
    "shortjournal": "container-title-short", "maintitle": "container-title",
    "series": "collection-title", "publisher": "publisher", "institution": "publisher",
    "school": "publisher", "organization": "publisher", "howpublished": "publisher",
    "address": "publisher-place", "location": "publisher-place", "volume": "volume",
    "volumes": "number-of-volumes", "issue": "issue", "pages": "page",
    "pagetotal": "number-of-pages", "chapter": "chapter-number", "edition": "edition",
    "type": "genre", "note": "note", "addendum": "note", "isbn": "ISBN", "issn": "ISSN",
    "doi": "DOI", "url": "URL", "langid": "language", "language": "language",
    "version": "version", "eventtitle": "event-title", "venue": "event-place",
    "origtitle": "original-title", "library": "archive",
}  # fmt: skip
VERBATIM: Final = frozenset({"doi", "url", "isbn", "issn"})
ORDINALS: Final[dict[str, str]] = {
    word: str(number)
    for number, words in enumerate(
        (
            ("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"),
            ("fifth", "5th"), ("sixth", "6th"), ("seventh", "7th"), ("eighth", "8th"),
            ("ninth", "9th"), ("tenth", "10th"),
        ),
        1,
    )
    for word in words
}  # fmt: skip
LANGUAGES: Final[dict[str, str]] = {
    "american": "en-US", "austrian": "de-AT", "british": "en-GB", "canadian": "en-CA",
    "chinese": "zh", "czech": "cs", "dutch": "nl", "english": "en", "french": "fr",
    "german": "de", "italian": "it", "japanese": "ja", "ngerman": "de", "polish": "pl",
    "portuguese": "pt", "russian": "ru", "spanish": "es", "swedish": "sv", "ukrainian": "uk",
    "ukenglish": "en-GB", "usenglish": "en-US", "brazilian": "pt-BR", "latin": "la",
}  # fmt: skip
