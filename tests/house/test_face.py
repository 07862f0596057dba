"""`import innervate` is cheap and needs nothing that has to be installed."""

import subprocess
import sys

import innervate

_HEAVY = ("numpy", "scipy", "django", "ninja", "allauth", "pydantic", "uvicorn")
_LOADED = """
import sys, time
before = time.process_time()
import innervate
spent = time.process_time() - before
for name in {names}: getattr(innervate, name)
print(spent, *sorted(set(sys.modules) & set({heavy})))
"""


def test_the_face_loads_nothing_heavy_and_costs_nothing() -> None:
    program = _LOADED.format(names=innervate.__all__, heavy=_HEAVY)
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert said[1:] == []
    assert float(said[0]) < 0.05


def test_every_name_of_the_face_is_there_and_explained() -> None:
    for name in innervate.__all__:
        assert getattr(innervate, name).__doc__, f"innervate.{name} says nothing about itself"


def test_the_face_shows_what_it_has() -> None:
    assert set(innervate.__all__) <= set(dir(innervate))
    assert not hasattr(innervate, "nothing_of_the_kind")
