"""The monthly question: asked from Today, kept, and answered with advice. The plan takes no notice of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.services.today import TodayService
from walkcoach.ui.bridge import Bridge
from walkcoach.ui.dialogs.slow_signs import SlowAdviceDialog, SlowSignsDialog
from walkcoach.ui.theme.theme import Theme


class MonthlyFlow(QObject):
    """Opens the sheets over `window`. `theme` answers the theme in force whenever one opens."""

    def __init__(self, today: TodayService, bridge: Bridge, window: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(window)
        self._today = today
        self._bridge = bridge
        self._window = window
        self._theme = theme

    def ask(self) -> None:
        """Ask the five questions."""
        dialog = SlowSignsDialog(self._theme(), self._window)
        dialog.saved.connect(lambda answers: self._keep(dialog, answers))
        self._open(dialog)

    def _keep(self, dialog: SlowSignsDialog, answers: SlowAnswers) -> None:
        """Keep what was said, then advise; what could not be kept stays on the sheet, which says why."""
        if self._bridge.attempt(lambda: self._today.answer_slow_signs(answers)):
            if answers.answered:
                dialog.accepted.connect(lambda: self._open(SlowAdviceDialog(answers.told, self._theme(), self._window)))
        elif (trouble := self._bridge.trouble) is not None:
            dialog.refuse(trouble.what, trouble.way_on)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
