"""The words of the table of days behind the page for the clinician: columns, and what has no column of its own."""

from collections.abc import Sequence
from datetime import date

from walkcoach.core.diary import ShorterBecause
from walkcoach.wording import names
from walkcoach.wording.language import _
from walkcoach.wording.report import day


def days_title() -> str:
    """Over the table of days."""
    return _("Day by day")


def days_note() -> str:
    """How to read its columns."""
    return _("Minutes; scores before the walk → worst in the walk; effort 0 to 10. Days without anything are left out.")


def days_headers(symptoms: Sequence[str]) -> tuple[str, ...]:
    """Its columns around those of the symptoms."""
    return (_("Day"), _("Planned"), _("Walked"), _("of it brisk"), *symptoms, _("Effort"), _("Told"))


def before_and_worst(before: int | None, worst: int | None) -> str:
    """Two scores of a day: "2 → 4", with a dash for one that is missing; "" without any."""
    if before is None and worst is None:
        return ""
    return " → ".join("–" if score is None else str(score) for score in (before, worst))


def weekday_and_day(on: date) -> str:
    """A day in the table: "Mon 3 Nov"."""
    return _("{weekday} {day}").format(weekday=names.weekday_short(on.weekday()), day=day(on))


def less_planned() -> str:
    """The plan stepped back on this day."""
    return _("plan stepped back")


def easy_day() -> str:
    """The plan was half of the minutes."""
    return _("easy day")


def no_walk_planned() -> str:
    """The plan had no walk on this day, because of a sign, the feet, or how the day was."""
    return _("no walk by the plan")


def missed() -> str:
    """A walk was due and not taken."""
    return _("walk not taken")


def shorter(because: ShorterBecause) -> str:
    """Why less was walked than was offered, as the person said it: "shorter: no time"."""
    return _("shorter: {reason}").format(reason=names.shorter_name(because).lower())


def said_could_not_talk() -> str:
    """In the table."""
    return _("could not talk")


def said_stumbled() -> str:
    """In the table."""
    return _("stumbled")


def said_feet_new() -> str:
    """In the table."""
    return _("something new on the feet")
