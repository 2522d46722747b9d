"""The values that XHTML lets an attribute have: whether a given one is among them."""

from __future__ import annotations

import re
from typing import Final

_ROLES: Final = frozenset(
    "alert alertdialog application article banner blockquote button caption cell checkbox code "
    "columnheader combobox complementary contentinfo definition deletion dialog directory document "
    "emphasis feed figure form generic grid gridcell group heading img insertion link list listbox "
    "listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter "
    "navigation none note option paragraph presentation progressbar radio radiogroup region row "
    "rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong "
    "subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar "
    "tooltip tree treegrid treeitem".split()
)
"""https://www.w3.org/TR/wai-aria-1.2/#role_definitions"""
_DOC_ROLES: Final = frozenset(
    "abstract acknowledgments afterword appendix backlink biblioentry bibliography biblioref "
    "chapter colophon conclusion cover credit credits dedication endnote endnotes epigraph "
    "epilogue errata example footnote foreword glossary glossref index introduction noteref "
    "notice pagebreak pagefooter pageheader pagelist part preface prologue pullquote qna subtitle "
    "tip toc".split()
)
"""https://www.w3.org/TR/dpub-aria-1.1/#role_definitions"""
_ARIA: Final = frozenset(
    "activedescendant atomic autocomplete braillelabel brailleroledescription busy checked "
    "colcount colindex colspan controls current describedby description details disabled "
    "dropeffect errormessage expanded flowto grabbed haspopup hidden invalid keyshortcuts label "
    "labelledby level live modal multiline multiselectable orientation owns placeholder posinset "
    "pressed readonly relevant required roledescription rowcount rowindex rowspan selected setsize "
    "sort valuemax valuemin valuenow valuetext".split()
)
"""https://www.w3.org/TR/wai-aria-1.2/#state_prop_def"""
_WHOLE: Final = re.compile(r"-?\d{1,9}\Z")
_COUNT: Final = re.compile(r"[1-9]\d{0,3}\Z")
_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?)?)?\Z")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?\Z")
_FORMS: Final[dict[str, re.Pattern[str]]] = {
    # Reading systems, and EPUBCheck with them, take it for a link.
    "cite": re.compile(r"https://[\w.-]+(?:[/?#]\S*)?\Z"),
    "colspan": _COUNT,
    "dir": re.compile(r"(?:ltr|rtl|auto)\Z"),
    "rowspan": _COUNT,
    "scope": re.compile(r"(?:row|col|rowgroup|colgroup)\Z"),
    "span": _COUNT,
    "start": _WHOLE,
    "tabindex": re.compile(r"(?:0|-1)\Z"),
    "translate": re.compile(r"(?:yes|no)\Z"),
    # A prefix has to be declared for the whole page.
    "epub:type": re.compile(r"\s*(?!\s)[^:]+\Z"),
}
_OF_ELEMENTS: Final[dict[tuple[str, str], re.Pattern[str]]] = {
    ("del", "datetime"): _DAY,
    ("ins", "datetime"): _DAY,
    ("li", "value"): _WHOLE,
    ("ol", "type"): re.compile(r"[1aAiI]\Z"),
    ("time", "datetime"): _DATE,
}


def is_value(element: str, attribute: str, value: str) -> bool:
    """Whether an element may have an attribute of that value."""
    if attribute == "role":
        return bool(value.split()) and all(map(_is_role, value.split()))
    if attribute.startswith("aria-"):
        return attribute.removeprefix("aria-") in _ARIA
    form = _OF_ELEMENTS.get((element, attribute)) or _FORMS.get(attribute)
    return form is None or bool(form.match(value))


def _is_role(role: str) -> bool:
    return role in _ROLES or role.removeprefix("doc-") in _DOC_ROLES - {role}
