"""A Settings page on its own: what it tells, and a person who types and steps."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from walkcoach.core.programme import Programme
from walkcoach.services.ports import Profile, Settings
from walkcoach.ui.pages.settings_page import Part, SettingsPage
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.widgets.stepper import Stepper

FOLDER = "/home/rosa/walkcoach"


@dataclass
class Told:
    """What a page has told, in order."""

    programmes: list[Programme] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    settings: list[Settings] = field(default_factory=list)


@dataclass
class Opener:
    """A file manager that notes what it is asked to open."""

    answer: bool = True
    opened: list[str] = field(default_factory=list)

    def __call__(self, folder: str) -> bool:
        self.opened.append(folder)
        return self.answer


def made(qtbot: QtBot, theme: Theme, opener: Opener | None = None, width: int = 960, height: int = 700) -> SettingsPage:
    """A page that is shown and has the keyboard."""
    page = SettingsPage(FOLDER, "1.2.3", 0, opener or Opener())
    qtbot.addWidget(page)
    spread(page, theme)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    settle()
    return page


def settle() -> None:
    """Let the page lay itself out anew."""
    for _round in range(4):
        QApplication.processEvents()


def show_part(page: SettingsPage, part: Part) -> None:
    """Show `part` and let it be laid out."""
    page.show_part(part)
    settle()


def listening(page: SettingsPage) -> Told:
    """All that `page` tells from now on."""
    told = Told()
    page.programme_changed.connect(told.programmes.append)
    page.profile_changed.connect(told.profiles.append)
    page.settings_changed.connect(told.settings.append)
    return told


def typed(stepper: Stepper, text: str) -> None:
    """Type `text` in place of the number and leave the field."""
    stepper.setFocus()
    stepper.field().selectAll()
    QTest.keyClicks(stepper.field(), text)
    QTest.keyClick(stepper.field(), Qt.Key.Key_Return)


def button(stepper: Stepper, sign: str) -> QPushButton:
    """The button with − or + beside the number."""
    return next(each for each in stepper.findChildren(QPushButton) if each.accessibleName().endswith(sign))
