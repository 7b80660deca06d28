"""Reading a scenario: every kind of bad input is refused with its place, and nothing else than a refusal ever comes of it."""

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.scenarios import MISSING, Path, after, before, good_day, good_days, scenario, spoilt
from walkcoach.core.diary import AwayBecause, Feet, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import BriskPlacement, Programme, Track
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.rehearsal import rehearse
from walkcoach.services.scenario import ScenarioError, read_scenario

OWN_WALK = {"minutes": 12, "brisk_minutes": 0, "shorter_because": "no_time"}
NOTES = {"cleared": False, "feet_seen_to": False, "review_acknowledged": False, "away_because": "flare"}
WHOLE = scenario(
    good_day(0),
    good_day(1, walk=OWN_WALK, notes=NOTES, programme={"track": "gentle"}),
    good_day(2, before=before(settled="2h", warning_signs=["unwell"])),
    track="steady",
    walk_days=[0, 1, 2, 3, 4],
)
"""A good scenario with something of everything."""


def refusal(text: str) -> str:
    """The one line of a refusal."""
    with pytest.raises(ScenarioError) as caught:
        list(rehearse(read_scenario(text)))
    line = str(caught.value)
    assert line == " ".join(line.split())
    assert len(line) <= 500
    return line


def test_a_good_scenario_is_read() -> None:
    first, second, third = read_scenario(json.dumps(WHOLE))
    assert (first.as_planned, second.as_planned) == (True, False)
    assert second.day.walk is not None
    assert (second.day.walk.minutes, second.day.walk.shorter_because) == (12, ShorterBecause.NO_TIME)
    assert second.day.notes.away_because is AwayBecause.FLARE
    assert (first.programme.track, second.programme.track, third.programme.track) == (Track.STEADY, Track.GENTLE, Track.GENTLE)
    assert third.programme.walk_days == frozenset(range(5))
    assert third.day.before is not None
    assert third.day.before.settled is Settled.WITHIN_2H
    assert third.day.before.warning_signs == {WarningSign.UNWELL}


# --- not JSON --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "{",
        "not JSON",
        "{'programme': {}}",
        '{"programme": {}, "symptoms": [], "days": []} and more',
        '{"programme": {}, "symptoms": [], "days": [],}',
        "\ufeff{}",
        "NaN",
        '{"programme": {"start_min": NaN}, "symptoms": [], "days": []}',
        '{"programme": {"start_min": -Infinity}, "symptoms": [], "days": []}',
        "[" * 100_000,
        '{"programme": {"start_min": ' + "9" * 5000 + '}, "symptoms": [], "days": []}',
    ],
    ids=range(13),
)
def test_what_is_no_json_is_refused(text: str) -> None:
    assert refusal(text).startswith("this is not JSON: ")


@pytest.mark.parametrize("text", ["[]", "null", "1", "true", '"scenario"', "1e999", "[1, 2]"])
def test_what_is_no_object_is_refused(text: str) -> None:
    assert refusal(text).startswith("the scenario: has to be an object, not ")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"days": [], "days": []}', "days"),
        (json.dumps(WHOLE).replace('"tingling": 2', '"tingling": 2, "tingling": 3', 1), "tingling"),
        (json.dumps(WHOLE).replace('"track": "steady"', '"track": "steady", "track": "steady"'), "track"),
    ],
)
def test_a_field_given_twice_is_refused(text: str, place: str) -> None:
    assert refusal(text) == f"{place}: is given twice in one object"


# --- each field ------------------------------------------------------------------------------------------------------

DAY: Path = ("days", 0)
MORNING: Path = (*DAY, "before")
EVENING: Path = (*DAY, "after")
OWN: Path = ("days", 1, "walk")
NOTED: Path = ("days", 1, "notes")

# where, what stands there instead, the place that is named
SPOILT: tuple[tuple[Path, Any, str], ...] = (
    *(((name,), MISSING, name) for name in ("programme", "symptoms", "days")),
    (("days",), {}, "days"),
    (("days",), None, "days"),
    (("symptoms",), "tingling", "symptoms"),
    (("symptoms", 0), "pain", "symptoms[0]"),
    (("symptoms", 0), SlowSign.BONE_HEALTH, "symptoms[0]"),
    (("symptoms", 0), 1, "symptoms[0]"),
    (("version",), 1, "version"),
    ((" ",), 1, "[' ']"),
    (("programme",), None, "programme"),
    (("programme",), [], "programme"),
    (("programme", "speed"), 1, "programme.speed"),
    (("programme", "track"), "fast", "programme.track"),
    (("programme", "track"), None, "programme.track"),
    (("programme", "track"), ["steady"], "programme.track"),
    *(
        (("programme", name), bad, f"programme.{name}")
        for name, low, high in (
            ("start_min", 5, 30),
            ("step_min", 2, 5),
            ("step_max", 2, 5),
            ("walk_goal_min", 30, 60),
            ("first_brisk_min", 2, 5),
            ("brisk_goal_min", 15, 60),
            ("max_bout_min", 3, 15),
        )
        for bad in (low - 1, high + 1, 5.0, "5", True, None, [5])
    ),
    (("programme", "walk_goal_min"), 40, "programme.brisk_goal_min"),
    (("programme",), {"step_min": 4, "step_max": 3}, "programme.step_min"),
    (("programme",), {"walk_goal_min": 30, "brisk_goal_min": 16}, "programme.brisk_goal_min"),
    (("programme", "brisk_placement"), "outside", "programme.brisk_placement"),
    (("programme", "walk_days"), [0, 1], "programme.walk_days"),
    (("programme", "walk_days"), [0, 1, 1], "programme.walk_days"),
    (("programme", "walk_days"), [0, 1, 2, 2], "programme.walk_days"),
    (("programme", "walk_days"), [0, 1, 7], "programme.walk_days"),
    (("programme", "walk_days"), [0, 1, -1], "programme.walk_days"),
    (("programme", "walk_days"), [0, 1, 2.0], "programme.walk_days[2]"),
    (("programme", "walk_days"), [0, True, 2], "programme.walk_days[1]"),
    (("programme", "walk_days"), "0123", "programme.walk_days"),
    (("programme", "brisk_ok"), 1, "programme.brisk_ok"),
    (("programme", "brisk_ok"), None, "programme.brisk_ok"),
    (("days", 1, "programme"), None, "days[1].programme"),
    (("days", 1, "programme", "track"), "fast", "days[1].programme.track"),
    (("days", 1, "programme", "step_max"), 1, "days[1].programme.step_max"),
    (("days", 1, "programme", "days"), [], "days[1].programme.days"),
    (DAY, None, "days[0]"),
    (DAY, [], "days[0]"),
    ((*DAY, "mood"), 1, "days[0].mood"),
    ((*DAY, "date"), MISSING, "days[0].date"),
    *(
        ((*DAY, "date"), bad, "days[0].date")
        for bad in ("2026-02-30", "2026-1-1", "20260101", "2026-W01-4", "01.01.2026", "2026-01-01T09:00", "", 20260101, None)
    ),
    ((*DAY, "date"), "2026-01-02", "days[1].date"),
    ((*DAY, "date"), "2026-01-05", "days[1].date"),
    (MORNING, None, "days[0].before"),
    (MORNING, [], "days[0].before"),
    *(((*MORNING, name), MISSING, f"days[0].before.{name}") for name in before()),
    ((*MORNING, "mood"), 1, "days[0].before.mood"),
    ((*MORNING, "ratings"), {}, "days[0].before.ratings"),
    ((*MORNING, "ratings"), [2], "days[0].before.ratings"),
    ((*MORNING, "ratings", "pain"), 2, "days[0].before.ratings.pain"),
    ((*MORNING, "ratings", "gait_change"), 2, "days[0].before.ratings.gait_change"),
    ((*MORNING, "ratings", "numb feet"), 2, "days[0].before.ratings['numb feet']"),
    *(((*MORNING, "ratings", "tingling"), bad, "days[0].before.ratings.tingling") for bad in (-1, 11, 2.0, "2", True, None)),
    ((*MORNING, "steady"), "wobbly", "days[0].before.steady"),
    ((*MORNING, "steady"), True, "days[0].before.steady"),
    ((*MORNING, "feet"), "later", "days[0].before.feet"),
    ((*MORNING, "feet"), "cold", "days[0].before.feet"),
    ((*MORNING, "warning_signs"), None, "days[0].before.warning_signs"),
    ((*MORNING, "warning_signs"), "chest_pain", "days[0].before.warning_signs"),
    ((*MORNING, "warning_signs"), ["unwell", "hungry"], "days[0].before.warning_signs[1]"),
    ((*MORNING, "warning_signs"), [0], "days[0].before.warning_signs[0]"),
    ((*MORNING, "settled"), "1h", "days[0].before.settled"),
    ((*MORNING, "settled"), False, "days[0].before.settled"),
    (EVENING, None, "days[0].after"),
    *(((*EVENING, name), MISSING, f"days[0].after.{name}") for name in after()),
    ((*EVENING, "settled"), None, "days[0].after.settled"),
    ((*EVENING, "worst"), {}, "days[0].after.worst"),
    ((*EVENING, "worst"), {"cramps": 2}, "days[0].after.worst.tingling"),
    ((*MORNING, "ratings", "cramps"), 2, "days[0].after.worst.cramps"),
    *(((*EVENING, "worst", "tingling"), bad, "days[0].after.worst.tingling") for bad in (-1, 11, 0.5, None)),
    *(((*EVENING, "effort"), bad, "days[0].after.effort") for bad in (-1, 11, 3.0, "3", False, None)),
    *(((*EVENING, name), bad, f"days[0].after.{name}") for name in ("could_talk", "stumbled") for bad in (0, "yes", None)),
    ((*EVENING, "feet"), "same", "days[0].after.feet"),
    ((*EVENING, "warning_signs"), {}, "days[0].after.warning_signs"),
    ((*DAY, "walk"), None, "days[0].walk"),
    ((*DAY, "walk"), "as planned", "days[0].walk"),
    ((*DAY, "walk"), "x" * 9999, "days[0].walk"),
    ((*DAY, "walk"), 15, "days[0].walk"),
    ((*OWN, "minutes"), MISSING, "days[1].walk.minutes"),
    ((*OWN, "brisk_minutes"), MISSING, "days[1].walk.brisk_minutes"),
    *(((*OWN, "minutes"), bad, "days[1].walk.minutes") for bad in (-1, 1441, 12.5, "12", True, None, 10**4000)),
    *(((*OWN, "brisk_minutes"), bad, "days[1].walk.brisk_minutes") for bad in (-1, 13, 1.0, None)),
    ((*OWN, "shorter_because"), "rain", "days[1].walk.shorter_because"),
    ((*OWN, "shorter_because"), None, "days[1].walk.shorter_because"),
    ((*OWN, "pace"), 1, "days[1].walk.pace"),
    (NOTED, None, "days[1].notes"),
    (NOTED, [], "days[1].notes"),
    ((*NOTED, "note"), "x", "days[1].notes.note"),
    *(((*NOTED, name), bad, f"days[1].notes.{name}") for name in NOTES for bad in (1, "yes", None)),
    ((*NOTED, "away_because"), "holiday", "days[1].notes.away_because"),
)


@pytest.mark.parametrize(("path", "value", "place"), SPOILT, ids=range(len(SPOILT)))
def test_each_kind_of_bad_input_is_refused_with_its_place(path: Path, value: Any, place: str) -> None:
    assert refusal(json.dumps(spoilt(WHOLE, path, value))).startswith(f"{place}: ")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        *(((*MORNING, "ratings", "tingling"), score) for score in (0, 10)),
        *(((*MORNING, "steady"), steady) for steady in Steadiness),
        *(((*MORNING, "feet"), feet) for feet in Feet if feet is not Feet.LATER),
        *(((*MORNING, "settled"), settled) for settled in (None, *Settled)),
        *(((*MORNING, "warning_signs"), [sign]) for sign in WarningSign),
        ((*MORNING, "warning_signs"), list(WarningSign)),
        *(((*EVENING, "worst"), {"tingling": 0, symptom: 10}) for symptom in Symptom),
        *(((*EVENING, "feet"), feet) for feet in Feet),
        *(((*EVENING, "effort"), effort) for effort in (0, 10)),
        *(((*OWN, "shorter_because"), because) for because in ShorterBecause),
        ((*OWN, "shorter_because"), MISSING),
        *(((*OWN, "minutes"), minutes) for minutes in (0, 1440)),
        *(((*NOTED, "away_because"), because) for because in AwayBecause),
        *(((*NOTED, name), MISSING) for name in NOTES),
        *(((*DAY, name), MISSING) for name in ("before", "walk", "after")),
        *((("programme", "track"), track) for track in Track),
        *((("programme", "brisk_placement"), placement) for placement in BriskPlacement),
        *((("programme", "start_min"), minutes) for minutes in (5, 30)),
        *((("programme", "brisk_goal_min"), minutes) for minutes in (15, 60)),
        *((("programme",), {"walk_goal_min": goal, "brisk_goal_min": goal - 15}) for goal in (30, 45, 59)),
        (("programme", "walk_days"), [6, 0, 3]),
        (("symptoms",), list(Symptom)),
        (("symptoms",), []),
        (("days",), []),
    ],
)
def test_all_that_the_page_allows_is_read(path: Path, value: Any) -> None:
    list(rehearse(read_scenario(json.dumps(spoilt(WHOLE, path, value)))))


def test_what_a_dated_change_leaves_out_keeps_its_value_and_its_range() -> None:
    small = scenario(good_day(0), good_day(1, programme={"brisk_goal_min": 26}), walk_goal_min=40, brisk_goal_min=20)
    assert refusal(json.dumps(small)).startswith("days[1].programme.brisk_goal_min: ")
    assert read_scenario(json.dumps(good_days(1)))[0].programme == Programme()


# --- any input -------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ("tingling", "as_planned", "chest_pain", "fine", "later", "30min", "steady", "2026-01-03", "minutes", "date", "", "é", "\n")
)
NUMBERS = st.integers(-2, 70) | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def paths_of(value: Any, path: Path = ()) -> list[Path]:
    """Every place in a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for name, part in inside for deeper in paths_of(part, (*path, name)))]


def at(path: Path) -> Any:
    """What stands at `path` in the good scenario."""
    found: Any = WHOLE
    for part in path:
        found = found[part]
    return found


OBJECTS = tuple(path for path in paths_of(WHOLE) if isinstance(at(path), dict))


def read_or_refused(text: str) -> str:
    """Empty if the scenario could be rehearsed to its end, else the refusal; anything else is an error of ours."""
    try:
        for _ in rehearse(read_scenario(text)):
            pass
    except ScenarioError as error:
        line = str(error)
        assert re.match(r"\S.*: \S", line, re.DOTALL), "a place, and what is wrong there"
        assert len(line) <= 500
        return line
    return ""


@settings(max_examples=150, deadline=None)
@given(text=st.text() | JSON.map(json.dumps) | st.binary().map(lambda data: data.decode("utf-8", "replace")))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert read_or_refused(text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(paths_of(WHOLE)[1:]), value=JSON | st.just(MISSING))
def test_a_scenario_spoilt_anywhere_is_read_or_refused_near_that_place(path: Path, value: Any) -> None:
    line = read_or_refused(json.dumps(spoilt(WHOLE, path, value)))
    near: tuple[str, ...] = (str(path[0]),)
    if len(path) > 1 and path[0] == "days":
        # Dates have to rise, so that it may be the next day that is refused.
        near = (f"days[{path[1]}]", f"days[{int(path[1]) + 1}].date")
    assert not line or line.startswith(near)


@settings(max_examples=100, deadline=None)
@given(holder=st.sampled_from(OBJECTS), name=st.text("abc é.[]", max_size=8), value=JSON)
def test_a_field_that_is_not_known_is_refused_by_its_name(holder: Path, name: str, value: Any) -> None:
    line = read_or_refused(json.dumps(spoilt(WHOLE, (*holder, f"{name}!"), value)))
    # Among scores every name is a symptom's, so that the refusal lists them.
    assert "!']: is not a field that is known here" in line or "!']: has to be one of tingling, " in line


@settings(max_examples=100, deadline=None)
@given(cut=st.integers(0, 2000), junk=st.text(max_size=3))
def test_a_scenario_cut_short_or_smudged_is_read_or_refused(cut: int, junk: str) -> None:
    text = json.dumps(WHOLE)
    read_or_refused(text[:cut])
    read_or_refused(text[: cut % len(text)] + junk + text[cut % len(text) :])
