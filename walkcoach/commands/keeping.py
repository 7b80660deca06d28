"""`walkcoach backup` and `walkcoach restore`: a copy of the diary now, and going back to one."""

from datetime import datetime
from pathlib import Path

from walkcoach.adapters.clock import clock_for
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.erase import refuse_half_erased
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
from walkcoach.adapters.paths import DIARY_FILE, data_folder
from walkcoach.adapters.storage.backups import Backups
from walkcoach.services.errors import Trouble
from walkcoach.services.safekeeping import Safekeeping
from walkcoach.wording import backups as words
from walkcoach.wording import trouble


def back_up(data_dir: Path | None, now: datetime | None) -> str:
    """Make a backup, also while the window is open; the line that says where it lies. Raises `Trouble`."""
    folder = data_folder(data_dir, make=False)
    refuse_half_erased(folder)
    if not (folder / DIARY_FILE).exists():
        raise Trouble(trouble.diary_missing(str(folder)))
    safekeeping = _safekeeping(folder, now)
    made = safekeeping.back_up()
    return words.unchanged(str(safekeeping.backups()[0].path)) if made is None else words.made(str(made))


def restore(data_dir: Path | None, file: Path, now: datetime | None) -> str:
    """Go back to `file`, which may come from anywhere; the line that says so. Raises `Trouble`, also while a window is open."""
    folder = data_folder(data_dir)
    with DiaryLock(folder):
        refuse_half_erased(folder)
        restored = _safekeeping(folder, now).restore(file)
    kept = None if restored.kept is None or restored.kept == file.absolute() else str(restored.kept)
    return words.restored(str(file), kept)


def _safekeeping(folder: Path, now: datetime | None) -> Safekeeping:
    return Safekeeping(Backups(folder / DIARY_FILE), HousekeepingFile(folder / HOUSEKEEPING_FILE), clock_for(now, 1.0))
