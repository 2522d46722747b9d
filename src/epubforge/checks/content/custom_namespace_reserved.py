"""C140: custom namespace reserved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import EVENTS, MATHML, OPS, SSML, SVG, XHTML, XLINK, XML

RULE = Rule(
    "C140",
    "custom-namespace-reserved",
    Severity.ERROR,
    page="""\
An attribute is in a namespace of one's own that uses a name of the W3C or the IDPF.

Why it matters
    Their names mean what they say they mean.
Bad
    xmlns:my="http://www.idpf.org/my"
Good
    xmlns:my="https://example.org/my"
Reference
    EPUB 3.3, custom attributes: https://www.w3.org/TR/epub-33/#sec-xhtml-custom-attributes
""",
    equivalent="HTM-054",
)


_KNOWN = (XHTML, SVG, MATHML, OPS, XML, XLINK, SSML, EVENTS, "http://www.w3.org/2000/xmlns/")
_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://([^/?#]*)", re.I)


def custom_namespace_reserved(page: Page) -> Iterator[Diagnostic]:
    """Once for each namespace of a page of EPUB 3."""
    if not page.is_content3:
        return
    declared = {uri for _, uri, _ in page.document.namespaces if uri not in _KNOWN}
    suspects = {uri for uri in declared if (host := _HOST.match(uri)) and _is_reserved(host[1])}
    if not suspects:
        return
    for element in page.document.elements:
        for name in element.attributes:
            uri = name.rpartition(" ")[0]
            if uri in suspects:
                suspects.discard(uri)
                said = f"attributes in {uri} are not one's own"
                yield RULE.at(page.at(element), said, "choose a namespace of your own domain")


def _is_reserved(host: str) -> bool:
    return any(word in host for word in ("w3.org", "idpf.org"))
