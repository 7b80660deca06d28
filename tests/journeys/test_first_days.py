"""The first days: fifteen minutes, a little more with its reason, the hour, and the first brisk minutes at their seconds."""

import json
from datetime import timedelta

from tests.builders import MONDAY, after, before
from tests.journeys.home import Heard, Home
from walkcoach.core.decision import DecisionKind, Rule, Stage
from walkcoach.core.diary import Settled
from walkcoach.services.ports import Cue, WalkKind
from walkcoach.services.rehearsal import as_json, rehearse
from walkcoach.services.scenario import read_scenario
from walkcoach.services.today import TodayState


def as_text(heard: list[Heard], began_s: float) -> str:
    """What was heard, one tone a line, counted from the first step."""
    seconds = [(round(tone.at_s - began_s), tone.cue) for tone in heard]
    return "\n" + "".join(f"{second // 60:02}:{second % 60:02} {cue}\n" for second, cue in seconds)


def test_the_first_day_is_fifteen_minutes_from_check_in_to_check_in(home: Home) -> None:
    assert (home.plan, home.headline) == ("15 minutes", "15 minutes to begin with: this is your first walk.")
    home.today.check_in_before(before(2))
    home.set_out()
    home.go_second_by_second()
    assert as_text(home.cues.heard, 10) == "\n00:00 normal\n15:00 end\n"
    assert [(walk.walked_s, walk.kind) for walk in home.walks()] == [(900, WalkKind.PLANNED)]
    home.walking.finish()
    assert home.view().state is TodayState.TO_CHECK_IN_AFTER
    home.today.check_in_after(after(3))
    assert home.view().state is TodayState.DONE
    week = home.history.progress(1).weeks[0]
    assert (week.normal_min, week.brisk_min, week.planned_min, week.walks) == (15, 0, 15, 1)
    point = home.history.progress(1).trends[0].points[0]
    assert (point.before, point.worst) == (2, 3)


def test_the_next_day_says_fifteen_and_a_little_more_and_why(home: Home) -> None:
    home.live(before(2), after(3))
    assert (home.view().decision.kind, home.plan) == (DecisionKind.INCREASE, "20 minutes")
    assert home.headline == "5 minutes more than yesterday: your tingling rose by no more than 1 on that walk."
    home.today.check_in_before(before(3, settled=Settled.WITHIN_2H))
    assert home.plan == "18 minutes"
    assert home.headline.startswith("3 minutes more than yesterday: ")


def test_closing_and_opening_again_finds_everything_there(home: Home) -> None:
    home.live(before(2), after(3))
    kept = home.keeper.load()
    view = home.view()
    home.reopen()
    assert home.keeper.load() == kept
    assert home.view() == view


def test_the_hour_is_reached_and_the_first_brisk_day_is_heard_at_the_planned_seconds(home_in_memory: Home) -> None:
    home = home_in_memory
    minutes = []
    while home.view().decision.brisk_minutes == 0:
        minutes.append(home.live())
    assert minutes == [15, 20, 25, 30, 35, 40, 45, 50, 55, 60]
    decision = home.view().decision
    assert (decision.rules, decision.standing.stage) == ((Rule.WALK_GOAL_REACHED,), Stage.BUILD_PACE)
    assert home.plan == "60 minutes, 5 brisk"
    assert home.headline == "5 brisk minutes join your walk today: you have walked your goal of 60 minutes well."
    home.today.check_in_before(before(1))
    home.set_out()
    home.go_second_by_second()
    assert as_text(home.cues.heard, 10) == ("\n00:00 normal\n05:00 brisk\n07:30 normal\n10:30 brisk\n13:00 normal\n60:00 end\n")
    assert [tone.at_s for tone in home.cues.heard] == [round(tone.at_s) for tone in home.cues.heard]
    brisk = home.walks()[-1]
    assert (brisk.walked_s, brisk.brisk_s) == (3600, 300)


def test_thirty_good_days_are_what_the_coach_rehearses(home: Home) -> None:
    scenario = {
        "programme": {"track": "steady"},
        "symptoms": ["tingling"],
        "days": [
            {
                "date": (MONDAY + timedelta(days=number)).isoformat(),
                "before": {
                    "ratings": {"tingling": 1},
                    "steady": "as_usual",
                    "feet": "fine",
                    "warning_signs": [],
                    "settled": None,
                },
                "walk": "as_planned",
                "after": {
                    "worst": {"tingling": 1},
                    "effort": 3,
                    "could_talk": True,
                    "stumbled": False,
                    "feet": "fine",
                    "warning_signs": [],
                },
            }
            for number in range(30)
        ],
    }
    rehearsed = [as_json(day, decision) for day, decision in rehearse(read_scenario(json.dumps(scenario)))]
    lived = []
    for _ in range(30):
        home.today.check_in_before(before(1))
        lived.append(as_json(home.day, home.view().decision))
        home.walk()
        home.today.check_in_after(after(1))
        home.clock.next_day()
    assert lived == rehearsed
    assert [(json.loads(line)["minutes"], json.loads(line)["brisk_minutes"]) for line in lived[9:20]] == [
        (60, brisk) for brisk in (0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 45)
    ]
    assert sum(walk.walked_s for walk in home.walks()) == 60 * sum(json.loads(line)["minutes"] for line in lived)


def test_a_brisk_walk_is_heard_whole_although_the_tone_of_a_change_comes_while_the_page_is_busy(home_in_memory: Home) -> None:
    home = home_in_memory
    while home.view().decision.brisk_minutes == 0:
        home.live()
    home.today.check_in_before(before(1))
    home.set_out()
    for _ in range(10 + 3600 + 7):
        home.clock.advance(1.7)
        if home.walking.tick().left_s == 0:
            break
    assert [tone.cue for tone in home.cues.heard] == [Cue.NORMAL, Cue.BRISK, Cue.NORMAL, Cue.BRISK, Cue.NORMAL, Cue.END]
    late_s = [tone.at_s - 10 - planned for tone, planned in zip(home.cues.heard, (0, 300, 450, 630, 780, 3600), strict=True)]
    assert all(0 <= one < 1.7 for one in late_s)
