"""The catalogue: symptoms, slow signs, warning signs and their tiers.

Names are the ones that the diary file and `walkcoach rehearse` use (coaching.md, sections 3 and 6). No wording lives here.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

SCORE_MIN: Final = 0
SCORE_MAX: Final = 10


class Symptom(StrEnum):
    """What a person can follow and rate from 0 (none) to 10 (the worst imaginable)."""

    TINGLING = "tingling"
    NUMBNESS = "numbness"
    PINS_AND_NEEDLES = "pins_and_needles"
    ITCHING = "itching"
    CRAWLING = "crawling"
    BURNING = "burning"
    CRAMPS = "cramps"
    TIREDNESS = "tiredness"
    WEAKNESS = "weakness"
    TWITCHING = "twitching"
    TREMOR = "tremor"
    DISCOMFORT = "discomfort"


SENSORY: Final = (
    Symptom.TINGLING,
    Symptom.NUMBNESS,
    Symptom.PINS_AND_NEEDLES,
    Symptom.ITCHING,
    Symptom.CRAWLING,
    Symptom.BURNING,
)
MOTOR: Final = (Symptom.CRAMPS, Symptom.TIREDNESS, Symptom.WEAKNESS, Symptom.TWITCHING, Symptom.TREMOR)


class SlowSign(StrEnum):
    """What is asked once a month: never part of the sums, but answered with advice."""

    LOSS_OF_FEELING = "loss_of_feeling"
    MUSCLE_WASTING = "muscle_wasting"
    GAIT_CHANGE = "gait_change"
    BALANCE_TROUBLE = "balance_trouble"
    BONE_HEALTH = "bone_health"


class Tier(StrEnum):
    """How urgent a warning sign is, most urgent first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    TODAY_ONLY = "today_only"
    BOOK_VISIT = "book_visit"


class WarningSign(StrEnum):
    """What stops, pauses or holds the plan (coaching.md, section 3)."""

    CHEST_PAIN = "chest_pain"
    FAINT_OR_DIZZY = "faint_or_dizzy"
    SHORT_OF_BREATH = "short_of_breath"
    COLD_SWEAT = "cold_sweat"
    IRREGULAR_HEARTBEAT = "irregular_heartbeat"
    SUDDEN_WEAKNESS = "sudden_weakness"
    TROUBLE_SPEAKING_OR_SEEING = "trouble_speaking_or_seeing"
    SPREADING_NUMBNESS = "spreading_numbness"
    BLADDER_OR_BOWEL = "bladder_or_bowel"
    COLD_PALE_LEG = "cold_pale_leg"
    HOT_SWOLLEN_FOOT = "hot_swollen_foot"
    FALL_WITH_INJURY = "fall_with_injury"
    LOW_GLUCOSE = "low_glucose"
    UNWELL = "unwell"
    CALF_PAIN_WALKING = "calf_pain_walking"
    TRIPPING_OR_FOOT_DROP = "tripping_or_foot_drop"
    DIZZY_ON_STANDING = "dizzy_on_standing"
    REPEATED_FALLS = "repeated_falls"


TIER: Final[Mapping[WarningSign, Tier]] = MappingProxyType(
    {
        WarningSign.CHEST_PAIN: Tier.EMERGENCY,
        WarningSign.FAINT_OR_DIZZY: Tier.EMERGENCY,
        WarningSign.SHORT_OF_BREATH: Tier.EMERGENCY,
        WarningSign.COLD_SWEAT: Tier.EMERGENCY,
        WarningSign.IRREGULAR_HEARTBEAT: Tier.EMERGENCY,
        WarningSign.SUDDEN_WEAKNESS: Tier.EMERGENCY,
        WarningSign.TROUBLE_SPEAKING_OR_SEEING: Tier.EMERGENCY,
        WarningSign.SPREADING_NUMBNESS: Tier.EMERGENCY,
        WarningSign.BLADDER_OR_BOWEL: Tier.EMERGENCY,
        WarningSign.COLD_PALE_LEG: Tier.EMERGENCY,
        WarningSign.HOT_SWOLLEN_FOOT: Tier.SAME_DAY,
        WarningSign.FALL_WITH_INJURY: Tier.SAME_DAY,
        WarningSign.LOW_GLUCOSE: Tier.TODAY_ONLY,
        WarningSign.UNWELL: Tier.TODAY_ONLY,
        WarningSign.CALF_PAIN_WALKING: Tier.BOOK_VISIT,
        WarningSign.TRIPPING_OR_FOOT_DROP: Tier.BOOK_VISIT,
        WarningSign.DIZZY_ON_STANDING: Tier.BOOK_VISIT,
        WarningSign.REPEATED_FALLS: Tier.BOOK_VISIT,
    }
)

LOCKING: Final = frozenset(sign for sign, tier in TIER.items() if tier in (Tier.EMERGENCY, Tier.SAME_DAY))
TODAY_ONLY: Final = frozenset(sign for sign, tier in TIER.items() if tier is Tier.TODAY_ONLY)
BOOK_VISIT: Final = frozenset(sign for sign, tier in TIER.items() if tier is Tier.BOOK_VISIT)
