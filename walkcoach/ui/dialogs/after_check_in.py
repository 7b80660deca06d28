"""The check-in after a walk: the worst that each symptom got, the effort, and three plain questions. Then one line of thanks.

Nothing is preselected. *No worse than before* fills in the scores given before the walk and nothing else.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Feet
from walkcoach.core.symptoms import LOCKING, TIER, Symptom, WarningSign
from walkcoach.services.past_day import PastDay
from walkcoach.services.today import OutlookDay, TodayView
from walkcoach.ui.dialogs.check_in_dialog import CheckInDialog, QuickAnswer, symptom_label
from walkcoach.ui.dialogs.sign_question import SignQuestion
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_12, SPACE_24, SPACE_32, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.score_row import ScoreRow
from walkcoach.wording import check_in, warning_signs


class AfterCheckInDialog(CheckInDialog):
    """The sheet of questions after the walk of the day that `view` describes; `before` is the day's check-in before.

    `saved` carries the whole `AfterCheckIn`; whoever listens and cannot keep it calls `refuse` at once. The sheet then thanks
    and waits for *Done*, unless a sign or something new on the feet was told: then it closes at once, since what is to be
    done comes first. Escape and *Later* keep nothing.
    """

    saved = Signal(object)

    def __init__(
        self,
        view: TodayView | PastDay,
        before: BeforeCheckIn | None,
        decision: Decision | None,
        theme: Theme,
        emergency_number: str = "112",
        parent: QWidget | None = None,
        heading: tuple[str, str] | None = None,
        said: AfterCheckIn | None = None,
    ) -> None:
        """Ask about the walk of the day of `view`; `heading` has another title and hint, `said` the symptoms rated already."""
        quick = QuickAnswer(check_in.no_worse(), Qt.Key.Key_N, check_in.no_worse_hint())
        super().__init__(*(heading or (check_in.after_title(), check_in.after_hint())), quick, theme, parent)
        self._emergency_number = emergency_number
        self._outlook: OutlookDay | None = None
        self._rated = dict(before.ratings) if before else {}
        asked = tuple(self._rated) or (() if said else tuple(each.symptom for each in view.followed))
        symptoms = tuple(dict.fromkeys((*asked, *(said.worst if said else ()))))
        for symptom in symptoms:
            self.add_row(symptom, self._make_row(symptom))
        self.another = self.add_another([symptom for symptom in Symptom if symptom not in symptoms], self._make_row)
        self.effort = ScoreRow(check_in.effort_question(), theme, note=check_in.effort_hint(), words=check_in.effort_words)
        self.add_score(self.effort)
        brisk = decision is not None and decision.brisk_minutes > 0
        self.talk = self.add_choice(
            check_in.talk_question(), list(check_in.yes_no().items()), check_in.talk_hint() if brisk else ""
        )
        self.stumble = self.add_choice(check_in.stumble_question(), list(check_in.no_yes().items()))
        self.feet = self.add_choice(check_in.feet_question(), list(check_in.feet_choices_after().items()), check_in.feet_hint())
        self.signs = SignQuestion(WarningSign, emergency_number)
        self.add_signs(self.signs)
        self.quick.setVisible(bool(self._rated))
        self.secondary.set_words(check_in.later())
        self.secondary.clicked.connect(self.reject)
        self.primary.set_words(check_in.save())
        self.primary.clicked.connect(self._save)
        self.finish()

    def answers(self) -> AfterCheckIn | None:
        """The check-in, as soon as it is whole."""
        signs, effort, feet = self.signs.answer, self.effort.value, self.feet.value()
        if self.missing() or signs is None or effort is None or not isinstance(feet, Feet):
            return None
        worst = {symptom: row.value for symptom, row in self.rows.items() if row.value is not None}
        return AfterCheckIn(worst, effort, bool(self.talk.value()), bool(self.stumble.value()), feet, signs)

    def answer_quickly(self) -> None:
        """*No worse than before*: the scores of before, and on to what is left to answer."""
        for symptom, score in self._rated.items():
            self.rows[symptom].set_value(score)
        self.refresh()
        self._go_to_missing()

    def refresh(self) -> None:
        """Say what is missing, and what an urgent sign asks for as soon as it is ticked."""
        missing = self.missing()
        urgent = [sign for sign in WarningSign if sign in self.signs.signs & LOCKING]
        if urgent:
            said = warning_signs.tier_text(TIER[urgent[0]], self._emergency_number)
            heading, detail = said.title, " ".join(said.what_to_do[:2])
        elif self.feet.value() is Feet.NEW:
            feet = warning_signs.feet_new_text()
            heading, detail = feet.title, feet.paragraphs[1]
        elif missing:
            heading, detail = check_in.nearly_done(), ""
        else:
            heading, detail = self.end_words()
        self.show_footer(heading, detail, urgent=bool(urgent) or self.feet.value() is Feet.NEW)
        self.primary.setEnabled(not missing)

    def end_words(self) -> tuple[str, str]:
        """What the footer says when nothing is missing."""
        return check_in.all_answered(), check_in.all_answered_detail()

    def _make_row(self, symptom: Symptom) -> ScoreRow:
        score = self._rated.get(symptom)
        note = "" if score is None else check_in.earlier_text(score)
        return ScoreRow(symptom_label(symptom), self.theme, note=note, ghost=score, ghost_note=check_in.before_walk())

    def _save(self) -> None:
        answers = self.answers()
        if answers is None:
            return
        if not self.hand_over(self.saved, answers):
            return
        if answers.warning_signs or answers.feet is Feet.NEW:
            self.accept()
        else:
            self.thank()

    def look_ahead(self, outlook: OutlookDay | None) -> None:
        """What tomorrow may bring, for the page of thanks; None says nothing of it."""
        self._outlook = outlook

    def thank(self) -> None:
        """The page after the questions."""
        lines = [Label(check_in.thanks(), TypeRole.PAGE), Label(check_in.thanks_detail(), TypeRole.LEAD, Role.MUTED)]
        if self._outlook is not None:
            coming = check_in.tomorrow(self._outlook.low_min, self._outlook.high_min)
            lines.insert(1, Label(coming, TypeRole.LEAD))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_32, SPACE_32, SPACE_32, SPACE_32)
        column.setSpacing(SPACE_12)
        column.addStretch(2)
        for label in lines:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        done = Button(check_in.done(), ButtonKind.PRIMARY, large=True)
        done.clicked.connect(self.accept)
        column.addSpacing(SPACE_24)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        spread(page, self.theme)
        self._show_page(page)
        done.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, " ".join(label.text() for label in lines))
