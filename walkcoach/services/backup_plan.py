"""Which backups are kept and when the next one is due (promise R8). The tables come first; nothing here reads a clock or a disk.

Days, weeks and months are counted in UTC, so that a journey moves no backup from one day to another. In each the last backup
is kept: what a day had come to when it ended. Days without a backup do not count, so that whoever is away for a year
still has twelve days to go back to.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

EVERY: Final = timedelta(minutes=30)
"""The least time between two backups that nobody asked for; the one at close comes on top."""

ALL_OF: Final = timedelta(days=2)
"""Every backup as young as this is kept."""

PROVE_EVERY: Final = timedelta(days=7)
"""How often the newest one is restored as a trial (promise R9)."""


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return tuple(moment.isocalendar()[:2])


def _month(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month


KEPT: Final[tuple[tuple[Callable[[datetime], tuple[int, ...]], int], ...]] = ((_day, 12), (_week, 10), (_month, 9))
"""(what counts as one, how many of them): the last backup of each is kept."""


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The moments (aware) whose backups are kept. One dated after `now` counts as young: the clock was wrong once."""
    rising = sorted(moment.astimezone(UTC) for moment in set(moments))
    keep = {moment for moment in rising if moment > now - ALL_OF}
    for one_of, many in KEPT:
        last_of = {one_of(moment): moment for moment in rising}
        keep.update(sorted(last_of.values())[-many:])
    return frozenset(keep)


def is_due(last: datetime | None, now: datetime) -> bool:
    """Whether a backup should be looked after, `last` being when that was last done. A moment yet to come tells nothing."""
    return last is None or last > now or now - last >= EVERY


def proof_is_due(last: datetime | None, now: datetime) -> bool:
    """Whether the newest backup should be restored as a trial, `last` being when one was."""
    return last is None or last > now or now - last >= PROVE_EVERY
