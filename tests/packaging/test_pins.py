"""Everything that gets installed is pinned to one exact version, and nothing else stands in constraints.txt."""

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

CONSTRAINTS = Path(__file__).parent.parent.parent / "constraints.txt"
ELSEWHERE = {"tzdata"}  # needed on other systems only


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    return {plain(name): version for name, _, version in (line.partition("==") for line in lines)}


def installed_for(name: str, extra: str, seen: set[str]) -> set[str]:
    """The names of all that `name` brings along on this machine."""
    for line in requires(name) or []:
        needed = Requirement(line)
        if (needed.marker is None or needed.marker.evaluate({"extra": extra})) and plain(needed.name) not in seen:
            seen.add(plain(needed.name))
            installed_for(needed.name, "", seen)
    return seen


def our_requirements() -> set[str]:
    """What pyproject.toml asks for, the tools included, read from the file: the tests also run where nothing is installed."""
    project = tomllib.loads((CONSTRAINTS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {plain(Requirement(line).name) for line in (*project["dependencies"], *project["optional-dependencies"]["dev"])}



def test_each_line_is_a_name_and_one_version() -> None:
    for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line), line


def test_all_that_is_installed_is_pinned_and_nothing_else() -> None:
    ours = our_requirements()
    wanted = set(ours)
    for name in ours - ELSEWHERE:
        installed_for(name, "", wanted)
    assert wanted == set(pins())
