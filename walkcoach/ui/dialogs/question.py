"""One question with its answers beside it, or below it where the window is narrow or the text large."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_8, TypeRole
from walkcoach.ui.widgets.choice_row import ChoiceRow
from walkcoach.ui.widgets.labels import Label, caption
from walkcoach.ui.widgets.score_row import LABEL_PX

_GAP: Final = SPACE_8


class Question(QWidget):
    """A question in words, small print under it, and `answer`: its answers, of which none is preselected.

    `words_px`: how wide the words are beside the answers, at 100 % text.
    """

    def __init__(
        self, text: str, answer: ChoiceRow, *, hint: str = "", words_px: int = LABEL_PX, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.answer = answer
        self._words_px = words_px
        self._theme = Theme()
        self._label = Label(text, TypeRole.STRONG, parent=self)
        self._hint = caption(hint)
        self._hint.setParent(self)
        self._hint.setVisible(bool(hint))
        answer.setParent(self)
        self.setFocusProxy(answer)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The question, as it was given."""
        return self._label.text()

    @property
    def answered(self) -> bool:
        """Whether an answer was given."""
        return self.answer.value() is not None

    def apply_theme(self, theme: Theme) -> None:
        """Take sizes from `theme`."""
        self._theme = theme
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Question and answers beside each other."""
        width = self._label_width() + _GAP + self.answer.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the answers get."""
        return QSize(self.answer.minimumSizeHint().width(), self.answer.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at `width` pixels."""
        if self._beside(width):
            words = self._words_height(self._label_width())
            return max(words, self.answer.heightForWidth(width - self._label_width() - _GAP))
        return self._words_height(width) + SPACE_4 + self.answer.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place question and answers anew."""
        super().resizeEvent(event)
        self._place()

    def _label_width(self) -> int:
        return self._theme.scaled(self._words_px)

    def _beside(self, width: int) -> bool:
        return width >= self._label_width() + _GAP + self.answer.sizeHint().width()

    def _words_height(self, width: int) -> int:
        height = self._label.heightForWidth(width)
        return height + (self._hint.heightForWidth(width) if self._hint.text() else 0)

    def _place(self) -> None:
        width = self.width()
        beside = self._beside(width)
        words_width = self._label_width() if beside else width
        words = self._words_height(words_width)
        first = self._label.heightForWidth(words_width)
        top = max(0, (self.height() - words) // 2) if beside else 0
        self._label.setGeometry(0, top, words_width, first)
        self._hint.setGeometry(0, top + first, words_width, words - first)
        if beside:
            left = self._label_width() + _GAP
            high = self.answer.heightForWidth(width - left)
            self.answer.setGeometry(QRect(left, (self.height() - high) // 2, width - left, high))
        else:
            self.answer.setGeometry(QRect(0, words + SPACE_4, width, self.height() - words - SPACE_4))
