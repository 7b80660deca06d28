"""The words of the Diary page: its days in a line each, its filters, and what it says when there is nothing to show.

What a single day holds is in `diary_day`. No praise and no blame: a day without an entry is just that.
"""

from collections.abc import Sequence
from datetime import date

from walkcoach.core.decision import Decision, DecisionKind
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn
from walkcoach.core.symptoms import Symptom
from walkcoach.wording import names, numbers, reasons
from walkcoach.wording.language import _, _n


def page() -> str:
    """The page on the rail, and its heading."""
    return _("Diary")


def list_name() -> str:
    """What the list of days is, for screen readers."""
    return _("Days, newest first")


def list_hint() -> str:
    """Its keys, for screen readers and under the list."""
    return _("Up and down choose a day, Return opens it, Delete deletes its entries.")


def search() -> str:
    """The field that looks through the notes."""
    return _("Search your notes")


def search_hint() -> str:
    """Its key."""
    return _("Key: Ctrl+F")


def filter_button() -> str:
    """Unfolds the filters."""
    return _("Filter")


def filter_on(count: int) -> str:
    """The same, with so many of them in force."""
    return _n("Filter: {n} in use", "Filter: {n} in use", count)


def filter_title() -> str:
    """Heading of the sheet with the filters."""
    return _("Which days to show")


def filter_lead() -> str:
    """How they go together."""
    return _("A day is shown where all of this is true of it. Of several plans, any will do.")


def symptom_filter() -> str:
    """Which symptom is looked for."""
    return _("Symptom")


def any_symptom() -> str:
    """No symptom is looked for."""
    return _("Any")


def felt_filter() -> str:
    """What of a symptom is looked for."""
    return _("On that day")


def felt_first() -> str:
    """Why it cannot be chosen yet."""
    return _("Choose a symptom first.")


def felt_rated() -> str:
    """Felt at all."""
    return _("Rated 1 or more")


def felt_rose() -> str:
    """A clear rise during the walk."""
    return _("Rose by 2 or more")


def finds_filter() -> str:
    """What else a day has to have."""
    return _("With")


def find_sign() -> str:
    """A warning sign."""
    return _("A warning sign")


def find_feet() -> str:
    """A foot finding."""
    return _("Something new on the feet")


def find_by_hand() -> str:
    """A walk that was added by hand."""
    return _("A walk added by hand")


def kinds_filter() -> str:
    """What the day's plan was."""
    return _("The plan was")


def kind_name(kind: DecisionKind) -> str:
    """A kind of decision, as a filter and beside its shape."""
    return _("No walk") if kind is DecisionKind.NO_WALK else names.decision_name(kind)


def show_all() -> str:
    """Takes every filter away."""
    return _("Show all days")


def count_all(count: int) -> str:
    """How many days are listed."""
    return numbers.days(count)


def count_some(count: int, of: int) -> str:
    """How many days are listed with a filter."""
    return _("{count} of {all}").format(count=count, all=numbers.days(of))


def deleted_button(count: int) -> str:
    """Opens what was deleted lately."""
    return _("Recently deleted ({count})").format(count=count)


def empty_title() -> str:
    """Nothing was ever said."""
    return _("Your diary begins with your first check-in")


def empty_text() -> str:
    """What will stand here."""
    return _("Each day then stands here with its plan and the reason for it, your walks, your answers and a note of your own.")


def nothing_found_title() -> str:
    """No day fits the filters."""
    return _("No day fits")


def nothing_found_text() -> str:
    """What to do about it."""
    return _("Try fewer filters or other words, or show all days again.")


def busy() -> str:
    """The page waits for the diary."""
    return _("Opening your diary …")


def choose_day() -> str:
    """No day is open."""
    return _("Choose a day to see all of it.")


def back_to_days() -> str:
    """Back from a day to the list, where there is no room for both."""
    return _("All days")


def month(day: date) -> str:
    """The month that the top of the list shows: "January 2026"."""
    return _("{month} {year}").format(month=names.month_name(day.month), year=day.year)


def day_title(day: date, today: date) -> str:
    """The day as a heading: "Today, Monday 5 January", "Saturday 3 January", "Friday 2 January 2025"."""
    text = names.long_date(day) if day.year == today.year else names.full_date(day)
    near = names.day_name(day, today) if abs((today - day).days) < 2 else ""
    return _("{near}, {date}").format(near=numbers.first_up(near), date=text) if near else text


def row_title(day: date, today: date) -> str:
    """The day in a row of the list: "Today, Mon 5 January", "Wed 31 December"; the month's year stands over the list."""
    text = _("{weekday} {date}").format(weekday=names.weekday_short(day.weekday()), date=names.day_and_month(day))
    near = names.day_name(day, today) if abs((today - day).days) < 2 else ""
    return _("{near}, {date}").format(near=numbers.first_up(near), date=text) if near else text


def plan(decision: Decision, *, walked: bool) -> str:
    """The plan of a day in the list, short: "15 minutes", "Rest day", "No walk"."""
    if decision.kind is DecisionKind.NO_WALK:
        return _("No walk")
    if decision.kind is DecisionKind.REST_DAY:
        return _("Rest day")
    line = reasons.plan_line(decision)
    return line if walked else _("{plan} planned").format(plan=line)


def walked_said(minutes: str) -> str:
    """What was walked, for those who hear it."""
    return _("Walked {minutes}").format(minutes=minutes)


def scores(before: BeforeCheckIn | None, after: AfterCheckIn | None, most: int = 2) -> str:
    """The scores in a few words: "tingling 2 → 4, burning 1"; the `most` that changed or hurt most."""
    first, worst = before.ratings if before else {}, after.worst if after else {}

    def least_of_all(symptom: Symptom) -> tuple[int, int]:
        one, other = first.get(symptom, 0), worst.get(symptom, 0)
        return one - other, -max(one, other)

    rated = sorted(dict.fromkeys([*worst, *first]), key=least_of_all)
    told = []
    for symptom in rated[:most]:
        name = names.symptom_name(symptom)
        if symptom in first and symptom in worst and first[symptom] != worst[symptom]:
            told.append(_("{symptom} {before} → {worst}").format(symptom=name, before=first[symptom], worst=worst[symptom]))
        else:
            told.append(_("{symptom} {score}").format(symptom=name, score=worst.get(symptom, first.get(symptom, 0))))
    more = len(rated) - len(told)
    return ", ".join([*told, *([_("{count} more").format(count=more)] if more else [])])


def happened(parts: Sequence[str]) -> str:
    """What happened on a day, in one line; no parts: nothing was said of it."""
    return " · ".join(part for part in parts if part) or _("Nothing noted")


def has_sign() -> str:
    """A warning sign was told on the day."""
    return _("warning sign")


def has_foot_finding() -> str:
    """Something new was found on the feet."""
    return _("something new on the feet")


def added_by_hand() -> str:
    """A walk of the day was added by hand."""
    return _("walk added by hand")


def own_walk() -> str:
    """A walk of the day was the person's own."""
    return _("walk of your own")


def programme_changed() -> str:
    """The programme was changed on the day."""
    return _("programme changed")


def noted_for_coach() -> str:
    """Something was noted for the coach."""
    return _("noted for the coach")


def monthly_question() -> str:
    """The monthly question was answered."""
    return _("monthly question")


def row_said(title: str, plan_words: str, kind: str, line: str) -> str:
    """A whole row, for those who hear it. A day whose plan is its kind, such as a rest day, says it once."""
    if plan_words == kind:
        return _("{day}. {plan}. {line}").format(day=title, plan=plan_words, line=line)
    return _("{day}. {kind}, {plan}. {line}").format(day=title, kind=kind, plan=plan_words, line=line)
