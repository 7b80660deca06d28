"""The page for the clinician as facts: each figure against a sum of its own over the raw diary, and what it may not leave out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, after, before, notes, slow_answers, walk
from tests.fakes import FakeClock
from tests.services.days import Person
from tests.services.reports import overfull
from tests.strategies import diaries
from walkcoach.core.coach_state import Lock
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import AfterCheckIn, AwayBecause, BeforeCheckIn, Feet, Settled, Steadiness
from walkcoach.core.programme import Programme, Track
from walkcoach.core.report import SPANS_WEEKS, LockFacts, Report, ReviewFacts, SignFacts
from walkcoach.core.slow_signs import NOT_NOW
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.ports import Profile, StoredDiary, WalkKind
from walkcoach.services.report import ReportService
from walkcoach.services.sample import made_up

SUNDAY_EVENING = FakeClock().now().replace(year=2026, month=1, day=18, hour=20)
LAST = SUNDAY_EVENING.date()


def report_of(diary: StoredDiary, weeks: int = 4, today: date = LAST, chosen: Iterable[date] = ()) -> Report:
    clock = FakeClock(SUNDAY_EVENING.replace(year=today.year, month=today.month, day=today.day))
    return ReportService(FoldedDiary(diary), clock).report(weeks, frozenset(chosen))


def within(diary_days: Iterable[date], report: Report) -> list[date]:
    return [day for day in diary_days if report.first_day <= day <= report.last_day]


def check_against_the_raw_diary(diary: StoredDiary, report: Report) -> None:
    """Sums and medians by plain loops over what is stored, with nothing of the program's own adding up."""
    seconds: dict[date, float] = {}
    brisk: dict[date, float] = {}
    for kept in diary.walks:
        if report.first_day <= kept.day <= report.last_day:
            seconds[kept.day] = seconds.get(kept.day, 0.0) + kept.walked_s
            brisk[kept.day] = brisk.get(kept.day, 0.0) + kept.brisk_s
    minutes = {day: int((walked + 30) // 60) for day, walked in seconds.items()}
    brisk_min = {day: min(minutes[day], int((walked + 30) // 60)) for day, walked in brisk.items()}
    assert report.minutes == sum(minutes.values())
    assert report.brisk_min == sum(brisk_min.values())
    for week in report.weeks:
        days = [week.first_day + timedelta(days=number) for number in range(7)]
        assert week.minutes == sum(minutes.get(day, 0) for day in days)
        assert week.brisk_min == sum(brisk_min.get(day, 0) for day in days)
    for each in report.symptoms:
        scores = sorted(
            diary.before[day].ratings[each.symptom]
            for day in within(diary.before, report)
            if each.symptom in diary.before[day].ratings
        )
        worst = [
            diary.after[day].worst[each.symptom] for day in within(diary.after, report) if each.symptom in diary.after[day].worst
        ]
        assert (each.before is None) == (not scores)
        if each.before is not None:
            assert (each.before.median, each.before.count) == (median(scores), len(scores))
            assert (each.before.low, each.before.high) == (scores[0], scores[-1])
        assert (each.worst is None) == (not worst)
        if each.worst is not None:
            assert (each.worst.median, each.worst.count) == (median(worst), len(worst))
    check_ins = [(day, diary.before[day]) for day in within(diary.before, report)]
    evenings = [(day, diary.after[day]) for day in within(diary.after, report)]
    both: list[tuple[date, BeforeCheckIn | AfterCheckIn]] = [*check_ins, *evenings]
    told = {(sign, day) for day, check_in in both for sign in check_in.warning_signs}
    assert {(facts.sign, day) for facts in report.signs for day in facts.days} == told
    assert set(report.feet_new) == {day for day, check_in in both if check_in.feet is Feet.NEW}
    assert report.answers.mornings == len(check_ins)
    assert set(report.answers.stumbled) == {day for day, evening in evenings if evening.stumbled}
    assert set(report.answers.could_not_talk) == {day for day, evening in evenings if not evening.could_talk}
    for answer in Steadiness:
        assert report.answers.steady.get(answer, 0) == sum(morning.steady is answer for _day, morning in check_ins)
    for settled in Settled:
        assert report.answers.settled.get(settled, 0) == sum(morning.settled is settled for _day, morning in check_ins)


def test_its_figures_equal_a_sum_of_its_own_over_the_raw_diary() -> None:
    diary = made_up(LAST, 30, 4)
    for weeks in SPANS_WEEKS:
        report = report_of(diary, weeks)
        assert report.minutes > 300
        check_against_the_raw_diary(diary, report)


def test_so_do_those_of_the_fullest_diary() -> None:
    diary = overfull(LAST, 26)
    for weeks in SPANS_WEEKS:
        check_against_the_raw_diary(diary, report_of(diary, weeks))


@given(diaries, st.sampled_from(SPANS_WEEKS), st.dates(date(2025, 12, 24), date(2026, 2, 8)))
def test_so_do_those_of_any_diary(diary: StoredDiary, weeks: int, today: date) -> None:
    report = report_of(diary, weeks, today)
    check_against_the_raw_diary(diary, report)
    assert report.minutes == sum(week.minutes for week in report.weeks) == sum(day.minutes for day in report.days)
    assert report.walks_done == sum(week.walks for week in report.weeks) <= report.walks_due
    assert report.walks_due == sum(week.walk_days for week in report.weeks)
    assert len(report.weeks) == weeks


def test_the_span_ends_today_and_begins_with_a_week() -> None:
    report = report_of(StoredDiary(), 4)
    assert (report.first_day, report.last_day) == (date(2025, 12, 22), LAST)
    assert [week.first_day for week in report.weeks] == [date(2025, 12, 22) + timedelta(weeks=number) for number in range(4)]
    assert report.diary_since is None
    assert report.days == ()


def test_a_walk_that_may_still_be_taken_is_not_counted_as_due() -> None:
    person = Person()
    person.live()
    report = ReportService(person.keeper, person.clock).report(4)
    assert (report.walks_done, report.walks_due) == (1, 1)
    person.clock.next_day()
    report = ReportService(person.keeper, person.clock).report(4)
    assert (report.walks_done, report.walks_due) == (1, 2)
    assert [day.missed for day in report.days] == [False, True]


def test_what_lies_ahead_of_today_is_left_out() -> None:
    diary = StoredDiary(walks=(walk(MONDAY + timedelta(days=3), 30),), before={MONDAY + timedelta(days=3): before(5)})
    report = report_of(diary, 4, MONDAY)
    assert (report.minutes, report.walks_done, report.answers.mornings) == (0, 0, 0)
    assert report.diary_since is None


def test_walks_beside_the_plan_count_in_the_minutes_and_not_as_walks_of_the_plan() -> None:
    diary = StoredDiary(walks=(walk(LAST, 30, kind=WalkKind.BY_HAND),))
    report = report_of(diary)
    assert (report.minutes, report.other_walks, report.other_min) == (30, 1, 30)
    assert (report.walks_done, report.walks_due) == (0, 0)


def test_a_sign_is_told_with_every_day_newest_first_and_signs_by_urgency() -> None:
    diary = StoredDiary(
        before={MONDAY: before(2, signs=[WarningSign.UNWELL]), MONDAY + timedelta(days=1): before(2, signs=[WarningSign.UNWELL])},
        after={MONDAY: after(2, signs=[WarningSign.CHEST_PAIN, WarningSign.UNWELL])},
    )
    assert report_of(diary).signs == (
        SignFacts(WarningSign.CHEST_PAIN, (MONDAY,)),
        SignFacts(WarningSign.UNWELL, (MONDAY + timedelta(days=1), MONDAY)),
    )


def test_a_lock_is_told_with_its_day_and_the_day_on_which_it_was_lifted() -> None:
    lifted = MONDAY + timedelta(days=5)
    diary = StoredDiary(
        before={MONDAY: before(2, feet=Feet.NEW)},
        after={lifted: after(2, signs=[WarningSign.CHEST_PAIN])},
        notes={lifted: notes(feet_seen_to=True, cleared=True)},
    )
    assert report_of(diary).locks == (LockFacts(Lock.WARNING_SIGN, lifted, None), LockFacts(Lock.FEET_NEW, MONDAY, lifted))
    assert report_of(diary).plan.locks == {Lock.WARNING_SIGN}


def test_a_lock_lifted_in_the_morning_and_set_again_that_day_is_told_twice() -> None:
    diary = StoredDiary(
        before={MONDAY: before(2, feet=Feet.NEW), MONDAY + timedelta(days=2): before(2, feet=Feet.NEW)},
        notes={MONDAY + timedelta(days=2): notes(feet_seen_to=True)},
    )
    again = MONDAY + timedelta(days=2)
    assert report_of(diary).locks == (LockFacts(Lock.FEET_NEW, again, None), LockFacts(Lock.FEET_NEW, MONDAY, again))


def test_a_lock_from_before_the_span_has_no_day_in_it() -> None:
    diary = StoredDiary(before={MONDAY: before(2, feet=Feet.NEW)})
    report = report_of(diary, 4, MONDAY + timedelta(weeks=8))
    assert report.locks == (LockFacts(Lock.FEET_NEW, None, None),)
    assert report.feet_new == ()


def test_a_review_is_told_until_it_was_read() -> None:
    days = [MONDAY + timedelta(days=number) for number in range(14)]
    scores = [0] * 6 + [3] * 7 + [0]
    diary = StoredDiary(before={day: before(score) for day, score in zip(days, scores, strict=True)})
    assert report_of(diary).plan.reviews == (ReviewFacts(days[12], None),)
    read = replace(diary, notes={days[13]: notes(review_acknowledged=True)})
    assert report_of(read).plan.reviews == (ReviewFacts(days[12], days[13]),)


def test_a_step_back_is_told_with_the_level_before_and_after() -> None:
    person = Person()
    person.live(before(1), after(6))
    person.live(before(1), after(1))
    report = ReportService(person.keeper, person.clock).report(4)
    (step,) = report.plan.step_backs
    assert (step.day, step.before_min, step.left.minutes) == (MONDAY + timedelta(days=1), 15, 10)
    assert Rule.MUCH_WORSE_IN_WALK in step.rules
    assert report.days[1].decision is DecisionKind.STEP_BACK


def test_walks_that_stayed_the_same_are_counted_by_each_reason() -> None:
    person = Person()
    person.live(before(1), after(1, effort=8, stumbled=True))
    person.live()
    person.live()
    plan = ReportService(person.keeper, person.clock).report(4).plan
    assert (plan.held, plan.grown) == (1, 1)
    assert plan.held_by == {Rule.HARD_EFFORT: 1, Rule.STUMBLED: 1}


def test_only_a_programme_that_differs_is_a_change() -> None:
    gentle = Programme(track=Track.GENTLE)
    programmes = {MONDAY: Programme(), MONDAY + timedelta(days=1): Programme(), MONDAY + timedelta(days=2): gentle}
    changes = report_of(StoredDiary(programmes=programmes)).plan.changes
    assert [(change.day, change.before, change.after) for change in changes] == [
        (MONDAY + timedelta(days=2), Programme(), gentle),
        (MONDAY, None, Programme()),
    ]


def test_a_symptom_that_is_no_longer_followed_is_told_where_it_was_rated() -> None:
    diary = StoredDiary(
        before={MONDAY: before(ratings={Symptom.CRAMPS: 4})}, profile=Profile(followed=(Symptom.BURNING, Symptom.TINGLING))
    )
    assert [each.symptom for each in report_of(diary).symptoms] == [Symptom.BURNING, Symptom.TINGLING, Symptom.CRAMPS]
    assert [each.symptom for each in report_of(diary, 4, MONDAY + timedelta(weeks=9)).symptoms] == [
        Symptom.BURNING,
        Symptom.TINGLING,
    ]


def test_the_usual_is_that_of_the_first_and_of_the_last_day() -> None:
    days = [MONDAY + timedelta(days=number) for number in range(10)]
    diary = StoredDiary(before={day: before(max(0, 6 - number)) for number, day in enumerate(days)})
    (tingling,) = [each for each in report_of(diary).symptoms if each.symptom is Symptom.TINGLING]
    assert (tingling.usual_then, tingling.usual_now) == (6, 0)


def test_only_answers_to_the_monthly_question_are_told_and_reasons_for_being_away() -> None:
    diary = StoredDiary(
        slow_answers={MONDAY: slow_answers(SlowSign.GAIT_CHANGE), MONDAY + timedelta(days=1): NOT_NOW},
        notes={MONDAY: notes(away_because=AwayBecause.FALL)},
    )
    report = report_of(diary)
    assert report.slow == ((MONDAY, (SlowSign.GAIT_CHANGE,)),)
    assert report.away == ((MONDAY, AwayBecause.FALL),)


def test_no_note_is_on_the_page_unless_the_person_chose_it() -> None:
    diary = StoredDiary(remarks={MONDAY: "mine", MONDAY + timedelta(days=1): "yours", LAST - timedelta(weeks=9): "long ago"})
    clock = FakeClock(SUNDAY_EVENING)
    service = ReportService(FoldedDiary(diary), clock)
    assert service.known_notes(4) == ((MONDAY + timedelta(days=1), "yours"), (MONDAY, "mine"))
    assert service.report(4).notes == ()
    assert service.report(4, [MONDAY]).notes == ((MONDAY, "mine"),)
