"""A day of the diary as the Diary page shows it: what was offered and why, and all that was said of it. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from walkcoach.core.decision import Decision, DecisionKind, Rule
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Feet, Notes
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.folded_diary import FoldedDiary, whole_minutes
from walkcoach.services.ports import WalkKind, WalkRecord

_LOCK_RULES = frozenset({Rule.WARNING_SIGN, Rule.FEET_NEW})
_NO_NOTES = Notes()


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One day. `decision`: as it was shown if the day's plan was walked (`as_shown`), else what the coach says of the day now.

    `usual` is that of the morning, for the symptoms rated on the day. `programme` is one that was set on the day, with the
    one before it; both None on other days. `notes` is for the coach, `remark` the person's own note.
    """

    day: date
    decision: Decision
    as_shown: bool
    before: BeforeCheckIn | None = None
    after: AfterCheckIn | None = None
    notes: Notes = _NO_NOTES
    walks: tuple[WalkRecord, ...] = ()
    remark: str = ""
    slow_answers: SlowAnswers | None = None
    programme: Programme | None = None
    programme_before: Programme | None = None
    usual: Mapping[Symptom, float] = field(default_factory=dict)

    @property
    def offered_min(self) -> int:
        """Minutes offered."""
        return self.decision.minutes

    @property
    def walked_min(self) -> int:
        """Minutes walked, all kinds of walks together."""
        return whole_minutes(sum(walk.walked_s for walk in self.walks))

    @property
    def brisk_min(self) -> int:
        """Brisk minutes among them."""
        return min(self.walked_min, whole_minutes(sum(walk.brisk_s for walk in self.walks)))

    @property
    def plan_walked(self) -> bool:
        """Whether any of the day's plan was walked."""
        return any(walk.kind is WalkKind.PLANNED for walk in self.walks)

    @property
    def locked(self) -> bool:
        """Whether the plan was off because of a warning sign or a foot finding."""
        return self.decision.kind is DecisionKind.NO_WALK and not _LOCK_RULES.isdisjoint(self.decision.rules)

    @property
    def warning_signs(self) -> frozenset[WarningSign]:
        """What was ticked before or after the walk."""
        return frozenset().union(*(check_in.warning_signs for check_in in (self.before, self.after) if check_in))

    @property
    def foot_finding(self) -> bool:
        """Whether something new was found on the feet."""
        return any(check_in is not None and check_in.feet is Feet.NEW for check_in in (self.before, self.after))

    @property
    def empty(self) -> bool:
        """Whether nothing at all was said of the day."""
        said = (self.before, self.after, self.walks, self.remark, self.slow_answers, self.programme)
        return not any(said) and self.notes == _NO_NOTES


def row_of(diary: FoldedDiary, day: date) -> DiaryRow:
    """The day as `diary` holds it."""
    stored = diary.load()
    kept = diary.day(day)
    programme = stored.programmes.get(day)
    rated = {*(kept.before.ratings if kept.before else ()), *(kept.after.worst if kept.after else ())}
    state = diary.state_before(day)
    usual = {symptom: value for symptom in rated if (value := state.usual(symptom)) is not None}
    return DiaryRow(
        day=day,
        decision=diary.decision_on(day),
        as_shown=kept.walked and kept.offered is not None,
        before=kept.before,
        after=kept.after,
        notes=kept.notes,
        walks=diary.walks_on(day),
        remark=stored.remarks.get(day, ""),
        slow_answers=stored.slow_answers.get(day),
        programme=programme,
        programme_before=None if programme is None else _programme_before(diary, day),
        usual=usual,
    )


def _programme_before(diary: FoldedDiary, day: date) -> Programme | None:
    """The programme that held until `day`; None where it is the first one."""
    if not any(other < day for other in diary.load().programmes):
        return None
    return diary.programme_on(date.fromordinal(day.toordinal() - 1))
