"""One week that is over, as the figures that are told about it when the next one begins. Pure, and no wording.

It is made once and kept as it was told, so that a later edit of the diary does not rewrite what somebody has read.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from walkcoach.core.symptoms import Symptom

WEEK_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class SymptomWeek:
    """One symptom: mean score before walks and mean worst during them, 0 to 10; the same of the week before. None: not rated."""

    symptom: Symptom
    before: float | None
    worst: float | None
    earlier_before: float | None = None
    earlier_worst: float | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """The walk that the plan stands at: whole minutes, and how many of them are brisk."""

    minutes: int
    brisk_min: int = 0


@dataclass(frozen=True, slots=True)
class WeekReview:
    """The week from `first_day` on. Minutes are whole and count walks of every kind; the other figures count days.

    `walks`: days with a walk of the plan, of `walk_days` on which one was due. `walked_days`: days with any walk.
    `planned_min`: what the plan offered on the days walked or due. `own_min`: those of `minutes` that were walked beside the
    plan, on one's own or added by hand. `earlier_min`: the minutes of the week before, None where
    the diary had not begun. `level_first` and `level_last`: where the plan stood as the week began and when it was over.
    `step_backs`, `holds`: walked days whose plan went a step back or stayed the same. `rest_days`: days off by choice.
    `days_off`: days that a warning sign, the feet or the day's state kept free of walking. `sign_days`, `feet_days`: days on
    which a warning sign was told, and on which the feet showed something new. `symptoms` are those rated, followed ones first.
    """

    first_day: date
    walks: int
    walk_days: int
    walked_days: int
    minutes: int
    brisk_min: int
    planned_min: int
    earlier_min: int | None
    level_first: Level
    level_last: Level
    step_backs: int = 0
    holds: int = 0
    rest_days: int = 0
    days_off: int = 0
    sign_days: int = 0
    feet_days: int = 0
    symptoms: tuple[SymptomWeek, ...] = ()
    own_min: int = 0

    @property
    def last_day(self) -> date:
        """The last day of the week."""
        return self.first_day + timedelta(days=WEEK_DAYS - 1)
