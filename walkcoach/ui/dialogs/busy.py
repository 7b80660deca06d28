"""The sheet over work that takes a while. It comes only after half a second: what is quicker needs no sheet and gets none.

Until then the window takes no key and no click already, so that nothing can be begun twice. What runs behind it, and how a
caller hears how it ended, is in `ui.errand`.
"""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from walkcoach.services.errand import Work
from walkcoach.ui.dialogs.sheet import SheetDialog
from walkcoach.ui.errand import Errand
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.progress_bar import ProgressBar
from walkcoach.wording import busy as words

SHOWN_AFTER_MS: Final = 500
_SAID_EVERY: Final = 0.25


class BusySheet(SheetDialog):
    """Says what is being done and how far it is. With `stoppable`, a button and Escape ask to stop; nothing else closes it."""

    stop_requested = Signal()

    def __init__(self, title: str, text: str, theme: Theme, parent: QWidget | None = None, *, stoppable: bool = False) -> None:
        super().__init__(title, theme, parent)
        self._said = 0.0
        self.bar = ProgressBar(words.bar_name())
        self.far = Label(words.moment(), TypeRole.STRONG)
        self.column.addWidget(Label(title, TypeRole.PAGE))
        self.column.addWidget(Label(text, TypeRole.LEAD, Role.MUTED))
        self.column.addSpacing(SPACE_8)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.far)
        self.column.addStretch(1)
        self.name_text(f"{title}. {text}")
        self.stop: Button | None = None
        if stoppable:
            self.stop = self.add_button(Button(words.stop(), ButtonKind.SECONDARY, large=True))
            self.stop.clicked.connect(self._ask)
        spread(self, theme)

    def wait_unseen(self) -> None:
        """Keep keys and clicks from the window below, and show nothing yet."""
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.show()

    def appear(self) -> None:
        """Be seen, and be said to a screen reader."""
        self.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
        self.show()
        announce(self, f"{self._scroll.accessibleName()} {self.far.text()}")

    def give_back(self) -> None:
        """Go, and let the window below have the keyboard: where no window manager sees to that, no key would reach anything.

        Somebody who works elsewhere by then is left alone; nobody gets there before the sheet is seen.
        """
        here = not self.seen or self.isActiveWindow()
        self.hide()
        below = self.parentWidget()
        if here and below is not None and below.isVisible() and not below.isActiveWindow():
            below.activateWindow()

    @property
    def seen(self) -> bool:
        """Whether it is on the screen."""
        return self.isVisible() and not self.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)

    def show_far(self, done: int, total: int) -> None:
        """Show that `done` of `total` is done; a total of 0: nobody knows."""
        share = done / total if total > 0 else None
        self.bar.show_share(share)
        if self.stop is not None and not self.stop.isEnabled():
            return
        self.far.setText(words.moment() if share is None else words.done_so_far(min(1.0, max(0.0, share))))
        if self.seen and share is not None and share >= self._said + _SAID_EVERY:
            self._said = share - share % _SAID_EVERY
            announce(self, self.far.text())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it asks to stop; it goes when the work is over."""
        event.ignore()
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks to stop, where that can be done."""
        if event.key() == Qt.Key.Key_Escape:
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self.stop is None or not self.stop.isEnabled():
            return
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)  # a button that goes grey would let the keyboard go
        self.stop.setEnabled(False)
        self.far.setText(words.stopping())
        announce(self, words.stopping())
        self.stop_requested.emit()


def run_with_progress(
    parent: QWidget, theme: Theme, title: str, text: str, work: Work[object], *, stoppable: bool = False
) -> Errand:
    """Start `work`, with a sheet over the window of `parent` from half a second on: `title`, `text`, a bar, and a button to stop.

    `stoppable` promises that the work asks whether it is to stop. Connect to the errand's `done`, `failed` and `stopped` at
    once; each comes when the sheet is gone. `title` stands in the title of a window, too: no word about health.
    """
    errand = Errand(work, parent)
    sheet = BusySheet(title, text, theme, parent.window(), stoppable=stoppable)
    late = QTimer(sheet, singleShot=True, interval=SHOWN_AFTER_MS)
    late.timeout.connect(sheet.appear)
    sheet.stop_requested.connect(errand.ask_to_stop)
    errand.progressed.connect(sheet.show_far)
    errand.ended.connect(late.stop)
    errand.ended.connect(sheet.give_back)
    errand.ended.connect(sheet.deleteLater)
    errand.ended.connect(errand.deleteLater)
    sheet.wait_unseen()
    late.start()
    errand.start()
    return errand
