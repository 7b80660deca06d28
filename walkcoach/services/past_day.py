"""What a check-in sheet has to know of a day that is said, or said anew, from the diary."""

from dataclasses import dataclass
from datetime import date

from walkcoach.core.symptoms import Symptom
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.today import FollowedSymptom, TodayState


@dataclass(frozen=True, slots=True)
class PastDay:
    """The parts of a `TodayView` that a check-in asks by, for any day; a plan is not shown with it."""

    day: date
    followed: tuple[FollowedSymptom, ...]
    ask_settled: bool
    last_walk: date | None
    asks_glucose: bool
    state: TodayState = TodayState.TO_CHECK_IN


def past_day(diary: FoldedDiary, day: date) -> PastDay:
    """The day `day` of `diary`: with the symptoms rated in its check-in before the walk, else those followed now."""
    state = diary.state_before(day)
    stored = diary.load()
    said = stored.before.get(day)
    symptoms = tuple(said.ratings) if said else stored.profile.followed or (Symptom.DISCOMFORT,)
    followed = []
    for symptom in symptoms:
        scores = state.scores.get(symptom)
        followed.append(FollowedSymptom(symptom, state.usual(symptom), scores.last[-1] if scores and scores.last else None))
    return PastDay(
        day=day,
        followed=tuple(followed),
        ask_settled=state.ask_settled or (said is not None and said.settled is not None),
        last_walk=state.last_walk.date if state.last_walk else None,
        asks_glucose=stored.profile.uses_glucose_lowering,
    )
