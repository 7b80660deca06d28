"""What the welcome asks, and which track it suggests from the answers (coaching.md, section 2; interface.md, screen 1).

Only a suggestion with its reason: the person chooses. Nothing here decides whether somebody may walk.
"""

from dataclasses import dataclass
from enum import StrEnum

from walkcoach.core.programme import Track


class AskFirst(StrEnum):
    """What should be talked over with a clinician first. Any of them keeps the plan off until a clinician has agreed."""

    FOOT_WOUND = "foot_wound"
    HOT_SWOLLEN_FOOT = "hot_swollen_foot"
    UNSTABLE_HEART = "unstable_heart"
    CANNOT_WALK_UNAIDED = "cannot_walk_unaided"
    AMPUTATION = "amputation"
    AUTONOMIC_TROUBLE = "autonomic_trouble"
    WORSENING_WEAKNESS = "worsening_weakness"


class FootFeeling(StrEnum):
    """The feeling in the feet: about as it always was, less, or less with a foot ulcer or a foot risk named by a clinician."""

    USUAL = "usual"
    LESS = "less"
    AT_RISK = "at_risk"


class AgeBand(StrEnum):
    """As much of the age as the suggestion needs."""

    UNDER_65 = "under_65"
    FROM_65 = "from_65"


class Because(StrEnum):
    """Why a track is suggested."""

    FEET = "feet"
    AGE = "age"
    NEW_TO_WALKING = "new_to_walking"
    NOTHING_SPEAKS_AGAINST = "nothing_speaks_against"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A track and the one reason that decided."""

    track: Track
    because: Because


def suggested_track(
    feeling: FootFeeling | None = None, age: AgeBand | None = None, used_to_walking: bool | None = None
) -> Suggestion:
    """The track for these answers; None is a question left open, and speaks for nothing. The slowest that fits is suggested."""
    if feeling in (FootFeeling.LESS, FootFeeling.AT_RISK):
        return Suggestion(Track.CAREFUL, Because.FEET)
    if age is AgeBand.FROM_65:
        return Suggestion(Track.GENTLE, Because.AGE)
    if used_to_walking is False:
        return Suggestion(Track.GENTLE, Because.NEW_TO_WALKING)
    return Suggestion(Track.STEADY, Because.NOTHING_SPEAKS_AGAINST)
