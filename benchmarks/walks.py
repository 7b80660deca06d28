"""What a walk costs while it goes on, and how late a change of pace is on the screen."""

import os
import shutil
import statistics
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from benchmarks.measure import Measurement, ninety_ninth
from benchmarks.processes import figures_of, offscreen, start
from tests.desktop.screen import new_screen

WALK_S: Final = 20
_SCREEN_TOOLS: Final = ("Xvfb", "openbox", "xprop", "xdotool")


def walks(folder: Path) -> Iterator[Measurement]:
    """Processor time of a walk beside a window that changes one label a second, offscreen and on a screen, if there can be one.

    A sound player that finds no device is started again and again, which is then most of what it uses.
    """
    with ExitStack() as stack:
        places: dict[str, Mapping[str, str]] = {"offscreen": offscreen()}
        if os.environ.get("DISPLAY"):
            places["on the screen"] = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
        elif all(map(shutil.which, _SCREEN_TOOLS)):
            home = folder / "home"
            home.mkdir()
            places["on a screen"] = stack.enter_context(new_screen(home)).environment
        # All at once, since what counts is what each uses, not how long it takes.
        started = [
            (
                place,
                start(environment, "benchmarks.bare_window", "walk", str(WALK_S)),
                start(environment, "benchmarks.our_window", "walk", str(folder / place), str(WALK_S)),
            )
            for place, environment in places.items()
        ]
        told = [(place, figures_of(bare), figures_of(ours)) for place, bare, ours in started]
    for place, (bare_s,), (window_s, player_s) in told:
        share, bare_share, player_share = (100 * used_s / WALK_S for used_s in (window_s, bare_s, player_s))
        yield Measurement(f"a walk, {place}: of one core", share, "%", "one label a second", bare_share, 0.5)
        yield Measurement(f"a walk, {place}: the sound player, its starts included", player_share, "%")


def switches(folder: Path) -> Iterator[Measurement]:
    """How late a change of pace is drawn, at rest."""
    late = figures_of(start(offscreen(), "benchmarks.our_window", "switches", str(folder / "switches")))
    yield Measurement("a change of pace is drawn late by: median", statistics.median(late), "ms")
    yield Measurement("a change of pace is drawn late by: 99th percentile", ninety_ninth(late), "ms", goal=20)
