"""The small window of a walk: pace, time left, what comes next and one button, in the pace's colour, before all other windows.

For somebody who walks with a film or a book on the screen. `WalkWindow` only draws; `SmallWalk` opens it in place of the
large window and brings that back. The walk and its tones know nothing of either.
"""

from collections.abc import Callable
from dataclasses import replace
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from walkcoach.core.session import WalkSnapshot, WalkState
from walkcoach.core.speeds import Speeds
from walkcoach.services.ports import WalkKind
from walkcoach.services.walking import WalkStatus
from walkcoach.ui.main_window import MainWindow, PageKey
from walkcoach.ui.pages.walk_controls import Control
from walkcoach.ui.pages.walk_page import WalkPage
from walkcoach.ui.pages.walk_words import face_words, ground_of
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.flash import Flash, motion_allowed
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.walk_face import WalkFace
from walkcoach.wording import check_in, walk
from walkcoach.wording import small_window as words
from walkcoach.wording import window as window_words

FIRST_PX: Final = (380, 260)
SMALLEST_PX: Final = (300, 200)
_FROM_EDGE_PX: Final = SPACE_16
_TITLE_BAR_PX: Final = 40
"""What a window manager may put above, which Qt cannot tell before the window is shown."""
IN_PLACE: Final = frozenset({Control.PAUSE, Control.RESUME, Control.GO_ON, Control.EASE_OFF, Control.NOTE})
"""What needs no more room than there is here; for all else the large window comes back."""
_ASKS: Final = frozenset({Control.FROM_THERE, Control.COUNT, Control.COUNT_IT})
"""Answers to a question that stands in the large window alone: it is shown before it is answered."""


class WalkWindow(QWidget):
    """Draws a `WalkStatus`. `offered` says which control the space bar stands for; None where the large window is needed."""

    control_requested = Signal(object)
    """Carries a `Control`."""
    key_pressed = Signal(int)
    """A key that is none of its own."""
    back_requested = Signal()
    """The large window is wanted, be it by button, key or closing this one."""
    quit_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_flash: Callable[[QWidget], bool] = motion_allowed) -> None:
        """`may_flash` answers, each time, whether the system lets the window flash."""
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._theme = Theme()
        self._may_flash = may_flash
        self._speeds = Speeds()
        self._ground = Role.WALK_NORMAL
        self._drawn: tuple[object, ...] = ()
        self.setWindowTitle(window_words.app_name())
        self.setAccessibleName(words.name())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.face = WalkFace()
        self.notice = Label("", TypeRole.CAPTION_STRONG, Role.WALK_INK)
        self.notice.hide()
        self.main = Button(walk.pause(), ButtonKind.WALK_FILLED, hint=walk.space_key())
        self.main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.back = Button("", ButtonKind.WALK_OUTLINED, icon=Icon.LARGE_WINDOW, hint=words.key())
        self.back.setAccessibleName(words.large())
        self.back.setAccessibleDescription(words.large_hint())
        self.back.setToolTip(words.large())
        self.offered: Control | None = Control.PAUSE
        self.main.clicked.connect(self._press)
        self.back.clicked.connect(self.back_requested)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.main, 1)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(self.face, 1)
        column.addWidget(self.notice)
        column.addLayout(row)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self, self.quit_requested.emit)
        if not QKeySequence.keyBindings(QKeySequence.StandardKey.Quit):
            QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Q), self, self.quit_requested.emit)
        self._flash = Flash(self)
        self._fit()

    @property
    def ground(self) -> Role:
        """What the window is filled with."""
        return self._ground

    @property
    def flashes(self) -> bool:
        """Whether it flashes just now."""
        return self._flash.isVisible()

    def set_speeds(self, speeds: Speeds) -> None:
        """Show these treadmill speeds beside the paces, from the next drawing on."""
        self._speeds = speeds

    def draw(self, status: WalkStatus) -> None:
        """Show where the walk stands; what would look the same is not looked at twice."""
        now, trouble = status.snapshot, status.trouble
        planned = status.kind is WalkKind.PLANNED
        times = (ceil(now.left_in_segment_s), ceil(now.get_ready_left_s), int(now.walked_s) // 60)
        seen = (*times, now.state, now.segments, now.segment_index, now.countable_s > 0, trouble, planned, self._speeds)
        if seen == self._drawn:
            return
        self._drawn = seen
        ground = ground_of(now)
        if ground is not self._ground:
            self._ground = ground
            self.update()
        shown = face_words(now, self._speeds, brief=True)
        self.face.show_words(replace(shown, line=walk.slept_question()) if now.countable_s else shown)
        self.face.say(self.face.words.spoken)
        said = trouble.what if trouble else ""
        if said != self.notice.text():
            self.notice.setText(said)
            self.notice.setVisible(bool(said))
        self._offer(now, planned=planned)

    def begin_flash(self) -> None:
        """A change of pace may not have been heard."""
        if self.isVisible() and self._may_flash(self):
            self._flash.begin()

    def place_in(self, room: QRect) -> None:
        """Take its first size again, in the lower right corner of `room`."""
        size = QSize(*(self._theme.scaled(px) for px in FIRST_PX)).expandedTo(self.minimumSizeHint()).boundedTo(room.size())
        self.resize(size)
        corner = room.adjusted(0, 0, -_FROM_EDGE_PX, -_FROM_EDGE_PX).bottomRight()
        self.move(corner.x() - size.width(), corner.y() - size.height() - _TITLE_BAR_PX)

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size."""
        self._theme = theme
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is to be painted with the colour of the pace."""
        QPainter(self).fillRect(event.rect(), self._theme.colour(self._ground))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that goes back; the others mean what they mean on the walk page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_M:
            self.back_requested.emit()
        else:
            self.key_pressed.emit(event.key())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it goes back, so that it never ends the program or hides a walk."""
        self.back_requested.emit()
        super().closeEvent(event)

    def _offer(self, now: WalkSnapshot, *, planned: bool) -> None:
        brisk = ground_of(now) in (Role.WALK_BRISK, Role.WALK_BRISK_DEEP)
        for button in (self.main, self.back):
            button.set_brisk(brisk)
        self.offered = _main_control(now, planned=planned)
        text, key = _words(self.offered)
        self.main.set_words(text)
        self.main.set_hint(key)

    def _press(self) -> None:
        if self.offered is None:
            self.back_requested.emit()
        else:
            self.control_requested.emit(self.offered)

    def _fit(self) -> None:
        self.setMinimumSize(*(self._theme.scaled(px) for px in SMALLEST_PX))


class SmallWalk(QObject):
    """Puts the small window in the place of the large one and back. Whenever the large one shows, the small one is gone."""

    def __init__(self, small: WalkWindow, large: MainWindow, page: WalkPage) -> None:
        super().__init__(large)
        self._small = small
        self._large = large
        self._page = page
        page.small_window_requested.connect(self.open)
        page.flash.connect(small.begin_flash)
        page.announced.connect(self._announce)
        small.back_requested.connect(self.go_back)
        small.control_requested.connect(self._take)
        small.key_pressed.connect(self._take_key)
        small.quit_requested.connect(self._quit)
        large.page_shown.connect(self._page_shown)
        large.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the small window stands for the large one."""
        return self._small.isVisible()

    def open(self) -> None:
        """Show the small window, hide the large one."""
        if self.is_open:
            return
        self._small.place_in(self._large.screen().availableGeometry())
        self._small.show()
        self._small.raise_()
        self._small.activateWindow()
        self._small.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self._large.hide()

    def go_back(self) -> None:
        """Show the large window as it was, hide the small one."""
        if not self.is_open:
            return
        self._large.show()
        self._large.raise_()
        self._large.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever brings back the large window has done with the small one."""
        if event.type() is QEvent.Type.Show and self.is_open:
            self._small.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> None:
        """What the key means on the walk page; where that asks something, the large window comes first."""
        control = self._page.controls.control_of(key)
        if control is not None:
            self._take(control)

    def _take(self, control: Control) -> None:
        if control not in IN_PLACE:
            self.go_back()
        if control not in _ASKS:
            self._page.press(control)

    def _announce(self, sentence: str) -> None:
        """The page says it, but its window cannot be heard while it is hidden."""
        if self.is_open:
            announce(self._small, sentence)

    def _page_shown(self, key: str) -> None:
        if key != PageKey.WALK:
            self.go_back()

    def _quit(self) -> None:
        self.go_back()
        self._large.close()


def _main_control(now: WalkSnapshot, *, planned: bool) -> Control | None:
    match now.state:
        case WalkState.READY | WalkState.GET_READY | WalkState.WALKING:
            return Control.PAUSE
        case WalkState.PAUSED if not now.countable_s:
            return Control.RESUME
        case WalkState.STOPPING:
            return Control.GO_ON
        case WalkState.FINISHED:
            return Control.CHECK_IN if planned else Control.DONE
        case _:
            return None


def _words(control: Control | None) -> tuple[str, str]:
    """The text of the main button, and its key."""
    match control:
        case None:
            return words.large(), ""
        case Control.PAUSE:
            return walk.pause(), walk.space_key()
        case Control.CHECK_IN:
            return walk.check_in(), walk.return_key()
        case Control.DONE:
            return check_in.done(), walk.return_key()
        case _:
            return walk.go_on(), walk.space_key()
