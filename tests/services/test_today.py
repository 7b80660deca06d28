"""Today, from the first morning on: what the day is about, what is due, and what each wish changes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import MONDAY, after, before
from tests.services.days import Person, can_clear
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import AwayBecause, DayWalk, Feet, Settled, ShorterBecause
from walkcoach.core.programme import Programme, Track
from walkcoach.core.segments import Pace, Segment
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import WalkKind
from walkcoach.services.today import FollowedSymptom, TodayState

NORMAL_15 = (Segment(Pace.NORMAL, 900),)


def test_the_first_morning_offers_the_first_walk_and_asks_to_check_in() -> None:
    view = Person().view()
    assert (view.state, view.decision.kind, view.decision.minutes) == (TodayState.TO_CHECK_IN, DecisionKind.START, 15)
    assert (view.first_day, view.provisional, view.needs_before, view.needs_after) == (True, True, True, False)
    assert (view.day, view.hour, view.remaining_s, view.last_walk) == (MONDAY, 9, 900, None)
    assert view.followed == (FollowedSymptom(Symptom.TINGLING, None, None),)
    assert not view.ask_settled


def test_a_day_goes_from_check_in_to_walk_to_check_in_to_done() -> None:
    person = Person()
    states = [person.view().state]
    person.today.check_in_before(before(2))
    states.append(person.view().state)
    assert not person.view().provisional
    assert person.walk() == NORMAL_15
    states.append(person.view().state)
    assert person.view().needs_after
    person.today.check_in_after(after(2))
    states.append(person.view().state)
    assert states == [TodayState.TO_CHECK_IN, TodayState.READY_TO_WALK, TodayState.TO_CHECK_IN_AFTER, TodayState.DONE]
    assert (person.view().walked_min, person.view().remaining_s, person.view().needs_after) == (15, 0, False)


def test_the_next_day_offers_more_and_knows_the_last_one() -> None:
    person = Person()
    person.live(before(2), after(3))
    view = person.view()
    assert (view.decision.kind, view.decision.minutes) == (DecisionKind.INCREASE, 20)
    assert (view.last_walk, view.last_walk_min, view.ask_settled, view.first_day) == (MONDAY, 15, True, False)
    assert view.followed == (FollowedSymptom(Symptom.TINGLING, 2, 2),)


def test_a_preview_saves_nothing() -> None:
    person = Person()
    person.live(before(2), after(3))
    writes = person.store.writes
    settled_late = replace(before(2), settled=Settled.SAME_DAY)
    assert person.today.preview(settled_late).rules == (Rule.SETTLED_LATE,)
    assert person.today.preview(before(signs=[WarningSign.UNWELL])).kind is DecisionKind.NO_WALK
    assert person.store.writes == writes
    assert person.view().before is None


def test_answers_may_be_given_again_until_the_walk_begins() -> None:
    person = Person()
    person.today.check_in_before(before(signs=[WarningSign.UNWELL]))
    assert person.view().state is TodayState.NO_WALK
    person.today.check_in_before(before(2))
    assert person.view().state is TodayState.READY_TO_WALK
    person.walk()
    with pytest.raises(ValueError, match="has begun"):
        person.today.check_in_before(before(3))


def test_what_was_offered_is_kept_when_the_walk_begins() -> None:
    person = Person()
    person.today.check_in_before(before())
    assert person.store.load().offers == {}
    offered = person.view().decision
    person.walk()
    assert person.store.load().offers == {MONDAY: offered}


def test_a_programme_changed_before_the_walk_changes_today() -> None:
    person = Person()
    person.today.set_programme(Programme(track=Track.CAREFUL))
    assert person.view().decision.minutes == 10
    assert person.today.programme.track is Track.CAREFUL


def test_a_programme_changed_after_the_walk_leaves_today_as_it_was_shown() -> None:
    person = Person()
    person.today.check_in_before(before())
    person.walk()
    person.today.set_programme(Programme(start_min=30))
    assert person.view().decision.minutes == 15
    person.today.check_in_after(after())
    person.clock.next_day()
    assert person.view().decision.minutes == 20


def test_a_plan_walked_in_part_offers_what_is_left() -> None:
    person = Person()
    person.today.check_in_before(before())
    person.walk(8 * 60)
    assert (person.view().state, person.view().remaining_s, person.view().walked_min) == (TodayState.PART_WALKED, 420, 8)
    assert person.walk() == (Segment(Pace.NORMAL, 420),)
    assert (person.view().state, person.view().walked_min) == (TodayState.TO_CHECK_IN_AFTER, 15)
    assert person.keeper.day(MONDAY).walk == DayWalk(15)


def test_the_rest_of_a_brisk_plan_begins_where_it_was_left() -> None:
    person = Person()
    while person.view().decision.brisk_minutes == 0:
        person.live()
    person.today.check_in_before(before(1))
    assert person.view().decision.segments[:3] == (
        Segment(Pace.NORMAL, 300),
        Segment(Pace.BRISK, 150),
        Segment(Pace.NORMAL, 180),
    )
    person.walk(360.4)
    assert person.today.begin_walk()[:2] == (Segment(Pace.BRISK, 90), Segment(Pace.NORMAL, 180))


def test_a_few_seconds_short_of_the_plan_is_the_whole_plan() -> None:
    person = Person()
    person.today.check_in_before(before())
    person.walk(871)
    assert (person.view().state, person.view().remaining_s, person.view().walked_min) == (TodayState.TO_CHECK_IN_AFTER, 0, 15)


@pytest.mark.parametrize(
    ("reason", "left_s"), [(ShorterBecause.NO_TIME, 600), (ShorterBecause.OTHER, 600), (ShorterBecause.SYMPTOMS, 0)]
)
def test_a_walk_ended_with_a_reason_asks_for_its_check_in_and_may_go_on_unless_it_hurt(reason: ShorterBecause, left_s: int) -> None:
    person = Person()
    person.today.check_in_before(before())
    person.walk(300, shorter=reason)
    assert (person.view().state, person.view().remaining_s) == (TodayState.TO_CHECK_IN_AFTER, left_s)
    if left_s:
        assert person.walk() == (Segment(Pace.NORMAL, left_s),)
    else:
        with pytest.raises(ValueError, match="nothing is left"):
            person.today.begin_walk()


def test_a_walk_that_rounds_to_nothing_is_no_walk_and_the_day_begins_anew() -> None:
    person = Person()
    person.today.check_in_before(before())
    person.walk(20)
    assert (person.view().state, person.view().walked_min) == (TodayState.READY_TO_WALK, 0)
    assert person.today.begin_walk() == NORMAL_15


def test_a_walk_stopped_at_once_because_something_is_wrong_can_still_be_told() -> None:
    person = Person()
    person.today.check_in_before(before())
    person.walk(20, shorter=ShorterBecause.SYMPTOMS)
    assert person.view().state is TodayState.TO_CHECK_IN_AFTER
    person.today.check_in_after(after(signs=[WarningSign.CHEST_PAIN]))
    assert (person.view().state, person.view().locked, can_clear(person.view())) == (TodayState.DONE, True, False)
    with pytest.raises(ValueError, match="no walk begins"):
        person.today.begin_walk(WalkKind.FREE)


def test_a_check_in_after_without_a_walk_ends_the_day() -> None:
    person = Person()
    person.today.check_in_after(after(signs=[WarningSign.CHEST_PAIN]))
    view = person.view()
    assert (view.state, view.needs_before, view.needs_after, view.remaining_s) == (TodayState.DONE, False, False, 0)


def test_more_walking_than_planned_is_free_and_raises_nothing() -> None:
    plain, eager = Person(), Person()
    for person in (plain, eager):
        person.today.check_in_before(before(1))
        person.walk()
        person.today.check_in_after(after(1))
    with pytest.raises(ValueError, match="nothing is left"):
        eager.today.begin_walk()
    assert eager.walk(kind=WalkKind.FREE) == (Segment(Pace.NORMAL, 600),)
    assert eager.view().state is TodayState.DONE
    assert (eager.view().walked_min, eager.view().week_min, eager.view().week_planned_min) == (15, 25, 15)
    plain.clock.next_day()
    eager.clock.next_day()
    assert plain.view().decision == eager.view().decision


def test_a_free_walk_before_the_plan_leaves_the_plan_as_it_is() -> None:
    person = Person()
    person.walk(300, kind=WalkKind.FREE)
    assert (person.view().state, person.view().walked_min, person.view().week_min) == (TodayState.TO_CHECK_IN, 0, 5)
    assert person.store.load().offers == {}


def test_a_rest_day_rests_and_tells_what_a_walk_would_be() -> None:
    person = Person()
    person.today.set_programme(Programme(walk_days=frozenset({0, 2, 4})))
    person.live()
    view = person.view()
    assert (view.state, view.decision.minutes, view.remaining_s) == (TodayState.REST_DAY, 0, 0)
    assert view.walk_anyway is not None
    assert (view.walk_anyway.kind, view.walk_anyway.minutes) == (DecisionKind.REPEAT, 15)
    assert Rule.REST_DAY_WALK in view.walk_anyway.rules
    person.today.check_in_before(before(1))
    assert person.walk() == NORMAL_15
    walked = person.view()
    assert (walked.state, walked.decision.rules) == (TodayState.TO_CHECK_IN_AFTER, view.walk_anyway.rules)


@pytest.mark.parametrize("signs", [[WarningSign.CHEST_PAIN], []])
def test_a_lock_from_today_s_check_in_can_be_lifted_from_tomorrow_on(signs: list[WarningSign]) -> None:
    person = Person()
    person.live()
    person.today.check_in_before(before(1, signs=signs, feet=Feet.FINE if signs else Feet.NEW))
    view = person.view()
    assert (view.state, view.locked, can_clear(view), view.needs_before) == (TodayState.NO_WALK, True, False, False)
    with pytest.raises(ValueError, match="no walk begins"):
        person.today.begin_walk()
    person.clock.next_day()
    view = person.view()
    assert (view.state, view.locked, view.can_clear_sign, view.can_clear_feet) == (
        TodayState.NO_WALK,
        True,
        bool(signs),
        not signs,
    )
    if signs:
        person.today.clear_warning_sign()
    else:
        person.today.feet_seen_to()
    view = person.view()
    assert (view.state, view.locked, can_clear(view)) == (TodayState.TO_CHECK_IN, False, False)
    assert Rule.AFTER_CLEARANCE in view.decision.rules


def test_lifting_one_lock_leaves_the_other() -> None:
    person = Person()
    person.today.check_in_before(before(signs=[WarningSign.FAINT_OR_DIZZY], feet=Feet.NEW))
    person.clock.next_day()
    person.today.feet_seen_to()
    view = person.view()
    assert (view.locked, view.can_clear_sign, view.can_clear_feet) == (True, True, False)
    person.today.clear_warning_sign()
    assert not person.view().locked
    assert person.keeper.day(person.clock.today()).notes.feet_seen_to


def test_a_sign_given_again_today_cannot_be_lifted_today() -> None:
    person = Person()
    person.today.check_in_before(before(signs=[WarningSign.COLD_SWEAT]))
    person.clock.next_day()
    person.today.check_in_before(before(signs=[WarningSign.COLD_SWEAT]))
    assert (person.view().locked, can_clear(person.view())) == (True, False)


def test_not_today_is_no_lock_and_tomorrow_is_held() -> None:
    person = Person()
    person.live()
    person.today.check_in_before(before(1, signs=[WarningSign.LOW_GLUCOSE]))
    assert (person.view().state, person.view().locked) == (TodayState.NO_WALK, False)
    person.clock.next_day()
    assert Rule.AFTER_CLEARANCE in person.view().decision.rules


def test_a_locked_day_allows_no_free_walk_either() -> None:
    person = Person()
    person.today.check_in_before(before(feet=Feet.NEW))
    with pytest.raises(ValueError, match="no walk begins"):
        person.today.begin_walk(WalkKind.FREE)


def test_the_plan_stays_off_until_a_clinician_has_agreed_but_the_diary_works() -> None:
    person = Person()
    person.today.set_profile(replace(person.today.profile, ask_first=frozenset({"foot_wound"})))
    view = person.view()
    assert (view.state, view.outlook, view.remaining_s) == (TodayState.PLAN_OFF, (), 0)
    person.today.check_in_before(before(4))
    assert person.view().before == before(4)
    with pytest.raises(ValueError, match="plan_off"):
        person.today.begin_walk()
    person.today.set_profile(replace(person.today.profile, clinician_agreed=True))
    assert person.view().state is TodayState.READY_TO_WALK


def test_a_reason_for_being_away_makes_the_next_walk_gentler() -> None:
    person = Person()
    for _day in range(4):
        person.live()
    person.clock.next_day()
    person.clock.next_day()
    without = person.view().decision
    person.today.away_because(AwayBecause.ILLNESS)
    assert (without.kind, person.view().decision.kind) == (DecisionKind.REPEAT, DecisionKind.STEP_BACK)
    person.today.away_because(None)
    assert person.view().decision == without


def test_a_review_is_acknowledged_by_a_note() -> None:
    person = Person()
    person.live()
    person.today.acknowledge_review()
    assert person.keeper.day(person.clock.today()).notes.review_acknowledged


def test_a_review_can_be_acknowledged_from_the_day_after_it_became_due_on() -> None:
    person = Person()
    for _walk in range(3):
        person.live(before(1), after(6))
    view = person.view()
    assert Rule.REVIEW_DUE in view.decision.rules
    assert (view.can_acknowledge_review, view.review_acknowledged) == (False, False)
    person.live(before(1), after(1))
    assert person.view().can_acknowledge_review
    person.today.acknowledge_review()
    view = person.view()
    assert (view.can_acknowledge_review, view.review_acknowledged) == (False, True)
    assert Rule.REVIEW_DUE not in view.decision.rules


def test_the_week_shows_every_kind_of_walk_and_which_day_is_which() -> None:
    person = Person()
    person.today.set_programme(Programme(walk_days=frozenset({0, 1, 2, 3, 4})))
    person.live()
    person.walk(600, kind=WalkKind.FREE)
    view = person.view()
    assert [day.day for day in view.week] == [MONDAY + timedelta(days=number) for number in range(7)]
    assert [day.walked_min for day in view.week] == [15, 10, 0, 0, 0, 0, 0]
    assert [day.walk_day for day in view.week] == [True] * 5 + [False] * 2
    assert [day.today for day in view.week].index(True) == 1
    assert [day.future for day in view.week] == [False, False, True, True, True, True, True]
    assert (view.week_min, view.week_planned_min) == (25, 15 + 20)


def test_the_week_begins_where_the_locale_says() -> None:
    week = Person(first_weekday=6).view().week
    assert (week[0].day, week[1].today) == (MONDAY - timedelta(days=1), True)


def test_the_outlook_is_what_good_days_bring() -> None:
    person = Person()
    outlook = person.view().outlook
    assert [(one.low_min, one.high_min) for one in outlook] == [(17, 20), (19, 25), (21, 30)]
    best = person
    for one in outlook:
        best.live()
        assert (best.view().day, best.view().decision.minutes) == (one.day, one.high_min)


def test_the_outlook_knows_rest_days_and_what_today_has_shown() -> None:
    person = Person()
    person.today.set_programme(Programme(walk_days=frozenset({0, 2, 4})))
    person.today.check_in_before(before(1))
    person.walk()
    person.today.check_in_after(after(4))
    outlook = person.view().outlook
    assert [(one.low_min, one.high_min) for one in outlook] == [(0, 0), (15, 15), (0, 0)]


def test_a_locked_plan_has_no_minutes_in_the_outlook() -> None:
    person = Person()
    person.today.check_in_before(before(1))
    person.walk()
    person.today.check_in_after(after(1, signs=[WarningSign.CHEST_PAIN]))
    assert {one.high_min for one in person.view().outlook} == {0}


def test_somebody_who_follows_nothing_rates_discomfort() -> None:
    person = Person()
    person.today.set_profile(replace(person.today.profile, followed=(), uses_glucose_lowering=True))
    view = person.view()
    assert [followed.symptom for followed in view.followed] == [Symptom.DISCOMFORT]
    assert len(view.outlook) == 3
    assert view.asks_glucose


def test_trouble_at_the_check_in_keeps_the_day_as_it_was() -> None:
    person = Person()
    person.store.trouble = Trouble("The disk is full.")
    with pytest.raises(Trouble):
        person.today.check_in_before(before())
    with pytest.raises(Trouble):
        person.today.begin_walk()
    assert person.view().state is TodayState.TO_CHECK_IN
    person.store.trouble = None
    person.today.check_in_before(before())
    assert person.view().state is TodayState.READY_TO_WALK
