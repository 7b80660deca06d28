"""What the month calendar says: each day in one sentence, the month in another, the names of its marks. Facts, no verdicts."""

from datetime import date

from walkcoach.core.calendar import CalendarDay, Month
from walkcoach.core.decision import DecisionKind
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _


def title() -> str:
    """Heading of the card."""
    return _("Calendar")


def previous_month() -> str:
    """The button that goes back; its key is Page Up."""
    return _("Previous month")


def next_month() -> str:
    """The button that goes on; its key is Page Down."""
    return _("Next month")


def month_and_year(first_day: date) -> str:
    """The month that is shown: "November 2026"."""
    return _("{month} {year}").format(month=names.month_name(first_day.month), year=first_day.year)


def decision(kind: DecisionKind) -> str:
    """What a decision is called in the legend and in the table: "More", "The same"; short, since there is little room."""
    return {
        DecisionKind.START: _("first walk"),
        DecisionKind.INCREASE: _("more"),
        DecisionKind.REPEAT: _("the same"),
        DecisionKind.STEP_BACK: _("less"),
        DecisionKind.EASY_DAY: _("easy day"),
        DecisionKind.REST_DAY: _("rest day"),
        DecisionKind.NO_WALK: _("no walk"),
    }[kind]


def locked() -> str:
    """In the legend: the plan waited until somebody had looked at a sign or at a foot."""
    return _("plan on hold")


def free_walk() -> str:
    """In the legend: a walk that was not the plan's."""
    return _("free walk")


def warning_sign() -> str:
    """In the legend: a warning sign was named."""
    return _("warning sign")


def foot_finding() -> str:
    """In the legend: something new on the feet."""
    return _("something new on the feet")


def remark() -> str:
    """In the legend: a note in the person's own words."""
    return _("note")


def not_walked() -> str:
    """In the legend: an outline instead of a filled shape."""
    return _("outline: not walked")


def keys_hint() -> str:
    """What the keys do, for those who hear the calendar."""
    return _("Arrow keys go from day to day, Page Up and Page Down from month to month, Return opens the day.")


def day_headers() -> tuple[str, ...]:
    """Columns of the table."""
    return (_("Day"), _("Plan"), _("Offered"), _("Walked"), _("Brisk"), _("Also"))


def csv_headers() -> tuple[str, ...]:
    """Columns of the saved figures; the last four are 1 or 0."""
    marks = (warning_sign(), foot_finding(), remark(), free_walk())
    return (_("Day"), _("Plan"), _("Offered"), _("Walked"), _("Brisk"), *map(numbers.first_up, marks))


def day_row(day: CalendarDay) -> tuple[str, ...]:
    """A day in the table of its month."""
    return (
        _("{weekday} {day}").format(weekday=names.weekday_short(day.day.weekday()), day=day.day.day),
        "–" if day.kind is None else numbers.first_up(plan(day)),
        str(day.offered_min) if day.offered_min else "–",
        str(day.minutes),
        str(day.brisk_min),
        numbers.first_up(_(", ").join(_also_short(day))) or "–",
    )


def plan(day: CalendarDay) -> str:
    """What the plan said, in a word or two; "" where it said nothing."""
    if day.kind is None:
        return ""
    return locked() if day.locked else decision(day.kind)


def also(day: CalendarDay) -> tuple[str, ...]:
    """What else the day brought: "warning sign", "something new on the feet", "note", "free walk"."""
    return tuple(
        words
        for there, words in (
            (day.warning_sign, warning_sign()),
            (day.foot_finding, foot_finding()),
            (day.remark, remark()),
            (day.free_walk, free_walk()),
        )
        if there
    )


def _also_short(day: CalendarDay) -> tuple[str, ...]:
    """The same for a narrow column."""
    named = ((day.warning_sign, _("sign")), (day.foot_finding, _("feet")), (day.remark, _("note")), (day.free_walk, free_walk()))
    return tuple(words for there, words in named if there)


def day_sentence(day: CalendarDay, today: date) -> str:
    """A day in one sentence: "Friday 20 November: 25 minutes walked, 5 brisk; the plan was more, 25 minutes."."""
    name = names.full_date(day.day) if day.day.year != today.year else names.long_date(day.day)
    if day.today:
        name = _("Today, {date}").format(date=name)
    said = [part for part in (_walked(day), _planned(day), numbers.list_of(also(day))) if part]
    return _("{day}: {facts}.").format(day=name, facts="; ".join(said))


def _walked(day: CalendarDay) -> str:
    if day.minutes:
        said = _("{minutes} walked").format(minutes=numbers.minutes(day.minutes))
        return _("{said}, {brisk} of them brisk").format(said=said, brisk=day.brisk_min) if day.brisk_min else said
    if day.kind in (DecisionKind.REST_DAY, DecisionKind.NO_WALK):
        return ""
    if day.future:
        return _("still to come")
    return _("no walk yet") if day.today else _("no walk")


def _planned(day: CalendarDay) -> str:
    if day.kind is None:
        return ""
    if day.locked:
        return _("the plan was on hold")
    if day.kind is DecisionKind.REST_DAY:
        return _("a rest day")
    if day.kind is DecisionKind.NO_WALK:
        return _("no walk by the plan")
    return _("plan: {decision}, {minutes}").format(decision=decision(day.kind), minutes=numbers.minutes(day.offered_min))


def month_sentence(month: Month) -> str:
    """The month in one sentence, for those who hear it: "November 2026: 300 minutes on 14 days, 60 of them brisk."."""
    name = month_and_year(month.first_day)
    if not month.minutes:
        return _("{month}: no walks.").format(month=name)
    facts = _("{minutes} on {days}").format(minutes=numbers.minutes(month.minutes), days=numbers.days(month.days_walked))
    if month.brisk_min:
        facts = _("{facts}, {brisk} of them brisk").format(facts=facts, brisk=month.brisk_min)
    return _("{month}: {facts}.").format(month=name, facts=facts)
