"""A quiet button that offers the other symptoms, for a day on which something else is felt."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.symptoms import Symptom
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.tokens import SPACE_8
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.wording import check_in, names, numbers


class AnotherSymptom(Button):
    """The button. `shelf` holds the offers and belongs under the rows; `chosen` carries the symptom, offered no more."""

    chosen = Signal(object)

    def __init__(self, offered: Sequence[Symptom], parent: QWidget | None = None) -> None:
        super().__init__(check_in.another_symptom(), ButtonKind.QUIET, icon=Icon.MORE, parent=parent)
        self.shelf = FlowRow(SPACE_8)
        self.shelf.hide()
        self.offers: dict[Symptom, Button] = {}
        for symptom in offered:
            offer = Button(numbers.first_up(names.symptom_name(symptom)))
            offer.clicked.connect(partial(self._choose, symptom))
            self.offers[symptom] = offer
            self.shelf.add(offer)
        self.clicked.connect(self._unfold)
        self.setVisible(bool(self.offers))

    def _unfold(self) -> None:
        unfold = self.shelf.isHidden()
        self.shelf.setVisible(unfold)
        self.set_icon(Icon.LESS if unfold else Icon.MORE)
        if unfold:
            next(iter(self.offers.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, symptom: Symptom) -> None:
        offer = self.offers.pop(symptom)
        self._unfold()
        offer.hide()
        offer.deleteLater()
        self.setVisible(bool(self.offers))
        self.chosen.emit(symptom)
