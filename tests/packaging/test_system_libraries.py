"""The list of system libraries is whole, and the way to get them is right on each kind of system."""

import struct
import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6
import pytest

from system_libraries import (
    NEEDS,
    Kind,
    Need,
    Purpose,
    apt_command,
    command_to_type,
    debian_packages,
    install,
    is_here,
    main,
    missing,
    wanted,
)

QT = Path(PySide6.__file__).parent / "Qt"

LOADED = (
    *("lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6DBus.so.6", "lib/libQt6Svg.so.6"),
    *("lib/libQt6Network.so.6", "lib/libQt6Multimedia.so.6", "lib/libQt6TextToSpeech.so.6", "lib/libQt6PrintSupport.so.6"),
    *("lib/libQt6XcbQpa.so.6", "lib/libQt6WaylandClient.so.6"),
    *("plugins/platforms/libqxcb.so", "plugins/platforms/libqwayland.so", "plugins/platforms/libqoffscreen.so"),
    *("plugins/xcbglintegrations/libqxcb-glx-integration.so", "plugins/xcbglintegrations/libqxcb-egl-integration.so"),
    "plugins/multimedia/libffmpegmediaplugin.so",
)
"""What a run of Walkcoach loads of Qt on Linux."""

ALWAYS_THERE = frozenset(
    {
        *("ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0"),
        *("librt.so.1", "libresolv.so.2", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1"),
    }
)
"""What every Debian with Python has."""

SAME_PACKAGE = {
    "libgthread-2.0.so.0": "libglib-2.0.so.0",
    "libgobject-2.0.so.0": "libglib-2.0.so.0",
    "libgio-2.0.so.0": "libglib-2.0.so.0",
    "libxcb.so.1": "libX11.so.6",
    "libbrotlicommon.so.1": "libbrotlidec.so.1",
}
"""Libraries that come with another one of the list."""

CURSOR = Need("libxcb-cursor.so.0", "libxcb-cursor0")
SCREEN = Need("Xvfb", "xvfb", Kind.PROGRAM, Purpose.TEST)


def needed_by(file: Path) -> set[str]:
    """The libraries that a 64-bit ELF file names as needed (its DT_NEEDED entries)."""
    data = file.read_bytes()
    (at,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, at + n * size) for n in range(count)]
    dynamic = next(section for section in sections if section[1] == 6)
    names_at = sections[dynamic[6]][4]
    entries = struct.iter_unpack("<QQ", data[dynamic[4] : dynamic[4] + dynamic[5]])
    return {data[names_at + value :].split(b"\0", 1)[0].decode() for tag, value in entries if tag == 1}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wheels for other systems bring everything")
def test_every_library_that_qt_opens_is_in_the_list() -> None:
    ours = {file.name for file in (QT / "lib").iterdir()}
    opened = {name for file in LOADED for name in needed_by(QT / file)} - ours - ALWAYS_THERE
    listed = {need.name for need in NEEDS}
    assert {SAME_PACKAGE.get(name, name) for name in opened} <= listed


def test_a_run_needs_no_screen_of_its_own() -> None:
    assert not [need for need in wanted(Purpose.RUN) if need.purpose is Purpose.TEST]
    for purpose in (Purpose.TEST, Purpose.PACKAGE):
        assert set(wanted(Purpose.RUN)) < set(wanted(purpose)) < set(NEEDS)


def test_what_is_here_is_found() -> None:
    assert is_here(Need("sqlite3", "", Kind.MODULE))
    assert is_here(Need(Path(sys.executable).name, "", Kind.PROGRAM)) or is_here(Need("sh", "", Kind.PROGRAM))


@pytest.mark.parametrize("kind", Kind)
def test_what_is_not_here_is_missed(kind: Kind) -> None:
    assert not is_here(Need("libnothing_of_the_kind", "", kind))


def test_only_what_is_missing_is_asked_for() -> None:
    lacking = missing(Purpose.TEST, here=lambda need: need.name not in (CURSOR.name, SCREEN.name))
    assert lacking == (CURSOR, SCREEN)
    assert missing(Purpose.RUN, here=lambda need: need.name != SCREEN.name) == ()


def test_a_package_is_named_once() -> None:
    assert debian_packages((CURSOR, SCREEN, CURSOR)) == ("libxcb-cursor0", "xvfb")


@pytest.mark.parametrize(
    ("tools", "as_root", "line"),
    [
        (
            ["apt-get"],
            False,
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends libxcb-cursor0 xvfb",
        ),
        (["apt-get"], True, "apt-get update && apt-get install -y --no-install-recommends libxcb-cursor0 xvfb"),
        (["dnf"], False, "sudo dnf install 'libxcb-cursor.so.0()(64bit)' /usr/bin/Xvfb"),
        (["zypper"], False, "sudo zypper install --capability 'libxcb-cursor.so.0()(64bit)' /usr/bin/Xvfb"),
        ([], False, None),
    ],
)
def test_the_line_to_type_fits_the_system(tools: Sequence[str], as_root: bool, line: str | None) -> None:
    assert command_to_type((CURSOR, SCREEN), tools, as_root) == line


def test_installing_updates_the_lists_first() -> None:
    ran: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> int:
        ran.append(command)
        return 0

    assert install((CURSOR,), run)
    assert ran == [("apt-get", "update"), apt_command((CURSOR,))]


def test_installing_stops_when_a_step_fails() -> None:
    assert not install((CURSOR,), lambda command: 100)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wheels for other systems bring everything")
def test_a_machine_that_lacks_something_is_told_what_to_type(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("system_libraries.NEEDS", (Need("libnothing_of_the_kind.so.1", "libnothing1"),))
    monkeypatch.setattr("shutil.which", lambda tool: f"/usr/bin/{tool}" if tool == "apt-get" else None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert main(["run"]) == 1
    said = capsys.readouterr()
    assert said.out == "Missing from this system: libnothing_of_the_kind.so.1\n"
    assert said.err == "Please type: sudo apt-get update && sudo apt-get install -y --no-install-recommends libnothing1\n"
