"""Today: the plan, the check-ins and what is due, as one value for the Today page and the check-ins.

Every wish of the person goes through here to the diary (`services.diary_keeper`), and every page draws `TodayView`.

A day's plan may be walked in parts until midnight. It is over when its minutes are walked, when a part was ended with a
reason, or when the check-in after is done; then more walking is a free walk, which raises nothing. The check-in after may
still be done in the first hour after a walk that ended around midnight: until then the view stays with that day.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import uuid4

from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState, Lock
from walkcoach.core.decision import Decision, DecisionKind, Rule
from walkcoach.core.diary import AfterCheckIn, AwayBecause, BeforeCheckIn, DiaryDay, Notes
from walkcoach.core.morning import locks_from
from walkcoach.core.outlook import prospects
from walkcoach.core.programme import Programme
from walkcoach.core.segments import Segment, normal_only
from walkcoach.core.slow_signs import SlowAnswers, is_due
from walkcoach.core.symptoms import TODAY_ONLY, Symptom
from walkcoach.services.day_now import DayNow
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import Entry, EntryKind
from walkcoach.services.folded_diary import state_on, whole_minutes
from walkcoach.services.planned import planned_on
from walkcoach.services.ports import Checkpoint, Clock, Profile, WalkKind, WalkRecord

FREE_WALK_MIN: Final = 10
"""Minutes of a free walk, unless the person names others."""
OUTLOOK_DAYS: Final = 3
GRACE: Final = timedelta(hours=1)
"""How long after a walk its check-in may be done on the next day."""
_LOCK_RULES: Final = frozenset({Rule.WARNING_SIGN, Rule.FEET_NEW})


class TodayState(StrEnum):
    """What the Today page is about. A locked day or `not_today` is `NO_WALK`; the decision's rules say why."""

    PLAN_OFF = "plan_off"
    TO_CHECK_IN = "to_check_in"
    READY_TO_WALK = "ready_to_walk"
    PART_WALKED = "part_walked"
    TO_CHECK_IN_AFTER = "to_check_in_after"
    DONE = "done"
    REST_DAY = "rest_day"
    NO_WALK = "no_walk"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the week so far (locale's week order): minutes walked (all kinds), and what it was."""

    day: date
    walked_min: int
    brisk_min: int
    walk_day: bool
    today: bool
    future: bool


@dataclass(frozen=True, slots=True)
class OutlookDay:
    """What a coming day may offer, if all goes well: lowest and highest minutes, brisk minutes. Zero minutes: a rest day."""

    day: date
    low_min: int
    high_min: int
    low_brisk_min: int
    high_brisk_min: int


@dataclass(frozen=True, slots=True)
class FollowedSymptom:
    """A symptom to rate: its usual (None before the first rating) and the last score given before a walk."""

    symptom: Symptom
    usual: float | None
    last: int | None


@dataclass(frozen=True, slots=True)
class TodayView:
    """All that the Today page and the check-ins draw.

    `provisional`: today's check-in is not done, so that it may still lower the plan. `remaining_s` is what is left of the
    day's plan after the parts walked (0 once the day is over or a part was ended because of symptoms). `needs_before`: a
    check-in is due before a walk can begin; `needs_after`: one is due after it. `ask_settled`: the check-in has to ask how
    soon things settled, after the walk of `last_walk`. `week_planned_min` counts what was planned so far, today included.
    `walk_anyway`: what a walk on this rest day would be (None on other days). `locked`: a warning sign or a foot finding
    keeps the plan off, be it since this minute; `can_clear_sign` and `can_clear_feet` say which note lifts something today.
    A lock that today's own check-in has set can be lifted from tomorrow on; so can a review that is due since today be
    acknowledged from tomorrow on (`can_acknowledge_review`), and `review_acknowledged`: it was, today. `ask_slow_signs`: the
    monthly question is due, and nothing more urgent stands on the page. `may_walk_freely`: a walk beyond the plan may begin.
    """

    day: date
    hour: int
    state: TodayState
    decision: Decision
    provisional: bool
    walked_min: int
    walked_brisk_min: int
    remaining_s: int
    needs_before: bool
    needs_after: bool
    ask_settled: bool
    last_walk: date | None
    last_walk_min: int
    week: tuple[WeekDay, ...]
    week_min: int
    week_planned_min: int
    outlook: tuple[OutlookDay, ...]
    followed: tuple[FollowedSymptom, ...]
    before: BeforeCheckIn | None
    first_day: bool
    walk_anyway: Decision | None
    locked: bool
    asks_glucose: bool
    can_clear_sign: bool = False
    can_clear_feet: bool = False
    ask_slow_signs: bool = False
    can_acknowledge_review: bool = False
    review_acknowledged: bool = False
    may_walk_freely: bool = True

    @property
    def may_walk(self) -> bool:
        """Whether a walk of the plan may begin, once `needs_before` is done."""
        return self.remaining_s > 0 or (self.walk_anyway is not None and bool(self.walk_anyway.segments))


class TodayService:
    """Answers what today is about and takes what the person says. `first_weekday` is the week's, Monday = 0."""

    def __init__(self, clock: Clock, keeper: DiaryKeeper, first_weekday: int = 0) -> None:
        self._clock = clock
        self._keeper = keeper
        self._first_weekday = first_weekday

    @property
    def programme(self) -> Programme:
        """The programme that holds today."""
        return self._keeper.programme_on(self._now().day.date)

    @property
    def profile(self) -> Profile:
        """What the welcome asked."""
        return self._keeper.load().profile

    def view(self) -> TodayView:
        """Today as it stands at this moment."""
        now = self._now()
        day, state = now.day, now.state
        decision = now.decision
        kind = self._state_of(now, decision)
        week = self._week(day.date)
        locked = bool(_LOCK_RULES.intersection(decision.rules)) and decision.kind is DecisionKind.NO_WALK
        rest_day = kind is TodayState.REST_DAY
        return TodayView(
            day=day.date,
            hour=now.moment.hour,
            state=kind,
            decision=decision,
            provisional=day.before is None and not now.begun and bool(decision.segments),
            walked_min=day.walk.minutes if day.walk else 0,
            walked_brisk_min=day.walk.brisk_minutes if day.walk else 0,
            remaining_s=0 if kind is TodayState.PLAN_OFF else sum(segment.length_s for segment in now.to_go_on),
            needs_before=day.before is None and not now.begun and kind not in (TodayState.NO_WALK, TodayState.DONE),
            needs_after=now.begun and day.after is None,
            ask_settled=state.ask_settled,
            last_walk=state.last_walk.date if state.last_walk else None,
            last_walk_min=state.last_walk.minutes if state.last_walk else 0,
            week=week,
            week_min=sum(one.walked_min for one in week),
            week_planned_min=sum(planned_on(self._keeper, self._keeper.day(one.day), day.date).minutes for one in week),
            outlook=() if kind is TodayState.PLAN_OFF else self._outlook(now),
            followed=tuple(_followed(state, symptom) for symptom in self._symptoms()),
            before=day.before,
            first_day=state.last_walk is None,
            walk_anyway=decide(state, day, now.programme, walking=True) if rest_day else None,
            locked=locked or _locks_after(day),
            asks_glucose=self.profile.uses_glucose_lowering,
            can_clear_sign=_lifts(now, decision, Lock.WARNING_SIGN, Rule.WARNING_SIGN),
            can_clear_feet=_lifts(now, decision, Lock.FEET_NEW, Rule.FEET_NEW),
            can_acknowledge_review=state.review_due and not day.notes.review_acknowledged,
            review_acknowledged=state.review_due and day.notes.review_acknowledged,
            may_walk_freely=_may_walk_freely(kind, day),
            ask_slow_signs=kind is not TodayState.NO_WALK and not _locks_after(day) and self._month_is_over(day.date),
        )

    def preview(self, before: BeforeCheckIn, *, walking: bool = True) -> Decision:
        """What the day would offer after these answers; nothing is saved. `walking`: a walk is wanted on a rest day, too."""
        now = self._now()
        return decide(now.state, replace(now.day, before=before), now.programme, walking=walking)

    def check_in_before(self, before: BeforeCheckIn) -> None:
        """Keep the check-in before the walk; until the walk begins it may be done again. Raises `Trouble`, with nothing kept."""
        now = self._now()
        if now.begun:
            raise ValueError("the day's walk has begun, so that no check-in can come before it")
        self._keeper.save_before(now.day.date, before, now.moment)

    def check_in_after(self, after: AfterCheckIn, on: date | None = None) -> None:
        """Keep the check-in after the walk of the day `on`: that of the sheet, which may be filled in past midnight.

        None is the day that the view now stands at. Raises `Trouble`, with nothing kept.
        """
        now = self._now()
        self._keeper.save_after(on or now.day.date, after, now.moment)

    def begin_walk(self, kind: WalkKind = WalkKind.PLANNED, minutes: int = FREE_WALK_MIN) -> tuple[Segment, ...]:
        """The segments to walk now. Of the plan: all of it, which is kept as it was offered, or what its parts have left.

        A free walk is `minutes` of normal pace and keeps nothing. Raises `Trouble`; a `ValueError` where the day allows
        no such walk, which its view tells.
        """
        now = self._now()
        state = self._state_of(now, now.decision)
        if kind is not WalkKind.PLANNED:
            if not _may_walk_freely(state, now.day):
                raise ValueError(f"no walk begins while the day is {state}")
            return normal_only(minutes)
        if now.begun and state is not TodayState.PLAN_OFF:
            if not now.to_go_on:
                raise ValueError("nothing is left of the day's plan")
            return now.to_go_on
        offer = decide(now.state, now.day, now.programme, walking=True)
        if state not in (TodayState.TO_CHECK_IN, TodayState.READY_TO_WALK, TodayState.REST_DAY) or not offer.segments:
            raise ValueError(f"no walk begins while the day is {state}")
        self._keeper.save_offer(now.day.date, offer, now.moment)
        return offer.segments

    def may_go_on(self, walk: Checkpoint) -> bool:
        """Whether a walk that was cut off may still be gone on with; else it can be saved or discarded.

        It may on its own day and up to an hour later, unless the plan is off or locked by now, or its check-in after is done.
        """
        now = self._now()
        day = self._keeper.day(walk.day)
        in_time = walk.day == now.moment.date() or timedelta(0) <= now.moment - walk.saved <= GRACE
        answered = walk.kind is WalkKind.PLANNED and day.after is not None
        state = self._state_of(now, now.decision)
        return in_time and not answered and all(_may_walk_freely(state, each) for each in (day, now.day))

    def clear_warning_sign(self) -> None:
        """Note that a professional has looked at the warning sign. It works from the start of the day: see `can_clear_sign`."""
        self._note(lambda notes: replace(notes, cleared=True))

    def feet_seen_to(self) -> None:
        """Note that the feet are healed, or that somebody qualified has looked. See `can_clear_feet`."""
        self._note(lambda notes: replace(notes, feet_seen_to=True))

    def acknowledge_review(self) -> None:
        """Note that the review was acknowledged, which ends one that was due when the day began: see `can_acknowledge_review`."""
        self._note(lambda notes: replace(notes, review_acknowledged=True))

    def away_because(self, reason: AwayBecause | None) -> None:
        """Note why there was no walking for some days; None takes the reason back."""
        self._note(lambda notes: replace(notes, away_because=reason))

    def answer_slow_signs(self, answers: SlowAnswers) -> None:
        """Keep what was said to the monthly question, `NOT_NOW` included. The plan never changes. Raises `Trouble`."""
        now = self._now()
        self._keeper.save_slow_answers(now.day.date, answers, now.moment)

    def set_up(self, profile: Profile, programme: Programme) -> None:
        """Keep what the welcome has found out, in one go. It is no step that undo would take back."""
        now = self._now()
        day, moment = now.day.date, now.moment
        plan = Entry(EntryKind.PROGRAMME, uuid4(), day, moment, programme)
        person = Entry(EntryKind.PROFILE, uuid4(), moment.date(), moment, profile)
        self._keeper.change(None, [plan, person], (), moment)

    def set_programme(self, programme: Programme) -> None:
        """Let `programme` hold from today on. Today's plan changes with it unless its walk has begun."""
        now = self._now()
        self._keeper.save_programme(now.day.date, programme, now.moment)

    def set_profile(self, profile: Profile) -> None:
        """Keep the profile."""
        self._keeper.save_profile(profile, self._clock.now())

    def _now(self) -> DayNow:
        moment = self._clock.now()
        yesterday = self._walked_over_midnight(moment)
        on = moment.date() if yesterday is None else yesterday
        return DayNow(
            moment=moment,
            day=self._keeper.day(on),
            parts=_parts(self._keeper, on),
            state=state_on(self._keeper, on),
            programme=self._keeper.programme_on(on),
            over_midnight=yesterday is not None,
        )

    def _walked_over_midnight(self, moment: datetime) -> date | None:
        """Yesterday, while its walk has just ended and its check-in after is still open."""
        yesterday = moment.date() - timedelta(days=1)
        parts = _parts(self._keeper, yesterday)
        if not parts or yesterday in self._keeper.load().after:
            return None
        since = moment.astimezone(UTC) - parts[-1].ended.astimezone(UTC)
        return yesterday if timedelta(0) <= since <= GRACE else None

    def _state_of(self, now: DayNow, decision: Decision) -> TodayState:
        if self.profile.ask_first and not self.profile.clinician_agreed:
            return TodayState.PLAN_OFF
        if now.day.after is not None:
            return TodayState.DONE
        if now.begun:
            return TodayState.TO_CHECK_IN_AFTER if now.ended else TodayState.PART_WALKED
        if decision.kind is DecisionKind.NO_WALK:
            return TodayState.NO_WALK
        if decision.kind is DecisionKind.REST_DAY:
            return TodayState.REST_DAY
        return TodayState.TO_CHECK_IN if now.day.before is None else TodayState.READY_TO_WALK

    def _month_is_over(self, today: date) -> bool:
        """Whether it is time for the monthly question."""
        first_day = next(iter(self._keeper.days()), None)
        return is_due(self._keeper.load().slow_answers, first_day, today)

    def _week(self, today: date) -> tuple[WeekDay, ...]:
        first = today - timedelta(days=(today.weekday() - self._first_weekday) % 7)
        return tuple(self._week_day(first + timedelta(days=number), today) for number in range(7))

    def _week_day(self, day: date, today: date) -> WeekDay:
        walks = self._keeper.walks_on(day)
        walked_min = whole_minutes(sum(walk.walked_s for walk in walks))
        return WeekDay(
            day=day,
            walked_min=walked_min,
            brisk_min=min(walked_min, whole_minutes(sum(walk.brisk_s for walk in walks))),
            walk_day=day.weekday() in self._keeper.programme_on(day).walk_days,
            today=day == today,
            future=day > today,
        )

    def _outlook(self, now: DayNow) -> tuple[OutlookDay, ...]:
        programme_on = self._keeper.programme_on
        coming = prospects(now.state, now.day, programme_on, self._symptoms(), OUTLOOK_DAYS)
        return tuple(
            OutlookDay(
                day=prospect.day,
                low_min=min(prospect.at_least.minutes, prospect.at_best.minutes),
                high_min=max(prospect.at_least.minutes, prospect.at_best.minutes),
                low_brisk_min=min(prospect.at_least.brisk_minutes, prospect.at_best.brisk_minutes),
                high_brisk_min=max(prospect.at_least.brisk_minutes, prospect.at_best.brisk_minutes),
            )
            for prospect in coming
        )

    def _symptoms(self) -> tuple[Symptom, ...]:
        """The symptoms followed; the general one for everybody who picked none."""
        return self.profile.followed or (Symptom.DISCOMFORT,)

    def _note(self, change: Callable[[Notes], Notes]) -> None:
        now = self._now()
        self._keeper.save_notes(now.day.date, change(now.day.notes), now.moment)


def _parts(keeper: DiaryKeeper, day: date) -> tuple[WalkRecord, ...]:
    return tuple(walk for walk in keeper.walks_on(day) if walk.kind is WalkKind.PLANNED)


def _followed(state: CoachState, symptom: Symptom) -> FollowedSymptom:
    scores = state.scores.get(symptom)
    return FollowedSymptom(symptom, state.usual(symptom), scores.last[-1] if scores and scores.last else None)


def _locks_after(day: DiaryDay) -> bool:
    """Whether today's check-in after the walk locks the plan from tomorrow on."""
    return day.after is not None and bool(locks_from(day.after.warning_signs, day.after.feet))


def _may_walk_freely(state: TodayState, day: DiaryDay) -> bool:
    """Not while the plan is off or locked, nor on a day that a check-in, before or after the walk, keeps free of walking."""
    if state in (TodayState.PLAN_OFF, TodayState.NO_WALK) or _locks_after(day):
        return False
    return day.after is None or TODAY_ONLY.isdisjoint(day.after.warning_signs)


def _lifts(now: DayNow, decision: Decision, lock: Lock, rule: Rule) -> bool:
    """Whether a note of today lifts `lock`: it was there when the day began, and no check-in of today sets it again."""
    check_ins = [check_in for check_in in (now.day.before, now.day.after) if check_in is not None]
    set_today = any(lock in locks_from(check_in.warning_signs, check_in.feet) for check_in in check_ins)
    return decision.kind is DecisionKind.NO_WALK and rule in decision.rules and lock in now.state.locks and not set_today
