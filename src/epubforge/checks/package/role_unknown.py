"""C096: role unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.model.relators import RELATORS
from epubforge.tree.names import OPF

RULE = Rule(
    "C096",
    "role-unknown",
    Severity.ERROR,
    page="""\
A contributor's role is none of the codes for roles.

Why it matters
    Shops cannot tell author, editor and translator apart.
Bad
    <dc:creator opf:role="author">…</dc:creator>
Good
    <dc:creator opf:role="aut">…</dc:creator>
Reference
    OPF 2.0.1, contributors: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.2.6
    MARC relators: https://www.loc.gov/marc/relators/
""",
    equivalent="OPF-052",
)


def role_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 2: codes have three letters; those that begin with oth. are one's own."""
    for element in rendition.package.document.elements if not rendition.is_epub3 else ():
        role = element.attributes.get(f"{OPF} role")
        if role is not None and role not in RELATORS and not role.startswith("oth."):
            yield RULE.at(
                rendition.at(element), f"there is no role {role}", "write aut, edt, trl, ill …"
            )
