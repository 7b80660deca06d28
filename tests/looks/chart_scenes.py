"""The cards of the Progress page in the states that issue their own pictures: few weeks, many years, one day, all at ten."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QWidget

from tests.looks.harness import Scene
from tests.ui.weeks import progress, unwalked
from walkcoach.core.progress import Progress
from walkcoach.core.symptoms import Symptom
from walkcoach.ui.charts.chart_card import ChartCard
from walkcoach.ui.charts.columns import begun
from walkcoach.ui.charts.felt_card import FeltCard
from walkcoach.ui.charts.symptom_card import SymptomCard
from walkcoach.ui.charts.week_card import WeekCard
from walkcoach.ui.pages.progress_page import ProgressPage

_SYMPTOM_PX: Final = 300
_WIDE_PX: Final = 860


def _minutes(state: Callable[[], Progress]) -> QWidget:
    shown = state()
    card = WeekCard()
    card.show_spans(shown.spans, shown.grouping, shown.today)
    return card


def _felt(state: Callable[[], Progress]) -> QWidget:
    shown = state()
    card = FeltCard()
    card.show_conditions(shown.conditions, shown.grouping, shown.today)
    return card


def _symptom(state: Callable[[], Progress]) -> QWidget:
    shown = state()
    card = SymptomCard(Symptom.TINGLING)
    card.show_trend(shown.trends[0], shown.grouping, shown.today)
    return card


def _closer() -> QWidget:
    """A closer look at the last weeks, with one of them pointed at."""
    page = ProgressPage()
    page.draw(progress(52))
    for card in page.findChildren(ChartCard):
        zoom = card.chart.zoom.closer(51).closer(51)
        card.set_zoom(zoom)
        card.point_at(47)
    return page


def _empty() -> QWidget:
    page = ProgressPage()
    page.draw(unwalked())
    return page


_STATES: Final = MappingProxyType(
    {
        "4-weeks": lambda: progress(4),
        "1-year": lambda: progress(52),
        "20-years": lambda: progress(1040),
        "one-day": lambda: begun(progress(1)),
        "all-ten": lambda: progress(13, score=10.0),
    }
)
SCENES: Final[Mapping[str, Scene]] = MappingProxyType(
    {
        **{f"minutes-{name}": Scene(partial(_minutes, state), _WIDE_PX) for name, state in _STATES.items()},
        **{f"felt-{name}": Scene(partial(_felt, state), _WIDE_PX) for name, state in _STATES.items()},
        **{f"symptom-{name}": Scene(partial(_symptom, state), _SYMPTOM_PX) for name, state in _STATES.items()},
        "progress-closer": Scene(_closer, 940, 1180),
        "progress-empty": Scene(_empty, _WIDE_PX, 560),
    }
)
