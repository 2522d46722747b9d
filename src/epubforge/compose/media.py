"""Which sounds and films a book uses, and what each is called inside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from epubforge.compose.destinations import Files, leaves_the_project, shown
from epubforge.compose.names import Names, slug
from epubforge.compose.pictures import manuscript_folder, other_case
from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.model.book import PlacedMedia
from epubforge.model.document import MediaKind, MediaUse
from epubforge.model.project import MediaSource, Project

MISSING = Rule(
    "L004",
    "missing-media",
    Severity.ERROR,
    """A chapter plays a sound or a film that is not in the project.

Why it matters
    The reader would press a button that does nothing, so no book is written.
Bad
    ![The shift bell](../media/bel.mp3)
Good
    ![The shift bell](../media/bell.mp3)
Reference
    EPUB 3.3, resources https://www.w3.org/TR/epub-33/#sec-publication-resources
""",
    blocking=True,
    equivalent="RSC-007",
)
OUTSIDE = Rule(
    "L005",
    "media-outside-project",
    Severity.ERROR,
    """A chapter names a sound or a film that lies outside the project's folder.

Why it matters
    Such a book can be built on one computer only, and a manuscript from elsewhere could carry
    private files off into a book. Nothing outside the project is read.
Bad
    ![The shift bell](/home/ada/bell.mp3)
Good
    ![The shift bell](../media/bell.mp3)
""",
    blocking=True,
)
FORMAT = Rule(
    "L006",
    "media-format",
    Severity.ERROR,
    """A sound is in a format that EPUB does not know.

Why it matters
    Reading systems need not play it, and a book with such a sound and nothing in its place is not
    valid.
Bad
    ![The shift bell](../media/bell.wav)
Good
    ![The shift bell](../media/bell.mp3)
Reference
    EPUB 3.3, core media types https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
    blocking=True,
    equivalent="RSC-032",
)

_SOUNDS = {
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "audio/mp4",
    ".oga": "audio/ogg; codecs=opus",
    ".ogg": "audio/ogg; codecs=opus",
    ".opus": "audio/ogg; codecs=opus",
}
_FILMS = {
    ".m4v": "video/mp4",
    ".mov": "video/quicktime",
    ".mp4": "video/mp4",
    ".ogv": "video/ogg",
    ".webm": "video/webm",
}
"""EPUB leaves the formats of films to reading systems; MP4 plays nearly everywhere."""


class Cinema:
    """The sounds and films of the book: each file stands in it once."""

    def __init__(self, project: Project, out: Reporter) -> None:
        self._sources: Mapping[str, MediaSource] = project.media
        self._refused = project.refused
        self._files = Files((*project.media, *project.refused), manuscript_folder(project))
        self._names = Names()
        self._placed: dict[str, PlacedMedia] = {}
        self._out = out

    @property
    def placed(self) -> tuple[PlacedMedia, ...]:
        """All of them, each once, in the order of their first use."""
        return tuple(self._placed.values())

    def named(self, use: MediaUse) -> PlacedMedia | None:
        """What a destination in the text names. Reports L003, L004, L005 and L006."""
        found = self._files.find(use.target, use.span.source.path)
        if found is None or found.path in self._refused:
            self._out.add(self._not_found(use, found.path if found else None))
            return None
        if not found.as_spelled:
            self._out.add(other_case(use.target, found.path, use.span))
        source = self._sources[found.path]
        media_type = _media_type(source.path, use.kind)
        if media_type is None:
            hint = "turn it into MP3, AAC in .m4a, or Opus"
            message = f"{source.path} is no sound that every reading system plays"
            self._out.add(FORMAT.at(use.span, message, hint))
            return None
        return self._place(source, media_type)

    def again(self, use: MediaUse) -> PlacedMedia | None:
        """What was asked for before; nothing is reported twice."""
        found = self._files.find(use.target, use.span.source.path)
        source = self._sources.get(found.path) if found is not None else None
        return self._placed.get(source.path) if source is not None else None

    def _place(self, source: MediaSource, media_type: str) -> PlacedMedia:
        if source.path not in self._placed:
            path = PurePosixPath(source.path)
            name = self._names.give(slug(path.stem), "media")
            href = f"media/{name}{path.suffix.lower()}"
            self._placed[source.path] = PlacedMedia(href, media_type, source.location, source.path)
        return self._placed[source.path]

    def _not_found(self, use: MediaUse, refused: str | None) -> Diagnostic:
        source = use.span.source.path
        inside = "copy the file into the project, and name it from the chapter's folder"
        if refused is not None:
            return OUTSIDE.at(use.span, f"{refused} {self._refused[refused]}", inside)
        near = self._files.similar(use.target, source)
        meant = f"did you mean {near}?" if near else None
        if leaves_the_project(use.target, source):
            message = f"{shown(use.target)} lies outside the project"
            return OUTSIDE.at(use.span, message, meant or inside)
        advice = "put the file there, or mend its name; it counts from the chapter's folder"
        message = f"there is no {_WORDS[use.kind]} {shown(use.target)}"
        return MISSING.at(use.span, message, meant or advice)


_WORDS: Mapping[MediaKind, str] = {"audio": "sound", "video": "film"}


def _media_type(path: str, kind: MediaKind) -> str | None:
    ending = PurePosixPath(path).suffix.lower()
    if kind == "audio":
        return _SOUNDS.get(ending)
    return _FILMS.get(ending, "application/octet-stream")
