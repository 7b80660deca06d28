"""Welcome: a few short steps before the first walk, once. Every answer can be changed later, and all can be skipped."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from walkcoach.core.programme import Programme
from walkcoach.services.ports import Profile
from walkcoach.ui.pages.welcome_steps import AskFirstStep, IntroStep, LastStep, StartStep, Step, SymptomsStep
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.foot_bar import FootBar
from walkcoach.ui.widgets.labels import muted
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.wording import welcome as words

WIDEST_PX: Final = 860


class WelcomePage(QWidget):
    """Five steps, and a foot with the way on. `first_weekday` begins the row of walk days, Monday = 0."""

    finished = Signal(object, object)
    """Carries the `Profile` and the `Programme`."""
    sound_test_requested = Signal()

    def __init__(self, first_weekday: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask_first = AskFirstStep()
        self._start = StartStep()
        self._symptoms = SymptomsStep()
        self._last = LastStep(first_weekday)
        self._last.sound_test_requested.connect(self.sound_test_requested)
        self._steps: tuple[Step, ...] = (IntroStep(), self._ask_first, self._start, self._symptoms, self._last)
        self._number = 0
        self._scroll = ScrollPage(WIDEST_PX)
        for step in self._steps:
            step.hide()
            step.changed.connect(self._settle)
            for answer in (*step.findChildren(QCheckBox), *step.findChildren(QRadioButton)):
                answer.installEventFilter(self)
            self._scroll.column.addWidget(step, 1, Qt.AlignmentFlag.AlignTop)
        self._place = muted()
        self._skip_button = Button(words.skip(), ButtonKind.QUIET)
        self._back_button = Button(words.back(), ButtonKind.SECONDARY)
        self._on_button = Button(words.begin(), ButtonKind.PRIMARY)
        self._back_button.clicked.connect(lambda: self.show_step(self._number - 1))
        self._skip_button.clicked.connect(self._skip)
        self._on_button.clicked.connect(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(FootBar(self._place, self._skip_button, self._back_button, self._on_button))
        self.show_step(0)

    def step(self) -> Step:
        """The step that is shown."""
        return self._steps[self._number]

    def show_step(self, number: int) -> None:
        """Show step `number`, from 0."""
        self._steps[self._number].hide()
        self._number = number
        self._steps[number].show()
        self._scroll.to_top()
        self._settle()
        target: QWidget = self._steps[number] if self._steps[number].focusProxy() else self._on_button
        self.setFocusProxy(target)
        if self.isVisible():
            target.setFocus(Qt.FocusReason.TabFocusReason)
            step = words.step_of(number + 1, len(self._steps))
            announce(self, f"{step}. {self._steps[number].accessibleName()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return goes on, as in any other form; the space bar answers. One of several that is not chosen yet is chosen first."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(watched, QAbstractButton):
            return super().eventFilter(watched, event)
        if isinstance(watched, QRadioButton) and not watched.isChecked():
            return super().eventFilter(watched, event)
        if event.isAutoRepeat():
            return True
        if self._on_button.isEnabled():
            self._go_on()
        else:
            announce(self, self._place.text())
        return True

    def _settle(self) -> None:
        last = self._number == len(self._steps) - 1
        step = self._steps[self._number]
        off = bool(self._ask_first.ticks.ticked()) and not self._ask_first.ticks.clinician_agreed()
        if last:
            text = words.finish_off() if off else words.finish()
        else:
            text = words.go_on() if self._number else words.begin()
        pending = words.ask_first_pending() if step is self._ask_first and not step.complete() else ""
        place = words.step_of(self._number + 1, len(self._steps)) if self._number else ""
        self._place.setText(pending or place)
        self._on_button.set_words(text)
        self._on_button.setEnabled(step.complete())
        self._skip_button.setVisible(self._number == 0)
        self._back_button.setVisible(self._number > 0)

    def _go_on(self) -> None:
        if self._number < len(self._steps) - 1:
            self.show_step(self._number + 1)
            return
        self.finished.emit(self._profile(), self._programme())

    def _skip(self) -> None:
        self.finished.emit(Profile(welcomed=True), Programme())

    def _profile(self) -> Profile:
        return Profile(
            welcomed=True,
            followed=self._symptoms.picker.followed(),
            ask_first=self._ask_first.ticks.ticked(),
            clinician_agreed=self._ask_first.ticks.clinician_agreed(),
            uses_glucose_lowering=self._start.glucose.isChecked(),
            reduced_feeling=self._start.foot_feeling(),
            age_band=self._start.age_band(),
            used_to_walking=self._start.used_to_walking(),
        )

    def _programme(self) -> Programme:
        return Programme(track=self._start.chosen_track(), walk_days=self._last.days.days())
