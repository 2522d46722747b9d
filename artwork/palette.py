"""Paper and ink colours, in the sets that were mixed for the book."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """A paper, a dark key ink and two colours that may overprint."""

    paper: str
    key: str
    second: str
    third: str
    name: str


PALETTES: dict[str, Palette] = {
    "coal": Palette("#f0e4cb", "#1a1917", "#d99a33", "#b8492b", "black and lamp ochre"),
    "signal": Palette("#efe6d8", "#15305a", "#e2532e", "#f0b548", "deep blue and vermilion"),
    "oxide": Palette("#ecdfc8", "#211a18", "#a63d27", "#d6b06a", "oxide red and black"),
    "damp": Palette("#e8e9dc", "#20302d", "#86998f", "#f0c232", "green-grey and yellow"),
    "night": Palette("#ece3cf", "#131b34", "#5f7399", "#e8ae45", "night blue and bone"),
    "copper": Palette("#f0e5d3", "#12292d", "#3a8a83", "#e06c3c", "teal and orange"),
    "banner": Palette("#f2e8d6", "#17130f", "#cc2e20", "#a39c8d", "red and black"),
    "dusk": Palette("#f2e4d8", "#2c1834", "#b4566e", "#e9a541", "plum and rose"),
    "sand": Palette("#efe2c6", "#34211a", "#bd8f5b", "#d4552d", "brown and sand"),
    "steel": Palette("#f0ede4", "#1b1b1c", "#9b9e9d", "#e5573f", "black and steel grey"),
    "olive": Palette("#ece6cc", "#22261a", "#95934a", "#d86d2b", "olive and orange"),
    "enamel": Palette("#f3ead8", "#1c2c74", "#f0b624", "#dd4a31", "ultramarine and yellow"),
}


def rgb(colour: str) -> tuple[float, float, float]:
    """Return a hexadecimal colour as fractions of one."""
    r, g, b = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return r, g, b
