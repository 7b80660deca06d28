"""Numbers, lengths and lists as people read them: minutes, clock figures, scores, ranges.

Everything that puts a figure into a sentence passes through here, so that a translation can change the decimal sign or the
word order in one place. No names of symptoms or days; those live in `names`.
"""

from collections.abc import Sequence
from math import floor

from walkcoach.wording.language import _, _n


def minutes(count: int) -> str:
    """Whole minutes: "1 minute", "23 minutes"."""
    return _n("{n} minute", "{n} minutes", count)


def brisk_minutes(count: int) -> str:
    """Whole brisk minutes: "1 brisk minute", "8 brisk minutes"."""
    return _n("{n} brisk minute", "{n} brisk minutes", count)


def seconds(count: int) -> str:
    """Whole seconds: "1 second", "10 seconds"."""
    return _n("{n} second", "{n} seconds", count)


def hours(count: int) -> str:
    """Whole hours: "1 hour", "2 hours"."""
    return _n("{n} hour", "{n} hours", count)


def days(count: int) -> str:
    """Whole days: "1 day", "3 days"."""
    return _n("{n} day", "{n} days", count)


def walks(count: int) -> str:
    """How many walks: "1 walk", "5 walks"."""
    return _n("{n} walk", "{n} walks", count)


def times(count: int) -> str:
    """How often: "once", "twice", "3 times"."""
    if count == 1:
        return _("once")
    if count == 2:
        return _("twice")
    return _n("{n} time", "{n} times", count)


def clock(length_s: float) -> str:
    """A length in seconds as clock figures, cut down to whole seconds: "0:05", "17:42", "1:02:03"."""
    whole_s = max(0, floor(length_s))
    whole_min, left_s = divmod(whole_s, 60)
    whole_h, left_min = divmod(whole_min, 60)
    if whole_h:
        return f"{whole_h}:{left_min:02}:{left_s:02}"
    return f"{whole_min}:{left_s:02}"


def length(length_s: float) -> str:
    """A length in seconds in words, to the second: "45 seconds", "3 minutes", "2½ minutes", "2 minutes 20 seconds"."""
    whole_min, left_s = divmod(max(0, floor(length_s + 0.5)), 60)
    if not whole_min:
        return seconds(left_s)
    if not left_s:
        return minutes(whole_min)
    if left_s == 30:
        return _("{whole}½ minutes").format(whole=whole_min)
    return _("{minutes} {seconds}").format(minutes=minutes(whole_min), seconds=seconds(left_s))


def whole_range(low: int, high: int) -> str:
    """From `low` to `high`, without a unit: "23 to 28", or "23" where both are the same."""
    if low == high:
        return str(low)
    return _("{low} to {high}").format(low=low, high=high)


def minutes_range(low: int, high: int) -> str:
    """From `low` to `high` minutes: "23 to 28 minutes", or "23 minutes" where both are the same."""
    if low == high:
        return minutes(low)
    return _("{low} to {high} minutes").format(low=low, high=high)


def score(value: float) -> str:
    """A score, a usual or a difference of two, to one decimal where it is not whole: "4", "2.5"."""
    tenths = floor(abs(value) * 10 + 0.5)
    whole, tenth = divmod(tenths, 10)
    figure = _("{whole}.{tenth}").format(whole=whole, tenth=tenth) if tenth else str(whole)
    return f"−{figure}" if value < 0 and tenths else figure


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent: "80 %"."""
    return _("{percent} %").format(percent=floor(share * 100 + 0.5))


def list_of(items: Sequence[str]) -> str:
    """Several things in a row: "", "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    *first, last = items
    return _("{first} and {last}").format(first=_(", ").join(first), last=last)


def first_up(text: str) -> str:
    """`text` with a capital first letter, to begin a sentence or label a row."""
    return text[:1].upper() + text[1:]
