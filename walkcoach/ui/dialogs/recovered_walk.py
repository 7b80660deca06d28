"""A walk that was cut off by a crash or a power cut is offered again: continue, save or discard. Closing decides nothing.

Where the day no longer allows to go on, only save and discard are offered.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkcoach.services.ports import Checkpoint
from walkcoach.ui.dialogs.sheet import SheetDialog
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import SPACE_8, Role, TypeRole
from walkcoach.ui.widgets.buttons import Button, ButtonKind
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.segment_strip import SegmentStrip
from walkcoach.wording import check_in, numbers, walk


class RecoveredWalkDialog(SheetDialog):
    """Offers the walk of `checkpoint`, to go on with only if `may_continue`.

    Escape leaves it where it is: it is offered again at the next start, and before anything else is walked or answered.
    """

    continue_requested = Signal()
    save_requested = Signal()
    discard_requested = Signal()

    def __init__(self, checkpoint: Checkpoint, theme: Theme, parent: QWidget | None = None, *, may_continue: bool = True) -> None:
        super().__init__(check_in.recovered_title(), theme, parent)
        total_s = sum(segment.length_s for segment in checkpoint.segments)
        walked = numbers.clock(checkpoint.walked_s)
        left = walk.time_left(max(0.0, total_s - checkpoint.walked_s))
        text = check_in.recovered_text(walked, left) if may_continue else check_in.recovered_too_late(walked, left)
        self.column.addWidget(Label(check_in.recovered_title(), TypeRole.PAGE))
        self.column.addWidget(Label(text, TypeRole.LEAD, Role.MUTED))
        strip = SegmentStrip()
        strip.show_segments(checkpoint.segments)
        strip.set_mark(checkpoint.walked_s)
        strip.say(walk.strip_name(walked, left))
        self.column.addSpacing(SPACE_8)
        self.column.addWidget(strip)
        self.column.addStretch(1)
        self.name_text(f"{check_in.recovered_title()}. {text}")
        save = ButtonKind.SECONDARY if may_continue else ButtonKind.PRIMARY
        ways_on = [
            (check_in.recovered_save(), save, self.save_requested),
            (check_in.recovered_discard(), ButtonKind.QUIET, self.discard_requested),
        ]
        if may_continue:
            ways_on.insert(0, (check_in.recovered_continue(), ButtonKind.PRIMARY, self.continue_requested))
        for words, kind, wish in ways_on:
            button = self.add_button(Button(words, kind, large=True))
            button.clicked.connect(wish)
            button.clicked.connect(self.accept)
        spread(self, theme)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
