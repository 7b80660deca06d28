"""Every figure is the same four times: in the chart, in the table beside it, in the file that is saved, and in the diary."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from math import floor

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel
from pytestqt.qtbot import QtBot

from tests import strategies
from tests.builders import moment
from tests.fakes import FakeClock, MemoryDiaryStore
from walkcoach.core.diary import Feet, Steadiness
from walkcoach.core.spans import Grouping
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.history import HistoryService
from walkcoach.services.planned import planned_on
from walkcoach.services.ports import StoredDiary
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.felt_card import FeltCard
from walkcoach.ui.charts.save_button import SavedAs
from walkcoach.ui.charts.symptom_card import SymptomCard
from walkcoach.ui.charts.week_card import WeekCard

Row = list[str]


def span_key(day: date, grouping: Grouping) -> date:
    """The first day of the span of `day`, worked out in another way than the program does."""
    if grouping is Grouping.WEEK:
        year, week, _weekday = day.isocalendar()
        return date.fromisocalendar(year, week, 1)
    return {
        Grouping.MONTH: date(day.year, day.month, 1),
        Grouping.QUARTER: date(day.year, (1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10)[day.month - 1], 1),
        Grouping.YEAR: date(day.year, 1, 1),
    }[grouping]


def summed(by_day: Iterable[tuple[date, int]], grouping: Grouping) -> Callable[[date], int]:
    """Whole numbers of days, added up by span."""
    sums: dict[date, int] = {}
    for day, number in by_day:
        sums[span_key(day, grouping)] = sums.get(span_key(day, grouping), 0) + number
    return lambda first_day: sums.get(first_day, 0)


def minutes_by_day(diary: StoredDiary) -> tuple[dict[date, int], dict[date, int]]:
    """Minutes and brisk minutes of each day, from its walks alone."""
    walked: dict[date, float] = {}
    brisk: dict[date, float] = {}
    for walk in sorted(diary.walks, key=lambda walk: (walk.started, walk.id)):
        walked[walk.day] = walked.get(walk.day, 0) + walk.walked_s
        brisk[walk.day] = brisk.get(walk.day, 0) + walk.brisk_s
    whole = {day: floor((seconds + 30) / 60) for day, seconds in walked.items()}
    return whole, {day: min(whole[day], floor((seconds + 30) / 60)) for day, seconds in brisk.items()}


def tenth(scores: Iterable[int]) -> str:
    """The mean to a tenth, half up; "" for none."""
    given_scores = list(scores)
    return f"{floor(sum(given_scores) / len(given_scores) * 10 + 0.5) / 10:g}" if given_scores else ""


def saved(card: ChartCard) -> list[Row]:
    """The rows of the saved file, oldest first, without its header."""
    return list(csv.reader(io.StringIO(card.content(SavedAs.FIGURES).decode("utf-8-sig"))))[1:]


def cells(model: QAbstractItemModel) -> list[Row]:
    """The table's rows, oldest first, without the names of the spans."""
    rows = [[str(model.index(row, column).data()) for column in range(1, model.columnCount())] for row in range(model.rowCount())]
    return rows[::-1]


def plain(row: Row) -> Row:
    """A row of a table as a file has it."""
    return ["" if cell == "–" else cell for cell in row]


@pytest.fixture
def cards(qtbot: QtBot) -> tuple[WeekCard, FeltCard, SymptomCard]:
    """Made once: a test that fails is tried again and again with less."""
    made = WeekCard(), FeltCard(), SymptomCard(Symptom.TINGLING)
    for card in made:
        qtbot.addWidget(card)
    return made


fortnight = st.dates(date(2026, 1, 5), date(2026, 1, 18))
"""Few enough days for several entries to fall into one span."""
todays = st.dates(date(2026, 2, 6), date(2026, 3, 20)) | st.dates(date(2026, 2, 6), date(2031, 12, 31))
"""Soon after, and years later: so that all is told by weeks, months and quarters."""
dense_diaries = st.builds(
    lambda diary, before, after: replace(diary, before=before, after=after),
    strategies.diaries,
    st.dictionaries(fortnight, strategies.befores, max_size=7),
    st.dictionaries(fortnight, strategies.afters, max_size=7),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a whole diary takes longer than a test may
)
@given(st.one_of(strategies.diaries, dense_diaries), todays, st.sampled_from([0, 0, 13, 52]))
def test_chart_table_file_and_diary_tell_the_same(
    cards: tuple[WeekCard, FeltCard, SymptomCard], diary: StoredDiary, today: date, weeks: int
) -> None:
    keeper = DiaryKeeper(MemoryDiaryStore(diary))
    history = HistoryService(keeper, FakeClock(moment(today, 12)))
    shown = history.progress(weeks or history.weeks_of_diary())
    grouping = shown.grouping
    minutes, felt, symptom = cards
    minutes.show_spans(shown.spans, grouping, today)
    felt.show_conditions(shown.conditions, grouping, today)
    firsts = [span.first_day for span in minutes.week_chart.spans()]
    assert firsts[-1] == span_key(today, grouping)
    check_minutes(minutes, diary, keeper, today, grouping)
    check_felt(felt, diary, grouping)
    for trend in shown.trends:
        symptom.show_trend(trend, grouping, today)
        check_symptom(symptom, trend.symptom, diary, grouping)
    if weeks == 0:
        walked, _brisk = minutes_by_day(diary)
        assert sum(span.minutes for span in shown.spans) == sum(walked.values()), "all is all"


def check_minutes(card: WeekCard, diary: StoredDiary, keeper: DiaryKeeper, today: date, grouping: Grouping) -> None:
    walked, brisk = minutes_by_day(diary)
    walked_in, brisk_in = summed(walked.items(), grouping), summed(brisk.items(), grouping)
    chart = card.week_chart.spans()
    assert [span.minutes for span in chart] == [walked_in(span.first_day) for span in chart]
    assert [span.brisk_min for span in chart] == [brisk_in(span.first_day) for span in chart]
    last = chart[-1]
    days = [last.first_day + timedelta(days=number) for number in range(400)]
    planned = [planned_on(keeper, keeper.day(day), today).minutes for day in days if span_key(day, grouping) == last.first_day]
    assert last.planned_min == sum(planned)
    figures = [[str(n) for n in (span.minutes, span.normal_min, span.brisk_min, span.planned_min)] for span in chart]
    assert [row[:4] for row in cells(card.table.model())] == figures
    kept = [str(span.walks) if not span.walk_days else f"{span.walks} of {max(span.walks, span.walk_days)}" for span in chart]
    assert [row[4] for row in cells(card.table.model())] == kept
    assert [row[2:6] for row in saved(card)] == figures
    assert [row[6:] for row in saved(card)] == [[str(span.walks), str(span.walk_days)] for span in chart]
    assert [row[0] for row in saved(card)] == [span.first_day.isoformat() for span in chart]


def check_felt(card: FeltCard, diary: StoredDiary, grouping: Grouping) -> None:
    afters, befores = diary.after, diary.before
    days = {*afters, *befores}

    def on(day: date, *wanted: Feet) -> bool:
        return any(kept[day].feet in wanted for kept in (befores, afters) if day in kept)

    def in_span(day_is: Callable[[date], bool]) -> Callable[[date], int]:
        return summed(((day, 1) for day in days if day_is(day)), grouping)

    counted = [
        in_span(lambda day: day in befores and befores[day].steady is Steadiness.LESS_STEADY),
        in_span(lambda day: day in befores and befores[day].steady is Steadiness.MUCH_LESS_STEADY),
        in_span(lambda day: day in afters and afters[day].stumbled),
        in_span(lambda day: day in afters and not afters[day].could_talk),
        in_span(lambda day: on(day, Feet.NEW)),
        in_span(lambda day: not on(day, Feet.NEW, Feet.FINE)),
        in_span(lambda day: not on(day, Feet.NEW) and on(day, Feet.FINE)),
        in_span(lambda day: any(kept[day].warning_signs for kept in (befores, afters) if day in kept)),
    ]
    chart = card.felt_chart.conditions()
    wanted = [
        [
            tenth(afters[day].effort for day in afters if span_key(day, grouping) == condition.first_day),
            *(str(count(condition.first_day)) for count in counted),
        ]
        for condition in chart
    ]
    assert [[tenth([]) if each.effort is None else f"{floor(each.effort * 10 + 0.5) / 10:g}"] for each in chart] == [
        row[:1] for row in wanted
    ]
    assert [[str(count) for count in condition.counts()] for condition in chart] == [row[1:] for row in wanted]
    assert [plain(row) for row in cells(card.table.model())] == wanted
    assert [row[2:] for row in saved(card)] == wanted


def check_symptom(card: SymptomCard, symptom: Symptom, diary: StoredDiary, grouping: Grouping) -> None:
    chart = card.symptom_chart.points()

    def rated(kept: Iterable[tuple[date, int]], first_day: date) -> str:
        return tenth(score for day, score in kept if span_key(day, grouping) == first_day)

    before = [(day, each.ratings[symptom]) for day, each in diary.before.items() if symptom in each.ratings]
    worst = [(day, each.worst[symptom]) for day, each in diary.after.items() if symptom in each.worst]
    wanted = [[rated(before, point.first_day), rated(worst, point.first_day)] for point in chart]
    assert [plain(row)[:2] for row in cells(card.table.model())] == wanted
    assert [row[2:4] for row in saved(card)] == wanted
    assert [plain(row)[2] for row in cells(card.table.model())] == [row[4] for row in saved(card)]
    shown = [["" if score is None else f"{floor(score * 10 + 0.5) / 10:g}" for score in (p.before, p.worst)] for p in chart]
    assert shown == wanted
