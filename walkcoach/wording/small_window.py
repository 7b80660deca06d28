"""The words of the small window of a walk, which stays before others. Its title is the name of the program."""

from walkcoach.wording.language import _


def small() -> str:
    """The button on the walk page that opens it."""
    return _("Small window")


def small_hint() -> str:
    """What that does."""
    return _("Shows pace and time in a small window that stays in front of others. The walk goes on.")


def large() -> str:
    """Its button back to the large window."""
    return _("Large window")


def large_hint() -> str:
    """What that does."""
    return _("Goes back to the large window. The walk goes on.")


def key() -> str:
    """The key for both, as it is printed on a keyboard. It stands for the same key in every language."""
    return "M"


def name() -> str:
    """What the small window is, for screen readers."""
    return _("Your walk, in a small window")
