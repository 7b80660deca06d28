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


# --- asking for it -----------------------------------------------------------------------------------------------------


def delete_title() -> str:
    """Over the last part, and its button."""
    return _("Delete everything")


def delete_text() -> str:
    """What it does."""
    return _("Deletes your diary, all backups, the settings and the log from this computer, for good. Your exports stay.")


def delete() -> str:
    """Opens the question."""
    return _("Delete everything…")


def delete_question() -> str:
    """The one question."""
    return _("Delete everything for good?")


def delete_lead() -> str:
    """What makes it different from all else."""
    return _("This cannot be taken back, for the backups go as well. If you may want your diary again, export it first.")


def what_goes() -> str:
    """Over what is deleted."""
    return _("What goes")


def goes_diary(days: int, walks: int) -> str:
    """The diary, with what it holds."""
    return _("Your diary: {days} and {walks}").format(days=numbers.days(days), walks=numbers.walks(walks))


def goes_backups(count: int) -> str:
    """The backups."""
    return _n("{n} backup", "{n} backups", count)


def goes_copies(count: int) -> str:
    """Above the names of copies beside the diary file, set aside when it was damaged or before it was brought up to date."""
    return _n("This damaged or older copy of the diary:", "These damaged or older copies of the diary:", count)


def goes_rest() -> str:
    """What else there is."""
    return _("Your settings, and the program's log")


def what_stays() -> str:
    """Over what is left alone."""
    return _("What stays")


def stays_exported(places: Sequence[str]) -> str:
    """Above the files that the person has exported, or in their place."""
    if not places:
        return _("Walkcoach knows of no export that is still there.")
    return _n("This file, which you exported:", "These files, which you exported:", len(places))


def stays_rest() -> str:
    """What Walkcoach does not know of."""
    return _("Copies that you made yourself, and anything else in the folder.")


def then() -> str:
    """Over what comes then."""
    return _("Afterwards")


def afterwards() -> str:
    """What comes then."""
    return _("Walkcoach closes. Opened again, it begins with the welcome.")


def cancel() -> str:
    """Leaves all as it is."""
    return _("Cancel")


def delete_now() -> str:
    """Does it."""
    return _("Delete everything")


def counting() -> str:
    """While it is looked what there is."""
    return _("Looking what there is")


def counting_text() -> str:
    """What is being done meanwhile."""
    return _("Backups and exports are counted. Nothing is deleted yet.")


def deleted(place: str) -> tuple[str, str]:
    """The last sentence."""
    return (
        _("Everything is deleted."),
        _("Nothing of yours is left in {place}. Walkcoach closes now.").format(place=place),
    )
