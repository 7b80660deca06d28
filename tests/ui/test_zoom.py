"""A closer look that cannot get lost: never beyond the columns, the one looked at stays where it was, and all can be had again."""

from hypothesis import given
from hypothesis import strategies as st

from walkcoach.ui.charts.zoom import Zoom

steps = st.lists(
    st.one_of(
        st.tuples(st.just("scaled"), st.floats(0.05, 20), st.floats(-5, 120)),
        st.tuples(st.just("closer"), st.just(0.0), st.floats(-5, 120)),
        st.tuples(st.just("wider"), st.just(0.0), st.floats(-5, 120)),
        st.tuples(st.just("moved"), st.just(0.0), st.floats(-200, 200)),
        st.tuples(st.just("with_column"), st.just(0.0), st.floats(0, 300)),
    ),
    max_size=30,
)


def after(zoom: Zoom, what: str, factor: float, place: float) -> Zoom:
    match what:
        case "scaled":
            return zoom.scaled(factor, place)
        case "closer":
            return zoom.closer(place)
        case "wider":
            return zoom.wider(place)
        case "moved":
            return zoom.moved(round(place))
        case _:
            return zoom.with_column(min(zoom.total - 1, round(place)))


@given(st.integers(1, 110), st.integers(1, 8), steps)
def test_whatever_is_done_only_columns_that_there_are_are_shown(
    total: int, least: int, done: list[tuple[str, float, float]]
) -> None:
    zoom = Zoom.whole(total, least)
    for step in done:
        zoom = after(zoom, *step)
        assert 0 <= zoom.first <= zoom.last == zoom.first + zoom.shown - 1 < total
        assert min(least, total) <= zoom.shown <= total
    assert zoom.all() == Zoom.whole(total, least)


@given(st.integers(7, 110), st.integers(0, 109), steps)
def test_a_column_that_is_stepped_to_is_shown(total: int, column: int, done: list[tuple[str, float, float]]) -> None:
    zoom = Zoom.whole(total, 6)
    for step in done:
        zoom = after(zoom, *step)
    wanted = min(column, total - 1)
    moved = zoom.with_column(wanted)
    assert moved.first <= wanted <= moved.last
    assert moved.shown == zoom.shown
    assert moved == zoom or not zoom.first <= wanted <= zoom.last, "what is shown already moves nothing"


def test_looking_closer_again_and_again_comes_to_the_least_and_wider_to_all() -> None:
    zoom = Zoom.whole(52, 6)
    sizes = [zoom.shown]
    for _ in range(10):
        zoom = zoom.closer(51)
        sizes.append(zoom.shown)
    assert sizes[:4] == [52, 35, 23, 15]
    assert sizes[-1] == 6
    assert zoom.last == 51
    for _ in range(10):
        zoom = zoom.wider(51)
    assert zoom.is_whole


def test_what_is_under_the_pointer_stays_there() -> None:
    zoom = Zoom.whole(100, 6).scaled(2, 50)
    assert (zoom.first, zoom.shown) == (25, 50)
    assert zoom.scaled(2, 30).first == 28


def test_fewer_columns_than_the_least_are_all_there_is_to_see() -> None:
    zoom = Zoom.whole(4, 6)
    assert zoom.closer(2) == zoom
    assert zoom.is_whole
    assert Zoom.whole(0, 6).closer(0).shown == 0
