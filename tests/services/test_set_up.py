"""What the welcome has found out is kept as one thing."""

from dataclasses import replace

import pytest

from tests.services.days import Person
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import Symptom
from walkcoach.services.errors import Trouble


def test_the_welcome_is_kept_in_one_go_and_undo_does_not_take_it_back() -> None:
    person = Person()
    careful, profile = Programme(track=Track.CAREFUL), replace(person.today.profile, followed=(Symptom.CRAMPS,))
    person.today.set_up(profile, careful)
    assert (person.today.programme, person.today.profile) == (careful, profile)
    assert person.keeper.undo(person.clock.now()) is None
    person.store.trouble = Trouble("The disk is full.")
    with pytest.raises(Trouble):
        person.today.set_up(profile, Programme())
    assert person.today.programme == careful
