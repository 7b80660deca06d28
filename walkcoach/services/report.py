"""The page for the clinician as data: one pass over the days of the span, added up into weeks as on the Progress page.

Everything stands in the diary; this module counts and finds medians, and leaves it to `wording.report` to say so.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final

from walkcoach.core.coach_state import CoachState, Lock
from walkcoach.core.decision import Decision, DecisionKind
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DiaryDay, Feet, Notes, Steadiness
from walkcoach.core.progress import DayFigures, progress_of, weeks_shown
from walkcoach.core.report import (
    DayFacts,
    LockFacts,
    Middle,
    PlanFacts,
    ProgrammeChange,
    Report,
    ReviewFacts,
    SignFacts,
    StepFacts,
    SymptomFacts,
    WalkAnswers,
)
from walkcoach.core.suggestion import AskFirst
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.folded_diary import FoldedDiary, state_on, whole_minutes
from walkcoach.services.planned import planned_on
from walkcoach.services.ports import Clock, WalkKind

_LIFTS: Final = ((Lock.WARNING_SIGN, "cleared"), (Lock.FEET_NEW, "feet_seen_to"))
"""Each lock, and the field of a day's notes that lifts it."""
_NO_NOTES: Final = Notes()


class ReportService:
    """Sums up the diary of `keeper` until today. `first_weekday` is the week's, Monday = 0."""

    def __init__(self, keeper: FoldedDiary, clock: Clock, first_weekday: int = 0) -> None:
        self._keeper = keeper
        self._clock = clock
        self._first_weekday = first_weekday

    def known_notes(self, weeks: int) -> tuple[tuple[date, str], ...]:
        """The person's own notes of the last `weeks` weeks, newest first: those to choose from."""
        first, last = self._span(weeks)
        remarks = self._keeper.load().remarks
        kept = [(day, text) for day, text in remarks.items() if first <= day <= last and text.strip()]
        return tuple(sorted(kept, reverse=True))

    def report(self, weeks: int, notes: Collection[date] = ()) -> Report:
        """What the last `weeks` weeks (1 or more, this one included) hold, with the person's own notes of the days `notes`.

        The running week ends today: what the diary dates ahead of it is left out, as is a walk that may still be taken.
        """
        first, last = self._span(weeks)
        rows = [self._day(first + timedelta(days=number), last) for number in range((last - first).days + 1)]
        progress = progress_of(
            [row.figures(last) for row in rows], followed=(), today=last, first_weekday=self._first_weekday, weeks=weeks
        )
        beside = [walk for row in rows for walk in self._keeper.walks_on(row.on) if walk.kind is not WalkKind.PLANNED]
        days = tuple(row.facts for row in rows if row.told)
        return Report(
            weeks_asked=weeks,
            first_day=first,
            last_day=last,
            diary_since=self._diary_since(last),
            weeks=progress.weeks,
            walks_done=sum(row.day.walked for row in rows),
            walks_due=sum(row.counts_as_due(last) for row in rows),
            minutes=sum(row.facts.minutes for row in rows),
            brisk_min=sum(row.facts.brisk_min for row in rows),
            other_walks=len(beside),
            other_min=whole_minutes(sum(walk.walked_s for walk in beside)),
            symptoms=self._symptoms(rows),
            answers=_answers(rows),
            signs=_signs(rows),
            feet_new=_dates(row.on for row in rows if row.facts.feet_new),
            locks=self._locks(rows),
            plan=self._plan(rows, last),
            away=tuple((row.on, row.facts.away) for row in reversed(rows) if row.facts.away is not None),
            slow=tuple(
                (day, answers.told)
                for day, answers in sorted(self._keeper.load().slow_answers.items(), reverse=True)
                if first <= day <= last and answers.answered
            ),
            notes=tuple((day, text) for day, text in self.known_notes(weeks) if day in notes),
            days=days,
        )

    def _span(self, weeks: int) -> tuple[date, date]:
        last = self._clock.now().date()
        return weeks_shown(last, self._first_weekday, weeks)[0], last

    def _diary_since(self, last: date) -> date | None:
        """The first day with anything said or walked, if it is not ahead of today."""
        kept = [*self._keeper.days()[:1], *(walk.day for walk in self._keeper.load().walks)]
        first = min(kept, default=None)
        return None if first is None or first > last else first

    def _day(self, on: date, today: date) -> "_Row":
        keeper = self._keeper
        day = keeper.day(on)
        planned = planned_on(keeper, day, today)
        walks = keeper.walks_on(on)
        minutes = whole_minutes(sum(walk.walked_s for walk in walks))
        decision = keeper.decision_on(on) if day.walked or day.before is not None else None
        facts = DayFacts(
            day=on,
            decision=decision.kind if decision else None,
            offered_min=planned.minutes,
            minutes=minutes,
            brisk_min=min(minutes, whole_minutes(sum(walk.brisk_s for walk in walks))),
            missed=planned.due and not day.walked and on < today,
            before=day.before.ratings if day.before else {},
            worst=day.after.worst if day.after else {},
            effort=day.after.effort if day.after else None,
            could_not_talk=day.after is not None and not day.after.could_talk,
            stumbled=day.after is not None and day.after.stumbled,
            steady=_less_steady(day.before),
            feet_new=Feet.NEW in (_feet(day.before), _feet(day.after)),
            signs=_signs_of(day),
            away=day.notes.away_because,
            shorter=day.walk.shorter_because if day.walk is not None else None,
        )
        return _Row(day, decision, facts, planned.due)

    def _state_after(self, on: date) -> CoachState:
        return self._keeper.state_before(on + timedelta(days=1))

    def _symptoms(self, rows: "list[_Row]") -> tuple[SymptomFacts, ...]:
        """The followed symptoms in the person's order, then each other one that was rated in the span."""
        followed = self._keeper.load().profile.followed or (Symptom.DISCOMFORT,)
        rated = {symptom for row in rows for symptom in (*row.facts.before, *row.facts.worst)}
        wanted = [*followed, *(symptom for symptom in Symptom if symptom in rated and symptom not in followed)]
        return tuple(
            SymptomFacts(
                symptom,
                before=_middle(row.facts.before[symptom] for row in rows if symptom in row.facts.before),
                worst=_middle(row.facts.worst[symptom] for row in rows if symptom in row.facts.worst),
                usual_then=self._usual_then(symptom, rows),
                usual_now=self._state_after(rows[-1].on).usual(symptom),
            )
            for symptom in wanted
        )

    def _usual_then(self, symptom: Symptom, rows: "list[_Row]") -> float | None:
        """The usual as the span begins, or that of the first day in it that was rated."""
        usual = self._keeper.state_before(rows[0].on).usual(symptom)
        if usual is None:
            first = next((row for row in rows if symptom in row.facts.before), None)
            usual = None if first is None else self._state_after(first.on).usual(symptom)
        return usual

    def _locks(self, rows: "list[_Row]") -> tuple[LockFacts, ...]:
        """Every time in which a lock held: those that still hold, then the newest, first.

        What a day's notes lift may be set again by its check-ins.
        """
        found: list[LockFacts] = []
        for lock, lifting in _LIFTS:
            begun: date | None = None
            held = lock in self._keeper.state_before(rows[0].on).locks
            for row in rows:
                if held and getattr(row.day.notes, lifting):
                    found.append(LockFacts(lock, begun, row.on))
                    held = False
                if not held and lock in self._state_after(row.on).locks:
                    held, begun = True, row.on
            if held:
                found.append(LockFacts(lock, begun, None))
        return tuple(sorted(found, key=_standing_first, reverse=True))

    def _reviews(self, rows: "list[_Row]") -> tuple[ReviewFacts, ...]:
        found: list[ReviewFacts] = []
        begun: date | None = None
        due = self._keeper.state_before(rows[0].on).review_due
        for row in rows:
            if due and row.day.notes.review_acknowledged:
                found.append(ReviewFacts(begun, row.on))
                due = False
            if not due and self._state_after(row.on).review_due:
                due, begun = True, row.on
        return tuple(reversed([*found, ReviewFacts(begun, None)] if due else found))

    def _plan(self, rows: "list[_Row]", last: date) -> PlanFacts:
        diary = self._keeper.load()
        walked = [(row.on, row.decision) for row in rows if row.day.walked and row.decision is not None]
        kinds = Counter(decision.kind for _day, decision in walked)
        programme = self._keeper.programme_on(last)
        state = self._state_after(last)
        return PlanFacts(
            standing=state.standing(programme),
            programme=programme,
            begun=state.level is not None,
            locks=state_on(self._keeper, last + timedelta(days=1)).locks,
            ask_first=tuple(question for question in AskFirst if question in diary.profile.ask_first),
            agreed=diary.profile.clinician_agreed,
            grown=kinds[DecisionKind.INCREASE],
            held=kinds[DecisionKind.REPEAT],
            held_by=Counter(rule for _day, decision in walked if decision.kind is DecisionKind.REPEAT for rule in decision.rules),
            step_backs=tuple(_step_back(day, made) for day, made in reversed(walked) if made.kind is DecisionKind.STEP_BACK),
            easy_days=_dates(day for day, decision in walked if decision.kind is DecisionKind.EASY_DAY),
            changes=self._changes(rows[0].on, last),
            reviews=self._reviews(rows),
        )

    def _changes(self, first: date, last: date) -> tuple[ProgrammeChange, ...]:
        """What was set in the span, newest first; what was set again as it was is no change."""
        kept = self._keeper.load().programmes
        dated = sorted(kept)
        found = []
        for number, day in enumerate(dated):
            earlier = kept[dated[number - 1]] if number else None
            if first <= day <= last and kept[day] != earlier:
                found.append(ProgrammeChange(day, earlier, kept[day]))
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class _Row:
    """One day of the span with all that is known of it. `due`: a walk of the plan was, is or will be due."""

    day: DiaryDay
    decision: Decision | None
    facts: DayFacts
    due: bool

    @property
    def on(self) -> date:
        """The day's date."""
        return self.day.date

    @property
    def told(self) -> bool:
        """Whether anything was walked, said, noted or missed."""
        seen = self.facts
        return bool(seen.minutes or seen.before or seen.worst or seen.missed) or self.day.notes != _NO_NOTES

    def figures(self, today: date) -> DayFigures:
        """The day for the sums of its week: what is still to be walked today is planned for nobody yet."""
        seen, due = self.facts, self.counts_as_due(today)
        return DayFigures(self.on, seen.minutes, seen.brisk_min, seen.offered_min if due else 0, self.day.walked, due)

    def counts_as_due(self, today: date) -> bool:
        """Whether a walk of the plan was due; today only once it is walked."""
        return self.day.walked or (self.due and self.on < today)


def _middle(scores: Iterable[int]) -> Middle | None:
    given = sorted(scores)
    return Middle(float(median(given)), len(given), given[0], given[-1]) if given else None


def _dates(days: Iterable[date]) -> tuple[date, ...]:
    """`days`, newest first."""
    return tuple(sorted(days, reverse=True))


def _standing_first(lock: LockFacts) -> tuple[bool, date, date]:
    """Greatest for one that still holds, then for the newest."""
    return lock.lifted is None, lock.since or date.min, lock.lifted or date.max


def _answers(rows: list[_Row]) -> WalkAnswers:
    mornings = [(row.on, row.day.before) for row in rows if row.day.before is not None]
    return WalkAnswers(
        mornings=len(mornings),
        effort=_middle(row.facts.effort for row in rows if row.facts.effort is not None),
        could_not_talk=_dates(row.on for row in rows if row.facts.could_not_talk),
        stumbled=_dates(row.on for row in rows if row.facts.stumbled),
        steady=Counter(before.steady for _day, before in mornings),
        much_less_steady=_dates(day for day, before in mornings if before.steady is Steadiness.MUCH_LESS_STEADY),
        settled=Counter(before.settled for _day, before in mornings if before.settled is not None),
        feet_looked_at=sum(before.feet is not Feet.UNCHECKED for _day, before in mornings),
    )


def _signs(rows: list[_Row]) -> tuple[SignFacts, ...]:
    """Each warning sign that was told, most urgent first (the catalogue's order)."""
    told: Mapping[WarningSign, tuple[date, ...]] = {
        sign: _dates(row.on for row in rows if sign in row.facts.signs) for sign in WarningSign
    }
    return tuple(SignFacts(sign, days) for sign, days in told.items() if days)


def _signs_of(day: DiaryDay) -> tuple[WarningSign, ...]:
    said = {sign for check_in in (day.before, day.after) if check_in is not None for sign in check_in.warning_signs}
    return tuple(sign for sign in WarningSign if sign in said)


def _feet(check_in: BeforeCheckIn | AfterCheckIn | None) -> Feet | None:
    return None if check_in is None else check_in.feet


def _less_steady(before: BeforeCheckIn | None) -> Steadiness | None:
    return None if before is None or before.steady is Steadiness.AS_USUAL else before.steady


def _step_back(day: date, decision: Decision) -> StepFacts:
    seen = decision.evidence
    return StepFacts(day, seen.before_minutes, seen.before_brisk_minutes, decision.standing, decision.rules)
