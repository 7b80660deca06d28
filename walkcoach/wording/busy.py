"""The words around work that takes a while: how far it is, and how it is stopped. What is being done, each work says itself."""

from walkcoach.wording import numbers
from walkcoach.wording.language import _


def bar_name() -> str:
    """What the bar is, for screen readers."""
    return _("Progress")


def done_so_far(share: float) -> str:
    """Beside the bar, and said at every quarter: "40 % done"; `share` from 0 to 1."""
    return _("{percent} done").format(percent=numbers.percent(share))


def moment() -> str:
    """Beside the bar while nobody knows how far it is."""
    return _("This takes a moment")


def stop() -> str:
    """Stops the work."""
    return _("Stop")


def stopping() -> str:
    """Beside the bar once the person has asked to stop."""
    return _("Stopping")
