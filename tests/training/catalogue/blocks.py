"""A sound exercise block as text, and ways to bend it."""

import tomllib
from typing import Any

from innervate.training.anatomy import Muscle
from innervate.training.exercise import SensorSite

SITES = {
    muscle: SensorSite(muscle, "On the belly of the muscle.", is_seniam=True)
    for muscle in (Muscle.LOWER_CHEST, Muscle.FRONT_DELTS)
}

FLY = """
[test-fly]
name = 'Test fly'
aliases = ['Fly of the test']
mechanic = 'isolation'
pattern = 'fly'
equipment = ['cable']
targets = ['lower-chest']
secondary = ['upper-chest']
hands = 'one-arm'
tempo = '3-0-1-1'
reps = [10, 20]
load_step_kg = 2.5
sensors = ['lower-chest']
[test-fly.compensators]
front-delts = 'The shoulders roll forward.'
[test-fly.cues]
internal = 'Bring the arms in with the chest.'
external = 'Hug a barrel.'
holistic = 'Wide and calm.'
[test-fly.touch]
during = 'The free hand on the chest.'
"""


def fly(*, without: tuple[str, ...] = (), **changes: object) -> dict[str, Any]:
    """The block of the test fly, with some keys changed and some left out."""
    block = {**tomllib.loads(FLY)["test-fly"], **changes}
    return {key: value for key, value in block.items() if key not in without}


SITES_TOML = """
[lower-chest]
name = 'On the chest.'
is_seniam = false
"""
