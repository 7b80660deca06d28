"""`walkcoach backup` and `walkcoach restore`: a copy of the diary now, and going back to one."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from walkcoach.adapters.clock import clock_for
from walkcoach.adapters.diary_lock import DiaryLock
from walkcoach.adapters.erase import refuse_half_erased
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
from walkcoach.adapters.paths import DIARY_FILE, data_folder
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.check import read_whole
from walkcoach.adapters.storage.connection import open_read_only
from walkcoach.services.errors import Trouble
from walkcoach.services.lock_watch import lost_between
from walkcoach.services.ports import StoredDiary
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


def restore(data_dir: Path | None, file: Path, now: datetime | None, *, lift_lock: bool = False) -> str:
    """Go back to `file`, which may come from anywhere; the line that says so. Raises `Trouble`, also while a window is open.

    So it does where the diary keeps the plan off or a walk waiting and `file` would not, unless `lift_lock` says that this is
    meant: a warning sign is never cleared by itself.
    """
    folder = data_folder(data_dir)
    with DiaryLock(folder):
        refuse_half_erased(folder)
        if not lift_lock:
            _refuse_to_lift(folder / DIARY_FILE, file)
        restored = _safekeeping(folder, now).restore(file)
    kept = None if restored.kept is None or restored.kept == file.absolute() else str(restored.kept)
    return words.restored(str(file), kept)


def _refuse_to_lift(diary: Path, file: Path) -> None:
    now, then = _read(diary), _read(file)
    if now is not None and then is not None and lost_between(now, then):
        raise Trouble(*words.lifts_lock(str(file)))


def _read(file: Path) -> StoredDiary | None:
    """What `file` holds; None where it cannot be read: going back then mends the diary, or says what is wrong with the backup."""
    try:
        if not file.exists():
            return None
        with closing(open_read_only(file)) as connection:
            return read_whole(connection, file)
    except (Trouble, OSError):
        return None


def _safekeeping(folder: Path, now: datetime | None) -> Safekeeping:
    return Safekeeping(Backups(folder / DIARY_FILE), HousekeepingFile(folder / HOUSEKEEPING_FILE), clock_for(now, 1.0))
