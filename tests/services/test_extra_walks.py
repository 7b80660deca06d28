"""Walks beyond the plan: when there may be one, what is kept of it, and that the coach never sees it."""

from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import MONDAY, after, before, walk
from tests.core.test_own_walk import PATTERNS
from tests.services.days import Person
from walkcoach.core.diary import Feet
from walkcoach.core.hand_walk import HandWalk, HandWalkFault, HandWalkField
from walkcoach.core.own_walk import OwnWalk
from walkcoach.core.programme import Programme
from walkcoach.core.symptoms import TODAY_ONLY, WarningSign
from walkcoach.services.errors import Trouble
from walkcoach.services.extra_walks import ExtraWalks, OwnWalkTerms
from walkcoach.services.ports import Profile, WalkKind
from walkcoach.services.today import TodayState

ANY_PACE = OwnWalkTerms(brisk=True, easy_day=False)
SUNDAY = MONDAY - timedelta(days=1)


def extra_of(person: Person) -> ExtraWalks:
    return ExtraWalks(person.clock, person.keeper, person.today)


def done(person: Person, **evening: object) -> Person:
    """Check in, walk, check in."""
    person.today.check_in_before(before(1))
    person.walk()
    person.today.check_in_after(after(1, **evening))  # type: ignore[arg-type]
    return person


def test_a_walk_of_ones_own_may_begin_at_any_time_of_an_ordinary_day() -> None:
    person = Person()
    extra = extra_of(person)
    assert extra.terms() == ANY_PACE
    done(person)
    assert extra.terms() == ANY_PACE
    assert extra.begin_own(OwnWalk(rounds=2)) == OwnWalk(rounds=2).segments


@pytest.mark.parametrize("sign", [WarningSign.CHEST_PAIN, *sorted(TODAY_ONLY)])
@pytest.mark.parametrize("evening", [False, True])
def test_a_sign_that_locks_or_ends_the_day_allows_none(sign: WarningSign, evening: bool) -> None:
    person = Person()
    if evening:
        done(person, signs=[sign])
        assert person.view().state is TodayState.DONE
    else:
        person.today.check_in_before(before(signs=[sign]))
    assert extra_of(person).terms() is None
    assert not person.view().may_walk_freely
    with pytest.raises(ValueError, match="no such walk"):
        extra_of(person).begin_own(OwnWalk())
    with pytest.raises(ValueError, match="no walk begins"):
        person.today.begin_walk(WalkKind.FREE)


@pytest.mark.parametrize("evening", [False, True])
def test_new_findings_on_the_feet_allow_none(evening: bool) -> None:
    person = Person()
    if evening:
        done(person, feet=Feet.NEW)
    else:
        person.today.check_in_before(before(feet=Feet.NEW))
    assert extra_of(person).terms() is None


def test_while_a_clinician_is_to_be_asked_there_is_none_but_one_by_hand_is_kept() -> None:
    person = Person()
    person.today.set_profile(Profile(welcomed=True, ask_first=frozenset({"foot_wound"})))
    extra = extra_of(person)
    assert extra.terms() is None
    extra.add_by_hand(HandWalk(SUNDAY, 20))
    assert [kept.kind for kept in person.store.load().walks] == [WalkKind.BY_HAND]


def test_where_brisk_walking_is_left_out_ones_own_walk_is_normal_too() -> None:
    person = Person()
    person.today.set_programme(Programme(brisk_ok=False))
    assert extra_of(person).terms() == OwnWalkTerms(brisk=False, easy_day=False)
    with pytest.raises(ValueError, match="no such walk"):
        extra_of(person).begin_own(OwnWalk(rounds=1))
    assert extra_of(person).begin_own(OwnWalk())


def test_on_an_easy_day_ones_own_walk_is_easy_too() -> None:
    person = Person()
    for _day in range(3):
        person.live(before(1), after(1))
    person.today.check_in_before(before(9))
    assert extra_of(person).terms() == OwnWalkTerms(brisk=False, easy_day=True)


def test_a_pattern_beyond_its_bounds_begins_no_walk() -> None:
    with pytest.raises(ValueError, match="no such walk"):
        extra_of(Person()).begin_own(OwnWalk(rounds=10, brisk_min=15))


def test_a_walk_by_hand_is_kept_with_its_minutes_and_counts_in_the_week() -> None:
    person = Person()
    record = extra_of(person).add_by_hand(HandWalk(MONDAY, 20, 5, time(8)))
    assert (record.kind, record.day, record.walked_s, record.brisk_s) == (WalkKind.BY_HAND, MONDAY, 1200, 300)
    assert person.store.load().walks == (record,)
    view = person.view()
    assert (view.week_min, view.walked_min, view.state) == (20, 0, TodayState.TO_CHECK_IN)
    assert view.decision.minutes == view.remaining_s // 60 == 15


def test_one_that_cannot_be_has_its_fault_and_is_not_kept() -> None:
    person = Person()
    extra = extra_of(person)
    assert extra.faults(HandWalk(MONDAY, 61, begun=time(8))) == {HandWalkField.BEGUN: HandWalkFault.NOT_OVER}
    with pytest.raises(ValueError, match="no such walk"):
        extra.add_by_hand(HandWalk(MONDAY, 20, 21))
    assert person.store.writes == 1


def test_a_known_begin_may_not_lie_upon_a_walk_that_was_timed() -> None:
    person = Person()
    person.keeper.save_walk(walk(SUNDAY, 30, hour=10))
    extra = extra_of(person)
    for begun, minutes in ((time(9, 50), 11), (time(10, 29), 5), (time(10, 5), 5), (time(9), 200)):
        assert extra.faults(HandWalk(SUNDAY, minutes, begun=begun)) == {HandWalkField.BEGUN: HandWalkFault.OVERLAPS}
    for begun, minutes in ((time(9, 50), 10), (time(10, 30), 5)):
        assert extra.faults(HandWalk(SUNDAY, minutes, begun=begun)) == {}
    assert extra.faults(HandWalk(SUNDAY, 300)) == {}


def test_a_walk_over_midnight_is_seen_from_the_next_day_too() -> None:
    person = Person()
    person.keeper.save_walk(walk(SUNDAY, 90, hour=23))
    assert extra_of(person).faults(HandWalk(MONDAY, 20, begun=time(0, 10))) == {HandWalkField.BEGUN: HandWalkFault.OVERLAPS}


def test_trouble_keeps_nothing() -> None:
    person = Person()
    person.store.trouble = Trouble("The disk is full.")
    with pytest.raises(Trouble):
        extra_of(person).add_by_hand(HandWalk(SUNDAY, 20))
    assert person.keeper.walks_on(SUNDAY) == ()


_extras = st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.integers(1, 300), PATTERNS), max_size=5)
_days = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 8), st.integers(0, 8), _extras), min_size=1, max_size=6)


@settings(deadline=None, max_examples=40)
@given(_days)
def test_whatever_is_walked_beyond_the_plan_no_decision_changes(
    days: list[tuple[int, int, int, list[tuple[int, bool, int, OwnWalk]]]],
) -> None:
    plain, eager = Person(), Person()
    extra = extra_of(eager)
    for skip, score, worst, extras in days:
        for person in (plain, eager):
            person.clock.next_day(skip + 1)
        for days_back, by_hand, minutes, own in extras:
            if by_hand:
                found = HandWalk(eager.clock.today() - timedelta(days=days_back), minutes, minutes // 2)
                if not extra.faults(found):
                    extra.add_by_hand(found)
            elif not own.faults() and extra.terms() == ANY_PACE:
                extra.begin_own(own)
                eager.keeper.save_walk(walk(eager.clock.today(), own.total_min, kind=WalkKind.FREE, hour=6, name=str(own)))
        assert plain.view().decision == eager.view().decision
        assert plain.view().outlook == eager.view().outlook
        if plain.view().may_walk and plain.view().needs_before:
            for person in (plain, eager):
                person.today.check_in_before(before(score))
        assert plain.view().decision == eager.view().decision
        if plain.view().remaining_s:
            for person in (plain, eager):
                person.walk()
                person.today.check_in_after(after(worst))
        assert plain.view().state == eager.view().state
    assert plain.store.load().offers == eager.store.load().offers
