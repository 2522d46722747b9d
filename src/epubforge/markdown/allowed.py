"""The raw HTML that may be in a book: elements, their attributes, and what becomes of the rest."""

from __future__ import annotations

import re
from typing import Final

ELEMENTS: Final = frozenset(
    "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup "
    "data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header "
    "hgroup hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small source "
    "span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr".split()
)
"""Flow and phrasing content that needs no program, and no file but pictures, sounds and films."""

RENAMED: Final = {
    "acronym": "abbr",
    "big": "span",
    "center": "div",
    "dir": "ul",
    "font": "span",
    "rb": "span",
    "strike": "s",
    "tt": "code",
}
"""Elements of older HTML, and what stands for them now."""

SVG: Final = frozenset(
    "svg g defs symbol title desc path rect circle ellipse line polyline polygon text tspan "
    "textpath lineargradient radialgradient stop clippath mask pattern marker filter feblend "
    "fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting "
    "fedisplacementmap fedistantlight feflood fefunca fefuncb fefuncg fefuncr fegaussianblur "
    "femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile "
    "feturbulence use metadata view".split()
)
MATHML: Final = frozenset(
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom mfenced "
    "menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr "
    "mtd mlabeledtr maction semantics annotation mglyph".split()
)

UNSAFE: Final = frozenset(
    "applet base button canvas datalist dialog embed fieldset form frame frameset iframe "
    "input keygen legend link map area marquee meta meter noembed noframes noscript object "
    "optgroup option output param picture portal progress script select slot style "
    "template textarea title track foreignobject animate animatemotion animatetransform set "
    "html head body plaintext xmp".split()
)
"""Programs, frames, forms, and files from elsewhere."""

EMPTY: Final = frozenset(
    "area base br col embed frame hr img input keygen link meta param source track wbr".split()
)
HIDES_CONTENT: Final = frozenset(
    "applet canvas embed iframe noembed noframes object script style template textarea xmp "
    "select datalist title".split()
)
"""Refused elements whose content is not text for a reader."""
KEPT_WITHOUT_TAG: Final = frozenset("html head body picture".split())
"""Refused elements that do no harm: only their tags go."""

GLOBAL: Final = frozenset(
    "class dir epub:type hidden id lang role style tabindex title translate xml:lang".split()
)
_OWN: Final[dict[str, frozenset[str]]] = {
    "audio": frozenset({"loop", "muted", "preload", "src"}),
    "a": frozenset({"href", "hreflang", "rel", "type"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "src"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "q": frozenset({"cite"}),
    "source": frozenset({"src", "type"}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "th": frozenset({"colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
    "video": frozenset({"height", "loop", "muted", "preload", "src", "width"}),
}
_SILENT: Final = frozenset({"width", "height", "loading", "decoding", "sizes", "fetchpriority"})
"""Of `img`: the book knows better, and nothing is lost."""

MEDIA: Final = frozenset({"audio", "source", "video"})
SWITCHES: Final = frozenset({"loop", "muted"})
"""Attributes that are there, or not; XML wants them to have a value."""

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
_UNSAFE_STYLE: Final = re.compile(
    r"url\s*\(|expression|@import|javascript:|behaviou?r\s*:|-moz-binding|\\|position\s*:\s*fixed|<",
    re.IGNORECASE,
)
_FAR: Final = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|javascript:|data:", re.IGNORECASE)


def is_allowed(element: str, attribute: str) -> bool:
    """Whether an element of HTML may have an attribute."""
    if attribute in GLOBAL or attribute in _OWN.get(element, ()):
        return True
    return attribute.startswith(("aria-", "data-")) and bool(_NAME.match(attribute))


def is_silently_left_out(element: str, attribute: str) -> bool:
    """Whether an attribute goes without a word."""
    return attribute.startswith("xmlns") or (
        (element == "img" and attribute in _SILENT)
        # Every player has its buttons.
        or (element in ("audio", "video") and attribute == "controls")
    )


def is_foreign_attribute(attribute: str) -> bool:
    """Whether an element of SVG or MathML may have an attribute of that name."""
    return bool(_NAME.match(attribute)) or attribute in ("xlink:href", "xml:lang", "xml:space")


def is_unsafe_value(attribute: str, value: str) -> bool:
    """Whether a value reaches out of the book, or hides a program."""
    if attribute == "style":
        return bool(_UNSAFE_STYLE.search(value))
    if attribute in ("href", "xlink:href"):
        return not value.startswith("#")
    return bool(_FAR.search(value))
