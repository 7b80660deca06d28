"""The player that is made late: nothing that was set or asked before is lost, and nothing is made for silence."""

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeCuePlayer
from walkcoach.adapters.sound.late_player import LateCuePlayer
from walkcoach.services.ports import Cue

_SETTINGS = st.one_of(
    st.tuples(st.just("set_on"), st.booleans()),
    st.tuples(st.just("set_volume"), st.integers(0, 100)),
    st.tuples(st.just("set_speech"), st.booleans()),
)
_USES = st.sampled_from([("open",), ("play", Cue.BRISK, "Brisk now", 60.0, 0.1), ("beat", 100.0), ("beat", 0.0), ("close",)])


def test_nothing_is_made_for_what_is_only_set_or_ended() -> None:
    made: list[FakeCuePlayer] = []

    def make() -> FakeCuePlayer:
        made.append(FakeCuePlayer())
        return made[0]

    late = LateCuePlayer(make)
    late.set_on(False)
    late.set_volume(30)
    late.set_speech(True)
    late.beat(0)
    late.close()
    assert made == []
    late.play(Cue.BRISK)
    late.play(Cue.END)
    assert [(player.is_on, player.volume, player.speaks, player.played) for player in made] == [
        (False, 30, True, [Cue.BRISK, Cue.END])
    ]


@given(st.lists(st.one_of(_SETTINGS, _USES)))
def test_whatever_is_set_and_played_it_ends_as_with_a_player_made_at_once(calls: list[tuple[object, ...]]) -> None:
    once, behind = FakeCuePlayer(), FakeCuePlayer()
    late = LateCuePlayer(lambda: behind)
    for name, *words in (*calls, ("open",)):
        getattr(once, str(name))(*words)
        getattr(late, str(name))(*words)
    assert vars(behind) == vars(once)
    assert (late.state(), late.voice()) == (once.state(), once.voice())
