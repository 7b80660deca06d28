"""The words of the Today page, beside those of `reasons` and `warning_signs`. No praise and no blame, only what is to do."""

from collections.abc import Sequence
from datetime import date

from walkcoach.core.decision import Decision
from walkcoach.core.segments import Segment
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _, _n


def greeting(hour: int) -> str:
    """By the hour of the day, 0 to 23."""
    if 4 <= hour < 12:
        return _("Good morning")
    if 12 <= hour < 18:
        return _("Good afternoon")
    return _("Good evening")


def minutes_today(count: int) -> str:
    """Stands behind the large figure: "60" "minutes today"."""
    return _n("minute today", "minutes today", count)


def minutes_left(count: int) -> str:
    """Stands behind the large figure once a part is walked."""
    return _n("minute left", "minutes left", count)


def minutes_walked(count: int) -> str:
    """Stands behind the large figure once the day is done."""
    return _n("minute walked", "minutes walked", count)


def easy_minutes(count: int) -> str:
    """Stands behind the large figure on an easy day."""
    return _n("easy minute today", "easy minutes today", count)


def brisk_part(count: int) -> str:
    """How much of it is brisk: "10 brisk"."""
    return _("{n} brisk").format(n=count)


def in_bouts(count: int) -> str:
    """In how many bouts: "in 4 short bouts"."""
    return _n("in one bout", "in {n} bouts", count)


def all_normal() -> str:
    """Nothing of it is brisk."""
    return _("all at normal pace")


def strip_name() -> str:
    """What the strip is, for screen readers."""
    return _("The walk in stretches")


def strip_description(decision: Decision) -> str:
    """The strip of a day's plan in a sentence."""
    return strip_sentence(decision.segments)


def strip_sentence(segments: Sequence[Segment]) -> str:
    """The strip in a sentence: "5 minutes normal, then 3 minutes brisk, then 52 minutes normal"."""
    stretches = [
        _("{length} {pace}").format(length=numbers.length(segment.length_s), pace=names.pace_name(segment.pace))
        for segment in segments
    ]
    if not stretches:
        return ""
    sentence, *others = stretches
    for stretch in others:
        sentence = _("{before}, then {next}").format(before=sentence, next=stretch)
    return sentence


def minutes_unit() -> str:
    """The unit at the end of the ruler."""
    return _("min")


def check_in_and_walk() -> str:
    """The button that leads to the walk by way of the check-in."""
    return _("Check in and walk")


def check_in_hint() -> str:
    """What the check-in asks of the person, and does."""
    return _("Takes half a minute. It confirms or lowers the plan.")


def start_walking() -> str:
    """The button that begins the walk."""
    return _("Start walking")


def checked_in() -> str:
    """Stands beside the button once the check-in is done."""
    return _("You have checked in.")


def check_in_again() -> str:
    """Leads back to today's check-in before the walk."""
    return _("Change your answers")


def go_on(minutes: int) -> str:
    """The button that goes on with what is left of the plan."""
    return _n("Go on with the remaining minute", "Go on with the remaining {n} min", minutes)


def enough_for_today() -> str:
    """Ends the day's walk where it is, by way of the check-in."""
    return _("That is enough for today")


def part_walked(walked_min: int, planned_min: int) -> str:
    """What has been walked of the plan so far."""
    return _("You have walked {walked} of {planned} today. The rest can wait until midnight, or be left out.").format(
        walked=walked_min, planned=numbers.minutes(planned_min)
    )


def after_title() -> str:
    """The heading while the check-in after the walk is due."""
    return _("How was your walk?")


def after_text(walked_min: int) -> str:
    """Why the check-in after the walk matters."""
    return _("You walked {minutes}. Your answers set what tomorrow offers.").format(minutes=numbers.minutes(walked_min))


def check_in_after() -> str:
    """The button that leads to the check-in after the walk."""
    return _("Check in after the walk")


def check_in_after_hint() -> str:
    """How long it takes and until when it can be done."""
    return _("Takes half a minute, any time before midnight.")


def done_text() -> str:
    """Nothing is left to do today."""
    return _("That is today's walk done. Walking some more is not needed.")


def walk_more() -> str:
    """Begins a walk beyond the plan."""
    return _("Walk some more anyway")


def walk_more_hint() -> str:
    """What a walk beyond the plan does, and does not do."""
    return _("It is kept in your diary, but raises nothing.")


def rest_title() -> str:
    """The heading of a rest day."""
    return _("Rest day")


def rest_text() -> str:
    """What a rest day is."""
    return _("There is no walk to do today. Rest is part of the plan.")


def walk_anyway(minutes: int) -> str:
    """Walks on a rest day."""
    return _n("Walk {n} minute anyway", "Walk {n} minutes anyway", minutes)


def walk_anyway_hint() -> str:
    """What a walk on a rest day does, and does not do."""
    return _("You may. The plan does not grow on it.")


def plan_off_title() -> str:
    """The heading while something ticked under "ask first" keeps the plan off."""
    return _("Ask a clinician first")


def plan_off_text() -> str:
    """What keeps the plan off, and what ends that."""
    return _(
        "You ticked something that should be talked over before you begin. "
        "Your plan starts when a clinician has agreed and you have said so in the settings."
    )


def plan_off_diary() -> str:
    """What works all the same."""
    return _("Until then your diary works: you can check in each day.")


def write_check_in() -> str:
    """Checks in on a day without a plan."""
    return _("Check in")


def open_settings() -> str:
    """Leads to the settings."""
    return _("Open the settings")


def locked_until_tomorrow() -> str:
    """A lock that today's own check-in has set."""
    return _("You can say so from tomorrow on.")


def locked_after_walk() -> str:
    """Today is done, but its check-in keeps the plan off."""
    return _("What you ticked keeps the plan off from tomorrow on.")


def first_day_text() -> str:
    """How a first walk is meant."""
    return _("Walk at home, on a treadmill or outside, at a pace at which you could talk. You can pause or stop at any time.")


def why_this_plan() -> str:
    """Unfolds the rules."""
    return _("Why this plan?")


def source(words: str) -> str:
    """Where a rule comes from."""
    return _("From: {words}").format(words=words)


def what_to_do() -> str:
    """The heading of the steps to take."""
    return _("What to do")


def this_week() -> str:
    """The heading of the week."""
    return _("This week")


def week_total(walked_min: int, planned_min: int) -> str:
    """The week's minutes against what was planned so far: "235 of 300 min"."""
    if planned_min <= 0:
        return _("{walked} min").format(walked=walked_min)
    return _("{walked} of {planned} min").format(walked=walked_min, planned=planned_min)


def day_of_week(day: date, walked_min: int, *, today: bool, future: bool, walk_day: bool) -> str:
    """One day of the week, for screen readers."""
    name = names.weekday_name(day.weekday())
    if today:
        name = _("{day}, today").format(day=name)
    if walked_min:
        return _("{day}: {minutes} walked").format(day=name, minutes=numbers.minutes(walked_min))
    if not walk_day:
        return _("{day}: rest day").format(day=name)
    if today or future:
        return _("{day}: a walk day").format(day=name)
    return _("{day}: no walk").format(day=name)


def last_walk(day: date, today: date, minutes: int) -> str:
    """When and how long the last walk was."""
    return _("Last walk: {day}, {minutes}").format(day=names.day_name(day, today), minutes=numbers.minutes(minutes))


def next_days() -> str:
    """The heading of the outlook."""
    return _("Next days")


def outlook_hint() -> str:
    """What the outlook is, and is not."""
    return _("an outlook, not a promise")


def outlook_minutes(low: int, high: int) -> str:
    """What a coming day may offer: "23 to 28 min"; nothing to walk is a rest day."""
    if high <= 0:
        return _("Rest day")
    return _("{range} min").format(range=numbers.whole_range(low, high))


def outlook_brisk(low: int, high: int) -> str:
    """How much of it may be brisk: "12 to 15 brisk"."""
    return _("{range} brisk").format(range=numbers.whole_range(low, high)) if high > 0 else ""


def no_outlook() -> str:
    """Nothing can be said about the next days."""
    return _("Nothing can be said about the next days yet.")


def away_title(missed: int) -> str:
    """Asks why there was no walking."""
    return _n("A walk day without a walk", "{n} walk days without a walk", missed)


def away_question() -> str:
    """The question itself. Answering is optional and never raises the plan."""
    return _("What kept you from walking? You need not say. After an illness or a fall the plan begins lower.")


def away_other() -> str:
    """None of the reasons that change the plan."""
    return _("Something else")
