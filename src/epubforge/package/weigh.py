"""What a publication will weigh as an EPUB, told without copying its pictures."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from epubforge.model.publication import Publication, Resource
from epubforge.package.container import is_stored, write_container


def weigh(publication: Publication) -> int:
    """The bytes of the book's file. Raises OSError where a resource's file cannot be looked at."""
    container = BytesIO()
    hollow = tuple(_hollow(resource) for resource in publication.resources)
    write_container(replace(publication, resources=hollow), container)
    stored = (_bytes(resource) for resource in publication.resources if is_stored(resource))
    return len(container.getvalue()) + sum(stored)


def _hollow(resource: Resource) -> Resource:
    return replace(resource, content=b"") if is_stored(resource) else resource


def _bytes(resource: Resource) -> int:
    content = resource.content
    return len(content) if isinstance(content, bytes) else content.stat().st_size
