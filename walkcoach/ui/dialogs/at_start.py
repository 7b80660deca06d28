"""What is said while there is no window, before it or after it: a plain box of the system, with words and at most one choice."""

from PySide6.QtWidgets import QMessageBox

from walkcoach.services.errors import Trouble
from walkcoach.wording import backups as words

_TITLE = "Walkcoach"


def show_trouble(trouble: Trouble) -> None:
    """Say what stands in the way of starting, and wait until it is read."""
    _box(trouble).exec()


def wants_to_begin_anew(trouble: Trouble) -> bool:
    """Ask whether an empty diary is to be begun beside one that cannot be opened; closing the box means no."""
    box = _box(trouble)
    anew = box.addButton(words.begin_anew(), QMessageBox.ButtonRole.DestructiveRole)
    leave = box.addButton(words.leave_it(), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.exec()
    return box.clickedButton() is anew


def say_goodbye(what: str, more: str) -> None:
    """Say the last thing, and wait until it is read."""
    box = _box(Trouble(what, more))
    box.setIcon(QMessageBox.Icon.Information)
    box.exec()


def _box(trouble: Trouble) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, _TITLE, trouble.what)
    box.setInformativeText(trouble.way_on)
    return box
