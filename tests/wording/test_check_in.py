"""What the check-ins ask."""

import pytest

from walkcoach.core.diary import Feet, Settled
from walkcoach.wording import check_in


@pytest.mark.parametrize(
    ("open_ones", "line"),
    [
        (["Effort"], "Still to answer: Effort"),
        (["a", "b", "c"], "Still to answer: a · b · c"),
        (["a", "b", "c", "d", "e"], "Still to answer: a · b · 3 more"),
    ],
)
def test_what_is_missing_is_named_without_a_long_list(open_ones: list[str], line: str) -> None:
    assert check_in.still_missing(open_ones) == line


def test_every_answer_has_words_of_its_own() -> None:
    assert set(check_in.feet_choices_before()) == set(Feet) - {Feet.LATER}
    assert set(check_in.feet_choices_after()) == set(Feet)
    assert list(check_in.settled_choices()) == list(Settled)
    for choices in (check_in.feet_choices_after(), check_in.settled_choices()):
        assert len(set(choices.values())) == len(choices)


def test_effort_has_words_from_none_to_all() -> None:
    words = [check_in.effort_words(score) for score in range(11)]
    assert words[0] == "no effort"
    assert words[10] == "all you could give"
    assert len(set(words)) == 9


@pytest.mark.parametrize(("usual", "note"), [(None, "first time"), (2.0, "usual 2"), (2.5, "usual 2.5")])
def test_the_usual_stands_under_the_name(usual: float | None, note: str) -> None:
    assert check_in.usual_text(usual) == note
