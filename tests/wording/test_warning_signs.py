"""The fixed texts for warning signs, feet, slow signs and the review."""

import re
from inspect import signature

import pytest

from walkcoach.core.symptoms import SlowSign, Tier, WarningSign
from walkcoach.wording import warning_signs
from walkcoach.wording.warning_signs import TierText

FIXED = (warning_signs.feet_new_text, warning_signs.review_text)


def _lines(text: TierText) -> list[str]:
    return [*text.paragraphs, *text.what_to_do]


def _all() -> list[TierText]:
    return [*(warning_signs.tier_text(tier, "112") for tier in Tier), warning_signs.lock_text("112"), *(make() for make in FIXED)]


def test_every_warning_sign_is_described_in_a_short_sentence_of_its_own() -> None:
    told = [warning_signs.sign_description(sign) for sign in WarningSign]
    assert len(set(told)) == len(WarningSign)
    assert all(text.endswith(".") and len(text) <= 90 for text in told)


@pytest.mark.parametrize("tier", Tier)
def test_every_tier_says_what_it_is_and_what_to_do(tier: Tier) -> None:
    text = warning_signs.tier_text(tier, "112")
    assert text.title
    assert text.paragraphs
    assert len(text.what_to_do) >= 2


@pytest.mark.parametrize("tier", Tier)
def test_every_tier_names_the_number_that_the_person_has_set(tier: Tier) -> None:
    lines = " ".join(_lines(warning_signs.tier_text(tier, "999 or 0")))
    assert "Call 999 or 0" in lines or "or 999 or 0 if" in lines
    assert "112" not in lines


@pytest.mark.parametrize("tier", Tier)
def test_every_tier_says_that_the_app_calls_nobody(tier: Tier) -> None:
    assert "calls nobody" in " ".join(warning_signs.tier_text(tier, "112").paragraphs)


def test_an_emergency_says_stop_first_and_then_call() -> None:
    first, second, *_rest = warning_signs.tier_text(Tier.EMERGENCY, "112").what_to_do
    assert first.startswith("Stop walking.")
    assert second.startswith("Call 112 now")


@pytest.mark.parametrize("tier", [Tier.EMERGENCY, Tier.SAME_DAY])
def test_a_locking_tier_says_that_the_plan_is_off_until_a_professional_has_looked(tier: Tier) -> None:
    assert "Your plan is off until a professional has looked." in warning_signs.tier_text(tier, "112").paragraphs


def test_a_day_with_unsettled_sugar_refers_to_the_clinicians_own_plan() -> None:
    text = warning_signs.tier_text(Tier.TODAY_ONLY, "112")
    assert text.what_to_do[0] == "Follow the plan that your clinician gave you for this."


def test_a_foot_finding_says_look_again_protect_rest_and_have_it_seen() -> None:
    steps = " ".join(warning_signs.feet_new_text().what_to_do)
    assert all(words in steps for words in ("Look again", "covered", "Leave out walks", "somebody qualified look"))


def test_the_texts_are_the_same_for_all_and_depend_on_nothing_but_the_number() -> None:
    assert list(signature(warning_signs.tier_text).parameters) == ["tier", "emergency_number"]
    assert list(signature(warning_signs.lock_text).parameters) == ["emergency_number"]
    assert all(not signature(make).parameters for make in FIXED)


def test_while_the_plan_is_off_the_number_to_call_stays_in_sight() -> None:
    assert "call 999 or 0." in warning_signs.lock_text("999 or 0").what_to_do[0]


def test_sentences_stay_short_enough_to_read_when_frightened() -> None:
    sentences = [s for text in _all() for line in _lines(text) for s in re.split(r"(?<=[.?]) ", line)]
    assert sentences
    assert [s for s in sentences if len(s.split()) > 22] == []


def test_every_line_is_a_whole_sentence() -> None:
    for text in _all():
        assert all(line[0].isupper() and line.endswith(".") for line in _lines(text))
        assert not text.title.endswith(".")


@pytest.mark.parametrize("sign", SlowSign)
def test_every_slow_sign_has_a_question_and_advice(sign: SlowSign) -> None:
    assert warning_signs.slow_sign_question(sign).endswith("?")
    assert warning_signs.slow_sign_advice(sign).endswith(".")


def test_each_slow_sign_is_advised_on_in_its_own_way() -> None:
    assert len({warning_signs.slow_sign_advice(sign) for sign in SlowSign}) == len(SlowSign)


def test_what_the_person_states_is_said_in_the_first_person_or_plainly() -> None:
    choices = [warning_signs.cleared_choice(), warning_signs.feet_seen_to_choice(), warning_signs.review_choice()]
    assert len(set(choices)) == 3
    assert "professional" in choices[0]
    assert "qualified" in choices[1]
    assert "clinician" in choices[2]
