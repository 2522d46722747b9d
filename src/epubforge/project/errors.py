"""What keeps a project from being opened at all."""

from __future__ import annotations


class ProjectError(Exception):
    """There is no project here; its one line names the place and says what to do."""
