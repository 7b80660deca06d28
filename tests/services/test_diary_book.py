"""The diary for its page: which days are listed, what a row holds, and every filter beside a plain reading of the diary."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.builders import MONDAY, after, before, notes, offer, slow_answers, walk
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import Feet, Notes
from walkcoach.core.programme import Programme, Track
from walkcoach.core.slow_signs import NOT_NOW
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.diary_book import GAP_DAYS, DiaryBook
from walkcoach.services.diary_filter import DiaryFilter, Felt, Find, plain
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.ports import Profile, StoredDiary, WalkKind
from walkcoach.services.sample import made_up

DAY = timedelta(days=1)


def book_of(diary: StoredDiary, today: date = MONDAY) -> DiaryBook:
    clock = FakeClock()
    if today > MONDAY:
        clock.go_to(today)
    return DiaryBook(clock, DiaryKeeper(MemoryDiaryStore(diary)))


def test_every_day_from_the_first_entry_to_today_is_listed_newest_first() -> None:
    book = book_of(StoredDiary(before={MONDAY - 4 * DAY: before()}, walks=(walk(MONDAY - 2 * DAY),)))
    assert book.days() == tuple(MONDAY - number * DAY for number in range(5))
    assert book.count() == 5
    assert not book.empty()


def test_an_empty_diary_lists_today_and_says_that_it_is_empty() -> None:
    book = book_of(StoredDiary(offers={MONDAY: offer()}, slow_answers={MONDAY: NOT_NOW}, notes={MONDAY: Notes()}))
    assert book.empty()
    assert book.days() == (MONDAY,)


def test_a_long_gap_is_left_out_and_a_day_in_it_can_be_asked_for() -> None:
    long_ago = MONDAY - (GAP_DAYS + 2) * DAY
    book = book_of(StoredDiary(remarks={long_ago: "long ago", long_ago - (GAP_DAYS + 1) * DAY: "longer ago"}))
    assert book.days()[:2] == (MONDAY, long_ago)
    assert book.count() == GAP_DAYS + 3
    middle = MONDAY - 5 * DAY
    assert book.days(also=middle)[:3] == (MONDAY, middle, long_ago)
    assert book.days(also=MONDAY + DAY)[0] == MONDAY
    assert book.days(DiaryFilter(text="ago"), also=middle) == (middle, long_ago, book.days()[-1])


def test_a_day_that_is_dated_ahead_is_listed_too() -> None:
    assert book_of(StoredDiary(before={MONDAY + 2 * DAY: before()})).days() == (MONDAY + 2 * DAY, MONDAY + DAY, MONDAY)


def test_a_row_tells_all_that_was_said_of_its_day() -> None:
    gentle, careful = Programme(track=Track.GENTLE), Programme(track=Track.CAREFUL)
    signed = after(4, feet=Feet.NEW, signs=[WarningSign.CALF_PAIN_WALKING])
    planned, stroll = walk(MONDAY, 15, brisk=4), walk(MONDAY, 10, kind=WalkKind.BY_HAND, hour=17)
    shown = offer(17)
    book = book_of(
        StoredDiary(
            before={MONDAY - DAY: before(1), MONDAY: before(2)},
            after={MONDAY: signed},
            notes={MONDAY: notes(cleared=True)},
            offers={MONDAY: shown},
            walks=(planned, stroll),
            programmes={MONDAY - 9 * DAY: gentle, MONDAY: careful},
            slow_answers={MONDAY: slow_answers()},
            remarks={MONDAY: "Windy"},
        )
    )
    row = book.row(MONDAY)
    assert (row.decision, row.as_shown, row.offered_min, row.walked_min, row.brisk_min) == (shown, True, 17, 25, 4)
    assert (row.before, row.after, row.notes, row.remark) == (before(2), signed, notes(cleared=True), "Windy")
    assert (row.walks, row.slow_answers) == ((planned, stroll), slow_answers())
    assert (row.programme, row.programme_before) == (careful, gentle)
    assert (row.warning_signs, row.foot_finding) == (frozenset({WarningSign.CALF_PAIN_WALKING}), True)
    assert row.usual == {Symptom.TINGLING: 1}
    assert row.plan_walked
    assert not row.locked
    assert not row.empty
    assert book.row(MONDAY - 9 * DAY).programme_before is None
    assert book.row(MONDAY - 5 * DAY).empty


def test_a_walk_beside_the_plan_leaves_the_plan_unwalked_and_nothing_was_shown() -> None:
    row = book_of(StoredDiary(walks=(walk(MONDAY, kind=WalkKind.FREE),), offers={MONDAY: offer(20)})).row(MONDAY)
    assert (row.plan_walked, row.as_shown, row.walked_min) == (False, False, 15)


def test_a_day_behind_a_lock_is_locked_and_one_off_for_today_is_not() -> None:
    book = book_of(
        StoredDiary(
            before={MONDAY - 2 * DAY: before(feet=Feet.NEW), MONDAY - 9 * DAY: before(signs=[WarningSign.UNWELL])}
        )
    )
    assert book.row(MONDAY).locked
    assert book.row(MONDAY - 2 * DAY).decision.rules == (Rule.FEET_NEW,)
    off = book.row(MONDAY - 9 * DAY)
    assert (off.decision.kind, off.locked) == (DecisionKind.NO_WALK, False)


def test_the_row_follows_an_edit_and_the_date() -> None:
    clock, keeper = FakeClock(), DiaryKeeper(MemoryDiaryStore())
    book = DiaryBook(clock, keeper)
    assert book.row(MONDAY).before is None
    keeper.save_before(MONDAY, before(3), clock.now())
    assert book.row(MONDAY).before == before(3)
    assert book.row(MONDAY) is book.row(MONDAY)
    clock.next_day(2)
    assert book.days() == (MONDAY + 2 * DAY, MONDAY + DAY, MONDAY)


def test_twenty_years_cost_no_row_before_one_is_looked_at() -> None:
    asked: list[date] = []

    class Counting(DiaryKeeper):
        def walks_on(self, on: date) -> tuple:  # type: ignore[type-arg]
            asked.append(on)
            return super().walks_on(on)

    clock = FakeClock()
    keeper = Counting(MemoryDiaryStore(made_up(clock.today(), 1040, 4)))
    asked.clear()
    book = DiaryBook(clock, keeper)
    assert len(book.days()) > 7000
    assert asked == []
    book.row(clock.today())
    assert set(asked) <= {*book.days()}


kinds = st.frozensets(st.sampled_from(DecisionKind), max_size=3)
filters = st.builds(
    DiaryFilter,
    text=st.sampled_from(["", " ", "slow", "ÄRGER", "مشيت"]),
    symptom=st.none() | st.sampled_from(strategies.symptoms),
    felt=st.sampled_from(Felt),
    finds=st.frozensets(st.sampled_from(Find), max_size=2),
    kinds=kinds,
)


@settings(deadline=None)
@given(strategies.diaries, filters)
def test_every_filter_finds_just_the_days_of_which_it_is_all_true(diary: StoredDiary, wanted: DiaryFilter) -> None:
    book = book_of(diary, date(2026, 2, 6))
    expected = tuple(day for day in book.days() if _fits(diary, book, wanted, day))
    assert book.days(wanted) == expected
    if not wanted:
        assert expected == book.days()


def _fits(diary: StoredDiary, book: DiaryBook, wanted: DiaryFilter, day: date) -> bool:
    """The same, said in another way."""
    row = book.row(day)
    first = dict(diary.before[day].ratings) if day in diary.before else None
    worst = dict(diary.after[day].worst) if day in diary.after else {}
    of = [wanted.symptom] if wanted.symptom else list(Symptom)
    rose = first is not None and any(each in worst and worst[each] >= first.get(each, 0) + 2 for each in of)
    rated = any((first or {}).get(each) or worst.get(each) for each in of)
    by_symptom = rose if wanted.felt is Felt.ROSE else rated if wanted.symptom else True
    finds = {
        Find.WARNING_SIGN: bool(row.warning_signs),
        Find.FOOT_FINDING: row.foot_finding,
        Find.BY_HAND: any(each.kind is WalkKind.BY_HAND and each.day == day for each in diary.walks),
    }
    text = plain(wanted.text) in plain(row.remark)
    return by_symptom and text and all(finds[find] for find in wanted.finds) and row.decision.kind in (wanted.kinds or DecisionKind)


@pytest.mark.parametrize(("worst", "found"), [(3, False), (4, True), (5, True)])
def test_a_rise_is_one_of_two_points_or_more(worst: int, found: bool) -> None:
    book = book_of(StoredDiary(before={MONDAY: before(2)}, after={MONDAY: after(worst)}))
    assert (book.days(DiaryFilter(felt=Felt.ROSE)) == (MONDAY,)) is found
    assert (book.days(DiaryFilter(symptom=Symptom.TINGLING, felt=Felt.ROSE)) == (MONDAY,)) is found
    assert book.days(DiaryFilter(symptom=Symptom.CRAMPS, felt=Felt.ROSE)) == ()


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [("cafes", True), ("CAFÉS", True), ("caf\u00e9s ", True), ("straße", True), ("tea", False)],
)
def test_notes_are_searched_without_case_and_accents(looked_for: str, found: bool) -> None:
    book = book_of(StoredDiary(remarks={MONDAY: "To the Cafe\u0301s in the Strasse"}))
    assert (book.days(DiaryFilter(text=looked_for)) == (MONDAY,)) is found


def test_the_symptoms_to_filter_by_are_those_ever_rated_and_those_followed() -> None:
    book = book_of(
        StoredDiary(
            before={MONDAY: before(ratings={Symptom.CRAMPS: 1})},
            after={MONDAY: after(ratings={Symptom.CRAMPS: 1, Symptom.ITCHING: 2})},
            profile=Profile(followed=(Symptom.NUMBNESS,)),
        )
    )
    assert book.symptoms() == {Symptom.CRAMPS, Symptom.ITCHING, Symptom.NUMBNESS}


def test_a_past_day_asks_by_what_was_rated_then_or_is_followed_now() -> None:
    tuesday = MONDAY + DAY
    book = book_of(
        StoredDiary(
            before={MONDAY: before(4), tuesday: before(ratings={Symptom.CRAMPS: 1})},
            after={MONDAY: after(6)},
            walks=(walk(MONDAY),),
            profile=Profile(followed=(Symptom.TINGLING,), uses_glucose_lowering=True),
        ),
        tuesday + DAY,
    )
    said, unsaid = book.past_day(tuesday), book.past_day(tuesday + DAY)
    assert [each.symptom for each in said.followed] == [Symptom.CRAMPS]
    assert [(each.symptom, each.usual, each.last) for each in unsaid.followed] == [(Symptom.TINGLING, 4, 4)]
    assert (said.ask_settled, said.last_walk, said.asks_glucose) == (True, MONDAY, True)
