"""A walk of one's own: five numbers, the strip that they make, and Start. It begins as ten minutes at normal pace."""

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.own_walk import BRISK_MIN, EASY_MIN, NORMAL_MIN, ROUNDS, OwnWalk, OwnWalkField
from walkcoach.services.extra_walks import OwnWalkTerms
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role, TypeRole
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.segment_strip import SegmentStrip
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.wording import extra_links, programme
from walkcoach.wording import extra_walks as words
from walkcoach.wording import today as today_words

_RANGES: Final = MappingProxyType(
    {
        OwnWalkField.EASY_START: EASY_MIN,
        OwnWalkField.ROUNDS: ROUNDS,
        OwnWalkField.BRISK: BRISK_MIN,
        OwnWalkField.NORMAL: NORMAL_MIN,
        OwnWalkField.EASY_END: EASY_MIN,
    }
)


class OwnWalkDialog(FormDialog):
    """`start_requested` carries the `OwnWalk`. `terms` say whether any of it may be brisk."""

    start_requested = Signal(object)

    def __init__(self, terms: OwnWalkTerms, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words.own_window_title(), words.own_title(), extra_links.own_lead(), theme, parent)
        self._terms = terms
        self.steppers: dict[OwnWalkField, Stepper] = {}
        self.rows: dict[OwnWalkField, FieldRow] = {}
        self.strip = SegmentStrip()
        self.sum = Label("", TypeRole.STRONG)
        self.column.addWidget(Label(words.own_caution(), TypeRole.BODY, Role.CAUTION))
        self.column.addWidget(self.strip)
        self.column.addWidget(self.sum)
        self.normal_only = Label("", TypeRole.BODY)
        if not terms.brisk:
            self.normal_only.setText(words.own_normal_only(easy_day=terms.easy_day))
        self.normal_only.setVisible(not terms.brisk)
        self.column.addWidget(self.normal_only)
        for field, (low, high) in _RANGES.items():
            self._add(field, low, high)
        self.first = self.steppers[OwnWalkField.EASY_START]
        self.primary.set_words(today_words.start_walking())
        self.primary.clicked.connect(self._start)
        self.finish()
        self._refresh()

    @property
    def own(self) -> OwnWalk:
        """The walk as it is set."""
        numbers = {field.value: stepper.value() for field, stepper in self.steppers.items()}
        return OwnWalk(**numbers)

    def _fitting(self, width: int) -> QSize:
        """Room for every field that may come."""
        for field in (OwnWalkField.BRISK, OwnWalkField.NORMAL):
            self.rows[field].setVisible(self._terms.brisk)
        size = super()._fitting(width)
        self._refresh()
        return size

    def _add(self, field: OwnWalkField, low: int, high: int) -> None:
        unit = "" if field is OwnWalkField.ROUNDS else programme.unit_minutes()
        stepper = Stepper(words.own_field(field), low, high, unit, longest=f"99{programme.unit_minutes()}0")
        stepper.set_value(getattr(OwnWalk(), field.value))
        stepper.value_changed.connect(self._refresh)
        row = FieldRow(words.own_field(field), stepper, words.own_hint(field, low, high))
        self.steppers[field] = stepper
        self.rows[field] = row
        self.column.addWidget(row)

    def _refresh(self) -> None:
        """Show what the numbers make, and only those that matter."""
        own = self.own
        self.rows[OwnWalkField.ROUNDS].setVisible(self._terms.brisk)
        self.rows[OwnWalkField.BRISK].setVisible(own.rounds > 0)
        self.rows[OwnWalkField.NORMAL].setVisible(own.rounds > 1)
        self.strip.show_segments(own.segments, today_words.minutes_unit())
        self.strip.say(words.own_strip(), today_words.strip_sentence(own.segments))
        self.sum.setText(words.own_sum(own))
        faults = own.faults()
        for field, row in self.rows.items():
            fault = faults.get(field)
            row.say(words.own_fault(fault, own) if fault else "")

    def _start(self) -> None:
        own = self.own
        wrong = next(iter(own.faults()), None)
        if wrong is not None:
            self.go_to(self.rows[wrong])
        elif self.hand_over(self.start_requested, own):
            self.accept()
