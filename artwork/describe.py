"""Say in words what is drawn in each print, from the very parameters that drew it."""

from artwork.composition.plan import COUNT, spec
from artwork.helmet import HELMETS
from artwork.palette import PALETTES
from artwork.spec import Spec

LIMIT = 138

_PLACES = {
    "plain": "against flat colour",
    "paper": "on bare paper",
    "dark": "out of solid darkness",
    "scored": "on a ground of gouge marks",
    "disc": "before a great disc",
    "rays": "before a fan of rays",
    "chevrons": "before stacked chevrons",
    "stripes": "before slanting hazard stripes",
    "halves": "before two flats of colour",
    "splitkey": "on a sheet split between dark and light",
    "seam": "before slanting beds of coal",
    "gallery": "in a timbered gallery",
    "rails": "where rails run down a round tunnel",
    "headframe": "by a winding tower",
    "tips": "under slag heaps and a winding tower",
    "bricks": "against a brick wall",
    "lockers": "before changing-room lockers",
    "cage": "before the mesh of the lift cage",
    "night": "under stars and a thin moon",
    "smoke": "beside smoking chimneys",
    "clouds": "under banked clouds",
    "shaft": "below the daylight of the shaft",
    "crew": "before the outlines of the crew",
    "beds": "between beds of black rock",
    "dawn": "before a low sun and slag heaps",
}

_HATS = {
    "fibre": "crested helmet",
    "ribbed": "ribbed helmet",
    "brimmed": "broad-brimmed helmet",
    "peaked": "peaked helmet",
    "domed": "round helmet",
    "cap": "cloth cap",
    "beanie": "knitted hat",
    "kerchief": "headscarf",
}

_HELD = {
    "shovel": "gripping a coal shovel",
    "pick": "with a pick over one shoulder",
    "pick_front": "holding a pick upright",
    "hammer": "holding a pneumatic hammer",
    "lantern": "raising a safety lamp",
    "lantern_low": "carrying a safety lamp",
    "mug": "both hands round a tin mug",
    "rope": "with a coil of rope across the chest",
    "crossed": "arms folded",
    "handle": "hands resting on an upright handle",
    "helmet_held": "holding a helmet to the chest",
    "none": "arms at the sides",
}

_CLOTHES = {
    "jacket": "an open jacket",
    "overall": "bib overalls",
    "coat": "a buttoned coat",
    "vest": "a sleeveless vest",
    "bare": "bare shoulders",
    "sweater": "a roll-neck sweater",
    "reflective": "a jacket with bright bands",
}

_SCENES = {
    "monument": ("{Who} {hat} seen from below {place}, {wear}", "Seen from below, {who} {hat} {place}, {wear}"),
    "closeup": ("Very close: the face of {who} {hat}, {light}", "The face of {who} {hat} fills the sheet, {light}"),
    "profile": ("Profile of {who} {hat}, {wear}, {place}", "{Who} {hat} cut in profile {place}, {wear}"),
    "cameo": ("Bust of {who} {hat} in {shape}, {place}", "In {shape}, {who} {hat}, {wear}, {place}"),
    "number": ("{Who} {hat} at the foot of a huge number {number}", "A huge number {number} over {who} {hat}"),
    "split": ("{Who} {hat}, face on, half positive and half negative", "One frontal face, half in negative: {who} {hat}"),
    "beam": ("A cap lamp cuts the dark beside the face of {who} {hat}", "{Who} {hat}, head turned, the lamp's beam opening the dark"),
    "upward": ("{Who} {hat} looking up {place}, {wear}", "Face lifted {place}: {who} {hat}, {wear}"),
    "bowed": ("{Who} {hat}, head bowed and eyes lowered, {place}", "Eyes lowered, {who} {hat} {place}, {light}"),
    "planes": ("{Who} {hat}, the head cut in hard planes {place}", "Hard planes of light build the head of {who} {hat} {place}"),
    "dotted": ("{Who} {hat} in coarse halftone {place}, {light}", "Coarse dots make the face of {who} {hat} {place}"),
    "cropped": ("Half a face at the sheet's edge: {who} {hat} {place}", "{Who} {hat}, cut by the edge of the sheet, {place}"),
    "proof": ("{Who} {hat}, {wear}, in a block above bare paper, {place}", "A proof with a deep foot: {who} {hat}, {wear}, {place}"),
    "toiler": ("{Who} {hat} {held} {place}", "{Held}, {who} {hat} {place}, {wear}"),
    "hands": ("{Who} {hat}, {held}, {place}", "{Held}: {who} {hat} {place}, {wear}"),
    "wall": ("{Who} {hat}, {held}, squarely {place}", "{Held}, {who} {hat} faces us {place}, {wear}"),
    "lampbearer": ("{Who} {hat} {held}, its light on the face, {place}", "Lit by the safety lamp raised at one side, {who} {hat} {place}"),
    "behind": ("{Back} {hat} {place}, {wear}", "From behind: {back} {hat} {place}, {wear}"),
    "landscape": ("A small figure {place}: {who} {hat}, {held}", "{Who} {hat}, whole and small {place}, {held}"),
    "silhouette": ("The outline of a helmeted miner {place}, {held}", "Black against the light {place}, a helmeted miner, {held}"),
    "hewer": ("In a low seam {who} {hat} kneels {place}, {held}", "{Who} {hat} kneeling {place}, {held}"),
    "horizon": ("Low on the sheet, {who} {hat} {place}, {wear}", "{Who} {hat} at the foot of the sheet {place}"),
    "shift": ("{Who} {hat} stands forward {place}, {wear}", "Ahead of the rest, {who} {hat} {place}, {wear}"),
    "washed": ("After the shift, {who} {hat}, {wear}, {place}", "{Who} {hat}, {wear}, {place}"),
}  # fmt: skip


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
    if face.age > 0.8:
        return f"an old {hair}man"
    return f"an unshaven man" if hair == "unshaven " else f"a {hair}man"


def _hat(spec: Spec) -> str:
    """Say what is on the head."""
    gear = spec.gear
    if gear.kind == "bun":
        return "with hair drawn back"
    if gear.kind == "hair":
        return "without a helmet"
    noun = _HATS[gear.kind]
    if gear.kind in HELMETS and not gear.lamp:
        return f"in a {noun} without a lamp"
    if gear.kind in HELMETS and not gear.lit:
        return f"in a {noun}, lamp out"
    return f"in a {noun}"


def _wear(spec: Spec) -> str:
    """Say what is worn below the chin."""
    clothes = _CLOTHES[spec.dress.kind]
    extra = {"scarf": " and scarf", "towel": " and a towel"}.get(spec.dress.scarf, "")
    if spec.dress.respirator:
        extra = " and a respirator"
    lead = "with" if spec.dress.kind == "bare" else "in"
    return f"{lead} {clothes}{extra}"


def _light(spec: Spec) -> str:
    """Say where the light falls from."""
    x = -spec.light.x if spec.mirror else spec.light.x
    if abs(x) < 0.25:
        return "lit from above"
    return "lit from the right" if x > 0 else "lit from the left"


def _sentence(spec: Spec, form: int) -> str:
    """Fill the family's phrase."""
    who, held = _who(spec), _HELD[spec.pose.held]
    seen = spec.pose.yaw < -40
    back = f"{who}, glancing back" if seen else "a miner"
    if spec.family == "behind" and not seen:
        back = "a miner seen from the back" if form == 0 else "a miner"
    shape = {"oval": "an oval", "round": "a round", "arch": "an arch"}.get(spec.border, "a block")
    words = {
        "who": who,
        "Who": who[0].upper() + who[1:],
        "hat": _hat(spec),
        "wear": _wear(spec),
        "place": _PLACES.get(spec.backdrop, ""),
        "light": _light(spec),
        "held": held,
        "Held": held[0].upper() + held[1:],
        "back": back,
        "Back": back[0].upper() + back[1:],
        "shape": shape,
        "number": f"{spec.number:02d}"[-2:],
    }
    return _SCENES[spec.family][form].format(**words)


def describe(spec: Spec) -> str:
    """Return the alternative text of one print."""
    form = (spec.number // 24 + spec.number) % 2
    text = _sentence(spec, form)
    inks = PALETTES[spec.palette].name
    tails = [f", in {inks}", f"; {inks}", f". {inks[0].upper() + inks[1:]}"]
    extras = []
    if spec.pose.cigarette:
        extras.append(", smoking a cigarette")
    if _light(spec) not in text and spec.family not in ("silhouette", "lampbearer", "beam"):
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
