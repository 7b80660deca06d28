"""Virtual walkers of every kind on every track: does anybody get stuck, swing up and down, or grow too fast?

`python -m benchmarks.population [--walkers N] [--days N] [--seed N] [--out FOLDER]` writes `population.md` (a table) and
`population.svg` (a picture). Same arguments, same files. The walkers are a model (`walkers`), so the figures compare numbers
of the coach with each other; they promise nothing to anybody.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from benchmarks.lives import REVIEW_TALK_DAYS, Walker
from benchmarks.population_measures import Measures, measures_of, table_of
from benchmarks.population_picture import picture_of
from benchmarks.walkers import Kind
from walkcoach.core.programme import Programme, Track

WALKERS: Final = 50
DAYS: Final = 546
"""A year and a half, in whole weeks."""
LEAST_DAYS: Final = 21
"""Under three weeks there is no rise over two."""
SEED: Final = 1

Lives = Mapping[tuple[str, str], Sequence[Measures]]

_READING: Final = """\
# A population of virtual walkers

{caption} Made by `{command}`.

{table}

![Minutes a week for each kind and track](population.svg)

## How to read it

- Weeks: median (10–90 %) of all walkers, the ones who never get there counted as endless. Two numbers: median / 90 % point.
- **step backs**: share of walks whose offer was a step back. **longest hold**: days running at one level short of the goals,
  days away included.
- **min a week at the end**: mean of the last 8 weeks.
- **largest rise in 2 weeks**: a week against the best of the four weeks that end two weeks before it (coming back after days
  away is no rise). Over 30 % is linked with injury in runners (Nielsen 2014). **weeks over +30 %**: share of all weeks.
- **over capacity**: share of walks with a load of more than 1.3 times what the body bears: known here, never to the coach.
- **reviews a year**: times that a talk with the clinician falls due; it is had after {review} days. **turns a year**: how often the
  level changes its direction.
- **stuck**: in the last 90 days the level has not risen and lies under three quarters of what the body bears, short of the goals.

What the kinds are and how a body answers a load stands in `walkers.py`; what people do about an offer in `lives.py`. A walker
has the same body and the same luck on every track.
"""


def population(walkers: int, days: int, seed: int, programmes: Mapping[str, Programme]) -> Lives:
    """The lives of `walkers` of each kind with each programme, by (kind, name of the programme)."""
    return MappingProxyType(
        {
            (kind.value, name): tuple(
                measures_of(Walker(kind, number, seed, programme).lives(days), programme) for number in range(walkers)
            )
            for kind in Kind
            for name, programme in programmes.items()
        }
    )


def tracks() -> Mapping[str, Programme]:
    """The programme of each track as it comes."""
    return MappingProxyType({track.value: Programme(track) for track in Track})


def write(lives: Lives, folder: Path, *, caption: str, command: str) -> None:
    """Write the table and the picture into `folder`, which is made if it is not there."""
    names = list(dict.fromkeys(name for _, name in lives))
    table = table_of([(kind, name, group) for (kind, name), group in lives.items()])
    folder.mkdir(parents=True, exist_ok=True)
    text = _READING.format(caption=caption, command=command, table=table, review=REVIEW_TALK_DAYS)
    (folder / "population.md").write_text(text, encoding="utf-8")
    picture = picture_of(lives, [kind.value for kind in Kind], names, caption)
    (folder / "population.svg").write_text(picture, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns the exit status; a wrong argument exits with 2."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.population", description="Virtual walkers on every track.")
    parser.add_argument("--walkers", type=_at_least(1), default=WALKERS, help="of each kind")
    parser.add_argument("--days", type=_at_least(LEAST_DAYS), default=DAYS, help="of each life")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder for population.md and population.svg")
    given = parser.parse_args(arguments)
    command = f"python -m benchmarks.population --walkers {given.walkers} --days {given.days} --seed {given.seed}"
    caption = f"{given.walkers} walkers of each kind on each track, {given.days} days each, seed {given.seed}."
    write(population(given.walkers, given.days, given.seed, tracks()), given.out, caption=caption, command=command)
    print(f"{given.out / 'population.md'} and {given.out / 'population.svg'} written")
    return 0


def _at_least(least: int) -> Callable[[str], int]:
    """A whole number of `least` or more, for a command-line argument."""

    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"has to be {least} or more, not {value}")
        return value

    return number


if __name__ == "__main__":
    sys.exit(main())
