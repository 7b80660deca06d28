"""The words about walks beyond the plan: one of the person's own pattern, and one added by hand. No praise and no blame."""

import re
from datetime import date, time
from typing import Final

from walkcoach.core.hand_walk import DAYS_BACK, MINUTES, HandWalkFault, HandWalkField
from walkcoach.core.own_walk import MOST_BRISK_MIN, MOST_MIN, OwnWalk, OwnWalkFault, OwnWalkField
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _

_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_NOON: Final = 12


def own_title() -> str:
    """Heading of the sheet for a walk of one's own."""
    return _("A walk of your own")


def own_window_title() -> str:
    """Title of its window."""
    return _("A walk of your own")


def own_caution() -> str:
    """When not to walk. No check-in comes before such a walk."""
    return _("Unwell, dizzy, or something new on your feet? Then leave it for today.")


def own_normal_only(*, easy_day: bool) -> str:
    """Why there is no brisk walking in it."""
    if easy_day:
        return _("All at normal pace: today is an easy day.")
    return _("All at normal pace: brisk walking is left out in your settings.")


def own_field(field: OwnWalkField) -> str:
    """A field of the pattern."""
    return {
        OwnWalkField.EASY_START: _("Easy start"),
        OwnWalkField.ROUNDS: _("Brisk rounds"),
        OwnWalkField.BRISK: _("Brisk, each round"),
        OwnWalkField.NORMAL: _("Normal between them"),
        OwnWalkField.EASY_END: _("Easy end"),
    }[field]


def own_hint(field: OwnWalkField, low: int, high: int) -> str:
    """Its range."""
    if field is OwnWalkField.ROUNDS:
        return _("{low} to {high}; with none, all is at normal pace.").format(low=low, high=high)
    return _("{low} to {high} minutes.").format(low=low, high=high)


def own_fault(fault: OwnWalkFault, own: OwnWalk) -> str:
    """What is wrong with a pattern, to stand beside its field."""
    if fault is OwnWalkFault.TOO_BRISK:
        return _("That makes {brisk}; {most} are the most.").format(
            brisk=numbers.brisk_minutes(own.brisk_total_min), most=MOST_BRISK_MIN
        )
    if fault is OwnWalkFault.TOO_LONG:
        return _("That makes {minutes}; {most} are the most.").format(minutes=numbers.minutes(own.total_min), most=MOST_MIN)
    return _("Outside what can be set here.")


def own_sum(own: OwnWalk) -> str:
    """The whole walk in a sentence."""
    if not own.rounds:
        return _("{minutes}, all at normal pace").format(minutes=numbers.minutes(own.total_min))
    return _("{minutes}, {brisk} of them brisk").format(minutes=numbers.minutes(own.total_min), brisk=own.brisk_total_min)


def own_strip() -> str:
    """What the strip is, for screen readers."""
    return _("Your walk in stretches")


def own_kept() -> str:
    """On the walk page, when it is over."""
    return _("It is in your diary. No check-in is needed.")


def hand_title() -> str:
    """Heading of the sheet for adding a walk."""
    return _("Add a walk")


def hand_field(field: HandWalkField) -> str:
    """A field of the sheet."""
    return {
        HandWalkField.DAY: _("Day"),
        HandWalkField.BEGUN: _("Began at"),
        HandWalkField.MINUTES: _("Minutes"),
        HandWalkField.BRISK: _("Brisk minutes among them"),
    }[field]


def hand_hint(field: HandWalkField) -> str:
    """What may be put there."""
    return {
        HandWalkField.DAY: _("Today, or up to {days} days ago.").format(days=DAYS_BACK),
        HandWalkField.BEGUN: _("For example 9:30. Leave it empty if you do not know."),
        HandWalkField.MINUTES: _("{low} to {high}.").format(low=MINUTES[0], high=MINUTES[1]),
        HandWalkField.BRISK: _("0, if you did not look."),
    }[field]


def hand_fault(field: HandWalkField, fault: HandWalkFault, minutes: int) -> str:
    """What is wrong, to stand beside its field; `minutes` are those walked."""
    match fault:
        case HandWalkFault.NOT_YET:
            return _("That day has not come yet.")
        case HandWalkFault.TOO_LONG_AGO:
            return _("That is more than {days} days ago.").format(days=DAYS_BACK)
        case HandWalkFault.MORE_BRISK_THAN_WALKED:
            return _("No more than the {minutes} walked.").format(minutes=numbers.minutes(minutes))
        case HandWalkFault.NOT_OVER if field is HandWalkField.BEGUN:
            return _("With {minutes} that walk would end later than now.").format(minutes=numbers.minutes(minutes))
        case HandWalkFault.NOT_OVER:
            return _("The day has not lasted so long yet.")
        case HandWalkFault.OVERLAPS:
            return _("Another walk in your diary lies at that time.")
        case _:
            return _("Outside what can be set here.")


def hand_not_a_time() -> str:
    """What was typed is no time of day."""
    return _("Type a time of day such as 9:30, or leave it empty.")


def hand_add() -> str:
    """The button that keeps it."""
    return _("Add this walk")


def hand_added(day: date, today: date, minutes: int) -> str:
    """What has been kept: "Added: 20 minutes, yesterday"."""
    return _("Added: {minutes}, {day}.").format(minutes=numbers.minutes(minutes), day=names.day_name(day, today))


def day_text(day: date, today: date) -> str:
    """A day in the field: "Monday 5 January", and before it today or yesterday."""
    near = names.day_name(day, today) if (today - day).days in (0, 1) else ""
    return numbers.first_up(_("{near}, {date}").format(near=near, date=names.long_date(day))) if near else names.long_date(day)


def time_of(text: str) -> time | None:
    """The time of day that was typed: "9", "9:30", "21.30", "930", "9:30 pm"; None for nothing. Else a `ValueError`."""
    words = text.strip()
    if not words:
        return None
    found = _TIME.fullmatch(words)
    if found is None:
        raise ValueError(f"no time of day: {text!r}")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            raise ValueError(f"no time of day: {text!r}")
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return time(hour, minute)


def time_text(begun: time | None) -> str:
    """A time of day as it is typed: "9:30"; nothing where it is not known."""
    return "" if begun is None else f"{begun.hour}:{begun.minute:02}"


def back() -> str:
    """The button that leaves a sheet with nothing done."""
    return _("Back")
