"""C093: uuid malformed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C093",
    "uuid-malformed",
    Severity.WARNING,
    page="""\
An identifier says that it is a UUID, and is none.

Why it matters
    Shops and libraries compare it with others' by its parts.
Bad
    <dc:identifier>urn:uuid:1234</dc:identifier>
Good
    <dc:identifier>urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8</dc:identifier>
Reference
    RFC 9562: https://www.rfc-editor.org/rfc/rfc9562
""",
    equivalent="OPF-085",
)


_UUID = re.compile(r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\Z")


def uuid_malformed(rendition: Rendition) -> Iterator[Diagnostic]:
    """The book's own identifier, by the prefix urn:uuid:."""
    root = rendition.package.document.root
    own = root.get("unique-identifier").strip() if root is not None else ""
    for element in rendition.package.document.named.get(f"{DC} identifier", ()):
        text = element.text().strip()
        is_uuid = text.lower().startswith("urn:uuid:") and element.get("id").strip() == own
        if is_uuid and not _UUID.match(text[9:]):
            said = f"{text} is no UUID"
            yield RULE.at(rendition.at(element), said, "write 8-4-4-4-12 hexadecimal digits")
