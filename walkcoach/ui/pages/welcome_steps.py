"""The steps of the welcome, each one screen with one question or two."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from walkcoach.core.programme import Track
from walkcoach.core.suggestion import AgeBand, FootFeeling, Suggestion, suggested_track
from walkcoach.ui.pages.ask_first import AskFirstTicks
from walkcoach.ui.pages.symptom_picker import SymptomPicker
from walkcoach.ui.pages.walk_days import WalkDays
from walkcoach.ui.theme.icons import Icon, paint_icon
from walkcoach.ui.theme.tokens import SPACE_8, SPACE_12, SPACE_24, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.flow_row import FlowRow
from walkcoach.ui.widgets.labels import Label, body, heading, muted, page_title, title
from walkcoach.ui.widgets.option_list import Option, OptionList
from walkcoach.ui.widgets.painted import PaintedShape
from walkcoach.ui.widgets.side_by_side import SideBySide
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import names, window
from walkcoach.wording import welcome as words


class Step(QWidget):
    """One screen of the welcome: a heading, a lead, and `column` for what is asked."""

    changed = Signal()
    """An answer has changed."""

    def __init__(self, heading_text: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading_text)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_24)
        head = QVBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(page_title(heading_text))
        head.addWidget(Label(lead, TypeRole.LEAD, Role.MUTED))
        self.column.addLayout(head)

    def complete(self) -> bool:
        """Whether one can go on from here."""
        return True


class IntroStep(Step):
    """What this is and is not, under the walker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.title(), words.lead(), parent)
        self.column.insertWidget(0, _Walker())
        cards = (_lines_card(words.is_title(), words.is_lines()), _lines_card(words.is_not_title(), words.is_not_lines()))
        self.column.addWidget(SideBySide(cards, narrow_px=600))
        self.column.addWidget(muted(words.two_minutes()))


class AskFirstStep(Step):
    """What to talk over with a clinician first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.ask_first_title(), words.ask_first_lead(), parent)
        self.ticks = AskFirstTicks()
        self.ticks.changed.connect(self.changed)
        card = Card()
        card.body.addWidget(self.ticks)
        self.column.addWidget(card)
        self.setFocusProxy(self.ticks)

    def complete(self) -> bool:
        """Something has to be ticked, be it "none of these"."""
        return self.ticks.answered()


class StartStep(Step):
    """A few questions, from which a track is suggested. The person chooses; what is left open speaks for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.about_title(), words.about_lead(), parent)
        yes_no = (Choice(True, words.yes()), Choice(False, words.no()))
        self.feeling = ChoiceRow(words.feeling_question(), [Choice(one, words.feeling(one)) for one in FootFeeling])
        self.age = ChoiceRow(words.age_question(), [Choice(one, words.age(one)) for one in AgeBand])
        self.used = ChoiceRow(words.used_question(), yes_no)
        self.glucose = Tick(words.glucose_question(), words.glucose_hint())
        card = Card(gap_px=SPACE_12)
        asked = (words.feeling_question(), self.feeling), (words.age_question(), self.age), (words.used_question(), self.used)
        for question, row in asked:
            card.body.addWidget(heading(question))
            card.body.addWidget(row)
            card.body.addSpacing(SPACE_8)
            row.chosen.connect(self._suggest)
        card.body.addWidget(self.glucose)
        self.column.addWidget(card)
        self._chosen_by_person = False
        self._reason = body()
        self.track = OptionList(words.track_title(), [Option(one, names.track_name(one), names.track_hint(one)) for one in Track])
        self.track.chosen.connect(self._track_chosen)
        card = Card(gap_px=SPACE_12)
        card.body.addWidget(title(words.track_title()))
        card.body.addWidget(self._reason)
        card.body.addWidget(self.track)
        self.column.addWidget(card)
        self.setFocusProxy(self.feeling)
        self._suggest()

    def suggestion(self) -> Suggestion:
        """The track that the answers so far suggest."""
        return suggested_track(self.foot_feeling(), self.age_band(), self.used_to_walking())

    def foot_feeling(self) -> FootFeeling | None:
        """The feeling in the feet, None where it was left open."""
        value = self.feeling.value()
        return value if isinstance(value, FootFeeling) else None

    def age_band(self) -> AgeBand | None:
        """The age band, None where it was left open."""
        value = self.age.value()
        return value if isinstance(value, AgeBand) else None

    def used_to_walking(self) -> bool | None:
        """Whether the person is used to walking, None where it was left open."""
        value = self.used.value()
        return value if isinstance(value, bool) else None

    def chosen_track(self) -> Track:
        """The track in force: the person's choice, until then the suggestion."""
        value = self.track.value()
        return value if isinstance(value, Track) else self.suggestion().track

    def _track_chosen(self) -> None:
        self._chosen_by_person = True

    def _suggest(self) -> None:
        suggestion = self.suggestion()
        self._reason.setText(words.suggestion(names.track_name(suggestion.track), suggestion.because))
        self.track.set_mark(suggestion.track, words.suggested())
        if not self._chosen_by_person:
            self.track.choose(suggestion.track)


class SymptomsStep(Step):
    """Which symptoms to follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.symptoms_title(), words.symptoms_lead(), parent)
        self.picker = SymptomPicker()
        card = Card()
        card.body.addWidget(self.picker)
        self.column.addWidget(card)
        self.setFocusProxy(self.picker)


class LastStep(Step):
    """Walk days and the sound test."""

    sound_test_requested = Signal()

    def __init__(self, first_weekday: int, parent: QWidget | None = None) -> None:
        super().__init__(words.days_title(), words.days_lead(), parent)
        self.days = WalkDays(first_weekday)
        self.days.choose(range(7))
        self.days.changed.connect(self.changed)
        card = Card()
        card.body.addWidget(self.days)
        self.column.addWidget(card)
        card = Card(gap_px=SPACE_12)
        card.body.addWidget(title(words.sound_title()))
        card.body.addWidget(body(words.sound_lead()))
        row = FlowRow(SPACE_12)
        self.sound_button = Button(words.sound_test())
        self.sound_button.clicked.connect(self.sound_test_requested)
        row.add(self.sound_button)
        row.add(muted(words.sound_hint()))
        card.body.addWidget(row)
        self.column.addWidget(card)
        self.setFocusProxy(self.days)

    def complete(self) -> bool:
        """Three days or more."""
        return self.days.enough()


class _Walker(PaintedShape):
    """The program's sign, on its soft ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(window.app_name())

    def sizeHint(self) -> QSize:
        """A square of 72 pixels at 100 % text."""
        return QSize(self.theme.scaled(72), self.theme.scaled(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and walker."""
        side = self.height()
        box = QRectF(self.width() - side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0, 0, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(Role.ACCENT))
        painter.drawRoundedRect(box, side * 0.24, side * 0.24)
        inner = side * 0.2
        paint_icon(painter, Icon.LOGO, box.adjusted(inner, inner, -inner, -inner), self.theme.colour(Role.ON_ACCENT), 2.2)


def _lines_card(heading_text: str, lines: tuple[str, ...]) -> Card:
    """A card with a heading and a few lines, each with its dot."""
    card = Card(gap_px=SPACE_12)
    card.body.addWidget(title(heading_text))
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_12)
    grid.setVerticalSpacing(SPACE_8)
    grid.setColumnStretch(1, 1)
    for number, line in enumerate(lines):
        dot = Label("•", TypeRole.STRONG, Role.ACCENT, wrap=False)
        grid.addWidget(dot, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(body(line), number, 1)
    card.body.addLayout(grid)
    card.body.addStretch(1)
    return card
