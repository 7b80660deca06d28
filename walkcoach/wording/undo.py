"""What the window says when something is taken back, done again, deleted or changed: calm, and what it was about.

A thing is named with its day ("yesterday's walk"), to stand inside a sentence.
"""

from datetime import date

from walkcoach.wording import names
from walkcoach.wording.language import _, _n


def check_in_before() -> str:
    """The check-in before the walk, as a thing of a day."""
    return _("check-in before the walk")


def check_in_after() -> str:
    """The check-in after the walk, as a thing of a day."""
    return _("check-in after the walk")


def coach_notes() -> str:
    """What is noted for the coach, as a thing of a day."""
    return _("entry for the coach")


def remark() -> str:
    """The note in the person's own words, as a thing of a day."""
    return _("note")


def walk() -> str:
    """A walk, as a thing of a day."""
    return _("walk")


def offer() -> str:
    """What was offered, as a thing of a day."""
    return _("plan")


def programme() -> str:
    """The programme that holds from a day on, as a thing of that day."""
    return _("change of the programme")


def slow_answers() -> str:
    """The answers to the monthly question, as a thing of a day."""
    return _("answers to the monthly question")


def week_review() -> str:
    """The review of a week, as a thing of the week's first day."""
    return _("review of the week")


def profile() -> str:
    """What the welcome asked, which belongs to no day."""
    return _("what you told about yourself")


def thing_of(thing: str, day: date, today: date) -> str:
    """`thing` with its day, inside a sentence: "yesterday's walk", "Monday's note", "the walk of 3 November"."""
    away = (today - day).days
    if away == 0:
        return _("today's {thing}").format(thing=thing)
    if away == 1:
        return _("yesterday's {thing}").format(thing=thing)
    if 1 < away < 7:
        return _("{weekday}'s {thing}").format(weekday=names.weekday_name(day.weekday()), thing=thing)
    return _("the {thing} of {day}").format(thing=thing, day=names.day_name(day, today))


def whole_day(day: date, today: date) -> str:
    """All that was said of a day, inside a sentence."""
    return thing_of(_("entries"), day, today)


def and_more(what: str, more: int) -> str:
    """A thing and others that went with it: "yesterday's walk and 2 more entries"."""
    if more < 1:
        return what
    return _("{what} and {more}").format(what=what, more=_n("{n} more entry", "{n} more entries", more))


def import_of(count: int) -> str:
    """An import as a thing."""
    return _n("the import of {n} entry", "the import of {n} entries", count)


def said(what: str) -> str:
    """Something was added."""
    return _("Added: {what}.").format(what=what)


def edited(what: str) -> str:
    """Something was changed."""
    return _("Changed: {what}.").format(what=what)


def deleted(what: str) -> str:
    """Something was deleted."""
    return _("Deleted: {what}.").format(what=what)


def put_back(what: str) -> str:
    """Something that was deleted is there again."""
    return _("Put back: {what}.").format(what=what)


def imported(what: str) -> str:
    """Something was imported."""
    return _("Done: {what}.").format(what=what)


def taken_back(what: str) -> str:
    """A step was undone."""
    return _("Taken back: {what}.").format(what=what)


def done_again(what: str) -> str:
    """A step that was undone was done again."""
    return _("Done again: {what}.").format(what=what)


def nothing_to_undo() -> str:
    """There is no step to undo."""
    return _("There is nothing to take back.")


def nothing_to_redo() -> str:
    """There is no step to do again."""
    return _("There is nothing to do again.")


def undo() -> str:
    """The button that takes the last step back."""
    return _("Undo")


def redo() -> str:
    """The button that does it again."""
    return _("Do it again")


def bar_name() -> str:
    """What the bar is, for screen readers."""
    return _("What was done last")
