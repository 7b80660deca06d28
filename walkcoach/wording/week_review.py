"""What the weekly review says: three figures with a sentence or two each, then what the plan did. Facts, no verdicts.

A week of rest is told like any other one: nothing here counts what was missed, praises, warns or compares with anybody. Meant
for pages and dialogs, never for window titles, notifications or logs.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from walkcoach.core.week_review import WEEK_DAYS, Level, SymptomWeek, WeekReview
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _, _n


@dataclass(frozen=True, slots=True)
class FigureText:
    """One of the three figures: the figure, what it counts, and what there is to say about it."""

    figure: str
    counts: str
    said: str

    @property
    def spoken(self) -> str:
        """All of it, for those who hear it."""
        return " ".join(part for part in (f"{self.figure} {self.counts}.", self.said) if part)


def window_title() -> str:
    """The title of the sheet's window."""
    return _("Your week")


def title(review: WeekReview, today: date) -> str:
    """The heading: the week that has just gone by, or one further back."""
    just_over = review.last_day < today <= review.last_day + timedelta(days=WEEK_DAYS)
    return _("Your last week") if just_over else _("One of your weeks")


def span(review: WeekReview, today: date) -> str:
    """Under it, from when to when: "5 to 11 January", "29 December 2025 to 4 January 2026"."""
    first, last = review.first_day, review.last_day
    if first.year != last.year:
        return _("{first} {first_year} to {last} {last_year}").format(
            first=names.day_and_month(first), first_year=first.year, last=names.day_and_month(last), last_year=last.year
        )
    begin = str(first.day) if first.month == last.month else names.day_and_month(first)
    text = _("{first} to {last}").format(first=begin, last=names.day_and_month(last))
    return text if last.year == today.year else _("{span} {year}").format(span=text, year=last.year)


def figures(review: WeekReview) -> tuple[FigureText, FigureText, FigureText]:
    """Walks, minutes, and how the symptom that stands first was."""
    return _walks(review), _minutes(review), _symptom(review)


def _walks(review: WeekReview) -> FigureText:
    if review.walks:
        if review.walks >= review.walk_days:
            said = _("You walked every walk of the plan.")
            return FigureText(str(review.walks), _n("walk", "walks", review.walks), said)
        figure = _("{walks} of {days}").format(walks=review.walks, days=review.walk_days)
        said = _("You walked on {walks} of the {days} days that the plan had a walk for.").format(
            walks=review.walks, days=review.walk_days
        )
        return FigureText(figure, _n("walk", "walks", review.walk_days), said)
    if review.walked_days:
        said = _("Walks of your own, beside the plan. They count here as much.")
        return FigureText(str(review.walked_days), _n("day with a walk", "days with a walk", review.walked_days), said)
    return FigureText(_("Rest"), _("all week"), _("A week without walks. The plan makes room for that."))


def _minutes(review: WeekReview) -> FigureText:
    said = []
    if review.brisk_min:
        said.append(_n("{n} of them was brisk.", "{n} of them were brisk.", review.brisk_min))
    if review.planned_min and review.walks:
        said.append(_("The plan had {minutes}.").format(minutes=review.planned_min))
    if review.own_min and review.walks:
        said.append(_n("{n} was walked beside the plan.", "{n} were walked beside the plan.", review.own_min))
    if review.earlier_min:
        said.append(_("The week before: {minutes}.").format(minutes=review.earlier_min))
    return FigureText(str(review.minutes), _n("minute", "minutes", review.minutes), " ".join(said))


def _symptom(review: WeekReview) -> FigureText:
    """The symptom that the person follows first: the same one every week, so that weeks can be held side by side."""
    first = next(iter(review.symptoms), None)
    if first is None:
        return FigureText("–", _("no symptoms rated"), _("Nothing was rated in this week, and nothing has to be."))
    name = names.symptom_name(first.symptom)
    if first.before is None:
        figure = numbers.score(first.worst or 0)
        return FigureText(figure, _("{symptom}, at worst during walks").format(symptom=name), _the_week_before(first))
    said = [] if first.worst is None else [_("At worst during walks: {score}.").format(score=numbers.score(first.worst))]
    counts = _("{symptom}, before walks").format(symptom=name)
    return FigureText(numbers.score(first.before), counts, " ".join(part for part in (*said, _the_week_before(first)) if part))


def _the_week_before(symptom: SymptomWeek) -> str:
    """The same two scores a week earlier; "" where there were none."""
    if symptom.earlier_before is not None and symptom.earlier_worst is not None:
        return _("The week before: {before}, and {worst} at worst.").format(
            before=numbers.score(symptom.earlier_before), worst=numbers.score(symptom.earlier_worst)
        )
    only = symptom.earlier_worst if symptom.before is None else symptom.earlier_before
    return "" if only is None else _("The week before: {score}.").format(score=numbers.score(only))


def scale() -> str:
    """Under the figures, where symptoms were rated: how to read the scores."""
    return _("Scores are means of the week: 0 is none, 10 the worst you can imagine.")


def other_symptoms(review: WeekReview) -> tuple[str, ...]:
    """A sentence for each symptom but the first."""
    return tuple(_other(symptom) for symptom in review.symptoms[1:])


def _other(symptom: SymptomWeek) -> str:
    name = numbers.first_up(names.symptom_name(symptom.symptom))
    if symptom.before is None:
        said = _("{symptom}: {worst} at worst during walks.").format(symptom=name, worst=numbers.score(symptom.worst or 0))
    elif symptom.worst is None:
        said = _("{symptom}: {before} before walks.").format(symptom=name, before=numbers.score(symptom.before))
    else:
        said = _("{symptom}: {before} before walks, {worst} at worst during them.").format(
            symptom=name, before=numbers.score(symptom.before), worst=numbers.score(symptom.worst)
        )
    return " ".join(part for part in (said, _the_week_before(symptom)) if part)


def plan(review: WeekReview) -> str:
    """What the plan did in the week, in one to four short sentences."""
    said = [_level_sentence(review.level_first, review.level_last)]
    if review.step_backs:
        said.append(_("The plan stepped back {times}, as it is meant to.").format(times=numbers.times(review.step_backs)))
    if review.rest_days:
        said.append(_n("The week had {n} rest day.", "The week had {n} rest days.", review.rest_days))
    if review.days_off:
        said.append(_("On {days} the plan asked for no walk.").format(days=numbers.days(review.days_off)))
    return " ".join(said)


def _level_sentence(first: Level, last: Level) -> str:
    if last == first:
        return _("The walk of a day stayed at {level}.").format(level=_level(last))
    if first.minutes == last.minutes:
        return _("The walk of a day stayed at {minutes}; its brisk part went from {first} to {last}.").format(
            minutes=numbers.minutes(last.minutes), first=first.brisk_min, last=numbers.minutes(last.brisk_min)
        )
    if not first.brisk_min and not last.brisk_min:
        return _("The walk of a day went from {first} to {last}.").format(first=first.minutes, last=_level(last))
    return _("The walk of a day went from {first} to {last}.").format(first=_level(first), last=_level(last))


def _level(level: Level) -> str:
    if not level.brisk_min:
        return numbers.minutes(level.minutes)
    return _("{minutes} with {brisk}").format(minutes=numbers.minutes(level.minutes), brisk=numbers.brisk_minutes(level.brisk_min))


def signs(review: WeekReview) -> str:
    """What was told of warning signs and of the feet, and what that asks for; "" where nothing was. The same for everybody."""
    told = []
    if review.sign_days:
        told.append(_("On {days} you told of a warning sign.").format(days=numbers.days(review.sign_days)))
    if review.feet_days:
        told.append(_("On {days} your feet showed something new.").format(days=numbers.days(review.feet_days)))
    if not told:
        return ""
    return " ".join((*told, _("If nobody qualified has looked at it yet, let that come first.")))


def kept() -> str:
    """Under the first showing: where to find it again."""
    return _("This page stays. You find it again under Progress, Earlier weeks.")


def close() -> str:
    """Closes the sheet."""
    return _("Close")


def earlier_weeks() -> str:
    """The button on the Progress page that opens the kept reviews."""
    return _("Earlier weeks")


def earlier_weeks_hint() -> str:
    """What that button does, for screen readers."""
    return _("Look back at the weeks that you were told about.")


def nothing_kept_title() -> str:
    """The heading while no review was kept."""
    return _("Your weeks will stay here")


def nothing_kept() -> str:
    """What will be found there."""
    return _("When a new week begins, Walkcoach tells you about the last one. Each of these pages is kept for you to look back at.")


def earlier() -> str:
    """Goes one kept week back."""
    return _("Earlier week")


def later() -> str:
    """Goes one kept week on."""
    return _("Later week")


def place(number: int, of: int) -> str:
    """Which of the kept weeks is shown, the newest being the first: "Week 2 of 7, newest first"."""
    return _("Week {number} of {all}, newest first").format(number=number, all=of)
