"""The words around the monthly question; the questions and what is advised after a yes stand in `warning_signs`.

Like those, every text is the same for all. Meant for pages and dialogs, never for window titles, notifications or logs.
"""

from walkcoach.wording.language import _


def card_text() -> str:
    """Stands on Today while the question is due."""
    return _("Once a month: five questions about your feet, muscles, balance and bones.")


def card_button() -> str:
    """Opens the questions."""
    return _("Answer them")


def title() -> str:
    """The heading over the questions."""
    return _("Once a month")


def hint() -> str:
    """Under the heading: why these, and what the answers do."""
    return _("These change so slowly that no single day shows it. Your answers bring advice and leave your plan as it is.")


def answered(count: int, of: int) -> str:
    """The footer while questions are open: how many are answered."""
    return _("{n} of {all} answered").format(n=count, all=of)


def put_off() -> str:
    """Under it: what *Not now* does."""
    return _("Not now asks again in a week.")


def all_answered_detail() -> str:
    """The footer when all are answered: what saving does."""
    return _("Save them, and advice follows where there is some.")


def advice_title() -> str:
    """The heading over the advice, after one yes or more."""
    return _("Something to take to your clinician")


def advice_intro() -> str:
    """Under that heading."""
    return _("Walkcoach cannot tell what is behind it, and calls nobody. Your plan stays as it is.")


def advice_sudden() -> str:
    """For what is no slow sign at all."""
    return _("Did any of this come within hours or days? Then do not wait for a visit, and get help today.")


def thanks() -> str:
    """The heading where every answer was no."""
    return _("Thank you. That is all for this month.")


def thanks_detail() -> str:
    """What happens with the answers."""
    return _("Your answers are in the diary. The questions come back in a month.")
