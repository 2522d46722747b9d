"""A book to its pages and its stylesheet: slots filled, pages wrapped by the theme's templates."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.parsers import expat

from epubforge.diagnostics import Diagnostic, Outcome, Reporter, Rule, Severity
from epubforge.model.book import Book, Chapter, ContentsPage, CoverPage, Page, PlatePage
from epubforge.model.project import ThemeChoice
from epubforge.model.publication import LineMap, Resource
from epubforge.render.imprint import credits_of, facts, series
from epubforge.render.slots import filled
from epubforge.render.stylesheet import HREF, kind, stylesheet
from epubforge.render.templates import Templates, markup
from epubforge.render.theme import CLASSIC, Theme, ThemeError, read_theme
