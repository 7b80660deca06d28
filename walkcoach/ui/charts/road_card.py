"""The card of the road: the strip, what its marks mean, where one stands in words with the forecast, and its table."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from walkcoach.core.road import Road
from walkcoach.ui.charts.painted_card import PaintedCard
from walkcoach.ui.charts.painted_sheet import PaintedSheet
from walkcoach.ui.charts.road_strip import Place, PlaceKind, RoadStrip
from walkcoach.ui.charts.save_button import AskPlace, ask_place
from walkcoach.ui.charts.saved_files import csv_bytes
from walkcoach.ui.theme.tokens import Role
from walkcoach.ui.widgets.hatch import stripes_in
from walkcoach.ui.widgets.labels import body
from walkcoach.ui.widgets.sample_entry import SampleEntry
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
        self._save.propose(chart_use.file_road(road.today))

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


class _Entry(SampleEntry):
    """A sample with its name, painted as on the strip."""

    def __init__(self, sample: _Sample, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, *_SAMPLE_PX, parent)
        self._sample = sample

    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        """Paint a short stretch."""
        box = box.adjusted(1, 1, -1, -1)
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
