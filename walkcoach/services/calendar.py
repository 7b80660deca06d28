"""The month calendar: what the diary says of each day of a month.

Only the days of the month are looked at, so that a diary of twenty years costs no more than one of a month, once it has been
folded. Minutes are those of the charts: whole ones of every kind of walk, added up by day.
"""

from datetime import date
from typing import Final

from walkcoach.core.calendar import CalendarDay, Month, first_of_month, month_of
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import DiaryDay, Feet, Notes
from walkcoach.services.folded_diary import FoldedDiary, whole_minutes
from walkcoach.services.ports import Clock, WalkKind

_LOCK_RULES: Final = frozenset({Rule.WARNING_SIGN, Rule.FEET_NEW})
_WITHOUT_WALK: Final = frozenset({DecisionKind.REST_DAY, DecisionKind.NO_WALK})


class CalendarService:
    """Lays out months of the diary of `keeper`. `first_weekday` is the week's, Monday = 0."""

    def __init__(self, keeper: FoldedDiary, clock: Clock, first_weekday: int = 0) -> None:
        self._keeper = keeper
        self._clock = clock
        self._first_weekday = first_weekday

    def month(self, year: int, month: int) -> Month:
        """The month, January = 1. Raises a `ValueError` where there is no such month."""
        today = self._clock.now().date()
        first = date(year, month, 1)
        begun = self._first_day(today)
        shown = month_of(first, self._first_weekday, lambda day: self._day(day, today, begun))
        return Month(shown.first_day, shown.weeks, earlier=first > self.first_month(), later=first < self.last_month())

    def today(self) -> date:
        """The day from which the months are seen."""
        return self._clock.now().date()

    def first_month(self) -> date:
        """The first day of the month in which the diary begins; of this month while it is empty."""
        return first_of_month(self._first_day(self._clock.now().date()))

    def last_month(self) -> date:
        """The first day of the last month to show: this one, or that of the last entry where a clock was put back since."""
        today = self._clock.now().date()
        walks = self._keeper.load().walks
        return first_of_month(max([today, *self._keeper.days()[-1:], *(walk.day for walk in walks[-1:])]))

    def _first_day(self, today: date) -> date:
        walks = self._keeper.load().walks
        remarks = self._keeper.load().remarks
        return min([today, *self._keeper.days()[:1], *(walk.day for walk in walks[:1]), *([min(remarks)] if remarks else [])])

    def _day(self, on: date, today: date, begun: date) -> CalendarDay:
        day = self._keeper.day(on)
        walks = self._keeper.walks_on(on)
        minutes = whole_minutes(sum(walk.walked_s for walk in walks))
        kind, offered_min, locked = self._plan(day, today, begun)
        check_ins = [check_in for check_in in (day.before, day.after) if check_in is not None]
        return CalendarDay(
            day=on,
            kind=kind,
            offered_min=offered_min,
            minutes=minutes,
            brisk_min=min(minutes, whole_minutes(sum(walk.brisk_s for walk in walks))),
            walked=day.walked,
            free_walk=any(walk.kind is not WalkKind.PLANNED for walk in walks),
            locked=locked,
            warning_sign=any(check_in.warning_signs for check_in in check_ins),
            foot_finding=any(check_in.feet is Feet.NEW for check_in in check_ins),
            remark=bool(self._keeper.load().remarks.get(on, "").strip()),
            today=on == today,
            future=on > today,
        )

    def _plan(self, day: DiaryDay, today: date, begun: date) -> tuple[DecisionKind | None, int, bool]:
        """What the plan said of the day, the minutes it offered, and whether a lock was why there was no walk.

        A day that went by without a word offered nothing that anybody saw: it shows a rest or a lock, and else nothing.
        """
        said = day.before is not None or day.after is not None or day.walk is not None or day.notes != Notes()
        if not day.walked and (day.date > today or day.date < begun or (day.date == today and self._plan_is_off())):
            return None, 0, False
        decision = self._keeper.decision_on(day.date)
        if not said and day.date != today and decision.kind not in _WITHOUT_WALK:
            return None, 0, False
        locked = decision.kind is DecisionKind.NO_WALK and not _LOCK_RULES.isdisjoint(decision.rules)
        return decision.kind, decision.minutes, locked

    def _plan_is_off(self) -> bool:
        profile = self._keeper.load().profile
        return bool(profile.ask_first) and not profile.clinician_agreed
