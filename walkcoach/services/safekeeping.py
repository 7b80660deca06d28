"""Keeping the diary safe, as the window and the command line see it: backups when they are due, the weekly trial, going back.

No thread and no timer of its own: whoever calls decides where it runs, and one call at a time may write (the shelf sees to that).
A backup reads one moment of the diary over a connection of its own; a walk that is being written meanwhile does not wait.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock

from walkcoach.services.backup_plan import is_due, proof_is_due
from walkcoach.services.backup_port import Backup, BackupShelf, HousekeepingStore, Proven, Restored
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Clock


class Safekeeping:
    """Looks after the backups of one diary. Every method that touches the disk raises `Trouble`."""

    def __init__(self, shelf: BackupShelf, housekeeping: HousekeepingStore, clock: Clock) -> None:
        self._shelf = shelf
        self._housekeeping = housekeeping
        self._clock = clock
        self._looked: datetime | None = None
        self._noting = Lock()  # an export and the weekly trial may end at the same moment

    def backups(self) -> tuple[Backup, ...]:
        """All there are, newest first."""
        return self._shelf.newest_first()

    def last_backup(self) -> datetime | None:
        """When the newest was made, in the person's zone; None before the first."""
        newest = next(iter(self._shelf.newest_first()), None)
        return None if newest is None else newest.moment.astimezone(self._clock.now().tzinfo)

    def last_proven(self) -> Proven | None:
        """The last trial that went well; None before the first. Never raises."""
        return self._housekeeping.read().proven

    def anything_due(self) -> bool:
        """Whether `look_after` has something to do. It looks every half hour at most, whatever came of it the last time."""
        now = self._clock.now()
        if self._looked is not None and not is_due(self._looked, now):
            return False
        return is_due(self.last_backup(), now) or self._proof_is_due()

    def look_after(self) -> None:
        """All upkeep that is due: a backup if the diary has changed, thinning, and once a week the trial.

        A trial that goes wrong is told as `Trouble`; by then another backup has been made and tried out, if that could be done.
        """
        if not self.anything_due():
            return
        if is_due(self.last_backup(), self._clock.now()):
            self.back_up()
        self._looked = self._clock.now()
        if self._proof_is_due():
            self.prove()

    def back_up(self) -> Path | None:
        """A backup now, whatever is due; None where nothing has changed since the newest. The shelf is thinned with it."""
        now = self._looked = self._clock.now()
        made = self._shelf.make(now)
        if made is not None:
            self._shelf.thin(now)
        return made

    def prove(self) -> Proven | None:
        """Restore the newest as a trial and remember that it went well; None where there is no backup."""
        try:
            return self._remember(self._shelf.prove(self._clock.now()))
        except Trouble:
            if self.back_up() is not None:
                self._remember(self._shelf.prove(self._clock.now()))
            raise

    def restore(self, file: Path, *, in_use: bool = False) -> Restored:
        """Let the diary be that of `file`, after a backup of what it is now. Whoever holds the diary in memory has to load it.

        `in_use`: somebody has the diary open. Then a damaged one is `Trouble`, for it must not be set aside under them.
        """
        if in_use:
            self._shelf.make(self._clock.now())
        restored = self._shelf.restore(file, self._clock.now())
        self._looked = None
        return restored

    def exported(self) -> tuple[Path, ...]:
        """The files that the person has exported, as far as they are known, the latest last. Never raises."""
        return self._housekeeping.read().exported

    def remember_export(self, file: Path) -> None:
        """Know of `file`, so that it can be named when everything is to be deleted."""
        with self._noting:
            self._housekeeping.write(self._housekeeping.read().with_export(file))

    def _proof_is_due(self) -> bool:
        proven = self.last_proven()
        return proof_is_due(None if proven is None else proven.moment, self._clock.now())

    def _remember(self, proven: Proven | None) -> Proven | None:
        if proven is not None:
            with self._noting:
                self._housekeeping.write(replace(self._housekeeping.read(), proven=proven))
        return proven
