"""The walk: a whole page in the colour of the pace, to be read from across the room, and the few keys that are needed.

`draw` may be called as often as anybody likes: what did not change is not painted. The page knows no clock and moves
nothing by itself; it only keeps whether one of the questions "What made it shorter?" and "How long did you walk on?" is open.
"""

from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from walkcoach.core.cues import WalkCue
from walkcoach.core.segments import Pace
from walkcoach.core.session import WalkSnapshot, WalkState
from walkcoach.core.speeds import Speeds
from walkcoach.services.ports import SoundState, WalkKind
from walkcoach.services.walking import WalkStatus
from walkcoach.ui.pages.walk_announcer import WalkAnnouncer, minutes_left
from walkcoach.ui.pages.walk_controls import ASK_WHY_FROM_S, WHY, Control, WalkControls
from walkcoach.ui.pages.walk_words import face_words, ground_of
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_16, SPACE_24, SPACE_32, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.flash import Flash, motion_allowed
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.segment_strip import Ground, SegmentStrip
from walkcoach.ui.widgets.two_ends import TwoEnds
from walkcoach.ui.widgets.walk_face import WalkFace
from walkcoach.wording import extra_walks, numbers, small_window, walk

_MARGIN_PX: Final = SPACE_32 + SPACE_16
_ROOMY_PX: Final = 620
"""The least height, at 100 % text, at which the buttons have room above the strip."""


class WalkPage(QWidget):
    """Draws a `WalkStatus`. Wishes are signals; *Something is wrong* also asks for a stop, so that time stands still at once."""

    pause_requested = Signal()
    resume_requested = Signal()
    ease_off_requested = Signal()
    symptom_mark_requested = Signal()
    stop_requested = Signal()
    go_on_requested = Signal()
    finish_requested = Signal(object)
    """Carries the `ShorterBecause`, or None."""
    count_requested = Signal(float)
    """Part of the machine's sleep was walked; carries how much of it, in seconds."""
    something_wrong_requested = Signal()
    check_in_requested = Signal()
    leave_requested = Signal()
    """The walk is over and the check-in is left for later."""
    small_window_requested = Signal()
    flash = Signal()
    """A change of pace that may not have been heard; the page flashes by itself, the window may do more."""
    announced = Signal(str)
    """What was just said to a screen reader."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, may_flash: Callable[[QWidget], bool] = motion_allowed
    ) -> None:
        """`may_flash` answers, each time, whether the system lets the page flash."""
        super().__init__(parent)
        self._theme = theme
        self._may_flash = may_flash
        self._now: WalkSnapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._cue: WalkCue | None = None
        self._speeds = Speeds()
        self._beyond_plan = False
        self._ground = Role.WALK_NORMAL
        self._announcer = WalkAnnouncer()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.top = TwoEnds(TypeRole.STRONG, Role.WALK_INK)
        self.notice = Label("", TypeRole.STRONG, Role.WALK_INK)
        self.notice.hide()
        self.face = WalkFace()
        self.controls = WalkControls()
        self.controls.pressed.connect(self.press)
        self.smaller = Button("", ButtonKind.WALK_OUTLINED, icon=Icon.SMALL_WINDOW, hint=small_window.key())
        self.smaller.setAccessibleDescription(small_window.small_hint())
        self.smaller.setToolTip(small_window.small_hint())
        self.smaller.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.smaller.clicked.connect(self.small_window_requested)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_16)
        self._head.addWidget(self.top, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.smaller)
        self.strip = SegmentStrip(36)
        self.bottom = TwoEnds(TypeRole.STRONG, Role.WALK_INK)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(SPACE_32)
        self._grid.setVerticalSpacing(SPACE_16)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(2, 1)
        self._cramped: bool | None = None
        self._arrange()
        self._flash = Flash(self)

    @property
    def flashes(self) -> bool:
        """Whether the page flashes just now."""
        return self._flash.isVisible()

    @property
    def ground(self) -> Role:
        """What the page is filled with."""
        return self._ground

    def draw(self, status: WalkStatus) -> None:
        """Show where the walk stands; what would look the same is not looked at twice."""
        seen = self._seen(status)
        if seen == self._drawn:
            return
        self._drawn = seen
        last, self._now = self._now, status.snapshot
        now = status.snapshot
        if now.state is not WalkState.STOPPING:
            self.controls.ask_why(False)
        if not now.countable_s:
            self.controls.ask_count(False)
        self._beyond_plan = status.kind is not WalkKind.PLANNED
        self.controls.be_beyond_plan(self._beyond_plan)
        self._draw_ground(now)
        self._draw_facts(now, status)
        self._draw_face(now)
        self._draw_strip(now, last)
        if self.controls.offer(now):
            self._settle_focus()
        self._tell(now)
        self._flash_on(status, first=last is None or last.state is WalkState.FINISHED)

    def set_speeds(self, speeds: Speeds) -> None:
        """Show these treadmill speeds beside the paces, from the next drawing on."""
        self._speeds = speeds

    def _seen(self, status: WalkStatus) -> tuple[object, ...]:
        """All of `status` that the page shows, as finely as it shows it."""
        now = status.snapshot
        times = (int(now.walked_s), ceil(now.left_s), ceil(now.left_in_segment_s), ceil(now.get_ready_left_s))
        walk_now = (now.state, now.segments, now.segment_index, now.can_ease_off, now.symptom_marks_s, now.moves)
        others = (status.sound, status.trouble, int(status.slept_s), status.cue, status.long_pause, status.awake, status.voice)
        return (*times, *walk_now, *others, status.kind, self._cramped, self.strip.width(), self._speeds)

    def apply_theme(self, theme: Theme) -> None:
        """Take sizes from `theme`; a large text gets narrower margins."""
        self._theme = theme
        self._arrange()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is to be painted with the colour of the pace."""
        QPainter(self).fillRect(event.rect(), self._theme.colour(self._ground))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard comes along."""
        super().showEvent(event)
        (self.controls.main or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for large text beside the clock, where it is scarce; and the flash covers everything."""
        super().resizeEvent(event)
        self._arrange()
        self._flash.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that stand beside the buttons."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
        control = self.controls.control_of(key) if plain and not event.isAutoRepeat() else None
        if control is not None:
            self.press(control)
        elif plain and key == Qt.Key.Key_M and not self.smaller.isHidden():
            self.small_window_requested.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Strip and facts over the whole width; in a low window the buttons take the whole height instead."""
        cramped = self.height() < self._theme.scaled(_ROOMY_PX)
        margin = SPACE_24 if cramped else _MARGIN_PX
        self._grid.setContentsMargins(margin, SPACE_24, margin, SPACE_24)
        if cramped is self._cramped:
            return
        self._cramped = cramped
        self.controls.be_narrow(cramped)
        wide = 1 if cramped else 2
        self._grid.removeItem(self._head)
        self._grid.addLayout(self._head, 0, 0, 1, wide)
        self.smaller.set_words("" if cramped else small_window.small())
        self.smaller.setAccessibleName(small_window.small())
        for row, widget in ((1, self.notice), (3, self.strip), (4, self.bottom)):
            self._grid.addWidget(widget, row, 0, 1, wide)
        self._grid.addWidget(self.face, 2, 0)
        if cramped:
            self._grid.addWidget(self.controls, 0, 1, 5, 1)
        else:
            self._grid.addWidget(self.controls, 2, 1)

    def press(self, control: Control) -> None:
        """Do what `control` stands for, as if it were pressed here."""
        match control:
            case Control.PAUSE:
                self.pause_requested.emit()
            case Control.RESUME | Control.FROM_THERE:
                self.resume_requested.emit()
            case Control.GO_ON:
                self.go_on_requested.emit()
            case Control.EASE_OFF:
                self.ease_off_requested.emit()
            case Control.NOTE:
                self.symptom_mark_requested.emit()
            case Control.STOP:
                self.stop_requested.emit()
            case Control.FINISH:
                self._finish()
            case Control.WRONG:
                if self._now is not None and self._now.state is not WalkState.STOPPING:
                    self.stop_requested.emit()
                self.something_wrong_requested.emit()
            case Control.COUNT:
                self._ask_count(True)
            case Control.COUNT_IT:
                self.count_requested.emit(float(self.controls.slept.seconds))
            case Control.BACK if self.controls.why_asked:
                self._ask_why(False)
            case Control.BACK:
                self._ask_count(False)
            case Control.CHECK_IN:
                self.check_in_requested.emit()
            case Control.LATER | Control.DONE:
                self.leave_requested.emit()
            case _:
                self.finish_requested.emit(WHY[control])

    def _finish(self) -> None:
        """A walk of the plan that has begun and is not nearly over is asked for its reason first."""
        now = self._now
        if now is not None and now.walked_s > 0 and now.left_s >= ASK_WHY_FROM_S and not self._beyond_plan:
            self._ask_why(True)
        else:
            self.finish_requested.emit(None)

    def _ask_why(self, asked: bool) -> None:
        self.controls.ask_why(asked)
        if self._now is not None and self.controls.offer(self._now):
            self._settle_focus()
            if asked:
                self._say(self.controls.spoken_question())

    def _ask_count(self, asked: bool) -> None:
        self.controls.ask_count(asked)
        if self._now is not None and self.controls.offer(self._now):
            self._settle_focus()
            if asked:
                self.controls.slept.setFocus(Qt.FocusReason.TabFocusReason)  # as if by Tab: typing replaces the number

    def _draw_ground(self, now: WalkSnapshot) -> None:
        brisk = now.pace is Pace.BRISK
        ground = ground_of(now)
        self.smaller.set_brisk(brisk)
        self.smaller.setVisible(now.state is not WalkState.FINISHED)
        if ground is not self._ground:
            self._ground = ground
            self.update()
        self.strip.set_ground(Ground.WALK_BRISK if brisk else Ground.WALK_NORMAL)

    def _draw_facts(self, now: WalkSnapshot, status: WalkStatus) -> None:
        as_it_is = walk.tones_only() if status.voice is False else walk.sound_on()
        sound = {SoundState.ON: as_it_is, SoundState.OFF: walk.sound_off(), SoundState.NONE: walk.sound_none()}
        awake = {None: "", True: walk.kept_awake(), False: walk.not_kept_awake()}[status.awake]
        over = now.state is WalkState.FINISHED
        kept = extra_walks.own_kept() if self._beyond_plan else walk.check_in_hint()
        marks = walk.marks_line(len(now.symptom_marks_s))
        if self._cramped:
            # The clock comes first: what is as it should be needs no words.
            amiss = [
                walk.may_go_dark() if status.awake is False else "",
                "" if status.sound is SoundState.ON else sound[status.sound],
            ]
            heard = "" if over else walk.joined(amiss)
            self.top.show_texts(walk.joined(["" if over else walk.bout_line(now.bout, now.bouts), marks]), heard)
        elif over:
            self.top.show_texts(walk.joined([kept, marks]), "")
        else:
            left = walk.joined([walk.bout_line(now.bout, now.bouts), marks])
            self.top.show_texts(left, walk.joined([awake, sound[status.sound]]))
        facts = walk.joined(self.top.texts) or kept
        if facts != self.top.accessibleName():
            self.top.say(facts)
        said = []
        if status.slept_s > 0:
            said.append(walk.slept_line(status.slept_s))
        elif status.long_pause:
            said.append(walk.long_pause_line())
        if status.trouble is not None:
            said.append(f"{status.trouble.what} {status.trouble.way_on}".strip())
        text = " ".join(said)
        if text != self.notice.text():
            self.notice.setText(text)
            self.notice.setVisible(bool(text))
            if text:
                self._say(text)

    def _draw_face(self, now: WalkSnapshot) -> None:
        self.face.show_words(face_words(now, self._speeds, brief=bool(self._cramped)))

    def _draw_strip(self, now: WalkSnapshot, last: WalkSnapshot | None) -> None:
        if last is None or last.segments != now.segments:
            self.strip.show_segments(now.segments)
        pixels = max(1, self.strip.width())
        total_s = max(1, now.total_s)
        self.strip.set_mark(round(now.walked_s * pixels / total_s) * total_s / pixels)
        walked, left = numbers.clock(now.walked_s), walk.time_left(now.left_s)
        self.bottom.show_texts(walk.walked_line(walked), walk.to_go_line(left))
        new_minute = last is None or minutes_left(last) != minutes_left(now) or last.state is not now.state
        if new_minute:
            self.strip.say(walk.strip_name(walked, left))
            self.bottom.say(walk.joined(self.bottom.texts))
            self.face.say(self.face.words.spoken)

    def _tell(self, now: WalkSnapshot) -> None:
        said = self._announcer.sentences(now)
        if said:
            self._say(" ".join(said))

    def _say(self, sentence: str) -> None:
        announce(self, sentence)
        self.announced.emit(sentence)

    def _flash_on(self, status: WalkStatus, *, first: bool) -> None:
        """Flash where a new cue could not be heard; the cue of a walk before this page was shown is no news."""
        cue, self._cue = self._cue, status.cue
        if status.cue is None or status.cue == cue or first or status.sound is SoundState.ON:
            return
        self.flash.emit()
        if self._may_flash(self):
            self._flash.begin()

    def _settle_focus(self) -> None:
        """The space bar belongs to the main button again, unless the keyboard is elsewhere in the window."""
        focus = self.window().focusWidget()
        if focus is self.window() or focus is self or self.isAncestorOf(focus):
            (self.controls.main or self).setFocus(Qt.FocusReason.OtherFocusReason)
