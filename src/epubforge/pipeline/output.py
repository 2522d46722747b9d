"""Where a book may be written: never over what it is made from."""

from __future__ import annotations

from pathlib import Path

from epubforge.model.project import Project


class OutputError(Exception):
    """The book cannot be written where it was asked for; the message says why in one line."""


def refuse_sources(target: Path, project: Project) -> None:
    """Raise OutputError if the target is a folder, a source of the book, or lies among them."""
    if target.is_dir():
        raise OutputError(f"{target} is a folder; name the file: {target / 'book.epub'}")
    real = target.resolve()
    for folder in source_folders(project):
        if real.is_relative_to(folder):
            raise OutputError(
                f"{target} lies among the book's sources in {folder}; write it somewhere else"
            )
    if target.exists() and any(_same(target, source) for source in source_files(project)):
        raise OutputError(f"{target} is a source of this book; write the book somewhere else")


def source_folders(project: Project) -> tuple[Path, ...]:
    """The folders that hold nothing but sources."""
    root = project.root.resolve()
    folders = {root / "manuscript", root / "images", project.theme.folder.resolve()}
    folders.update(picture.location.parent.resolve() for picture in project.pictures.values())
    return tuple(sorted(folders - {root}))


def source_files(project: Project) -> tuple[Path, ...]:
    """Every file that the book is made from."""
    style = (project.citation_style_file,) if project.citation_style_file else ()
    included = (text for _, text in project.includes)
    texts = (
        project.settings_file, *project.sources(), *project.theme.css, *project.bibliography,
        *style, *included,
    )  # fmt: skip
    named = tuple(project.root / source.path for source in texts)
    cover = (project.cover,) if project.cover else ()
    shown = (*project.pictures.values(), *project.elsewhere.values(), *cover)
    pictures = tuple(picture.location for picture in shown)
    fonts = tuple(font.location for font in project.theme.fonts)
    return named + pictures + fonts + tuple(m.location for m in project.media.values())


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)
