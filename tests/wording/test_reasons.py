"""Decisions in words, as tables of examples to read: what was seen, and what a person is told."""

import re
from dataclasses import replace
from datetime import date

import pytest

from walkcoach.core.decision import Decision, DecisionKind, Evidence, Rule, Stage, Standing
from walkcoach.core.diary import Settled
from walkcoach.core.programme import Programme
from walkcoach.core.segments import normal_only, segments_for
from walkcoach.core.symptoms import Symptom
from walkcoach.wording.reasons import deciding_rule, explanations, headline, plan_line
from walkcoach.wording.rehearsal import explain_day
from walkcoach.wording.sources import own_convention, source_of

SUNDAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 20)

ROSE = Evidence(last_walk=YESTERDAY, provoked=3, provoked_symptom=Symptom.TINGLING, provoked_before=2, provoked_worst=5)
WORSE = Evidence(
    last_walk=YESTERDAY,
    above_usual=2.5,
    above_usual_symptom=Symptom.BURNING,
    above_usual_score=5,
    above_usual_usual=2.5,
)
SHORT = Evidence(last_walk=FRIDAY, last_walked_minutes=12, last_offered_minutes=20)


def decision(
    kind: DecisionKind = DecisionKind.REPEAT,
    *rules: Rule,
    minutes: int = 22,
    brisk: int = 0,
    before: tuple[int, int] | None = None,
    evidence: Evidence | None = None,
    good_walks: int = 0,
) -> Decision:
    """A decision whose last walk was yesterday's, of all that was offered at the level of `before`."""
    old_min, old_brisk_min = before or (minutes, brisk)
    seen = replace(evidence or Evidence(last_walk=YESTERDAY), before_minutes=old_min, before_brisk_minutes=old_brisk_min)
    if not seen.last_offered_minutes:
        seen = replace(seen, last_walked_minutes=old_min, last_offered_minutes=old_min)
    standing = Standing(Stage.BUILD_PACE if brisk else Stage.BUILD_TIME, minutes, brisk, good_walks=good_walks)
    empty = kind in (DecisionKind.REST_DAY, DecisionKind.NO_WALK)
    easy = kind is DecisionKind.EASY_DAY
    segments = normal_only(minutes // 2) if easy else segments_for(minutes, brisk, Programme())
    return Decision(kind, rules, standing, () if empty else segments, evidence=seen)


REPEAT, LESS, MORE = DecisionKind.REPEAT, DecisionKind.STEP_BACK, DecisionKind.INCREASE

SENTENCES = [
    (Rule.WARNING_SIGN, Evidence(), "You named a warning sign, so the plan stays off until a professional has looked."),
    (
        Rule.FEET_NEW,
        Evidence(),
        "You found something new on your feet, so the plan stays off until it is gone or somebody qualified has looked.",
    ),
    (Rule.REST_DAY, Evidence(), "Sunday is a rest day in your plan, so there is no walk to do."),
    (Rule.FIRST_WALK, Evidence(), "This is your first walk, so the plan starts at 22 minutes."),
    (
        Rule.WORSE_IN_WALK,
        ROSE,
        "Your tingling rose by 3 on yesterday's walk, from 2 to 5, so the plan does not grow today.",
    ),
    (
        Rule.WORSE_IN_WALK,
        replace(ROSE, last_walk=date(2026, 11, 3)),
        "Your tingling rose by 3 on the walk of 3 November, from 2 to 5, so the plan does not grow today.",
    ),
    (Rule.WORSE_IN_WALK, Evidence(), "Your symptoms rose on your last walk, so the plan does not grow today."),
    (
        Rule.PEAK_MODERATE,
        replace(ROSE, peak=5, peak_symptom=Symptom.PINS_AND_NEEDLES),
        "Your pins and needles reached 5 out of 10 on yesterday's walk, so the plan does not grow today.",
    ),
    (
        Rule.SYMPTOMS_WHILE_BRISK,
        ROSE,
        (
            "Your tingling rose by 3 on yesterday's walk, from 2 to 5, now that the plan is about brisk minutes, "
            "so the plan does not grow today."
        ),
    ),
    (
        Rule.SETTLED_LATE,
        ROSE,
        (
            "After yesterday's walk, it took until later that day to feel as usual again, "
            "so the plan does not grow until you settle sooner."
        ),
    ),
    (
        Rule.HARD_EFFORT,
        Evidence(last_walk=FRIDAY, effort=8),
        "You rated the effort of Friday's walk 8 out of 10, so the plan does not grow until walks feel easier.",
    ),
    (
        Rule.COULD_NOT_TALK,
        ROSE,
        "Talking was not possible on yesterday's walk, so the plan does not grow until you can talk all the way.",
    ),
    (Rule.STUMBLED, ROSE, "You stumbled on yesterday's walk, so the plan does not grow today."),
    (
        Rule.STOPPED_EARLY,
        SHORT,
        "Friday's walk ended after 12 of 20 minutes, so the plan does not grow until a whole walk fits.",
    ),
    (
        Rule.STOPPED_EARLY,
        replace(SHORT, last_walked_minutes=18),
        "Friday's walk had fewer brisk minutes than planned, so the plan does not grow until a whole walk fits.",
    ),
    (
        Rule.CHECK_IN_MISSING,
        ROSE,
        "A check-in of yesterday's walk is missing, so the plan cannot tell if you are ready for more.",
    ),
    (
        Rule.FEET_NOT_CHECKED,
        ROSE,
        "A foot check is missing, today or after yesterday's walk, so the plan does not grow until your feet have been checked.",
    ),
    (Rule.WORSE_TODAY, WORSE, "You rated burning 5 today, 2.5 above your usual of 2.5, so the plan does not grow today."),
    (
        Rule.REVIEW_DUE,
        Evidence(review_step_backs=3),
        "3 walks of the last two weeks led to a step back, so it is time to talk to your clinician.",
    ),
    (
        Rule.REVIEW_DUE,
        Evidence(review_worse_mornings=7),
        "7 check-ins running were well above your usual, so it is time to talk to your clinician.",
    ),
    (
        Rule.MISSED_DAYS,
        Evidence(last_walk=FRIDAY, missed_days=1),
        "1 walk day has passed without a walk since Friday, so the plan does not grow today.",
    ),
    (
        Rule.CONFIRMING_WALK_GOAL,
        Evidence(good_walks_needed=3),
        "2 of 3 good walks of 22 minutes done so far, so the plan stays at this length for now.",
    ),
    (Rule.AT_GOAL, Evidence(), "You are at your goal of 22 minutes, so the plan stays there."),
]


@pytest.mark.parametrize(("rule", "evidence", "sentence"), SENTENCES)
def test_a_rule_is_explained_with_the_persons_own_numbers(rule: Rule, evidence: Evidence, sentence: str) -> None:
    (told,) = explanations(decision(REPEAT, rule, evidence=evidence, good_walks=2), SUNDAY)
    assert (told.rule, told.sentence) == (rule, sentence)


LESS_AND_MORE = [
    (
        decision(LESS, Rule.MUCH_WORSE_NEXT_DAY, minutes=17, before=(22, 0), evidence=replace(WORSE, above_usual=3.0)),
        "You rated burning 5 today, 3 above your usual of 2.5, soon after yesterday's walk, so the plan steps back.",
    ),
    (
        decision(LESS, Rule.MISSED_DAYS, minutes=54, before=(60, 0), evidence=Evidence(last_walk=FRIDAY, missed_days=4)),
        "4 walk days have passed without a walk since Friday, so the plan begins lower.",
    ),
    (
        decision(LESS, Rule.MISSED_DAYS, minutes=15, before=(60, 0), evidence=Evidence(missed_days=28)),
        "28 walk days have passed without a walk, so the plan starts again at 15 minutes.",
    ),
    (
        decision(LESS, Rule.MISSED_DAYS, minutes=15, before=(60, 0), evidence=Evidence(missed_days=14, missed_deeper=True)),
        "14 walk days have passed without a walk, and there was a reason to go gently, so the plan starts again at 15 minutes.",
    ),
    (
        decision(LESS, Rule.NOT_SETTLED_BY_MORNING, minutes=10),
        "After yesterday's walk, you did not feel as usual again by the next morning, so the plan stays at its shortest.",
    ),
    (
        decision(MORE, Rule.GOOD_RESPONSE, minutes=25, before=(22, 0)),
        "Yesterday's walk went well, so the plan grows by 3 minutes.",
    ),
    (
        decision(MORE, Rule.WEEKLY_CAP, minutes=23, before=(22, 0), evidence=Evidence(week_budget_minutes=150)),
        "This week has room for 150 minutes in all, so today adds only 1 minute.",
    ),
    (
        decision(MORE, Rule.WALK_GOAL_REACHED, minutes=60, brisk=5, before=(60, 0), evidence=Evidence(good_walks_needed=2)),
        "You have walked your goal of 60 minutes well twice, so brisk minutes begin.",
    ),
]


@pytest.mark.parametrize(("given_decision", "sentence"), LESS_AND_MORE)
def test_what_follows_from_a_rule_is_what_the_decision_did(given_decision: Decision, sentence: str) -> None:
    assert [told.sentence for told in explanations(given_decision, SUNDAY)] == [sentence]


GOOD = Evidence(last_walk=YESTERDAY, provoked=1, provoked_symptom=Symptom.TINGLING, settled=Settled.WITHIN_2H)

HEADLINES = [
    (decision(DecisionKind.START, Rule.FIRST_WALK, minutes=15), "15 minutes to begin with: this is your first walk."),
    (
        decision(MORE, Rule.GOOD_RESPONSE, minutes=25, before=(22, 0), evidence=GOOD),
        "3 minutes more than yesterday: your tingling rose by no more than 1 on that walk and settled within 2 hours.",
    ),
    (
        decision(MORE, Rule.GOOD_RESPONSE, minutes=25, before=(22, 0), evidence=replace(GOOD, provoked=-1, last_walk=FRIDAY)),
        "3 minutes more than on Friday: your symptoms did not rise on that walk.",
    ),
    (
        decision(
            MORE,
            Rule.GOOD_RESPONSE,
            minutes=25,
            before=(22, 0),
            evidence=replace(GOOD, provoked=0, last_walked_minutes=20, last_offered_minutes=22),
        ),
        "3 minutes more than yesterday's plan: your symptoms did not rise on that walk.",
    ),
    (
        decision(MORE, Rule.GOOD_RESPONSE, minutes=60, brisk=8, before=(60, 5), evidence=replace(GOOD, provoked=0)),
        "3 brisk minutes more than yesterday: your symptoms did not rise on that walk.",
    ),
    (
        decision(MORE, Rule.WALK_GOAL_REACHED, minutes=60, brisk=5, before=(60, 0)),
        "5 brisk minutes join your walk today: you have walked your goal of 60 minutes well.",
    ),
    (
        decision(MORE, Rule.GOOD_RESPONSE, minutes=25, before=(22, 0), evidence=Evidence(last_walk=date(2026, 11, 15))),
        "3 minutes more than on 15 November: that walk went well.",
    ),
    (
        decision(MORE, Rule.GOOD_RESPONSE, minutes=25, before=(22, 0), evidence=Evidence(last_walk=date(2026, 11, 16))),
        "3 minutes more than on Monday: that walk went well.",
    ),
    (
        decision(REPEAT, Rule.WORSE_TODAY, evidence=WORSE),
        "Repeat 22 minutes today: you rated burning 5 today, 2.5 above your usual of 2.5.",
    ),
    (
        decision(REPEAT, Rule.STUMBLED, minutes=60, brisk=8),
        "Repeat 60 minutes with 8 brisk today: you stumbled on yesterday's walk.",
    ),
    (
        decision(REPEAT, Rule.STUMBLED, Rule.REVIEW_DUE, evidence=Evidence(review_step_backs=3)),
        "Repeat 22 minutes today: 3 walks of the last two weeks led to a step back, so it is time to talk to your clinician.",
    ),
    (
        decision(
            REPEAT, Rule.AFTER_EASY_DAY, evidence=Evidence(last_walk=YESTERDAY, last_walked_minutes=11, last_offered_minutes=11)
        ),
        "22 minutes today: yesterday's walk was an easy one.",
    ),
    (
        decision(REPEAT, Rule.AT_GOAL, minutes=60, brisk=45),
        "60 minutes with 45 brisk today: you are at your goal of 60 minutes with 45 brisk.",
    ),
    (
        decision(LESS, Rule.MUCH_WORSE_IN_WALK, Rule.WORSE_TODAY, minutes=17, before=(22, 0), evidence=ROSE),
        "5 minutes less than yesterday: your tingling rose by 3 on that walk, from 2 to 5.",
    ),
    (
        decision(LESS, Rule.PEAK_HIGH, minutes=60, brisk=3, before=(60, 8), evidence=replace(ROSE, peak=6)),
        "5 brisk minutes less than yesterday: your symptoms reached 6 out of 10 on that walk.",
    ),
    (
        decision(LESS, Rule.MISSED_DAYS, minutes=30, before=(60, 20), evidence=Evidence(last_walk=FRIDAY, missed_days=14)),
        "30 minutes today: 14 walk days have passed without a walk since Friday.",
    ),
    (
        decision(
            LESS,
            Rule.STUMBLED,
            Rule.MUCH_WORSE_IN_WALK,
            minutes=17,
            before=(22, 0),
            evidence=replace(ROSE, last_walked_minutes=11, last_offered_minutes=11),
        ),
        "5 minutes less than before: your tingling rose by 3 on yesterday's walk, from 2 to 5.",
    ),
    (
        decision(DecisionKind.EASY_DAY, Rule.WORSE_TODAY, Rule.MUCH_LESS_STEADY, evidence=WORSE),
        "An easy day, 11 minutes: you feel much less steady than usual today.",
    ),
    (decision(DecisionKind.REST_DAY, Rule.REST_DAY), "No walk to do today: Sunday is a rest day in your plan."),
    (
        decision(DecisionKind.NO_WALK, Rule.WARNING_SIGN, Rule.FEET_NEW),
        "No walk today: you named a warning sign.",
    ),
]


@pytest.mark.parametrize(("given_decision", "sentence"), HEADLINES)
def test_the_headline_says_what_changes_and_why(given_decision: Decision, sentence: str) -> None:
    assert headline(given_decision, SUNDAY) == sentence


@pytest.mark.parametrize(
    ("given_decision", "line"),
    [
        (decision(minutes=23), "23 minutes"),
        (decision(minutes=1), "1 minute"),
        (decision(minutes=60, brisk=8), "60 minutes, 8 brisk"),
        (decision(DecisionKind.EASY_DAY), "Easy day, 11 minutes"),
        (decision(DecisionKind.REST_DAY), "Rest day"),
        (decision(DecisionKind.NO_WALK), "No walk today"),
    ],
)
def test_the_plan_fits_in_a_line(given_decision: Decision, line: str) -> None:
    assert plan_line(given_decision) == line


def test_a_long_absence_leads_before_a_step_back() -> None:
    rules = (Rule.MUCH_WORSE_IN_WALK, Rule.MISSED_DAYS)
    assert deciding_rule(decision(LESS, *rules, evidence=Evidence(missed_days=3))) is Rule.MUCH_WORSE_IN_WALK
    assert deciding_rule(decision(LESS, *rules, evidence=Evidence(missed_days=7))) is Rule.MISSED_DAYS
    assert deciding_rule(decision(LESS, *rules, evidence=Evidence(missed_days=3, missed_deeper=True))) is Rule.MISSED_DAYS


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_source_or_says_that_it_is_our_own(rule: Rule) -> None:
    source = source_of(rule)
    assert source == own_convention() or re.search(r"\d{4}|article|you have set", source)


def test_what_is_our_own_convention_is_never_passed_off_as_evidence() -> None:
    ours = (Rule.MISSED_DAYS, Rule.WORSE_TWICE, Rule.STOPPED_EARLY, Rule.REVIEW_DUE, Rule.CONFIRMING_WALK_GOAL)
    assert all(own_convention() in source_of(rule) for rule in ours)


def test_a_rehearsed_day_is_told_line_by_line_with_sources() -> None:
    told = explain_day(SUNDAY, decision(REPEAT, Rule.WORSE_TODAY, Rule.STUMBLED, evidence=WORSE))
    day, burning, stumbled = told.splitlines()
    assert day == "Sunday 22 November 2026: 22 minutes"
    assert burning == (
        "  You rated burning 5 today, 2.5 above your usual of 2.5, so the plan does not grow today. "
        "(Source: 2 points of 10 are a real change: Farrar 2001, Pain 94:149)"
    )
    assert stumbled == (
        "  You stumbled on yesterday's walk, so the plan does not grow today. (Source: walking and falls: Sherrington 2011; "
        "repeating after a stumble is our own convention, to be reviewed by a clinician)"
    )
