"""The words of the settings' part about the diary's files: where they lie, backups, going back to one.

Export and import are in `data_transfer`, deleting everything in `erase`. What went wrong comes in two parts, as in `trouble`.
"""

from datetime import date, datetime

from walkcoach.wording import backups, names, numbers
from walkcoach.wording.language import _, _n

# --- where it lies ---------------------------------------------------------------------------------------------------


def part() -> str:
    """The part of the settings."""
    return _("Data")


def where_title() -> str:
    """Over the folder."""
    return _("Where your diary lies")


def where_text() -> str:
    """What is kept, and who sees it."""
    return _(
        "Your diary is a file in this folder on your computer. Walkcoach sends it nowhere. "
        "Other accounts of this computer are kept out."
    )


def not_encrypted() -> str:
    """What is not promised."""
    return _(
        "Walkcoach itself encrypts nothing: whoever can use your account can read it. Against a stolen computer, the disk "
        "encryption of your system helps. It guards backups and exports as well."
    )


# --- backups ---------------------------------------------------------------------------------------------------------


def backups_title() -> str:
    """Over the backups."""
    return _("Backups")


def backups_text() -> str:
    """How they come to be."""
    return _(
        "They make themselves: every half hour while Walkcoach is open, and when it closes, if something has changed. "
        "They lie beside the diary, so copy one to a stick now and then."
    )


def moment(at: datetime, now: datetime, *, seconds: bool = False) -> str:
    """A moment inside a sentence, in the zone of `now`: "today, 14:05", "20 November, 18:30", with `seconds` "today, 14:05:09"."""
    local = at.astimezone(now.tzinfo)
    if seconds:
        return _("{day}, {time}").format(day=names.day_name(local.date(), now.date()), time=f"{local:%H:%M:%S}")
    return _("{day}, {hour}:{minute}").format(
        day=names.day_name(local.date(), now.date()), hour=f"{local.hour:02}", minute=f"{local.minute:02}"
    )


def last_backup(at: datetime | None, now: datetime) -> str:
    """When the newest was made: "Last backup: today, 14:05."."""
    if at is None:
        return _("There is no backup yet. The first one makes itself within half an hour.")
    return _("Last backup: {moment}.").format(moment=moment(at, now))


def last_proven(at: datetime | None, now: datetime) -> str:
    """When a backup was last restored as a trial: "Last proven restorable: 20 November."."""
    if at is None:
        return backups.last_proven(None, now.date())
    return _("{proven}.").format(proven=backups.last_proven(at.astimezone(now.tzinfo).date(), now.date()))


def shelf(count: int, size_bytes: int) -> str:
    """How many there are and how large they are together: "17 backups, 6.2 MB together."."""
    many = _n("{n} backup", "{n} backups", count)
    return _("{many}, {size} together.").format(many=many, size=backups.size(size_bytes))


def back_up() -> str:
    """Makes a backup at once."""
    return _("Back up now")


def backing_up() -> str:
    """While it is made."""
    return _("Making a backup")


def backing_up_text() -> str:
    """What is being done meanwhile."""
    return _("Your diary is copied, and the copy is read through.")


def backed_up() -> str:
    """One was made."""
    return _("A backup was made.")


def unchanged() -> str:
    """None was made."""
    return _("Nothing has changed since the last backup, so it still holds everything.")


# --- going back ------------------------------------------------------------------------------------------------------


def go_back() -> str:
    """Opens the list of backups."""
    return _("Go back to a backup…")


def list_title() -> str:
    """Over the list."""
    return _("Go back to a backup")


def list_lead(count: int) -> str:
    """What choosing does."""
    if not count:
        return _("There is no backup yet. You can choose a file that lies elsewhere.")
    return _("Choose one to see what it holds. Nothing changes yet.")


def list_name() -> str:
    """What the list is, for screen readers."""
    return _("Backups, newest first")


def newest() -> str:
    """Beside the first of the list."""
    return _("newest")


def choose_file() -> str:
    """Asks for a file that is not in the list."""
    return _("Choose a file…")


def choose_file_title() -> str:
    """The title of the system's dialog."""
    return _("Choose a backup")


def backup_files() -> str:
    """The kind of file in that dialog."""
    return _("Walkcoach backups")


def all_files() -> str:
    """Any kind of file."""
    return _("All files")


def look_into() -> str:
    """Reads the backup that is chosen."""
    return _("See what it holds…")


def looking() -> str:
    """While a backup is read."""
    return _("Reading the backup")


def looking_text() -> str:
    """What is being done meanwhile."""
    return _("It is read from beginning to end, to see that it is whole. Nothing changes.")


def restore_title(at: datetime | None, now: datetime) -> str:
    """The question. Without `at` it is a file from elsewhere."""
    if at is None:
        return _("Go back to this file?")
    return _("Go back to {moment}?").format(moment=moment(at, now))


def holds(days: int, walks: int, span: tuple[date, date] | None) -> str:
    """What a diary holds: "84 days and 71 walks, from 5 March 2026 to 20 November 2026."."""
    if span is None:
        return _("Nothing yet.")
    both = _("{days} and {walks}").format(days=numbers.days(days), walks=numbers.walks(walks))
    first, last = (_dated(day) for day in span)
    if first == last:
        return _("{both}, on {day}.").format(both=both, day=first)
    return _("{both}, from {first} to {last}.").format(both=both, first=first, last=last)


def it_holds(contents: str) -> str:
    """What the backup holds."""
    return _("It holds: {contents}").format(contents=contents)


def the_file() -> str:
    """Over the place of a file from elsewhere."""
    return _("The file")


def the_diary() -> str:
    """Over what the diary holds now."""
    return _("Your diary now")


def what_happens() -> str:
    """Over what going back does."""
    return _("What happens")


def restore_text() -> str:
    """What going back does."""
    return _("Your diary as it is now is backed up first. Then it becomes the one of the backup; what came later is not in that.")


def restore_undo() -> str:
    """How it is taken back."""
    return _("If you think better of it, go back to that newest backup in the same way.")


def restore() -> str:
    """Does it."""
    return _("Go back to it")


def keep_mine() -> str:
    """Leaves all as it is."""
    return _("Keep my diary as it is")


def restoring() -> str:
    """While it is done."""
    return _("Going back to the backup")


def restoring_text() -> str:
    """What is being done meanwhile."""
    return _("Your diary is backed up, then the backup takes its place.")


def restored(contents: str, kept: str | None) -> str:
    """It was done; `contents` is what the diary holds now, `kept` the file with the diary of before."""
    said = _("Your diary is now that of the backup. It holds: {contents}").format(contents=contents)
    if kept is None:
        return said
    return _("{said} The one of before is the newest backup, {kept}.").format(said=said, kept=kept)


def restored_note() -> str:
    """In the bar at the foot, beside the button that takes it back."""
    return _("Your diary is now that of the backup.")


def take_back() -> str:
    """Goes back to the diary of before, at once."""
    return _("Back to the one of before")


def no_backup(place: str) -> tuple[str, str]:
    """A file that is no backup was chosen, or a damaged one."""
    return (
        _("{place} is damaged, or it is no Walkcoach backup.").format(place=place),
        _("Your diary stands as it was. Choose another backup; an export is taken in with Import."),
    )


def open_again() -> str:
    """The diary has changed on the disk, and could not be read afterwards."""
    return _("Close Walkcoach and open it again, to see your diary as it is now.")


def walk_under_way() -> tuple[str, str]:
    """Nothing takes the diary's place during a walk."""
    return _("A walk is under way, so the diary stays as it is."), _("Finish the walk first.")


def undoing() -> str:
    """While a large step is taken back, or done again."""
    return _("One moment")


def undoing_text() -> str:
    """What is being done meanwhile."""
    return _("Many entries change at once.")


def _dated(day: date) -> str:
    return _("{date} {year}").format(date=names.day_and_month(day), year=day.year)
