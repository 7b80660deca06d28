"""The metronome's card on the Settings page: off by default, at the person's own counted steps."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.core.cadence import PER_MIN, PERCENT, beat_per_min
from walkcoach.services.ports import Settings
from walkcoach.ui.dialogs.cadence import CadenceDialog
from walkcoach.ui.pages.settings_card import settings_card
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import metronome as words
from walkcoach.wording import settings as settings_words


class MetronomeSettings(QWidget):
    """On or off, the counted steps, and how much quicker it ticks. Turned on with nothing counted, it asks to count first."""

    changed = Signal()
    left = Signal()
    """The person is done with a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._counted = False
        self.switch = Tick(words.switch(), words.switch_hint())
        self.count = Button(words.count_steps())
        self.cadence = Stepper(words.cadence(), *PER_MIN)
        self.share = Stepper(words.share(), *PERCENT, settings_words.unit_percent())
        self.cadence_row = FieldRow(words.cadence(), self.cadence, words.cadence_hint())
        self.share_row = FieldRow(words.share(), self.share, words.share_hint(0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(settings_card(words.title(), self.switch, self.cadence_row, self.share_row, self.count))
        self.switch.clicked.connect(self._switched)
        self.count.clicked.connect(self._ask)
        for stepper in (self.cadence, self.share):
            stepper.value_changed.connect(lambda _value: self._change())
            stepper.field().editingFinished.connect(self.left)
        self.setFocusProxy(self.switch)
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        """Keep the theme for the sheet."""
        self._theme = theme

    def draw(self, settings: Settings) -> None:
        """Show `settings`. What is shown already is left alone; a rate that is turned off stays to be turned on again."""
        on = settings.cadence_per_min > 0
        self.switch.setChecked(on)
        if on:
            self._counted = True
            if self.cadence.value() != settings.cadence_per_min:
                self.cadence.set_value(settings.cadence_per_min)
        if self.share.value() != settings.cadence_percent:
            self.share.set_value(settings.cadence_percent)
        self._show()

    def into(self, settings: Settings) -> Settings:
        """`settings` with what is set here."""
        per_min = self.cadence.value() if self.switch.isChecked() else 0
        return replace(settings, cadence_per_min=per_min, cadence_percent=self.share.value())

    def interpret_typed(self) -> None:
        """Take what has been typed into a field that is still being filled in."""
        for stepper in (self.cadence, self.share):
            stepper.field().interpretText()

    def _switched(self) -> None:
        if self.switch.isChecked() and not self._counted:
            self.switch.setChecked(False)
            self._ask()
        else:
            self._change()

    def _ask(self) -> None:
        dialog = CadenceDialog(self._theme, self.window())
        dialog.counted.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, per_min: int) -> None:
        self._counted = True
        self.cadence.set_value(per_min)
        self.switch.setChecked(True)
        self._change()

    def _change(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        on = self.switch.isChecked()
        self.cadence_row.setVisible(on)
        self.share_row.setVisible(on)
        self.share_row.set_hint(words.share_hint(round(beat_per_min(self.cadence.value(), self.share.value()))))
