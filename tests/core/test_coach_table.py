"""Every rule in an example that a nurse can read: the table in tests/data/coach_examples.md."""

from pathlib import Path
from typing import Final

import pytest

from tests.core.nurse_table import THIS_MORNING, Example, answer_of, examples, rules_beside
from walkcoach.core.decision import Rule
from walkcoach.wording.reasons import explanations

TABLE: Final = tuple(examples((Path(__file__).parent.parent / "data" / "coach_examples.md").read_text(encoding="utf-8")))
NAMES: Final = tuple(f"{number}-{example.rule}" for number, example in enumerate(TABLE, 1))


@pytest.mark.parametrize("example", TABLE, ids=NAMES)
def test_the_answer_is_the_one_in_the_table(example: Example) -> None:
    decision = example.decision()
    assert answer_of(decision) == example.answer
    assert rules_beside(example.rule, decision) == example.listed_with_it
    assert example.rule in decision.rules


@pytest.mark.parametrize("example", TABLE, ids=NAMES)
def test_the_person_reads_the_sentence_in_the_table(example: Example) -> None:
    sentences = {explanation.rule: explanation.sentence for explanation in explanations(example.decision(), THIS_MORNING)}
    assert sentences[Rule(example.rule)] == example.why


def test_every_rule_has_an_example_in_the_order_of_the_rules() -> None:
    shown = list(dict.fromkeys(example.rule for example in TABLE))
    assert shown == list(Rule)


def test_words_that_the_table_does_not_know_are_refused() -> None:
    for cells in (("20 min", "–", "danced all night", "–"), ("20 mins", "–", "walked all", "–"), ("20 min", "–", "–", "quick")):
        with pytest.raises(ValueError, match="unknown words"):
            Example("stumbled", *cells, "", "", "").decision()
