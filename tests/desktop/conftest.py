"""One screen for all desktop tests of a worker. Where something is missing to make one, the tests fail and say what to type."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from system_libraries import NEEDS, Kind, Purpose, command_to_type, is_here
from tests.desktop.screen import Screen, new_screen


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A screen with a window manager, and nobody else on it."""
    lacking = [need for need in NEEDS if need.purpose is Purpose.TEST and need.kind is Kind.PROGRAM and not is_here(need)]
    if lacking:
        tools = [tool for tool in ("apt-get", "dnf", "zypper") if shutil.which(tool)]
        line = command_to_type(lacking, tools, os.geteuid() == 0)
        names = ", ".join(need.name for need in lacking)
        pytest.fail(f"{names} missing. Please type: {line}" if line else f"Please install {names}.", pytrace=False)
    home: Path = tmp_path_factory.mktemp("home")
    with new_screen(home) as made:
        yield made
