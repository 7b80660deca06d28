"""What the charts of the Progress page say: their titles, marks, tables, read-outs, and each of them in one sentence.

Facts with their numbers, no praise and no alarm. How a chart is zoomed and saved is in `chart_use`.
"""

from collections.abc import Sequence
from datetime import date

from walkcoach.core.progress import Condition, Span, SymptomTrend
from walkcoach.core.spans import Grouping
from walkcoach.wording import names, numbers, spans
from walkcoach.wording.language import _, _n

# Minutes


def minutes_title(grouping: Grouping = Grouping.WEEK) -> str:
    """Heading of the chart of minutes: its axis says how much in how long."""
    return {
        Grouping.WEEK: _("Minutes a week"),
        Grouping.MONTH: _("Minutes a month"),
        Grouping.QUARTER: _("Minutes a quarter"),
        Grouping.YEAR: _("Minutes a year"),
    }[grouping]


def normal() -> str:
    """In the legend."""
    return _("normal")


def brisk() -> str:
    """In the legend."""
    return _("brisk")


def planned() -> str:
    """In the legend."""
    return _("planned")


def planned_note() -> str:
    """Below the chart of minutes: what stands against a day on which nobody walked."""
    return _("Planned counts a missed walk day at your level of that day.")


def minutes_headers(grouping: Grouping = Grouping.WEEK) -> tuple[str, ...]:
    """Columns of the table of minutes."""
    return (spans.header(grouping), _("Minutes"), _("Normal"), _("Brisk"), _("Planned"), _("Walks kept"))


def kept(span: Span) -> str:
    """Walks of the walk days: "4 of 5"; walks on rest days do not make it more than all."""
    if not span.walk_days:
        return str(span.walks)
    return _("{walks} of {days}").format(walks=span.walks, days=max(span.walks, span.walk_days))


def bar_tip(span: Span, grouping: Grouping, today: date) -> str:
    """One bar in words, for the pointer and for those who step through the chart."""
    return _("{span}: {minutes}, {brisk} brisk; planned {planned}; walks {kept}").format(
        span=spans.span_name(span.first_day, grouping, today),
        minutes=numbers.minutes(span.minutes),
        brisk=span.brisk_min,
        planned=span.planned_min,
        kept=kept(span),
    )


def minutes_sentence(shown: Sequence[Span], grouping: Grouping, today: date) -> str:
    """The chart of minutes (one span at least) in one sentence, for those who hear it."""
    most = max(shown, key=lambda span: span.minutes)
    last = shown[-1]
    this = spans.this_span(grouping)
    return _(
        "{title} over {spans}: {minutes} {this}, {brisk} of them brisk, {planned} planned; most {most} ({when})."
    ).format(
        title=minutes_title(grouping),
        spans=spans.count_of(len(shown), grouping),
        minutes=last.minutes,
        this=this,
        brisk=last.brisk_min,
        planned=last.planned_min,
        most=most.minutes,
        when=this if most is last else spans.span_name(most.first_day, grouping, today),
    )


# Symptoms


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


def symptoms_scale(grouping: Grouping = Grouping.WEEK) -> str:
    """How to read them."""
    return {
        Grouping.WEEK: _("0 none, 10 the worst you can imagine; means of each week"),
        Grouping.MONTH: _("0 none, 10 the worst you can imagine; means of each month"),
        Grouping.QUARTER: _("0 none, 10 the worst you can imagine; means of each quarter"),
        Grouping.YEAR: _("0 none, 10 the worst you can imagine; means of each year"),
    }[grouping]


def symptom_headers(grouping: Grouping = Grouping.WEEK) -> tuple[str, ...]:
    """Columns of a symptom's table."""
    return (spans.header(grouping), _("Before"), _("Worst"), _("Usual"))


def score_or_dash(value: float | None) -> str:
    """A score in a table; a dash where nothing was rated."""
    return "–" if value is None else numbers.score(value)


def usual_now(usual: float | None) -> str:
    """Beside a symptom's name; "" before there is one."""
    return "" if usual is None else _("usual {score}").format(score=numbers.score(usual))


def point_tip(span: str, before: float | None, worst: float | None) -> str:
    """What a symptom was in one span, short enough for a line below its small chart."""
    if before is None and worst is None:
        return _("{span}: not rated").format(span=span)
    return _("{span}: before {before}, worst {worst}").format(span=span, before=score_or_dash(before), worst=score_or_dash(worst))


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


# How the walks felt


def felt_title() -> str:
    """Heading of the chart of effort and of what was noticed."""
    return _("How the walks felt")


def effort() -> str:
    """In the legend: the line of the mean effort."""
    return _("effort")


def less_steady() -> str:
    """In the legend: the mark of a span with a day less steady than usual."""
    return _("less steady")


def much_less_steady() -> str:
    """In the legend: the mark of a span with a day much less steady than usual."""
    return _("much less steady")


def stumbled() -> str:
    """In the legend."""
    return _("stumbled")


def could_not_talk() -> str:
    """In the legend."""
    return _("could not talk")


def feet_new() -> str:
    """In the legend: something new was found on the feet."""
    return _("feet: new")


def feet_unchecked() -> str:
    """In the legend: feet were not looked at, on a day at least."""
    return _("feet: not checked")


def feet_fine() -> str:
    """In the legend: feet were looked at, and all was as before."""
    return _("feet: fine")


def warning_sign() -> str:
    """In the legend."""
    return _("warning sign")


def lanes() -> tuple[str, ...]:
    """The names of the lanes below the line, from above: a word each, for there is little room."""
    return (_("steady"), _("stumbles"), _("talking"), _("feet"), _("signs"))


def felt_headers(grouping: Grouping = Grouping.WEEK) -> tuple[str, ...]:
    """Columns of the table; all but effort count days."""
    return (
        spans.header(grouping),
        _("Effort"),
        _("Less steady"),
        _("Much less"),
        _("Stumbled"),
        _("No talking"),
        _("Feet new"),
        _("Not checked"),
        _("Feet fine"),
        _("Signs"),
    )


def felt_cells(condition: Condition) -> tuple[str, ...]:
    """The figures of a row, after its name."""
    return score_or_dash(condition.effort), *map(str, condition.counts())


def felt_tip(condition: Condition, grouping: Grouping, today: date) -> str:
    """One span in words: the mean effort, and what was noticed on how many days."""
    span = spans.span_name(condition.first_day, grouping, today)
    if not condition.told:
        return _("{span}: nothing was said").format(span=span)
    noticed = _noticed(condition)
    effort_said = _("effort {score}").format(score=score_or_dash(condition.effort))
    if not noticed:
        return _("{span}: {effort}; feet fine, nothing else noticed").format(span=span, effort=effort_said)
    return _("{span}: {effort}; {noticed}").format(span=span, effort=effort_said, noticed=", ".join(noticed))


def felt_sentence(shown: Sequence[Condition], grouping: Grouping) -> str:
    """The chart in one sentence, for those who hear it."""
    efforts, effort_sum = sum(each.efforts for each in shown), sum(each.effort_sum for each in shown)
    days = [sum(counts) for counts in zip(*(each.counts() for each in shown), strict=True)]
    total = Condition(shown[0].first_day, efforts, effort_sum, *days)
    over = spans.count_of(len(shown), grouping)
    if not total.told:
        return _("How the walks felt over {spans}: nothing was said.").format(spans=over)
    said = _("How the walks felt over {spans}: effort {score} on average").format(spans=over, score=score_or_dash(total.effort))
    noticed = _noticed(total)
    if not noticed:
        return _("{said}; feet fine, and nothing else noticed.").format(said=said)
    return _("{said}; {noticed}.").format(said=said, noticed=", ".join(noticed))


def _noticed(condition: Condition) -> list[str]:
    """What was noticed, with its days; nothing that was as usual."""
    told = (
        (condition.less_steady, _n("less steady on {n} day", "less steady on {n} days", condition.less_steady)),
        (
            condition.much_less_steady,
            _n("much less steady on {n} day", "much less steady on {n} days", condition.much_less_steady),
        ),
        (condition.stumbles, _n("stumbled on {n} day", "stumbled on {n} days", condition.stumbles)),
        (condition.could_not_talk, _n("could not talk on {n} day", "could not talk on {n} days", condition.could_not_talk)),
        (
            condition.feet_new,
            _n("something new on the feet on {n} day", "something new on the feet on {n} days", condition.feet_new),
        ),
        (condition.feet_unchecked, _n("feet not checked on {n} day", "feet not checked on {n} days", condition.feet_unchecked)),
        (condition.sign_days, _n("warning signs on {n} day", "warning signs on {n} days", condition.sign_days)),
    )
    return [text for count, text in told if count]
