"""What went wrong outside the program, in sentences: each function gives what happened and what the person can do about it.

A place is named wherever there is one, so that the person can look. Nothing here says anything about health.
"""

from walkcoach.wording.language import _, _n


def disk_full(place: str) -> tuple[str, str]:
    """No room is left where the diary is kept."""
    return (
        _("There is no room left on the disk that holds {place}.").format(place=place),
        _("Nothing that was saved before is lost. Make some room and try again."),
    )


def read_only(place: str) -> tuple[str, str]:
    """The file or its disk may be read but not written."""
    return (
        _("{place} can be read but not written.").format(place=place),
        _("Nothing that was saved before is lost. Allow writing there, or start with another folder: --data-dir FOLDER."),
    )


def cannot_open(place: str) -> tuple[str, str]:
    """The diary file cannot be opened."""
    return (
        _("{place} cannot be opened.").format(place=place),
        _("See whether the folder is there and belongs to you, or start with another one: --data-dir FOLDER."),
    )


def cannot_write(place: str) -> tuple[str, str]:
    """Reading or writing failed for a reason of the disk's own."""
    return (
        _("{place} cannot be read or written just now.").format(place=place),
        _("Nothing that was saved before is lost. See whether the disk is well and connected, and try again."),
    )


def folder_unusable(place: str) -> tuple[str, str]:
    """The data folder is not there and cannot be made, or is no folder."""
    return (
        _("The folder {place} cannot be used.").format(place=place),
        _("Choose one that you may write to: --data-dir FOLDER."),
    )


def busy(place: str) -> tuple[str, str]:
    """Another program holds the diary file."""
    return (
        _("Another program is using {place}.").format(place=place),
        _("Close it and try again."),
    )


def no_diary_file(place: str) -> tuple[str, str]:
    """A file stands where the diary should be, and it is something else. It has not been touched."""
    return (
        _("{place} is not a Walkcoach diary.").format(place=place),
        _("It has been left as it is. Move it away, or start with another folder: --data-dir FOLDER."),
    )


def newer_diary(place: str) -> tuple[str, str]:
    """A newer Walkcoach has written the diary. It has not been touched."""
    return (
        _("{place} was written by a newer Walkcoach than this one.").format(place=place),
        _("It has been left as it is. Install the newer Walkcoach to open it."),
    )


def damaged(place: str, detail: str = "") -> tuple[str, str]:
    """The diary file is damaged; `detail` says where, in words for the person who repairs it."""
    what = _("{place} is damaged.").format(place=place)
    if detail:
        what = _("{place} is damaged: {detail}.").format(place=place, detail=detail)
    return what, _("It has been left as it is. Keep a copy of it before you try anything.")


def upgrade_failed(place: str, copy: str) -> tuple[str, str]:
    """Bringing an older diary up to date failed; it stands as it was."""
    return (
        _("{place} could not be brought up to date.").format(place=place),
        _("It stands as it was, and a copy lies in {copy}.").format(copy=copy),
    )


def diary_not_empty() -> tuple[str, str]:
    """A made-up diary was asked for where there is a real one."""
    return (
        _("There is a diary in this folder already, and a made-up one never goes on top of it."),
        _("Choose an empty folder: --data-dir FOLDER."),
    )


def diary_whole(days: int, walks: int) -> str:
    """The one line of `walkcoach check` where all is well."""
    return _("The diary is whole: {days}, {walks}.").format(
        days=_n("{n} day", "{n} days", days), walks=_n("{n} walk", "{n} walks", walks)
    )


def diary_missing(place: str) -> str:
    """The one line of `walkcoach check` where there is no diary."""
    return _("There is no diary in {place}.").format(place=place)


def open_already(place: str) -> tuple[str, str]:
    """Another Walkcoach holds the data folder."""
    return (
        _("Walkcoach is open already on {place}.").format(place=place),
        _("Use the window that is open, or start with another folder: --data-dir FOLDER."),
    )


def synchronised(place: str, service: str) -> tuple[str, str]:
    """The data folder lies in one that a cloud service keeps the same on several machines: the diary works, but is at risk."""
    return (
        _("{place} is kept the same on several machines by {service}.").format(place=place, service=service),
        _(
            "Two machines that write one diary can ruin it. Keep it in a folder of this machine alone, with "
            "--data-dir FOLDER, and let only copies of it, such as an export, be synchronised."
        ),
    )
