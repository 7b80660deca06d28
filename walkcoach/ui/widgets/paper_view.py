"""Pages of paper as they will be printed, one below the other, as wide as there is room."""

from typing import Final, Protocol

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from walkcoach.ui.theme.paper import paper_ground
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import SPACE_4, SPACE_16, Role
from walkcoach.wording import report_page as words

_WIDEST_PX: Final = 760
"""The widest a page is drawn at 100 % text."""
_MOST_PAGES: Final = 8
"""More pages than these are printed and written, but not drawn: nobody scrolls through a year of days here."""


class PaintedPages(Protocol):
    """Pages that paint themselves in units of their own."""

    @property
    def count(self) -> int:
        """How many there are."""

    @property
    def size(self) -> QSizeF:
        """Width and height of each in units."""

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint one, counted from 0."""


class PaperView(QWidget):
    """Shows the first pages of `PaintedPages`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._sheets: list[PaperSheet] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_16)

    def show_pages(self, pages: PaintedPages) -> None:
        """Draw these pages."""
        shown = min(pages.count, _MOST_PAGES)
        while len(self._sheets) > shown:
            gone = self._sheets.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self._sheets) < shown:
            sheet = PaperSheet()
            sheet.apply_theme(self._theme)
            self._sheets.append(sheet)
            self._column.addWidget(sheet)
        for number, sheet in enumerate(self._sheets):
            sheet.show_page(pages, number)

    @property
    def sheets(self) -> tuple["PaperSheet", ...]:
        """The pages that are drawn."""
        return tuple(self._sheets)

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size; pages grow with it, and the ones made later need it."""
        self._theme = theme


class PaperSheet(QWidget):
    """One page. White in every theme, since it is paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._pages: PaintedPages | None = None
        self._number = 0
        self._drawn = QPixmap()
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, pages: PaintedPages, number: int) -> None:
        """Be page `number` of `pages`."""
        self._pages, self._number = pages, number
        self._drawn = QPixmap()
        self.setAccessibleName(words.page_name(number + 1, pages.count))
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take the text size and the colours of edge and ring."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a page gets."""
        width = self._theme.scaled(_WIDEST_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A page can be drawn small; its text is there as text, too."""
        return QSize(self._theme.scaled(_WIDEST_PX) // 4, SPACE_16)

    def hasHeightForWidth(self) -> bool:
        """Paper has its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of a page in a room of `width` pixels."""
        if self._pages is None:
            return 0
        size = self._pages.size
        return round(self._sheet_width(width) * size.height() / size.width()) + 2 * SPACE_4

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless it was the mouse."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, from a picture that is made again only when its size or content changes."""
        if self._pages is None:
            return
        width = self._sheet_width(self.width())
        size = self._pages.size
        box = QRectF((self.width() - width) / 2, SPACE_4, width, width * size.height() / size.width())
        dots = self.devicePixelRatioF()
        if self._drawn.size() != (box.size() * dots).toSize():
            self._drawn = self._picture((box.size() * dots).toSize())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, self._drawn, QRectF(self._drawn.rect()))
        ring = self.hasFocus() and self._ring
        painter.setPen(QPen(self._theme.colour(Role.FOCUS if ring else Role.LINE), 3 if ring else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _sheet_width(self, room: int) -> int:
        return max(1, min(room - 2 * SPACE_4, self._theme.scaled(_WIDEST_PX)))

    def _picture(self, size: QSize) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(QColor(paper_ground()))
        if self._pages is not None:
            painter = QPainter(drawn)
            scale = size.width() / self._pages.size.width()
            painter.scale(scale, scale)
            self._pages.paint(painter, self._number)
            painter.end()
        return drawn
