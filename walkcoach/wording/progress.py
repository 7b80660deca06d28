"""What the Progress page says about weeks and symptoms: facts with their numbers, no praise and no alarm."""

from collections.abc import Sequence
from datetime import date, timedelta

from walkcoach.core.progress import Progress, SymptomTrend, Week
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _, _n

_WORTH_TELLING = 1.0
"""Least difference of two weekly means, in points, that the summary speaks of."""


def title() -> str:
    """Heading of the page."""
    return _("Progress")


def range_question() -> str:
    """The name of the choice of range."""
    return _("How far back")


def ranges() -> Sequence[tuple[int, str]]:
    """The ranges in weeks with their names; 0 weeks means everything."""
    return ((4, _("4 weeks")), (13, _("3 months")), (52, _("1 year")), (0, _("All")))


def empty_title() -> str:
    """Heading while there is nothing to show."""
    return _("Your first week will show here")


def empty_text() -> str:
    """What will be shown."""
    return _(
        "After your first walk you see your minutes here, week by week, and how your symptoms were before and during your walks."
    )


def nothing_in_range() -> str:
    """Said when there are walks, but none in the range chosen."""
    return _("No walks in this time. A longer range shows the earlier ones.")


def minutes_title() -> str:
    """Heading of the chart of minutes."""
    return _("Minutes a week")


def weeks_a_bar(weeks: int) -> str:
    """Beside the legend, where a bar stands for several weeks; "" where it stands for one."""
    return "" if weeks == 1 else _("each bar: the mean of {weeks} weeks").format(weeks=weeks)


def normal() -> str:
    """In the legend and the table."""
    return _("normal")


def brisk() -> str:
    """In the legend and the table."""
    return _("brisk")


def planned() -> str:
    """In the legend and the table."""
    return _("planned")


def before_walks() -> str:
    """In the legend: the line of scores before walks."""
    return _("before walks")


def worst_during() -> str:
    """In the legend: the dashed line of the worst scores during walks."""
    return _("worst during")


def around_usual() -> str:
    """In the legend: the band of one point around the usual."""
    return _("around your usual")


def symptoms_title() -> str:
    """Heading of the symptom charts."""
    return _("Symptoms")


def symptoms_scale() -> str:
    """How to read them."""
    return _("0 none, 10 the worst you can imagine; means of each week")


def show_table() -> str:
    """The button that turns charts into tables."""
    return _("Table")


def show_chart() -> str:
    """The button that turns tables into charts."""
    return _("Chart")


def minutes_headers() -> tuple[str, ...]:
    """Columns of the table of minutes."""
    return (_("Week of"), _("Minutes"), _("Normal"), _("Brisk"), _("Planned"), _("Walks kept"))


def symptom_headers() -> tuple[str, ...]:
    """Columns of a symptom's table."""
    return (_("Week of"), _("Before"), _("Worst"), _("Usual"))


def kept(week: Week) -> str:
    """Walks of the walk days: "4 of 5"; walks on rest days do not make it more than all."""
    if not week.walk_days:
        return str(week.walks)
    return _("{walks} of {days}").format(walks=week.walks, days=max(week.walks, week.walk_days))


def score_or_dash(value: float | None) -> str:
    """A score in a table; a dash where nothing was rated."""
    return "–" if value is None else numbers.score(value)


def usual_now(usual: float | None) -> str:
    """Beside a symptom's name; "" before there is one."""
    return "" if usual is None else _("usual {score}").format(score=numbers.score(usual))


def month_short(month: int) -> str:
    """A month as it stands under an axis, January = 1."""
    return (
        *(_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun")),
        *(_("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec")),
    )[month - 1]


def day_short(day: date) -> str:
    """A day as it stands under an axis: "7 Sep"."""
    return _("{day} {month}").format(day=day.day, month=month_short(day.month))


def this_week() -> str:
    """The last week, under an axis."""
    return _("this week")


def now() -> str:
    """Under an axis: the last column, where it stands for several weeks."""
    return _("now")


def week_name(first_day: date, today: date) -> str:
    """A week in a table: "7 September", with the year where it is another one, or "This week"."""
    if first_day <= today < first_day + timedelta(days=7):
        return _("This week")
    return _with_year(names.day_and_month(first_day), first_day, today)


def week_short(first_day: date, today: date) -> str:
    """A week where there is little room: "7 Sep", with the year where it is another one, or "This week"."""
    if first_day <= today < first_day + timedelta(days=7):
        return _("This week")
    return _with_year(day_short(first_day), first_day, today)


def span_name(first_day: date, weeks: int, today: date) -> str:
    """One week or several that are shown as one: "This week", "7 Sep", "7 Sep to 4 Oct"."""
    if weeks == 1:
        return week_short(first_day, today)
    last_day = first_day + timedelta(days=7 * weeks - 1)
    begin = day_short(first_day) if first_day.year == last_day.year else _with_year(day_short(first_day), first_day, last_day)
    return _("{begin} to {end}").format(begin=begin, end=_with_year(day_short(last_day), last_day, today))


def bar_tip(week: Week, today: date) -> str:
    """One week in words, for the pointer and for those who step through the chart."""
    return _("{week}: {minutes}, {brisk} brisk; planned {planned}; walks {kept}").format(
        week=week_name(week.first_day, today),
        minutes=numbers.minutes(week.minutes),
        brisk=week.brisk_min,
        planned=week.planned_min,
        kept=kept(week),
    )


def mean_tip(first_day: date, weeks: int, minutes: float, brisk: float, planned: float, today: date) -> str:
    """Several weeks that are shown as one bar, in words; the minutes are means of a week."""
    return _("{span}: {minutes} a week, {brisk} brisk; planned {planned}").format(
        span=span_name(first_day, weeks, today),
        minutes=numbers.minutes(round(minutes)),
        brisk=round(brisk),
        planned=round(planned),
    )


def point_tip(span: str, before: float | None, worst: float | None) -> str:
    """What a symptom was in one week or several, short enough for a line below its small chart."""
    if before is None and worst is None:
        return _("{span}: not rated").format(span=span)
    return _("{span}: before {before}, worst {worst}").format(span=span, before=score_or_dash(before), worst=score_or_dash(worst))


def _with_year(text: str, day: date, beside: date) -> str:
    """`text`, which names `day`, with its year unless that is the year of `beside`."""
    return text if day.year == beside.year else _("{date} {year}").format(date=text, year=day.year)


def summary(progress: Progress) -> str:
    """The page in one or two sentences: this week's minutes, and the symptom whose scores before walks moved most."""
    if not progress.weeks:
        return empty_title()
    return " ".join(part for part in (_week_sentence(progress.weeks[-1]), _trend_sentence(progress)) if part)


def _week_sentence(week: Week) -> str:
    if not week.minutes:
        return _("No walk yet this week.")
    said = _("You walked {minutes} this week").format(minutes=numbers.minutes(week.minutes))
    if week.brisk_min:
        said = _("{said}, {brisk} of them brisk").format(said=said, brisk=week.brisk_min)
    if week.walks < week.walk_days:  # days to come are counted, so it is no miss
        return _("{said}, and kept {kept} walk days so far.").format(said=said, kept=kept(week))
    if week.walk_days:
        return _("{said}, and kept {kept} walk days.").format(said=said, kept=kept(week))
    return _("{said}.").format(said=said)


def _trend_sentence(progress: Progress) -> str:
    """First week rated against last, for the symptom that moved most; about the same when none moved by a point."""
    moves: list[tuple[float, SymptomTrend, date, float, float]] = []
    for trend in progress.trends:
        rated = [(point.first_day, point.before) for point in trend.points if point.before is not None]
        if len(rated) > 1:
            (since, first), (_last_week, last) = rated[0], rated[-1]
            moves.append((abs(last - first), trend, since, first, last))
    if not moves:
        return ""
    size, trend, since, first, last = max(moves, key=lambda move: move[0])
    if size < _WORTH_TELLING:
        return _("Your symptoms before walks stayed about the same.")
    fell = _("{symptom} before walks fell from {first} to {last} since {month}.")
    rose = _("{symptom} before walks rose from {first} to {last} since {month}.")
    return (fell if last < first else rose).format(
        symptom=numbers.first_up(names.symptom_name(trend.symptom)),
        first=numbers.score(first),
        last=numbers.score(last),
        month=_with_year(names.month_name(since.month), since, progress.today),
    )


def minutes_sentence(weeks: Sequence[Week], today: date) -> str:
    """The chart of minutes in one sentence, for those who hear it."""
    if not weeks:
        return empty_title()
    most = max(weeks, key=lambda week: week.minutes)
    this = weeks[-1]
    return _(
        "Minutes a week over {weeks}: {this} this week, {brisk} of them brisk, {planned} planned; most {most} ({when})."
    ).format(
        weeks=_n("{n} week", "{n} weeks", len(weeks)),
        this=this.minutes,
        brisk=this.brisk_min,
        planned=this.planned_min,
        most=most.minutes,
        when=this_week() if most is this else week_name(most.first_day, today),
    )


def symptom_sentence(trend: SymptomTrend) -> str:
    """A symptom's chart in one sentence, for those who hear it."""
    name = numbers.first_up(names.symptom_name(trend.symptom))
    before = [point.before for point in trend.points if point.before is not None]
    worst = [point.worst for point in trend.points if point.worst is not None]
    if not before:
        return _("{name}: not rated in this time.").format(name=name)
    said = _("{name} before walks: {first} at first, {last} now").format(
        name=name, first=numbers.score(before[0]), last=numbers.score(before[-1])
    )
    if worst:
        said = _("{said}; worst during walks {last}").format(said=said, last=numbers.score(worst[-1]))
    if trend.usual is not None:
        said = _("{said}; your usual is {usual}").format(said=said, usual=numbers.score(trend.usual))
    return f"{said}."
