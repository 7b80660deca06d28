"""Weeks and symptom trends, as ready-to-show values for charts, tables and sentences. Weeks are given by their first day."""

from dataclasses import dataclass
from datetime import date

from walkcoach.core.symptoms import Symptom


@dataclass(frozen=True, slots=True)
class Week:
    """One week: whole minutes walked at normal and brisk pace, minutes offered on the days walked or due, and walks kept.

    `planned_min` is the sum of what was offered on the week's walked days and on walk days missed (at the level then).
    """

    first_day: date
    normal_min: int
    brisk_min: int
    planned_min: int
    walks: int
    walk_days: int

    @property
    def minutes(self) -> int:
        """All minutes walked."""
        return self.normal_min + self.brisk_min


@dataclass(frozen=True, slots=True)
class SymptomPoint:
    """One week (or day) of one symptom: mean score before walks, mean worst during, None where not rated; `usual` then."""

    first_day: date
    before: float | None
    worst: float | None
    usual: float | None


@dataclass(frozen=True, slots=True)
class SymptomTrend:
    """One symptom over the weeks shown, oldest first; `usual` is today's."""

    symptom: Symptom
    points: tuple[SymptomPoint, ...]
    usual: float | None


@dataclass(frozen=True, slots=True)
class Progress:
    """What the Progress page draws: weeks and trends, oldest first, the last week being this one."""

    weeks: tuple[Week, ...]
    trends: tuple[SymptomTrend, ...]
    today: date
