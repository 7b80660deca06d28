"""A walk made without the program and added by hand afterwards: what may be said of it. It is never part of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

DAYS_BACK: Final = 30
"""A walk longer ago is hardly remembered to the minute."""
MINUTES: Final = (1, 300)
_NOON: Final = time(12)


class HandWalkField(StrEnum):
    """What is asked, in its order."""

    DAY = "day"
    BEGUN = "begun"
    MINUTES = "minutes"
    BRISK = "brisk_minutes"


class HandWalkFault(StrEnum):
    """What keeps it from being added."""

    NOT_YET = "not_yet"
    TOO_LONG_AGO = "too_long_ago"
    OUT_OF_RANGE = "out_of_range"
    MORE_BRISK_THAN_WALKED = "more_brisk_than_walked"
    NOT_OVER = "not_over"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class HandWalk:
    """A walk of whole `minutes` on the local date `day`; brisk minutes are part of them. `begun` None: nobody looked at a clock."""

    day: date
    minutes: int
    brisk_minutes: int = 0
    begun: time | None = None

    def faults(self, now: datetime) -> Mapping[HandWalkField, HandWalkFault]:
        """What is wrong with it at the aware moment `now`, by field; empty if it can be added."""
        wrong: dict[HandWalkField, HandWalkFault] = {}
        if self.day > now.date():
            wrong[HandWalkField.DAY] = HandWalkFault.NOT_YET
        elif self.day < now.date() - timedelta(days=DAYS_BACK):
            wrong[HandWalkField.DAY] = HandWalkFault.TOO_LONG_AGO
        if not MINUTES[0] <= self.minutes <= MINUTES[1]:
            wrong[HandWalkField.MINUTES] = HandWalkFault.OUT_OF_RANGE
        if self.brisk_minutes < 0:
            wrong[HandWalkField.BRISK] = HandWalkFault.OUT_OF_RANGE
        elif self.brisk_minutes > self.minutes:
            wrong[HandWalkField.BRISK] = HandWalkFault.MORE_BRISK_THAN_WALKED
        if not wrong and not self._is_over(now):
            field = HandWalkField.MINUTES if self.begun is None else HandWalkField.BEGUN
            wrong[field] = HandWalkFault.NOT_OVER
        return wrong

    def span(self, now: datetime) -> tuple[datetime, datetime]:
        """Begin and end, in the zone of `now`.

        Where the begin is not known it stands at noon; on the day of `now`, so early that the walk is over by then.
        """
        length = timedelta(minutes=self.minutes)
        begins = self._at(self.begun or _NOON, now)
        if self.begun is None and self.day == now.date():
            begins = min(begins, _utc(now) - length)
        return begins.astimezone(now.tzinfo), (begins + length).astimezone(now.tzinfo)

    def _is_over(self, now: datetime) -> bool:
        begins, ends = (_utc(moment) for moment in self.span(now))
        return ends <= _utc(now) and begins >= self._at(time(), now)

    def _at(self, of_day: time, now: datetime) -> datetime:
        """That time of the day in UTC; one that the clocks jump over is the moment of the jump's other side."""
        return _utc(datetime.combine(self.day, of_day, now.tzinfo))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
