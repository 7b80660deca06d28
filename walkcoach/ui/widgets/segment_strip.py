"""The day's walk as a strip: normal stretches low and plain, brisk bouts high and hatched, minutes below.

Told by height and hatch as well as by colour. On the walk page it takes that page's ink and carries a moving mark.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walkcoach.core.segments import Segment
from walkcoach.ui.theme.tokens import SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.hatch import paint_hatch
from walkcoach.ui.widgets.painted import PaintedShape

_GAP_PX: Final = 3.0
_LOW: Final = 0.68
"""Height of a normal stretch, as a share of a brisk bout's."""
_STEPS_MIN: Final = (1, 2, 5, 10, 15, 20, 30, 60)
_MARK_PX: Final = 6.0
_MARK_EDGE_PX: Final = 4.0
_KNOB_PX: Final = 16.0
"""The head of the mark, by which it is found from across the room."""
_TOP_PX: Final = 4


class Ground(StrEnum):
    """What the strip lies on: a card, or the walk page at normal or at brisk pace."""

    CARD = "card"
    WALK_NORMAL = "walk_normal"
    WALK_BRISK = "walk_brisk"


class _Inks(NamedTuple):
    normal: Role
    normal_edge: Role | None
    brisk: Role
    hatch: Role
    mark: Role
    mark_edge: Role
    words: Role


def _inks(ground: Ground) -> _Inks:
    if ground is Ground.CARD:
        return _Inks(Role.NORMAL, None, Role.BRISK, Role.BRISK_HATCH, Role.INK, Role.CARD, Role.MUTED)
    brisk = ground is Ground.WALK_BRISK
    page = Role.WALK_BRISK if brisk else Role.WALK_NORMAL
    deep = Role.WALK_BRISK_DEEP if brisk else Role.WALK_NORMAL_DEEP
    return _Inks(deep, Role.WALK_INK, Role.WALK_INK, page, Role.WALK_INK, deep, Role.WALK_INK)


class SegmentStrip(PaintedShape):
    """A strip of segments. Give it words for screen readers with `say`."""

    def __init__(self, height_px: int = 46, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height_px = height_px
        self._segments: tuple[Segment, ...] = ()
        self._mark_s: float | None = None
        self._ground = Ground.CARD
        self._unit: str | None = ""

    def show_segments(self, segments: Sequence[Segment], unit: str | None = None) -> None:
        """Draw these; `unit` ends the ruler in minutes below ("60 min"), None draws no ruler."""
        self._segments = tuple(segments)
        self._unit = unit
        self.updateGeometry()
        self.update()

    def set_mark(self, walked_s: float | None) -> None:
        """Move the mark to `walked_s` seconds from the start, or take it away."""
        if walked_s == self._mark_s:
            return
        came_or_went = (walked_s is None) is not (self._mark_s is None)
        self._mark_s = walked_s
        if came_or_went:
            self.updateGeometry()
        self.update()

    def set_ground(self, ground: Ground) -> None:
        """Take the inks for another ground."""
        self._ground = ground
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it gets; high enough for bars and ruler."""
        ruler = QFontMetrics(self._ruler_font()).height() + SPACE_8 if self._unit is not None else 0
        return QSize(360, self._top() + self._bar_height() + _TOP_PX + ruler)

    def minimumSizeHint(self) -> QSize:
        """As narrow as bars can be told apart."""
        return QSize(200, self.sizeHint().height())

    def stretch(self, index: int) -> QRectF:
        """Where segment `index` is painted, in the widget's own pixels."""
        total_s = max(1, sum(segment.length_s for segment in self._segments))
        before_s = sum(segment.length_s for segment in self._segments[:index])
        segment = self._segments[index]
        width = self.width() - 2.0
        left = 1 + width * before_s / total_s
        right = 1 + width * (before_s + segment.length_s) / total_s
        if index < len(self._segments) - 1:
            right -= _GAP_PX
        high = self._bar_height()
        tall = high if segment.brisk or not self._has_brisk() else self._height_px * _LOW
        return QRectF(left, self._top() + high - tall, max(1.0, right - left), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, ruler and mark."""
        if not self._segments:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks = _inks(self._ground)
        for index, segment in enumerate(self._segments):
            self._paint_segment(painter, inks, segment, self.stretch(index))
        if self._unit is not None:
            self._paint_ruler(painter, inks)
        if self._mark_s is not None:
            self._paint_mark(painter, inks)

    def _paint_segment(self, painter: QPainter, inks: _Inks, segment: Segment, box: QRectF) -> None:
        colour = self.theme.colour
        path = QPainterPath()
        radius = min(6.0, box.width() / 3)
        path.addRoundedRect(box, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(inks.brisk if segment.brisk else inks.normal))
        painter.drawPath(path)
        if segment.brisk:
            paint_hatch(painter, path, colour(inks.hatch))
        elif inks.normal_edge is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(inks.normal_edge), 1.5))
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)

    def _paint_ruler(self, painter: QPainter, inks: _Inks) -> None:
        total_min = sum(segment.length_s for segment in self._segments) / 60
        painter.setFont(self._ruler_font())
        painter.setPen(self.theme.colour(inks.words))
        metrics = painter.fontMetrics()
        top = self._top() + self._bar_height() + SPACE_8
        last = f"{total_min:.0f} {self._unit}".strip()
        last_width = metrics.horizontalAdvance(last)
        width = self.width() - 2.0
        room = metrics.horizontalAdvance("00") * 2.6
        step = next((step for step in _STEPS_MIN if width * step / max(1.0, total_min) >= room), _STEPS_MIN[-1])
        while total_min / step > 6 and step < _STEPS_MIN[-1]:
            step = next(each for each in _STEPS_MIN if each > step)
        minute = 0
        while minute < total_min:
            words = f"{minute}"
            x = 1 + width * minute / total_min
            left = x - (metrics.horizontalAdvance(words) / 2 if minute else 0)
            if left + metrics.horizontalAdvance(words) < self.width() - last_width - room / 2:
                painter.drawText(QRectF(left, top, room * 2, metrics.height()), Qt.AlignmentFlag.AlignLeft, words)
            minute += step
        painter.drawText(QRectF(0, top, self.width() - 1, metrics.height()), Qt.AlignmentFlag.AlignRight, last)

    def _paint_mark(self, painter: QPainter, inks: _Inks) -> None:
        total_s = max(1, sum(segment.length_s for segment in self._segments))
        share = min(1.0, max(0.0, (self._mark_s or 0.0) / total_s))
        half = _KNOB_PX / 2 + _MARK_EDGE_PX / 2
        x = min(max(half, 1 + (self.width() - 2) * share), self.width() - half)
        bottom = self._top() + self._bar_height() + _TOP_PX - 1.0
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        shape.addRoundedRect(QRectF(x - _MARK_PX / 2, half, _MARK_PX, bottom - half), _MARK_PX / 2, _MARK_PX / 2)
        shape.addEllipse(QPointF(x, half), _KNOB_PX / 2, _KNOB_PX / 2)
        painter.setPen(self._edge_pen(inks))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape.simplified())
        painter.fillPath(shape, self.theme.colour(inks.mark))

    def _edge_pen(self, inks: _Inks) -> QPen:
        pen = QPen(self.theme.colour(inks.mark_edge), _MARK_EDGE_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _top(self) -> int:
        """Where the bars begin: below the head of the mark, if there is one."""
        return _TOP_PX if self._mark_s is None else round(_KNOB_PX + _MARK_EDGE_PX / 2)

    def _has_brisk(self) -> bool:
        return any(segment.brisk for segment in self._segments)

    def _bar_height(self) -> int:
        return self._height_px if self._has_brisk() else round(self._height_px * _LOW)

    def _ruler_font(self) -> QFont:
        return self.theme.font(TypeRole.CAPTION_STRONG)
