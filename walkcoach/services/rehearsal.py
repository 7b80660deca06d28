"""The coach without a window: a scenario's days, decided one after another (coaching.md, section 6). No Qt, no storage."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision, DecisionKind
from walkcoach.core.diary import DayWalk, DiaryDay
from walkcoach.core.fold import step
from walkcoach.services.scenario import ScenarioDay


def rehearse(days: tuple[ScenarioDay, ...]) -> Iterator[tuple[date, Decision]]:
    """The decision of each day; a walk `as_planned` walks what its day offers."""
    state = CoachState.begin()
    for scenario_day in days:
        day = _walked_as_planned(state, scenario_day) if scenario_day.as_planned else scenario_day.day
        decision, state = step(state, day, scenario_day.programme)
        yield day.date, decision


def _walked_as_planned(state: CoachState, scenario_day: ScenarioDay) -> DiaryDay:
    """The day with the walk that it offers; without one where there is no walk."""
    offered = decide(state, scenario_day.day, scenario_day.programme, walking=True)
    if offered.kind is DecisionKind.NO_WALK:
        return scenario_day.day
    return replace(scenario_day.day, walk=DayWalk(offered.minutes, offered.brisk_minutes), offered=offered)


def as_json(day: date, decision: Decision) -> str:
    """One line of JSON for a day."""
    return json.dumps(
        {
            "date": day.isoformat(),
            "stage": decision.standing.stage.value,
            "decision": decision.kind.value,
            "minutes": decision.minutes,
            "brisk_minutes": decision.brisk_minutes,
            "rules": [rule.value for rule in decision.rules],
            "segments": [[segment.pace.value, segment.length_s] for segment in decision.segments],
        }
    )


def as_table(decided: list[tuple[date, Decision]]) -> Iterator[str]:
    """The days as lines of a table that is read without a program."""
    columns = "{:<10}  {:<10}  {:<10}  {:>7}  {:>5}  {}"
    yield columns.format("date", "stage", "decision", "minutes", "brisk", "rules").rstrip()
    for day, decision in decided:
        rules = " ".join(decision.rules)
        stage, kind = decision.standing.stage, decision.kind
        yield columns.format(day.isoformat(), stage, kind, decision.minutes, decision.brisk_minutes, rules).rstrip()
