"""The button that offers to save a chart: as figures, as a picture, as a drawing. It asks where to, writes, and says so."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from walkcoach.services.errors import Trouble
from walkcoach.ui.charts.saved_files import write_file
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.wording import chart_use as words


class SavedAs(StrEnum):
    """What a chart can be saved as; the value is the file's ending."""

    FIGURES = "csv"
    PICTURE = "png"
    DRAWING = "svg"


AskPlace = Callable[[QWidget, str, str, str], str]
"""Asks for a file's place, given a title, a name to start from and the kind of file; "" if the person thinks better of it."""


def ask_place(parent: QWidget, title: str, name: str, kind: str) -> str:
    """The system's dialog, in the person's documents at first; it asks by itself before it writes over a file."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return QFileDialog.getSaveFileName(parent, title, str(Path(documents) / name), kind)[0]


_KINDS: Final = (SavedAs.FIGURES, SavedAs.PICTURE, SavedAs.DRAWING)


class SaveButton(Button):
    """Opens a menu of the kinds. `content` makes what is to be written; without `text` it is an icon."""

    saved = Signal(str)
    """A file was written; carries its place."""
    trouble_met = Signal(object)
    """It could not be written; carries the `Trouble`."""

    def __init__(
        self, content: Callable[[SavedAs], bytes], *, text: bool, ask: AskPlace = ask_place, parent: QWidget | None = None
    ) -> None:
        super().__init__(words.save() if text else "", ButtonKind.QUIET, icon=None if text else Icon.SAVE, parent=parent)
        self._content = content
        self._ask = ask
        self._stem = words.file_stem()
        self.menu_shown = QMenu(self)
        for kind, label in zip(_KINDS, (words.save_figures(), words.save_picture(), words.save_drawing()), strict=True):
            action = self.menu_shown.addAction(label)
            action.triggered.connect(lambda _checked=False, kind=kind: self.save(kind))
        self.clicked.connect(self._offer)

    def name_chart(self, title: str) -> None:
        """Tell screen readers which chart it saves."""
        self.setAccessibleName(words.save_named(title))
        self.setToolTip(words.save_named(title))
        self.setAccessibleDescription(words.save_hint())  # without one, Qt has a screen reader say the tool tip: the name again

    def propose(self, stem: str) -> None:
        """What the file is to be called unless the person changes it, without its ending."""
        self._stem = stem

    def apply_theme(self, theme: Theme) -> None:
        """Take font and colours from `theme`; the menu's are the program's, at this text size."""
        super().apply_theme(theme)
        if hasattr(self, "menu_shown"):
            self.menu_shown.setFont(theme.font(TypeRole.BODY))

    def save(self, kind: SavedAs) -> None:
        """Ask where to and write the file."""
        filters = {
            SavedAs.FIGURES: words.filter_csv(),
            SavedAs.PICTURE: words.filter_png(),
            SavedAs.DRAWING: words.filter_svg(),
        }
        place = self._ask(self.window(), words.dialog_title(), f"{self._stem}.{kind}", filters[kind])
        if not place:
            return
        path = Path(place)
        if not path.suffix:
            path = path.with_name(f"{path.name}.{kind}")
        try:
            write_file(path, self._content(kind))
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
            return
        self.saved.emit(str(path))

    def _offer(self) -> None:
        self.menu_shown.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.menu_shown.setActiveAction(self.menu_shown.actions()[0])
