"""The rows of the diary as they are heard: each thing once, in the order in which it is seen."""

from datetime import timedelta

import pytest

from tests.builders import MONDAY
from walkcoach.core.decision import DecisionKind
from walkcoach.wording import diary as words


@pytest.mark.parametrize("kind", [DecisionKind.REST_DAY, DecisionKind.NO_WALK])
def test_a_day_without_a_walk_is_called_so_once(kind: DecisionKind) -> None:
    name = words.kind_name(kind)
    said = words.row_said(words.day_title(MONDAY, MONDAY + timedelta(days=9)), name, name, "Nothing noted")
    assert said == f"Monday 5 January. {name}. Nothing noted"


def test_a_day_with_a_walk_says_its_kind_and_its_minutes() -> None:
    kind = words.kind_name(DecisionKind.INCREASE)
    assert words.row_said("Monday 5 January", "18 minutes planned", kind, "Nothing noted") == (
        f"Monday 5 January. {kind}, 18 minutes planned. Nothing noted"
    )
