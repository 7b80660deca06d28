"""Made-up values for the gallery and for tests of pages: a day in each state that Today can be in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from walkcoach.core.decision import Decision, DecisionKind, Evidence, Rule, Stage, Standing
from walkcoach.core.programme import Programme
from walkcoach.core.segments import segments_for
from walkcoach.core.symptoms import Symptom
from walkcoach.services.today import FollowedSymptom, OutlookDay, TodayState, TodayView, WeekDay

SUNDAY: Final = date(2026, 11, 22)
_WALKED: Final = ((55, 0), (60, 5), (60, 5), (0, 0), (60, 5), (0, 0), (0, 0))


def decision(
    minutes: int = 60,
    brisk: int = 10,
    kind: DecisionKind = DecisionKind.INCREASE,
    rules: tuple[Rule, ...] = (Rule.GOOD_RESPONSE,),
    evidence: Evidence | None = None,
) -> Decision:
    """A decision of `minutes` with `brisk` ones; no minutes mean no segments."""
    seen = evidence or Evidence(
        before_minutes=60,
        before_brisk_minutes=max(0, brisk - 5),
        last_walk=SUNDAY - timedelta(days=2),
        last_walked_minutes=60,
        last_offered_minutes=60,
        provoked=0,
        provoked_symptom=Symptom.TINGLING,
        provoked_before=2,
        provoked_worst=2,
    )
    stage = Stage.BUILD_PACE if brisk else Stage.BUILD_TIME
    segments = segments_for(minutes, brisk, Programme()) if minutes else ()
    return Decision(kind, rules, Standing(stage, minutes or 60, brisk), segments, evidence=seen)


def today_view(**changes: object) -> TodayView:
    """A Sunday morning with 60 minutes, 10 of them brisk, before the check-in; `changes` are fields of `TodayView`."""
    monday = SUNDAY - timedelta(days=6)
    week = tuple(
        WeekDay(monday + timedelta(days=number), walked, brisk, True, number == 6, False)
        for number, (walked, brisk) in enumerate(_WALKED)
    )
    outlook = tuple(
        OutlookDay(SUNDAY + timedelta(days=number), 60, 60, low, high)
        for number, low, high in ((1, 12, 15), (2, 14, 20), (3, 16, 25))
    )
    view = TodayView(
        day=SUNDAY,
        hour=9,
        state=TodayState.TO_CHECK_IN,
        decision=decision(),
        provisional=True,
        walked_min=0,
        walked_brisk_min=0,
        remaining_s=3600,
        needs_before=True,
        needs_after=False,
        ask_settled=False,
        last_walk=SUNDAY - timedelta(days=2),
        last_walk_min=60,
        week=week,
        week_min=235,
        week_planned_min=300,
        outlook=outlook,
        followed=(FollowedSymptom(Symptom.TINGLING, 2, 2), FollowedSymptom(Symptom.NUMBNESS, 4, 4)),
        before=None,
        first_day=False,
        walk_anyway=None,
        locked=False,
        asks_glucose=False,
    )
    return replace(view, **changes)  # type: ignore[arg-type]


def today_states() -> Mapping[str, TodayView]:
    """A view for each thing that Today can say, by a short name."""
    first = decision(15, 0, DecisionKind.START, (Rule.FIRST_WALK,), Evidence())
    easy = decision(30, 0, DecisionKind.EASY_DAY, (Rule.MUCH_LESS_STEADY,))
    review = decision(60, 10, DecisionKind.REPEAT, (Rule.REVIEW_DUE, Rule.MISSED_DAYS), replace(decision().evidence, missed_days=2))
    none = (DecisionKind.NO_WALK, (Rule.WARNING_SIGN, Rule.FEET_NEW))
    walked = _walked_today(22)
    return MappingProxyType(
        {
            "first_day": today_view(
                first_day=True, decision=first, last_walk=None, last_walk_min=0, week=_empty_week(), week_min=0, week_planned_min=15
            ),
            "to_check_in": today_view(),
            "ready": today_view(state=TodayState.READY_TO_WALK, provisional=False, needs_before=False),
            "month": today_view(ask_slow_signs=True),
            "easy": today_view(state=TodayState.READY_TO_WALK, decision=easy, hour=20, provisional=False, needs_before=False),
            "review": today_view(decision=review, can_acknowledge_review=True),
            "part_walked": today_view(
                state=TodayState.PART_WALKED, walked_min=38, remaining_s=22 * 60, needs_after=True, needs_before=False, week=walked
            ),
            "to_check_in_after": today_view(
                state=TodayState.TO_CHECK_IN_AFTER, walked_min=60, remaining_s=0, needs_after=True, needs_before=False, week=walked
            ),
            "done": today_view(
                state=TodayState.DONE, walked_min=60, walked_brisk_min=10, remaining_s=0, needs_before=False, hour=18, week=walked
            ),
            "rest_day": today_view(
                state=TodayState.REST_DAY,
                decision=decision(0, 0, DecisionKind.REST_DAY, (Rule.REST_DAY,)),
                walk_anyway=decision(60, 5, DecisionKind.REPEAT, (Rule.REST_DAY_WALK,)),
            ),
            "locked": today_view(
                state=TodayState.NO_WALK,
                decision=decision(0, 0, *none),
                locked=True,
                can_clear_sign=True,
                outlook=(),
                needs_before=False,
            ),
            "not_today": today_view(
                state=TodayState.NO_WALK, decision=decision(0, 0, DecisionKind.NO_WALK, (Rule.NOT_TODAY,)), needs_before=False
            ),
            "plan_off": today_view(state=TodayState.PLAN_OFF, outlook=(), week_planned_min=0),
        }
    )


def _walked_today(minutes: int) -> tuple[WeekDay, ...]:
    *before, today = today_view().week
    return (*before, replace(today, walked_min=minutes))


def _empty_week() -> tuple[WeekDay, ...]:
    return tuple(replace(day, walked_min=0, brisk_min=0) for day in today_view().week)
