"""What kind of movement an exercise is, and what it is done with."""

from enum import StrEnum


class Mechanic(StrEnum):
    """Whether the exercise moves one joint or several."""

    ISOLATION = "isolation"
    COMPOUND = "compound"


class Pattern(StrEnum):
    """The movement in a coach's words; exercises of one pattern can stand in for each other."""

    HORIZONTAL_PRESS = "horizontal-press"
    INCLINE_PRESS = "incline-press"
    VERTICAL_PRESS = "vertical-press"
    DIP = "dip"
    FLY = "fly"
    HORIZONTAL_PULL = "horizontal-pull"
    VERTICAL_PULL = "vertical-pull"
    PULLOVER = "pullover"
    REAR_FLY = "rear-fly"
    LATERAL_RAISE = "lateral-raise"
    FRONT_RAISE = "front-raise"
    UPRIGHT_ROW = "upright-row"
    SHRUG = "shrug"
    SHOULDER_ROTATION = "shoulder-rotation"
    SCAPULAR = "scapular"
    ELBOW_FLEXION = "elbow-flexion"
    ELBOW_EXTENSION = "elbow-extension"
    WRIST_FLEXION = "wrist-flexion"
    WRIST_EXTENSION = "wrist-extension"
    FOREARM_ROTATION = "forearm-rotation"
    GRIP = "grip"
    SQUAT = "squat"
    LUNGE = "lunge"
    HINGE = "hinge"
    HIP_EXTENSION = "hip-extension"
    HIP_ABDUCTION = "hip-abduction"
    HIP_ADDUCTION = "hip-adduction"
    HIP_FLEXION = "hip-flexion"
    KNEE_EXTENSION = "knee-extension"
    KNEE_FLEXION = "knee-flexion"
    CALF_RAISE = "calf-raise"
    SHIN_RAISE = "shin-raise"
    TRUNK_FLEXION = "trunk-flexion"
    TRUNK_EXTENSION = "trunk-extension"
    TRUNK_ROTATION = "trunk-rotation"
    TRUNK_SIDE_BEND = "trunk-side-bend"
    BRACE = "brace"
    NECK = "neck"
    OLYMPIC = "olympic"
    JUMP = "jump"
    CARRY = "carry"
    CARDIO = "cardio"
    MOBILITY = "mobility"


class Equipment(StrEnum):
    """What the exercise is done with."""

    BARBELL = "barbell"
    EZ_BAR = "ez-bar"
    TRAP_BAR = "trap-bar"
    LANDMINE = "landmine"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    PLATE = "plate"
    CABLE = "cable"
    MACHINE = "machine"
    SMITH_MACHINE = "smith-machine"
    SLED = "sled"
    BAND = "band"
    SUSPENSION = "suspension"
    MEDICINE_BALL = "medicine-ball"
    STABILITY_BALL = "stability-ball"
    AB_WHEEL = "ab-wheel"
    BODYWEIGHT = "bodyweight"
    PULL_UP_BAR = "pull-up-bar"
    DIP_BARS = "dip-bars"
    BOX = "box"
    ROPE = "rope"
    CARDIO_MACHINE = "cardio-machine"


FREE_BARS = frozenset({Equipment.BARBELL, Equipment.EZ_BAR, Equipment.TRAP_BAR})
"""Loaded bars that no rail holds: a hand never leaves them."""
