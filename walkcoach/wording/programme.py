"""The words of the programme: its fields, what they mean, their ranges, and the walk that the goals make."""

from collections.abc import Sequence
from typing import Final

from walkcoach.core.segments import Segment
from walkcoach.wording import numbers
from walkcoach.wording.language import _, _n

_HALF_MIN_S: Final = 30
"""Bouts are equal to the second; nobody needs their length to more than half a minute."""


def programme_lead() -> str:
    """When a change holds."""
    return _("Each change is kept at once and holds from today on. What was walked before stays as it was.")


def track() -> str:
    """The pace of growth."""
    return _("How fast the plan may grow")


def goals_title() -> str:
    """Over the goals and the walk that they make."""
    return _("Your goals")


def growth_title() -> str:
    """Over what decides how the plan grows."""
    return _("How the plan grows")


def own_start(minutes: int) -> str:
    """The start that the track brings along."""
    return _("The track's own start: {minutes}").format(minutes=numbers.minutes(minutes))


def start() -> str:
    """Minutes of the first walk."""
    return _("First walk")


def start_hint(high: int) -> str:
    """Its range, and when it counts."""
    return _("5 to {high} minutes. Counts for a start, and for starting again after a long break.").format(high=high)


def step_min() -> str:
    """The least that a day adds."""
    return _("Smallest step")


def step_max() -> str:
    """The most that a day adds."""
    return _("Largest step")


def step_min_hint() -> str:
    """Its range, and when it is taken."""
    return _("2 to 5 minutes: what a day adds at least, when it adds.")


def step_max_hint() -> str:
    """Its range, and what it bounds."""
    return _("2 to 5 minutes: what a day adds at most.")


def step_raised(minutes: int) -> str:
    """The largest step has gone up with the smallest."""
    return _("The largest step went up with it, to {minutes}.").format(minutes=numbers.minutes(minutes))


def step_lowered(minutes: int) -> str:
    """The smallest step has come down with the largest."""
    return _("The smallest step came down with it, to {minutes}.").format(minutes=numbers.minutes(minutes))


def step_capped(track_name: str, most: int) -> str:
    """The track adds less than the largest step."""
    return _("The track “{track}” adds at most {minutes} a day, whatever is set here.").format(
        track=track_name, minutes=numbers.minutes(most)
    )


def walk_goal() -> str:
    """Minutes at which a walk is long enough."""
    return _("Walk goal")


def walk_goal_hint() -> str:
    """Its range."""
    return _("30 to 60 minutes. The plan stops growing longer there.")


def first_brisk() -> str:
    """The first brisk minutes."""
    return _("First brisk minutes")


def first_brisk_hint() -> str:
    """Their range, and when they begin."""
    return _("2 to 5 minutes. They begin once the walk goal is reached.")


def brisk_goal() -> str:
    """The brisk minutes aimed at."""
    return _("Brisk goal")


def brisk_goal_hint(high: int, walk_goal: int) -> str:
    """Its range with this walk goal."""
    return _("15 to {high} minutes with a walk goal of {goal}.").format(high=high, goal=walk_goal)


def brisk_goal_lowered(minutes: int) -> str:
    """The brisk goal has come down with the walk goal."""
    return _("The brisk goal came down with it, to {minutes}: a walk under an hour keeps 15 minutes at normal pace.").format(
        minutes=numbers.minutes(minutes)
    )


def brisk_goal_back(minutes: int) -> str:
    """The brisk goal has gone up again with the walk goal."""
    return _("The brisk goal is back at {minutes}.").format(minutes=numbers.minutes(minutes))


def placement() -> str:
    """Where brisk minutes go."""
    return _("Brisk minutes go")


def placement_hint() -> str:
    """What the two mean."""
    return _("Inside: some of the walk becomes brisk. On top: the walk grows by the brisk minutes.")


def max_bout() -> str:
    """The longest stretch of brisk walking."""
    return _("Longest brisk bout")


def max_bout_hint() -> str:
    """Its range."""
    return _("3 to 15 minutes without a break at normal pace.")


def brisk_ok() -> str:
    """Whether the plan may have brisk minutes at all."""
    return _("Brisk minutes are fine for me")


def brisk_ok_hint() -> str:
    """What to think of, and what happens without it."""
    return _(
        "Take the tick away if you have fallen in the last year, feel unsteady, or fear to fall. "
        "The plan then stays at normal pace, and nothing else changes."
    )


def walk_days() -> str:
    """The weekdays to walk on."""
    return _("Walk days")


def walk_days_hint() -> str:
    """How many, and what the others are for."""
    return _("Three or more. The other days are for rest, and resting costs you nothing.")


def walk_days_least() -> str:
    """A day was to be taken away from three."""
    return _("Three days are the least: with fewer, the plan cannot grow evenly. Choose another day first.")


def session_longer(brisk: int, whole: int) -> str:
    """The bouts need more room than the walk goal gives."""
    return _("{brisk} make a walk of {whole}: 5 easy minutes belong at either end, and one between bouts.").format(
        brisk=numbers.brisk_minutes(brisk), whole=numbers.minutes(whole)
    )


def strip_name() -> str:
    """The strip of the walk at the goals, for screen readers."""
    return _("A walk at your goals")


def goal_session(segments: Sequence[Segment]) -> str:
    """What the goals make of a walk: "At your goals a walk takes 73 minutes, 60 of them brisk, in 4 bouts of 15 minutes."."""
    whole_min = sum(segment.length_s for segment in segments) // 60
    bouts = [segment for segment in segments if segment.brisk]
    brisk_min = sum(segment.length_s for segment in bouts) // 60
    if not bouts:
        return _("At your goal a walk takes {minutes}, all at normal pace.").format(minutes=numbers.minutes(whole_min))
    longest_s = max(segment.length_s for segment in bouts)
    half_minutes = round(longest_s / _HALF_MIN_S)
    exact = all(segment.length_s == half_minutes * _HALF_MIN_S for segment in bouts)
    said = (
        _("At your goals a walk takes {minutes}, {brisk} of them brisk, in {bouts} of {length}.")
        if exact
        else _("At your goals a walk takes {minutes}, {brisk} of them brisk, in {bouts} of about {length}.")
    )
    return said.format(
        minutes=numbers.minutes(whole_min),
        brisk=brisk_min,
        bouts=_n("{n} bout", "{n} bouts", len(bouts)),
        length=numbers.length(half_minutes * _HALF_MIN_S),
    )


def unit_minutes() -> str:
    """Behind a figure in a field, with its space."""
    return _(" min")
