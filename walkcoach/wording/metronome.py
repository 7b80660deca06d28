"""The words of the metronome: its settings, and the sheet on which steps are counted."""

from walkcoach.wording import numbers
from walkcoach.wording.language import _, _n


def title() -> str:
    """Over its settings."""
    return _("Metronome")


def switch() -> str:
    """Turns it on."""
    return _("Tick in brisk stretches")


def switch_hint() -> str:
    """What it follows."""
    return _("It ticks at your own brisk steps, which you count once. It is silent in normal stretches and in pauses.")


def cadence() -> str:
    """Steps a minute."""
    return _("Your brisk steps")


def cadence_hint() -> str:
    """How to come by the number."""
    return _("Steps a minute, both feet, as you counted them.")


def share() -> str:
    """The metronome's rate beside the counted one."""
    return _("Metronome")


def share_hint(ticks: int) -> str:
    """What comes of it."""
    return _n("100 to 110 % of your own steps: {n} tick a minute.", "100 to 110 % of your own steps: {n} ticks a minute.", ticks)


def count_steps() -> str:
    """Button: opens the sheet."""
    return _("Count my steps")


def count_title() -> str:
    """The sheet's heading."""
    return _("Count your brisk steps")


def count_lead() -> str:
    """What to do."""
    return _(
        "Walk as you do in a brisk stretch. Press the space bar, any letter or the button at each step, left and right, for "
        "30 seconds. The first press starts the time."
    )


def count_other_way() -> str:
    """The field for whoever is away from the keyboard while walking."""
    return _("Steps in 30 seconds")


def count_other_way_hint() -> str:
    """Its small print."""
    return _("If you would rather count on your own, with a watch, and type the number here.")


def step() -> str:
    """The button that is pressed at each step."""
    return _("Step")


def counted(steps: int, left_s: int) -> str:
    """While it counts."""
    return _("{steps}, {seconds} left").format(steps=_n("{n} step", "{n} steps", steps), seconds=numbers.seconds(left_s))


def not_begun() -> str:
    """Before the first press."""
    return _("The time starts with your first step.")


def result(per_min: int) -> str:
    """When the time is over."""
    return _n("{n} step a minute.", "{n} steps a minute.", per_min)


def no_walking(steps: int) -> str:
    """The count is out of range."""
    return _n(
        "{n} step in 30 seconds is too few for walking. Count once more.",
        "{n} steps in 30 seconds are too few or too many for walking. Count once more.",
        steps,
    )


def use_it() -> str:
    """Button: the result becomes the setting."""
    return _("Use this")


def count_again() -> str:
    """Button: from the beginning."""
    return _("Count again")


def leave() -> str:
    """Button: nothing is changed."""
    return _("Leave it")
