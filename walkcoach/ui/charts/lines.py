"""Lines through the columns of a chart, with gaps where nobody asked, and dots where they are few."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role

if TYPE_CHECKING:
    from walkcoach.ui.charts.plot import Place

_DOTS_UP_TO: Final = 18
"""More columns than this have no dots, save where a value stands alone."""
_DOT_EDGE_PX: Final = 1.8


class Ring(NamedTuple):
    """What stands at each value: its radius in pixels, and what fills it."""

    radius_px: float
    fill: Role


def draw_line(
    painter: QPainter,
    place: "Place",
    theme: Theme,
    columns: range,
    values: Sequence[float | None],
    pen: QPen,
    dot: Ring,
) -> None:
    """Draw the `values` of `columns` with `pen`; each has a `dot` where there are not too many, or where it stands alone."""
    dots = len(columns) <= _DOTS_UP_TO
    for run in runs(columns, values):
        there = [place(x, value) for x, value in run]
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(there))
        if dots or len(run) == 1:
            painter.setPen(QPen(pen.color(), _DOT_EDGE_PX * max(1.0, pen.widthF() / 2.6)))
            painter.setBrush(theme.colour(dot.fill))
            for point in there:
                painter.drawEllipse(point, dot.radius_px, dot.radius_px)


def runs(columns: Sequence[int], values: Sequence[float | None]) -> Iterator[list[tuple[float, float]]]:
    """The stretches without a gap, as (column, value)."""
    run: list[tuple[float, float]] = []
    for column, value in zip(columns, values, strict=True):
        if value is not None:
            run.append((float(column), value))
        elif run:
            yield run
            run = []
    if run:
        yield run
