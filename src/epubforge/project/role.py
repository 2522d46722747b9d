"""A contributor's role as it is written turned into its MARC relator code."""

from __future__ import annotations

from epubforge.diagnostics import Rule, Severity
from epubforge.model.relators import RELATORS
from epubforge.project.node import Node
from epubforge.project.suggest import did_you_mean

UNKNOWN_ROLE = Rule(
    "P009",
    "unknown-role",
    Severity.ERROR,
    """A contributor's role is neither a MARC relator code nor the English term of one.

Why it matters
    Libraries and shops say who wrote, who photographed and who translated a book by these codes.
Bad
    roles = ["photograper"]
Good
    roles = ["photographer"]
Reference
    MARC Code List for Relators https://www.loc.gov/marc/relators/relaterm.html
""",
    blocking=True,
    configuration=True,
)


def read_role(node: Node) -> str:
    """The code of a role that is written as code or term, in any case.

    Raises:
        MistakeError: no role is called so.
    """
    written = node.text()
    role = " ".join(written.casefold().split())
    if role in RELATORS:
        return role
    terms = {term: code for code, term in RELATORS.items()}
    if role in terms:
        return terms[role]
    meant = did_you_mean(role, terms if len(role) > 3 else [*RELATORS, *terms])
    hint = 'write a MARC relator: "author", "photographer", "translator", or its code: "aut", "pht"'
    raise node.mistake(UNKNOWN_ROLE, f"no role is called {written}{meant}", hint)
