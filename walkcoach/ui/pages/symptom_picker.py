"""Choosing the symptoms to follow: at most four, in two groups. None chosen means that discomfort is followed."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.core.symptoms import MOTOR, SENSORY, Symptom
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, SPACE_32, Role
from walkcoach.ui.widgets.labels import body, heading
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import names, numbers, settings, welcome

MOST: Final = 4


class SymptomPicker(QWidget):
    """Ticks for every symptom but the general one. With four chosen the others wait, and a sentence says so."""

    changed = Signal()
    """The person has ticked or unticked one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: dict[Symptom, Tick] = {}
        groups = [self._group(welcome.symptoms_sensory(), SENSORY), self._group(welcome.symptoms_motor(), MOTOR)]
        self._count = body()
        self._count.set_colour(Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(SideBySide(groups, narrow_px=560, gap_px=SPACE_32))
        column.addWidget(self._count)
        self.setFocusProxy(self._ticks[SENSORY[0]])
        self._settle()

    def followed(self) -> tuple[Symptom, ...]:
        """What is to be followed: at least one, at most four."""
        return self._chosen() or (Symptom.DISCOMFORT,)

    def choose(self, followed: Iterable[Symptom]) -> None:
        """Show just these as chosen, without a signal."""
        wanted = frozenset(followed)
        for symptom, tick in self._ticks.items():
            tick.setChecked(symptom in wanted)
        self._settle()

    def tick(self, symptom: Symptom) -> Tick:
        """The tick of `symptom`."""
        return self._ticks[symptom]

    def _group(self, name: str, symptoms: Iterable[Symptom]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(heading(name))
        for symptom in symptoms:
            tick = Tick(numbers.first_up(names.symptom_name(symptom)), numbers.first_up(names.symptom_hint(symptom)))
            tick.clicked.connect(self._told)
            self._ticks[symptom] = tick
            column.addWidget(tick)
        column.addStretch(1)
        return group

    def _chosen(self) -> tuple[Symptom, ...]:
        return tuple(symptom for symptom, tick in self._ticks.items() if tick.isChecked())

    def _told(self) -> None:
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        chosen = self._chosen()
        full = len(chosen) >= MOST
        for tick in self._ticks.values():
            tick.setEnabled(tick.isChecked() or not full)
        self._count.setText(settings.symptoms_full() if full else welcome.symptoms_chosen(len(chosen)))
