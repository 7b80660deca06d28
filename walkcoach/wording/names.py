"""Plain names for what the core calls by id: symptoms, signs, answers, tracks, stages, decisions, days.

Names that stand inside a sentence are in lower case (`numbers.first_up` makes a label of them); answers and headings begin
with a capital. Nothing here explains or advises.
"""

from datetime import date

from walkcoach.core.decision import DecisionKind, Stage
from walkcoach.core.diary import AwayBecause, Feet, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import BriskPlacement, Track
from walkcoach.core.segments import Pace
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.wording.language import _


def symptom_name(symptom: Symptom) -> str:
    """The symptom inside a sentence: "tingling"."""
    return {
        Symptom.TINGLING: _("tingling"),
        Symptom.NUMBNESS: _("numbness"),
        Symptom.PINS_AND_NEEDLES: _("pins and needles"),
        Symptom.ITCHING: _("itching"),
        Symptom.CRAWLING: _("crawling feeling"),
        Symptom.BURNING: _("burning"),
        Symptom.CRAMPS: _("cramps"),
        Symptom.TIREDNESS: _("tiredness"),
        Symptom.WEAKNESS: _("weakness"),
        Symptom.TWITCHING: _("twitching"),
        Symptom.TREMOR: _("tremor"),
        Symptom.DISCOMFORT: _("discomfort"),
    }[symptom]


def symptom_hint(symptom: Symptom) -> str:
    """What is meant by a symptom, in a few words, for choosing which to follow."""
    return {
        Symptom.TINGLING: _("a light prickling or buzzing"),
        Symptom.NUMBNESS: _("less feeling than there should be"),
        Symptom.PINS_AND_NEEDLES: _("sharp prickles, as when a foot wakes up"),
        Symptom.ITCHING: _("an itch with nothing on the skin"),
        Symptom.CRAWLING: _("as if something moved over the skin"),
        Symptom.BURNING: _("a hot or stinging feeling"),
        Symptom.CRAMPS: _("a muscle that tightens and hurts"),
        Symptom.TIREDNESS: _("feet or legs that tire soon"),
        Symptom.WEAKNESS: _("feet or legs with less strength"),
        Symptom.TWITCHING: _("small jumps of a muscle"),
        Symptom.TREMOR: _("shaking that you did not start"),
        Symptom.DISCOMFORT: _("anything unpleasant in feet or legs"),
    }[symptom]


def slow_sign_name(sign: SlowSign) -> str:
    """What the monthly question asks about, as a label."""
    return {
        SlowSign.LOSS_OF_FEELING: _("Less feeling in the feet"),
        SlowSign.MUSCLE_WASTING: _("Thinner muscles in feet or legs"),
        SlowSign.GAIT_CHANGE: _("A change in the way I walk"),
        SlowSign.BALANCE_TROUBLE: _("Trouble with balance"),
        SlowSign.BONE_HEALTH: _("Something new about my bones"),
    }[sign]


def warning_sign_name(sign: WarningSign) -> str:
    """The warning sign as a label in a list to choose from."""
    return {
        WarningSign.CHEST_PAIN: _("Chest pain or pressure"),
        WarningSign.FAINT_OR_DIZZY: _("Fainting, or suddenly very dizzy"),
        WarningSign.SHORT_OF_BREATH: _("Short of breath in a new way"),
        WarningSign.COLD_SWEAT: _("Cold sweat"),
        WarningSign.IRREGULAR_HEARTBEAT: _("A heartbeat that races or stumbles"),
        WarningSign.SUDDEN_WEAKNESS: _("Sudden weakness"),
        WarningSign.TROUBLE_SPEAKING_OR_SEEING: _("Sudden trouble speaking or seeing"),
        WarningSign.SPREADING_NUMBNESS: _("Numbness that spreads quickly"),
        WarningSign.BLADDER_OR_BOWEL: _("New trouble with bladder or bowel"),
        WarningSign.COLD_PALE_LEG: _("A leg that turned cold and pale"),
        WarningSign.HOT_SWOLLEN_FOOT: _("A hot, red or swollen foot"),
        WarningSign.FALL_WITH_INJURY: _("A fall with an injury"),
        WarningSign.LOW_GLUCOSE: _("Blood sugar outside my clinician's limits"),
        WarningSign.UNWELL: _("Feverish, sick or unwell"),
        WarningSign.CALF_PAIN_WALKING: _("Calf pain that comes with walking"),
        WarningSign.TRIPPING_OR_FOOT_DROP: _("Tripping, or a foot that drags"),
        WarningSign.DIZZY_ON_STANDING: _("Dizzy on standing up"),
        WarningSign.REPEATED_FALLS: _("More than one fall lately"),
    }[sign]


def steadiness_name(answer: Steadiness) -> str:
    """The answer to "How steady are you, compared with usual?"."""
    return {
        Steadiness.AS_USUAL: _("As usual"),
        Steadiness.LESS_STEADY: _("Less steady"),
        Steadiness.MUCH_LESS_STEADY: _("Much less steady"),
    }[answer]


def feet_name(answer: Feet) -> str:
    """The answer to "What did looking at your feet show?"."""
    return {
        Feet.FINE: _("Checked, nothing new"),
        Feet.NEW: _("Checked, something new"),
        Feet.UNCHECKED: _("Not checked"),
        Feet.LATER: _("Later, shoes still on"),
    }[answer]


def settled_name(answer: Settled) -> str:
    """The answer to "How soon were things back to usual after the last walk?"."""
    return {
        Settled.WITHIN_30MIN: _("Within 30 minutes"),
        Settled.WITHIN_2H: _("Within 2 hours"),
        Settled.SAME_DAY: _("Later the same day"),
        Settled.NOT_BY_MORNING: _("Not by the next morning"),
    }[answer]


def shorter_name(answer: ShorterBecause) -> str:
    """The answer to "Why shorter?"."""
    return {
        ShorterBecause.NO_TIME: _("No time"),
        ShorterBecause.SYMPTOMS: _("Symptoms"),
        ShorterBecause.OTHER: _("Something else"),
    }[answer]


def away_name(answer: AwayBecause) -> str:
    """The answer to "What kept you from walking?"."""
    return {
        AwayBecause.ILLNESS: _("Illness"),
        AwayBecause.FALL: _("A fall"),
        AwayBecause.FEET: _("My feet"),
        AwayBecause.FLARE: _("A bad spell"),
    }[answer]


def track_name(track: Track) -> str:
    """The track as a label."""
    return {
        Track.STEADY: _("Steady"),
        Track.GENTLE: _("Gentle"),
        Track.CAREFUL: _("Careful"),
    }[track]


def track_hint(track: Track) -> str:
    """How fast a track may grow, with its figures (coaching.md, section 2)."""
    return {
        Track.STEADY: _("Up to 5 minutes more a day."),
        Track.GENTLE: _("Up to 3 minutes more a day, and 30 % more a week."),
        Track.CAREFUL: _("Up to 2 minutes more a day, and 20 % more a week."),
    }[track]


def placement_name(placement: BriskPlacement) -> str:
    """Where the brisk minutes go, as a label."""
    return {
        BriskPlacement.INSIDE: _("Inside the walk"),
        BriskPlacement.ADDED: _("On top of the walk"),
    }[placement]


def stage_name(stage: Stage) -> str:
    """The stage as a label: what is being built."""
    return {
        Stage.BUILD_TIME: _("Walk longer"),
        Stage.BUILD_PACE: _("Walk brisker"),
        Stage.KEEP_GOING: _("Keep going"),
    }[stage]


def decision_name(kind: DecisionKind) -> str:
    """What the day is called, as a label."""
    return {
        DecisionKind.START: _("First walk"),
        DecisionKind.INCREASE: _("A little more"),
        DecisionKind.REPEAT: _("The same again"),
        DecisionKind.STEP_BACK: _("A little less"),
        DecisionKind.EASY_DAY: _("Easy day"),
        DecisionKind.REST_DAY: _("Rest day"),
        DecisionKind.NO_WALK: _("No walk today"),
    }[kind]


def pace_name(pace: Pace) -> str:
    """The pace inside a sentence: "normal", "brisk"."""
    return {Pace.NORMAL: _("normal"), Pace.BRISK: _("brisk")}[pace]


def weekday_name(weekday: int) -> str:
    """The full name of a weekday, Monday = 0."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))[weekday]


def weekday_short(weekday: int) -> str:
    """The short name of a weekday, Monday = 0: "Mon"."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[weekday]


def month_name(month: int) -> str:
    """The full name of a month, January = 1."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )[month - 1]


def day_and_month(day: date) -> str:
    """The day without weekday or year: "3 November"."""
    return _("{day} {month}").format(day=day.day, month=month_name(day.month))


def long_date(day: date) -> str:
    """The day with its weekday: "Sunday 22 November"."""
    return _("{weekday} {date}").format(weekday=weekday_name(day.weekday()), date=day_and_month(day))


def full_date(day: date) -> str:
    """The day with weekday and year: "Sunday 22 November 2026"."""
    return _("{date} {year}").format(date=long_date(day), year=day.year)


def day_name(day: date, today: date) -> str:
    """The day as it is named on `today`: "today", "yesterday", "Friday" within six days, else "3 November".

    A day of another year that is far away carries its year: "3 November 2025".
    """
    away = (day - today).days
    if away == 0:
        return _("today")
    if away == -1:
        return _("yesterday")
    if away == 1:
        return _("tomorrow")
    if abs(away) < 7:
        return weekday_name(day.weekday())
    if day.year == today.year or abs(away) < 60:
        return day_and_month(day)
    return _("{date} {year}").format(date=day_and_month(day), year=day.year)


def walk_on(day: date) -> str:
    """The walk of a day by its date, where the reader's today is another day's: "the walk of 3 November"."""
    return _("the walk of {date}").format(date=day_and_month(day))


def walk_of(day: date | None, today: date) -> str:
    """The walk of a day, inside a sentence: "yesterday's walk", "Friday's walk", "the walk of 3 November", "your last walk"."""
    if day is None:
        return _("your last walk")
    away = (today - day).days
    if away == 0:
        return _("today's walk")
    if away == 1:
        return _("yesterday's walk")
    if 1 < away < 7:
        return _("{weekday}'s walk").format(weekday=weekday_name(day.weekday()))
    return _("the walk of {date}").format(date=day_name(day, today))
