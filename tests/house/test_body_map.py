"""The body map draws the muscles of the library: each on its own views, and no others."""

import re
from pathlib import Path

import pytest

from innervate.training.anatomy import ANATOMY, Muscle, View

DRAWING = Path(__file__).parents[2] / "web" / "src" / "parts" / "bodymap"
_KEY = re.compile(r"^  '?([a-z-]+)'?: \[", re.MULTILINE)


@pytest.mark.parametrize("view", View)
def test_every_muscle_is_drawn_where_it_can_be_seen(view: View) -> None:
    drawn = _KEY.findall((DRAWING / f"{view}.ts").read_text("utf-8"))
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == {muscle for muscle, row in ANATOMY.items() if view in row.views}


def test_the_map_names_the_muscles_in_the_order_of_the_library() -> None:
    source = (DRAWING / "muscles.ts").read_text("utf-8")
    listed = source.split("MUSCLES = [")[1].split("]")[0]
    assert sorted(re.findall(r"'([a-z-]+)'", listed)) == sorted(Muscle)
    assert re.findall(r"'([a-z-]+)'", listed) == list(Muscle)


def test_fibres_belong_to_muscles_of_the_same_view() -> None:
    front, back = (DRAWING / "fibres.ts").read_text("utf-8").split("FIBRES_BACK")
    for view, text in ((View.FRONT, front), (View.BACK, back)):
        assert all(view in ANATOMY[Muscle(name)].views for name in _KEY.findall(text))
