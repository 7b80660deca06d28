"""What the coach promises of any diary, each as a check that fails: `test_coach_properties` tries them on free diaries.

The checks count and compare by themselves, from the diary and from what was offered; of the coach's own reckoning they use
only what it says of the day before.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tests.builders import after, before, notes
from tests.core.free_diaries import FreeDiary, Told
from walkcoach.core.coach import decide
from walkcoach.core.coach_state import Lock
from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage, Standing
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DiaryDay, Notes
from walkcoach.core.fold import fold, step
from walkcoach.core.programme import Programme, Track
from walkcoach.core.segments import segments_for
from walkcoach.core.symptoms import SCORE_MAX, Symptom

DAILY: Final = {Track.STEADY: 5, Track.GENTLE: 3, Track.CAREFUL: 2}
WEEKLY: Final = {Track.GENTLE: 130, Track.CAREFUL: 120}

STEP_BACKS: Final = frozenset(
    {
        Rule.MUCH_WORSE_IN_WALK,
        Rule.PEAK_HIGH,
        Rule.MUCH_WORSE_NEXT_DAY,
        Rule.WORSE_TWICE,
        Rule.NOT_SETTLED_BY_MORNING,
        Rule.STOPPED_EARLY_TWICE,
    }
)
HOLDS: Final = frozenset(
    {
        Rule.WORSE_IN_WALK,
        Rule.PEAK_MODERATE,
        Rule.SYMPTOMS_WHILE_BRISK,
        Rule.SETTLED_LATE,
        Rule.HARD_EFFORT,
        Rule.COULD_NOT_TALK,
        Rule.STUMBLED,
        Rule.STOPPED_EARLY,
        Rule.AFTER_EASY_DAY,
        Rule.CHECK_IN_MISSING,
        Rule.LESS_STEADY,
        Rule.FEET_NOT_CHECKED,
        Rule.WORSE_TODAY,
        Rule.VISIT_ADVISED,
        Rule.AFTER_CLEARANCE,
        Rule.REST_DAY_WALK,
        Rule.REVIEW_DUE,
        Rule.MISSED_DAYS,
    }
)
EASY: Final = frozenset({Rule.MUCH_WORSE_TODAY, Rule.MUCH_LESS_STEADY, Rule.TWO_STEP_BACKS})
MISSED: Final = ((28, 100), (14, 50), (7, 25), (3, 10), (1, 0), (0, 0))


# --- caps ------------------------------------------------------------------------------------------------------------


def never_over_the_daily_cap(diary: FreeDiary) -> None:
    """R20: a day adds at most 5, 3 or 2 minutes by its track, of either pace; brisk minutes begin with the first ones."""
    for told in diary.told:
        was, left = told.state.standing(told.programme), told.decision.standing
        if told.state.level is None:
            continue
        most = DAILY[told.programme.track]
        assert left.minutes - was.minutes <= most
        begins = max(told.programme.first_brisk_min, was.resumed_brisk_min)
        assert left.brisk_minutes - was.brisk_minutes <= (most if was.brisk_minutes else begins)
        assert left.minutes == was.minutes or left.brisk_minutes == was.brisk_minutes or left.minutes < was.minutes


def never_over_the_weekly_cap(diary: FreeDiary) -> None:
    """R20: added minutes fit, walked today and on each walk day left, into the budget of the week counted from the diary."""
    for number, told in enumerate(diary.told):
        track = told.programme.track
        grew = told.decision.standing.minutes > told.state.standing(told.programme).minutes
        if track not in WEEKLY or told.state.level is None or not grew:
            continue
        begun = next(earlier.day.date for earlier in diary.told if earlier.day.walked)
        week_begins = told.day.date - timedelta(days=(told.day.date - begun).days % 7)
        counted, before_that = (
            _counted(diary.told[:number], week_begins - timedelta(days=back), week_begins - timedelta(days=back - 7))
            for back in (0, 7)
        )
        least = told.programme.starting_min * len(told.programme.walk_days)
        budget = WEEKLY[track] * max(before_that, least) // 100
        left = (told.day.date + timedelta(days=ahead) for ahead in range(1, 7))
        walks = 1 + sum(day < week_begins + timedelta(days=7) and day.weekday() in told.programme.walk_days for day in left)
        assert counted + told.decision.standing.minutes * walks <= budget


def _counted(days: Sequence[Told], begins: date, ends: date) -> int:
    """Minutes that count from one date to before another: the smaller of walked and offered."""
    return sum(
        min(told.day.walk.minutes, told.decision.minutes) for told in days if told.day.walk and begins <= told.day.date < ends
    )


def never_past_a_goal(diary: FreeDiary) -> None:
    """No level is past a goal, and no brisk minute is offered behind a closed gate."""
    for told in diary.told:
        left, programme = told.decision.standing, told.programme
        assert 5 <= left.minutes <= programme.walk_goal_min
        assert 0 <= left.brisk_minutes <= (programme.brisk_goal_min if programme.brisk_ok else 0)
        assert left.stage is not Stage.BUILD_TIME or left.brisk_minutes == 0


# --- what fired is what is offered -----------------------------------------------------------------------------------


def never_more_than_the_lowest_rule_allows(diary: FreeDiary) -> None:
    """Each rule that fired allows so much by itself; what is offered is not above any of them."""
    for told in diary.told:
        was, left = told.state.standing(told.programme), told.decision.standing
        for minutes, brisk in _allowed(told, was):
            assert left.minutes <= minutes
            assert (left.minutes, left.brisk_minutes) <= (minutes, brisk)
        if EASY & set(told.decision.rules):
            assert told.decision.kind is DecisionKind.EASY_DAY
            assert told.decision.minutes <= max(5, left.minutes // 2)
            assert told.decision.brisk_minutes == 0


def _allowed(told: Told, was: Standing) -> Iterator[tuple[int, int]]:
    """Minutes and brisk minutes that each rule of today's decision allows by itself."""
    decision, programme = told.decision, told.programme
    floor = min(was.minutes, programme.floor_min)
    brisk_only = was.stage is not Stage.BUILD_TIME and was.brisk_minutes > 0
    for rule in decision.rules:
        if rule in HOLDS | STEP_BACKS | EASY:
            yield was.minutes, was.brisk_minutes
        if rule in STEP_BACKS:
            less = was.minutes - max(5, int(was.minutes * 0.2 + 0.5))
            yield (was.minutes, max(0, was.brisk_minutes - 5)) if brisk_only else (max(floor, less), 0)
        if rule is Rule.MISSED_DAYS:
            yield _cut(decision, was, programme, brisk_only=brisk_only)


def _cut(decision: Decision, was: Standing, programme: Programme, *, brisk_only: bool) -> tuple[int, int]:
    row = next(row for row, (days, _) in enumerate(MISSED) if decision.evidence.missed_days >= days)
    percent = MISSED[max(0, row - decision.evidence.missed_deeper)][1]
    if percent == 100:
        return min(was.minutes, programme.starting_min), 0
    if not percent:
        return was.minutes, was.brisk_minutes
    if brisk_only and percent < 50:
        return was.minutes, max(0, was.brisk_minutes - max(2, int(was.brisk_minutes * percent / 100 + 0.5)))
    floor = min(was.minutes, programme.floor_min)
    return max(floor, was.minutes - max(2, int(was.minutes * percent / 100 + 0.5))), 0


def never_up_after_a_hold_or_a_step_back(diary: FreeDiary) -> None:
    """R20: what is called an increase lists neither, and only an increase is one."""
    for told in diary.told:
        was, decision = told.state.standing(told.programme), told.decision
        level, new = (was.minutes, was.brisk_minutes), (decision.standing.minutes, decision.standing.brisk_minutes)
        if decision.kind is DecisionKind.START or (told.state.level is None and Rule.FIRST_WALK in decision.rules):
            assert new == (told.programme.starting_min, 0)
            continue
        assert (decision.kind is DecisionKind.INCREASE) == (new > level)
        if (HOLDS | STEP_BACKS | EASY) & set(decision.rules):
            assert new <= level
        if decision.kind in (DecisionKind.REPEAT, DecisionKind.NO_WALK, DecisionKind.REST_DAY):
            assert new == level
        assert decision.real_step_back == bool(STEP_BACKS & set(decision.rules))
        assert decision.rules, "there is always a reason"
        assert list(decision.rules) == sorted(set(decision.rules), key=list(Rule).index), "each once, in the order of the page"


def never_up_after_a_check_in_left_out(diary: FreeDiary) -> None:
    """R20: a last walk without both check-ins is followed by no increase."""
    last: Told | None = None
    for told in diary.told:
        if last is not None and (last.day.before is None or last.day.after is None):
            assert told.decision.kind is not DecisionKind.INCREASE
        if told.day.walked:
            last = told


def offers_are_whole_minutes_of_the_level(diary: FreeDiary) -> None:
    """The segments are those of the level, half of it on an easy day, and none where there is no walk."""
    for told in diary.told:
        decision, left = told.decision, told.decision.standing
        if decision.kind in (DecisionKind.NO_WALK, DecisionKind.REST_DAY):
            assert decision.segments == ()
        elif decision.kind is DecisionKind.EASY_DAY:
            assert [segment.length_s for segment in decision.segments] == [max(5, left.minutes // 2) * 60]
        else:
            assert decision.segments == segments_for(left.minutes, left.brisk_minutes, told.programme)
        assert sum(segment.length_s for segment in decision.segments) % 60 == 0


# --- locks -----------------------------------------------------------------------------------------------------------

_LATER: Final = (1, 2, 30, 800)
_NOTES_THAT_DO_NOT_HELP: Final = {
    Lock.WARNING_SIGN: notes(feet_seen_to=True, review_acknowledged=True),
    Lock.FEET_NEW: notes(cleared=True, review_acknowledged=True),
}
_RULE_OF: Final = {Lock.WARNING_SIGN: Rule.WARNING_SIGN, Lock.FEET_NEW: Rule.FEET_NEW}


def a_lock_is_never_cleared_by_time(diary: FreeDiary) -> None:
    """However many days pass, with good check-ins and with notes of something else, a lock stays until its own note."""
    for told in diary.told[::3]:
        for lock in told.left.locks:
            state = told.left
            for days in _LATER:
                on = told.day.date + timedelta(days=days)
                for morning in (None, before(0)):
                    waiting = DiaryDay(on, morning, notes=_NOTES_THAT_DO_NOT_HELP[lock])
                    for walking in (False, True):
                        assert _RULE_OF[lock] in decide(state, waiting, told.programme, walking=walking).rules
                _, state = step(state, DiaryDay(on, before(0), None, after(0)), told.programme)
                assert lock in state.locks


# --- more symptoms ---------------------------------------------------------------------------------------------------


def more_symptoms_never_give_more_minutes(diary: FreeDiary) -> None:
    """Of two diaries that differ in one score, the one with the higher score is offered no more, all else equal.

    True of today's score before the walk, of a score after the last walk and of its effort, and of today's decision. Not
    promised of the score before the last walk or of older ones: a worse morning makes the walk that follows provoke less,
    and raises the usual that today is held against. What is compared is the level, the brisk minutes and the length of a
    session without brisk minutes: section 5 may make a session of 26 brisk minutes shorter than one of 25.
    """
    last: int | None = None
    for number, told in enumerate(diary.told):
        if told.day.before is not None:
            for worse in _worse_mornings(told.day.before):
                today = replace(told.day, before=worse, walk=None, after=None)
                _no_more(decide(told.state, today, told.programme, walking=told.day.walked), told.decision)
        evening = None if last is None else diary.told[last].day.after
        if evening is not None:
            for worse_evening in _worse_evenings(evening, number):
                _no_more(_decided_again(diary.told[last : number + 1], worse_evening), told.decision)
        if told.day.walked:
            last = number


def _worse_mornings(morning: BeforeCheckIn) -> Iterator[BeforeCheckIn]:
    """Each with one score raised by 1, by 3, or to the top."""
    for symptom, score in morning.ratings.items():
        for more in {min(SCORE_MAX, score + 1), min(SCORE_MAX, score + 3)} - {score}:
            yield replace(morning, ratings={**morning.ratings, symptom: more})
    yield replace(morning, ratings={**morning.ratings, Symptom.TWITCHING: SCORE_MAX})


def _worse_evenings(evening: AfterCheckIn, number: int) -> Iterator[AfterCheckIn]:
    """One of several ways in which the walk may have been worse, another one from day to day."""
    symptom, score = max(evening.worst.items(), key=lambda rated: rated[1])
    ways = (
        replace(evening, worst={**evening.worst, symptom: min(SCORE_MAX, score + 1)}),
        replace(evening, worst={**evening.worst, symptom: min(SCORE_MAX, score + 3)}),
        replace(evening, worst={**evening.worst, Symptom.TREMOR: 3}),
        replace(evening, effort=min(SCORE_MAX, evening.effort + 1)),
        replace(evening, effort=min(SCORE_MAX, evening.effort + 3)),
    )
    yield ways[number % len(ways)]


def _decided_again(days: Sequence[Told], evening: AfterCheckIn) -> Decision:
    """The last day's decision if the walk of the first one had ended like this."""
    first, *rest = days
    _, state = step(first.state, replace(first.day, after=evening), first.programme)
    for told in rest[:-1]:
        _, state = step(state, told.day, told.programme)
    today = rest[-1]
    return decide(state, today.day, today.programme, walking=today.day.walked)


def _no_more(worse: Decision, was: Decision) -> None:
    assert worse.standing.minutes <= was.standing.minutes
    assert worse.standing.brisk_minutes <= was.standing.brisk_minutes or worse.standing.minutes < was.standing.minutes
    assert worse.brisk_minutes <= was.brisk_minutes
    if not was.brisk_minutes and not was.standing.brisk_minutes:
        assert worse.minutes <= was.minutes


# --- an edited past, and the future ----------------------------------------------------------------------------------


def an_edited_past_never_changes_what_was_offered(diary: FreeDiary) -> None:
    """Days that were walked keep their decision and the level that it left, whatever becomes of the days before them."""
    kept = [replace(told.day, offered=told.decision) for told in diary.told]
    for edit in _EDITS:
        edited = [edit(day, number) for number, day in enumerate(kept)]
        level: Standing | None = None
        for (day, decision, state), told in zip(fold((day, _ANOTHER) for day in edited), diary.told, strict=True):
            if day.walked and told.day.walked:
                assert decision == told.decision
                level = level if decision.kind is DecisionKind.NO_WALK else decision.standing
            elif day.walked and decision.kind is not DecisionKind.NO_WALK:
                level = decision.standing
            assert state.level == level


def _emptied(day: DiaryDay, number: int) -> DiaryDay:
    """Every other day without check-ins and notes."""
    return day if number % 2 else replace(day, before=None, after=None, notes=Notes())


def _much_worse(day: DiaryDay, number: int) -> DiaryDay:
    """Check-ins that say the worst, everywhere."""
    return replace(day, before=before(9), after=after(10, stumbled=True))


def _not_walked(day: DiaryDay, number: int) -> DiaryDay:
    """Every third walk taken out."""
    return day if number % 3 else replace(day, walk=None)


_ANOTHER: Final = Programme(track=Track.CAREFUL, start_min=5, walk_goal_min=30, brisk_goal_min=15, walk_days=frozenset({1, 3, 5}))
_EDITS: Final[tuple[Callable[[DiaryDay, int], DiaryDay], ...]] = (_emptied, _much_worse, _not_walked)


def the_same_diary_has_the_same_answers(diary: FreeDiary) -> None:
    """R20: in one go, again, a day at a time, or only its beginning: the answers are those that were given day by day."""
    answers = [(told.decision, told.left) for told in diary.told]
    assert [(decision, state) for _, decision, state in fold(diary.days)] == answers
    half = len(answers) // 2
    assert [(decision, state) for _, decision, state in fold(diary.days[:half])] == answers[:half]
    assert [step(told.state, told.day, told.programme) for told in diary.told[half:]] == answers[half:]


def no_answer_knows_the_future(diary: FreeDiary) -> None:
    """Today is decided from this morning; what comes later today or later at all changes nothing of it."""
    for told in diary.told:
        morning_only = replace(told.day, walk=None, after=None)
        assert decide(told.state, morning_only, told.programme, walking=told.day.walked) == told.decision
