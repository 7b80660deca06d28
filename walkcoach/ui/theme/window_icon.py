"""The window's icon, in the colours of the theme. Apart from `icons`: a window that comes by its icon later is there sooner."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import Role


def set_window_icon(app: QApplication, theme: Theme) -> None:
    """Give all windows of `app` the icon in the colours of `theme`."""
    app.setWindowIcon(window_icon(theme.colour(Role.ACCENT), theme.colour(Role.ON_ACCENT)))


def window_icon(ground: QColor, ink: QColor) -> QIcon:
    """The walker on a rounded square: the window's icon in the sizes that desktops ask for."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22)
        inner = side * 0.14
        paint_icon(painter, Icon.LOGO, QRectF(inner, inner, side - 2 * inner, side - 2 * inner), ink, 2.3)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
