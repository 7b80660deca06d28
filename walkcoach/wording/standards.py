"""The wording in files for other programs: beside the codes of the FHIR export, and in the notes of the TCX export.

It leaves the machine with the file. The FHIR export is about health and says so; the TCX export is for training sites, where
others may read along, and holds no word about health.
"""

from math import floor

from walkcoach.core.symptoms import Symptom
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _


def person() -> str:
    """Whom the observations are about, and who made them."""
    return _("The person who keeps this diary")


def walking_time() -> str:
    """What the length of a walk is called."""
    return _("Walking time")


def brisk_time() -> str:
    """What its brisk part is called."""
    return _("Walking time at brisk pace")


def kind_of_walk() -> str:
    """What is said of a walk beside its length."""
    return _("Kind of walk")


def planned_walk() -> str:
    """A walk of the day's plan, or a part of it."""
    return _("Walk of the plan")


def own_walk() -> str:
    """A walk of the person's own, timed by the program."""
    return _("Walk beyond the plan")


def hand_walk() -> str:
    """A walk that the person added afterwards."""
    return _("Walk added by hand")


def before(symptom: Symptom) -> str:
    """A rating before a walk."""
    return _("{symptom} before the walk, 0 none to 10 the worst imaginable").format(symptom=_label(symptom))


def worst(symptom: Symptom) -> str:
    """A rating after a walk."""
    return _("{symptom} at worst during the walk, 0 none to 10 the worst imaginable").format(symptom=_label(symptom))


def effort() -> str:
    """The effort of a walk."""
    return _("Effort of the walk, 0 none to 10 the most imaginable")


def brisk_note(brisk_s: float) -> str:
    """How much of a walk was brisk, in whole minutes; "" where that is none."""
    minutes = floor((brisk_s + 30) / 60)
    return _("Brisk: {minutes}.").format(minutes=numbers.minutes(minutes)) if minutes else ""


def _label(symptom: Symptom) -> str:
    return numbers.first_up(names.symptom_name(symptom))
