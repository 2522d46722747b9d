"""A project turned into what the Markdown step needs to know of it, for each chapter its own."""

from __future__ import annotations

from dataclasses import replace

from epubforge.model.document import MarkdownSettings
from epubforge.model.project import Project
from epubforge.source import SourceFile


def markdown_settings(project: Project) -> MarkdownSettings:
    """What every text of the book is read with: chapters, and captions too."""
    from epubforge.project.variables import variables_of

    settings = project.settings
    return MarkdownSettings(
        language=project.metadata.language,
        smart=settings.smart,
        edition=project.edition,
        variables=variables_of(project.metadata, settings.variables),
        notes=settings.notes,
        editions=project.editions,
    )


def chapter_settings(
    project: Project, chapters: tuple[SourceFile, ...]
) -> tuple[MarkdownSettings, ...]:
    """What each chapter is read with.

    It holds what this chapter can reach and nothing else, so that a change of one included text
    leaves the others as they were read before.
    """
    common = replace(markdown_settings(project), citations=bool(project.bibliography))
    if not project.inclusions:
        return (common,) * len(chapters)
    return tuple(_reaching(project, common, chapter) for chapter in chapters)


def _reaching(project: Project, common: MarkdownSettings, chapter: SourceFile) -> MarkdownSettings:
    reached = project.included_in(chapter)
    if not reached.files and not reached.refused:
        return common
    return replace(common, includes=reached.files, refused=reached.refused)
