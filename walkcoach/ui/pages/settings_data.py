"""The part of the Settings page about the diary's files: where they lie, backups, export and import, deleting everything.

It shows what it is given and tells what the person wants; `ui.data_flow` does it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from walkcoach.services.transfer.export import ExportKind
from walkcoach.ui.pages.settings_card import part_column, settings_card
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, body, muted
from walkcoach.ui.widgets.option_list import Option, OptionList
from walkcoach.ui.widgets.place_label import PlaceLabel
from walkcoach.wording import data as words
from walkcoach.wording import data_transfer as transfer_words
from walkcoach.wording import erase as erase_words
from walkcoach.wording import settings as settings_words

_KINDS = (ExportKind.JSON, ExportKind.CSV, ExportKind.FHIR, ExportKind.TCX)


@dataclass(frozen=True, slots=True)
class ShelfView:
    """What there is to know about the backups at the moment `now`; `trouble` where that cannot be found out."""

    now: datetime
    last: datetime | None = None
    proven: datetime | None = None
    count: int = 0
    size_bytes: int = 0
    trouble: str = ""


def open_in_files(folder: str) -> bool:
    """Open `folder` in the system's file manager; False where there is none that could."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


class DataSettings(QWidget):
    """Four cards, one for each matter. `open_folder` opens the data folder and answers whether it could."""

    back_up_requested = Signal()
    go_back_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    delete_requested = Signal()

    def __init__(self, folder: str, open_folder: Callable[[str], bool] = open_in_files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder_text = folder
        self._open_folder = open_folder
        column = part_column(self)
        for card in (self._where(), self._backups(), self._transfer(), self._delete()):
            column.addWidget(card)
        self.setFocusProxy(self.open)

    def warn(self, warning: tuple[str, str] | None) -> None:
        """Say for good what is the matter with the folder, or nothing."""
        self._warning.setVisible(warning is not None)
        if warning is not None:
            self._warned.say(warning[0])
            self._way_on.say(warning[1])

    def draw(self, view: ShelfView) -> None:
        """Show what there is to know about the backups."""
        if view.trouble:
            self._state_label.say(view.trouble)
            self._state_label.set_colour(Role.CAUTION)
            self._proof.hide()
            self._shelf.hide()
            return
        self._state_label.set_colour(Role.INK)
        self._state_label.say(words.last_backup(view.last, view.now))
        self._proof.setText(words.last_proven(view.proven, view.now))
        self._proof.show()
        self._shelf.setText(words.shelf(view.count, view.size_bytes))
        self._shelf.setVisible(view.count > 0)

    def kind(self) -> ExportKind:
        """What is to be exported."""
        chosen = self.kinds.value()
        return chosen if isinstance(chosen, ExportKind) else ExportKind.JSON

    def say_backup(self, sentence: str) -> None:
        """Say in the card of the backups what has come of it; nothing takes it away."""
        _say(self._backup_said, sentence)

    def say_transfer(self, sentence: str) -> None:
        """Say in the card of export and import what has come of it; nothing takes it away."""
        _say(self._transfer_said, sentence)

    def said(self) -> tuple[str, ...]:
        """All that is said by now: about the folder, the backups, export and import."""
        labels = (self._trouble, self._backup_said, self._transfer_said)
        return tuple(label.said for label in labels if not label.isHidden())

    def _where(self) -> Card:
        self.folder = QLineEdit(self._folder_text)
        self.folder.setReadOnly(True)
        self.folder.setCursorPosition(0)
        self.folder.setAccessibleName(settings_words.folder())
        self.folder.setAccessibleDescription(words.where_text())
        self.open = Button(settings_words.open_folder())
        self.open.clicked.connect(self._open)
        self._trouble = PlaceLabel(colour=Role.CAUTION)
        self._trouble.hide()
        self._warned = PlaceLabel(kind=TypeRole.STRONG)
        self._way_on = PlaceLabel()
        self._warning = Card(CardKind.CAUTION, gap_px=SPACE_4)
        self._warning.body.addWidget(self._warned)
        self._warning.body.addWidget(self._way_on)
        self._warning.hide()
        return settings_card(
            words.where_title(),
            body(words.where_text()),
            self.folder,
            self.open,
            self._trouble,
            self._warning,
            muted(words.not_encrypted()),
        )

    def _backups(self) -> Card:
        self._state_label = PlaceLabel(kind=TypeRole.STRONG)
        self._proof = Label()
        self._shelf = muted()
        self.back_up = Button(words.back_up())
        self.back_up.clicked.connect(self.back_up_requested)
        self.go_back = Button(words.go_back())
        self.go_back.clicked.connect(self.go_back_requested)
        self._backup_said = PlaceLabel(colour=Role.ACCENT)
        self._backup_said.hide()
        card = settings_card(words.backups_title())
        state = Card(CardKind.ACCENT, gap_px=SPACE_4)
        for label in (self._state_label, self._proof, self._shelf):
            state.body.addWidget(label)
        for part in (state, _row(self.back_up, self.go_back), self._backup_said, muted(words.backups_text())):
            card.body.addWidget(part)
        return card

    def _transfer(self) -> Card:
        self.kinds = OptionList(transfer_words.kinds_name(), [Option(kind, *_told(kind)) for kind in _KINDS])
        self.kinds.choose(ExportKind.JSON)
        self.export = Button(transfer_words.export())
        self.export.clicked.connect(self.export_requested)
        self.import_ = Button(transfer_words.import_())
        self.import_.setAccessibleDescription(transfer_words.import_text())
        self.import_.clicked.connect(self.import_requested)
        self._transfer_said = PlaceLabel(colour=Role.ACCENT)
        self._transfer_said.hide()
        return settings_card(
            transfer_words.transfer_title(),
            body(transfer_words.transfer_text()),
            self.kinds,
            self.export,
            body(transfer_words.import_text()),
            self.import_,
            self._transfer_said,
        )

    def _delete(self) -> Card:
        self.delete = Button(erase_words.delete())
        self.delete.setAccessibleDescription(erase_words.delete_text())
        self.delete.clicked.connect(self.delete_requested)
        return settings_card(erase_words.delete_title(), body(erase_words.delete_text()), self.delete)

    def _open(self) -> None:
        opened = self._open_folder(self._folder_text)
        _say(self._trouble, "" if opened else settings_words.open_folder_failed())


def name_of(kind: ExportKind) -> str:
    """By which name the wording knows a kind of export."""
    return kind.name.lower()


def _told(kind: ExportKind) -> tuple[str, str]:
    return transfer_words.export_kind(name_of(kind))


def _row(*buttons: Button) -> FlowRow:
    row = FlowRow(SPACE_12)
    for button in buttons:
        row.add(button)
    return row


def _say(label: PlaceLabel, sentence: str) -> None:
    label.say(sentence)
    label.setVisible(bool(sentence))
    if sentence:
        announce(label, sentence)
