"""What stands after # in an address: an id, or a pointer of another kind."""

from __future__ import annotations

import re

_POINTER = re.compile(r"[A-Za-z][\w.-]*\(.*\)\Z|[A-Za-z]+=|:~:")


def is_id(fragment: str) -> bool:
    """Whether it names an element, and not a point, a time or a region.

    https://www.w3.org/TR/epub-33/#sec-container-iri, https://idpf.org/epub/linking/cfi/
    """
    return not _POINTER.match(fragment)
