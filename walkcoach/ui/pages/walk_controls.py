"""The buttons beside the clock. Which of them there are follows from where the walk stands; each has its key.

Their keyboard focus comes by Tab only, so that a click on one of them does not take the space bar away from the main one.
"""

from dataclasses import replace
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from walkcoach.core.diary import ShorterBecause
from walkcoach.core.session import Move, WalkSnapshot, WalkState
from walkcoach.ui.pages.sleep_count import SleepCount
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import check_in, names, walk

WIDTH_PX: Final = 288
_NARROW_PX: Final = 200
_LARGER: Final = 1.18
ASK_WHY_FROM_S: Final = 30.0
"""With less than this left, nobody is asked what made the walk shorter."""


class Control(StrEnum):
    """What can be wished for on the walk page, in the order in which it stands there."""

    PAUSE = "pause"
    RESUME = "resume"
    FROM_THERE = "from_there"
    COUNT = "count"
    COUNT_IT = "count_it"
    EASE_OFF = "ease_off"
    NOTE = "note"
    STOP = "stop"
    GO_ON = "go_on"
    FINISH = "finish"
    WRONG = "wrong"
    NO_TIME = "no_time"
    SYMPTOMS = "symptoms"
    OTHER = "other"
    UNSAID = "unsaid"
    BACK = "back"
    CHECK_IN = "check_in"
    LATER = "later"
    DONE = "done"


WHY: Final = MappingProxyType(
    {
        Control.NO_TIME: ShorterBecause.NO_TIME,
        Control.SYMPTOMS: ShorterBecause.SYMPTOMS,
        Control.OTHER: ShorterBecause.OTHER,
        Control.UNSAID: None,
    }
)
"""What each answer to "What made it shorter?" stands for."""

_MAIN: Final = frozenset(
    {Control.PAUSE, Control.RESUME, Control.GO_ON, Control.CHECK_IN, Control.FROM_THERE, Control.COUNT_IT, Control.DONE}
)

_KEYS: Final = MappingProxyType(
    {
        Control.PAUSE: Qt.Key.Key_Space,
        Control.RESUME: Qt.Key.Key_Space,
        Control.GO_ON: Qt.Key.Key_Space,
        Control.EASE_OFF: Qt.Key.Key_E,
        Control.NOTE: Qt.Key.Key_S,
        Control.STOP: Qt.Key.Key_Escape,
        Control.FINISH: Qt.Key.Key_F,
        Control.WRONG: Qt.Key.Key_W,
        Control.NO_TIME: Qt.Key.Key_1,
        Control.SYMPTOMS: Qt.Key.Key_2,
        Control.OTHER: Qt.Key.Key_3,
        Control.UNSAID: Qt.Key.Key_4,
        Control.BACK: Qt.Key.Key_Escape,
        Control.CHECK_IN: Qt.Key.Key_Return,
        Control.LATER: Qt.Key.Key_Escape,
        Control.DONE: Qt.Key.Key_Return,
        Control.FROM_THERE: Qt.Key.Key_Space,
        Control.COUNT: Qt.Key.Key_C,
        Control.COUNT_IT: Qt.Key.Key_Return,
    }
)


def _words(control: Control) -> tuple[str, str]:
    """A control's text and what it does."""
    match control:
        case Control.PAUSE:
            return walk.pause(), walk.paused_detail()
        case Control.RESUME | Control.GO_ON:
            return walk.go_on(), ""
        case Control.EASE_OFF:
            return walk.ease_off(), walk.ease_off_hint()
        case Control.NOTE:
            return walk.note_symptom(), walk.note_symptom_hint()
        case Control.STOP:
            return walk.stop(), walk.stop_hint()
        case Control.FINISH:
            return walk.finish_here(), ""
        case Control.WRONG:
            return walk.something_wrong(), walk.something_wrong_hint()
        case Control.UNSAID:
            return check_in.shorter_unsaid(), ""
        case Control.BACK:
            return walk.back(), ""
        case Control.CHECK_IN:
            return walk.check_in(), walk.check_in_hint()
        case Control.LATER:
            return walk.later(), ""
        case Control.DONE:
            return check_in.done(), ""
        case Control.FROM_THERE:
            return walk.from_there(), ""
        case Control.COUNT:
            return walk.count_part(), walk.count_hint()
        case Control.COUNT_IT:
            return walk.count_it(), ""
        case _:
            why = WHY[control]
            return (names.shorter_name(why) if why else ""), ""


def _key_name(key: Qt.Key) -> str:
    """A key as it is printed on a keyboard."""
    named = {
        Qt.Key.Key_Space: walk.space_key(),
        Qt.Key.Key_Escape: walk.escape_key(),
        Qt.Key.Key_Return: walk.return_key(),
    }
    return named.get(key) or chr(key)


class WalkButton(Button):
    """A button with larger words than elsewhere, as it is read from further away, unless room is scarce."""

    def __init__(self, text: str, kind: ButtonKind, *, large: bool, hint: str) -> None:
        self._room = True
        self._given = Theme()
        super().__init__(text, kind, large=large, hint=hint)

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size, and some more."""
        self._given = theme
        share = _LARGER if self._room else 1
        super().apply_theme(replace(theme, text_percent=round(theme.text_percent * share)))

    def make_room(self, room: bool) -> None:
        """Say whether there is room for larger words."""
        self._room = room
        self.apply_theme(self._given)


class WalkControls(QWidget):
    """A column of buttons. `pressed` carries the `Control`, whether by mouse or by key."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why_asked = False
        self._count_asked = False
        self._beyond_plan = False
        self._shown: frozenset[Control] = frozenset()
        self._brisk: bool | None = None
        self.question = Label(check_in.shorter_title(), TypeRole.TITLE, Role.WALK_INK)
        self.buttons: dict[Control, WalkButton] = {}
        self._theme = Theme()
        self._narrow = False
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addStretch(1)
        column.addWidget(self.question)
        self.slept = SleepCount()
        column.addWidget(self.slept)
        for control in Control:
            button = self._make(control)
            self.buttons[control] = button
            column.addWidget(button)
            button.hide()
        self.question.hide()
        self.slept.hide()
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def shown(self) -> frozenset[Control]:
        """What is offered now."""
        return self._shown

    @property
    def main(self) -> Button | None:
        """The button that the space bar, or return at the end, belongs to."""
        return next((self.buttons[control] for control in self._shown if control in _MAIN), None)

    @property
    def why_asked(self) -> bool:
        """Whether the question what made it shorter stands open."""
        return self._why_asked

    def ask_why(self, asked: bool) -> None:
        """Open or close that question; the next `offer` shows it."""
        self._why_asked = asked

    def ask_count(self, asked: bool) -> None:
        """Open or close the question how much of a sleep was walked; the next `offer` shows it."""
        self._count_asked = asked

    def be_beyond_plan(self, beyond_plan: bool) -> None:
        """Say whether the walk is none of the plan, so that no check-in follows it; the next `offer` heeds it."""
        self._beyond_plan = beyond_plan

    def offer(self, now: WalkSnapshot) -> bool:
        """Show what is possible now; returns whether that is something else than before."""
        brisk = now.segments[now.segment_index].brisk if now.segments and now.pace is not None else False
        if brisk is not self._brisk:
            self._brisk = brisk
            for button in self.buttons.values():
                button.set_brisk(brisk)
        shown = self._offered(now)
        if shown == self._shown:
            return False
        paused = now.state is WalkState.PAUSED  # the page itself is dark then, and would swallow a dark button
        self.buttons[Control.STOP].set_kind(ButtonKind.WALK_OUTLINED if paused else ButtonKind.WALK_DEEP)
        self._shown = shown
        question = self._question(shown)
        self.question.setText(question)
        self.question.setVisible(bool(question))
        if Control.COUNT_IT in shown:
            self.slept.offer(now)
        self.slept.setVisible(Control.COUNT_IT in shown)
        for control, button in self.buttons.items():
            button.setVisible(control in shown)
        return True

    def spoken_question(self) -> str:
        """The question that stands open with its answers and their keys, for those who hear it; none has the focus yet."""
        offered = [control for control in Control if control in self._shown]
        answers = [f"{_key_name(_KEYS[control])} {self.buttons[control].text()}" for control in offered]
        return f"{self.question.text()} {', '.join(answers)}."

    def control_of(self, key: int) -> Control | None:
        """What `key` stands for just now."""
        return next((control for control in self._shown if _KEYS[control] == key), None)

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size."""
        self._theme = theme
        self._size()

    def be_narrow(self, narrow: bool) -> None:
        """Leave more room for the clock, or take what looks best."""
        self._narrow = narrow
        self._size()

    def _size(self) -> None:
        self.setFixedWidth(self._theme.scaled(_NARROW_PX if self._narrow else WIDTH_PX))
        self.question.set_kind(TypeRole.STRONG if self._narrow else TypeRole.TITLE)
        self._column.setSpacing(SPACE_8 if self._narrow else SPACE_12)
        for control, button in self.buttons.items():
            button.make_room(not self._narrow)
            button.setMinimumHeight(0 if self._narrow else self._theme.scaled(84 if control in _MAIN else 58))

    def _question(self, shown: frozenset[Control]) -> str:
        """What the buttons answer; "" where they answer nothing."""
        if Control.COUNT_IT in shown:
            return walk.count_question()
        if Control.COUNT in shown:
            return walk.slept_question()
        return check_in.shorter_title() if Control.BACK in shown else ""

    def _offered(self, now: WalkSnapshot) -> frozenset[Control]:
        match now.state:
            case WalkState.GET_READY | WalkState.WALKING:
                offered = {Control.PAUSE, Control.STOP, Control.WRONG}
                if now.state is WalkState.WALKING:
                    offered.add(Control.NOTE)
            case WalkState.PAUSED if now.countable_s and self._count_asked:
                return frozenset({Control.COUNT_IT, Control.BACK})
            case WalkState.PAUSED if now.countable_s:
                return frozenset({Control.FROM_THERE, Control.COUNT, Control.STOP, Control.WRONG})
            case WalkState.PAUSED:
                offered = {Control.RESUME, Control.NOTE, Control.STOP, Control.WRONG}
            case WalkState.STOPPING if self._why_asked:
                return frozenset({Control.BACK, *WHY})
            case WalkState.STOPPING:
                offered = {Control.GO_ON, Control.FINISH, Control.WRONG}
            case WalkState.FINISHED:
                offered = {Control.DONE} if self._beyond_plan else {Control.CHECK_IN, Control.LATER}
            case _:
                offered = set()
        if now.state is WalkState.WALKING and now.can_ease_off:
            offered.add(Control.EASE_OFF)
        if Control.NOTE in offered and now.moves and Move.MARK_SYMPTOM not in now.moves:
            offered.discard(Control.NOTE)
        return frozenset(offered)

    def _make(self, control: Control) -> WalkButton:
        text, explained = _words(control)
        main = control in _MAIN
        kind = ButtonKind.WALK_FILLED if main else ButtonKind.WALK_OUTLINED
        kind = ButtonKind.WALK_DEEP if control is Control.STOP else kind
        button = WalkButton(text, kind, large=main, hint=_key_name(_KEYS[control]))
        button.setAccessibleDescription(explained)
        button.setToolTip(explained)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._press, control))
        return button

    def _press(self, control: Control, _checked: bool = False) -> None:
        self.pressed.emit(control)
