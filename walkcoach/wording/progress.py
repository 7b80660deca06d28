"""What the Progress page itself says: its ranges, its one or two sentences on how it goes, and what it says when it is empty.

Facts with their numbers, no praise and no alarm. What the charts say is in `charts`.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from walkcoach.core.progress import Progress, Span, SymptomPoint, SymptomTrend
from walkcoach.core.spans import Grouping
from walkcoach.wording import charts, names, numbers, spans
from walkcoach.wording.language import _
from walkcoach.wording.spans import month_short as month_short

_WORTH_TELLING: Final = 1.0
"""Least difference of two means, in points, that the summary speaks of."""
_ENOUGH_RATINGS: Final = 3
_FAR_APART: Final = timedelta(weeks=3)
"""Only means of so many scores are compared, of spans that begin so far apart: a day or two of one week are no trend."""
_NEWEST: Final = 2
"""The later of the two is this span or the one before; what was longer ago does not tell how it goes."""
_MOST_NAMED: Final = 3


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
    """The page in one or two sentences: the newest minutes, and the symptom whose scores before walks moved most.

    While there is too little to compare, the second sentence says where the scores stand, and nothing of a trend.
    """
    if not progress.spans:
        return empty_title()
    symptoms = _trend_sentence(progress) or _standing_sentence(progress)
    return " ".join(part for part in (_span_sentence(progress.spans[-1], progress.grouping), symptoms) if part)


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
    """First span against last, for the symptom that moved most, or that none moved by a point; "" if too little is known."""
    moves: list[tuple[float, SymptomTrend, date, float, float]] = []
    for trend in progress.trends:
        begin, end = _first_enough(trend.points), _first_enough(trend.points[: -_NEWEST - 1 : -1])
        if begin is not None and end is not None and end[0] - begin[0] >= _FAR_APART:
            (since, first), (_last_span, last) = begin, end
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


def _first_enough(points: Sequence[SymptomPoint]) -> tuple[date, float] | None:
    """The first of `points` with enough scores to be compared: its first day, and their mean."""
    enough = ((point.first_day, point.before) for point in points if point.ratings >= _ENOUGH_RATINGS)
    return next(((first_day, before) for first_day, before in enough if before is not None), None)


def _standing_sentence(progress: Progress) -> str:
    """The scores of the newest span, highest first; "" where nothing was rated in it."""
    newest = [(trend.symptom, trend.points[-1].before) for trend in progress.trends if trend.points]
    rated = sorted([(symptom, score) for symptom, score in newest if score is not None], key=lambda each: -each[1])
    if not rated:
        return ""
    return _("Before walks {this}: {scores}.").format(
        this=spans.this_span(progress.grouping),
        scores=numbers.list_of(
            [
                _("{symptom} {score}").format(symptom=names.symptom_name(symptom), score=numbers.score(score))
                for symptom, score in rated[:_MOST_NAMED]
            ]
        ),
    )
