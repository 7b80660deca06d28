"""The shapes of days: every decision has one, no two look alike without colour, and all are seen in every theme."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.access import name_of, role_of
from tests.ui.scenes import theme
from walkcoach.core.decision import DecisionKind
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import Role, Scheme
from walkcoach.ui.widgets.decision_mark import DecisionMark, MarkKind, paint_decision_mark

SIDE = 18
OFFERS = [DecisionKind.START, DecisionKind.INCREASE, DecisionKind.REPEAT, DecisionKind.STEP_BACK, DecisionKind.EASY_DAY]


def drawn(kind: MarkKind | DecisionKind, look: Theme, *, hollow: bool = False, ink: Role | None = Role.INK) -> QImage:
    """The shape on a card, at the size of the legend; in ink unless told otherwise, so that colour tells nothing."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(look.colour(Role.CARD))
    painter = QPainter(image)
    paint_decision_mark(painter, QRectF(0, 0, SIDE, SIDE), kind, look, hollow=hollow, ink=ink)
    painter.end()
    return image


def inked(image: QImage, look: Theme) -> frozenset[tuple[int, int]]:
    """Where the shape is, as far as it is more ink than card."""
    card, ink = look.colour(Role.CARD).lightness(), look.colour(Role.INK).lightness()
    half = (card + ink) / 2
    dark = ink < card
    return frozenset((x, y) for x in range(SIDE) for y in range(SIDE) if (image.pixelColor(x, y).lightness() < half) is dark)


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_decision_has_a_shape(kind: DecisionKind, qapp: QApplication) -> None:
    assert MarkKind(kind).value == kind.value
    assert len(inked(drawn(kind, Theme()), Theme())) > 10


@pytest.mark.parametrize(("one", "other"), list(combinations(MarkKind, 2)))
def test_no_two_shapes_look_alike_without_their_colours(one: MarkKind, other: MarkKind, qapp: QApplication) -> None:
    look = Theme()
    first, second = inked(drawn(one, look), look), inked(drawn(other, look), look)
    assert len(first ^ second) >= 20


@pytest.mark.parametrize("kind", OFFERS)
def test_a_plan_that_was_not_walked_is_an_outline(kind: DecisionKind, qapp: QApplication) -> None:
    look = Theme()
    full, hollow = inked(drawn(kind, look), look), inked(drawn(kind, look, hollow=True), look)
    assert hollow < full
    assert len(hollow) > 10


@pytest.mark.parametrize("kind", [kind for kind in MarkKind if kind.value not in OFFERS])
def test_what_is_no_plan_has_no_outline_of_its_own(kind: MarkKind, qapp: QApplication) -> None:
    assert drawn(kind, Theme()) == drawn(kind, Theme(), hollow=True)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("kind", MarkKind)
def test_every_shape_is_seen_in_every_theme(kind: MarkKind, scheme: Scheme, qapp: QApplication) -> None:
    image = drawn(kind, Theme(scheme), ink=None)
    card = Theme(scheme).colour(Role.CARD)
    apart = [abs(image.pixelColor(x, y).lightness() - card.lightness()) for x in range(SIDE) for y in range(SIDE)]
    assert max(apart) > 60


def test_a_mark_beside_a_line_is_a_graphic_with_its_word_and_grows_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    mark = DecisionMark(DecisionKind.INCREASE, "A little more")
    qtbot.addWidget(mark)
    assert (name_of(mark), role_of(mark)) == ("A little more", QAccessible.Role.Graphic)
    assert mark.sizeHint().width() == SIDE
    spread(mark, theme(qapp, 200))
    assert mark.sizeHint().width() == 2 * SIDE
