"""The road: where one stands, what is behind and ahead, and where it may lead; told to eyes, ears and by table alike."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of, tab_stops, too_small, unnamed
from tests.ui.scenes import as_high_as_it_is, click, clipped, press, settle, shown, theme
from walkcoach.core.decision import Stage, Standing
from walkcoach.core.programme import Programme
from walkcoach.core.road import Obstacles, Road, road_of
from walkcoach.ui.charts.chart_table import ChartTable
from walkcoach.ui.charts.road_card import RoadCard
from walkcoach.ui.charts.road_strip import PlaceKind, soon_ends
from walkcoach.ui.theme.theme import spread
from walkcoach.ui.theme.tokens import Role, Scheme
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.painted import PaintedShape
from walkcoach.wording import road as words

TODAY = date(2026, 11, 22)
REACHED = (date(2026, 8, 5), date(2025, 10, 24), None)
STEADY = Programme()


def at(minutes: int, brisk: int = 0) -> Standing:
    return Standing(Stage.BUILD_PACE if brisk else Stage.BUILD_TIME, minutes, brisk)


def road(
    *levels: Standing | None,
    programme: Programme = STEADY,
    reached: Sequence[date | None] = REACHED,
    obstacles: Obstacles = Obstacles(),  # noqa: B008 - a frozen value
) -> Road:
    return road_of(TODAY, programme, levels, reached, obstacles)


EMPTY = road(None, reached=(None, None, None))
LONGER = road(at(40), at(36), at(36), at(30), at(25), reached=(REACHED[0], None, None))
BRISKER = road(at(60, 15), at(60, 10), at(60, 10), at(60, 5), at(57))
BACK = road(at(48), at(60), at(60, 5), at(60, 5), at(57))
LOCKED = road(at(48), at(40), at(30), obstacles=Obstacles(locked=True))
DONE = road(*[at(60, 45)] * 5, reached=[date(2006, 12, 3)] * 3)
NO_BRISK = road(at(50), at(45), at(40), at(30), at(25), programme=Programme(brisk_ok=False))
ALL = {"empty": EMPTY, "longer": LONGER, "brisker": BRISKER, "back": BACK, "locked": LOCKED, "done": DONE, "no brisk": NO_BRISK}


def open_card(
    qtbot: QtBot, app: QApplication, drawn: Road = BRISKER, percent: int = 100, width: int = 470, scheme: Scheme = Scheme.LIGHT
) -> RoadCard:
    card = RoadCard()
    spread(card, theme(app, percent, scheme))
    qtbot.addWidget(card)
    card.show_road(drawn)
    as_high_as_it_is(qtbot, app, card, width)
    return card


def picture(qtbot: QtBot, app: QApplication, drawn: Road) -> QImage:
    return open_card(qtbot, app, drawn).strip.grab().toImage()


def test_below_the_road_stands_where_one_is_and_what_the_last_weeks_would_bring(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    assert card.reading() == words.summary(BRISKER)
    assert "If it goes on as in the last 4 weeks" in card.reading()
    assert "It may well take longer." in card.reading()


def test_the_arrows_begin_at_the_persons_own_place_and_go_along_the_road(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    card.strip.setFocus(Qt.FocusReason.TabFocusReason)
    start, walk_goal, brisk_goal = (words.station_sentence(station, BRISKER) for station in BRISKER.stations)
    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Right):
        press(card, key)
        said.append(card.reading())
    soon = words.soon_sentence(BRISKER)
    assert said == [words.standing_sentence(BRISKER), soon, brisk_goal, brisk_goal, start, walk_goal]
    press(card, Qt.Key.Key_Escape)
    assert card.reading() == words.summary(BRISKER)


def test_the_place_is_told_to_a_screen_reader_as_the_keys_go(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("walkcoach.ui.charts.painted_card.announce", lambda _widget, sentence: told.append(sentence))
    card = open_card(qtbot, qapp)
    card.strip.setFocus(Qt.FocusReason.TabFocusReason)
    press(card, Qt.Key.Key_Home)
    assert told == [words.station_sentence(BRISKER.stations[0], BRISKER)]


def test_the_pointer_tells_what_it_is_near(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    QTest.mouseMove(card.strip, QPoint(8, 30))
    assert card.reading() == words.station_sentence(BRISKER.stations[0], BRISKER)
    QTest.mouseMove(card.strip, QPoint(card.strip.width() // 4, 30))
    assert card.reading() == words.summary(BRISKER)


def test_the_strip_is_a_graphic_with_the_whole_road_in_words(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    assert (name_of(card.strip), role_of(card.strip)) == ("Your road", QAccessible.Role.Graphic)
    assert card.strip.accessibleDescription() == words.sentence(BRISKER)


@pytest.mark.parametrize("drawn", ALL.values(), ids=ALL)
def test_the_table_tells_what_the_road_shows(drawn: Road, qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp, drawn)
    card.show_table(True)
    (table,) = shown(card, ChartTable)
    assert isinstance(table, ChartTable)
    model = table.model()
    cells = tuple(tuple(str(model.index(row, column).data()) for column in range(2)) for row in range(model.rowCount()))
    assert cells == words.rows(drawn)
    assert card.rows() == (words.headers(), *cells)


def test_the_button_asks_for_tables(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    button = next(button for button in shown(card, Button) if name_of(button).startswith("Table: "))
    with qtbot.waitSignal(card.table_requested) as asked:
        click(button)
    assert asked.args == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (EMPTY, road(at(15), reached=(TODAY, None, None))),
        (LONGER, road(at(41), at(37), at(37), at(31), at(26), reached=(REACHED[0], None, None))),
        (LOCKED, road(at(48), at(40), at(30))),
        (BACK, road(at(48), at(60), at(60, 5), at(60, 5), at(57), reached=(REACHED[0], None, None))),
        (NO_BRISK, road(at(50), at(45), at(40), at(30), at(25))),
    ],
    ids=["begun", "a minute on", "forecast", "reached once", "without brisk"],
)
def test_what_differs_looks_different(one: Road, other: Road, qtbot: QtBot, qapp: QApplication) -> None:
    assert picture(qtbot, qapp, one) != picture(qtbot, qapp, other)


@pytest.mark.parametrize("drawn", [LONGER, BRISKER, BACK, DONE, NO_BRISK], ids=["longer", "brisker", "back", "done", "no brisk"])
def test_the_road_is_filled_as_far_as_one_has_come_and_stations_as_far_as_they_are_behind(
    drawn: Road, qtbot: QtBot, qapp: QApplication
) -> None:
    card = open_card(qtbot, qapp, drawn)
    picture = card.strip.grab().toImage()
    colour = card.strip.theme.colour

    def seen(at: float) -> str:
        spot = card.strip.spot(at)
        return picture.pixelColor(round(spot.x()), round(spot.y())).name()

    legs = len(drawn.stations) - 1
    here = min(1.0, drawn.place / legs)
    stretches = [number / 40 for number in range(1, 40) if number * legs % 40 > 4 and number * legs % 40 < 36]
    soon = soon_ends(drawn) or (2.0, 2.0)
    for at in stretches:
        if abs(at - here) < 0.03 or soon[0] - 0.03 < at < soon[1] + 0.03:
            continue
        if at > here:
            assert seen(at) == colour(Role.FAINT).name(), at
        elif at * legs < 1:
            assert seen(at) == colour(Role.NORMAL).name(), at
        else:
            assert seen(at) != colour(Role.FAINT).name(), at
    for number, station in enumerate(drawn.stations):
        role = Role.CARD if not station.passed else Role.BRISK if number == 2 else Role.NORMAL
        assert seen(number / legs) == colour(role).name()


def test_what_may_come_lies_between_its_ends_on_the_leg_of_the_next_station() -> None:
    assert BRISKER.forecast is not None
    assert LONGER.forecast is not None
    assert soon_ends(BRISKER) == pytest.approx(
        tuple((1 + brisk / 45) / 2 for brisk in (BRISKER.forecast.soon_low, BRISKER.forecast.soon_high))
    )
    assert soon_ends(LONGER) == pytest.approx(
        tuple((minutes - 15) / 45 / 2 for minutes in (LONGER.forecast.soon_low, LONGER.forecast.soon_high))
    )
    assert soon_ends(LOCKED) is None


def test_the_legend_leaves_out_what_is_not_there(qtbot: QtBot, qapp: QApplication) -> None:
    def named(drawn: Road) -> list[str]:
        card = open_card(qtbot, qapp, drawn)
        return [name_of(entry) for entry in shown(card.legend, PaintedShape)]

    assert named(BRISKER) == [words.time_leg(), words.brisk_leg(), words.soon()]
    assert named(LOCKED) == [words.time_leg(), words.brisk_leg()]
    assert named(NO_BRISK) == [words.time_leg(), words.soon()]


def test_there_is_no_place_of_ones_own_before_the_first_walk(qtbot: QtBot, qapp: QApplication) -> None:
    kinds = [place.kind for place in open_card(qtbot, qapp, EMPTY).strip.places()]
    assert kinds == [PlaceKind.STATION] * 3
    assert PlaceKind.YOU in [place.kind for place in open_card(qtbot, qapp, LONGER).strip.places()]


@pytest.mark.parametrize(("percent", "width"), [(100, 390), (200, 620)])
@pytest.mark.parametrize("drawn", ALL.values(), ids=ALL)
def test_nothing_is_clipped(percent: int, width: int, drawn: Road, qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp, drawn, percent, width)
    assert card.minimumSizeHint().width() <= width
    assert clipped(card) == []
    assert card.strip.height() >= card.strip.heightForWidth(card.strip.width())


@pytest.mark.parametrize("as_table", [False, True])
def test_everything_has_a_name_and_a_role_and_is_large_enough(as_table: bool, qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    card.show_table(as_table)
    settle(qapp)
    assert unnamed(card) == []
    assert too_small(card) == []
    assert [name_of(stop) for stop in tab_stops(card)] == [
        "Save Your road",
        "Chart: Your road" if as_table else "Table: Your road",
        "Your road",
    ]


def test_nothing_moves_while_the_person_steps_along(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp)
    before = card.strip.geometry(), card.legend.geometry()
    card.strip.setFocus(Qt.FocusReason.TabFocusReason)
    press(card, Qt.Key.Key_Home)
    settle(qapp)
    assert (card.strip.geometry(), card.legend.geometry()) == before


def test_in_a_language_from_the_right_the_road_runs_from_the_right(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp, LONGER)
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle(qapp)
    QTest.mouseMove(card.strip, QPoint(card.strip.width() - 8, 30))
    assert card.reading() == words.station_sentence(LONGER.stations[0], LONGER)
    card.strip.setFocus(Qt.FocusReason.TabFocusReason)
    press(card, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert card.reading() == words.standing_sentence(LONGER)


def test_the_headers_of_a_table_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    card = open_card(qtbot, qapp, percent=200)
    card.show_table(True)
    settle(qapp)
    header = card.table.horizontalHeader()
    assert header.viewport().font().pixelSize() == header.font().pixelSize() == card.table.font().pixelSize()
