"""What the tests of check-ins and walks show: days, walks at a moment, themes, and the keys of a person without a mouse."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from walkcoach.core.decision import Decision, DecisionKind, Rule, Stage, Standing
from walkcoach.core.programme import Programme
from walkcoach.core.segments import Segment, segments_for
from walkcoach.core.session import Move, Walk
from walkcoach.core.symptoms import Symptom
from walkcoach.services.ports import SoundState
from walkcoach.services.today import FollowedSymptom, TodayState, TodayView
from walkcoach.services.walking import WalkStatus
from walkcoach.ui.theme.apply import apply_theme_to_app, load_fonts
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.card import Card

FRIDAY = date(2026, 1, 2)
THREE = (
    FollowedSymptom(Symptom.TINGLING, 2, 2),
    FollowedSymptom(Symptom.PINS_AND_NEEDLES, 3.5, 4),
    FollowedSymptom(Symptom.CRAMPS, 0, None),
)
BRISK_HOUR = segments_for(60, 10, Programme())
"""An hour with four brisk bouts of 150 s, 3 min apart, the first one after 5 min."""


def theme(app: QApplication, percent: int = 100, scheme: Scheme = Scheme.LIGHT) -> Theme:
    """A theme in force, with the project's own font."""
    load_fonts(Path(__file__).parents[2] / "resources" / "fonts")
    made = Theme(scheme, percent)
    apply_theme_to_app(app, made)
    return made


def decision(minutes: int = 60, brisk: int = 10, kind: DecisionKind = DecisionKind.REPEAT) -> Decision:
    """What a day offers."""
    segments: tuple[Segment, ...] = segments_for(minutes, brisk, Programme()) if minutes else ()
    return Decision(kind, (Rule.AT_GOAL,), Standing(Stage.KEEP_GOING, minutes, brisk), segments)


def view(followed: Sequence[FollowedSymptom] = THREE, *, ask_settled: bool = True, asks_glucose: bool = False) -> TodayView:
    """A Monday on which the check-in is due, after a walk on Friday."""
    return TodayView(
        day=MONDAY,
        hour=9,
        state=TodayState.TO_CHECK_IN,
        decision=decision(),
        provisional=True,
        walked_min=0,
        walked_brisk_min=0,
        remaining_s=3600,
        needs_before=True,
        needs_after=False,
        ask_settled=ask_settled,
        last_walk=FRIDAY,
        last_walk_min=60,
        week=(),
        week_min=0,
        week_planned_min=300,
        outlook=(),
        followed=tuple(followed),
        before=None,
        first_day=False,
        walk_anyway=None,
        locked=False,
        asks_glucose=asks_glucose,
    )


def status(
    walked_s: float | None,
    moves: Iterable[Move] = (),
    *,
    sound: SoundState = SoundState.ON,
    segments: Sequence[Segment] = BRISK_HOUR,
) -> WalkStatus:
    """A walk after `walked_s` seconds of walking and then `moves`; None: three of ten seconds before it begins."""
    now_s = 7.0 if walked_s is None else 10 + walked_s
    walk = Walk(tuple(segments), get_ready_s=10).after(Move.START, 0)
    for move in moves:
        walk = walk.after(move, now_s)
    return WalkStatus(walk.snapshot(now_s), sound)


def press(window: QWidget, *keys: Qt.Key | str) -> None:
    """Press keys where the keyboard is; a text is typed letter by letter."""
    for key in keys:
        focus: QWidget | None = window.focusWidget()
        target = window if focus is None else focus
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def click(widget: QWidget, where: QPoint | None = None) -> None:
    """Press the left mouse button on `widget`, in its middle unless told otherwise."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where or widget.rect().center())


def shown(window: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """Every widget of `kind` in `window` that can be seen."""
    return [widget for widget in window.findChildren(kind) if widget.isVisibleTo(window)]


def clipped(window: QWidget) -> list[str]:
    """Words that have less room than they need: labels, buttons and answers that can be seen in `window`, at any scroll."""
    found = []
    for widget in shown(window):
        if not isinstance(widget, QLabel | Button | QRadioButton):
            continue
        text = widget.text()
        wraps = int(Qt.TextFlag.TextWordWrap) if widget.hasHeightForWidth() else 0
        room = widget.rect().adjusted(0, 0, 0, 10_000)
        least = widget.fontMetrics().boundingRect(room, wraps, text).height()
        parent = widget.parentWidget()
        outside = parent is not None and not parent.rect().adjusted(-4, -4, 4, 4).contains(widget.geometry())
        if text and (widget.height() < least or widget.width() < widget.minimumSizeHint().width() or outside):
            found.append(f"{type(widget).__name__} {text!r}: {widget.geometry()} needs {least}")
    return found


def settle(app: QApplication) -> None:
    """Let layouts that follow each other come to rest."""
    for _round in range(4):
        app.processEvents()


def as_high_as_it_is(qtbot: QtBot, app: QApplication, card: Card, width_px: int) -> None:
    """Show `card` so wide, and as high as it then is."""
    card.resize(width_px, 100)
    card.show()
    qtbot.waitUntil(card.isActiveWindow)
    settle(app)
    card.resize(width_px, card.body.totalHeightForWidth(width_px))
    settle(app)
