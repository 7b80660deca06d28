"""What the Progress page itself says: its ranges, its one or two sentences on how it goes, and what it says when it is empty.

Facts with their numbers, no praise and no alarm. What the charts say is in `charts`.
"""

from collections.abc import Sequence
from datetime import date

from walkcoach.core.progress import Progress, Span, SymptomTrend
from walkcoach.core.spans import Grouping
from walkcoach.wording import charts, names, numbers, spans
from walkcoach.wording.language import _
from walkcoach.wording.spans import month_short as month_short

_WORTH_TELLING = 1.0
"""Least difference of two means, in points, that the summary speaks of."""


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


def summary(progress: Progress) -> str:
    """The page in one or two sentences: the newest minutes, and the symptom whose scores before walks moved most."""
    if not progress.spans:
        return empty_title()
    return " ".join(part for part in (_span_sentence(progress.spans[-1], progress.grouping), _trend_sentence(progress)) if part)


def _span_sentence(span: Span, grouping: Grouping) -> str:
    this = spans.this_span(grouping)
    if not span.minutes:
        return _("No walk yet {this}.").format(this=this)
    said = _("You walked {minutes} {this}").format(minutes=numbers.minutes(span.minutes), this=this)
    if span.brisk_min:
        said = _("{said}, {brisk} of them brisk").format(said=said, brisk=span.brisk_min)
    if span.walks < span.walk_days:  # days to come are counted, so it is no miss
        return _("{said}, and kept {kept} walk days so far.").format(said=said, kept=charts.kept(span))
    if span.walk_days:
        return _("{said}, and kept {kept} walk days.").format(said=said, kept=charts.kept(span))
    return _("{said}.").format(said=said)


def _trend_sentence(progress: Progress) -> str:
    """First span rated against last, for the symptom that moved most; about the same when none moved by a point."""
    moves: list[tuple[float, SymptomTrend, date, float, float]] = []
    for trend in progress.trends:
        rated = [(point.first_day, point.before) for point in trend.points if point.before is not None]
        if len(rated) > 1:
            (since, first), (_last_span, last) = rated[0], rated[-1]
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
        month=spans.with_year(names.month_name(since.month), since, progress.today),
    )
