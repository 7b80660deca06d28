"""The coach without a window: what a rehearsal answers, day after day, and how it writes it down (section 6)."""

import json
from datetime import date

import pytest

from tests.services.scenarios import MISSING, after, before, good_day, good_days, lines, scenario
from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.services.rehearsal import as_json, as_table, rehearse
from walkcoach.services.scenario import read_scenario
from walkcoach.wording.rehearsal import explain_day

CHEST_PAIN = before(warning_signs=["chest_pain"])


def column(name: str, given: object) -> list[object]:
    """One field of every line."""
    return [line[name] for line in lines(given)]


# --- how it goes -----------------------------------------------------------------------------------------------------


def test_ninety_good_days_lead_to_an_hour_and_then_to_forty_five_brisk_minutes() -> None:
    told = lines(good_days(90))
    assert [line["minutes"] for line in told] == [15, 20, 25, 30, 35, 40, 45, 50, 55, *[60] * 81]
    assert [line["brisk_minutes"] for line in told] == [*[0] * 10, 5, 10, 15, 20, 25, 30, 35, 40, *[45] * 72]
    assert [line["stage"] for line in told] == [*["build_time"] * 10, *["build_pace"] * 9, *["keep_going"] * 71]
    assert [line["decision"] for line in told] == ["start", *["increase"] * 18, *["repeat"] * 71]
    assert [line["rules"] for line in told] == [
        ["first_walk"],
        *[["good_response"]] * 9,
        ["walk_goal_reached"],
        *[["good_response"]] * 8,
        ["brisk_goal_reached"],
        *[["at_goal"]] * 70,
    ]


def test_the_gentle_and_the_careful_track_take_their_time() -> None:
    for track, first_at_goal in (("gentle", 15), ("careful", 30)):
        minutes = column("minutes", good_days(120, track=track))
        assert minutes.index(60) > first_at_goal
        assert column("brisk_minutes", good_days(120, track=track))[-1] == 45


@pytest.mark.parametrize("days", [0, 1])
def test_a_scenario_may_be_as_short_as_it_likes(days: int) -> None:
    assert len(lines(good_days(days))) == days


# --- how it is written -----------------------------------------------------------------------------------------------


def test_the_lines_are_those_of_the_page() -> None:
    given = good_days(14) | {"symptoms": []}
    written = [as_json(day, decision) for day, decision in rehearse(read_scenario(json.dumps(given)))]
    assert written[0] == (
        '{"date": "2026-01-01", "stage": "build_time", "decision": "start", "minutes": 15, "brisk_minutes": 0, '
        '"rules": ["first_walk"], "segments": [["normal", 900]]}'
    )
    assert written[10] == (
        '{"date": "2026-01-11", "stage": "build_pace", "decision": "increase", "minutes": 60, "brisk_minutes": 5, '
        '"rules": ["walk_goal_reached"], "segments": [["normal", 300], ["brisk", 150], ["normal", 180], ["brisk", 150], '
        '["normal", 2820]]}'
    )


def test_a_day_without_a_walk_offers_nothing_and_keeps_its_stage() -> None:
    rest = scenario(good_day(0), good_day(1, walk=MISSING, after=MISSING), walk_days=[0, 2, 3])
    locked = scenario(good_day(0), good_day(1, before=CHEST_PAIN))
    for given, decision, rule in ((rest, "rest_day", "rest_day"), (locked, "no_walk", "warning_sign")):
        assert lines(given)[1] == {
            "date": "2026-01-02",
            "stage": "build_time",
            "decision": decision,
            "minutes": 0,
            "brisk_minutes": 0,
            "rules": [rule],
            "segments": [],
        }


def test_minutes_are_the_sum_of_the_segments_also_where_the_session_grows() -> None:
    growing = good_days(40, brisk_goal_min=60, max_bout_min=15)
    for line in lines(growing):
        assert line["minutes"] * 60 == sum(length_s for _, length_s in line["segments"])
        assert line["brisk_minutes"] * 60 == sum(length_s for pace, length_s in line["segments"] if pace == "brisk")
    assert lines(growing)[-1]["minutes"] == 73
    assert lines(good_days(40, brisk_goal_min=60, brisk_placement="added"))[-1]["minutes"] == 120


def test_the_table_has_a_line_a_day_under_a_heading() -> None:
    written = list(as_table(list(rehearse(read_scenario(json.dumps(good_days(11)))))))
    assert written[0].split() == ["date", "stage", "decision", "minutes", "brisk", "rules"]
    assert written[1].split() == ["2026-01-01", "build_time", "start", "15", "0", "first_walk"]
    assert written[11].split() == ["2026-01-11", "build_pace", "increase", "60", "5", "walk_goal_reached"]
    assert len(written) == 12
    assert all(line == line.rstrip() for line in written)


def test_the_explanation_has_a_sentence_and_a_source_for_every_rule() -> None:
    given = scenario(good_day(0, after=after(stumbled=True, effort=8)), good_day(1, after=after(could_talk=False)), good_day(2))
    for day, decision in rehearse(read_scenario(json.dumps(given))):
        first, *sentences = explain_day(day, decision).splitlines()
        assert str(decision.minutes) in first
        assert str(day.day) in first
        assert len(sentences) == len(decision.rules)
        assert all(sentence.startswith("  ") and "(Source: " in sentence for sentence in sentences)


# --- as planned ------------------------------------------------------------------------------------------------------


def test_as_planned_walks_what_the_day_offers() -> None:
    given = good_days(20, brisk_goal_min=20)
    spelt_out = [
        {**day, "walk": {"minutes": line["minutes"], "brisk_minutes": line["brisk_minutes"]}}
        for day, line in zip(given["days"], lines(given), strict=True)
    ]
    assert lines({**given, "days": spelt_out}) == lines(given)


def test_as_planned_where_there_is_no_walk_is_none() -> None:
    locked = [good_day(number, before=CHEST_PAIN if number == 1 else before()) for number in range(4)]
    given = scenario(*locked, good_day(4, notes={"cleared": True}))
    told = list(rehearse(read_scenario(json.dumps(given))))
    assert [decision.kind for _, decision in told[1:4]] == [DecisionKind.NO_WALK] * 3
    cleared = told[4][1]
    assert cleared.evidence.last_walk == date(2026, 1, 1)
    assert cleared.evidence.missed_days == 3
    assert cleared.rules == (Rule.AFTER_CLEARANCE, Rule.MISSED_DAYS)


def test_as_planned_on_a_rest_day_is_a_walk_that_is_held() -> None:
    told = lines(scenario(good_day(0), good_day(1), good_day(2), walk_days=[3, 5, 6]))
    assert [(line["decision"], line["minutes"], line["rules"]) for line in told] == [
        ("start", 15, ["first_walk"]),
        ("repeat", 15, ["rest_day_walk"]),
        ("increase", 20, ["good_response"]),
    ]


def test_as_planned_on_an_easy_day_walks_its_half() -> None:
    unsteady = good_day(1, before=before(steady="much_less_steady"))
    told = lines(scenario(good_day(0), unsteady, good_day(2)))
    assert [(line["decision"], line["minutes"]) for line in told] == [("start", 15), ("easy_day", 7), ("repeat", 15)]
    assert told[2]["rules"] == ["after_easy_day"]


# --- what a day may say ----------------------------------------------------------------------------------------------


def test_a_dated_change_of_the_programme_holds_from_its_day_on() -> None:
    days = [good_day(0), good_day(1), good_day(2, programme={"track": "careful", "start_min": 30}), good_day(3)]
    days += [good_day(4, programme={"track": "steady"})]
    assert column("minutes", scenario(*days)) == [15, 20, 22, 24, 29]


def test_a_change_of_the_programme_leaves_the_other_fields_as_they_were() -> None:
    days = [good_day(0), good_day(1, programme={"step_min": 3}), good_day(2)]
    assert column("minutes", scenario(*days, step_max=3, start_min=20)) == [20, 23, 26]


def test_a_shorter_walk_and_its_reason_are_read() -> None:
    short = {"minutes": 5, "brisk_minutes": 0, "shorter_because": "symptoms"}
    in_a_hurry = {"minutes": 5, "brisk_minutes": 0, "shorter_because": "no_time"}
    twice = scenario(good_day(0, walk=short), good_day(1, walk=short), good_day(2))
    assert lines(twice)[2]["rules"] == ["stopped_early_twice", "stopped_early"]
    assert lines(scenario(good_day(0, walk=short), good_day(1, walk=in_a_hurry), good_day(2)))[2]["rules"] == ["stopped_early"]


def test_a_walk_of_no_minutes_is_no_walk() -> None:
    nothing = {"minutes": 0, "brisk_minutes": 0}
    assert lines(scenario(good_day(0, walk=nothing), good_day(1)))[1]["decision"] == "start"


def test_check_ins_walk_and_notes_may_be_left_out() -> None:
    bare = good_day(1, before=MISSING, walk=MISSING, after=MISSING)
    assert lines(scenario(good_day(0), bare, good_day(2)))[2]["rules"] == ["missed_days"]
    noted = good_day(1, before=MISSING, walk=MISSING, after=MISSING, notes={"away_because": "illness"})
    assert lines(scenario(good_day(0), noted, good_day(2)))[2]["decision"] == "step_back"
    half = good_day(0, after=MISSING)
    assert lines(scenario(half, good_day(1)))[1]["rules"] == ["check_in_missing"]


def test_every_note_is_read() -> None:
    days = [good_day(number, after=after(worst={"tingling": 7})) for number in range(3)]
    due = scenario(*days, good_day(3))
    assert "review_due" in lines(due)[3]["rules"]
    # It was due on day 3; acknowledged on day 4.
    talked = scenario(*days, good_day(3), good_day(4, notes={"review_acknowledged": True}))
    assert "review_due" not in lines(talked)[4]["rules"]
    feet = scenario(good_day(0, after=after(feet="new")), good_day(1, notes={"feet_seen_to": True}))
    assert lines(feet)[1]["rules"] == ["after_clearance"]


def test_the_same_scenario_has_the_same_answers() -> None:
    given = scenario(good_day(0, after=after(stumbled=True)), good_day(1), good_day(9, before=before(ratings={"tingling": 0})))
    assert lines(given) == lines(given)


def test_the_last_days_of_the_calendar_can_be_rehearsed() -> None:
    days = [good_day(0, date="9999-12-30"), good_day(1, date="9999-12-31")]
    assert column("minutes", scenario(*days, track="gentle")) == [15, 18]
