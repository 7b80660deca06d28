"""The monthly question: five slow signs, yes or no each, and then the fixed advice for every yes.

Nothing is preselected, and no key answers several at once: each answer is the person's own. The texts are the same for
everybody and live in `wording`. Nothing said here changes the plan.
"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.slow_signs import NOT_NOW, SlowAnswers
from walkcoach.core.symptoms import SlowSign
from walkcoach.ui.dialogs.check_in_dialog import CheckInDialog
from walkcoach.ui.dialogs.sheet import SheetDialog
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.choice_row import ChoiceRow
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import check_in, names, warning_signs
from walkcoach.wording import slow_signs as words

_WORDS_PX: Final = 640


class SlowSignsDialog(CheckInDialog):
    """The sheet of questions. `saved` carries the `SlowAnswers`, `NOT_NOW` included; Escape says nothing and asks again."""

    saved = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words.title(), words.hint(), None, theme, parent)
        self.answer_rows: dict[SlowSign, ChoiceRow] = {}
        for sign in SlowSign:
            asked = warning_signs.slow_sign_question(sign)
            self.answer_rows[sign] = self.add_choice(asked, list(check_in.no_yes().items()), words_px=_WORDS_PX)
        self.secondary.set_words(check_in.not_now())
        self.secondary.clicked.connect(lambda: self._say(NOT_NOW))
        self.primary.set_words(check_in.save())
        self.primary.clicked.connect(self._save)
        self.finish()

    def answers(self) -> SlowAnswers | None:
        """What was said, as soon as every sign is answered."""
        if self.missing():
            return None
        return SlowAnswers({sign: bool(row.value()) for sign, row in self.answer_rows.items()})

    def missing(self) -> list[str]:
        """The signs still open, by their short names."""
        return [names.slow_sign_name(sign) for sign, row in self.answer_rows.items() if row.value() is None]

    def refresh(self) -> None:
        """Say how many are answered: the sheet is short enough to see which."""
        open_still = len(self.missing())
        if open_still:
            self.footer_heading.setText(words.answered(len(SlowSign) - open_still, len(SlowSign)))
            self.footer_detail.setText(words.put_off())
        else:
            self.show_footer(check_in.all_answered(), words.all_answered_detail(), urgent=False)
        self.primary.setEnabled(not open_still)

    def _save(self) -> None:
        answers = self.answers()
        if answers is not None:
            self._say(answers)

    def _say(self, answers: SlowAnswers) -> None:
        if self.hand_over(self.saved, answers):
            self.accept()


class SlowAdviceDialog(SheetDialog):
    """What is advised after a yes to each of `told`; a word of thanks where there was none."""

    def __init__(self, told: Iterable[SlowSign], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(check_in.window_title(), theme, parent)
        self._said: list[str] = []
        signs = tuple(told)
        if signs:
            self._add(Label(words.advice_title(), TypeRole.PAGE))
            self._add(Label(words.advice_intro(), TypeRole.BODY, Role.MUTED))
            self._add(Label(words.advice_sudden(), TypeRole.STRONG, Role.CAUTION))
            for sign in signs:
                self._add_advice(sign)
        else:
            self._add(Label(words.thanks(), TypeRole.PAGE))
        self._add(Label(words.thanks_detail(), TypeRole.BODY, Role.MUTED))
        self.column.addStretch(1)
        self.close_button = self.add_button(Button(check_in.done(), ButtonKind.PRIMARY, large=True))
        self.close_button.clicked.connect(self.accept)
        self.name_text(" ".join(self._said))
        spread(self, theme)

    def _add_advice(self, sign: SlowSign) -> None:
        card = Card(CardKind.CAUTION, SPACE_16, SPACE_4)
        for label in (
            Label(names.slow_sign_name(sign), TypeRole.HEADING, Role.CAUTION),
            Label(warning_signs.slow_sign_advice(sign), TypeRole.BODY),
        ):
            card.body.addWidget(label)
            self._said.append(label.text())
        self.column.addWidget(card)

    def _add(self, label: Label) -> None:
        self.column.addWidget(label)
        self._said.append(label.text())
