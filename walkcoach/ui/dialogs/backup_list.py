"""The list of backups, newest first, and a file from elsewhere. Choosing one shows what it holds and changes nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from walkcoach.services.backup_port import Backup
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.option_list import Option, OptionList
from walkcoach.wording import data as words
from walkcoach.wording.backups import size
from walkcoach.wording.numbers import first_up


class BackupListDialog(FormDialog):
    """Shows `backups`, of which the first is chosen. It closes when one is to be looked into, and when a file is to be chosen."""

    look_requested = Signal(object)
    """Carries the `Backup`."""
    file_requested = Signal()
    """The person knows another file."""

    def __init__(self, backups: Sequence[Backup], now: datetime, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words.list_title(), words.list_title(), words.list_lead(len(backups)), theme, parent)
        self.list: OptionList | None = None
        self.choose_file = Button(words.choose_file())
        self.choose_file.clicked.connect(self._ask_for_file)
        self.column.addWidget(self.choose_file)
        self.column.addSpacing(SPACE_8)
        self.first = self.choose_file
        if backups:
            self.list = OptionList(words.list_name(), _options(backups, now))
            self.list.choose(backups[0])
            self.list.set_mark(backups[0], words.newest())
            self.list.chosen.connect(self._reveal)
            self.column.addWidget(self.list)
            self.first = self.list
        self.primary.set_words(words.look_into())
        self.primary.setVisible(bool(backups))
        self.primary.clicked.connect(self._look)
        self.finish()

    def _look(self) -> None:
        if self.list is not None:
            chosen = self.list.value()
            self.accept()
            self.look_requested.emit(chosen)

    def _ask_for_file(self) -> None:
        self.accept()
        self.file_requested.emit()

    def _reveal(self, _chosen: object) -> None:
        """Scroll to what the arrows have chosen; the keyboard comes there only after this."""
        for row in self.findChildren(QRadioButton):
            if row.isChecked():
                self._scroll.ensureWidgetVisible(row, 0, SPACE_8)


def _options(backups: Sequence[Backup], now: datetime) -> list[Option]:
    """One row each, no two alike: of one minute with their seconds, of one second with the names of their files."""
    minutes = Counter(words.moment(each.moment, now) for each in backups)
    seconds = Counter(words.moment(each.moment, now, seconds=True) for each in backups)
    options = []
    for each in backups:
        fine = words.moment(each.moment, now, seconds=True)
        told = fine if minutes[words.moment(each.moment, now)] > 1 else words.moment(each.moment, now)
        small = size(each.size_bytes)
        options.append(Option(each, first_up(told), small if seconds[fine] == 1 else f"{small}, {each.path.name}"))
    return options
