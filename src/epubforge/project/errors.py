"""What keeps a project, or a value of its settings, from being read."""

from __future__ import annotations

from epubforge.diagnostics import Diagnostic


class ProjectError(Exception):
    """There is no project here; its one line names the place and says what to do."""


class MistakeError(Exception):
    """A value of the settings that cannot be read, or a file that they name in vain.

    It stays inside this room: who asked for the value keeps the finding and goes on.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
