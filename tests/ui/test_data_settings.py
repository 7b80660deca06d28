"""The part of the settings about the diary's files and its sheets: nothing clipped, everything named, at any text size."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.diaries import NINE
from tests.ui.access import name_of, tab_stops, too_small, unnamed
from tests.ui.scenes import clipped, settle, theme
from tests.ui.settings_scenes import Opener, made, show_part
from walkcoach.services.backup_port import Backup
from walkcoach.services.transfer.export import ExportKind
from walkcoach.ui.dialogs.ask_sheet import AskSheet, Told
from walkcoach.ui.dialogs.backup_list import BackupListDialog
from walkcoach.ui.pages.settings_data import DataSettings, ShelfView
from walkcoach.ui.pages.settings_data import name_of as kind_name
from walkcoach.ui.pages.settings_page import Part
from walkcoach.ui.theme.tokens import Scheme
from walkcoach.ui.widgets.buttons import ButtonKind
from walkcoach.ui.widgets.place_label import PlaceLabel
from walkcoach.wording import data as words
from walkcoach.wording import data_transfer as transfer_words
from walkcoach.wording.trouble import synchronised

LONG = "/home/rosa/Documents/Health and walking/exports-of-the-year-2026/walkcoach-2026-11-20-before-the-journey.fhir.json"
SHELF = ShelfView(NINE, NINE - timedelta(hours=2), NINE - timedelta(days=5), 17, 6_200_000)
LOOKS = [(100, Scheme.DARK, 920), (150, Scheme.LIGHT, 920), (200, Scheme.CONTRAST_DARK, 920), (200, Scheme.LIGHT, 1920)]
BACKUPS = tuple(Backup(Path(f"{number}"), NINE - timedelta(hours=7 * number), 340_000) for number in range(40))


@pytest.mark.parametrize(("percent", "scheme", "width"), LOOKS)
def test_the_part_with_all_that_it_can_say_is_whole(
    qtbot: QtBot, qapp: QApplication, percent: int, scheme: Scheme, width: int
) -> None:
    page = made(qtbot, theme(qapp, percent, scheme), Opener(answer=False), width - 208, 640)
    show_part(page, Part.DATA)
    page.data.warn(synchronised("/home/rosa/Dropbox (Private and family)/walkcoach", "Dropbox"))
    page.data.draw(SHELF)
    page.data.open.click()
    page.data.say_backup(words.restored(words.holds(84, 71, (NINE.date(), NINE.date())), "diary-000042-20261120T173000Z.sqlite3"))
    page.data.say_transfer(f"Your diary is in {LONG}: 512 entries.")
    for _card_in_card in range(2):
        settle(qapp)
    assert clipped(page) == []
    assert page.horizontalScrollBar().maximum() == 0
    assert unnamed(page) == []
    assert too_small(page) == []
    assert len(page.data.said()) == 3


def test_a_shelf_without_a_backup_says_so_and_how_the_first_comes_to_be(qapp: QApplication) -> None:
    theme(qapp)
    part = DataSettings("/home/rosa/walkcoach", Opener())
    part.draw(ShelfView(NINE))
    assert part._state_label.said == "There is no backup yet. The first one makes itself within half an hour."
    assert part._proof.text().startswith("Not tried out yet.")
    assert part._shelf.isHidden()
    part.draw(SHELF)
    assert part._shelf.text() == "17 backups, 6.2 MB together."
    part.warn(None)
    assert part._warning.isHidden()


@pytest.mark.parametrize("kind", ExportKind)
def test_every_kind_of_export_can_be_chosen_and_has_its_words(qapp: QApplication, kind: ExportKind) -> None:
    theme(qapp)
    part = DataSettings("/home/rosa/walkcoach", Opener())
    assert part.kind() is ExportKind.JSON
    part.kinds.choose(kind)
    assert part.kind() is kind
    told, small = transfer_words.export_kind(kind_name(kind))
    assert [row.text() for row in part.kinds.findChildren(QRadioButton) if row.isChecked()] == [told]
    assert small
    assert transfer_words.file_kind(kind_name(kind))


def shown(qtbot: QtBot, qapp: QApplication, width: int) -> QWidget:
    """A window of that width."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 640)
    window.show()
    settle(qapp)
    return window


def open_over(qapp: QApplication, sheet: QDialog) -> None:
    """Show the sheet."""
    sheet.show()
    settle(qapp)


@pytest.mark.parametrize(("percent", "scheme", "width"), LOOKS)
def test_a_question_with_long_paths_is_whole(qtbot: QtBot, qapp: QApplication, percent: int, scheme: Scheme, width: int) -> None:
    window = shown(qtbot, qapp, width)
    sheet = AskSheet(
        "Delete everything for good?",
        "This cannot be taken back.",
        (Told("What stays", ("These files, which you exported:", LONG, "w" * 300)),),
        "Cancel",
        theme(qapp, percent, scheme),
        window,
        confirm="Delete everything",
        kind=ButtonKind.DANGER,
    )
    open_over(qapp, sheet)
    assert clipped(sheet) == []
    assert sheet._sheet.width() <= sheet._scroll.viewport().width()
    assert unnamed(sheet) == []
    assert LONG in name_of(sheet._scroll)
    sheet.close()


@pytest.mark.parametrize(("percent", "scheme", "width"), LOOKS)
@pytest.mark.parametrize("backups", [(), BACKUPS])
def test_the_list_of_backups_is_whole(
    qtbot: QtBot, qapp: QApplication, percent: int, scheme: Scheme, width: int, backups: tuple[Backup, ...]
) -> None:
    window = shown(qtbot, qapp, width)
    sheet = BackupListDialog(backups, NINE, theme(qapp, percent, scheme), window)
    open_over(qapp, sheet)
    assert clipped(sheet) == []
    assert unnamed(sheet) == []
    assert too_small(sheet) == []
    assert len(tab_stops(sheet)) == (4 if backups else 2)
    assert sheet.primary.isVisible() is bool(backups)
    sheet.close()


def test_the_first_question_is_never_answered_by_a_key_pressed_once_too_often(qtbot: QtBot, qapp: QApplication) -> None:
    window = shown(qtbot, qapp, 920)
    sheet = AskSheet("Sure?", "It is for good.", (), "Cancel", theme(qapp), window, confirm="Yes")
    answers: list[int] = []
    sheet.finished.connect(answers.append)
    open_over(qapp, sheet)
    assert sheet.leave.hasFocus() or sheet.focusWidget() is sheet.leave
    assert sheet.confirm is not None
    assert [button.text() for button in (sheet.leave, sheet.confirm) if button.isDefault() or button.autoDefault()] == []
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert answers == []
    QTest.keyClick(sheet.leave, Qt.Key.Key_Return)
    assert answers == [QDialog.DialogCode.Rejected]


def test_a_path_may_break_where_a_folder_ends_and_is_heard_as_it_is(qapp: QApplication) -> None:
    label = PlaceLabel(f"It is in {LONG}, whole.")
    assert label.said == label.accessibleName() == f"It is in {LONG}, whole."
    assert label.text().replace("\u200b", "") == label.said
    assert "rosa/\u200bDocuments/\u200bHealth" in label.text()
    assert PlaceLabel("A short word.").text() == "A short word."
    assert max(map(len, PlaceLabel("w" * 300).text().split("\u200b"))) < 30
