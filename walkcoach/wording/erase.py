"""Deleting everything, in sentences. The places are named, so that the person can look."""

from collections.abc import Sequence
from typing import Final

from walkcoach.wording import numbers
from walkcoach.wording.language import _, _n

_NAMED: Final = 3
"""How many places are named; of the others only the number is told."""


def left_over(places: Sequence[str]) -> tuple[str, str]:
    """Some of it could not be deleted. Walkcoach opens nothing there until it is gone, for it would pass for a diary."""
    named = list(places[:_NAMED])
    more = len(places) - len(named)
    if more:
        named.append(_n("{n} more", "{n} more", more))
    return (
        _("This could not be deleted: {places}.").format(places=numbers.list_of(named)),
        _("All else is gone. See whether it is yours to delete, take it away, and start Walkcoach again."),
    )


def nothing_seen(place: str) -> tuple[str, str]:
    """The folder cannot be looked into, so nothing at all was deleted."""
    return (
        _("{place} cannot be looked into, and nothing in it was deleted.").format(place=place),
        _("See whether the folder belongs to you and the disk is connected, and try again."),
    )


def under_way(place: str) -> tuple[str, str]:
    """Deleting everything was begun and cut off: nothing new may be written there before it is finished."""
    return (
        _("Deleting everything in {place} was begun and cut off.").format(place=place),
        _("Open Walkcoach once to finish it, or choose another folder: --data-dir FOLDER."),
    )
