"""The system's dialogs for files of the diary: where an export goes, which backup or export to take. They only ask."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from walkcoach.services.transfer.export import ExportKind
from walkcoach.ui.pages.settings_data import name_of
from walkcoach.wording import data as words
from walkcoach.wording import data_transfer as transfer_words


class DataFiles(Protocol):
    """Asks the person for a file; None where they think better of it. `near`: where to begin, None for their documents."""

    def backup(self, window: QWidget, near: Path | None) -> Path | None:
        """A backup to go back to."""

    def exported(self, window: QWidget, near: Path | None) -> Path | None:
        """An export to take in."""

    def export(self, window: QWidget, kind: ExportKind, near: Path | None, name: str) -> Path | None:
        """Where an export goes; whether a file of that name may be replaced has been asked."""


class SystemDataFiles:
    """The `DataFiles` of the real program."""

    def backup(self, window: QWidget, near: Path | None) -> Path | None:
        """See `DataFiles`."""
        kinds = ((words.backup_files(), "*.sqlite3"), (words.all_files(), "*"))
        return _to_open(window, words.choose_file_title(), near, kinds)

    def exported(self, window: QWidget, near: Path | None) -> Path | None:
        """See `DataFiles`."""
        kinds = ((transfer_words.import_files(), "*.json *.zip"), (words.all_files(), "*"))
        return _to_open(window, transfer_words.import_title(), near, kinds)

    def export(self, window: QWidget, kind: ExportKind, near: Path | None, name: str) -> Path | None:
        """See `DataFiles`."""
        shown = f"{transfer_words.file_kind(name_of(kind))} (*{kind})"
        chosen, _kind = QFileDialog.getSaveFileName(window, transfer_words.export_title(), str(_begin(near) / name), shown)
        return Path(chosen) if chosen else None


def _to_open(window: QWidget, title: str, near: Path | None, kinds: tuple[tuple[str, str], ...]) -> Path | None:
    shown = ";;".join(f"{name} ({pattern})" for name, pattern in kinds)
    chosen, _kind = QFileDialog.getOpenFileName(window, title, str(_begin(near)), shown)
    return Path(chosen) if chosen else None


def _begin(near: Path | None) -> Path:
    return near or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
