"""What is said and shown when: the transcript of a whole day, and what single updates have to tell."""

from walkcoach.core.cues import CueKind, cues_between, transcript
from walkcoach.core.programme import Programme
from walkcoach.core.segments import Pace, Segment, normal_only, segments_for
from walkcoach.core.session import Move, Walk

PLAN = (Segment(Pace.NORMAL, 300), Segment(Pace.BRISK, 180), Segment(Pace.NORMAL, 420))
T0 = 100.0

HOUR_WITH_TWENTY_BRISK = """
00:00 normal
05:00 brisk
07:52 normal
10:52 brisk
13:44 normal
16:44 brisk
19:36 normal
22:36 brisk
25:27 normal
28:27 brisk
31:18 normal
34:18 brisk
37:09 normal
40:09 brisk
43:00 normal
60:00 end
"""


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
        "\n00:00 normal\n05:00 brisk\n14:00 normal\n15:00 brisk\n24:00 normal\n25:00 brisk\n34:00 normal\n35:00 brisk\n"
        "44:00 normal\n45:00 brisk\n54:00 normal\n60:00 end\n"
    )


def test_a_walk_of_one_pace_begins_and_ends() -> None:
    assert transcript(normal_only(15)) == ((0, CueKind.NORMAL), (900, CueKind.END))


def test_two_segments_of_one_pace_are_no_change() -> None:
    assert transcript((*normal_only(1), *normal_only(1))) == ((0, CueKind.NORMAL), (120, CueKind.END))


def test_getting_ready_ends_with_the_cue_of_the_first_pace() -> None:
    walk = Walk(PLAN, get_ready_s=10).after(Move.START, T0)
    assert told(walk, T0, walk.at(T0 + 9), T0 + 9) == []
    assert told(walk, T0 + 9, walk.at(T0 + 11), T0 + 11) == [("normal", 0, 300)]


def test_a_change_tells_how_long_the_new_pace_lasts() -> None:
    assert told(walking(), T0 + 299, walking(), T0 + 301) == [("brisk", 300, 180)]


def test_one_late_update_tells_all_that_was_passed_oldest_first() -> None:
    walk = walking()
    assert told(walk, T0 + 1, walk.at(T0 + 2000), T0 + 2000) == [("brisk", 300, 180), ("normal", 480, 420), ("end", 900, 0)]


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
    assert told(resumed, T0 + 370, resumed, T0 + 800) == []


def test_a_walk_that_is_stopped_has_no_end_cue() -> None:
    stopped = walking().after(Move.STOP, T0 + 350)
    assert told(stopped, T0 + 350, stopped.after(Move.FINISH, T0 + 360), T0 + 360) == []


def test_a_walk_found_again_begins_with_the_pace_it_is_in() -> None:
    walk = Walk.resumed(PLAN, 400, 100, get_ready_s=10).after(Move.START, T0)
    assert told(walk, T0, walk.at(T0 + 10), T0 + 10) == [("brisk", 400, 80)]
