"""The treadmill's part of the Settings page: how fast the belt runs at each pace, and in which units that is shown."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.speeds import FASTEST_KMH, NOT_SET, Units, brisk_is_slower, kmh_of, tenths_of, tenths_range
from walkcoach.services.ports import Settings
from walkcoach.ui.pages.settings_card import part_column, settings_card
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.labels import muted
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.ui.widgets.tenths_field import TenthsField
from walkcoach.wording import speeds as words

_FIRST_NORMAL_KMH: Final = 3.0
_FIRST_BRISK_KMH: Final = 4.0
"""Where stepping up from nothing begins: ordinary speeds, so that few steps lead to one's own."""


class TreadmillSettings(QWidget):
    """Two speeds and their units. A brisk speed below the normal one is left out, and that is said beside it."""

    changed = Signal()
    left = Signal()
    """The person is done with a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Settings()
        """What was last shown or told: a speed that is not touched keeps its tenth of a km/h, in whatever unit it is read."""
        self.units = ChoiceRow(words.units_name(), [Choice(each, words.units_choice(each)) for each in Units])
        self.normal = _speed_stepper(words.normal())
        self.brisk = _speed_stepper(words.brisk())
        self.normal_row = FieldRow(words.normal(), self.normal)
        self.brisk_row = FieldRow(words.brisk(), self.brisk)
        column = part_column(self)
        fields = (FieldRow(words.units_name(), self.units, below=True), self.normal_row, self.brisk_row)
        column.addWidget(settings_card(words.part(), muted(words.lead()), *fields))
        self.units.chosen.connect(self._change_units)
        for stepper in (self.normal, self.brisk):
            stepper.value_changed.connect(lambda _value: self._change())
            stepper.field().editingFinished.connect(self.left)
        self.setFocusProxy(self.units)
        self.draw(self._shown)

    def draw(self, settings: Settings) -> None:
        """Show `settings`. What is shown already is left alone, a number that is being typed included."""
        self._shown = settings
        self.units.choose(settings.units)
        low, high = tenths_range(settings.units)
        for row, first_kmh, kmh in (
            (self.normal_row, _FIRST_NORMAL_KMH, settings.normal_kmh),
            (self.brisk_row, _FIRST_BRISK_KMH, settings.brisk_kmh),
        ):
            stepper = row.control
            assert isinstance(stepper, Stepper)
            field = stepper.field()
            assert isinstance(field, TenthsField)
            field.set_low(low, tenths_of(first_kmh, settings.units))
            stepper.set_unit(words.unit(settings.units))
            row.set_hint(words.hint(low, high, settings.units))
            field.blockSignals(True)
            stepper.set_range(0, high)
            field.blockSignals(False)
            if stepper.value() != tenths_of(kmh, settings.units):
                stepper.set_value(tenths_of(kmh, settings.units))
        self._say_what_is_left_out()

    def into(self, settings: Settings) -> Settings:
        """`settings` with what is set here."""
        normal_kmh, brisk_kmh = self._entered()
        return replace(
            settings,
            units=self._shown.units,
            normal_kmh=normal_kmh,
            brisk_kmh=NOT_SET if brisk_is_slower(normal_kmh, brisk_kmh) else brisk_kmh,
        )

    def interpret_typed(self) -> None:
        """Take what has been typed into a field that is still being filled in."""
        for stepper in (self.normal, self.brisk):
            stepper.field().interpretText()

    def _entered(self) -> tuple[float, float]:
        """Both speeds in km/h as they are entered, whether or not they go together."""
        shown, units = self._shown, self._shown.units
        normal, brisk = self.normal.value(), self.brisk.value()
        return (
            shown.normal_kmh if normal == tenths_of(shown.normal_kmh, units) else kmh_of(normal, units),
            shown.brisk_kmh if brisk == tenths_of(shown.brisk_kmh, units) else kmh_of(brisk, units),
        )

    def _change(self) -> None:
        normal_kmh, brisk_kmh = self._entered()
        self._shown = replace(self._shown, normal_kmh=normal_kmh, brisk_kmh=brisk_kmh)
        self._say_what_is_left_out()
        self.changed.emit()

    def _change_units(self, units: object) -> None:
        """The same speeds in other units, also one that is left out."""
        if not isinstance(units, Units):
            return
        self.interpret_typed()
        normal_kmh, brisk_kmh = self._entered()
        self.draw(replace(self._shown, units=units, normal_kmh=normal_kmh, brisk_kmh=brisk_kmh))
        self.changed.emit()

    def _say_what_is_left_out(self) -> None:
        shown = self._shown
        slower = brisk_is_slower(shown.normal_kmh, shown.brisk_kmh)
        self.brisk_row.say(words.brisk_too_slow(words.speed(shown.normal_kmh, shown.units)) if slower else "")


def _speed_stepper(name: str) -> Stepper:
    low, high = tenths_range(Units.METRIC)
    field = TenthsField(low, low, words.not_set(), words.tenths_figure)
    longest = max((words.speed(FASTEST_KMH, units) for units in Units), key=len)
    return Stepper(name, 0, high, words.unit(Units.METRIC), field=field, longest=longest)
