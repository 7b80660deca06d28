"""The two check-ins of a day of the diary: the same sheets as of the day itself, with what was said filled in.

They end in Save or Back, and show no plan: what was offered stays as it was.
"""

from PySide6.QtWidgets import QWidget

from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DiaryError, Feet
from walkcoach.core.symptoms import LOCKING, Symptom, WarningSign
from walkcoach.services.past_day import PastDay
from walkcoach.ui.dialogs.after_check_in import AfterCheckInDialog
from walkcoach.ui.dialogs.before_check_in import BeforeCheckInDialog
from walkcoach.ui.dialogs.check_in_dialog import CheckInDialog
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.widgets.buttons import ButtonKind
from walkcoach.wording import diary_day as words
from walkcoach.wording import diary_edit, extra_walks


class EditBefore(BeforeCheckInDialog):
    """The check-in before the walk of `day`; `said` is what was said, None to add it. `saved` carries it."""

    def __init__(
        self, day: PastDay, said: BeforeCheckIn | None, theme: Theme, emergency_number: str, parent: QWidget | None = None
    ) -> None:
        heading = diary_edit.edit_title(words.before_title(), day.day), diary_edit.edit_before_hint()
        super().__init__(day, theme, emergency_number, parent, heading)
        _end_in_save(self)
        if said is not None:
            self._fill(said)

    def draw_footer(self) -> None:
        """Say what is still open, what a sign asks for, and what saving changes."""
        locks = not LOCKING.isdisjoint(self.signs.signs) or self.feet.value() is Feet.NEW
        stops = self.stops() if locks else None  # what stops a walk of that day alone is over
        heading, detail = stops or (diary_edit.edit_footer(), diary_edit.edit_footer_detail())
        self.show_footer(heading, detail, urgent=stops is not None)
        self.primary.setEnabled(not self.missing())

    def missing(self) -> list[str]:
        """The questions still open; a symptom may be taken out of what was said, but not the last one."""
        return _with_a_symptom(self, list(super().missing()))

    def _fill(self, said: BeforeCheckIn) -> None:
        for symptom, score in said.ratings.items():
            self.rows[symptom].set_value(score)
        self.may_stay_open += self.rows.values()
        self.steady.choose(said.steady)
        self.feet.choose(said.feet)
        if self.settled is not None and said.settled is not None:
            self.settled.choose(said.settled)
        signs = said.warning_signs
        if self.glucose is not None:
            self.glucose.choose(WarningSign.LOW_GLUCOSE not in signs)
            signs -= {WarningSign.LOW_GLUCOSE}
        self.signs.fill(signs)
        self.quick.hide()
        self.refresh()


class EditAfter(AfterCheckInDialog):
    """The check-in after the walk of `day`; `said` is what was said, None to add it. `saved` carries it."""

    def __init__(
        self,
        day: PastDay,
        before: BeforeCheckIn | None,
        decision: Decision,
        said: AfterCheckIn | None,
        theme: Theme,
        emergency_number: str,
        parent: QWidget | None = None,
    ) -> None:
        heading = diary_edit.edit_title(words.after_title(), day.day), diary_edit.edit_after_hint()
        super().__init__(day, before, decision, theme, emergency_number, parent, heading, said)
        self._asked_before = frozenset(before.ratings if before else ())
        _end_in_save(self)
        if said is not None:
            self._fill(said)

    def missing(self) -> list[str]:
        """The questions still open; what was rated before the walk has to be rated, and one symptom at least."""
        return _with_a_symptom(self, list(super().missing()))

    def end_words(self) -> tuple[str, str]:
        """What saving changes."""
        return diary_edit.edit_footer(), diary_edit.edit_footer_detail()

    def thank(self) -> None:
        """Nothing to thank for: the sheet closes."""
        self.accept()

    def _fill(self, said: AfterCheckIn) -> None:
        for symptom, score in said.worst.items():
            self.rows[symptom].set_value(score)
        self.may_stay_open += [row for symptom, row in self.rows.items() if symptom not in self._asked_before]
        self.effort.set_value(said.effort)
        self.talk.choose(said.could_talk)
        self.stumble.choose(said.stumbled)
        self.feet.choose(said.feet)
        self.signs.fill(said.warning_signs)
        self.quick.hide()
        self.refresh()


def name_misfit(sheet: CheckInDialog, error: DiaryError) -> None:
    """Say which answer does not fit the day's other check-in, and give it the keyboard."""
    symptom = next((each for each in Symptom if error.place == f"worst.{each}"), None)
    if symptom is None:
        sheet.refuse(diary_edit.misfit_otherwise())
        return
    sheet.refuse(diary_edit.misfit(symptom, in_before=isinstance(sheet, EditBefore)))
    if symptom in sheet.rows:
        sheet.rows[symptom].setFocus()


def _with_a_symptom(sheet: CheckInDialog, missing: list[str]) -> list[str]:
    rows = list(sheet.rows.values())
    if rows and all(row.value is None for row in rows) and not any(row.text in missing for row in rows):
        return [rows[0].text, *missing]
    return missing


def _end_in_save(sheet: CheckInDialog) -> None:
    sheet.footer.be_brief()
    sheet.primary.set_words(diary_edit.save())
    sheet.secondary.set_words(extra_walks.back())
    sheet.secondary.set_kind(ButtonKind.SECONDARY)
    sheet.secondary.clicked.disconnect()
    sheet.secondary.clicked.connect(sheet.reject)
    sheet.primary.setAutoDefault(False)
    sheet.refresh()
