"""The core keeps frozen values only: what was said, offered or decided cannot be changed behind anybody's back."""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError, is_dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from tests.builders import after, before
from tests.core.diaries import Story
from walkcoach import core
from walkcoach.core.symptoms import Symptom


def dataclasses() -> Iterator[Any]:
    """Every dataclass of the core."""
    for found in iter_modules(core.__path__):
        module = import_module(f"{core.__name__}.{found.name}")
        for kept in vars(module).values():
            if isinstance(kept, type) and is_dataclass(kept) and kept.__module__ == module.__name__:
                yield kept


@pytest.mark.parametrize("kind", tuple(dataclasses()), ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_every_dataclass_of_the_core_is_frozen_and_has_no_room_for_more(kind: Any) -> None:
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)


def test_a_decision_and_its_state_cannot_be_changed() -> None:
    story = Story().at(20)
    for value, name in ((story.asked(), "kind"), (story.state, "level"), (story.asked().segments[0], "length_s")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)


def test_scores_that_were_handed_in_can_be_changed_outside_only() -> None:
    ratings = {Symptom.TINGLING: 2}
    kept = (before(ratings=ratings).ratings, after(ratings=ratings).worst)
    ratings[Symptom.TINGLING] = 9
    for scores in kept:
        assert scores == {Symptom.TINGLING: 2}
        with pytest.raises(TypeError):
            scores[Symptom.TINGLING] = 9  # type: ignore[index]
