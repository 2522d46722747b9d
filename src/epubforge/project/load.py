"""A folder on the disk turned into a `Project`, with all that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Outcome, Reporter, Rule, Severity
from epubforge.model.picture import PicturePolicy, PictureSource
from epubforge.model.profile import Profile, Viewport
from epubforge.model.project import Entry, Part, PlatesHere, Project
from epubforge.project.book_toml import BookToml, read_book_toml
from epubforge.project.contents import Order, Placed, arrange, in_natural_order, unlisted
from epubforge.project.disk import Disk, PlainDisk
from epubforge.project.editions import UNKNOWN_EDITION
from epubforge.project.errors import MistakeError, ProjectError
from epubforge.project.find import MANUSCRIPT, find, root_of
from epubforge.project.includes import all_included, read_includes
from epubforge.project.inside import file_inside, is_inside, shown, spelled
from epubforge.project.kinds import Wanted
from epubforge.project.manuscript import LEFT_OUT, Branch, Ground, Leaf, chapter_tree
from epubforge.project.modified import Witnesses
from epubforge.project.natural import nfc
from epubforge.project.pictures import Pictures, picture_at, pictures_below, shared_pictures
from epubforge.project.plates import ForEdition, PlatesRead, read_plates
from epubforge.project.profiles import choose_profile
from epubforge.project.reading import read_text
from epubforge.project.references import read_references
from epubforge.project.shared import Shelf, shelves
from epubforge.project.themes import choose_theme
from epubforge.project.toml_file import read_toml
from epubforge.project.trim import viewport_of
from epubforge.project.withheld import without_withheld
from epubforge.source import SourceFile, Span

__all__ = ["Environment", "ProjectError", "find", "load"]

EMPTY_MANUSCRIPT = Rule(
    "P025",
    "empty-manuscript",
    Severity.ERROR,
    """There is neither a chapter nor a plate.

Why it matters
    A book without a page is no valid EPUB.
Bad
    A folder manuscript that holds book.toml alone
Good
    manuscript/book.toml beside manuscript/01-first-chapter.md
""",
    blocking=True,
)

IMAGES = "images"


@dataclass(frozen=True, slots=True)
class Environment:
    """What comes from outside of the project."""

    source_date_epoch: str | None
    """The environment variable SOURCE_DATE_EPOCH."""
    themes: Path
    """The folder of the themes that come with epubforge."""
    disk: Disk = field(default_factory=PlainDisk)
    """What the project is read from."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """The project's place, and its settings as they were read."""

    root: Path
    location: Path
    source: SourceFile
    toml: BookToml
    environment: Environment


def load(
    start: Path, environment: Environment, edition: str | None = None
) -> Outcome[Project | None]:
    """The project that holds `start`, and everything that is wrong with its files and settings.

    A broken key counts as absent and a broken chapter as empty, so that one run shows all faults.
    The value is None only where the settings cannot be read at all, or know no such edition.

    Raises:
        ProjectError: there is no project.
    """
    found = find(start)
    root = Path(os.path.realpath(root_of(found)))
    location = root / found.relative_to(root_of(found))
    text = read_text(root, location)
    unread = [each for each in text.found if each.rule.blocking]
    if unread:
        return Outcome(None, tuple(map(_of_the_settings, text.found)))
    read = read_toml(text.value)
    if read.value is None:
        return Outcome(None, (*text.found, *read.found))
    settings = read_book_toml(read.value, edition or "")
    reporter = Reporter()
    reporter.extend((*text.found, *read.found, *settings.found))
    if any(each.rule is UNKNOWN_EDITION for each in settings.found):
        return Outcome(None, _in_reading_order(text.value, reporter.found))
    opened = _Opened(root, location, text.value, settings.value, environment)
    project = _project(opened, reporter)
    return Outcome(project, _in_reading_order(text.value, reporter.found))


def _of_the_settings(found: Diagnostic) -> Diagnostic:
    """The fault of a text where that text is book.toml: nothing can start without it."""
    return replace(found, rule=replace(found.rule, configuration=True))


def _project(opened: _Opened, reporter: Reporter) -> Project:
    root, toml = opened.root, opened.toml
    theme = choose_theme(root, opened.environment.themes, toml.theme, reporter)
    known = tuple(each.name for each in toml.editions)
    edition = ForEdition(toml.edition, known, toml.book.metadata.language)
    plates = read_plates(root, toml.plates, edition, reporter) if toml.plates else None
    chosen = choose_profile(root, toml.profile, reporter)
    references = read_references(root, toml.markdown, reporter)
    shared = shelves(root, toml.shared, reporter)
    ground = _ground(opened, (theme.folder, *(shelf.folder for shelf in shared)))
    chapters = Reporter()
    entries, missed = _entries(ground, opened, chapters)
    pictures, elsewhere = _pictures(ground, plates, shared)
    cover = _cover(root, toml.book.cover, reporter)
    project = Project(
        root=root,
        name=nfc(root.name),
        settings_file=opened.source,
        settings=replace(toml.settings, pictures=_policy(toml, chosen.profile)),
        metadata=replace(
            toml.book.metadata, title=toml.book.metadata.title or nfc(root.name) or "Untitled"
        ),
        theme=theme,
        entries=entries,
        pictures=pictures.found,
        elsewhere=elsewhere.foreign | elsewhere.found,
        refused=elsewhere.refused,
        media=elsewhere.media,
        cover=cover,
        cover_span=toml.book.cover.span if toml.book.cover else None,
        plates=plates.plates if plates else None,
        edition=toml.edition,
        viewport=_viewport(opened, chosen.profile, reporter),
        editions=edition.known,
        fixed_editions=frozenset(e.name for e in toml.editions if e.layout == "fixed"),
        profile=chosen.profile,
        bibliography=references.bibliography,
        citation_style=references.style,
        citation_style_file=references.style_file,
        citation_style_span=references.style_span,
        beside=_beside(root, (*(shelf.folder for shelf in shared), theme.folder)),
    )
    project = without_withheld(project, plates.withheld if plates else (), reporter)
    brought_in = Reporter()
    project = _with_includes(project, shared, brought_in)
    included = frozenset(path for path, _ in project.includes)
    reporter.extend(each for each in chapters.found if not _is_for_includes(each, included))
    reporter.extend(each for path, each in missed.items() if path not in included)
    reporter.extend(brought_in.found)
    files = (*(plates.files if plates else ()), *_located(root, (*references.files, *chosen.files)))
    date = opened.environment.disk.date(
        opened.source, lambda: _witnesses(project, opened, ground, files)
    )
    reporter.extend(date.found)
    return replace(project, modified=date.value)


def _beside(root: Path, folders: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(folder for folder in folders if not is_inside(root, folder))


def _viewport(opened: _Opened, profile: Profile, reporter: Reporter) -> Viewport | None:
    """The size of an edition's fixed pages, which have the shape of the printed ones."""
    if opened.toml.layout != "fixed":
        return None
    printed = opened.toml.book.metadata.print
    place = opened.toml.trim_span or opened.source.span()
    return viewport_of(printed.trim if printed else None, profile.viewport_pixels, place, reporter)


def _policy(toml: BookToml, profile: Profile) -> PicturePolicy:
    """What the settings say of pictures, and the profile where they say nothing."""
    most = toml.max_pixels or profile.max_pixels
    return replace(toml.settings.pictures, max_pixels=most, alpha=profile.alpha)


def _with_includes(project: Project, shared: tuple[Shelf, ...], reporter: Reporter) -> Project:
    inclusions = read_includes((Shelf(project.root), *shared), project.sources(), reporter)
    return replace(project, includes=all_included(inclusions), inclusions=inclusions)


def _is_for_includes(found: Diagnostic, included: frozenset[str]) -> bool:
    """Whether a text is said to be left out that a chapter includes."""
    if found.rule is not LEFT_OUT or not isinstance(found.place, Span):
        return False
    left_out = found.place.source.path
    return any(path == left_out or path.startswith(f"{left_out}/") for path in included)


def _ground(opened: _Opened, apart: tuple[Path, ...]) -> Ground:
    root = opened.root
    folder = root / MANUSCRIPT
    if opened.location.parent != folder and not folder.is_dir():
        folder = root
    return Ground(root, folder, (root / IMAGES, *apart))


def _entries(
    ground: Ground, opened: _Opened, reporter: Reporter
) -> tuple[tuple[Entry, ...], dict[str, Diagnostic]]:
    """The chapters as they are ordered; and by its path, what the order leaves out, as findings."""
    missed: dict[str, Diagnostic] = {}
    tree = chapter_tree(ground, reporter)
    contents, has_plates = opened.toml.contents, opened.toml.plates is not None
    placed: tuple[Placed, ...] = in_natural_order(tree, has_plates)
    if contents.chapters is not None:
        span = contents.span or opened.source.span()
        order = Order(contents.chapters, span, has_plates)
        placed = arrange(tree, order, ground, reporter)
        home = "" if ground.is_root else f"{shown(ground.root, ground.folder)}/"
        missed = {home + path: each for path, each in unlisted(tree, placed, order).items()}
    if not placed and not tree:
        reporter.add(_empty(ground, opened))
    read = _Reading(ground.root, opened.environment.disk, reporter)
    return tuple(read.entry(node) for node in placed), missed


def _empty(ground: Ground, opened: _Opened) -> Diagnostic:
    where = "the project" if ground.is_root else f"{shown(ground.root, ground.folder)}/"
    hint = "write one: a file whose name ends in .md"
    return EMPTY_MANUSCRIPT.at(opened.source.span(), f"there is no chapter in {where}", hint)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Chapters being read in their order."""

    root: Path
    disk: Disk
    reporter: Reporter

    def entry(self, node: Placed) -> Entry:
        match node:
            case PlatesHere():
                return node
            case Leaf():
                return self._text(node)
            case Branch():
                index = self._text(node.index) if node.index else None
                return Part(node.name, index, tuple(self.entry(each) for each in node.children))

    def _text(self, leaf: Leaf) -> SourceFile:
        text = self.disk.text(self.root, leaf.location)
        self.reporter.extend(text.found)
        return text.value


def _pictures(
    ground: Ground, plates: PlatesRead | None, shared: tuple[Shelf, ...]
) -> tuple[Pictures, Pictures]:
    """The book's own pictures, and those in the project's other folders and in shared ones."""
    own, others = Pictures(), pictures_below(ground.root, ground.root)
    folders = [ground.root / IMAGES] if ground.is_root else [ground.root / IMAGES, ground.folder]
    homes = tuple(f"{shown(ground.root, folder)}/" for folder in folders)
    for path in [path for path in others.found if path.startswith(homes)]:
        own.found[path] = others.found.pop(path)
    if plates:
        own.found.update(plates.pictures.found)
        others.refused.update(plates.pictures.refused)
    others.found = {path: each for path, each in others.found.items() if path not in own.found}
    outer = (shelf for shelf in shared if not is_inside(ground.root, shelf.folder))
    for below in map(shared_pictures, outer):
        others.found |= below.found
        others.refused |= below.refused
        others.media |= below.media
    return own, others


def _cover(root: Path, wanted: Wanted | None, reporter: Reporter) -> PictureSource | None:
    if wanted is None:
        return None
    try:
        return picture_at(root, file_inside(root, wanted))
    except MistakeError as mistake:
        reporter.add(mistake.diagnostic)
        return None


def _witnesses(
    project: Project, opened: _Opened, ground: Ground, tables: tuple[Path, ...]
) -> Witnesses:
    root = project.root
    theme = (project.theme.folder,) if is_inside(root, project.theme.folder) else ()
    styles = _located(root, project.theme.css)
    fonts = (font.location for font in project.theme.fonts)
    own = (opened.location, *tables, *theme, *styles, *(f for f in fonts if is_inside(root, f)))
    pictures = [each.location for each in project.pictures.values()]
    cover = (project.cover.location,) if project.cover else ()
    chapters = _located(root, project.sources())
    included = _located(root, (text for _, text in project.includes))
    folders = (ground.folder, root / IMAGES, *own, *cover, *_plate_folders(project), *included)
    return Witnesses(
        root,
        opened.source,
        opened.environment.source_date_epoch,
        project.metadata.modified,
        folders,
        (*own, *cover, *chapters, *pictures, *included),
    )


def _located(root: Path, sources: Iterable[SourceFile]) -> tuple[Path, ...]:
    """Where texts lie: their paths are in NFC, the disk may spell them otherwise."""
    return tuple(path for source in sources if (path := spelled(root, source.path)))


def _plate_folders(project: Project) -> tuple[Path, ...]:
    plates = project.plates.pictures if project.plates else ()
    return tuple({(project.root / plate.path).parent for plate in plates})


def _in_reading_order(
    settings: SourceFile, found: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """What is in the settings first, by place; then the files in the order of the book."""

    def key(diagnostic: Diagnostic) -> tuple[int, int, int]:
        place = diagnostic.place
        if isinstance(place, Span) and place.source.path == settings.path:
            return (0, place.start, place.end)
        return (1, 0, 0)

    return tuple(sorted(found, key=key))
