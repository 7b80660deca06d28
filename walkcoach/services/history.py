"""The past, for the Progress page: every day of the weeks shown as figures, added up by `core.progress`.

Only the days of the range are looked at, so that a long diary costs no more than a short one once it has been folded; their
figures are remembered until the diary or the date changes, so that another range costs next to nothing.
"""

from datetime import date, timedelta

from walkcoach.core.progress import DayFigures, Progress, first_day_of_week, progress_of, weeks_shown
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.folded_diary import whole_minutes
from walkcoach.services.planned import planned_on
from walkcoach.services.ports import Clock, StoredDiary


class HistoryService:
    """Adds up the diary of `keeper` until today. `first_weekday` is the week's, Monday = 0."""

    def __init__(self, keeper: DiaryKeeper, clock: Clock, first_weekday: int = 0) -> None:
        self._keeper = keeper
        self._clock = clock
        self._first_weekday = first_weekday
        self._seen: tuple[StoredDiary, date] | None = None
        self._remembered: dict[date, DayFigures] = {}

    def progress(self, weeks: int) -> Progress:
        """The last `weeks` weeks (1 or more), this one included."""
        today = self._clock.now().date()
        self._forget_what_has_changed(today)
        followed = self._keeper.load().profile.followed or (Symptom.DISCOMFORT,)
        first = weeks_shown(today, self._first_weekday, weeks)[0]
        days = [first + timedelta(days=number) for number in range(7 * weeks)]
        return progress_of(
            [self._figures(day, today, followed) for day in days],
            followed=followed,
            today=today,
            first_weekday=self._first_weekday,
            weeks=weeks,
        )

    def weeks_of_diary(self) -> int:
        """How many weeks show the whole diary: those from its first day on, at least 1."""
        today = self._clock.now().date()
        walks = self._keeper.load().walks
        first = min([today, *self._keeper.days()[:1], *(walk.day for walk in walks[:1])])
        return (first_day_of_week(today, self._first_weekday) - first_day_of_week(first, self._first_weekday)).days // 7 + 1

    def _forget_what_has_changed(self, today: date) -> None:
        """A diary is a value: another one, or another today, and nothing remembered holds any more."""
        diary = self._keeper.load()
        if self._seen is None or self._seen[0] is not diary or self._seen[1] != today:
            self._seen = (diary, today)
            self._remembered = {}

    def _figures(self, day: date, today: date, followed: tuple[Symptom, ...]) -> DayFigures:
        if day not in self._remembered:
            self._remembered[day] = self._added_up(day, today, followed)
        return self._remembered[day]

    def _added_up(self, day: date, today: date, followed: tuple[Symptom, ...]) -> DayFigures:
        keeper = self._keeper
        diary_day = keeper.day(day)
        walks = keeper.walks_on(day)
        minutes = whole_minutes(sum(walk.walked_s for walk in walks))
        before = diary_day.before.ratings if diary_day.before else {}
        worst = diary_day.after.worst if diary_day.after else {}
        state = keeper.state_before(min(day, today) + timedelta(days=1))
        usual = {symptom: state.usual(symptom) for symptom in {*followed, *before, *worst}}
        planned = planned_on(keeper, diary_day, today)
        return DayFigures(
            day=day,
            minutes=minutes,
            brisk_min=min(minutes, whole_minutes(sum(walk.brisk_s for walk in walks))),
            planned_min=planned.minutes,
            plan_walked=diary_day.walked,
            due=planned.due,
            before=before,
            worst=worst,
            usual={symptom: value for symptom, value in usual.items() if value is not None},
        )
