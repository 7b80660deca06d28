"""The house stands as designed: every file keeps the doors and the habits, and the rules themselves do bite."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.house_habits import HABITS
from tests.house_rules import RULES, reached_at_import
from tests.house_source import Source

ROOT = Path(__file__).parent.parent
FOLDERS = ("walkcoach", "tests", "packaging", "benchmarks")

UI = "walkcoach/ui/pages/today.py"
CORE = "walkcoach/core/coach.py"
SERVICE = "walkcoach/services/today.py"
STORE = "walkcoach/adapters/storage/diary_store.py"
SOUND = "walkcoach/adapters/sound/player.py"
THEME = "walkcoach/ui/theme/tokens.py"
CHART = "walkcoach/ui/charts/week_chart.py"


def complaints_about(path: str, text: str) -> list[str]:
    source = Source(path, text)
    return [str(complaint) for rule in (*RULES, *HABITS) for complaint in rule(source)]


@cache
def house() -> Mapping[str, Source]:
    files = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))
    sources = [Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in files]
    return MappingProxyType({source.module: source for source in sources})


def test_every_file_keeps_the_doors_and_the_habits() -> None:
    complaints = [line for source in house().values() for line in complaints_about(source.path, source.text)]
    assert not complaints, "\n" + "\n".join(complaints)


def test_the_house_is_not_empty() -> None:
    assert {"walkcoach.core.session", "walkcoach.services.ports", "tests.house_rules"} <= set(house())


@pytest.mark.parametrize("start", ["walkcoach.cli", "walkcoach.__main__"])
def test_the_command_line_starts_without_qt(start: str) -> None:
    chains = reached_at_import(start, house())
    assert "PySide6" not in chains, " → ".join(chains["PySide6"])


@pytest.mark.parametrize("start", ["walkcoach.app", "walkcoach.ui.main_window"])
def test_pyqtgraph_waits_until_a_chart_is_shown(start: str) -> None:
    chains = reached_at_import(start, house())
    for slow in ("pyqtgraph", "numpy"):
        assert slow not in chains, " → ".join(chains[slow])


FORBIDDEN = {
    "core sees a service": (CORE, "from walkcoach.services import today"),
    "core sees wording": (CORE, "import walkcoach.wording.reasons"),
    "core sees the package": (CORE, "from walkcoach import __version__"),
    "core sees a service by dots": (CORE, "from ..services import today"),
    "core sees a service by dots alone": (CORE, "from .. import services"),
    "core imports from outside": (CORE, "import numpy"),
    "core imports something unheard of": (CORE, "import pandas"),
    "core imports for types only": (CORE, "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import walkcoach.ui.bridge"),
    "core imports in an except": (CORE, "try:\n    import json\nexcept ImportError:\n    import walkcoach.ui"),
    "wording sees a service": ("walkcoach/wording/reasons.py", "from walkcoach.services import today"),
    "a service sees an adapter": (SERVICE, "from walkcoach.adapters.clock import SystemClock"),
    "a service sees the window": (SERVICE, "from walkcoach.ui import bridge"),
    "a service sees Qt": (SERVICE, "from PySide6.QtCore import QObject"),
    "a service sees the database": (SERVICE, "import sqlite3"),
    "a service sees app": (SERVICE, "from walkcoach import app"),
    "the window sees an adapter": (UI, "from walkcoach.adapters import paths"),
    "the window sees an adapter by dots": (UI, "from ...adapters import paths"),
    "the window plays sound": (UI, "from PySide6.QtMultimedia import QAudioSink"),
    "an adapter sees the window": (STORE, "from walkcoach.ui.theme import tokens"),
    "an adapter sees app": (STORE, "import walkcoach.app"),
    "the store sees Qt": (STORE, "from PySide6 import QtSql"),
    "another adapter sees the database": ("walkcoach/adapters/paths.py", "import sqlite3"),
    "app sees the command line": ("walkcoach/app.py", "from walkcoach.cli import main"),
    "main sees app": ("walkcoach/__main__.py", "from walkcoach.app import run"),
    "a room nobody knows": ("walkcoach/extras/thing.py", "import json"),
    "the command line sees Qt at the top": ("walkcoach/cli.py", "from PySide6.QtWidgets import QApplication"),
    "an import in a function": (SERVICE, "def f():\n    import json"),
    "an import in a method": (SERVICE, "class A:\n    def f(self):\n        from json import loads"),
    "an own import in a function": (UI, "def f():\n    from walkcoach.ui.widgets import tile"),
    "a hidden import": (CORE, "from importlib import import_module\nimport_module('walkcoach.ui')"),
    "a hidden import by its module": (CORE, "import importlib\nimportlib.import_module('sqlite3')"),
    "a hidden import under another name": (CORE, "from importlib import import_module as load"),
    "a hidden import by the builtin": (CORE, "Qt = __import__('PySide6')"),
    "a hidden import by the builtin's module": (
        "walkcoach/cli.py",
        "import builtins\ndef f():\n    builtins.__import__('PySide6')",
    ),
    "Python's own import replaced": (UI, "import builtins\ndef f(own):\n    builtins.__import__ = own"),
    "a hidden import as text": (CORE, "exec('import PySide6')"),
    "a look into the loaded modules": (CORE, "import sys\nqt = sys.modules['PySide6']"),
    "pyqtgraph outside the charts": (UI, "import pyqtgraph as pg"),
    "the time as a module": (SERVICE, "import time"),
    "the time as a function": (UI, "from time import monotonic"),
    "now": (SERVICE, "from datetime import datetime\ndef f():\n    return datetime.now()"),
    "now with a zone": (STORE, "from datetime import UTC, datetime\ndef f():\n    return datetime.now(UTC)"),
    "now under another name": (SERVICE, "from datetime import datetime as moment\ndef f(ask=moment.utcnow):\n    pass"),
    "now by its module": (CORE, "import datetime as dt\ndef f():\n    return dt.datetime.now()"),
    "today": (UI, "from datetime import date\ndef f():\n    return date.today()"),
    "today by Qt": (UI, "from PySide6.QtCore import QDate\ndef f():\n    return QDate.currentDate()"),
    "time by Qt": (UI, "from PySide6 import QtCore\ndef f():\n    return QtCore.QElapsedTimer()"),
    "a socket": (SERVICE, "import socket"),
    "a web request": (STORE, "from urllib.request import urlopen"),
    "a web request by its package": (STORE, "from urllib import request"),
    "a web client": (STORE, "import http.client"),
    "asyncio": (SOUND, "import asyncio"),
    "Qt's network": (UI, "from PySide6.QtNetwork import QLocalServer"),
    "Qt's network by its package": (UI, "from PySide6 import QtNetwork"),
    "the application fetched": (UI, "from PySide6.QtWidgets import QApplication\ndef f():\n    return QApplication.instance()"),
    "the application fetched from core": (UI, "from PySide6 import QtCore\ndef f():\n    QtCore.QCoreApplication.instance()"),
    "the application by its short name": (UI, "from PySide6.QtWidgets import qApp"),
    "a list": (CORE, "_SEEN = []"),
    "a dict": (CORE, "_NEXT = {1: 2}"),
    "a dict that says dict": (CORE, "_NEXT: dict[int, int] = {1: 2}"),
    "a dict that is only final": (CORE, "from typing import Final\n_NEXT: Final = {1: 2}"),
    "a set": (CORE, "ALL = {1, 2}"),
    "a comprehension": (CORE, "ALL = [x for x in 'ab']"),
    "a list in a tuple": (CORE, "ALL = (1, [2])"),
    "a list in a read-only table": (CORE, "from types import MappingProxyType\nALL = MappingProxyType({1: [2]})"),
    "a list in a mapping": (CORE, "ALL: Mapping[int, list[int]] = {1: [2]}"),
    "a call to list": (CORE, "ALL = list('ab')"),
    "a cache of one's own": (CORE, "from collections import defaultdict\n_CACHE = defaultdict(int)"),
    "a lock": (STORE, "import threading\n_LOCK = threading.Lock()"),
    "a list in a class": (UI, "class Page:\n    rows = []"),
    "a list under an if": (CORE, "if True:\n    ALL = []"),
    "a singleton": (SERVICE, "class Store:\n    pass\n\nSTORE = Store()"),
    "a Qt object": (UI, "from PySide6.QtCore import QObject\nHUB = QObject()"),
    "a global": (SERVICE, "_now = None\ndef f():\n    global _now\n    _now = 1"),
    "a colour as text": (UI, "INK = '#1C2321'"),
    "a colour in a sheet": (UI, "SHEET = 'QLabel { color: #fff }'"),
    "a colour in an f-string": (UI, "def f(a):\n    return f'{a} color: #1C2321'"),
    "a colour by rgb": (UI, "SHEET = 'color: rgb(1, 2, 3)'"),
    "a colour by numbers": (UI, "from PySide6.QtGui import QColor\ndef f():\n    return QColor(1, 2, 3)"),
    "a colour by name": (UI, "from PySide6.QtGui import QColor\ndef f():\n    return QColor('red')"),
    "a colour of Qt's": (UI, "from PySide6.QtCore import Qt\ndef f():\n    return Qt.GlobalColor.red"),
    "an old colour of Qt's": (UI, "from PySide6.QtCore import Qt\ndef f():\n    return Qt.darkGreen"),
    "a long file": (CORE, "x = 1\n" * 401),
    "a long test": ("tests/core/test_coach.py", "x = 1\n" * 401),
    "a wide class": (CORE, "class A:\n" + "".join(f"    def f{n}(self): pass\n" for n in range(21))),
    "a name that says nothing": ("walkcoach/core/utils.py", "x = 1"),
    "a mock": ("tests/services/test_today.py", "from unittest import mock"),
    "a mock by its package": ("tests/core/test_coach.py", "from unittest.mock import patch"),
    "a patch": ("tests/services/test_today.py", "def test_a(monkeypatch): pass"),
    "a sleeping test": ("tests/services/test_today.py", "from time import sleep"),
    "a test that asks the time": ("tests/core/test_coach.py", "from datetime import date\nx = date.today()"),
}

ALLOWED = {
    "core sees itself": (CORE, "from walkcoach.core.diary import Walk\nfrom . import segments"),
    "core uses dates": (CORE, "from datetime import UTC, date, datetime, time, timedelta\nx = datetime(2026, 1, 1, tzinfo=UTC)"),
    "wording sees core": ("walkcoach/wording/reasons.py", "import gettext\nfrom walkcoach.core import coach"),
    "a service sees wording": (SERVICE, "from walkcoach.wording import reasons"),
    "a service asks its clock": (SERVICE, "class A:\n    def f(self):\n        return self._clock.now()"),
    "the window sees services and Qt": (UI, "from PySide6.QtCore import QObject, Signal\nfrom walkcoach.services import today"),
    "the window knows the version": (UI, "from walkcoach import __version__"),
    "the store sees the database": (STORE, "import sqlite3"),
    "the clock asks the time": ("walkcoach/adapters/clock.py", "import time\nfrom datetime import datetime\nx = datetime.now()"),
    "sound sees Qt": (SOUND, "from PySide6.QtMultimedia import QAudioSink"),
    "one door to the network": ("walkcoach/adapters/single_instance.py", "from PySide6.QtNetwork import QLocalServer"),
    "text of an address": (SERVICE, "from urllib.parse import quote"),
    "resources": ("walkcoach/adapters/paths.py", "import importlib.resources\nimport platformdirs"),
    "app knows everyone": ("walkcoach/app.py", "from walkcoach.adapters import paths\nfrom walkcoach.ui import main_window"),
    "the command line loads Qt late": ("walkcoach/cli.py", "def f():\n    from PySide6.QtWidgets import QApplication"),
    "the start loads late": ("walkcoach/start.py", "def f():\n    from walkcoach.services.sample import write_sample"),
    "the command line loads app late": ("walkcoach/cli.py", "def f():\n    from walkcoach.app import run"),
    "the command line puts Python's import back": (
        "walkcoach/cli.py",
        "import builtins\ndef f():\n    own = builtins.__import__\n    import PySide6\n    builtins.__import__ = own",
    ),
    "pyqtgraph late": (CHART, "def f():\n    import pyqtgraph"),
    "pyqtgraph in a chart": (CHART, "import pyqtgraph"),
    "a chart late": (UI, "def f():\n    from walkcoach.ui.charts.week_chart import WeekChart"),
    "a read-only table": (CORE, "from types import MappingProxyType\n_NEXT = MappingProxyType({1: (2, 3)})"),
    "a table that says mapping": (CORE, "_NEXT: Mapping[int, int] = {1: 2}"),
    "tuples and frozen sets": (CORE, "A = (1, 2)\nB = frozenset({1})\nC = tuple(x for x in A)"),
    "a pattern and a log": (CORE, "import logging, re\nA = re.compile('a')\nB = logging.getLogger(__name__)"),
    "fields": (CORE, "from dataclasses import field\n@dataclass\nclass A:\n    x: list[int] = field(default_factory=list)"),
    "a frozen value": (CORE, "@dataclass(frozen=True)\nclass A:\n    pass\n\nNONE = A()"),
    "names of a module": (CORE, "__all__ = ['a']"),
    "signals": (UI, "from PySide6.QtCore import QObject, Signal\nclass A(QObject):\n    go_requested = Signal(int)"),
    "colours in the theme": (THEME, "INK = '#1C2321'"),
    "colours handed in": (UI, "from PySide6.QtGui import QColor\ndef f(role):\n    return QColor(role)"),
    "no colour at all": (UI, "from PySide6.QtCore import Qt\nCLEAR = Qt.GlobalColor.transparent"),
    "a number with a hash": (UI, "TEXT = 'walk #12'"),
    "a patch of the environment": ("tests/adapters/test_paths.py", "def test_a(monkeypatch): pass"),
    "twenty methods": (CORE, "class A:\n" + "".join(f"    def f{n}(self): pass\n" for n in range(20))),
    "four hundred lines": (CORE, "x = 1\n" * 399),
}


@pytest.mark.parametrize(("path", "text"), FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_what_is_forbidden_is_noticed(path: str, text: str) -> None:
    complaints = complaints_about(path, f'"""A module."""\n{text}')
    assert complaints


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_what_is_allowed_passes(path: str, text: str) -> None:
    assert complaints_about(path, f'"""A module."""\n{text}') == []


def test_a_module_without_words_is_noticed() -> None:
    assert complaints_about(CORE, "x = 1") == [f"{CORE}:1: a module without a docstring"]


def test_a_chain_of_imports_is_followed_to_its_end() -> None:
    texts = {
        "walkcoach/app.py": "from walkcoach.ui import page",
        "walkcoach/ui/__init__.py": "",
        "walkcoach/ui/page.py": "from .charts.week import Week\nif TYPE_CHECKING:\n    import numpy",
        "walkcoach/ui/charts/__init__.py": "",
        "walkcoach/ui/charts/week.py": "import pyqtgraph\ndef f():\n    import sqlite3",
    }
    sources = {source.module: source for source in (Source(path, text) for path, text in texts.items())}
    chains = reached_at_import("walkcoach.app", sources)
    assert chains["pyqtgraph"] == ("walkcoach.app", "walkcoach.ui.page", "walkcoach.ui.charts.week", "pyqtgraph")
    assert not {"numpy", "sqlite3"} & set(chains)
