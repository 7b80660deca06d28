"""The fixed text for a warning sign, at once and before anything else; also what *Something is wrong* shows during a walk.

The texts are the same for everybody and live in `wording.warning_signs`. No key but Escape, and no stray return or space
bar, sends them away.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkcoach.core.symptoms import TIER, Tier, WarningSign
from walkcoach.ui.dialogs.sheet import SheetDialog
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_12, SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.labels import Label
from walkcoach.wording import check_in, names
from walkcoach.wording.warning_signs import TierText, feet_new_text, tier_text

_URGENT = frozenset({Tier.EMERGENCY, Tier.SAME_DAY})


class WarningSignDialog(SheetDialog):
    """What to do about `signs`, the most urgent kind first; with `feet_new` also about something new on the feet.

    With no sign at all it is the text behind *Something is wrong*: the emergency signs by name, and what to do.
    """

    def __init__(
        self,
        signs: Iterable[WarningSign],
        emergency_number: str,
        theme: Theme,
        *,
        feet_new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(check_in.window_title(), theme, parent)
        told = frozenset(signs)
        self._said: list[str] = []
        in_walk = not told and not feet_new
        for tier in Tier:
            mine = [names.warning_sign_name(sign) for sign in WarningSign if sign in told and TIER[sign] is tier]
            if mine:
                self._add_text(tier_text(tier, emergency_number), tier in _URGENT, check_in.you_told(mine))
        if feet_new:
            self._add_text(feet_new_text(), urgent=True, intro="")
        if in_walk:
            self._add_wrong(tier_text(Tier.EMERGENCY, emergency_number))
        self.column.addStretch(1)
        close = Button(check_in.back_to_walk() if in_walk else check_in.read_it(), ButtonKind.PRIMARY, large=True)
        close.clicked.connect(self.accept)
        self.close_button = self.add_button(close)
        self.name_text(" ".join(self._said))
        spread(self, theme)

    def _add_text(self, text: TierText, urgent: bool, intro: str) -> None:
        self._say(Label(text.title, TypeRole.PAGE, Role.DANGER if urgent else Role.CAUTION))
        if intro:
            self._say(Label(intro, TypeRole.BODY, Role.MUTED))
        self._add_steps(text.what_to_do, urgent)
        for paragraph in text.paragraphs:
            self._say(Label(paragraph, TypeRole.BODY))
        self.column.addSpacing(SPACE_12)

    def _add_wrong(self, text: TierText) -> None:
        self._say(Label(text.title, TypeRole.PAGE, Role.DANGER))
        self._say(Label(check_in.wrong_in_walk(), TypeRole.BODY))
        signs = [names.warning_sign_name(sign) for sign in WarningSign if TIER[sign] is Tier.EMERGENCY]
        self._say(Label(" · ".join(signs), TypeRole.STRONG))
        self._add_steps(text.what_to_do, urgent=True)
        self._say(Label(text.paragraphs[1], TypeRole.BODY))
        self._say(Label(check_in.wrong_otherwise(), TypeRole.BODY, Role.MUTED))

    def _add_steps(self, steps: Iterable[str], urgent: bool) -> None:
        card = Card(CardKind.DANGER if urgent else CardKind.CAUTION, SPACE_16, SPACE_12)
        colour = Role.DANGER if urgent else Role.CAUTION
        for number, step in enumerate(steps, 1):
            line = QHBoxLayout()
            line.setSpacing(SPACE_12)
            figure = Label(f"{number}", TypeRole.TITLE, colour, wrap=False)
            words = Label(step, TypeRole.LEAD)
            line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            card.body.addLayout(line)
            self._said.append(step)
        self.column.addWidget(card)

    def _say(self, label: Label) -> None:
        self.column.addWidget(label)
        self._said.append(label.text())
