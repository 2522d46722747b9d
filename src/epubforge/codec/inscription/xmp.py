"""XMP properties turned into texts in the book's language: IPTC Photo Metadata Standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from epubforge.codec.inscription.rdf import Property

_EMPTY = Property()
_LOCATION = (
    "Iptc4xmpExt:Sublocation", "Iptc4xmpExt:City", "Iptc4xmpExt:ProvinceState",
    "Iptc4xmpExt:CountryName",
)  # fmt: skip


def one(found: Mapping[str, Property], name: str, language: str) -> str:
    """A property's text: of several in different languages, the one that the book needs.

    The language itself, else one of its kin (`de` for `de-AT`), else the one that is marked as
    the default, else the first.
    """
    return chosen(found.get(name, _EMPTY), language)


def chosen(value: Property, language: str) -> str:
    """As `one`, of a value."""
    if not value.items:
        return value.text
    texts = [(tag.lower().replace("_", "-"), item.text) for tag, item in value.items if item.text]
    wanted = language.lower()
    kin = [(tag.partition("-")[0], text) for tag, text in texts]
    for known, tag in ((texts, wanted), (kin, wanted.partition("-")[0]), (texts, "x-default")):
        for own, text in known:
            if own == tag:
                return text
    return texts[0][1] if texts else ""


def several(found: Mapping[str, Property], name: str, language: str) -> tuple[str, ...]:
    """The texts of a list; a text alone is a list of one."""
    value = found.get(name, _EMPTY)
    items = [item for _, item in value.items] or [value]
    texts = (chosen(item, language) for item in items)
    return tuple(dict.fromkeys(text for text in texts if text))


def place(found: Mapping[str, Property], language: str) -> str:
    """Where it was taken or what place it shows, from the nearest to the widest; never by GPS."""
    core = [
        one(found, "Iptc4xmpCore:Location", language),
        *(one(found, f"photoshop:{part}", language) for part in ("City", "State", "Country")),
    ]
    if any(core):
        return joined(core)
    for name in ("Iptc4xmpExt:LocationShown", "Iptc4xmpExt:LocationCreated"):
        value = found.get(name, _EMPTY)
        for structure in (value, *(item for _, item in value.items)):
            parts = [one(structure.fields, part, language) for part in _LOCATION]
            if any(parts):
                return joined(parts)
    return ""


def joined(parts: list[str]) -> str:
    """The parts of a place, each once: Berlin is a city and a state."""
    return ", ".join(dict.fromkeys(part for part in parts if part))


def people(found: Mapping[str, Property], language: str) -> tuple[str, ...]:
    """Who is to be seen, as the IPTC fields for it name them."""
    named = several(found, "Iptc4xmpExt:PersonInImage", language)
    details = found.get("Iptc4xmpExt:PersonInImageWDetails", _EMPTY)
    told = (
        one(item.fields, "Iptc4xmpExt:PersonName", language)
        for item in (details, *(item for _, item in details.items))
    )
    return tuple(dict.fromkeys((*named, *filter(None, told))))


def faces(found: Mapping[str, Property], language: str) -> tuple[str, ...]:
    """The names of marked faces: Metadata Working Group's regions, and Microsoft's."""
    return tuple(dict.fromkeys(_faces(found, language)))


def _faces(found: Mapping[str, Property], language: str) -> Iterator[str]:
    regions = found.get("mwg-rs:Regions", _EMPTY).fields.get("mwg-rs:RegionList", _EMPTY)
    for _, region in regions.items:
        sort = one(region.fields, "mwg-rs:Type", language)
        name = one(region.fields, "mwg-rs:Name", language)
        if name and sort in {"", "Face"}:
            yield name
    regions = found.get("MP:RegionInfo", _EMPTY).fields.get("MPRI:Regions", _EMPTY)
    for _, region in regions.items:
        if name := one(region.fields, "MPReg:PersonDisplayName", language):
            yield name
