"""The parameters of one print: sitter, pose, light, setting, inks and manner of cutting."""

from dataclasses import dataclass, field

from artwork.anatomy import Face
from artwork.dress import Dress
from artwork.helmet import Headgear
from artwork.mesh import Part
from artwork.render import Camera, Light


@dataclass(frozen=True)
class Pose:
    """Turn of the head on the shoulders, stance, and what the hands do."""

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    lean: float = 0.0
    legs: str = ""
    held: str = "none"
    cigarette: bool = False
    gloves: bool = False
    sleeve: float = 1.0


@dataclass(frozen=True)
class Cut:
    """How tone becomes ink: the screen, where the key starts, outlines and halo."""

    screen: str = "contour"
    period: float = 11.0
    amp: float = 0.22
    level: float = 0.36
    outline: float = 0.6
    halo: float = 0.0
    angle: float = 20.0
    facet: int = 0


@dataclass(frozen=True)
class Scheme:
    """Below which tone each part takes the second and the third ink (9 = always)."""

    second: dict[Part, float] = field(default_factory=dict)
    third: dict[Part, float] = field(default_factory=dict)
    shade: dict[Part, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Spec:
    """Everything that decides one print."""

    number: int
    family: str
    face: Face = field(default_factory=Face)
    gear: Headgear = field(default_factory=Headgear)
    dress: Dress = field(default_factory=Dress)
    pose: Pose = field(default_factory=Pose)
    camera: Camera = field(default_factory=Camera)
    light: Light = field(default_factory=Light)
    cut: Cut = field(default_factory=Cut)
    scheme: Scheme = field(default_factory=Scheme)
    palette: str = "coal"
    backdrop: str = "plain"
    border: str = "bleed"
    body: bool = True
    mirror: bool = False
    silhouette: bool = False
    split: bool = False
    beam: bool = False
    layout: str = ""
