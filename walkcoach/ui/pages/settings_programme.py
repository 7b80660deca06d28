"""The programme's card: every field of coaching.md, section 2, within its range, and what the goals make of a walk.

A draft until it is saved, so that a wrong press changes no plan. What cannot be is not offered, or said beside its field.
"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.programme import BRISK_GOAL_FLOOR_MIN, BriskPlacement, Programme, Track, most_brisk_min
from walkcoach.core.segments import segments_for
from walkcoach.ui.pages.walk_days import WalkDays
from walkcoach.ui.theme.tokens import SPACE_16, Role, TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.card import Card, CardKind
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.labels import Label, heading, muted, title
from walkcoach.ui.widgets.option_list import Option, OptionList
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import names
from walkcoach.wording import settings as words


class ProgrammeCard(Card):
    """Edits a programme. `save` and `put_back` belong to it and are laid out by the page. `first_weekday`: Monday = 0."""

    saved = Signal(object)
    """The person has saved; carries the `Programme`."""
    draft_changed = Signal(bool)
    """Whether there is something to save or to put back."""

    def __init__(self, first_weekday: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(gap_px=SPACE_16, parent=parent)
        self._kept = Programme()
        unit = words.unit_minutes()
        self.track = OptionList(words.track(), [Option(one, names.track_name(one), names.track_hint(one)) for one in Track])
        self.start = Stepper(words.start(), 5, 30, unit)
        self.step_min = Stepper(words.step_min(), 2, 5, unit)
        self.step_max = Stepper(words.step_max(), 2, 5, unit)
        self.walk_goal = Stepper(words.walk_goal(), 30, 60, unit)
        self.first_brisk = Stepper(words.first_brisk(), 2, 5, unit)
        self.brisk_goal = Stepper(words.brisk_goal(), BRISK_GOAL_FLOOR_MIN, 60, unit)
        self.max_bout = Stepper(words.max_bout(), 3, 15, unit)
        placements = [Choice(one, names.placement_name(one)) for one in BriskPlacement]
        self.placement = ChoiceRow(words.placement(), placements)
        self.brisk_ok = Tick(words.brisk_ok(), words.brisk_ok_hint())
        self.days = WalkDays(first_weekday)
        self.save = Button(words.save(), ButtonKind.PRIMARY)
        self.put_back = Button(words.put_back(), ButtonKind.SECONDARY)
        self._start_row = FieldRow(words.start(), self.start)
        self._brisk_row = FieldRow(words.brisk_goal(), self.brisk_goal)
        self._session = Card(CardKind.ACCENT, SPACE_16)
        self._session_text = Label("", TypeRole.STRONG)
        self._state = Label("", TypeRole.STRONG, Role.ACCENT)
        self._state.hide()
        self._lay_out()
        self._connect()
        self._show(self._kept)

    def draw(self, programme: Programme) -> None:
        """Show `programme` as the one that is kept. If it is that already, changes not yet saved stay."""
        if programme != self._kept:
            self._show(programme)

    def draft(self) -> Programme | None:
        """The programme as the fields stand, or None while there are too few walk days."""
        if not self.days.enough():
            return None
        track = self.track.value()
        placement = self.placement.value()
        draft = replace(
            self._kept,
            track=track if isinstance(track, Track) else self._kept.track,
            start_min=self.start.value(),
            step_min=self.step_min.value(),
            step_max=self.step_max.value(),
            walk_goal_min=self.walk_goal.value(),
            first_brisk_min=self.first_brisk.value(),
            brisk_goal_min=self.brisk_goal.value(),
            brisk_placement=placement if isinstance(placement, BriskPlacement) else self._kept.brisk_placement,
            max_bout_min=self.max_bout.value(),
            walk_days=self.days.days(),
            brisk_ok=self.brisk_ok.isChecked(),
        )
        own_start = replace(draft, start_min=None).starting_min
        return replace(draft, start_min=None) if draft.start_min == own_start else draft

    def session_text(self) -> str:
        """What the goals make of a walk, as it is shown."""
        return self._session_text.text()

    def _show(self, programme: Programme) -> None:
        self._kept = programme
        self.track.choose(programme.track)
        self.walk_goal.set_value(programme.walk_goal_min)
        self._fit_ranges()
        self.start.set_value(programme.starting_min)
        self.step_min.set_range(2, programme.step_max)
        self.step_max.set_range(programme.step_min, 5)
        self.step_min.set_value(programme.step_min)
        self.step_max.set_value(programme.step_max)
        self.first_brisk.set_value(programme.first_brisk_min)
        self.brisk_goal.set_value(programme.brisk_goal_min)
        self.max_bout.set_value(programme.max_bout_min)
        self.placement.choose(programme.brisk_placement)
        self.brisk_ok.setChecked(programme.brisk_ok)
        self.days.choose(programme.walk_days)
        self._settle()

    def _lay_out(self) -> None:
        add = self.body.addWidget
        add(title(words.programme_title()))
        add(muted(words.programme_lead()))
        add(self._state)
        add(heading(words.track()))
        add(self.track)
        add(heading(words.walk_days()))
        add(self.days)
        add(self._start_row)
        add(FieldRow(words.step_min(), self.step_min, words.step_hint()))
        add(FieldRow(words.step_max(), self.step_max, words.step_hint()))
        add(FieldRow(words.walk_goal(), self.walk_goal, words.walk_goal_hint()))
        add(self.brisk_ok)
        add(FieldRow(words.first_brisk(), self.first_brisk, words.first_brisk_hint()))
        add(self._brisk_row)
        add(FieldRow(words.max_bout(), self.max_bout, words.max_bout_hint()))
        add(FieldRow(words.placement(), self.placement))
        self._session.body.addWidget(self._session_text)
        add(self._session)

    def _connect(self) -> None:
        self.track.chosen.connect(self._track_chosen)
        self.placement.chosen.connect(self._settle)
        self.brisk_ok.clicked.connect(self._settle)
        self.days.changed.connect(self._settle)
        self.walk_goal.value_changed.connect(self._goal_changed)
        self.step_min.value_changed.connect(self._steps_changed)
        self.step_max.value_changed.connect(self._steps_changed)
        for stepper in (self.start, self.first_brisk, self.brisk_goal, self.max_bout):
            stepper.value_changed.connect(self._settle)
        self.save.clicked.connect(self._save)
        self.put_back.clicked.connect(lambda: self._show(self._kept))

    def _track_chosen(self, track: Track) -> None:
        """A start that is a track's own goes with the track."""
        if self.start.value() in {Programme(track=one).starting_min for one in Track}:
            self.start.set_value(Programme(track=track).starting_min)
        self._settle()

    def _goal_changed(self) -> None:
        self._fit_ranges()
        self._settle()

    def _steps_changed(self) -> None:
        self.step_min.set_range(2, self.step_max.value())
        self.step_max.set_range(self.step_min.value(), 5)
        self._settle()

    def _fit_ranges(self) -> None:
        goal = self.walk_goal.value()
        self.start.set_range(5, min(30, goal))
        self.brisk_goal.set_range(BRISK_GOAL_FLOOR_MIN, most_brisk_min(goal))
        self._start_row.set_hint(words.start_hint(min(30, goal)))
        self._brisk_row.set_hint(words.brisk_goal_hint(most_brisk_min(goal), goal))

    def _settle(self) -> None:
        draft = self.draft()
        for field in (self.first_brisk, self.brisk_goal, self.max_bout, self.placement):
            field.setEnabled(self.brisk_ok.isChecked())
        if draft is not None:
            brisk_min = draft.brisk_goal_min if draft.brisk_ok else 0
            self._session_text.setText(words.goal_session(segments_for(draft.walk_goal_min, brisk_min, draft)))
        changed = draft != self._kept
        self.save.setEnabled(changed and draft is not None)
        self.put_back.setEnabled(changed)
        self._state.hide()
        self.draft_changed.emit(changed)

    def _save(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        self._kept = draft
        self._settle()
        self._state.setText(words.saved())
        self._state.show()
        announce(self, words.saved())
        self.saved.emit(draft)
