"""Page templates of a theme to markup: the one door to Jinja2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from epubforge.render.theme import ThemeError

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_ENDING = ".xhtml.jinja"


class Templates:
    """The templates of a theme, each compiled once, and filled in a sandbox."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._environment = _environment(templates)

    def fill(self, page: str, values: Mapping[str, object]) -> str:
        """The template of that page with the values in it, escaped where they are not `markup`.

        Raises ThemeError where the template cannot be compiled or filled.
        """
        import jinja2

        try:
            return self._environment.get_template(page + _ENDING).render(values)
        except jinja2.TemplateSyntaxError as error:
            file = error.name or page + _ENDING
            raise ThemeError(file, error.lineno, error.message or "syntax error") from error
        except jinja2.TemplateNotFound as error:
            raise ThemeError(page + _ENDING, 1, f"there is no template {error}") from error
        except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise ThemeError(page + _ENDING, _line(error), str(error)) from error


def markup(text: str) -> object:
    """Well-formed XHTML, which a template does not escape."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - only what the stages before have made well-formed


def _environment(templates: Mapping[str, str]) -> SandboxedEnvironment:
    from jinja2 import DictLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _line(error: BaseException) -> int:
    """The template's line that was being filled: Jinja2 writes it into the traceback."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith((_ENDING, "<template>")):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
