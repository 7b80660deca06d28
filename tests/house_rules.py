"""The doors of the house: who may import whom, who may use Qt, the database, the network and the time.

The tables come first; the functions below them read a file's syntax tree and import nothing.
"""

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from tests.house_source import Complaint, Source, room_of

_BEHIND: Final = frozenset({"core", "wording", "services"})
_ALL: Final = _BEHIND | {"adapters", "ui"}

MAY_SEE: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "core": frozenset({"core"}),
        "wording": frozenset({"core", "wording"}),
        "services": _BEHIND,
        "adapters": _BEHIND | {"adapters"},
        "ui": _BEHIND | {"ui"},
        "commands": _BEHIND | {"adapters", "commands"},
        "behind": _ALL | {"behind"},
        "app": _ALL | {"app", "behind"},
        "start": _ALL | {"app", "start"},
        "self_test": _ALL | {"app", "self_test"},
        "tour": _ALL | {"app", "tour"},
        "cli": _ALL | {"app", "self_test", "tour", "start", "commands", "cli"},
        "__main__": frozenset({"cli"}),
        "": frozenset(),
    }
)
"""Room → rooms it may import from. The package itself (its version) may be seen by all but the core."""

_QT_PLACES: Final = (
    "walkcoach/ui/",
    "walkcoach/adapters/sound/",
    "walkcoach/adapters/pdf/",
    "walkcoach/adapters/treadmill/bluetooth.py",
    "walkcoach/adapters/single_instance.py",
    "walkcoach/adapters/diary_lock.py",
    "walkcoach/app.py",
    "walkcoach/behind.py",
    "walkcoach/start.py",
    "walkcoach/self_test.py",
    "walkcoach/tour.py",
    "walkcoach/cli.py",
)

PLACES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "PySide6": _QT_PLACES,
        "shiboken6": _QT_PLACES,
        "PySide6.QtNetwork": ("walkcoach/adapters/single_instance.py",),
        "PySide6.QtMultimedia": ("walkcoach/adapters/sound/",),
        "PySide6.QtTextToSpeech": ("walkcoach/adapters/sound/",),
        "PySide6.QtBluetooth": ("walkcoach/adapters/treadmill/bluetooth.py",),
        "pyqtgraph": ("walkcoach/ui/charts/",),
        "numpy": ("walkcoach/ui/charts/",),
        "platformdirs": ("walkcoach/adapters/paths.py",),
        "wakepy": ("walkcoach/adapters/keep_awake.py",),
        "sqlite3": ("walkcoach/adapters/storage/",),
        "time": ("walkcoach/adapters/clock.py",),
        "socket": ("walkcoach/adapters/single_instance.py", "walkcoach/adapters/sound/sound_server.py"),
    }
    | dict.fromkeys(
        (
            *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socketserver", "ssl", "telnetlib", "webbrowser"),
            *("urllib.error", "urllib.request", "urllib.robotparser", "xmlrpc", "wsgiref"),
            *("PySide6.QtAsyncio", "PySide6.QtHttpServer", "PySide6.QtNetworkAuth", "PySide6.QtRemoteObjects"),
            *("PySide6.QtWebChannel", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"),
            *("importlib.import_module", "importlib.util", "importlib.machinery", "imp", "pkgutil", "runpy"),
        ),
        (),
    )
)
"""Outside module → the only files and folders that may import it. No place: nobody may."""

_ASKS_THE_TIME: Final = frozenset(
    {
        *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
        *("PySide6.QtCore.QDateTime.currentDateTime", "PySide6.QtCore.QDateTime.currentDateTimeUtc"),
        *("PySide6.QtCore.QDateTime.currentMSecsSinceEpoch", "PySide6.QtCore.QDateTime.currentSecsSinceEpoch"),
        *("PySide6.QtCore.QDate.currentDate", "PySide6.QtCore.QTime.currentTime", "PySide6.QtCore.QElapsedTimer"),
    }
)

_HIDES_IMPORTS: Final = frozenset({"__import__", "builtins.__import__", "importlib.import_module", "exec", "eval", "sys.modules"})

_TIME_FREE_TESTS: Final = ("tests/core/", "tests/wording/", "tests/services/", "tests/journeys/")
_MOCK_FREE_TESTS: Final = ("tests/core/", "tests/services/")


def doors(source: Source) -> Iterator[Complaint]:
    """Who imports whom among our own rooms."""
    if not source.is_ours:
        return
    if source.room not in MAY_SEE:
        yield source.complain(1, f"no such room: {source.room}; add it to MAY_SEE in tests/house_rules.py with its doors")
        return
    for seen in source.imports:
        if seen.name.split(".")[0] != "walkcoach":
            continue
        room = room_of(seen.name)
        if room in MAY_SEE and room and room not in MAY_SEE[source.room]:
            yield source.complain(seen.line, f"{source.room or 'the package'} may not import {seen.name}")
        if room not in MAY_SEE and source.room in ("core", ""):
            yield source.complain(seen.line, f"{source.room or 'the package'} may not import {seen.name}")


def outsiders(source: Source) -> Iterator[Complaint]:
    """Who imports modules that are not ours: Qt, the database, the network, the time, and those that are not known at all."""
    if not source.is_ours:
        return
    for seen in source.imports:
        top = seen.name.split(".")[0]
        if top == "walkcoach":
            continue
        if top not in sys.stdlib_module_names and top not in PLACES:
            yield source.complain(seen.line, f"{top} is not among the modules that this program uses")
        for module, places in PLACES.items():
            if f"{seen.name}.".startswith(f"{module}.") and not source.path.startswith(places or ("nowhere",)):
                yield source.complain(seen.line, f"{module} may not be imported here")
        if source.room == "cli" and top in ("PySide6", "shiboken6") and not seen.in_function:
            yield source.complain(seen.line, "the command line imports Qt only inside a function, for the window")


def imports_in_functions(source: Source) -> Iterator[Complaint]:
    """Imports stand at the top, save in app.py, start.py and cli.py, and for pyqtgraph and the charts built on it."""
    if not source.is_ours or source.room in ("app", "start", "cli"):
        return
    for seen in source.imports:
        late = f"{seen.name}.".startswith(("pyqtgraph.", "walkcoach.ui.charts."))
        if seen.in_function and not (late and source.room == "ui"):
            yield source.complain(seen.line, f"{seen.name} is imported inside a function")


def hidden_imports(source: Source) -> Iterator[Complaint]:
    """Imports that do not look like one. The command line may put Python's own back where Qt has replaced it, not call it."""
    if not source.is_ours:
        return
    called = {node.func for node in ast.walk(source.tree) if isinstance(node, ast.Call)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name | ast.Attribute) and source.full_name(node) in _HIDES_IMPORTS:
            if source.room == "cli" and source.full_name(node) == "builtins.__import__" and node not in called:
                continue
            yield source.complain(node, f"{source.full_name(node)} hides what is imported")


def the_time(source: Source) -> Iterator[Complaint]:
    """Only the clock adapter asks what time it is; tests of the pure rooms neither ask nor wait."""
    if source.path == "walkcoach/adapters/clock.py" or not (source.is_ours or source.path.startswith(_TIME_FREE_TESTS)):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name | ast.Attribute) and source.full_name(node) in _ASKS_THE_TIME:
            yield source.complain(node, f"{source.full_name(node)} asks the time")
    for seen in source.imports:
        if not source.is_ours and seen.name.split(".")[0] == "time":
            yield source.complain(seen.line, "time may not be imported here")


def qt_state(source: Source) -> Iterator[Complaint]:
    """The application object is handed on, never fetched."""
    if not source.is_ours:
        return
    for seen in source.imports:
        if seen.name.endswith(".qApp"):
            yield source.complain(seen.line, "the application is fetched, not handed on")
    for node in ast.walk(source.tree):
        name = source.full_name(node)
        if name.endswith("Application.instance") or name.split(".")[-1] == "qApp":
            yield source.complain(node, "the application is fetched, not handed on")


def mocks(source: Source) -> Iterator[Complaint]:
    """Tests of the core and the services use fakes, which are classes, and patch nothing."""
    if not source.path.startswith(_MOCK_FREE_TESTS):
        return
    for seen in source.imports:
        if f"{seen.name}.".startswith(("unittest.mock.", "mock.", "pytest_mock.")):
            yield source.complain(seen.line, "a mock; tests/fakes.py has classes")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.arg) and node.arg in ("mocker", "monkeypatch"):
            yield source.complain(node, f"{node.arg} patches what should be handed in")


RULES: Final[tuple[Callable[[Source], Iterator[Complaint]], ...]] = (
    doors,
    outsiders,
    imports_in_functions,
    hidden_imports,
    the_time,
    qt_state,
    mocks,
)


def reached_at_import(start: str, sources: Mapping[str, Source]) -> Mapping[str, tuple[str, ...]]:
    """Every module that is loaded as soon as `start` is imported, each with the chain that leads to it.

    `sources` are our own modules by dotted name; outside modules end a chain.
    """
    chains: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    while waiting:
        module = waiting.pop()
        if module not in sources:
            continue
        for seen in sources[module].imports:
            if seen.in_function or seen.only_for_types:
                continue
            for name in _loaded_by(seen.name, sources):
                if name not in chains:
                    chains[name] = (*chains[module], name)
                    waiting.append(name)
    return MappingProxyType(chains)


def _loaded_by(name: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The modules behind an imported name: every package on the way down, and the name itself where it is a module."""
    parts = name.split(".")
    if parts[0] != "walkcoach":
        return (parts[0],)
    return tuple(dotted for n in range(1, len(parts) + 1) if (dotted := ".".join(parts[:n])) in sources)
