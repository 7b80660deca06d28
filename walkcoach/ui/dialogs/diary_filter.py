"""The filters of the Diary page. Each answer holds at once: the days behind follow, and the sheet says how many are left."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkcoach.core.decision import DecisionKind
from walkcoach.core.symptoms import Symptom
from walkcoach.services.diary_filter import DiaryFilter, Felt, Find
from walkcoach.ui.dialogs.form_dialog import FormDialog
from walkcoach.ui.theme.theme import Theme
from walkcoach.ui.theme.tokens import TypeRole
from walkcoach.ui.widgets.announce import announce
from walkcoach.ui.widgets.choice_row import Choice, ChoiceRow
from walkcoach.ui.widgets.field_row import FieldRow
from walkcoach.ui.widgets.labels import Label
from walkcoach.ui.widgets.multi_row import MultiRow
from walkcoach.wording import check_in, names, numbers
from walkcoach.wording import diary as words


class DiaryFilterDialog(FormDialog):
    """`changed` carries the `DiaryFilter` after each answer. `counted` says in words how many days it leaves."""

    changed = Signal(object)

    def __init__(
        self,
        wanted: DiaryFilter,
        symptoms: Sequence[Symptom],
        counted: Callable[[], str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.filter_title(), words.filter_title(), words.filter_lead(), theme, parent)
        self._wanted = wanted
        self._counted = counted
        offered = [Choice(symptom, numbers.first_up(names.symptom_name(symptom))) for symptom in symptoms]
        self.symptom = ChoiceRow(words.symptom_filter(), [Choice(None, words.any_symptom()), *offered])
        self.felt = ChoiceRow(words.felt_filter(), [Choice(Felt.RATED, words.felt_rated()), Choice(Felt.ROSE, words.felt_rose())])
        finds = {Find.WARNING_SIGN: words.find_sign(), Find.FOOT_FINDING: words.find_feet(), Find.BY_HAND: words.find_by_hand()}
        self.finds = MultiRow(words.finds_filter(), [Choice(find, text) for find, text in finds.items()])
        self.kinds = MultiRow(words.kinds_filter(), [Choice(kind, words.kind_name(kind)) for kind in DecisionKind])
        rows = (
            (words.symptom_filter(), self.symptom),
            (words.felt_filter(), self.felt),
            (words.finds_filter(), self.finds),
            (words.kinds_filter(), self.kinds),
        )
        fields = [FieldRow(name, control, below=True) for name, control in rows]
        for field in fields:
            self.column.addWidget(field)
        self._felt_field = fields[1]
        self.count = Label("", TypeRole.STRONG)
        self.column.addWidget(self.count)
        self._show()
        self.symptom.chosen.connect(self._tell)
        self.felt.chosen.connect(self._tell)
        self.finds.changed.connect(self._tell)
        self.kinds.changed.connect(self._tell)
        self.first = self.symptom
        self.primary.set_words(check_in.done())
        self.primary.clicked.connect(self.accept)
        self.secondary.set_words(words.show_all())
        self.secondary.clicked.disconnect()
        self.secondary.clicked.connect(self._clear)
        self.finish()

    def _show(self) -> None:
        self.symptom.choose(self._wanted.symptom)
        self._show_felt()
        self.finds.choose(self._wanted.finds)
        self.kinds.choose(self._wanted.kinds)
        self.count.setText(self._counted())

    def _show_felt(self) -> None:
        """What was felt is asked of a symptom: until one is chosen nothing holds there, and nothing can be chosen."""
        asked = self._wanted.symptom is not None
        self.felt.setEnabled(asked)
        self.felt.choose(self._wanted.felt if asked else None)
        self._felt_field.set_hint("" if asked else words.felt_first())

    def _clear(self) -> None:
        """Take every filter away, the words looked for, too."""
        self._wanted = DiaryFilter()
        self.changed.emit(self._wanted)
        self.accept()

    def _tell(self) -> None:
        symptom = self.symptom.value()
        felt = self.felt.value() if symptom is not None else None
        self._wanted = replace(
            self._wanted,
            symptom=symptom if isinstance(symptom, Symptom) else None,
            felt=felt if isinstance(felt, Felt) else Felt.RATED,
            finds=frozenset(find for find in self.finds.values() if isinstance(find, Find)),
            kinds=frozenset(kind for kind in self.kinds.values() if isinstance(kind, DecisionKind)),
        )
        self._show_felt()
        self.changed.emit(self._wanted)
        self.count.setText(self._counted())
        announce(self.count, self.count.text())
