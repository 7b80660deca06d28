"""The base of shapes that are painted and only looked at: a screen reader meets a graphic with a name and a description."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from walkcoach.ui.theme.theme import Theme


class PaintedShape(QLabel):
    """A painted display. It is a label with an empty picture, since Qt then tells screen readers that it is a graphic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(QPixmap(1, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.theme = Theme()

    def say(self, name: str, description: str = "") -> None:
        """Tell screen readers what this is and what it shows."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def mirrored(self) -> bool:
        """Whether reading goes from right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def apply_theme(self, theme: Theme) -> None:
        """Paint by `theme` from now on."""
        self.theme = theme
        self.updateGeometry()
        self.update()
