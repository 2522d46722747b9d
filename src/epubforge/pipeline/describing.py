"""A project's descriptions to a sheet, and an editor's sheet to changes of the manuscript."""

from __future__ import annotations

import os
import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from epubforge.descriptions.row import Described, Texts
from epubforge.descriptions.sheet import Answer
from epubforge.descriptions.wishes import Wish, wishes
from epubforge.diagnostics import Diagnostic, Fix, Replacement, Reporter
from epubforge.fixes.apply import Original
from epubforge.model.document import Document, MarkdownSettings
from epubforge.model.picture import Caption, Picture
from epubforge.model.project import Project
from epubforge.pipeline.captions import plate_captions
from epubforge.pipeline.fixing import MendError, replace_file
from epubforge.pipeline.handing_on import chapter_settings
from epubforge.pipeline.recipe import load
from epubforge.pipeline.run import Run
from epubforge.pipeline.workers import read_all
from epubforge.project.inside import spelled
from epubforge.project.natural import matching
from epubforge.source import SourceFile

_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'",
                       "‚": "'", "–": "-", "—": "-"})  # fmt: skip
"""What typography makes of an editor's straight quotes and hyphens."""
_DRAWN = re.compile(r' alt="[^"]*"| role="[^"]*"| class="[^"]*"| aria-hidden="[^"]*"')


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A project's pictures with their descriptions; no project where it cannot be read."""

    project: Project | None
    pictures: tuple[Described, ...]
    found: tuple[Diagnostic, ...]
    settings: dict[str, MarkdownSettings]


@dataclass(frozen=True, slots=True)
class TextChange:
    """A file of the manuscript before and after; `before` is None where it is new."""

    path: str
    location: Path
    before: bytes | None
    after: bytes
    old: str
    """The texts, for showing the difference."""
    new: str


@dataclass(frozen=True, slots=True)
class Edited:
    """What a sheet changes; nothing is written yet."""

    changes: tuple[TextChange, ...]
    found: tuple[Diagnostic, ...]
    count: int


def survey_project(start: Path, run: Run | None = None) -> Surveyed:
    """All pictures of the book with their descriptions, and what is wrong with these.

    No picture is decoded. Raises ProjectError where there is no project.
    """
    from epubforge.checks.descriptions import description_faults
    from epubforge.compose.compose import compose
    from epubforge.compose.pictures import wanted
    from epubforge.descriptions.survey import survey

    run = run or Run()
    loaded = load(start, run)
    project = loaded.value
    if project is None:
        return Surveyed(None, (), loaded.found, {})
    sources = project.sources()
    settings = chapter_settings(project, sources)
    read = read_all(list(zip(sources, settings, strict=True)), run.jobs, lambda: None)
    documents = tuple(each.value for each in read)
    stand_ins = {
        source.path: Picture(source.path, "image/jpeg", 1, 1, b"")
        for source in wanted(project, documents)
    }
    book = compose(project, documents, stand_ins, plate_captions(project).value, None).value
    rows = survey(project, book, description_faults(book))
    known = {source.path: each for source, each in zip(sources, settings, strict=True)}
    return Surveyed(project, rows, loaded.found, known)


def apply_answers(surveyed: Surveyed, answers: Sequence[Answer]) -> Edited:
    """The changes of the manuscript that an editor's answers ask for.

    A chapter is read again with them: what would change anything but the descriptions that are
    meant is not made, and reported.
    """
    reporter = Reporter()
    project = surveyed.project
    if project is None:
        return Edited((), (), 0)
    by_file: dict[str, list[Wish]] = defaultdict(list)
    plates: list[Wish] = []
    for wish in wishes(surveyed.pictures, answers, reporter):
        (plates if wish.picture.use is None else by_file[wish.picture.span.source.path]).append(
            wish
        )
    changes: list[TextChange] = []
    done = 0
    for path, wanted in by_file.items():
        change, count = _chapter(project, path, wanted, surveyed, reporter)
        changes.extend(change)
        done += count
    if plates:
        made, count = _plates(project, plates, reporter)
        changes.extend(made)
        done += count
    return Edited(tuple(changes), reporter.found, done)


def write_changes(changes: Sequence[TextChange]) -> None:
    """Put the changed files in the place of the old ones, each whole or not at all.

    Raises MendError for the first that cannot be written, or that was changed meanwhile.
    """
    for change in changes:
        try:
            there = change.location.read_bytes() if change.location.exists() else None
            if there != change.before:
                raise MendError(f"{change.path} was changed meanwhile; run it again")
            if change.before is None:
                change.location.touch()
            replace_file(change.location, change.after)
        except OSError as fault:
            reason = (fault.strerror or "it cannot be written").lower()
            raise MendError(f"{change.path} cannot be written: {reason}") from fault


def _location(project: Project, path: str) -> Path | None:
    found = spelled(project.root, path) if not path.startswith("../") else None
    return Path(os.path.realpath(found)) if found and found.is_file() else None


def _chapter(
    project: Project, path: str, wanted: Sequence[Wish], surveyed: Surveyed, reporter: Reporter
) -> tuple[list[TextChange], int]:
    location = _location(project, path)
    original = Original.of(path, location.read_bytes()) if location else None
    if location is None or original is None or original.source.text != _text(wanted):
        for wish in wanted:
            reporter.add(wish.not_written("its text lies outside the project"))
        return [], 0
    settings = surveyed.settings.get(path) or next(
        iter(surveyed.settings.values()), MarkdownSettings("en")
    )
    made = _tried(original, wanted, settings)
    written = list(wanted)
    if made is None:  # one of them cannot be written: the others can
        made, written = original, []
        for wish in wanted:
            tried = _tried(original, [*written, wish], settings)
            if tried is None:
                reporter.add(wish.not_written("it would change what stands around it"))
            else:
                made, written = tried, [*written, wish]
    if not written:
        return [], 0
    change = TextChange(path, location, original.data, made.data, original.text, made.text)
    return [change], len(written)


def _text(wanted: Sequence[Wish]) -> str:
    return wanted[0].picture.span.source.text


def _tried(
    original: Original, wanted: Sequence[Wish], settings: MarkdownSettings
) -> Original | None:
    """The text with these descriptions; None where it does not read as it should."""
    from epubforge.descriptions.in_markdown import replacements

    made = [replacements(wish.picture, wish.texts) for wish in wanted]
    if not all(made):
        return None
    pieces = sorted((piece for each in made for piece in each), key=lambda each: each.span.start)
    changed = original.with_fixes([Fix(tuple(pieces))])
    before, after = _read(original.source, settings), _read(changed.source, settings)
    wishes_at = {wish.picture.span.start: wish.texts for wish in wanted}
    return changed if _is_as_wished(before, after, wishes_at) else None


def _read(source: SourceFile, settings: MarkdownSettings) -> Document:
    from epubforge.constructs import CONSTRUCTS
    from epubforge.markdown.read import read

    return read(source, settings, CONSTRUCTS).value


def _is_as_wished(before: Document, after: Document, wanted: dict[int, Texts]) -> bool:
    old, new = before.outline.pictures, after.outline.pictures
    if len(old) != len(new) or _drawn(before) != _drawn(after):
        return False
    for was, now in zip(old, new, strict=True):
        own = was.span.source.path == before.source.path
        texts = wanted.get(was.span.start) if own else None
        alt, decorative = (
            (texts.alt, texts.decorative) if texts is not None else (was.alt, was.decorative)
        )
        # An empty alt of an HTML tag is decoration, whoever wrote it.
        emptied = was.from_html and not alt and not now.alt
        same = now.decorative == decorative and _alike(now.alt, alt)
        if was.target != now.target or not (same or emptied):
            return False
    return True


def _drawn(document: Document) -> str:
    texts = (piece if isinstance(piece, str) else repr(piece) for piece in document.body)
    return _DRAWN.sub("", "".join(texts))


def _alike(one: str, other: str) -> bool:
    def bare(text: str) -> str:
        return "".join(text.translate(_SAME).replace("…", "...").replace("--", "-").split())

    return bare(one) == bare(other)


def _plates(
    project: Project, wanted: Sequence[Wish], reporter: Reporter
) -> tuple[list[TextChange], int]:
    """The caption table with the plates' descriptions; a new one where the book has none."""
    path = caption_table_of(project)
    if path is None:
        return _new_table(project, wanted, reporter)
    location = _location(project, path)
    if location is None:
        for wish in wanted:
            reporter.add(wish.not_written(f"{path} cannot be read"))
        return [], 0
    data = location.read_bytes()
    is_toml = location.suffix.lower() == ".toml"
    edit = _toml_text if is_toml else _csv_text
    made = edit(project, path, data, wanted)
    if isinstance(made, str):
        for wish in wanted:
            reporter.add(wish.not_written(made))
        return [], 0
    old, new, after = made
    return [TextChange(path, location, data, after, old, new)], len(wanted)


def caption_table_of(project: Project) -> str | None:
    """The path of the table that the settings name for the plates, from the project's root."""
    table = tomllib.loads(project.settings_file.text).get("plates", {})
    path = table.get("captions") if isinstance(table, dict) else None
    return str(PurePosixPath(path)) if isinstance(path, str) else None


def _in_table(wish: Wish) -> bool:
    return wish.picture.row is not None and not wish.picture.row.inscribed


def _toml_text(
    project: Project, path: str, data: bytes, wanted: Sequence[Wish]
) -> tuple[str, str, bytes] | str:
    from epubforge.descriptions.in_toml import replacements
    from epubforge.project.caption_writing import row_as_toml

    original = Original.of(path, data)
    if original is None:
        return f"{path} is not UTF-8"
    pieces = [
        piece
        for wish in wanted
        if (row := wish.picture.row) is not None and _in_table(wish)
        for piece in replacements(row, _row_texts(wish), wish.texts)
    ]
    source = original.source
    new = "".join(
        f"\n{row_as_toml(_new_row(project, wish))}" for wish in wanted if not _in_table(wish)
    )
    if new:
        ending = "" if source.text.endswith("\n") or not source.text else "\n"
        pieces.append(Replacement(source.span(len(source.text)), ending + new))
    changed = original.with_fixes([Fix(tuple(pieces))])
    try:
        tomllib.loads(changed.source.text)
    except tomllib.TOMLDecodeError:
        return f"{path} lists its pictures in a way that nothing can be added to"
    return original.text, changed.text, changed.data


def _csv_text(
    project: Project, path: str, data: bytes, wanted: Sequence[Wish]
) -> tuple[str, str, bytes] | str:
    from epubforge.descriptions.in_csv import cells_of
    from epubforge.descriptions.in_csv import changed as changed_cells
    from epubforge.project.captions import ROW
    from epubforge.project.csv_table import read_table

    table = read_table(path, data, [key.name for key in ROW.keys]).value
    if table is None:
        return f"{path} cannot be read"
    rows = {
        row.span.start: cells_of(_row_texts(wish), wish.texts)
        for wish in wanted
        if (row := wish.picture.row) is not None and _in_table(wish)
    }
    new = [
        (_new_row(project, wish).file, cells_of(Texts(), wish.texts))
        for wish in wanted
        if not _in_table(wish)
    ]
    original = Original(path, table.encoding.text(data))
    changed = original.with_fixes([Fix(changed_cells(table, rows, new))])
    try:
        return original.text, changed.text, table.encoding.data(changed.text)
    except UnicodeEncodeError as error:
        letter = changed.text[error.start]
        return f"{path} is in {table.encoding.name}, which has no {letter}; save it as UTF-8"


def _row_texts(wish: Wish) -> Texts:
    """What the table says itself, without what is taken from the picture's file."""
    row, texts = wish.picture.row, wish.picture.texts.folded()
    if row is None:
        return Texts()
    return Texts(
        texts.alt if "alt" in row.spans else "",
        row.decorative,
        texts.longdesc if "longdesc" in row.spans else "",
    )


def _new_row(project: Project, wish: Wish) -> Caption:
    path, texts = PurePosixPath(wish.picture.name), wish.texts
    plates = project.plates.plates if project.plates else ()
    stems = [matching(PurePosixPath(plate.path).stem) for plate in plates]
    is_alone = stems.count(matching(path.stem)) < 2
    return Caption(
        path.name if is_alone else str(path),
        wish.span,
        alt=texts.alt,
        decorative=texts.decorative,
        longdesc=texts.longdesc,
    )


def _new_table(
    project: Project, wanted: Sequence[Wish], reporter: Reporter
) -> tuple[list[TextChange], int]:
    from epubforge.project.caption_writing import as_toml

    settings = project.settings_file
    folder = PurePosixPath(settings.path).parent
    path = str(folder / "captions.toml")
    location = project.root / path
    home = _location(project, settings.path)
    original = Original.of(settings.path, home.read_bytes()) if home else None
    plates = project.plates
    if location.exists() or home is None or original is None or plates is None:
        for wish in wanted:
            reporter.add(wish.not_written(f"[plates] names no captions, and {path} is there"))
        return [], 0
    text = as_toml([_new_row(project, wish) for wish in wanted])
    at = settings.text.find("\n", plates.span.start)
    at = len(settings.text) if at < 0 else at
    piece = Replacement(settings.span(at), f'\ncaptions = "{path}"')
    changed = original.with_fixes([Fix((piece,))])
    try:
        tomllib.loads(changed.source.text)
    except tomllib.TOMLDecodeError:
        for wish in wanted:
            reporter.add(wish.not_written("[plates] names no captions"))
        return [], 0
    return [
        TextChange(path, location, None, text.encode("utf-8"), "", text),
        TextChange(settings.path, home, original.data, changed.data, original.text, changed.text),
    ], len(wanted)
