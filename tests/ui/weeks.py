"""Weeks of walking and scores as the Progress page gets them: ordinary ones to look at, and any there may be."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from walkcoach.core.progress import Condition, Progress, SymptomPoint, SymptomTrend, Week
from walkcoach.core.spans import Grouping, grouping_for, next_first_day, spans_shown
from walkcoach.core.symptoms import Symptom

SUNDAY = date(2026, 11, 22)
THREE = (Symptom.TINGLING, Symptom.PINS_AND_NEEDLES, Symptom.CRAMPS)


def first_days(weeks: int, today: date = SUNDAY) -> list[date]:
    """The Mondays of the last `weeks` weeks, oldest first."""
    last = today - timedelta(days=today.weekday())
    return [last - timedelta(weeks=ago) for ago in range(weeks - 1, -1, -1)]


def week(first_day: date, minutes: int = 200, brisk: int = 50, planned: int = 240, walks: int = 5, walk_days: int = 6) -> Week:
    """A week of `minutes`, `brisk` of them brisk."""
    return Week(first_day, minutes - brisk, brisk, planned, walks, walk_days)


def trend(
    symptom: Symptom, days: Sequence[date], before: Sequence[float | None], worst: Sequence[float | None] = ()
) -> SymptomTrend:
    """One symptom; worst a point above before unless told otherwise, usual always 2, five ratings a span."""
    above = [None if score is None else min(10.0, score + 1) for score in before]
    points = zip(days, before, worst or above, strict=True)
    return SymptomTrend(
        symptom,
        tuple(SymptomPoint(*point, 2.0, 0 if point[1] is None else 5) for point in points),
        2.0,
    )


def condition(first_day: date, place: int = 0, score: int | None = None) -> Condition:
    """A span of five efforts, with something noticed in some of them; or with all at the worst there is."""
    if score is not None:
        return Condition(first_day, 5, 5 * score, 2, 3, 5, 5, 5, 0, 0, 5)
    sometimes = [int(place % every == part) for every, part in ((4, 1), (9, 5), (5, 2), (11, 7), (13, 8), (6, 3), (17, 6))]
    less, much, stumbles, talk, new, unchecked, sign = sometimes
    return Condition(first_day, 5, 15 + place % 6, 2 * less, much, stumbles, talk, new, unchecked, 5 - new - unchecked, sign)


def spans_of(weeks: int, today: date = SUNDAY) -> tuple[list[date], Grouping]:
    """The first days of the spans that `weeks` weeks are shown as."""
    grouping = grouping_for(weeks)
    return list(spans_shown(first_days(weeks, today)[0], today, grouping, 0)), grouping


def progress(weeks: int = 13, symptoms: Sequence[Symptom] = THREE, score: float | None = None) -> Progress:
    """`weeks` weeks that grow from 100 minutes; scores that fall from 4, or all are `score`."""
    days, grouping = spans_of(weeks)
    last = max(1, len(days) - 1)
    long = (next_first_day(days[0], grouping) - days[0]).days // 7
    return Progress(
        tuple(
            week(day, long * (100 + 200 * place // last), long * (60 * place // last), long * 240, long * 5, long * 6)
            for place, day in enumerate(days)
        ),
        tuple(
            trend(symptom, days, [4 - 2 * place / last if score is None else score for place in range(len(days))])
            for symptom in symptoms
        ),
        SUNDAY,
        tuple(condition(day, place, None if score is None else round(score)) for place, day in enumerate(days)),
        grouping,
    )


def unwalked(weeks: int = 13, symptoms: Sequence[Symptom] = THREE) -> Progress:
    """`weeks` weeks in which nobody has walked yet."""
    days, grouping = spans_of(weeks)
    points = tuple(SymptomPoint(day, None, None, None) for day in days)
    return Progress(
        tuple(Week(day, 0, 0, 0, 0, 0) for day in days),
        tuple(SymptomTrend(each, points, None) for each in symptoms),
        SUNDAY,
        tuple(Condition(day) for day in days),
        grouping,
    )


_minutes = st.one_of(st.just(0), st.integers(0, 900))
_days = st.integers(0, 7)
_scores = st.none() | st.floats(0, 10)
_weeks = st.lists(st.tuples(_minutes, _minutes, _minutes, _days, _days), min_size=1, max_size=5)
_points = st.lists(st.tuples(_scores, _scores, _scores), min_size=1, max_size=5)
_counts = st.integers(0, 7)
_conditions = st.lists(
    st.tuples(_counts, *[_counts] * 8).map(lambda drawn: (drawn[0], 3 * drawn[0], *drawn[1:])), min_size=1, max_size=5
)


@st.composite
def progresses(draw: st.DrawFn, most_weeks: int = 130) -> Progress:
    """Any spans that history may hand out: empty ones, maybe, and then a few sorts of span in turn."""
    today = draw(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
    days, grouping = spans_of(draw(st.integers(1, most_weeks)), today)
    empty = draw(st.integers(0, len(days)))
    sorts = draw(_weeks)
    spans = [Week(day, 0, 0, 0, 0, 0) for day in days[:empty]]
    spans += [Week(day, *sorts[number % len(sorts)]) for number, day in enumerate(days[empty:])]
    trends = []
    for symptom in draw(st.lists(st.sampled_from(Symptom), max_size=3, unique=True)):
        scores = draw(_points)
        points = [SymptomPoint(day, None, None, None) for day in days[:empty]]
        points += [SymptomPoint(day, *scores[number % len(scores)]) for number, day in enumerate(days[empty:])]
        trends.append(SymptomTrend(symptom, tuple(points), points[-1].usual))
    felt = draw(_conditions)
    conditions = [Condition(day) for day in days[:empty]]
    conditions += [Condition(day, *felt[number % len(felt)]) for number, day in enumerate(days[empty:])]
    return Progress(tuple(spans), tuple(trends), today, tuple(conditions), grouping)
