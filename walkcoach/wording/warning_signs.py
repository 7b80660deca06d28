"""What is shown when a warning sign, a foot finding or a slow sign has been ticked, and when a review is due.

Every text is fixed, the same for all people: nothing here looks at a score, an age or a diary. It never names an illness,
judges or clears a sign, or says a word on medicines. The emergency number is the one that the person has set; the texts say
that the app calls nobody. Meant for pages and dialogs, never for window titles, notifications or logs.
"""

from dataclasses import dataclass

from walkcoach.core.symptoms import SlowSign, Tier, WarningSign
from walkcoach.wording.language import _


@dataclass(frozen=True, slots=True)
class TierText:
    """A text to read at once: a heading, a few sentences, and what to do, one step a line, in order."""

    title: str
    paragraphs: tuple[str, ...]
    what_to_do: tuple[str, ...]


def sign_description(sign: WarningSign) -> str:
    """What is meant by a warning sign, in a few words, under its name in the list."""
    return {
        WarningSign.CHEST_PAIN: _("Pain, pressure or tightness in the chest, arm, neck, jaw or back."),
        WarningSign.FAINT_OR_DIZZY: _("You passed out, or felt as if you were about to."),
        WarningSign.SHORT_OF_BREATH: _("Much more than this walk explains, or not better after a rest."),
        WarningSign.COLD_SWEAT: _("Clammy and sweating, and not from the heat or the pace."),
        WarningSign.IRREGULAR_HEARTBEAT: _("Very fast, pounding or out of step, and not calming down."),
        WarningSign.SUDDEN_WEAKNESS: _("An arm, a leg or one side of the face, within minutes or hours."),
        WarningSign.TROUBLE_SPEAKING_OR_SEEING: _("Slurred or missing words, or sight that is gone or double."),
        WarningSign.SPREADING_NUMBNESS: _("Moving up the legs, or new between the legs, within hours or days."),
        WarningSign.BLADDER_OR_BOWEL: _("You cannot hold it, cannot go, or do not feel it any more."),
        WarningSign.COLD_PALE_LEG: _("One leg or foot, all at once, often with pain or numbness."),
        WarningSign.HOT_SWOLLEN_FOOT: _("Warmer, redder or thicker than the other foot, even if it does not hurt."),
        WarningSign.FALL_WITH_INJURY: _("You hurt yourself, hit your head, or cannot put weight on it."),
        WarningSign.LOW_GLUCOSE: _("Checked and too low or too high, or it feels that way."),
        WarningSign.UNWELL: _("A fever, a bad stomach, or simply ill."),
        WarningSign.CALF_PAIN_WALKING: _("It comes after some minutes of walking and goes when you rest."),
        WarningSign.TRIPPING_OR_FOOT_DROP: _("The front of the foot catches or slaps the ground."),
        WarningSign.DIZZY_ON_STANDING: _("Light-headed when you get up from a chair or from bed."),
        WarningSign.REPEATED_FALLS: _("Two or more in the last months, even without an injury."),
    }[sign]


def tier_text(tier: Tier, emergency_number: str) -> TierText:
    """What to read and do when a sign of `tier` has been ticked. `emergency_number` is the one that the person has set."""
    calls_nobody = _("Walkcoach calls nobody and cannot tell what is behind a sign.")
    if tier is Tier.EMERGENCY:
        return TierText(
            _("Stop, and get help now"),
            (
                _("Signs like this can be serious, and help works best when it comes early."),
                calls_nobody,
                _("Your plan is off until a professional has looked."),
            ),
            (
                _("Stop walking. Sit or lie down where you will not fall."),
                _("Call {number} now, or ask somebody near you to call. Do this even if it is getting better.").format(
                    number=emergency_number
                ),
                _("Say what happened and when it began."),
                _("Do not drive yourself. If you can, unlock the door and keep somebody with you."),
            ),
        )
    if tier is Tier.SAME_DAY:
        return TierText(
            _("Have this looked at today"),
            (
                _("A sign like this should be seen by a professional today, even if it does not hurt."),
                calls_nobody,
                _("Your plan is off until a professional has looked."),
            ),
            (
                _("Stop walking, and keep your weight off the foot or the part that is hurt."),
                _("Call your clinician, your foot clinic or the out-of-hours service now, and say that it cannot wait."),
                _("Call {number} if you hit your head, cannot stand, have a fever, or it quickly gets worse.").format(
                    number=emergency_number
                ),
            ),
        )
    if tier is Tier.TODAY_ONLY:
        return TierText(
            _("No walk today"),
            (
                _("Today is for resting. Nothing is lost, and your plan waits for you. The next walk does not grow."),
                _("Walkcoach gives no advice on blood sugar or illness, and it calls nobody."),
            ),
            (
                _("Follow the plan that your clinician gave you for this."),
                _("Walk again when you are well and your clinician's limits are met."),
                _("Call your clinician if it does not pass, or {number} if you feel very ill, faint or confused.").format(
                    number=emergency_number
                ),
            ),
        )
    return TierText(
        _("Book a visit"),
        (
            _("A sign like this is worth showing to your clinician in the next days."),
            _("You may walk in the meantime. The plan does not grow on this."),
            calls_nobody,
        ),
        (
            _("Call your clinician and ask for a visit."),
            _("Until then, walk on even ground, by good light, near something to hold."),
            _("Stop when it comes on. Call {number} if it comes suddenly or quickly gets worse.").format(number=emergency_number),
        ),
    )


def lock_text(emergency_number: str) -> TierText:
    """What stands on the Today page while a warning sign keeps the plan off, when the sheet with what to do is closed."""
    return TierText(
        _("Your plan is off for now"),
        (
            _("You named a warning sign. The plan stays off until a professional has looked at it."),
            _("Walkcoach never clears a sign by itself. Your diary goes on as before."),
        ),
        (
            _(
                "Have the sign looked at, if you have not yet. If you get worse, or it comes back all at once, call {number}."
            ).format(number=emergency_number),
            _("When a professional has looked and you may walk again, say so here."),
            _("Your next walk then starts where you left off or lower, and does not grow."),
        ),
    )


def cleared_choice() -> str:
    """The person's own statement that lifts a warning-sign lock."""
    return _("A professional has looked, and I may walk again")


def cleared_question() -> str:
    """Asked before a warning-sign lock is lifted."""
    return _("Has a professional looked at it?")


def feet_seen_to_question() -> str:
    """Asked before a foot lock is lifted."""
    return _("Is it gone, or has somebody qualified looked?")


def lifts_lock() -> str:
    """What follows when the person confirms that a lock may be lifted."""
    return _("Your plan then goes on, and the next walk does not grow.")


def not_yet() -> str:
    """Leaves a lock as it is."""
    return _("Not yet")


def feet_new_text() -> TierText:
    """What to read and do when something new was found on the feet; also stands while that keeps the plan off."""
    return TierText(
        _("Something new on your feet"),
        (
            _("A new spot, blister, cut or colour can grow without hurting, above all where feeling is less."),
            _("Your plan is off until it is gone or somebody qualified has looked."),
            _("Walkcoach does not judge it and calls nobody."),
        ),
        (
            _("Look again, with a mirror, by touch or with another person. Look inside the shoe too."),
            _("Keep it clean, dry and covered, and leave blisters and hard skin alone."),
            _("Leave out walks, and stand on it only as much as you must."),
            _("Have somebody qualified look within a day. Go today if it is open, hot, swollen, dark or smells."),
            _("When it is gone, or somebody qualified has looked, say so here."),
        ),
    )


def feet_seen_to_choice() -> str:
    """The person's own statement that lifts a foot lock."""
    return _("It is gone, or somebody qualified has looked")


def review_text() -> TierText:
    """What to read when a review is due; the plan repeats until it is acknowledged."""
    return TierText(
        _("Time to talk to your clinician"),
        (
            _("The last weeks have been hard on you more than once. A look from outside can help to find out why."),
            _("Until then the plan does not grow. You have done nothing wrong."),
        ),
        (
            _("Make an appointment with your clinician."),
            _("Take the page Report along, printed or saved. It has your walks and scores of the last weeks."),
            _("When you have read this, say so here. The plan then goes on from where you are."),
        ),
    )


def review_choice() -> str:
    """The person's own statement that ends a review."""
    return _("I have read this and will talk to my clinician")


def slow_sign_question(sign: SlowSign) -> str:
    """What the monthly question asks, to be answered with yes or no."""
    return {
        SlowSign.LOSS_OF_FEELING: _("Do you feel less in your feet than a month ago?"),
        SlowSign.MUSCLE_WASTING: _("Do your feet or legs look thinner than a month ago?"),
        SlowSign.GAIT_CHANGE: _("Has the way you walk changed in the last month?"),
        SlowSign.BALANCE_TROUBLE: _("Has your balance become worse in the last month?"),
        SlowSign.BONE_HEALTH: _("Has anybody told you of thin bones, or have you broken one, in the last month?"),
    }[sign]


def slow_sign_advice(sign: SlowSign) -> str:
    """What to do after a yes to the monthly question. It changes nothing in the plan."""
    return {
        SlowSign.LOSS_OF_FEELING: _(
            "Look at your feet and into your shoes before and after each walk, and tell your clinician. "
            "Less feeling is no reason to walk further, even when nothing hurts."
        ),
        SlowSign.MUSCLE_WASTING: _("Show your feet and legs to your clinician, and ask which exercises would suit you."),
        SlowSign.GAIT_CHANGE: _(
            "Ask your clinician or a physiotherapist to watch you walk. "
            "Look for new pressure marks on your feet, as they may now carry weight in other places."
        ),
        SlowSign.BALANCE_TROUBLE: _(
            "Walk on even ground, by good light, near something to hold or with somebody. "
            "Tell your clinician, and ask about balance exercises."
        ),
        SlowSign.BONE_HEALTH: _("Ask your clinician how much walking and what kind suits your bones before you go further."),
    }[sign]
