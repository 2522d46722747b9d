"""Say in words what is drawn in each print, from the very parameters that drew it."""

from artwork.composition.plan import COUNT, spec
from artwork.helmet import HELMETS
from artwork.palette import PALETTES
from artwork.phrases import CLOTHES, HATS, HELD, PLACES, SCENES
from artwork.spec import Spec

LIMIT = 138


def _who(spec: Spec) -> str:
    """Name the sitter by age, sex and beard."""
    face = spec.face
    if face.female:
        return (
            "a young woman" if face.age < 0.2 else "an older woman" if face.age > 0.6 else "a woman"
        )
    if face.age < 0.2:
        return "a young man"
    hair = "bearded " if face.beard else "moustached " if face.moustache else ""
    if not hair and face.stubble:
        hair = "unshaven "
    if spec.family in ("eyes", "landscape", "hewer"):
        hair = ""
    if face.age > 0.8:
        return f"an old {hair}man"
    return "an unshaven man" if hair == "unshaven " else f"a {hair}man"


def _hat(spec: Spec) -> str:
    """Say what is on the head."""
    gear = spec.gear
    if gear.kind == "bun":
        return "with hair drawn back"
    if gear.kind == "hair":
        return "with bare head"
    noun = HATS[gear.kind]
    if gear.kind in HELMETS and not gear.lamp:
        return f"in a {noun} without a lamp"
    if gear.kind in HELMETS and not gear.lit:
        return f"in an unlit {noun}"
    return f"in a {noun}"


def _wear(spec: Spec, brief: bool) -> str:
    """Say what is worn below the chin, `brief` leaving out what lies over it."""
    clothes = CLOTHES[spec.dress.kind]
    extra = {"scarf": " and a scarf", "towel": " and a towel"}.get(spec.dress.scarf, "")
    if spec.dress.respirator:
        extra = " and a respirator"
    lead = "with" if spec.dress.kind == "bare" else "in"
    return f"{lead} {clothes}" if brief else f"{lead} {clothes}{extra}"


def _light(spec: Spec) -> str:
    """Say where the light falls from."""
    x = -spec.light.x if spec.mirror else spec.light.x
    if abs(x) < 0.25:
        return "lit from above"
    return "lit from the right" if x > 0 else "lit from the left"


def _sentence(spec: Spec, form: int, brief: bool = False) -> str:
    """Fill the family's phrase."""
    who, held = _who(spec), HELD[spec.pose.held]
    shape = {"oval": "an oval", "round": "a roundel", "arch": "an arch"}.get(spec.border, "a block")
    words = {
        "who": who,
        "Who": who[0].upper() + who[1:],
        "hat": _hat(spec),
        "wear": _wear(spec, brief),
        "place": PLACES.get(spec.backdrop, ""),
        "light": _light(spec),
        "held": held,
        "Held": held[0].upper() + held[1:],
        "shape": shape,
        "number": f"{spec.number:02d}"[-2:],
    }
    family = spec.family
    if family == "behind" and spec.pose.yaw < -40:
        family = "glance"
    if family == "beam" and abs(spec.camera.yaw) < 20:
        family = "dazzle"
    return SCENES[family][form].format(**words)


def describe(spec: Spec) -> str:
    """Return the alternative text of one print."""
    form = (spec.number // 27 + spec.number) % 2
    text = _sentence(spec, form)
    if len(text) >= LIMIT:
        text = _sentence(spec, form, brief=True)
    inks = PALETTES[spec.palette].name
    tails = [f", in {inks}", f"; {inks}", f". {inks[0].upper() + inks[1:]}"]
    extras = []
    if spec.pose.cigarette:
        extras.append(", smoking a cigarette")
    if _light(spec) not in text and spec.family not in (
        "silhouette",
        "lampbearer",
        "beam",
        "upward",
    ):
        extras.append(f", {_light(spec)}")
    for extra in [*extras[:1], tails[spec.number % 3], *extras[1:]]:
        if len(text) + len(extra) + 1 < LIMIT and not (text.count(".") and extra.startswith(",")):
            text += extra
    return text + "."


def captions() -> str:
    """Return the TOML text for all prints."""
    seen: set[str] = set()
    blocks = []
    for number in range(1, COUNT + 1):
        alt = describe(spec(number))
        if alt in seen or len(alt) >= 140 or '"' in alt:
            raise ValueError(f"plate {number}: unusable description: {alt}")
        seen.add(alt)
        blocks.append(
            "[[picture]]\n"
            f'file = "plate-{number:03d}.jpg"\n'
            f'caption = "Plate {number}"\n'
            f'alt = "{alt}"\n'
            'credit = "Drawn stand-in, epubforge"\n'
        )
    return "\n".join(blocks)
