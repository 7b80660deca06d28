"""The past, for the Progress page: every day of the range shown as figures, added up by `core.progress`.

Only the days of the range are looked at. Days and spans that were added up are remembered, and forgotten from the day on that a
change of the diary was about: what was offered and usual then may be another since. So a check-in of today costs one span, and
another range next to nothing, however long the diary is.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from walkcoach.core.progress import (
    DayFigures,
    Progress,
    SpanFigures,
    feet_of_day,
    first_day_of_week,
    progress_from,
    span_figures,
    weeks_shown,
)
from walkcoach.core.spans import Grouping, grouping_for, last_day_of_span, spans_shown
from walkcoach.core.symptoms import Symptom
from walkcoach.services.folded_diary import FoldedDiary, whole_minutes
from walkcoach.services.planned import planned_on
from walkcoach.services.ports import Clock

_DAY = timedelta(days=1)


class HistoryService:
    """Adds up the diary of `keeper` until today. `first_weekday` is the week's, Monday = 0."""

    def __init__(self, keeper: FoldedDiary, clock: Clock, first_weekday: int = 0) -> None:
        self._keeper = keeper
        self._clock = clock
        self._first_weekday = first_weekday
        self._edition = keeper.edition
        self._today: date | None = None
        self._first: date | None = None
        self._days: dict[date, DayFigures] = {}
        self._spans: dict[tuple[Grouping, date], SpanFigures] = {}

    def progress(self, weeks: int) -> Progress:
        """The last `weeks` weeks (1 or more), this one included: as weeks, or where they are many as months, quarters or years."""
        today = self._clock.now().date()
        self._forget_what_has_changed(today)
        grouping = grouping_for(weeks)
        first = weeks_shown(today, self._first_weekday, weeks)[0]
        return progress_from(
            [self._span(first_day, grouping, today) for first_day in spans_shown(first, today, grouping, self._first_weekday)],
            followed=self._keeper.load().profile.followed or (Symptom.DISCOMFORT,),
            today=today,
            grouping=grouping,
        )

    def weeks_of_diary(self) -> int:
        """How many weeks show the whole diary: those from its first day on, at least 1."""
        today = self._clock.now().date()
        self._forget_what_has_changed(today)
        if self._first is None:
            self._first = min([today, *self._keeper.days()[:1], *(walk.day for walk in self._keeper.load().walks)])
        first = self._first
        return (first_day_of_week(today, self._first_weekday) - first_day_of_week(first, self._first_weekday)).days // 7 + 1

    def look_ahead(self) -> bool:
        """Add up one more span of those that the whole diary is shown as; whether one was left to add up.

        For moments in which nothing else is to be done: so the whole of a long diary is there when it is asked for.
        """
        today = self._clock.now().date()
        weeks = self.weeks_of_diary()
        grouping = grouping_for(weeks)
        first = weeks_shown(today, self._first_weekday, weeks)[0]
        for first_day in reversed(spans_shown(first, today, grouping, self._first_weekday)):
            if (grouping, first_day) not in self._spans:
                self._span(first_day, grouping, today)
                return True
        return False

    def _forget_what_has_changed(self, today: date) -> None:
        """Forget the days from the first on that was changed, and with another today those from the earlier of the two on."""
        changed = self._keeper.unchanged_before(self._edition)
        if self._today is not None and self._today != today:
            changed = min(changed, self._today, today)
        self._edition, self._today = self._keeper.edition, today
        if changed < date.max:
            self._first = None
            self._days = {day: figures for day, figures in self._days.items() if day < changed}
            self._spans = {
                (grouping, first_day): figures
                for (grouping, first_day), figures in self._spans.items()
                if last_day_of_span(first_day, grouping) < changed
            }

    def _span(self, first_day: date, grouping: Grouping, today: date) -> SpanFigures:
        known = self._spans.get((grouping, first_day))
        if known is None:
            last_day = last_day_of_span(first_day, grouping)
            days = [self._day(first_day + timedelta(days=number), today) for number in range((last_day - first_day).days + 1)]
            known = span_figures(first_day, days, self._usual_at(min(last_day, today)))
            self._spans[grouping, first_day] = known
        return known

    def _usual_at(self, day: date) -> Mapping[Symptom, float]:
        """The usual of each symptom that was ever rated, once `day` is over."""
        state = self._keeper.state_before(day + _DAY)
        usual = {symptom: state.usual(symptom) for symptom in state.scores}
        return {symptom: value for symptom, value in usual.items() if value is not None}

    def _day(self, day: date, today: date) -> DayFigures:
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = self._added_up(day, today)
        return known

    def _added_up(self, day: date, today: date) -> DayFigures:
        keeper = self._keeper
        diary_day = keeper.day(day)
        walks = keeper.walks_on(day)
        minutes = whole_minutes(sum(walk.walked_s for walk in walks))
        before, after = diary_day.before, diary_day.after
        planned = planned_on(keeper, diary_day, today)
        return DayFigures(
            day=day,
            minutes=minutes,
            brisk_min=min(minutes, whole_minutes(sum(walk.brisk_s for walk in walks))),
            planned_min=planned.minutes,
            plan_walked=diary_day.walked,
            due=planned.due,
            before=before.ratings if before else {},
            worst=after.worst if after else {},
            steady=before.steady if before else None,
            after=after,
            feet=feet_of_day(before, after),
            sign=any(check_in.warning_signs for check_in in (before, after) if check_in is not None),
        )
