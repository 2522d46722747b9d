"""C047: property refines wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C047",
    "property-refines-wrong",
    Severity.ERROR,
    page="""\
A property of the metadata refines something that it cannot say anything about.

Why it matters
    Reading systems drop it: a role belongs to a person, a title's type to a title.
Bad
    <dc:title id="t">…</dc:title> <meta refines="#t" property="role">aut</meta>
Good
    <dc:creator id="c">…</dc:creator> <meta refines="#c" property="role">aut</meta>
Reference
    EPUB 3.3, meta properties vocabulary: https://www.w3.org/TR/epub-33/#app-meta-property-vocab
""",
    equivalent="RSC-005",
)


_PEOPLE = ("creator", "contributor", "publisher")
_TARGETS = {
    "authority": ("subject",),
    "term": ("subject",),
    "title-type": ("title",),
    "identifier-type": ("identifier", "source"),
    "role": _PEOPLE,
    "source-of": ("source",),
}


def property_refines_wrong(rendition: Rendition) -> Iterator[Diagnostic]:
    """What each property may refine; collections may also stand by themselves."""
    if not rendition.is_epub3:
        return
    named = rendition.package.document.named
    collections = {
        m.get("id").strip()
        for m in rendition.package.metas
        if m.get("property").strip() == "belongs-to-collection" and m.get("id")
    }
    for meta in rendition.package.metas:
        name, target = meta.get("property").strip(), meta.get("refines").strip()
        allowed = _TARGETS.get(name, ())
        ids = {f"#{e.get('id').strip()}" for each in allowed for e in named.get(f"{DC} {each}", ())}
        if name == "collection-type" or (name == "belongs-to-collection" and target):
            allowed, ids = ("belongs-to-collection",), {f"#{each}" for each in collections}
        if allowed and target not in ids:
            said = f"{name} must refine a {' or '.join(allowed)}"
            yield RULE.at(rendition.at(meta), said, "let it refine the id of one")
        if name == "source-of" and " ".join(meta.text().split()) != "pagination":
            yield RULE.at(
                rendition.at(meta), "source-of says pagination or nothing", "write pagination"
            )
