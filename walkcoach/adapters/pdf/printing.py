"""Everything that turns a sheet into pages and files, in one thing that can be handed to a window or used without one."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPainter

from walkcoach.adapters.pdf.pages import Pages, pages_of
from walkcoach.adapters.pdf.style import Inks
from walkcoach.adapters.pdf.writer import write_pdf
from walkcoach.core.sheet import Paper, Sheet

_LETTER_PEOPLE: Final = frozenset(
    {
        *(QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico, QLocale.Country.Philippines),
        *(QLocale.Country.Chile, QLocale.Country.Colombia, QLocale.Country.CostaRica, QLocale.Country.Venezuela),
    }
)
"""Where paper is US Letter."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet on paper, to be looked at, printed and written. See `Pages` and `write_pdf` for its units and troubles."""

    pages: Pages
    creator: str
    language: str

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.pages.count

    @property
    def size(self) -> QSizeF:
        """A page's width and height in units."""
        return self.pages.size

    @property
    def left_out(self) -> bool:
        """Whether the first page says that it does not hold everything."""
        return self.pages.left_out

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, in units."""
        self.pages.paint(painter, number)

    def write(self, place: Path, title: str, *, replace: bool) -> None:
        """Write a PDF to `place`. Raises `Trouble`, with what was there before left as it was."""
        write_pdf(place, self.pages, title, self.creator, self.language, replace=replace)


@dataclass(frozen=True, slots=True)
class Press:
    """Puts sheets on paper in `inks`, made by `creator` (name and version), in `language` (as "en-GB")."""

    inks: Inks
    creator: str
    language: str

    def printed(self, sheet: Sheet, paper: Paper) -> Printed:
        """The sheet on paper."""
        return Printed(pages_of(sheet, paper, self.inks), self.creator, self.language)


def application_without_a_window(fonts: Path) -> QGuiApplication:
    """What Qt needs to measure letters, with the fonts of the folder `fonts`. The caller has chosen a platform without a screen."""
    app = QGuiApplication(["walkcoach"])
    for file in sorted(fonts.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return app


def usual_paper() -> Paper:
    """The paper of the person's country."""
    return Paper.LETTER if QLocale().territory() in _LETTER_PEOPLE else Paper.A4


def first_weekday() -> int:
    """The day on which the person's weeks begin, Monday = 0."""
    return QLocale().firstDayOfWeek().value - 1
