"""The sheet on which a person counts steps: a press at each step, for 30 s, makes steps a minute."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from walkcoach.core.cadence import COUNT_S, STEPS, cadence_of
from walkcoach.ui.dialogs.sheet import SheetDialog
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.wording import metronome as words

_SECOND_MS: Final = 1000


class CadenceDialog(SheetDialog):
    """Counts steps. `counted` carries steps a minute, when the person takes them; Escape changes nothing."""

    counted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None, count_ms: int = COUNT_S * _SECOND_MS) -> None:
        super().__init__(words.count_title(), theme, parent)
        self._steps = 0
        self._per_min: int | None = None
        self._lead = Label(words.count_lead(), TypeRole.LEAD, Role.MUTED)
        self.said = Label(words.not_begun(), TypeRole.STRONG)
        self.column.addWidget(Label(words.count_title(), TypeRole.PAGE))
        self.column.addWidget(self._lead)
        self.column.addWidget(self.said)
        self.own = Stepper(words.count_other_way(), *STEPS)
        self.own.value_changed.connect(self._counted_alone)
        self.column.addSpacing(SPACE_8)
        self.column.addWidget(FieldRow(words.count_other_way(), self.own, words.count_other_way_hint()))
        self.column.addStretch(1)
        self.name_text(f"{words.count_title()}. {words.count_lead()}")
        self.step = self.add_button(Button(words.step(), ButtonKind.PRIMARY, large=True))
        self.take = self.add_button(Button(words.use_it(), ButtonKind.PRIMARY, large=True))
        self.again = self.add_button(Button(words.count_again(), large=True))
        self.leave = self.add_button(Button(words.leave(), ButtonKind.QUIET, large=True))
        self.step.pressed.connect(self.count_step)
        self.take.clicked.connect(self._take)
        self.again.clicked.connect(self._start_over)
        self.leave.clicked.connect(self.reject)
        self._time = QTimer(self, singleShot=True, interval=count_ms, timerType=Qt.TimerType.PreciseTimer)
        self._time.timeout.connect(self._end)
        self._redraw = QTimer(self, interval=_SECOND_MS)
        self._redraw.timeout.connect(self._show_count)
        self._offer(counting=True)
        spread(self, theme)

    @property
    def counting(self) -> bool:
        """Whether the time runs."""
        return self._time.isActive()

    def count_step(self) -> None:
        """One step; the first starts the time. Steps after its end are none."""
        if self.step.isHidden():
            return
        if not self._steps:
            self._time.start()
            self._redraw.start()
        self._steps += 1
        self._show_count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter, a figure or the space bar is a step, wherever the focus is."""
        if event.text().isalnum() or event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.count_step()
        else:
            super().keyPressEvent(event)

    def _show_count(self) -> None:
        self.said.setText(words.counted(self._steps, -(-self._time.remainingTime() // _SECOND_MS)))

    def _counted_alone(self, steps: int) -> None:
        self._time.stop()
        self._steps = steps
        self._show_result()

    def _end(self) -> None:
        self._show_result()
        (self.take if self._per_min is not None else self.again).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_result(self) -> None:
        self._redraw.stop()
        self._per_min = cadence_of(self._steps)
        text = words.no_walking(self._steps) if self._per_min is None else words.result(self._per_min)
        self.said.setText(text)
        announce(self, text)
        self._offer(counting=False)

    def _start_over(self) -> None:
        self._steps = 0
        self.said.setText(words.not_begun())
        self._offer(counting=True)
        self.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self._per_min is not None:
            self.counted.emit(self._per_min)
        self.accept()

    def _offer(self, *, counting: bool) -> None:
        """The buttons that fit."""
        self.step.setVisible(counting)
        self.take.setVisible(not counting and self._per_min is not None)
        self.again.setVisible(not counting)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard starts at the button for a step."""
        super().showEvent(event)
        self.step.setFocus(Qt.FocusReason.OtherFocusReason)
