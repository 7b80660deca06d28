"""Whatever a decision holds, and whatever a diary leads the coach to, the sentences are whole."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import after, before, day
from walkcoach.core.coach import decide
from walkcoach.core.coach_state import CoachState
from walkcoach.core.decision import Decision, DecisionKind, Evidence, Rule, Stage, Standing
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, DiaryDay, Feet, Settled, Steadiness
from walkcoach.core.fold import step
from walkcoach.core.programme import Programme, Track
from walkcoach.core.segments import normal_only
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.wording.reasons import deciding_rule, explanations, headline, plan_line
from walkcoach.wording.rehearsal import explain_day

SUNDAY = date(2026, 11, 22)


scores = st.integers(0, 10)
halves = st.integers(-20, 20).map(lambda half: half / 2)
some_minutes = st.integers(0, 120)
symptoms = st.none() | st.sampled_from(Symptom)
evidences = st.builds(
    Evidence,
    before_minutes=some_minutes,
    before_brisk_minutes=some_minutes,
    last_walk=st.none() | st.integers(0, 500).map(lambda away: SUNDAY - timedelta(days=away)),
    last_walked_minutes=some_minutes,
    last_offered_minutes=some_minutes,
    above_usual=halves,
    above_usual_symptom=symptoms,
    above_usual_score=scores,
    above_usual_usual=halves,
    provoked=st.none() | st.integers(-10, 10),
    provoked_symptom=symptoms,
    provoked_before=scores,
    provoked_worst=scores,
    peak=st.none() | scores,
    peak_symptom=symptoms,
    settled=st.none() | st.sampled_from(Settled),
    effort=st.none() | scores,
    missed_days=st.integers(0, 400),
    missed_deeper=st.booleans(),
    good_walks=st.integers(0, 3),
    good_walks_needed=st.integers(0, 3),
    review_step_backs=st.integers(0, 14),
    review_worse_mornings=st.integers(0, 100),
    week_budget_minutes=st.integers(0, 900),
)
standings = st.builds(Standing, st.sampled_from(Stage), some_minutes, some_minutes, some_minutes, st.integers(0, 3))
segments = st.just(()) | st.integers(1, 120).map(normal_only)
decisions = st.builds(
    Decision,
    st.sampled_from(DecisionKind),
    st.lists(st.sampled_from(Rule), unique=True, max_size=6).map(tuple),
    standings,
    segments,
    st.booleans(),
    evidences,
)


def _reads_well(sentence: str) -> bool:
    """Whether a sentence is whole: no holes, no double signs, a capital or figure first, a full stop last, singulars right."""
    holes = re.search(r"None|[{}!]|  | [,.:]|[,.:]{2}|Rule\.|_|\b1 (minutes|walks|days|brisk minutes|walk days)\b", sentence)
    return not holes and sentence[0] in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" and sentence.endswith(".")


@given(decisions)
def test_whatever_a_decision_holds_its_sentences_are_whole(any_decision: Decision) -> None:
    told = explanations(any_decision, SUNDAY)
    assert tuple(explanation.rule for explanation in told) == any_decision.rules
    for sentence in (headline(any_decision, SUNDAY), *(explanation.sentence for explanation in told)):
        assert _reads_well(sentence), sentence
    assert plan_line(any_decision)
    assert all(explanation.source for explanation in told)


@given(decisions)
def test_the_headline_names_a_rule_of_the_decision(any_decision: Decision) -> None:
    rule = deciding_rule(any_decision)
    assert rule in any_decision.rules if any_decision.rules else rule is None


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("kind", DecisionKind)
def test_every_rule_reads_well_with_no_evidence_at_all(rule: Rule, kind: DecisionKind) -> None:
    bare = Decision(kind, (rule,), Standing(Stage.BUILD_TIME, 15))
    (told,) = explanations(bare, SUNDAY)
    assert _reads_well(told.sentence), told.sentence
    assert _reads_well(headline(bare, SUNDAY)), headline(bare, SUNDAY)


def test_holes_in_a_sentence_are_noticed() -> None:
    broken = ["Your None rose.", "your tingling rose.", "It rose by {rise}.", "It rose  twice.", "It rose", "1 minutes more."]
    assert not any(_reads_well(sentence) for sentence in broken)


ordinary = st.sampled_from([2, 2, 2, 2, 3, 4, 6])
check_ins = st.builds(
    before,
    ordinary,
    steady=st.sampled_from([*[Steadiness.AS_USUAL] * 6, *Steadiness]),
    feet=st.sampled_from([*[Feet.FINE] * 8, Feet.UNCHECKED, Feet.NEW]),
    signs=st.sampled_from([(), (), (), (), (), (WarningSign.UNWELL,), (WarningSign.CALF_PAIN_WALKING,)]),
    settled=st.none() | st.sampled_from(Settled),
)
afterwards = st.none() | st.builds(after, ordinary, effort=st.integers(2, 8), stumbled=st.sampled_from([False] * 5 + [True]))
days_lived = st.lists(st.tuples(st.sampled_from([1, 1, 1, 1, 2, 4, 9]), check_ins, st.integers(4, 11), afterwards), max_size=25)
programmes = st.builds(Programme, track=st.sampled_from(Track), walk_goal_min=st.just(30), brisk_goal_min=st.just(15))


def _walked(offer: Decision, tenths: int) -> int | None:
    """Minutes walked of an offer: some tenths of it, none where none was offered."""
    return max(1, offer.minutes * min(tenths, 10) // 10) if offer.minutes else None


@settings(deadline=None, max_examples=25)
@given(days_lived, programmes)
def test_whatever_a_diary_leads_to_is_told_in_whole_sentences(
    lived: list[tuple[int, BeforeCheckIn, int, AfterCheckIn | None]], programme: Programme
) -> None:
    state, on = CoachState.begin(), SUNDAY
    for gap, morning, tenths, evening in lived:
        on += timedelta(days=gap)
        offer = decide(state, DiaryDay(on, morning), programme, walking=False)
        assert _reads_well(headline(offer, on)), headline(offer, on)
        sentences = [explanation.sentence for explanation in explanations(offer, on)]
        assert sentences
        assert all(_reads_well(sentence) for sentence in sentences), sentences
        assert len(explain_day(on, offer).splitlines()) == 1 + len(offer.rules)
        walked = _walked(offer, tenths)
        brisk = min(walked or 0, offer.brisk_minutes)
        _, state = step(state, day(on, walked, brisk=brisk, morning=morning, evening=evening, offered=offer), programme)
