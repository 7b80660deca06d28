"""The road, painted: two legs with their stations, the person's own place, and where the last weeks may lead in four more.

Left and Right step from place to place along the road, Home and End to its ends, Escape lets go. A station that is behind the
person is filled, one ahead is an outline; each has a shape of its own. The brisk leg has its hatch, what may come wider stripes.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.core.road import Road, Station, StationKind
from walkcoach.ui.charts.pointed import PointedShape
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.hatch import stripes_in
from walkcoach.wording import road as words

_BAND_PX: Final = 14
_SHAPE_PX: Final = 22
_STRIPE_PX: Final = 2.0
_NEAR_PX: Final = 26
_TALL: Final = 10_000


class PlaceKind(StrEnum):
    """What can be pointed at on the road."""

    STATION = "station"
    YOU = "you"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class Place:
    """Something on the road; `at` is where, from 0 at its beginning to 1 at its end."""

    kind: PlaceKind
    at: float
    station: Station | None = None


class RoadStrip(PointedShape):
    """Draws a `Road`. Its name and description for screen readers are told by `say`; what is pointed at is a `Place`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._road: Road | None = None
        self._places: tuple[Place, ...] = ()
        self._pointed: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_road(self, road: Road) -> None:
        """Draw this road."""
        self._road = road
        self._places = _places_of(road)
        self._pointed = None
        self.updateGeometry()
        self.update()
        self.pointed.emit(None)

    def places(self) -> tuple[Place, ...]:
        """What can be pointed at, from the beginning of the road to its end."""
        return self._places

    def spot(self, at: float) -> QPointF:
        """The middle of the band at `at`, from 0 at the beginning of the road to 1 at its end."""
        return QPointF(self._x(at), self._band_top() + self._band() / 2)

    def sizeHint(self) -> QSize:
        """All labels in one line each."""
        width = self.theme.scaled(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for three labels beside each other."""
        return QSize(self.theme.scaled(210), 0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher: labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at `width`."""
        return round(self._band_top() + self._shape() / 2 + self._band() / 2 + SPACE_4 + self._labels_height(width)) + 2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is near the pointer."""
        self._point(self._place_near(event.position().x()))

    def let_go(self) -> None:
        """Point nowhere."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place."""
        last = len(self._places) - 1
        on = -1 if self.mirrored() else 1
        match event.key():
            case Qt.Key.Key_Left if last >= 0:
                self._go(-on)
            case Qt.Key.Key_Right if last >= 0:
                self._go(on)
            case Qt.Key.Key_Home if last >= 0:
                self._point(0)
            case Qt.Key.Key_End if last >= 0:
                self._point(last)
            case Qt.Key.Key_Escape if self._pointed is not None:
                self._point(None)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw legs, what may come, stations with their labels, and the person's place."""
        if self._road is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legs(painter, self._road)
        self._paint_soon(painter, self._road)
        for number, station in enumerate(self._road.stations):
            self._paint_station(painter, station, number)
        self._paint_you(painter, self._road)

    def _go(self, steps: int) -> None:
        here = self._pointed
        if here is None:
            here = next((number for number, place in enumerate(self._places) if place.kind is PlaceKind.YOU), 0) - steps
        self._point(min(len(self._places) - 1, max(0, here + steps)))

    def _point(self, number: int | None) -> None:
        if number != self._pointed:
            self._pointed = number
            self.update()
            self.pointed.emit(None if number is None else self._places[number])

    def _place_near(self, x: float) -> int | None:
        away = [(abs(self._x(place.at) - x), number) for number, place in enumerate(self._places)]
        near = min(away, default=(float(_TALL), 0))
        return near[1] if near[0] <= self.theme.scaled(_NEAR_PX) else None

    def _paint_legs(self, painter: QPainter, road: Road) -> None:
        colour = self.theme.colour
        legs = len(road.stations) - 1
        for leg in range(legs):
            box = self._stretch(leg / legs, (leg + 1) / legs)
            path = QPainterPath()
            path.addRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(QPen(colour(Role.EDGE), 1.2))
            painter.setBrush(colour(Role.FAINT))
            painter.drawPath(path)
            share = min(1.0, max(0.0, road.place - leg))
            if not share:
                continue
            walked = QPainterPath()
            walked.addRect(self._stretch(leg / legs, (leg + share) / legs))
            walked = walked.intersected(path)
            painter.fillPath(walked, colour(Role.BRISK if leg else Role.NORMAL))
            if leg:
                painter.fillPath(stripes_in(walked, _STRIPE_PX), colour(Role.BRISK_HATCH))

    def _paint_soon(self, painter: QPainter, road: Road) -> None:
        """Where the person may stand in four weeks: a taller box with stripes, since it is no more than likely."""
        ends = soon_ends(road)
        if ends is None:
            return
        box = self._stretch(*ends)
        least = self._band() / 2
        if box.width() < least:
            box.adjust(-(least - box.width()) / 2, 0, (least - box.width()) / 2, 0)
        box.adjust(0, -SPACE_4, 0, SPACE_4)
        path = QPainterPath()
        path.addRoundedRect(box, 3, 3)
        painter.fillPath(path, self.theme.colour(Role.CARD))
        painter.fillPath(stripes_in(path, _STRIPE_PX), self.theme.colour(Role.ACCENT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour(Role.ACCENT), self._ring(PlaceKind.SOON, 1.6)))
        painter.drawPath(path)

    def _paint_station(self, painter: QPainter, station: Station, number: int) -> None:
        colour = self.theme.colour
        x = self._x(number / (len(self._places_of_stations()) - 1))
        side = self._shape()
        box = QRectF(x - side / 2, self._band_top() + self._band() / 2 - side / 2, side, side)
        role = Role.BRISK if station.kind is StationKind.BRISK_GOAL else Role.NORMAL
        pointed = self._pointed is not None and self._places[self._pointed].station is station
        painter.setPen(QPen(colour(Role.FOCUS if pointed else role), 3 if pointed else 2.2))
        painter.setBrush(colour(role if station.passed else Role.CARD))
        painter.drawPath(_station_shape(station.kind, box))
        room = self._label_box(number)
        painter.setFont(self.theme.font(TypeRole.CAPTION_STRONG))
        painter.setPen(colour(Role.INK))
        painter.drawText(room, int(self._side(number) | Qt.AlignmentFlag.AlignTop), words.station(station))
        reached = words.reached(station, self._road.today) if self._road is not None else ""
        painter.setFont(self.theme.font(TypeRole.CAPTION))
        painter.setPen(colour(Role.MUTED))
        below = room.adjusted(0, QFontMetricsF(self.theme.font(TypeRole.CAPTION_STRONG)).height(), 0, 0)
        painter.drawText(below, int(self._side(number) | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), reached)

    def _paint_you(self, painter: QPainter, road: Road) -> None:
        if road.standing is None:
            return
        x, top = self._x(_along(road)), self._band_top() - SPACE_4 - 2
        half = self.theme.scaled(7)
        painter.setPen(QPen(self.theme.colour(Role.INK), self._ring(PlaceKind.YOU, 1)))
        painter.setBrush(self.theme.colour(Role.INK))
        tip = QPolygonF([QPointF(x, top), QPointF(x - half, top - 1.4 * half), QPointF(x + half, top - 1.4 * half)])
        painter.drawPolygon(tip)
        font = self.theme.font(TypeRole.CAPTION_STRONG)
        width = QFontMetricsF(font).horizontalAdvance(words.here(road)) + 2
        left = min(max(0.0, x - width / 2), self.width() - width)
        painter.setFont(font)
        painter.drawText(QRectF(left, 0, width, QFontMetricsF(font).height()), Qt.AlignmentFlag.AlignCenter, words.here(road))

    def _ring(self, kind: PlaceKind, otherwise: float) -> float:
        pointed = self._pointed is not None and self._places[self._pointed].kind is kind
        return 3.0 if pointed else otherwise

    def _places_of_stations(self) -> tuple[Station, ...]:
        return self._road.stations if self._road is not None else ()

    def _label_box(self, number: int, width: int | None = None) -> QRectF:
        """Where the label of a station goes: half of the strip for two, a third for three."""
        whole = self.width() if width is None else width
        count = max(1, len(self._places_of_stations()))
        share = whole / count
        place = count - 1 - number if self.mirrored() else number
        top = self._band_top() + self._band() / 2 + self._shape() / 2 + SPACE_4
        return QRectF(place * share, top, share, _TALL)

    def _side(self, number: int) -> Qt.AlignmentFlag:
        if number == 0:
            return Qt.AlignmentFlag.AlignLeading
        return Qt.AlignmentFlag.AlignTrailing if number == len(self._places_of_stations()) - 1 else Qt.AlignmentFlag.AlignHCenter

    def _labels_height(self, width: int) -> float:
        strong, small = (QFontMetricsF(self.theme.font(role)) for role in (TypeRole.CAPTION_STRONG, TypeRole.CAPTION))
        wrapped = int(Qt.TextFlag.TextWordWrap)
        dates = [
            small.boundingRect(self._label_box(number, width), wrapped, words.reached(station, self._road.today)).height()
            for number, station in enumerate(self._places_of_stations())
            if self._road is not None and station.reached_on is not None
        ]
        return strong.height() + max(dates, default=0.0)

    def _band(self) -> float:
        return float(self.theme.scaled(_BAND_PX))

    def _shape(self) -> float:
        return float(self.theme.scaled(_SHAPE_PX))

    def _band_top(self) -> float:
        """Below the words of the person's place and its tip."""
        words_height = QFontMetricsF(self.theme.font(TypeRole.CAPTION_STRONG)).height()
        return words_height + self.theme.scaled(10) + SPACE_8

    def _x(self, at: float) -> float:
        edge = self._shape() / 2 + 2
        x = edge + at * (self.width() - 2 * edge)
        return self.width() - x if self.mirrored() else x

    def _stretch(self, begin: float, end: float) -> QRectF:
        left, right = sorted((self._x(begin), self._x(end)))
        return QRectF(left, self._band_top(), right - left, self._band())


def soon_ends(road: Road) -> tuple[float, float] | None:
    """The stretch where the person may stand in four weeks, from 0 at the beginning of the road to 1 at its end."""
    if road.forecast is None or road.ahead is None:
        return None
    legs = len(road.stations) - 1
    begin = 0 if road.ahead.kind is StationKind.BRISK_GOAL else road.stations[0].minutes
    length = max(1, road.ahead.minutes - begin)
    leg = 1 if road.ahead.kind is StationKind.BRISK_GOAL else 0
    low, high = ((value - begin) / length for value in (road.forecast.soon_low, road.forecast.soon_high))
    return tuple((leg + min(1.0, max(0.0, share))) / legs for share in (low, high))  # type: ignore[return-value]


def _along(road: Road) -> float:
    """Where the person stands, from 0 at the beginning of the road to 1 at its end."""
    return min(1.0, road.place / (len(road.stations) - 1))


def _places_of(road: Road) -> tuple[Place, ...]:
    legs = len(road.stations) - 1
    places = [Place(PlaceKind.STATION, number / legs, station) for number, station in enumerate(road.stations)]
    if road.standing is not None:
        places.append(Place(PlaceKind.YOU, _along(road)))
    ends = soon_ends(road)
    if ends is not None:
        places.append(Place(PlaceKind.SOON, sum(ends) / 2))
    return tuple(sorted(places, key=lambda place: place.at))


def _station_shape(kind: StationKind, box: QRectF) -> QPainterPath:
    """A diamond for the start, a disc for the walk goal, a square for the brisk goal."""
    path = QPainterPath()
    middle = box.center()
    match kind:
        case StationKind.START:
            half = box.width() * 0.46
            corners = ((0, -half), (half, 0), (0, half), (-half, 0), (0, -half))
            path.addPolygon(QPolygonF([QPointF(middle.x() + dx, middle.y() + dy) for dx, dy in corners]))
        case StationKind.WALK_GOAL:
            path.addEllipse(middle, box.width() * 0.4, box.width() * 0.4)
        case StationKind.BRISK_GOAL:
            side = box.width() * 0.74
            path.addRoundedRect(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), 2, 2)
    return path
