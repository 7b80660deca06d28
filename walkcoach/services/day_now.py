"""A diary day as it stands at one moment: what of its plan has been walked, and what may still be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision
from walkcoach.core.diary import DiaryDay, ShorterBecause
from walkcoach.core.programme import Programme
from walkcoach.core.remaining import remaining_segments
from walkcoach.core.segments import Segment
from walkcoach.services.ports import WalkRecord

_NEARLY_S: Final = 30
"""Up to this much left of a plan rounds to nothing."""


@dataclass(frozen=True, slots=True)
class DayNow:
    """The day as it stands at one moment. `over_midnight`: the day is yesterday, and only its check-in after is open."""

    moment: datetime
    day: DiaryDay
    parts: tuple[WalkRecord, ...]
    state: CoachState
    programme: Programme
    over_midnight: bool

    @property
    def begun(self) -> bool:
        """Whether the day's plan has been walked in part; a part that rounds to no minute counts only with a reason."""
        return self.day.walked or any(part.shorter_because is not None for part in self.parts)

    @property
    def decision(self) -> Decision:
        """What the day offers; from the first part on, what was shown then."""
        if self.begun and self.day.offered is not None:
            return self.day.offered
        return decide(self.state, self.day, self.programme, walking=self.begun)

    @property
    def left(self) -> tuple[Segment, ...]:
        """The segments of the plan that have not been walked; none once what is left rounds to nothing."""
        if not self.begun:
            return self.decision.segments
        left = remaining_segments(self.decision.segments, sum(part.walked_s for part in self.parts))
        return left if sum(segment.length_s for segment in left) > _NEARLY_S else ()

    @property
    def ended(self) -> bool:
        """Whether the plan was walked to its end, or ended with a reason."""
        return self.over_midnight or not self.left or self.parts[-1].shorter_because is not None

    @property
    def to_go_on(self) -> tuple[Segment, ...]:
        """What may still be walked of the plan: `left`, but nothing once it is over or was ended because of symptoms."""
        over = self.over_midnight or self.day.after is not None
        ended_by_symptoms = bool(self.parts) and self.parts[-1].shorter_because is ShorterBecause.SYMPTOMS
        return () if over or ended_by_symptoms else self.left
