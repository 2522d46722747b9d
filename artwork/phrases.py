"""The words used to describe settings, headgear, clothes, actions and compositions."""

PLACES = {
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
    "pithead": "beneath a huge winding tower",
}

HATS = {
    "fibre": "crested helmet",
    "ribbed": "ribbed helmet",
    "brimmed": "broad-brimmed helmet",
    "peaked": "peaked helmet",
    "domed": "round helmet",
    "cap": "cloth cap",
    "beanie": "knitted hat",
    "kerchief": "headscarf",
}

HELD = {
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

CLOTHES = {
    "jacket": "an open jacket",
    "overall": "bib overalls",
    "coat": "a buttoned coat",
    "vest": "a sleeveless vest",
    "bare": "bare shoulders",
    "sweater": "a roll-neck sweater",
    "reflective": "a jacket with bright bands",
}

SCENES = {
    "monument": (
        "{Who} {hat} seen from below {place}, {wear}",
        "Seen from below, {who} {hat} {place}, {wear}",
    ),
    "closeup": (
        "Very close: the face of {who} {hat}, {light}",
        "The face of {who} {hat} fills the sheet, {light}",
    ),
    "profile": (
        "Profile of {who} {hat}, {wear}, {place}",
        "{Who} {hat} cut in profile {place}, {wear}",
    ),
    "cameo": (
        "Bust of {who} {hat} set in {shape}, {place}",
        "Set in {shape}, {who} {hat}, {wear}, {place}",
    ),
    "number": (
        "{Who} {hat} at the foot of a huge number {number}",
        "A huge number {number} stands over {who} {hat}",
    ),
    "split": (
        "{Who} {hat}, face on, half positive and half negative",
        "One frontal face, half in negative: {who} {hat}",
    ),
    "beam": (
        "A cap lamp cuts the dark beside the face of {who} {hat}",
        "{Who} {hat}, head turned, the lamp's beam opening the dark",
    ),
    "dazzle": (
        "{Who} {hat} faces us, the cap lamp throwing rays through the dark",
        "Rays from a cap lamp burst round the face of {who} {hat}",
    ),
    "upward": (
        "{Who} {hat} looks up {place}, {wear}",
        "Face lifted {place}: {who} {hat}, {wear}",
    ),
    "bowed": (
        "{Who} {hat}, head bowed and eyes lowered, {place}",
        "Eyes lowered, {who} {hat} {place}, {light}",
    ),
    "planes": (
        "{Who} {hat}, the head cut in hard planes {place}",
        "Hard planes of light build the head of {who} {hat} {place}",
    ),
    "dotted": (
        "{Who} {hat} in coarse halftone {place}, {light}",
        "Coarse dots make the face of {who} {hat} {place}",
    ),
    "cropped": (
        "Half a face at the sheet's edge: {who} {hat} {place}",
        "{Who} {hat}, cut by the edge of the sheet, {place}",
    ),
    "proof": (
        "{Who} {hat}, {wear}, {place}, over a bare foot of paper",
        "A proof with a deep foot: {who} {hat}, {wear}, {place}",
    ),
    "toiler": (
        "{Who} {hat} {held} {place}",
        "{Held}, {who} {hat} {place}, {wear}",
    ),
    "hands": (
        "{Who} {hat}, {held}, {place}",
        "{Held}: {who} {hat} {place}, {wear}",
    ),
    "wall": (
        "{Who} {hat}, {held}, squarely {place}",
        "{Held}, {who} {hat} faces us {place}, {wear}",
    ),
    "lampbearer": (
        "{Who} {hat} {held} that lights the face, {place}",
        "Lit by a safety lamp raised at one side, {who} {hat} {place}",
    ),
    "behind": (
        "A miner {hat} seen from the back {place}, {wear}",
        "From behind: a miner {hat} {place}, {wear}",
    ),
    "glance": (
        "{Who} {hat} glances back over the shoulder {place}",
        "Over the shoulder, {who} {hat} looks aside {place}, {wear}",
    ),
    "landscape": (
        "A small figure {place}: {who} {hat}, {held}",
        "{Who} {hat}, whole and small {place}, {held}",
    ),
    "silhouette": (
        "The outline of a helmeted miner {place}, {held}",
        "Black against the light {place}, a helmeted miner, {held}",
    ),
    "hewer": (
        "In a low seam {who} {hat} kneels {place}, {held}",
        "{Who} {hat} kneeling {place}, {held}",
    ),
    "horizon": (
        "Low on the sheet, {who} {hat} {place}, {wear}",
        "{Who} {hat} at the foot of the sheet {place}",
    ),
    "shift": (
        "{Who} {hat} stands forward {place}, {wear}",
        "Ahead of the rest, {who} {hat} {place}, {wear}",
    ),
    "washed": (
        "After the shift, {who} {hat}, {wear}, {place}",
        "{Who} {hat}, {wear}, {place}",
    ),
    "shadow": (
        "{Who} {hat}, {held}, throws a great shadow {place}",
        "A great shadow behind {who} {hat}, {held}, {place}",
    ),
    "quartet": (
        "One head printed four times, inks exchanged: {who} {hat}",
        "Four prints of {who} {hat} on one sheet, {light}",
    ),
    "eyes": (
        "Only the eyes of {who} in a slot cut through solid ink",
        "A slot in solid ink opens on the eyes of {who}",
    ),
}
