"""Backups in sentences: what was kept, what was gone back to, and what stands in the way. Nothing here says anything about health.

What went wrong comes in two parts, as in `trouble`: what happened, and what the person can do about it.
"""

from datetime import date, datetime

from walkcoach.wording.language import _
from walkcoach.wording.names import day_and_month, day_name


def moment_of(moment: datetime) -> str:
    """A moment as people read it, in the zone that it carries: "20 November 2026, 18:30"."""
    return _("{date} {year}, {hour}:{minute}").format(
        date=day_and_month(moment.date()), year=moment.year, hour=f"{moment.hour:02}", minute=f"{moment.minute:02}"
    )


def size(size_bytes: int) -> str:
    """How large a backup is: "0.8 MB"."""
    tenths = max(1, (size_bytes + 50_000) // 100_000)
    return _("{whole}.{tenth} MB").format(whole=tenths // 10, tenth=tenths % 10)


def last_proven(on: date | None, today: date) -> str:
    """When a backup was last restored as a trial: "Last proven restorable: 20 November"."""
    if on is None:
        return _("Not tried out yet. Once a week, the newest backup is restored as a trial.")
    return _("Last proven restorable: {day}").format(day=day_name(on, today))


def made(place: str) -> str:
    """The one line of `walkcoach backup` where one was made."""
    return _("A backup is in {place}.").format(place=place)


def unchanged(place: str) -> str:
    """The one line of `walkcoach backup` where nothing has changed since the newest."""
    return _("Nothing has changed since the newest backup, {place}.").format(place=place)


def restored(place: str, kept: str | None) -> str:
    """The one line of `walkcoach restore`; `kept` is where the diary of before lies."""
    if kept is None:
        return _("The diary is now that of {place}.").format(place=place)
    return _("The diary is now that of {place}. The one of before is kept in {kept}.").format(place=place, kept=kept)


def lifts_lock(place: str) -> tuple[str, str]:
    """Going back would let the plan go on although something told since keeps it off, or keeps the next walk waiting."""
    return (
        _("Your diary keeps the plan off or a walk waiting, and {place} does not. Nothing was restored.").format(place=place),
        _(
            "If what was told was true and nobody qualified has looked, leave it as it is. "
            "If it was a mistake, or has been seen to: walkcoach restore --lift-lock FILE."
        ),
    )


def mended(until: datetime, damaged: str | None) -> tuple[str, str]:
    """A backup has taken the place of a damaged diary, which is kept under the name `damaged`, or of one that was gone (None).

    Short, for it has to be read at once in a small window with large text; the folder stands in the settings.
    """
    reaches = _("It reaches up to {moment}.").format(moment=moment_of(until))
    if damaged is None:
        return _("Your diary was not in its place, so the newest whole backup was opened."), reaches
    return (
        _("Your diary was damaged, so the newest whole backup was opened."),
        _("{reaches} The damaged file is kept: {name}").format(reaches=reaches, name=damaged),
    )


def nothing_to_go_back_to(place: str) -> tuple[str, str]:
    """The diary is damaged and no backup is whole. It has not been touched."""
    return (
        _("{place} is damaged, and there is no whole backup to go back to.").format(place=place),
        _(
            "It has been left as it is. If you have a copy elsewhere: walkcoach restore FILE. "
            "You can also begin an empty diary; the damaged file is then kept beside it."
        ),
    )


def gone(place: str) -> tuple[str, str]:
    """There is no diary, and yet there are backups of one."""
    return (
        _("{place} is gone, and there are backups of it.").format(place=place),
        _("Open the window to go back to the newest, or choose one: walkcoach restore FILE."),
    )


def gone_and_nothing_to_go_back_to(place: str) -> tuple[str, str]:
    """There is no diary, and none of its backups is whole."""
    return (
        _("{place} is gone, and none of its backups is whole.").format(place=place),
        _(
            "The backups have been left as they are. If you have a copy elsewhere: walkcoach restore FILE. "
            "You can also begin an empty diary."
        ),
    )


def begin_anew() -> str:
    """The button that begins an empty diary beside a damaged one."""
    return _("Begin an empty diary")


def leave_it() -> str:
    """The button that leaves everything as it is."""
    return _("Close Walkcoach")


def not_backed_up(place: str) -> tuple[str, str]:
    """The diary turned out to be damaged while a backup was made of it."""
    return (
        _("{place} is damaged, so no backup was made of it.").format(place=place),
        _("The backups of before are kept. Close Walkcoach and open it again to go back to the newest."),
    )


def not_whole(place: str) -> tuple[str, str]:
    """What should be gone back to is damaged."""
    return (
        _("{place} is damaged and was not restored.").format(place=place),
        _("Your diary stands as it was. Choose another backup."),
    )


def not_there(place: str) -> tuple[str, str]:
    """There is no file where one was named to go back to."""
    return (
        _("There is no file {place}.").format(place=place),
        _("Your diary stands as it was. Look for the backup in the folder of your diary, under backups."),
    )


def not_proven(place: str) -> tuple[str, str]:
    """A backup restored as a trial does not say what it should."""
    return (
        _("The backup {place} could not be restored as a trial.").format(place=place),
        _("Your diary is not touched by this, and a new backup is made. See whether the disk is well."),
    )
