"""What is said and shown when: the transcript of a whole day, and what single updates have to tell."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from walkcoach.core.cues import CueKind, WalkCue, cues_between, transcript, worth_telling
from walkcoach.core.programme import Programme
from walkcoach.core.segments import Pace, Segment, normal_only, segments_for
from walkcoach.core.session import Move, Walk

PLAN = (Segment(Pace.NORMAL, 300), Segment(Pace.BRISK, 180), Segment(Pace.NORMAL, 420))
T0 = 100.0

HOUR_WITH_TWENTY_BRISK = """
00:00 normal
04:50 soon
05:00 brisk
07:42 soon
07:52 normal
10:42 soon
10:52 brisk
13:34 soon
13:44 normal
16:34 soon
16:44 brisk
19:26 soon
19:36 normal
22:26 soon
22:36 brisk
25:17 soon
25:27 normal
28:17 soon
28:27 brisk
30:00 half
31:08 soon
31:18 normal
34:08 soon
34:18 brisk
36:59 soon
37:09 normal
39:59 soon
40:09 brisk
42:50 soon
43:00 normal
60:00 end
"""


@st.composite
def plans(draw: st.DrawFn) -> tuple[Segment, ...]:
    """A walk that goes from pace to pace, each kept for 20 s or longer."""
    lengths = draw(st.lists(st.integers(20, 900), min_size=1, max_size=9))
    first = draw(st.sampled_from([(Pace.NORMAL, Pace.BRISK), (Pace.BRISK, Pace.NORMAL)]))
    return tuple(Segment(first[index % 2], length_s) for index, length_s in enumerate(lengths))


def as_text(segments: tuple[Segment, ...]) -> str:
    return "\n" + "".join(f"{second // 60:02}:{second % 60:02} {kind}\n" for second, kind in transcript(segments))


def told(before: Walk, seen_s: float, after: Walk, now_s: float) -> list[tuple[str, float, float]]:
    return [(cue.kind.value, cue.walked_s, cue.length_s) for cue in cues_between(before, seen_s, after, now_s)]


def walking() -> Walk:
    return Walk(PLAN, get_ready_s=0).after(Move.START, T0)


def test_the_cues_of_an_hour_with_twenty_brisk_minutes_as_text() -> None:
    assert as_text(segments_for(60, 20, Programme())) == HOUR_WITH_TWENTY_BRISK


def test_the_cues_of_an_hour_with_forty_five_brisk_minutes_as_text() -> None:
    assert as_text(segments_for(60, 45, Programme())) == (
        "\n00:00 normal\n04:50 soon\n05:00 brisk\n13:50 soon\n14:00 normal\n14:50 soon\n15:00 brisk\n23:50 soon\n24:00 normal\n"
        "24:50 soon\n25:00 brisk\n30:00 half\n33:50 soon\n34:00 normal\n34:50 soon\n35:00 brisk\n43:50 soon\n44:00 normal\n"
        "44:50 soon\n45:00 brisk\n53:50 soon\n54:00 normal\n60:00 end\n"
    )


def test_a_walk_of_one_pace_begins_and_ends() -> None:
    assert transcript(normal_only(15)) == ((0, CueKind.NORMAL), (450, CueKind.HALF), (900, CueKind.END))


def test_two_segments_of_one_pace_are_no_change() -> None:
    assert transcript((*normal_only(1), *normal_only(1))) == ((0, CueKind.NORMAL), (60, CueKind.HALF), (120, CueKind.END))


def test_getting_ready_ends_with_the_cue_of_the_first_pace() -> None:
    walk = Walk(PLAN, get_ready_s=10).after(Move.START, T0)
    assert told(walk, T0, walk.at(T0 + 9), T0 + 9) == []
    assert told(walk, T0 + 9, walk.at(T0 + 11), T0 + 11) == [("normal", 0, 300)]


def test_a_change_tells_how_long_the_new_pace_lasts() -> None:
    assert told(walking(), T0 + 299, walking(), T0 + 301) == [("brisk", 300, 180)]


def test_one_late_update_tells_all_that_was_passed_oldest_first() -> None:
    walk = walking()
    assert told(walk, T0 + 1, walk.at(T0 + 2000), T0 + 2000) == [
        *(("soon", 290, 180), ("brisk", 300, 180), ("half", 450, 0), ("soon", 470, 420), ("normal", 480, 420), ("end", 900, 0))
    ]


def test_easing_off_tells_that_the_pace_is_normal_now() -> None:
    walk = walking()
    assert told(walk, T0 + 340.5, walk.after(Move.EASE_OFF, T0 + 340.5), T0 + 340.5) == [("normal", 340.5, 559.5)]


def test_a_pause_going_on_and_easing_off_in_a_pause_tell_nothing() -> None:
    walk = walking()
    paused = walk.after(Move.PAUSE, T0 + 350)
    eased = paused.after(Move.EASE_OFF, T0 + 360)
    resumed = eased.after(Move.RESUME, T0 + 370)
    assert told(walk, T0 + 350, paused, T0 + 350) == []
    assert told(paused, T0 + 350, eased, T0 + 360) == []
    assert told(eased, T0 + 360, resumed, T0 + 370) == []
    assert told(resumed, T0 + 370, resumed, T0 + 460) == []
    assert told(resumed, T0 + 370, resumed, T0 + 800) == [("half", 450, 0)]


def test_a_walk_that_is_stopped_has_no_end_cue() -> None:
    stopped = walking().after(Move.STOP, T0 + 350)
    assert told(stopped, T0 + 350, stopped.after(Move.FINISH, T0 + 360), T0 + 360) == []


def test_a_walk_found_again_begins_with_the_pace_it_is_in() -> None:
    walk = Walk.resumed(PLAN, 400, 100, get_ready_s=10).after(Move.START, T0)
    assert told(walk, T0, walk.at(T0 + 10), T0 + 10) == [("brisk", 400, 80)]


def test_getting_ready_tells_what_comes_first_where_there_is_time_for_it() -> None:
    for get_ready_s, said in ((10, [("ready", 0, 300)]), (5, [("ready", 0, 300)]), (4, []), (0, [("normal", 0, 300)])):
        walk = Walk(PLAN, get_ready_s=get_ready_s)
        assert told(walk, T0, walk.after(Move.START, T0), T0) == said


def test_walking_that_is_counted_in_hindsight_tells_of_no_change() -> None:
    asleep = walking().slept(T0 + 280, 400)
    assert told(asleep, T0 + 281, asleep.counted(T0 + 281, 300), T0 + 281) == []
    asleep = walking().slept(T0 + 880, 400)
    assert told(asleep, T0 + 881, asleep.counted(T0 + 881, 300), T0 + 881) == [("end", 900, 0)]


def test_a_short_stretch_has_no_warning_and_a_short_walk_no_half_way() -> None:
    short = (Segment(Pace.NORMAL, 20), Segment(Pace.BRISK, 19), Segment(Pace.NORMAL, 20))
    assert as_text(short) == "\n00:00 normal\n00:10 soon\n00:20 brisk\n00:39 normal\n00:59 end\n"


def test_half_way_keeps_clear_of_a_change_and_of_its_warning() -> None:
    for first_s in range(101, 141):
        plan = (Segment(Pace.NORMAL, first_s), Segment(Pace.BRISK, 240 - first_s))
        (half_s,) = (second for second, kind in transcript(plan) if kind is CueKind.HALF)
        assert half_s == (first_s + 6 if 114 < first_s < 135 else 120), first_s


@given(plans())
def test_no_two_cues_meet(plan: tuple[Segment, ...]) -> None:
    cues = transcript(plan)
    assert all(later - sooner >= 5 for (sooner, _), (later, _) in pairwise(cues))
    assert [kind for _, kind in cues if kind in (CueKind.READY, CueKind.END)] == [CueKind.END]
    assert sum(kind is CueKind.HALF for _, kind in cues) <= 1
    for (second, kind), (after, following) in pairwise(cues):
        assert (kind is not CueKind.SOON) or (after - second == 10 and following in (CueKind.BRISK, CueKind.NORMAL))


@given(plans(), st.lists(st.floats(0, 400), max_size=30))
def test_however_time_is_cut_up_every_cue_is_told_once(plan: tuple[Segment, ...], steps: list[float]) -> None:
    walk = Walk(plan, get_ready_s=0)
    moments = [0.0, *accumulate(steps), float(walk.total_s) + sum(steps)]
    heard = list(cues_between(walk, 0, walk.after(Move.START, 0), 0))
    walk = walk.after(Move.START, 0)
    for sooner, later in pairwise(moments):
        heard += cues_between(walk, sooner, walk.at(later), later)
        walk = walk.at(later)
    assert [(round(cue.walked_s), cue.kind) for cue in heard] == list(transcript(plan))


def test_of_several_cues_the_newest_change_is_worth_telling() -> None:
    normal, brisk = WalkCue(CueKind.NORMAL, 10), WalkCue(CueKind.BRISK, 20)
    half, soon = WalkCue(CueKind.HALF, 30), WalkCue(CueKind.SOON, 25)
    assert worth_telling(()) is None
    assert worth_telling((normal, brisk, half, soon)) is brisk
    assert worth_telling((soon, half)) is soon
    assert worth_telling((half,)) is half
