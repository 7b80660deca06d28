"""The card of the road: the strip, what its marks mean, where one stands in words with the forecast, and its table."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.core.road import Road
from walkcoach.ui.charts.painted_card import PaintedCard
from walkcoach.ui.charts.painted_sheet import PaintedSheet
from walkcoach.ui.charts.road_strip import Place, PlaceKind, RoadStrip
from walkcoach.ui.charts.save_button import AskPlace, ask_place
from walkcoach.ui.charts.saved_files import csv_bytes
from walkcoach.ui.theme.tokens import SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.hatch import stripes_in
from walkcoach.ui.widgets.labels import body
from walkcoach.ui.widgets.painted import PaintedShape
from walkcoach.wording import chart_use
from walkcoach.wording import road as words
from walkcoach.wording.names import full_date

_SAMPLE_PX: Final = (28, 14)
_STRIPE_PX: Final = 2.0


class RoadCard(PaintedCard):
    """Draws a `Road`."""

    def __init__(self, ask: AskPlace = ask_place, parent: QWidget | None = None) -> None:
        self.strip = RoadStrip()
        super().__init__(words.title(), self.strip, reads=body(), ask=ask, parent=parent)
        self._road: Road | None = None
        self._brisk = _Entry(_Sample.BRISK_LEG, words.brisk_leg())
        self._soon = _Entry(_Sample.SOON, words.soon())
        for entry in (_Entry(_Sample.TIME_LEG, words.time_leg()), self._brisk, self._soon):
            self.legend.add(entry)
        self.strip.pointed.connect(self._read)

    def show_road(self, road: Road) -> None:
        """Draw this road."""
        self._road = road
        self._brisk.setVisible(len(road.stations) > 2)
        self._soon.setVisible(road.forecast is not None)
        self.strip.say(words.title(), words.sentence(road))
        rows = words.rows(road)
        self.fill(words.headers(), len(rows), lambda number: rows[number], words.summary(road))
        self.strip.show_road(road)

    def figures(self) -> bytes:
        """The table, with the days as dates."""
        return b"" if self._road is None else csv_bytes(words.csv_headers(), words.csv_rows(self._road))

    def sheet(self) -> PaintedSheet:
        """The strip with its legend. Raises a `ValueError` before there is a road."""
        road = self._road
        if road is None:
            raise ValueError("no road has been shown")
        strip = RoadStrip()
        strip.show_road(road)
        legend = [_Entry(_Sample.TIME_LEG, words.time_leg())]
        if len(road.stations) > 2:
            legend.append(_Entry(_Sample.BRISK_LEG, words.brisk_leg()))
        if road.forecast is not None:
            legend.append(_Entry(_Sample.SOON, words.soon()))
        foot = chart_use.foot(full_date(road.today))
        return PaintedSheet(words.title(), strip, legend, words.summary(road), foot, self._theme.text_percent)

    def _read(self, place: Place | None) -> None:
        if self._road is not None:
            self.read(_said(place, self._road), aloud=place is not None)


def _said(place: Place | None, road: Road) -> str:
    if place is None:
        return words.summary(road)
    if place.station is not None:
        return words.station_sentence(place.station, road)
    return words.standing_sentence(road) if place.kind is PlaceKind.YOU else words.soon_sentence(road)


class _Sample(StrEnum):
    """What the legend shows a sample of."""

    TIME_LEG = "time_leg"
    BRISK_LEG = "brisk_leg"
    SOON = "soon"


class _Entry(PaintedShape):
    """A sample with its name, painted as on the strip."""

    def __init__(self, sample: _Sample, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = sample
        self._text = text
        self.say(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Sample and name in one line."""
        metrics = QFontMetrics(self.theme.font(TypeRole.CAPTION))
        width = self.theme.scaled(_SAMPLE_PX[0]) + SPACE_8 + metrics.horizontalAdvance(self._text) + 2
        return QSize(width, max(self.theme.scaled(26), metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """No smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sample and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = (self.theme.scaled(side) for side in _SAMPLE_PX)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRectF(self.width() - width if mirrored else 0, (self.height() - height) / 2, width, height)
        self._paint_sample(painter, box.adjusted(1, 1, -1, -1))
        painter.setFont(self.theme.font(TypeRole.CAPTION))
        painter.setPen(self.theme.colour(Role.MUTED))
        beside = width + SPACE_8
        room = self.rect().adjusted(0, 0, -beside, 0) if mirrored else self.rect().adjusted(beside, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self._text)

    def _paint_sample(self, painter: QPainter, box: QRectF) -> None:
        colour = self.theme.colour
        path = QPainterPath()
        round_px = 3 if self._sample is _Sample.SOON else box.height() / 2
        path.addRoundedRect(box, round_px, round_px)
        match self._sample:
            case _Sample.TIME_LEG:
                painter.fillPath(path, colour(Role.NORMAL))
            case _Sample.BRISK_LEG:
                painter.fillPath(path, colour(Role.BRISK))
                painter.fillPath(stripes_in(path, _STRIPE_PX), colour(Role.BRISK_HATCH))
            case _Sample.SOON:
                painter.fillPath(stripes_in(path, _STRIPE_PX), colour(Role.ACCENT))
                painter.setPen(QPen(colour(Role.ACCENT), 1.6))
                painter.drawPath(path)
