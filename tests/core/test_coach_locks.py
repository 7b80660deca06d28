"""What stops the plan, who lets it go on, and what was offered once (section 3, rules 1 to 3, section 1)."""

from dataclasses import replace

import pytest

from tests.builders import MONDAY, after, before, day, notes
from tests.core.diaries import Story
from walkcoach.core.coach_state import CoachState, Lock
from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage, Standing
from walkcoach.core.diary import AwayBecause, DiaryDay, Feet, Notes, Settled
from walkcoach.core.fold import after_day, decision_of, fold, step
from walkcoach.core.programme import Programme, Track
from walkcoach.core.segments import normal_only
from walkcoach.core.symptoms import WarningSign

LOCKING = (
    WarningSign.CHEST_PAIN,
    WarningSign.FAINT_OR_DIZZY,
    WarningSign.SHORT_OF_BREATH,
    WarningSign.COLD_SWEAT,
    WarningSign.IRREGULAR_HEARTBEAT,
    WarningSign.SUDDEN_WEAKNESS,
    WarningSign.TROUBLE_SPEAKING_OR_SEEING,
    WarningSign.SPREADING_NUMBNESS,
    WarningSign.BLADDER_OR_BOWEL,
    WarningSign.COLD_PALE_LEG,
    WarningSign.HOT_SWOLLEN_FOOT,
    WarningSign.FALL_WITH_INJURY,
)
TODAY_ONLY = (WarningSign.LOW_GLUCOSE, WarningSign.UNWELL)
BOOK_VISIT = (
    WarningSign.CALF_PAIN_WALKING,
    WarningSign.TRIPPING_OR_FOOT_DROP,
    WarningSign.DIZZY_ON_STANDING,
    WarningSign.REPEATED_FALLS,
)
CHEST_PAIN = before(1, signs=[WarningSign.CHEST_PAIN])
NEW_ON_FEET = before(1, feet=Feet.NEW)
UNWELL = before(1, signs=[WarningSign.UNWELL])
CLEARED, FEET_SEEN_TO = notes(cleared=True), notes(feet_seen_to=True)
BOTH_NOTES = notes(cleared=True, feet_seen_to=True)
THREE_DAYS = Programme(walk_days=frozenset({0, 2, 4}))


def nothing_to_walk(decision: Decision) -> bool:
    """Whether the day offers no minute, and no segment either."""
    return decision.minutes == decision.brisk_minutes == len(decision.segments) == 0


def test_every_warning_sign_is_of_one_kind() -> None:
    assert sorted((*LOCKING, *TODAY_ONLY, *BOOK_VISIT)) == sorted(WarningSign)


# --- locks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", LOCKING)
def test_a_sign_locks_the_plan_at_once_until_a_professional_has_looked(sign: WarningSign) -> None:
    answer = Story().at(40).asked(before(1, signs=[sign]))
    assert (answer.kind, answer.rules) == (DecisionKind.NO_WALK, (Rule.WARNING_SIGN,))
    assert nothing_to_walk(answer)
    story = Story().at(40).stayed(before(1, signs=[sign])).later(100).stayed(before(0), noted=FEET_SEEN_TO)
    assert story.asked(before(0)).rules == (Rule.WARNING_SIGN,)
    assert Rule.AFTER_CLEARANCE in story.asked(noted=CLEARED).rules


@pytest.mark.parametrize("sign", LOCKING)
def test_a_sign_after_the_walk_locks_from_the_next_day_on(sign: WarningSign) -> None:
    story = Story().walked(evening=after(1, signs=[sign]))
    assert story.state.level == Standing(Stage.BUILD_TIME, 15)
    assert story.asked().rules == (Rule.WARNING_SIGN,)
    assert story.stayed().later(50).asked(None).rules == (Rule.WARNING_SIGN,)


@pytest.mark.parametrize("story", [Story().at(40).stayed(NEW_ON_FEET), Story().at(40, evening=after(1, feet=Feet.NEW)).stayed()])
def test_something_new_on_the_feet_locks_until_it_is_seen_to(story: Story) -> None:
    assert story.later(100).asked(before(0), noted=CLEARED).rules == (Rule.FEET_NEW,)
    assert Story().at(40).asked(NEW_ON_FEET).rules == (Rule.FEET_NEW,)
    answer = story.asked(noted=FEET_SEEN_TO)
    assert answer.rules == (Rule.AFTER_CLEARANCE, Rule.MISSED_DAYS)
    assert answer.standing.minutes == 36  # one day missed counts as three, because of the lock


def test_all_that_stops_the_walk_is_listed() -> None:
    everything = before(9, signs=[WarningSign.CHEST_PAIN, WarningSign.UNWELL, WarningSign.CALF_PAIN_WALKING], feet=Feet.NEW)
    answer = Story(THREE_DAYS).at(40).asked(everything)
    assert answer.rules == (Rule.WARNING_SIGN, Rule.FEET_NEW, Rule.NOT_TODAY)
    assert Story().asked(everything).kind is DecisionKind.NO_WALK
    assert (answer.standing.minutes, answer.evidence.above_usual) == (40, 8)


def test_a_finding_on_the_day_of_the_clearance_locks_again() -> None:
    story = Story().at(40).stayed(CHEST_PAIN)
    assert story.asked(CHEST_PAIN, noted=CLEARED).rules == (Rule.WARNING_SIGN,)
    again = story.stayed(CHEST_PAIN, noted=CLEARED)
    assert (again.state.locks, again.state.after_clearance) == (frozenset({Lock.WARNING_SIGN}), True)


def test_each_note_lifts_its_own_lock_and_nothing_else() -> None:
    both = Story().at(40).stayed(before(1, signs=[WarningSign.CHEST_PAIN], feet=Feet.NEW))
    assert both.asked(noted=CLEARED).rules == (Rule.FEET_NEW,)
    assert both.asked(noted=FEET_SEEN_TO).rules == (Rule.WARNING_SIGN,)
    assert both.asked(noted=BOTH_NOTES).kind is DecisionKind.STEP_BACK
    assert both.stayed(noted=CLEARED).asked(noted=FEET_SEEN_TO).kind is DecisionKind.STEP_BACK


@pytest.mark.parametrize("noted", [CLEARED, FEET_SEEN_TO, BOTH_NOTES])
def test_a_note_where_nothing_is_locked_does_nothing(noted: Notes) -> None:
    assert Story().at(40).asked(noted=noted).rules == (Rule.GOOD_RESPONSE,)
    assert Story().at(40).stayed(noted=noted).asked().rules == (Rule.MISSED_DAYS,)


def test_the_walk_after_a_clearance_is_held_and_the_one_after_that_is_not() -> None:
    story = Story().at(40).stayed(CHEST_PAIN).stayed(noted=CLEARED)
    assert Rule.AFTER_CLEARANCE in story.asked().rules
    assert Rule.AFTER_CLEARANCE in story.stayed().asked().rules
    assert story.walked().asked().rules == (Rule.GOOD_RESPONSE,)


def test_what_was_noted_once_holds_whatever_else_is_noted_later() -> None:
    lifted = Story().at(40).stayed(CHEST_PAIN).stayed(noted=CLEARED).stayed(noted=notes(review_acknowledged=True))
    assert lifted.asked().rules == (Rule.AFTER_CLEARANCE, Rule.MISSED_DAYS)
    assert lifted.asked().standing.minutes == 30  # 25 %: 3 days, one deeper because of the lock
    ill = Story().at(40).stayed(noted=notes(away_because=AwayBecause.ILLNESS)).later(1).stayed(noted=CLEARED)
    assert ill.asked().standing.minutes == 30


def test_a_first_walk_uses_the_clearance_up_without_listing_it() -> None:
    story = Story().stayed(CHEST_PAIN)
    assert story.asked(noted=CLEARED).rules == (Rule.FIRST_WALK,)
    assert story.walked(noted=CLEARED).asked().rules == (Rule.GOOD_RESPONSE,)


def test_a_walk_while_locked_becomes_the_last_walk_and_leaves_level_and_clearance_alone() -> None:
    story = Story().at(40).stayed(UNWELL).walked(90, morning=CHEST_PAIN, evening=after(6))
    last = story.state.last_walk
    assert last is not None
    assert (last.minutes, last.offered_minutes, last.stopped_early) == (90, 0, False)
    assert story.state.level == Standing(Stage.BUILD_TIME, 40)
    assert story.asked(noted=CLEARED).rules == (
        Rule.MUCH_WORSE_IN_WALK,
        Rule.PEAK_HIGH,
        Rule.AFTER_CLEARANCE,
    )
    assert story.walked(noted=CLEARED).state.after_clearance is False


def test_the_first_walk_ever_may_be_one_while_locked() -> None:
    story = Story().walked(20, morning=CHEST_PAIN)
    assert story.state.level is None
    assert story.changed(Programme(start_min=25)).asked(noted=CLEARED).standing == Standing(Stage.BUILD_TIME, 25)
    assert story.asked(noted=CLEARED).kind is DecisionKind.REPEAT


# --- not today, and visits -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", TODAY_ONLY)
def test_a_sign_for_today_stops_today_and_holds_the_next_walk(sign: WarningSign) -> None:
    answer = Story().at(40).asked(before(1, signs=[sign]))
    assert (answer.kind, answer.rules) == (DecisionKind.NO_WALK, (Rule.NOT_TODAY,))
    assert nothing_to_walk(answer)
    story = Story().at(40).stayed(before(1, signs=[sign]))
    assert story.asked().rules == (Rule.AFTER_CLEARANCE, Rule.MISSED_DAYS)
    assert story.walked().asked().rules == (Rule.GOOD_RESPONSE,)
    assert Story().at(40).walked(10, morning=before(1, signs=[sign])).asked().rules == (Rule.AFTER_CLEARANCE,)


@pytest.mark.parametrize("sign", TODAY_ONLY)
def test_a_sign_for_today_after_the_walk_holds_the_next_one(sign: WarningSign) -> None:
    story = Story().at(40, evening=after(1, signs=[sign]))
    assert story.asked().rules == (Rule.AFTER_CLEARANCE,)
    assert story.walked().asked().rules == (Rule.GOOD_RESPONSE,)


@pytest.mark.parametrize("sign", BOOK_VISIT)
def test_a_sign_to_book_a_visit_for_holds_today_or_after_the_walk(sign: WarningSign) -> None:
    assert Story().at(40).asked(before(1, signs=[sign])).rules == (Rule.VISIT_ADVISED,)
    told_after = Story().at(40, evening=after(1, signs=[sign]))
    assert told_after.asked().rules == (Rule.VISIT_ADVISED,)
    assert told_after.walked().asked().rules == (Rule.GOOD_RESPONSE,)
    assert told_after.stayed(evening=after(1)).asked().rules == (Rule.VISIT_ADVISED, Rule.MISSED_DAYS)
    between = Story().at(40).stayed(before(1, signs=[sign]))
    assert between.asked().rules == (Rule.MISSED_DAYS,)


def test_a_check_in_after_no_walk_counts_for_its_signs_and_new_findings_only() -> None:
    story = Story().at(40, evening=after(1, feet=Feet.LATER))
    hard = after(9, effort=9, could_talk=False, stumbled=True, feet=Feet.UNCHECKED)
    assert story.stayed(evening=hard).asked().rules == (Rule.MISSED_DAYS,)
    visit = after(1, signs=[WarningSign.REPEATED_FALLS])
    assert story.stayed(evening=visit).asked().rules == (Rule.VISIT_ADVISED, Rule.MISSED_DAYS)
    assert story.stayed(evening=after(1, feet=Feet.NEW)).asked().rules == (Rule.FEET_NEW,)
    assert story.stayed(evening=after(1, signs=[WarningSign.COLD_SWEAT])).asked().rules == (Rule.WARNING_SIGN,)
    assert story.stayed(evening=after(1, signs=[WarningSign.UNWELL])).asked().rules[0] is Rule.AFTER_CLEARANCE


# --- rest days -------------------------------------------------------------------------------------------------------


def test_a_rest_day_offers_nothing_and_a_walk_on_it_is_held() -> None:
    story = Story(THREE_DAYS).at(40)
    rest = story.asked()
    assert (rest.kind, rest.rules, rest.standing.minutes) == (DecisionKind.REST_DAY, (Rule.REST_DAY,), 40)
    assert story.asked(before(3)).evidence.above_usual == 2
    assert nothing_to_walk(rest)
    walked = story.asked(walking=True)
    assert (walked.kind, walked.rules, walked.minutes) == (DecisionKind.REPEAT, (Rule.REST_DAY_WALK,), 40)
    assert story.walked().asked().rules == (Rule.GOOD_RESPONSE,)


def test_a_rest_day_walk_may_step_back_and_a_locked_rest_day_is_no_walk() -> None:
    story = Story(THREE_DAYS).at(40, evening=after(5))
    assert story.asked(walking=True).kind is DecisionKind.STEP_BACK
    assert story.asked(CHEST_PAIN).rules == (Rule.WARNING_SIGN,)


def test_a_rest_day_is_one_of_todays_programme() -> None:
    story = Story(THREE_DAYS).at(40)
    assert story.changed(Programme()).asked().kind is DecisionKind.INCREASE


# --- what was offered stays offered ----------------------------------------------------------------------------------


def kept(story: Story, told: DiaryDay) -> DiaryDay:
    """`told` with the decision that it was offered."""
    return replace(told, offered=decision_of(story.state, told, story.programme))


def test_a_walked_day_keeps_what_it_offered_whatever_the_past_or_the_programme_becomes() -> None:
    first, second = day(MONDAY, 15, morning=before(1), evening=after(1)), day(Story().later(1).today, 20, morning=before(1))
    was = [kept(Story(), first), kept(Story().after(first), second)]
    edited = [replace(was[0], after=after(9, stumbled=True), notes=BOTH_NOTES), was[1]]
    careful = Programme(track=Track.CAREFUL, walk_goal_min=30, brisk_goal_min=15)
    told = list(fold((told, careful) for told in edited))
    assert [decision for _, decision, _ in told] == [entry.offered for entry in was]
    assert told[-1][2].level == Standing(Stage.BUILD_TIME, 20)


def test_an_edit_changes_the_decisions_still_to_come() -> None:
    first = kept(Story(), day(MONDAY, 15, morning=before(1), evening=after(1)))
    edited = replace(first, after=after(5))
    assert Story().after(first).level() == (20, 0)
    assert Story().after(edited).level() == (10, 0)


def test_an_offer_that_was_not_walked_is_decided_anew() -> None:
    offered = Decision(DecisionKind.START, (Rule.FIRST_WALK,), Standing(Stage.BUILD_TIME, 60), normal_only(60))
    for told in (day(MONDAY, offered=offered), day(MONDAY, 0, offered=offered)):
        assert decision_of(CoachState.begin(), told, Programme()).minutes == 15
    walked = day(MONDAY, 60, offered=offered)
    assert step(CoachState.begin(), walked, Programme()) == (offered, after_day(CoachState.begin(), walked, Programme()))


def test_an_easy_day_changes_the_level_as_its_step_back_says_and_not_by_its_half() -> None:
    story = Story().at(40).walked(morning=before(5, settled=Settled.WITHIN_30MIN), evening=after(5))
    assert story.state.level == Standing(Stage.BUILD_TIME, 32)
