"""Every widget in every state, and the pages, as pictures to look at: light, dark, high contrast, and at large text.

For the people who build this; the sample words here are never shown by the program.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from walkcoach.core.programme import Programme, Track
from walkcoach.core.segments import segments_for
from walkcoach.ui.dialogs.busy import BusySheet
from walkcoach.ui.gallery_progress import calendars_and_roads
from walkcoach.ui.gallery_samples import today_states
from walkcoach.ui.pages.today_page import TodayPage
from walkcoach.ui.pages.welcome_page import WelcomePage
from walkcoach.ui.theme.apply import apply_theme_to_app
from walkcoach.ui.theme.icons import Icon
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_16, SPACE_24, Role, Scheme, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.day_figure import DayFigure
from walkcoach.ui.widgets.decision_mark import MarkEntry, MarkKind
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.foot_bar import FootBar
from walkcoach.ui.widgets.labels import Label, body, heading
from walkcoach.ui.widgets.message_bar import MessageBar
from walkcoach.ui.widgets.multi_row import MultiRow
from walkcoach.ui.widgets.nav_rail import NavRail
from walkcoach.ui.widgets.notice_bar import NoticeBar
from walkcoach.ui.widgets.option_list import Option, OptionList
from walkcoach.ui.widgets.paper_view import PaperView
from walkcoach.ui.widgets.read_only_text import ReadOnlyText
from walkcoach.ui.widgets.remark_editor import RemarkEditor
from walkcoach.ui.widgets.scroll_page import ScrollPage
from walkcoach.ui.widgets.segment_strip import SegmentStrip
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.ui.widgets.tick import Tick
from walkcoach.ui.widgets.unfolding import Unfolding
from walkcoach.ui.widgets.week_dots import Dot, DotKind, WeekDots

Factory = Callable[[], QWidget]
"""Makes a widget anew, with its sample values, without a theme."""

LOOKS: Final = (
    Theme(Scheme.LIGHT),
    Theme(Scheme.DARK),
    Theme(Scheme.CONTRAST_LIGHT),
    Theme(Scheme.CONTRAST_DARK),
    Theme(Scheme.LIGHT, 200),
)
SIZE_PX: Final = (1200, 780)
_SETTLE_ROUNDS: Final = 4
"""Layouts whose height follows their width need a few rounds of events until they stand still."""


def save_pictures(
    app: QApplication, folder: Path, factories: Mapping[str, Factory] | None = None, looks: Iterable[Theme] = LOOKS
) -> list[Path]:
    """Draw each of `factories` (the whole gallery if left out) in each of `looks` into `folder`; returns the files.

    A file is named by what it shows, the scheme and the text size. Raises an `OSError` where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for look in looks:
        apply_theme_to_app(app, look)
        for name, factory in (factories if factories is not None else gallery()).items():
            path = folder / f"{name}-{look.scheme}-{look.text_percent}.png"
            _save_one(app, factory, look, path)
            made.append(path)
    return made


def gallery() -> Mapping[str, Factory]:
    """All that there is to look at, by name."""
    states: dict[str, Factory] = {f"today-{name}": partial(_today, name) for name in today_states()}
    steps: dict[str, Factory] = {f"welcome-{number}": partial(_welcome, number) for number in range(5)}
    return MappingProxyType(
        {
            "type": _type,
            "buttons": _buttons,
            "choices": _choices,
            "fields": _fields,
            "strips": _strips,
            "week": _week,
            "marks": _marks,
            "cards": _cards,
            "texts": _texts,
            "paper": _paper,
            "frame": _frame,
            "busy": _busy,
            "busy-unknown": partial(_busy, 0, 0),
            "busy-no-stop": partial(_busy, 97, 100, stoppable=False),
            **states,
            **steps,
            **calendars_and_roads(),
        }
    )


def _save_one(app: QApplication, factory: Factory, look: Theme, path: Path) -> None:
    widget = factory()
    spread(widget, look)
    widget.resize(*SIZE_PX)
    widget.show()
    for _round in range(_SETTLE_ROUNDS):
        app.processEvents()
    if not widget.grab().save(str(path)):
        raise OSError(f"{path} cannot be written")
    widget.close()
    widget.deleteLater()


def _page(*parts: QWidget) -> ScrollPage:
    page = ScrollPage()
    for part in parts:
        page.column.addWidget(part)
    page.column.addStretch(1)
    return page


def _card(name: str, *parts: QWidget) -> Card:
    card = Card()
    card.body.addWidget(heading(name))
    for part in parts:
        card.body.addWidget(part)
    return card


def _type() -> QWidget:
    words = "The quick 0123456789"
    return _page(*(Label(f"{words} · {role}", role) for role in TypeRole if role is not TypeRole.FIGURE))


def _buttons() -> QWidget:
    cards = []
    for kind in (ButtonKind.PRIMARY, ButtonKind.SECONDARY, ButtonKind.QUIET, ButtonKind.DANGER):
        row = FlowRow(SPACE_16)
        off = Button("Disabled", kind)
        off.setEnabled(False)
        for button in (Button("Start walking", kind), Button("Large", kind, large=True), off):
            row.add(button)
        row.add(Button("With a key", kind, hint="Space"))
        row.add(Button("With an icon", kind, icon=Icon.SOUND))
        cards.append(_card(kind, row))
    return _page(*cards)


def _choices() -> QWidget:
    answers = [Choice(1, "As usual"), Choice(2, "Less steady"), Choice(3, "Much less steady")]
    none, chosen, off = (ChoiceRow("How steady are you?", answers) for _row in range(3))
    chosen.choose(2)
    off.choose(3)
    off.setEnabled(False)
    days = MultiRow("Walk days", [Choice(day, name) for day, name in enumerate(("Mon", "Tue", "Wed", "Thu"))])
    days.choose((0, 2))
    tracks = OptionList("How fast?", [Option(track, track.value, "Up to some minutes more a day.") for track in Track])
    tracks.choose(Track.GENTLE)
    tracks.set_mark(Track.CAREFUL, "suggested")
    ticked, open_tick, off_tick = Tick("Ticked", "With small print"), Tick("Not ticked"), Tick("Disabled")
    ticked.setChecked(True)
    off_tick.setEnabled(False)
    return _page(
        _card("Choice row", none, chosen, off),
        _card("Several", days),
        _card("Options", tracks),
        _card("Ticks", ticked, open_tick, off_tick),
    )


def _fields() -> QWidget:
    low, middle, high = (Stepper("Minutes", 5, 30, " min") for _field in range(3))
    middle.set_value(15)
    high.set_value(30)
    number = QLineEdit("112")
    number.setAccessibleName("Number")
    why = Unfolding("Why this plan?")
    why.inner.addWidget(body("Your symptoms did not rise, so the plan grows."))
    why.set_open(True)
    return _page(
        _card(
            "Fields",
            FieldRow("At its lowest", low, "5 to 30 minutes."),
            FieldRow("Between", middle, "5 to 30 minutes."),
            FieldRow("At its highest", high),
            FieldRow("Text", number),
        ),
        _card("Unfolding", why, Unfolding("Folded")),
    )


def _strips() -> QWidget:
    strips = []
    for minutes, brisk, mark_s in ((15, 0, None), (60, 10, None), (60, 30, 1500.0), (60, 45, None)):
        strip = SegmentStrip()
        strip.show_segments(segments_for(minutes, brisk, Programme()), "min")
        strip.set_mark(mark_s)
        strip.say("The walk in stretches")
        figure = DayFigure()
        figure.show_figure(str(minutes), "minutes today", f"{brisk} brisk" if brisk else "", "in bouts" if brisk else "")
        strips.append(_card("", figure, strip))
    return _page(*strips)


def _week() -> QWidget:
    dots = WeekDots()
    kinds = ((DotKind.WALKED, "55"), (DotKind.WALKED, "120"), (DotKind.NONE, ""), (DotKind.WALKED, "8"))
    named = [Dot(name, figure, kind) for name, (kind, figure) in zip(("Mon", "Tue", "Wed", "Thu"), kinds, strict=True)]
    dots.show_dots([*named, Dot("Fri", "60", DotKind.DUE, today=True), Dot("Sat", "", DotKind.DUE), Dot("Sun", "", DotKind.NONE)])
    after = WeekDots()
    for week in (dots, after):
        week.say("The week")
    after.show_dots([Dot("Mon", "60", DotKind.WALKED, today=True), Dot("Tue", "", DotKind.DUE)])
    return _page(_card("Before the walk", dots), _card("After it", after))


def _marks() -> QWidget:
    filled, hollow = FlowRow(SPACE_16), FlowRow(SPACE_16)
    for kind in MarkKind:
        filled.add(MarkEntry(kind, kind.replace("_", " ")))
    for offer in (MarkKind.START, MarkKind.INCREASE, MarkKind.REPEAT, MarkKind.STEP_BACK, MarkKind.EASY_DAY):
        hollow.add(MarkEntry(offer, f"{offer.replace('_', ' ')}, not walked", hollow=True))
    return _page(_card("What a day was", filled, hollow))


def _texts() -> QWidget:
    read = ReadOnlyText("A text to read")
    read.show_text("\n\n".join(f"{day} November: as usual, and a walk of 60 minutes with 10 brisk ones." for day in (20, 21, 22)))
    written, troubled = (RemarkEditor(name, "A few words about the day.", 200) for name in ("Note", "Note that was not kept"))
    written.show_text("New shoes.")
    troubled.say_trouble("The disk is full. Make some room.")
    return _page(_card("To read", read), _card("To write", written, troubled))


class _SamplePages:
    """Two pages with a frame and a figure."""

    count = 2

    @property
    def size(self) -> QSizeF:
        """Of an A4 sheet, in millimetres."""
        return QSizeF(210, 297)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint one."""
        sheet = QRectF(20, 20, self.size.width() - 40, self.size.height() - 40)
        painter.drawRect(sheet)
        painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, str(number + 1))


def _paper() -> QWidget:
    view = PaperView()
    view.show_pages(_SamplePages())
    return _page(view)


def _cards() -> QWidget:
    cards = []
    for kind in CardKind:
        card = Card(kind)
        card.body.addWidget(heading(kind))
        card.body.addWidget(body("A card of this kind, with a sentence that is long enough to show how text stands on it."))
        cards.append(card)
    return _page(*cards)


def _frame() -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_24)
    bar = MessageBar("Message", "Close")
    column.addWidget(bar)
    bar.say("There is no room left on the disk.", "Make some room and try again.")
    rail = NavRail("Walkcoach", "Pages")
    for key, icon in (("today", Icon.TODAY), ("progress", Icon.PROGRESS), ("settings", Icon.SETTINGS)):
        rail.add_entry(key, key.capitalize(), icon)
    rail.show_current("today")
    rail.set_corner("60 × speed")
    column.addWidget(rail, 1, Qt.AlignmentFlag.AlignLeft)
    foot = FootBar(Label("Not saved yet.", TypeRole.STRONG, Role.INK), Button("Put back"), Button("Save", ButtonKind.PRIMARY))
    column.addWidget(foot)
    notice = NoticeBar("What was done last", "Close")
    column.addWidget(notice)
    notice.say("Deleted: the check-in before the walk of 26 November.", "Undo", "Ctrl+Z")
    return whole


def _busy(done: int = 42, total: int = 100, *, stoppable: bool = True) -> QWidget:
    sheet = BusySheet("Writing the copy", "Every day of your diary goes into one file.", Theme(), stoppable=stoppable)
    sheet.show_far(done, total)
    return sheet


def _today(name: str) -> QWidget:
    page = TodayPage()
    page.draw(today_states()[name])
    return page


def _welcome(number: int) -> QWidget:
    page = WelcomePage()
    page.show_step(number)
    return page
