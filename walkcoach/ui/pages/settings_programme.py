"""The programme's part of the Settings page: every field of coaching.md, section 2, and the walk that the goals make.

What is shown is a valid programme at all times: a field cannot leave its range, and one that has to follow another follows
it at once and says so.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.programme import (
    BRISK_GOAL_FLOOR_MIN,
    DAILY_CAP,
    BriskPlacement,
    Programme,
    Track,
    most_brisk_min,
)
from walkcoach.core.segments import normal_only, segments_for
from walkcoach.core.suggestion import Suggestion
from walkcoach.ui.pages.settings_card import part_column, settings_card
from walkcoach.ui.theme.tokens import TypeRole
from walkcoach.ui.widgets.card import Card
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.labels import Label, muted
from walkcoach.ui.widgets.multi_row import MultiRow
from walkcoach.ui.widgets.option_list import Option, OptionList
from walkcoach.ui.widgets.segment_strip import SegmentStrip
from walkcoach.ui.widgets.stepper import Stepper
from walkcoach.ui.widgets.tick import Tick
from walkcoach.wording import names
from walkcoach.wording import programme as words
from walkcoach.wording import welcome as welcome_words

FEWEST_DAYS: Final = 3
_GOAL_STEP_MIN: Final = 5
"""What − and + do to a goal; any whole minute can be typed."""


class ProgrammeSettings(QWidget):
    """Shows a `Programme` and tells each change of it. `first_weekday` begins the row of walk days, Monday = 0."""

    changed = Signal(object)
    """The person has changed something; carries the whole `Programme`."""
    left = Signal()
    """The person is done with a field."""

    def __init__(self, first_weekday: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._programme = Programme()
        self._wanted_brisk_min = self._programme.brisk_goal_min
        """What the person asked for; a lower walk goal holds it down, and a higher one lets it up again."""
        self._showing = False
        self._make_fields(first_weekday)
        column = part_column(self)
        column.addWidget(muted(words.programme_lead()))
        column.addWidget(self._goals_card())
        column.addWidget(self._growth_card())
        column.addWidget(settings_card("", self.days_row))
        self._connect()
        self.draw(self._programme)

    @property
    def programme(self) -> Programme:
        """The programme as it is shown."""
        return self._programme

    def draw(self, programme: Programme) -> None:
        """Show `programme`. What is already shown is left alone, a number that is being typed included."""
        self._show(programme)
        self.rest()

    def rest(self) -> None:
        """Take away what was said about the last changes: they are past."""
        self._wanted_brisk_min = self._programme.brisk_goal_min
        for row in (self.walk_goal_row, self.smallest_row, self.largest_row, self.days_row):
            row.say("")

    def suggest(self, suggestion: Suggestion | None) -> None:
        """Mark the track that the answers of the welcome suggest; None marks none."""
        track = suggestion.track if suggestion is not None else None
        self.track.set_mark(track, welcome_words.suggested() if track else "")

    def interpret_typed(self) -> None:
        """Take what has been typed into a field that is still being filled in."""
        for stepper in self._steppers():
            stepper.field().interpretText()

    def goal_sentence(self) -> str:
        """What the goals make of a walk, in words."""
        return self._sentence.text()

    def _make_fields(self, first_weekday: int) -> None:
        minutes = words.unit_minutes()
        self.walk_goal = Stepper(words.walk_goal(), 30, 60, minutes, _GOAL_STEP_MIN)
        self.brisk_goal = Stepper(words.brisk_goal(), BRISK_GOAL_FLOOR_MIN, 60, minutes, _GOAL_STEP_MIN)
        self.longest_bout = Stepper(words.max_bout(), 3, 15, minutes)
        self.first_walk = Stepper(words.start(), 5, 30, minutes)
        self.smallest_step = Stepper(words.step_min(), 2, 5, minutes)
        self.largest_step = Stepper(words.step_max(), 2, 5, minutes)
        self.first_brisk = Stepper(words.first_brisk(), 2, 5, minutes)
        self.brisk_fine = Tick(words.brisk_ok(), words.brisk_ok_hint())
        self.own_start = Tick(words.own_start(15))
        places = [Choice(each, names.placement_name(each)) for each in BriskPlacement]
        self.placement = ChoiceRow(words.placement(), places)
        tracks = [Option(each, names.track_name(each), names.track_hint(each)) for each in Track]
        self.track = OptionList(words.track(), tracks)
        order = [(first_weekday + number) % 7 for number in range(7)]
        days = [Choice(day, names.weekday_short(day)) for day in order]
        self.days = MultiRow(words.walk_days(), days, [names.weekday_name(day) for day in order])

    def _steppers(self) -> tuple[Stepper, ...]:
        first = (self.walk_goal, self.brisk_goal, self.longest_bout)
        return (*first, self.smallest_step, self.largest_step, self.first_walk, self.first_brisk)

    def _goals_card(self) -> Card:
        self.walk_goal_row = FieldRow(words.walk_goal(), self.walk_goal, words.walk_goal_hint())
        self.brisk_goal_row = FieldRow(words.brisk_goal(), self.brisk_goal)
        self._bout_row = FieldRow(words.max_bout(), self.longest_bout, words.max_bout_hint())
        self._placement_row = FieldRow(words.placement(), self.placement, words.placement_hint(), below=True)
        self._strip = SegmentStrip()
        self._sentence = Label(kind=TypeRole.LEAD)
        return settings_card(
            words.goals_title(),
            self._sentence,
            self._strip,
            self.walk_goal_row,
            self.brisk_fine,
            self.brisk_goal_row,
            self._bout_row,
            self._placement_row,
        )

    def _growth_card(self) -> Card:
        self.smallest_row = FieldRow(words.step_min(), self.smallest_step, words.step_min_hint())
        self.largest_row = FieldRow(words.step_max(), self.largest_step)
        self._first_brisk_row = FieldRow(words.first_brisk(), self.first_brisk, words.first_brisk_hint())
        self._start_row = FieldRow(words.start(), self.first_walk, words.start_hint(30), under=self.own_start)
        self.days_row = FieldRow(words.walk_days(), self.days, words.walk_days_hint(), below=True)
        track_row = FieldRow(words.track(), self.track, below=True)
        return settings_card(
            words.growth_title(),
            track_row,
            self.smallest_row,
            self.largest_row,
            self._start_row,
            self._first_brisk_row,
        )

    def _connect(self) -> None:
        self.walk_goal.value_changed.connect(self._set_walk_goal)
        self.brisk_goal.value_changed.connect(self._set_brisk_goal)
        self.longest_bout.value_changed.connect(lambda value: self._change(max_bout_min=value))
        self.first_brisk.value_changed.connect(lambda value: self._change(first_brisk_min=value))
        self.first_walk.value_changed.connect(lambda value: self._change(start_min=value))
        self.smallest_step.value_changed.connect(self._set_smallest)
        self.largest_step.value_changed.connect(self._set_largest)
        self.brisk_fine.clicked.connect(lambda on: self._change(brisk_ok=on))
        self.own_start.clicked.connect(self._set_own_start)
        self.placement.chosen.connect(lambda value: self._change(brisk_placement=value))
        self.track.chosen.connect(lambda value: self._change(track=value))
        self.days.changed.connect(self._set_days)
        for stepper in self._steppers():
            stepper.field().editingFinished.connect(self.left)

    def _change(self, **fields: object) -> None:
        """Take these fields into the programme, show what follows, and tell."""
        if self._showing:
            return
        changed: Programme = replace(self._programme, **fields)  # type: ignore[arg-type]  # each caller names its field
        if changed == self._programme:
            return
        self._show(changed)
        self.changed.emit(changed)

    def _set_walk_goal(self, minutes: int) -> None:
        if self._showing:
            return
        wanted, before = self._wanted_brisk_min, self._programme.brisk_goal_min
        brisk = min(wanted, most_brisk_min(minutes))
        self._change(walk_goal_min=minutes, brisk_goal_min=brisk)
        said = ""
        if self._programme.brisk_ok and brisk < wanted:
            said = words.brisk_goal_lowered(brisk)
        elif self._programme.brisk_ok and before < wanted:
            said = words.brisk_goal_back(brisk)
        self.walk_goal_row.say(said)

    def _set_brisk_goal(self, minutes: int) -> None:
        if not self._showing:
            self._wanted_brisk_min = minutes
            self.walk_goal_row.say("")
            self._change(brisk_goal_min=minutes)

    def _set_smallest(self, minutes: int) -> None:
        if not self._showing:
            raised = minutes > self._programme.step_max
            self._change(step_min=minutes, step_max=max(minutes, self._programme.step_max))
            self.smallest_row.say(words.step_raised(minutes) if raised else "")
            self.largest_row.say("")

    def _set_largest(self, minutes: int) -> None:
        if not self._showing:
            lowered = minutes < self._programme.step_min
            self._change(step_max=minutes, step_min=min(minutes, self._programme.step_min))
            self.largest_row.say(words.step_lowered(minutes) if lowered else "")
            self.smallest_row.say("")

    def _set_own_start(self, own: bool) -> None:
        self._change(start_min=None if own else self._programme.starting_min)

    def _set_days(self) -> None:
        days = _weekdays(self.days.values())
        if len(days) < FEWEST_DAYS:
            self.days.choose(self._programme.walk_days)
            self.days_row.say(words.walk_days_least())
            return
        self.days_row.say("")
        self._change(walk_days=days)

    def _show(self, programme: Programme) -> None:
        self._programme = programme
        self._showing = True
        try:
            self._show_fields(programme)
        finally:
            self._showing = False
        self._show_goal_walk(programme)

    def _show_fields(self, programme: Programme) -> None:
        most = most_brisk_min(programme.walk_goal_min)
        if self.brisk_goal.range() != (BRISK_GOAL_FLOOR_MIN, most):
            self.brisk_goal.set_range(BRISK_GOAL_FLOOR_MIN, most)
        for stepper, value in (
            (self.walk_goal, programme.walk_goal_min),
            (self.brisk_goal, programme.brisk_goal_min),
            (self.longest_bout, programme.max_bout_min),
            (self.first_walk, programme.starting_min),
            (self.smallest_step, programme.step_min),
            (self.largest_step, programme.step_max),
            (self.first_brisk, programme.first_brisk_min),
        ):
            if stepper.value() != value:
                stepper.set_value(value)
        self.brisk_goal_row.set_hint(words.brisk_goal_hint(most, programme.walk_goal_min))
        cap = DAILY_CAP[programme.track]
        capped = words.step_capped(names.track_name(programme.track), cap) if cap < programme.step_max else words.step_max_hint()
        self.largest_row.set_hint(capped)
        self.own_start.setText(words.own_start(replace(programme, start_min=None).starting_min))
        self.own_start.setAccessibleName(self.own_start.text())
        self.own_start.setChecked(programme.start_min is None)
        self.brisk_fine.setChecked(programme.brisk_ok)
        for row in (self.brisk_goal_row, self._bout_row, self._placement_row, self._first_brisk_row):
            row.setVisible(programme.brisk_ok)
        if self.placement.value() != programme.brisk_placement:
            self.placement.choose(programme.brisk_placement)
        if self.track.value() != programme.track:
            self.track.choose(programme.track)
        if _weekdays(self.days.values()) != programme.walk_days:
            self.days.choose(programme.walk_days)

    def _show_goal_walk(self, programme: Programme) -> None:
        brisk_min = programme.brisk_goal_min if programme.brisk_ok else 0
        minutes = programme.walk_goal_min
        segments = segments_for(minutes, brisk_min, programme) if brisk_min else normal_only(minutes)
        whole_min = sum(segment.length_s for segment in segments) // 60
        asked_min = minutes + (brisk_min if programme.brisk_placement is BriskPlacement.ADDED else 0)
        self._strip.show_segments(segments, words.unit_minutes().strip())
        self._sentence.setText(words.goal_session(segments))
        self.brisk_goal_row.say(words.session_longer(brisk_min, whole_min) if whole_min > asked_min else "")
        self._strip.say(words.strip_name(), self._sentence.text())


def _weekdays(values: Iterable[object]) -> frozenset[int]:
    return frozenset(day for day in values if isinstance(day, int))
