"""Muscles and heads of muscles that a lifter can aim at, and the groups they belong to.

The ids are shared by the body map, the exercise catalogue, the API and the signal lab.
"""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Which side of the body worked in a set."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class View(StrEnum):
    """The drawing of the body on which a muscle can be seen."""

    FRONT = "front"
    BACK = "back"


class Group(StrEnum):
    """Muscles a lifter names in one word."""

    NECK = "neck"
    TRAPS = "traps"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    BACK = "back"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARMS = "forearms"
    CORE = "core"
    HIPS = "hips"
    GLUTES = "glutes"
    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    CALVES = "calves"


class Muscle(StrEnum):
    """One region of the body map."""

    NECK_FRONT = "neck-front"
    NECK_BACK = "neck-back"
    UPPER_TRAPS = "upper-traps"
    MID_TRAPS = "mid-traps"
    LOWER_TRAPS = "lower-traps"
    FRONT_DELTS = "front-delts"
    SIDE_DELTS = "side-delts"
    REAR_DELTS = "rear-delts"
    ROTATOR_CUFF = "rotator-cuff"
    UPPER_CHEST = "upper-chest"
    LOWER_CHEST = "lower-chest"
    SERRATUS = "serratus"
    LATS = "lats"
    TERES_MAJOR = "teres-major"
    RHOMBOIDS = "rhomboids"
    SPINAL_ERECTORS = "spinal-erectors"
    BICEPS = "biceps"
    BRACHIALIS = "brachialis"
    TRICEPS_LONG = "triceps-long"
    TRICEPS_LATERAL = "triceps-lateral"
    TRICEPS_MEDIAL = "triceps-medial"
    BRACHIORADIALIS = "brachioradialis"
    FOREARM_FLEXORS = "forearm-flexors"
    FOREARM_EXTENSORS = "forearm-extensors"
    ABS = "abs"
    OBLIQUES = "obliques"
    HIP_FLEXORS = "hip-flexors"
    TENSOR_FASCIAE_LATAE = "tensor-fasciae-latae"
    ADDUCTORS = "adductors"
    GLUTE_MAX = "glute-max"
    GLUTE_MED = "glute-med"
    RECTUS_FEMORIS = "rectus-femoris"
    VASTUS_LATERALIS = "vastus-lateralis"
    VASTUS_MEDIALIS = "vastus-medialis"
    BICEPS_FEMORIS = "biceps-femoris"
    SEMITENDINOSUS = "semitendinosus"
    GASTROCNEMIUS = "gastrocnemius"
    SOLEUS = "soleus"
    TIBIALIS = "tibialis"
    PERONEALS = "peroneals"


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a muscle is called, in the gym and in the anatomy book, and where it is drawn."""

    muscle: Muscle
    name: str
    anatomical_name: str
    group: Group
    views: tuple[View, ...]


_FRONT = (View.FRONT,)
_BACK = (View.BACK,)
_ROUND = (View.FRONT, View.BACK)

ANATOMY: dict[Muscle, Anatomy] = {
    row.muscle: row
    for row in (
        Anatomy(Muscle.NECK_FRONT, "Front neck", "Sternocleidomastoideus", Group.NECK, _FRONT),
        Anatomy(
            Muscle.NECK_BACK, "Back neck", "Splenius and semispinalis capitis", Group.NECK, _BACK
        ),
        Anatomy(
            Muscle.UPPER_TRAPS, "Upper traps", "Trapezius, pars descendens", Group.TRAPS, _ROUND
        ),
        Anatomy(Muscle.MID_TRAPS, "Mid traps", "Trapezius, pars transversa", Group.TRAPS, _BACK),
        Anatomy(Muscle.LOWER_TRAPS, "Lower traps", "Trapezius, pars ascendens", Group.TRAPS, _BACK),
        Anatomy(
            Muscle.FRONT_DELTS,
            "Front delts",
            "Deltoideus, pars clavicularis",
            Group.SHOULDERS,
            _FRONT,
        ),
        Anatomy(
            Muscle.SIDE_DELTS, "Side delts", "Deltoideus, pars acromialis", Group.SHOULDERS, _ROUND
        ),
        Anatomy(
            Muscle.REAR_DELTS, "Rear delts", "Deltoideus, pars spinalis", Group.SHOULDERS, _BACK
        ),
        Anatomy(
            Muscle.ROTATOR_CUFF,
            "Rotator cuff",
            "Infraspinatus and teres minor",
            Group.SHOULDERS,
            _BACK,
        ),
        Anatomy(
            Muscle.UPPER_CHEST,
            "Upper chest",
            "Pectoralis major, pars clavicularis",
            Group.CHEST,
            _FRONT,
        ),
        Anatomy(
            Muscle.LOWER_CHEST,
            "Mid and lower chest",
            "Pectoralis major, pars sternocostalis",
            Group.CHEST,
            _FRONT,
        ),
        Anatomy(Muscle.SERRATUS, "Serratus", "Serratus anterior", Group.CHEST, _FRONT),
        Anatomy(Muscle.LATS, "Lats", "Latissimus dorsi", Group.BACK, _BACK),
        Anatomy(Muscle.TERES_MAJOR, "Teres major", "Teres major", Group.BACK, _BACK),
        Anatomy(Muscle.RHOMBOIDS, "Rhomboids", "Rhomboideus major and minor", Group.BACK, _BACK),
        Anatomy(Muscle.SPINAL_ERECTORS, "Lower back", "Erector spinae", Group.BACK, _BACK),
        Anatomy(Muscle.BICEPS, "Biceps", "Biceps brachii", Group.BICEPS, _FRONT),
        Anatomy(Muscle.BRACHIALIS, "Brachialis", "Brachialis", Group.BICEPS, _FRONT),
        Anatomy(
            Muscle.TRICEPS_LONG,
            "Triceps, long head",
            "Triceps brachii, caput longum",
            Group.TRICEPS,
            _BACK,
        ),
        Anatomy(
            Muscle.TRICEPS_LATERAL,
            "Triceps, outer head",
            "Triceps brachii, caput laterale",
            Group.TRICEPS,
            _BACK,
        ),
        Anatomy(
            Muscle.TRICEPS_MEDIAL,
            "Triceps, inner head",
            "Triceps brachii, caput mediale",
            Group.TRICEPS,
            _BACK,
        ),
        Anatomy(
            Muscle.BRACHIORADIALIS, "Brachioradialis", "Brachioradialis", Group.FOREARMS, _FRONT
        ),
        Anatomy(
            Muscle.FOREARM_FLEXORS,
            "Forearm flexors",
            "Flexores antebrachii",
            Group.FOREARMS,
            _FRONT,
        ),
        Anatomy(
            Muscle.FOREARM_EXTENSORS,
            "Forearm extensors",
            "Extensores antebrachii",
            Group.FOREARMS,
            _BACK,
        ),
        Anatomy(Muscle.ABS, "Abs", "Rectus abdominis", Group.CORE, _FRONT),
        Anatomy(
            Muscle.OBLIQUES,
            "Obliques",
            "Obliquus externus and internus abdominis",
            Group.CORE,
            _FRONT,
        ),
        Anatomy(Muscle.HIP_FLEXORS, "Hip flexors", "Iliopsoas", Group.HIPS, _FRONT),
        Anatomy(
            Muscle.TENSOR_FASCIAE_LATAE, "Outer hip", "Tensor fasciae latae", Group.HIPS, _FRONT
        ),
        Anatomy(Muscle.ADDUCTORS, "Inner thigh", "Adductores", Group.HIPS, _ROUND),
        Anatomy(Muscle.GLUTE_MAX, "Glutes", "Gluteus maximus", Group.GLUTES, _BACK),
        Anatomy(Muscle.GLUTE_MED, "Upper glutes", "Gluteus medius", Group.GLUTES, _BACK),
        Anatomy(Muscle.RECTUS_FEMORIS, "Quads, middle", "Rectus femoris", Group.QUADS, _FRONT),
        Anatomy(Muscle.VASTUS_LATERALIS, "Quads, outer", "Vastus lateralis", Group.QUADS, _FRONT),
        Anatomy(Muscle.VASTUS_MEDIALIS, "Quads, inner", "Vastus medialis", Group.QUADS, _FRONT),
        Anatomy(
            Muscle.BICEPS_FEMORIS, "Hamstrings, outer", "Biceps femoris", Group.HAMSTRINGS, _BACK
        ),
        Anatomy(
            Muscle.SEMITENDINOSUS,
            "Hamstrings, inner",
            "Semitendinosus and semimembranosus",
            Group.HAMSTRINGS,
            _BACK,
        ),
        Anatomy(Muscle.GASTROCNEMIUS, "Calves", "Gastrocnemius", Group.CALVES, _BACK),
        Anatomy(Muscle.SOLEUS, "Deep calves", "Soleus", Group.CALVES, _ROUND),
        Anatomy(Muscle.TIBIALIS, "Shins", "Tibialis anterior", Group.CALVES, _FRONT),
        Anatomy(
            Muscle.PERONEALS, "Outer shins", "Fibularis longus and brevis", Group.CALVES, _FRONT
        ),
    )
}


def members(group: Group) -> tuple[Muscle, ...]:
    """Muscles of `group`, in the order of the body from top to bottom."""
    return tuple(muscle for muscle, row in ANATOMY.items() if row.group is group)
