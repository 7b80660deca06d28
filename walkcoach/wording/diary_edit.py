"""The words of the sheets that change a day of the diary, of the question where a lock hangs on it, and of what was deleted."""

from datetime import date

from walkcoach.core.diary import AwayBecause, ShorterBecause
from walkcoach.core.symptoms import Symptom
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _, _n


def edit_title(title: str, day: date) -> str:
    """Heading of a sheet that says something of a day that is over."""
    return _("{title}, {day}").format(title=title, day=names.long_date(day))


def edit_before_hint() -> str:
    """How to answer for a day that is over."""
    return _("As it was before that day's walk. 0 is none, 10 the worst you can imagine.")


def edit_after_hint() -> str:
    """How to answer for a walk that is over."""
    return _("The worst each one got during that walk. Dashed: before the walk.")


def edit_footer() -> str:
    """What saving changes, in the footer."""
    return _("What was offered that day stays as it was shown.")


def edit_footer_detail() -> str:
    """The rest of it."""
    return _("What you change here counts for the plans to come. You can undo it.")


def misfit(symptom: Symptom, *, in_before: bool) -> str:
    """The day's two check-ins do not fit: a symptom is rated before the walk and not after it."""
    name = numbers.first_up(names.symptom_name(symptom))
    if in_before:
        return _("{symptom} is not rated in the check-in after the walk. Rate it there first, or leave it open here.").format(
            symptom=name
        )
    return _("{symptom} was rated before the walk, so it has to be rated here, too.").format(symptom=name)


def misfit_otherwise() -> str:
    """The day's two check-ins do not fit, whatever it is."""
    return _("The two check-ins of that day do not fit each other.")


def notes_lead() -> str:
    """What the notes for the coach do."""
    return _("The plan takes these into account from that day on.")


def notes_cleared() -> str:
    """The warning sign was looked at."""
    return _("A professional has looked at the warning sign")


def notes_feet() -> str:
    """The feet were seen to."""
    return _("The feet: gone, or somebody qualified has looked")


def notes_away() -> str:
    """Why there was no walking."""
    return _("What kept you from walking")


def notes_away_choices() -> tuple[tuple[AwayBecause | None, str], ...]:
    """The answers."""
    return ((None, _("Nothing to note")), *((reason, names.away_name(reason)) for reason in AwayBecause))


def timed_title() -> str:
    """Heading of the sheet for a walk that the program has timed."""
    return _("Change a walk")


def timed_lead(minutes: int) -> str:
    """What may be changed of it."""
    return _("The program timed {minutes}. You can make that less, and say why it was shorter.").format(
        minutes=numbers.minutes(minutes)
    )


def timed_minutes() -> str:
    """The minutes that were walked in truth."""
    return _("Minutes walked")


def timed_why() -> str:
    """Why it was shorter than planned."""
    return _("Shorter than planned because of")


def timed_why_choices() -> tuple[tuple[ShorterBecause | None, str], ...]:
    """The answers."""
    return ((None, _("Not said")), *((reason, names.shorter_name(reason)) for reason in ShorterBecause))


def hand_edit_title() -> str:
    """Heading of the sheet for a walk that was added by hand."""
    return _("Change a walk")


def save() -> str:
    """Keeps what was changed."""
    return _("Save")


def mistake_question_sign(day: date, today: date) -> str:
    """Asked before a warning sign is taken back."""
    return _("This takes back a warning sign told {day}. Was it ticked by mistake?").format(day=_on(day, today))


def mistake_question_feet(day: date, today: date) -> str:
    """Asked before a foot finding is taken back."""
    return _("This takes back something new on the feet, told {day}. Was it ticked by mistake?").format(day=_on(day, today))


def mistake_lead() -> str:
    """What hangs on it."""
    return _(
        "If it was true, leave it as it is, even when it is better now: the plan waits until somebody has looked. "
        "If it was ticked by mistake, it goes, and the plan goes on without it."
    )


def mistake_lead_today() -> str:
    """What hangs on a sign that stops the walk of its day alone."""
    return _(
        "If it was true, leave it as it is, even when it is better now: the next walk waits for another day and does not "
        "grow. If it was ticked by mistake, it goes, and the plan goes on without it."
    )


def walked_question(day: date, today: date) -> str:
    """Asked before the check-in of a day that has been walked is taken back."""
    return _("This takes back the check-in before the walk, told {day}. Do you want that?").format(day=_on(day, today))


def walked_lead() -> str:
    """What hangs on it."""
    return _("The walk itself stays. Without its check-in, the next walk does not grow.")


def walked_yes() -> str:
    """The check-in goes."""
    return _("Take the check-in back")


def mistake_yes() -> str:
    """It was a mistake."""
    return _("It was a mistake, take it back")


def mistake_no() -> str:
    """It was true."""
    return _("Leave it as it is")


def deleted_title() -> str:
    """Heading of the sheet with what was deleted lately."""
    return _("Recently deleted")


def deleted_lead(days: int) -> str:
    """How long it is kept."""
    return _n("Kept for {n} day, then gone for good.", "Kept for {n} days, then gone for good.", days)


def nothing_to_delete(day: date, today: date) -> str:
    """A day holds nothing that was said or walked."""
    return _("There is nothing to delete {day}.").format(day=_on(day, today))


def deleted_none() -> str:
    """Nothing was deleted."""
    return _("Nothing was deleted in the last 30 days.")


def deleted_when(day: date, today: date) -> str:
    """When an entry was deleted."""
    return _("deleted {day}").format(day=_on(day, today))


def put_back() -> str:
    """Puts it back."""
    return _("Put back")


def put_back_done() -> str:
    """It is there again."""
    return _("It is back in your diary.")


def put_back_refused(what: str) -> str:
    """Something newer stands in its place."""
    return _("{what}: a newer one stands in its place. Delete that first.").format(what=numbers.first_up(what))


def put_back_misfit(what: str) -> str:
    """It does not fit the day's other check-in."""
    return _("{what}: it does not fit the other check-in of that day.").format(what=numbers.first_up(what))


def _on(day: date, today: date) -> str:
    """A day with its preposition: "today", "on Monday", "on 3 November"."""
    name = names.day_name(day, today)
    return name if abs((today - day).days) < 2 else _("on {day}").format(day=name)
