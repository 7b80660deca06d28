"""Weeks of walking and scores as the Progress page gets them: ordinary ones to look at, and any there may be."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from walkcoach.core.progress import Progress, SymptomPoint, SymptomTrend, Week
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
    """One symptom; worst a point above before unless told otherwise, usual always 2."""
    above = [None if score is None else min(10.0, score + 1) for score in before]
    return SymptomTrend(
        symptom,
        tuple(SymptomPoint(*point, 2.0) for point in zip(days, before, worst or above, strict=True)),
        2.0,
    )


def progress(weeks: int = 13, symptoms: Sequence[Symptom] = THREE, score: float | None = None) -> Progress:
    """`weeks` weeks that grow from 100 minutes; scores that fall from 4, or all are `score`."""
    days = first_days(weeks)
    last = max(1, weeks - 1)
    return Progress(
        tuple(week(day, 100 + 200 * place // last, 60 * place // last) for place, day in enumerate(days)),
        tuple(
            trend(symptom, days, [4 - 2 * place / last if score is None else score for place in range(weeks)])
            for symptom in symptoms
        ),
        SUNDAY,
    )


def unwalked(weeks: int = 13, symptoms: Sequence[Symptom] = THREE) -> Progress:
    """`weeks` weeks in which nobody has walked yet."""
    days = first_days(weeks)
    points = tuple(SymptomPoint(day, None, None, None) for day in days)
    return Progress(
        tuple(Week(day, 0, 0, 0, 0, 0) for day in days), tuple(SymptomTrend(each, points, None) for each in symptoms), SUNDAY
    )


_minutes = st.one_of(st.just(0), st.integers(0, 900))
_days = st.integers(0, 7)
_scores = st.none() | st.floats(0, 10)
_weeks = st.lists(st.tuples(_minutes, _minutes, _minutes, _days, _days), min_size=1, max_size=5)
_points = st.lists(st.tuples(_scores, _scores, _scores), min_size=1, max_size=5)


@st.composite
def progresses(draw: st.DrawFn, most_weeks: int = 130) -> Progress:
    """Any weeks that history may hand out: empty ones, maybe, and then a few sorts of week in turn."""
    today = draw(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
    days = first_days(draw(st.integers(1, most_weeks)), today)
    empty = draw(st.integers(0, len(days)))
    sorts = draw(_weeks)
    weeks = [Week(day, 0, 0, 0, 0, 0) for day in days[:empty]]
    weeks += [Week(day, *sorts[number % len(sorts)]) for number, day in enumerate(days[empty:])]
    trends = []
    for symptom in draw(st.lists(st.sampled_from(Symptom), max_size=3, unique=True)):
        scores = draw(_points)
        points = [SymptomPoint(day, None, None, None) for day in days[:empty]]
        points += [SymptomPoint(day, *scores[number % len(scores)]) for number, day in enumerate(days[empty:])]
        trends.append(SymptomTrend(symptom, tuple(points), points[-1].usual))
    return Progress(tuple(weeks), tuple(trends), today)
