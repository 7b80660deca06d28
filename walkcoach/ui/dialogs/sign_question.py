"""The warning signs, behind one clear question: "Any of these?", none or the list, by urgency and in plain names.

Neither answer is preselected, and nothing but the person's own hand ever gives one.
"""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from walkcoach.core.symptoms import TIER, Tier, WarningSign
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_12, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import check_in, names, warning_signs


class SignQuestion(Card):
    """The question and its list. `answer` is None as long as it is open, else the signs ticked."""

    changed = Signal()

    def __init__(self, signs: Iterable[WarningSign], emergency_number: str, parent: QWidget | None = None) -> None:
        """Ask about `signs`, in the catalogue's order."""
        super().__init__(CardKind.CAUTION, SPACE_12, SPACE_12, parent)
        self._asked = tuple(signs)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(check_in.signs_question(), TypeRole.STRONG, Role.CAUTION))
        words.addWidget(Label(check_in.signs_examples(), TypeRole.BODY, Role.CAUTION))
        self.row = ChoiceRow(
            f"{check_in.signs_question()} {check_in.signs_examples()}",
            [Choice(False, check_in.signs_none()), Choice(True, check_in.signs_show())],
        )
        self.row.chosen.connect(self._choose)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        head.setSpacing(SPACE_16)
        head.addLayout(words, 1)
        head.addWidget(self.row)
        self.body.addLayout(head)
        self.ticks: dict[WarningSign, Tick] = {}
        self._grids: list[tuple[QGridLayout, list[Tick]]] = []
        self._list = self._make_list(emergency_number)
        self._list.hide()
        self.body.addWidget(self._list)
        self.setFocusProxy(self.row)

    @property
    def text(self) -> str:
        """The question as it is named among what is missing."""
        return check_in.signs_in_words()

    @property
    def answered(self) -> bool:
        """Whether it was answered: with none, or with what is ticked."""
        return self.answer is not None

    @property
    def signs(self) -> frozenset[WarningSign]:
        """The signs ticked so far."""
        return frozenset(sign for sign, tick in self.ticks.items() if tick.isChecked())

    @property
    def answer(self) -> frozenset[WarningSign] | None:
        """The answer once there is one: the empty set after *None*, what is ticked in the list, else None."""
        if self.row.value() is False:
            return frozenset()
        return self.signs or None

    def fill(self, signs: Iterable[WarningSign]) -> None:
        """Show as answered: none, or these, as they were told before."""
        told = frozenset(signs)
        self.row.choose(bool(told))
        self._list.setVisible(bool(told))
        for sign, tick in self.ticks.items():
            tick.setChecked(sign in told)
        self.changed.emit()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours; the list goes to one column when the text is large."""
        super().apply_theme(theme)
        columns = 2 if theme.text_percent < 140 else 1
        for grid, ticks in self._grids:
            grid.setColumnStretch(1, columns - 1)
            for number, tick in enumerate(ticks):
                grid.addWidget(tick, number // columns, number % columns)

    def _make_list(self, emergency_number: str) -> QWidget:
        holder = Card(padding_px=SPACE_12, gap_px=SPACE_4)
        for tier in Tier:
            mine = [sign for sign in self._asked if TIER[sign] is tier]
            if not mine:
                continue
            urgent = tier in (Tier.EMERGENCY, Tier.SAME_DAY)
            what = warning_signs.tier_text(tier, emergency_number).title
            holder.body.addWidget(Label(what, TypeRole.HEADING, Role.DANGER if urgent else Role.CAUTION))
            grid = QGridLayout()
            grid.setSpacing(SPACE_4)
            grid.setColumnStretch(0, 1)
            for sign in mine:
                tick = Tick(names.warning_sign_name(sign), warning_signs.sign_description(sign))
                tick.toggled.connect(self.changed)
                self.ticks[sign] = tick
            self._grids.append((grid, [self.ticks[sign] for sign in mine]))
            holder.body.addLayout(grid)
        return holder

    def _choose(self, some: object) -> None:
        self._list.setVisible(bool(some))
        if not some:
            for tick in self.ticks.values():
                tick.setChecked(False)
        self.changed.emit()
