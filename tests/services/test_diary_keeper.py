"""The keeper: parts become days, the fold in memory is the full fold, and trouble changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, after, before, moment, notes, offer, walk
from tests.fakes import MemoryDiaryStore
from walkcoach.core.coach_state import CoachState
from walkcoach.core.diary import DayWalk, DiaryError, ShorterBecause
from walkcoach.core.fold import fold
from walkcoach.core.programme import Programme, Track
from walkcoach.core.slow_signs import NOT_NOW
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.errors import Trouble
from walkcoach.services.folded_diary import walk_of, whole_minutes
from walkcoach.services.ports import StoredDiary, WalkKind

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def keeper_of(diary: StoredDiary | None = None) -> DiaryKeeper:
    """A keeper of a diary in memory."""
    return DiaryKeeper(MemoryDiaryStore(diary))


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (29.9, 0), (30, 1), (89.9, 1), (90, 2), (899.99, 15), (900, 15)])
def test_seconds_become_minutes_rounded_half_up(seconds: float, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes


def test_the_parts_of_a_day_are_summed_before_they_are_rounded() -> None:
    parts = [walk(minutes=7.4, brisk=2.4, hour=9), walk(minutes=7.4, brisk=2.4, hour=11)]
    assert walk_of(parts) == DayWalk(15, 5)


def test_brisk_minutes_never_round_above_the_minutes() -> None:
    assert walk_of([walk(minutes=10.49, brisk=10.5)]) == DayWalk(10, 10)


def test_a_free_walk_and_one_by_hand_are_no_part_of_the_plan() -> None:
    others = [walk(kind=WalkKind.FREE), walk(kind=WalkKind.BY_HAND, hour=12)]
    assert walk_of(others) is None
    keeper = keeper_of(StoredDiary(walks=tuple(others)))
    assert keeper.days() == ()
    assert keeper.walks_on(MONDAY) == tuple(others)


def test_the_reason_for_a_shorter_walk_is_the_last_part_s() -> None:
    stopped = walk(minutes=5, hour=9, shorter=ShorterBecause.NO_TIME)
    assert walk_of([stopped]) == DayWalk(5, 0, ShorterBecause.NO_TIME)
    assert walk_of([stopped, walk(minutes=10, hour=11)]) == DayWalk(15)


def test_a_programme_holds_from_its_day_on() -> None:
    careful, gentle = Programme(track=Track.CAREFUL), Programme(track=Track.GENTLE)
    keeper = keeper_of(StoredDiary(programmes={TUESDAY: careful}))
    keeper.save_programme(WEDNESDAY + timedelta(days=1), gentle, moment())
    answers = [keeper.programme_on(MONDAY + timedelta(days=number)) for number in range(6)]
    assert answers == [Programme(), careful, careful, gentle, gentle, gentle]


def test_a_check_in_that_does_not_fit_the_other_is_refused_and_not_saved() -> None:
    keeper = keeper_of()
    keeper.save_before(MONDAY, before(ratings={Symptom.TINGLING: 2, Symptom.CRAMPS: 1}), moment())
    with pytest.raises(DiaryError, match=r"worst\.cramps"):
        keeper.save_after(MONDAY, after(3), moment())
    assert keeper.load().after == {}


def test_an_offer_without_a_walk_makes_no_diary_day() -> None:
    keeper = keeper_of()
    keeper.save_offer(MONDAY, offer(), moment())
    assert keeper.days() == ()
    assert keeper.day(MONDAY).offered == offer()


def test_a_walk_moved_to_another_day_leaves_the_first_one() -> None:
    keeper = keeper_of()
    keeper.save_walk(walk())
    keeper.save_walk(replace(walk(), day=TUESDAY))
    assert keeper.days() == (TUESDAY,)
    assert keeper.walks_on(MONDAY) == ()
    assert keeper.state_before(TUESDAY) == CoachState.begin()


def test_trouble_leaves_memory_as_the_disk_is() -> None:
    store = MemoryDiaryStore()
    keeper = DiaryKeeper(store)
    keeper.save_before(MONDAY, before(), moment())
    as_it_was, state = keeper.load(), keeper.state_before(TUESDAY)
    store.trouble = Trouble("The disk is full.")
    savings: tuple[Callable[[], None], ...] = (
        lambda: keeper.save_before(MONDAY, before(9), moment()),
        lambda: keeper.save_after(MONDAY, after(), moment()),
        lambda: keeper.save_notes(MONDAY, notes(cleared=True), moment()),
        lambda: keeper.save_offer(MONDAY, offer(), moment()),
        lambda: keeper.save_programme(MONDAY, Programme(track=Track.CAREFUL), moment()),
        lambda: keeper.save_profile(replace(as_it_was.profile, welcomed=True), moment()),
        lambda: keeper.save_slow_answers(MONDAY, NOT_NOW, moment()),
        lambda: keeper.save_walk(walk()),
    )
    for saving in savings:
        with pytest.raises(Trouble):
            saving()
    assert keeper.load() == as_it_was == store.load()
    assert keeper.state_before(TUESDAY) == state


def folded_from_scratch(diary: StoredDiary, until: date) -> CoachState:
    """The state that `until` begins with, by the full fold of a fresh keeper's days."""
    keeper = keeper_of(diary)
    state = CoachState.begin()
    for _day, _decision, left in fold((keeper.day(on), keeper.programme_on(on)) for on in keeper.days() if on < until):
        state = left
    return state


edits = st.lists(
    st.one_of(
        st.tuples(st.just("before"), strategies.days, strategies.befores),
        st.tuples(st.just("after"), strategies.days, strategies.afters),
        st.tuples(st.just("notes"), strategies.days, strategies.notes),
        st.tuples(st.just("offer"), strategies.days, strategies.offers),
        st.tuples(st.just("programme"), strategies.days, strategies.programmes()),
        st.tuples(st.just("slow_answers"), strategies.days, strategies.slow_answers),
        st.tuples(st.just("walk"), strategies.days, strategies.walks(st.uuids())),
        st.tuples(st.just("ask"), strategies.days, st.none()),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(diary=strategies.diaries, told=edits, asked=strategies.days)
def test_edits_in_any_order_replay_to_the_full_fold(diary: StoredDiary, told: list[tuple[str, date, object]], asked: date) -> None:
    store = MemoryDiaryStore(diary)
    keeper = DiaryKeeper(store)
    for what, day, value in told:
        tell(keeper, what, day, value)
        assert keeper.load() == store.load()
    assert keeper.days() == keeper_of(store.load()).days()
    assert keeper.state_before(asked) == folded_from_scratch(store.load(), asked)
    assert keeper.decision_on(asked) == keeper_of(store.load()).decision_on(asked)


def tell(keeper: DiaryKeeper, what: str, day: date, value: object) -> None:
    """One edit, or a question that makes the keeper fold."""
    match what:
        case "ask":
            keeper.state_before(day)
        case "walk":
            keeper.save_walk(value)  # type: ignore[arg-type]
        case _:
            getattr(keeper, f"save_{what}")(day, value, moment())


def test_only_what_lies_behind_an_edit_is_folded_again() -> None:
    days = [MONDAY + timedelta(days=number) for number in range(10)]
    keeper = keeper_of(StoredDiary(before=dict.fromkeys(days, before())))
    states = [keeper.state_before(day) for day in days]
    keeper.save_before(days[6], before(5), moment())
    again = [keeper.state_before(day) for day in days]
    assert all(one is other for one, other in zip(states[1:7], again[1:7], strict=True))
    assert states[7] != again[7]
