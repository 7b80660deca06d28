"""Whatever happens, the window's services and `walkcoach rehearse` say the same: the coach has two front ends and one mind."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import MONDAY
from tests.fakes import FakeClock, MemoryDiaryStore
from tests.journeys.home import Home
from walkcoach.core.diary import AfterCheckIn, AwayBecause, BeforeCheckIn, DayWalk, Feet, Notes, Settled, ShorterBecause, Steadiness
from walkcoach.core.programme import Programme, Track
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.rehearsal import as_json, rehearse
from walkcoach.services.scenario import read_scenario
from walkcoach.services.today import TodayState

signs = st.frozensets(st.sampled_from([WarningSign.CHEST_PAIN, WarningSign.UNWELL, WarningSign.CALF_PAIN_WALKING]), max_size=1)


@dataclass(frozen=True)
class Plan:
    """What somebody means to do on a day; what of it comes true is up to the coach."""

    later_days: int
    notes: Notes
    before: BeforeCheckIn | None
    share: float
    because: ShorterBecause | None
    effort: int
    rise: int
    feet: Feet
    signs: frozenset[WarningSign]
    after: bool


plans = st.builds(
    Plan,
    later_days=st.sampled_from([1, 1, 1, 1, 1, 2, 3, 5, 9]),
    notes=st.builds(Notes, st.booleans(), st.booleans(), st.booleans(), st.none() | st.sampled_from(AwayBecause)),
    before=st.none()
    | st.builds(
        BeforeCheckIn,
        st.fixed_dictionaries({Symptom.TINGLING: st.integers(0, 6)}),
        st.sampled_from([Steadiness.AS_USUAL, Steadiness.AS_USUAL, Steadiness.LESS_STEADY, Steadiness.MUCH_LESS_STEADY]),
        st.sampled_from([Feet.FINE, Feet.FINE, Feet.FINE, Feet.UNCHECKED, Feet.NEW]),
        signs,
        st.none() | st.sampled_from(Settled),
    ),
    share=st.sampled_from([1.0, 1.0, 1.0, 0.95, 0.5]),
    because=st.none() | st.sampled_from(ShorterBecause),
    effort=st.integers(2, 8),
    rise=st.integers(-1, 5),
    feet=st.sampled_from([Feet.FINE, Feet.FINE, Feet.LATER, Feet.UNCHECKED]),
    signs=signs,
    after=st.booleans(),
)
tracks, starts, goals = st.sampled_from(Track), st.sampled_from([None, 10, 30]), st.sampled_from([(30, 15), (60, 45)])


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Any track, a short or a long way to the goals."""
    walk_goal, brisk_goal = draw(goals)
    return Programme(draw(tracks), draw(starts), walk_goal_min=walk_goal, brisk_goal_min=brisk_goal)


def live(home: Home, plan: Plan) -> dict[str, object]:
    """One day at home; gives it as a scenario tells it."""
    told: dict[str, object] = {"date": home.clock.today().isoformat()}
    home.keeper.save_notes(home.clock.today(), plan.notes, home.clock.now())
    told["notes"] = {
        "cleared": plan.notes.cleared,
        "feet_seen_to": plan.notes.feet_seen_to,
        "review_acknowledged": plan.notes.review_acknowledged,
        **({"away_because": plan.notes.away_because} if plan.notes.away_because else {}),
    }
    if plan.before is not None:
        home.today.check_in_before(plan.before)
        told["before"] = {
            "ratings": dict(plan.before.ratings),
            "steady": plan.before.steady,
            "feet": plan.before.feet,
            "warning_signs": sorted(plan.before.warning_signs),
            "settled": plan.before.settled,
        }
        if home.view().state is TodayState.READY_TO_WALK:
            told.update(walk_and_tell(home, plan, plan.before))
    return told


def walk_and_tell(home: Home, plan: Plan, before: BeforeCheckIn) -> dict[str, object]:
    """The day's walk and its check-in after."""
    home.walk(None if plan.share == 1 else plan.share * home.view().remaining_s, plan.because)
    walked = home.keeper.day(home.clock.today()).walk
    assert isinstance(walked, DayWalk)
    because = {"shorter_because": walked.shorter_because} if walked.shorter_because else {}
    told: dict[str, object] = {"walk": {"minutes": walked.minutes, "brisk_minutes": walked.brisk_minutes, **because}}
    if plan.after:
        worst = {symptom: max(0, min(10, score + plan.rise)) for symptom, score in before.ratings.items()}
        check_in = AfterCheckIn(worst, plan.effort, plan.effort < 8, plan.effort == 7, plan.feet, plan.signs)
        home.today.check_in_after(check_in)
        told["after"] = {
            "worst": worst,
            "effort": plan.effort,
            "could_talk": check_in.could_talk,
            "stumbled": check_in.stumbled,
            "feet": plan.feet,
            "warning_signs": sorted(plan.signs),
        }
    return told


@settings(max_examples=60, deadline=None)
@given(programme=programmes(), plan=st.lists(plans, min_size=1, max_size=14))
def test_any_days_lived_in_the_window_are_rehearsed_to_the_same_decisions(programme: Programme, plan: list[Plan]) -> None:
    store = MemoryDiaryStore()
    home = Home(lambda: store, FakeClock())
    home.today.set_programme(programme)
    days = []
    for one in plan:
        days.append(live(home, one))
        home.clock.next_day(one.later_days)
    set_to = {"track": programme.track, "start_min": programme.starting_min, "walk_goal_min": programme.walk_goal_min}
    if programme.start_min is None:
        del set_to["start_min"]
    set_to["brisk_goal_min"] = programme.brisk_goal_min
    scenario = {"programme": set_to, "symptoms": ["tingling"], "days": days}
    rehearsed = [as_json(day, decision) for day, decision in rehearse(read_scenario(json.dumps(scenario)))]
    assert [as_json(day, home.keeper.decision_on(day)) for day in home.keeper.days()] == rehearsed


@settings(max_examples=25, deadline=None)
@given(plan=st.lists(plans, min_size=1, max_size=8), closed_after=st.integers(0, 8))
def test_closing_the_program_between_two_days_changes_nothing(plan: list[Plan], closed_after: int) -> None:
    stores = MemoryDiaryStore(), MemoryDiaryStore()
    homes = [Home(lambda store=store: store, FakeClock()) for store in stores]  # type: ignore[misc]
    for number, one in enumerate(plan):
        for home in homes:
            live(home, one)
            home.clock.next_day(one.later_days)
        if number == closed_after:
            homes[0].reopen(away_s=0)
    first, second = (home.view() for home in homes)
    assert first == second
    assert first.day > MONDAY
    assert [home.keeper.days() for home in homes] == [days_of(plan)] * 2


def days_of(plan: list[Plan]) -> tuple[date, ...]:
    """The dates on which the days of `plan` were lived."""
    gone = 0
    dates = []
    for one in plan:
        dates.append(MONDAY + timedelta(days=gone))
        gone += one.later_days
    return tuple(dates)
