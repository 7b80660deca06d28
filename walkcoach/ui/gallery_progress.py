"""The calendar and the road for the gallery, in the states that there are: made up, and with every kind of day."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QWidget

from walkcoach.core.calendar import CalendarDay, Month, month_of
from walkcoach.core.decision import DecisionKind, Stage, Standing
from walkcoach.core.programme import Programme
from walkcoach.core.road import Obstacles, Road, road_of
from walkcoach.ui.pages.calendar_and_road import CalendarAndRoad

TODAY: Final = date(2026, 11, 22)
_AUGUST: Final = date(2026, 8, 5)
_OCTOBER: Final = date(2026, 10, 24)
_LONG_AGO: Final = date(2006, 12, 18)
_OFFERED_MIN: Final = 30


def every_day(day: date) -> CalendarDay:
    """Each kind of day in turn, with all that a day can bring on the 17th."""
    if day > TODAY:
        return CalendarDay(day, future=True)
    kinds = (*DecisionKind, None)
    kind = kinds[day.toordinal() % len(kinds)]
    offers = kind not in (None, DecisionKind.REST_DAY, DecisionKind.NO_WALK)
    made = CalendarDay(
        day,
        kind,
        offered_min=_OFFERED_MIN if offers else 0,
        minutes=_OFFERED_MIN if offers and day.day % 5 else 0,
        brisk_min=_OFFERED_MIN // 3 if offers and day.day % 5 else 0,
        walked=offers and bool(day.day % 5),
        today=day == TODAY,
    )
    if day.day == 17:
        return replace(made, free_walk=True, warning_sign=True, foot_finding=True, remark=True, minutes=120)
    if day.day in (18, 19):
        return CalendarDay(day, DecisionKind.NO_WALK, locked=True)
    return made


def stepped_back(day: date) -> CalendarDay:
    """A month in which every plan was a step back."""
    return CalendarDay(day, DecisionKind.STEP_BACK, 20, 20, 0, walked=True) if day <= TODAY else CalendarDay(day, future=True)


def locked_since(day: date) -> CalendarDay:
    """A walk, then a warning sign, then a plan on hold."""
    first = TODAY - timedelta(days=9)
    if day > TODAY or day < first - timedelta(days=6):
        return CalendarDay(day, future=day > TODAY)
    if day < first:
        return CalendarDay(day, DecisionKind.INCREASE, 25, 25, 0, walked=True)
    return CalendarDay(day, DecisionKind.NO_WALK, locked=True, warning_sign=day == first, today=day == TODAY)


def one_day(day: date) -> CalendarDay:
    """The very first walk, today."""
    if day != TODAY:
        return CalendarDay(day, future=day > TODAY)
    return CalendarDay(day, DecisionKind.START, 15, 15, 0, walked=True, today=True)


def nothing(day: date) -> CalendarDay:
    """A diary without an entry; the first walk waits."""
    if day != TODAY:
        return CalendarDay(day, future=day > TODAY)
    return CalendarDay(day, DecisionKind.START, 15, today=True)


def month(day_on: Callable[[date], CalendarDay], *, earlier: bool = True) -> Month:
    """November 2026 with such days."""
    return replace(month_of(TODAY, 0, day_on), earlier=earlier)


def at(minutes: int, brisk: int = 0) -> Standing:
    """A level."""
    return Standing(Stage.BUILD_PACE if brisk else Stage.BUILD_TIME, minutes, brisk)


def road(*levels: Standing | None, reached: tuple[date | None, ...] = (_AUGUST, None, None), locked: bool = False) -> Road:
    """The road with these levels, now, a week ago, and so on."""
    return road_of(TODAY, Programme(), levels, reached, Obstacles(locked=locked))


STATES: Final[Mapping[str, tuple[Month, Road]]] = MappingProxyType(
    {
        "empty": (month(nothing, earlier=False), road(None, reached=(None, None, None))),
        "one-day": (month(one_day, earlier=False), road(at(15), reached=(TODAY, None, None))),
        "4-weeks": (month(every_day), road(at(40), at(36), at(36), at(30), at(25))),
        "1-year": (
            month(every_day),
            road(at(60, 15), at(60, 10), at(60, 10), at(60, 5), at(57), reached=(_AUGUST, _OCTOBER, None)),
        ),
        "20-years": (month(every_day), road(*[at(60, 45)] * 5, reached=(_LONG_AGO, date(2007, 2, 6), date(2007, 3, 3)))),
        "step-backs": (
            month(stepped_back),
            road(at(38), at(48), at(60), at(60, 5), at(60, 10), reached=(_AUGUST, _OCTOBER, None)),
        ),
        "locked": (month(locked_since), road(at(27), at(23), at(19), locked=True)),
    }
)
"""A month and a road in each state, by a short name."""


def calendars_and_roads() -> Mapping[str, Callable[[], QWidget]]:
    """What makes each of them, by name."""
    return MappingProxyType({f"calendar-{name}": partial(calendar_and_road, name) for name in STATES})


def calendar_and_road(name: str) -> CalendarAndRoad:
    """The part of the page in one state."""
    part = CalendarAndRoad()
    shown, way = STATES[name]
    part.draw_month(shown, TODAY)
    part.draw_road(way)
    return part
