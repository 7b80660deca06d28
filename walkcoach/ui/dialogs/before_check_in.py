"""The check-in before a walk: under half a minute, often a key and three answers. It ends in the plan, with its reason.

Nothing is preselected. *All as usual* fills in scores, steadiness and how soon things settled; the feet, the glucose
question and the warning signs are always the person's own to answer.
"""

from math import floor

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.decision import Decision
from walkcoach.core.diary import BeforeCheckIn, Feet, Settled, Steadiness
from walkcoach.core.symptoms import LOCKING, TIER, TODAY_ONLY, Symptom, WarningSign
from walkcoach.services.past_day import PastDay
from walkcoach.services.today import TodayState, TodayView
from walkcoach.ui.dialogs.check_in_dialog import CheckInDialog, QuickAnswer, symptom_label
from walkcoach.ui.dialogs.sign_question import SignQuestion
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.widgets.choice_row import ChoiceRow
from walkcoach.ui.widgets.score_row import ScoreRow
from walkcoach.wording import check_in, names, reasons, today, warning_signs


class BeforeCheckInDialog(CheckInDialog):
    """The sheet of questions before a walk, for the day that `view` describes.

    `answers_changed` carries the `BeforeCheckIn` as soon as and as long as it is whole, else None: the listener answers with
    `show_plan`. `walk_requested` and `saved` carry it, too: the first wants the walk, the second only wants it kept; whoever
    listens and cannot keep it calls `refuse` at once. Escape closes without either.
    """

    answers_changed = Signal(object)
    walk_requested = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        view: TodayView | PastDay,
        theme: Theme,
        emergency_number: str = "112",
        parent: QWidget | None = None,
        heading: tuple[str, str] | None = None,
    ) -> None:
        """Ask about the day of `view`; `heading` has another title and hint than today's."""
        quick = QuickAnswer(check_in.all_as_usual(), Qt.Key.Key_A, check_in.all_as_usual_hint())
        super().__init__(*(heading or (check_in.before_title(), check_in.before_hint())), quick, theme, parent)
        self._view = view
        self._emergency_number = emergency_number
        self._plan: Decision | None = None
        self._plan_off = view.state is TodayState.PLAN_OFF
        self._told: BeforeCheckIn | None = None
        for each in view.followed:
            row = ScoreRow(
                symptom_label(each.symptom),
                theme,
                note=check_in.usual_text(each.usual),
                ghost=each.last,
                ghost_note=check_in.last_time(),
            )
            self.add_row(each.symptom, row)
        followed = frozenset(each.symptom for each in view.followed)
        self.another = self.add_another([symptom for symptom in Symptom if symptom not in followed], self._make_row)
        self.steady = self.add_choice(
            check_in.steady_question(), [(answer, names.steadiness_name(answer)) for answer in Steadiness]
        )
        self.feet = self.add_choice(check_in.feet_question(), list(check_in.feet_choices_before().items()), check_in.feet_hint())
        self.settled: ChoiceRow | None = None
        if view.ask_settled:
            last = view.last_walk
            past = isinstance(view, PastDay)  # there "yesterday" would be read as the reader's
            walk = names.walk_on(last) if past and last is not None else names.walk_of(last, view.day)
            asked = check_in.settled_question(walk)
            self.settled = self.add_choice(asked, list(check_in.settled_choices().items()))
        self.glucose: ChoiceRow | None = None
        if view.asks_glucose:
            self.glucose = self.add_choice(check_in.glucose_question(), list(check_in.yes_no().items()), check_in.glucose_hint())
        listed = [sign for sign in WarningSign if not (view.asks_glucose and sign is WarningSign.LOW_GLUCOSE)]
        self.signs = SignQuestion(listed, emergency_number)
        self.add_signs(self.signs)
        self.quick.setVisible(any(each.usual is not None for each in view.followed))
        self.secondary.set_words(check_in.not_now())
        self.secondary.clicked.connect(self._not_now)
        self.primary.clicked.connect(self._press_primary)
        self.finish()

    def answers(self) -> BeforeCheckIn | None:
        """The check-in, as soon as it is whole."""
        signs = self.signs.answer
        steady, feet = self.steady.value(), self.feet.value()
        settled = self.settled.value() if self.settled else None
        if self.missing() or signs is None or not isinstance(steady, Steadiness) or not isinstance(feet, Feet):
            return None
        ratings = {symptom: row.value for symptom, row in self.rows.items() if row.value is not None}
        return BeforeCheckIn(ratings, steady, feet, signs | self._glucose_sign(), settled if isinstance(settled, Settled) else None)

    def show_plan(self, decision: Decision | None) -> None:
        """Draw what follows from the answers; None while they are not whole. While the plan is off, nothing follows."""
        self._plan = None if self._plan_off else decision
        self.draw_footer()

    def answer_quickly(self) -> None:
        """*All as usual*: fill in the usual answers, and go to what is left to answer."""
        for each in self._view.followed:
            if each.usual is not None:
                self.rows[each.symptom].set_value(floor(each.usual + 0.5))
        self.steady.choose(Steadiness.AS_USUAL)
        if self.settled:
            self.settled.choose(Settled.WITHIN_30MIN)
        self.refresh()
        self._go_to_missing()

    def refresh(self) -> None:
        """Tell who listens, if the answers became whole, changed while whole, or are whole no longer."""
        answers = self.answers()
        if answers is None:
            self._plan = None
        changed = answers != self._told
        self._told = answers
        if changed:
            self.answers_changed.emit(answers)
        self.draw_footer()

    def _make_row(self, symptom: Symptom) -> ScoreRow:
        return ScoreRow(symptom_label(symptom), self.theme, note=check_in.usual_text(None))

    def _glucose_sign(self) -> frozenset[WarningSign]:
        if self.glucose and self.glucose.value() is False:
            return frozenset({WarningSign.LOW_GLUCOSE})
        return frozenset()

    def stops(self) -> tuple[str, str] | None:
        """Why there is no walk, known before the answers are whole: the most urgent sign, or something new on the feet."""
        signs = self.signs.signs | self._glucose_sign()
        stopping = [sign for sign in WarningSign if sign in signs and sign in LOCKING | TODAY_ONLY]
        if stopping:
            said = warning_signs.tier_text(TIER[stopping[0]], self._emergency_number)
            return said.title, " ".join(said.what_to_do[:2])
        if self.feet.value() is Feet.NEW:
            said = warning_signs.feet_new_text()
            return said.title, said.paragraphs[1]
        return None

    def draw_footer(self) -> None:
        """Say what follows from the answers."""
        missing = self.missing()
        stops = self.stops()
        no_walk = self._plan_off or stops is not None or (self._plan is not None and not self._plan.segments)
        if stops:
            heading, detail = stops
        elif self._plan is not None:
            heading, detail = reasons.plan_line(self._plan), reasons.headline(self._plan, self._view.day)
        else:
            heading, detail = today.plan_off_title() if self._plan_off else check_in.plan_to_come(), ""
        self.show_footer(heading, detail, urgent=stops is not None)
        self.primary.set_words(check_in.save() if no_walk else check_in.start_walking())
        self.primary.setEnabled(not missing and (no_walk or self._plan is not None))

    def _press_primary(self) -> None:
        answers = self.answers()
        if answers is None:
            return
        walks = self.stops() is None and self._plan is not None and bool(self._plan.segments)
        if self.hand_over(self.walk_requested if walks else self.saved, answers):
            self.accept()

    def _not_now(self) -> None:
        answers = self.answers()
        if answers is None:
            self.reject()
        elif self.hand_over(self.saved, answers):
            self.accept()
