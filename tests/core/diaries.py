"""Diaries told day by day, for the proofs of the coach: a test says what is unusual, all else is an ordinary good day."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tests.builders import MONDAY, after, before, day
from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision, DecisionKind, Stage, Standing
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DiaryDay, Notes, ShorterBecause
from walkcoach.core.fold import step
from walkcoach.core.programme import Programme
from walkcoach.core.segments import segments_for

USUAL_MORNING = before(1)
GOOD_EVENING = after(1)


def kept_offer(standing: Standing, programme: Programme, *, real_step_back: bool = False) -> Decision:
    """A decision that repeats `standing`, as it might have been shown."""
    segments = segments_for(standing.minutes, standing.brisk_minutes, programme)
    return Decision(DecisionKind.REPEAT, (), standing, segments, real_step_back)


@dataclass(frozen=True)
class Story:
    """A diary so far: what the coach remembers of it, the day that comes next and the programme that holds.

    Every method that tells a day gives the story as it goes on; `asked` says what the coach answers today.
    """

    programme: Programme = field(default_factory=Programme)
    today: date = MONDAY
    state: CoachState = field(default_factory=CoachState.begin)

    def at(
        self,
        minutes: int,
        brisk: int = 0,
        stage: Stage | None = None,
        *,
        resumed: int = 0,
        good_walks: int = 0,
        real_step_back: bool = False,
        walked: int | None = None,
        walked_brisk: int | None = None,
        shorter: ShorterBecause | None = None,
        morning: BeforeCheckIn | None = USUAL_MORNING,
        evening: AfterCheckIn | None = GOOD_EVENING,
    ) -> "Story":
        """A walk that was offered at this level (`build_pace` if it has brisk minutes); all of it, unless `walked` says else."""
        stage = stage or (Stage.BUILD_PACE if brisk else Stage.BUILD_TIME)
        standing = Standing(stage, minutes, brisk, resumed, good_walks)
        offered = kept_offer(standing, self.programme, real_step_back=real_step_back)
        told = day(
            self.today,
            offered.minutes if walked is None else walked,
            brisk=offered.brisk_minutes if walked_brisk is None else walked_brisk,
            shorter=shorter,
            morning=morning,
            evening=evening,
            offered=offered,
        )
        return self.after(told)

    def walked(
        self,
        minutes: int | None = None,
        brisk: int | None = None,
        *,
        shorter: ShorterBecause | None = None,
        morning: BeforeCheckIn | None = USUAL_MORNING,
        evening: AfterCheckIn | None = GOOD_EVENING,
        noted: Notes | None = None,
    ) -> "Story":
        """A day with a walk, of all that is offered unless `minutes` or `brisk` say otherwise."""
        offered = self.asked(morning, noted=noted, walking=True)
        told = day(
            self.today,
            offered.minutes if minutes is None else minutes,
            brisk=offered.brisk_minutes if brisk is None else brisk,
            shorter=shorter,
            morning=morning,
            evening=evening,
            noted=noted,
        )
        return self.after(told)

    def stayed(
        self,
        morning: BeforeCheckIn | None = None,
        *,
        evening: AfterCheckIn | None = None,
        noted: Notes | None = None,
    ) -> "Story":
        """A diary day without a walk."""
        return self.after(day(self.today, morning=morning, evening=evening, noted=noted))

    def later(self, days: int) -> "Story":
        """`days` days on of which the diary says nothing."""
        return replace(self, today=self.today + timedelta(days=days))

    def changed(self, programme: Programme) -> "Story":
        """Another programme from today on."""
        return replace(self, programme=programme)

    def after(self, told: DiaryDay) -> "Story":
        """The story after a day, on the morning of the next."""
        _, state = step(self.state, told, self.programme)
        return replace(self, state=state, today=self.today + timedelta(days=1))

    def asked(
        self, morning: BeforeCheckIn | None = USUAL_MORNING, *, noted: Notes | None = None, walking: bool = False
    ) -> Decision:
        """What the coach answers today."""
        return decide(self.state, day(self.today, morning=morning, noted=noted), self.programme, walking=walking)

    def level(self, morning: BeforeCheckIn | None = USUAL_MORNING, *, noted: Notes | None = None) -> tuple[int, int]:
        """Minutes and brisk minutes of the level that today's answer leaves."""
        left = self.asked(morning, noted=noted).standing
        return left.minutes, left.brisk_minutes
