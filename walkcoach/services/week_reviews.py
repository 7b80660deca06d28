"""The weekly review: when one is due, what it tells, and those that were kept.

A review is kept in the diary as a JSON object with a version, just as it was told. Reading is lenient: a field that this
program does not know is left out, and a review that it cannot read at all is left out of the list, never trouble.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date, timedelta
from statistics import fmean
from typing import Any, Final
from uuid import UUID, uuid4

from walkcoach.core.decision import DecisionKind
from walkcoach.core.diary import DiaryDay, Feet
from walkcoach.core.progress import first_day_of_week
from walkcoach.core.symptoms import Symptom
from walkcoach.core.week_review import WEEK_DAYS, Level, SymptomWeek, WeekReview
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import Entry, EntryKind
from walkcoach.services.folded_diary import FoldedDiary, whole_minutes
from walkcoach.services.planned import planned_on
from walkcoach.services.ports import Clock, WalkKind
from walkcoach.services.today import TodayService, TodayState, TodayView

REVIEW_VERSION: Final = 1
LEAST_DAYS: Final = 3
"""Days of the diary that a week must have to be told about: its first two days are no week."""
APART_DAYS: Final = 4
"""Days from one reviewed week's first day to the next one's, at least: a change of the locale's first weekday tells none twice."""
_NOT_NOW: Final = frozenset({TodayState.NO_WALK, TodayState.PART_WALKED, TodayState.TO_CHECK_IN_AFTER})
"""States of Today that have something of their own to say first."""


class WeekReviews:
    """Answers which week is to be told about, and keeps it. `first_weekday` is the week's, Monday = 0."""

    def __init__(
        self,
        clock: Clock,
        keeper: DiaryKeeper,
        today: TodayService,
        first_weekday: int = 0,
        new_id: Callable[[], UUID] = uuid4,
    ) -> None:
        self._clock = clock
        self._keeper = keeper
        self._today = today
        self._first_weekday = first_weekday
        self._new_id = new_id

    def due(self) -> WeekReview | None:
        """The week to tell about now, if there is one.

        It is the last week before this one in which anything was walked or said, unless it was told about already. None in
        the first days of a diary, none while a walk that was cut off waits for its answer, and none while Today has
        something to say that comes first: a lock, a day without walking, a walk or its check-in under way.
        """
        view = self._today.view()
        if not _may_be_told(view) or self._keeper.read_checkpoint() is not None:
            return None
        first_day = self._last_week(view.day)
        if first_day is None or not self._is_new(first_day):
            return None
        return review_of(self._keeper, first_day, self._clock.now().date())

    def keep(self, review: WeekReview) -> None:
        """Keep `review`: its week is not told about again. Raises `Trouble`, with nothing kept."""
        moment = self._clock.now()
        entry = Entry(EntryKind.WEEK_REVIEW, self._new_id(), review.first_day, moment, review_to_json(review))
        self._keeper.change(None, [entry], [], moment)

    def kept(self) -> tuple[WeekReview, ...]:
        """Every review that was kept and can be read, newest first."""
        found = (review_from_json(text) for text in self._keeper.load().week_reviews.values())
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.first_day, reverse=True))

    def _last_week(self, today: date) -> date | None:
        """The first day of the last week before this one that has enough of the diary in it."""
        this_week, days = first_day_of_week(today, self._first_weekday), _days(self._keeper)
        last = max((day for day in days if day < this_week), default=None)
        if last is None:
            return None
        first_day = first_day_of_week(last, self._first_weekday)
        told_of = (first_day + timedelta(days=WEEK_DAYS) - max(min(days), first_day)).days
        return first_day if told_of >= LEAST_DAYS else None

    def _is_new(self, first_day: date) -> bool:
        """Whether neither this week nor a later one was told about."""
        told = max(self._keeper.load().week_reviews, default=None)
        return told is None or (first_day - told).days >= APART_DAYS


def review_of(diary: FoldedDiary, first_day: date, today: date) -> WeekReview:
    """The week that begins on `first_day`, as `diary` tells it on `today`."""
    begun = min(_days(diary), default=first_day)
    dates = [first_day + timedelta(days=number) for number in range(WEEK_DAYS)]
    week = [diary.day(each) for each in dates]
    earlier = [diary.day(each - timedelta(days=WEEK_DAYS)) for each in dates]
    planned = [planned_on(diary, day, today) for day in week]
    walked = [diary.decision_on(day.date) for day in week if day.walked]
    unwalked = [diary.decision_on(day.date).kind for day in week if not day.walked and day.date >= begun]
    minutes = [_minutes(diary, day.date) for day in week]
    followed = diary.load().profile.followed or (Symptom.DISCOMFORT,)
    return WeekReview(
        first_day=first_day,
        walks=sum(day.walked for day in week),
        walk_days=sum(plan.due or day.walked for plan, day in zip(planned, week, strict=True)),
        walked_days=sum(walked_min > 0 for walked_min, _brisk_min in minutes),
        minutes=sum(walked_min for walked_min, _brisk_min in minutes),
        brisk_min=sum(brisk_min for _walked_min, brisk_min in minutes),
        planned_min=sum(plan.minutes for plan in planned),
        own_min=sum(_own_minutes(diary, day.date) for day in week),
        earlier_min=sum(_minutes(diary, day.date)[0] for day in earlier) if begun < first_day else None,
        level_first=_level(diary, max(first_day, begun)),
        level_last=_level(diary, dates[-1], over=True),
        step_backs=sum(decision.real_step_back for decision in walked),
        holds=sum(decision.kind is DecisionKind.REPEAT for decision in walked),
        rest_days=unwalked.count(DecisionKind.REST_DAY),
        days_off=unwalked.count(DecisionKind.NO_WALK),
        sign_days=sum(_told_a_sign(day) for day in week),
        feet_days=sum(_new_on_feet(day) for day in week),
        symptoms=tuple(
            _symptom_week(symptom, week, earlier)
            for symptom in dict.fromkeys((*followed, *Symptom))
            if _scores_before(symptom, week) or _scores_worst(symptom, week)
        ),
    )


def review_to_json(review: WeekReview) -> str:
    """The whole review as one JSON object."""
    kept = {**asdict(review), "version": REVIEW_VERSION, "first_day": review.first_day.isoformat()}
    return json.dumps(kept, separators=(",", ":"), sort_keys=True)


def review_from_json(text: str) -> WeekReview | None:
    """What `review_to_json` wrote, in this version or another one; None where it makes no sense."""
    try:
        kept = json.loads(text)
        return WeekReview(
            first_day=date.fromisoformat(kept["first_day"]),
            earlier_min=None if kept["earlier_min"] is None else _count(kept["earlier_min"]),
            level_first=_level_of(kept["level_first"]),
            level_last=_level_of(kept["level_last"]),
            symptoms=tuple(_symptom_of(each) for each in kept["symptoms"] if each["symptom"] in set(Symptom)),
            own_min=_count(kept.get("own_min", 0)),  # not told in the first reviews that were kept
            **{name: _count(kept[name]) for name in _COUNTS},
        )
    except (ValueError, KeyError, TypeError, RecursionError):  # RecursionError: brackets nested beyond sense
        return None


_COUNTS: Final = tuple(
    field.name
    for field in fields(WeekReview)
    if field.name not in ("first_day", "own_min", "earlier_min", "level_first", "level_last", "symptoms")
)


def _may_be_told(view: TodayView) -> bool:
    return view.state not in _NOT_NOW and not view.locked


def _days(diary: FoldedDiary) -> set[date]:
    """The days on which anything was walked or said."""
    return {*diary.days(), *(walk.day for walk in diary.load().walks)}


def _minutes(diary: FoldedDiary, day: date) -> tuple[int, int]:
    """Whole minutes walked on the day, walks of every kind together, and how many of them were brisk."""
    walks = diary.walks_on(day)
    minutes = whole_minutes(sum(walk.walked_s for walk in walks))
    return minutes, min(minutes, whole_minutes(sum(walk.brisk_s for walk in walks)))


def _own_minutes(diary: FoldedDiary, day: date) -> int:
    """Whole minutes of the day that no walk of the plan makes up."""
    planned_s = sum(walk.walked_s for walk in diary.walks_on(day) if walk.kind is WalkKind.PLANNED)
    return _minutes(diary, day)[0] - whole_minutes(planned_s)


def _level(diary: FoldedDiary, on: date, *, over: bool = False) -> Level:
    """Where the plan stands as the day `on` begins, or when it is `over`."""
    state = diary.state_before(on + timedelta(days=1) if over else on)
    standing = state.standing(diary.programme_on(on))
    return Level(standing.minutes, standing.brisk_minutes)


def _told_a_sign(day: DiaryDay) -> bool:
    return any(check_in is not None and check_in.warning_signs for check_in in (day.before, day.after))


def _new_on_feet(day: DiaryDay) -> bool:
    return any(check_in is not None and check_in.feet is Feet.NEW for check_in in (day.before, day.after))


def _scores_before(symptom: Symptom, days: Iterable[DiaryDay]) -> list[int]:
    return [day.before.ratings[symptom] for day in days if day.before and symptom in day.before.ratings]


def _scores_worst(symptom: Symptom, days: Iterable[DiaryDay]) -> list[int]:
    return [day.after.worst[symptom] for day in days if day.after and symptom in day.after.worst]


def _symptom_week(symptom: Symptom, week: Sequence[DiaryDay], earlier: Sequence[DiaryDay]) -> SymptomWeek:
    return SymptomWeek(
        symptom,
        _mean(_scores_before(symptom, week)),
        _mean(_scores_worst(symptom, week)),
        _mean(_scores_before(symptom, earlier)),
        _mean(_scores_worst(symptom, earlier)),
    )


def _mean(scores: Sequence[int]) -> float | None:
    return fmean(scores) if scores else None


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"no count: {value!r}")
    return value


def _score(value: object) -> float | None:
    if value is None:
        return None
    if type(value) not in (int, float) or not 0 <= value <= 10:  # type: ignore[operator]  # a number by then
        raise ValueError(f"no score: {value!r}")
    return float(value)  # type: ignore[arg-type]  # a number by then


def _level_of(kept: Mapping[str, Any]) -> Level:
    return Level(_count(kept["minutes"]), _count(kept["brisk_min"]))


def _symptom_of(kept: Mapping[str, Any]) -> SymptomWeek:
    return SymptomWeek(
        Symptom(kept["symptom"]),
        _score(kept["before"]),
        _score(kept["worst"]),
        _score(kept["earlier_before"]),
        _score(kept["earlier_worst"]),
    )
