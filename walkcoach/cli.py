"""The command line: the window by default, and the diary and the coach without one.

Qt is imported only for what draws or sounds, so that `rehearse` and `check` start at once and need no screen.
Exit status: 0 done, 1 trouble (one line says what and what to do), 2 wrong words, or a scenario or a file to import that is
refused.
"""

import argparse
import builtins
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from walkcoach import __version__

if TYPE_CHECKING:
    from walkcoach.services.transfer.export import ExportKind

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years that `--now` may name: far from where the calendar of dates ends, so that weeks and outlooks always fit."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run Walkcoach with the words of `argv` (the program's own by default); the exit status."""
    from walkcoach.services.errors import Trouble

    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--sound-player"]:
        from walkcoach.adapters.sound.player import main as play

        return play(words[1:])
    if words[:1] == ["--sound-voice"]:
        from walkcoach.adapters.sound.voice import main as speak

        return speak(words[1:])
    try:
        if not words:  # started from a menu: nothing has to be understood, and the first window is waited for
            return _open_window(data_dir=None, sample=False, now=None, speed=1.0)
        options = _parser().parse_args(words)
        return int(options.run(options))
    except Trouble as trouble:
        print(f"walkcoach: {' '.join(str(trouble).splitlines())}", file=sys.stderr)  # a name may go over several lines
        return 1
    except _NotWritten as error:
        print(f"walkcoach: what came of it cannot be written here: {error.strerror}", file=sys.stderr)
        _say_no_more()
        return 1
    except BrokenPipeError:
        # Whoever read our lines has had enough; say nothing more, not even at exit.
        _say_no_more()
        return 0


class _NotWritten(OSError):
    """Standard output takes nothing, as on a full disk. What was asked for may have been done all the same."""


def _say_no_more() -> None:
    """Let what is still to be written go nowhere, so that nothing is tried again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="walkcoach",
        description="A walking coach for people with peripheral neuropathy. Without a command it opens the window.",
        epilog="A self-chosen walking plan and diary; no medical device.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Walkcoach {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep the diary in DIR")
    parser.add_argument("--self-test", action="store_true", help="try everything on a temporary diary, without a screen")
    parser.add_argument("--sample", action="store_true", help="open the window on a made-up diary that is thrown away")
    parser.add_argument("--speed", type=_speed, default=1.0, metavar="N", help="let the clock run N times as fast")
    parser.add_argument("--now", type=_moment, metavar="ISO", help="start at this moment, as in 2026-01-31T09:00")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="COMMAND")

    sample = commands.add_parser("sample", help="write a made-up diary into an empty data folder", allow_abbrev=False)
    sample.add_argument("--weeks", type=_weeks, default=12, metavar="N", help="how many weeks (12)")
    sample.set_defaults(run=_sample)

    check = commands.add_parser("check", help="is the diary whole?", allow_abbrev=False)
    check.set_defaults(run=_check)

    backup = commands.add_parser("backup", help="make a backup of the diary now", allow_abbrev=False)
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help="go back to a backup; what is there now is backed up first", allow_abbrev=False)
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup, from the folder of backups or from anywhere")
    restore.add_argument("--lift-lock", action="store_true", help="also where the plan is off and would be on again")
    restore.set_defaults(run=_restore)

    export = commands.add_parser("export", help="write the diary to a file", allow_abbrev=False)
    export.add_argument("file", type=_export_name, metavar="FILE", help="what it ends in decides: .json, .zip, .fhir.json or .tcx")
    export.add_argument("--force", action="store_true", help="replace a file that is there already")
    export.set_defaults(run=_export)

    take = commands.add_parser("import", help="add what a file has to the diary, after a backup", allow_abbrev=False)
    take.add_argument("file", type=Path, metavar="FILE", help="an export of Walkcoach's: .json or .zip")
    take.add_argument("--preview", action="store_true", help="only say what would be added")
    take.set_defaults(run=_import)

    report = commands.add_parser("report", help="write the page for a clinician as PDF", allow_abbrev=False)
    report.add_argument("file", type=Path, metavar="FILE.pdf", help="where it goes")
    report.add_argument("--weeks", type=int, choices=(4, 12, 26), default=12, help="how many weeks it is about (12)")
    report.add_argument("--paper", choices=("a4", "letter"), help="the paper (that of your country)")
    report.add_argument("--table", action="store_true", help="add a table of every day on further pages")
    report.add_argument("--notes", action="store_true", help="print your own notes, too")
    report.add_argument("--force", action="store_true", help="replace a file that is there already")
    report.set_defaults(run=_report)

    tour = commands.add_parser("tour", help="draw every page into pictures, without a screen", allow_abbrev=False)
    tour.add_argument("folder", type=Path, metavar="FOLDER", help="where the pictures go")
    tour.set_defaults(run=_tour)

    rehearse = commands.add_parser("rehearse", help="what the coach says to a made-up diary", allow_abbrev=False)
    rehearse.add_argument("scenario", metavar="SCENARIO.json", help="the scenario, or - for standard input")
    shape = rehearse.add_mutually_exclusive_group()
    shape.add_argument("--explain", action="store_true", help="print the sentences that a person would see")
    shape.add_argument("--table", action="store_true", help="print a table")
    rehearse.set_defaults(run=_rehearse)
    for command in (sample, check, backup, restore, export, take, report):
        command.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="where the diary is")
    sample.add_argument("--now", type=_moment, default=argparse.SUPPRESS, metavar="ISO", help="the day that it leads up to")
    for command in (backup, restore, export, take, report):
        command.add_argument("--now", type=_moment, default=argparse.SUPPRESS, metavar="ISO", help="the moment at which it is done")
    return parser


def _window(options: argparse.Namespace) -> int:
    if options.self_test:
        from walkcoach.self_test import run_self_test

        passed, line = run_self_test()
        print(line, file=sys.stdout if passed else sys.stderr)
        return 0 if passed else 1
    return _open_window(data_dir=options.data_dir, sample=options.sample, now=options.now, speed=options.speed)


def _open_window(*, data_dir: Path | None, sample: bool, now: datetime | None, speed: float) -> int:
    from walkcoach.adapters.screen import has_screen

    if not has_screen():
        print(
            "walkcoach: there is no screen here. Try `make tour` (or `walkcoach tour FOLDER`), which draws every page to pictures.",
            file=sys.stderr,
        )
        return 1
    load_for_a_window()
    from walkcoach.start import run_window

    return run_window(data_dir=data_dir, sample=sample, now=now, speed=speed)


def load_for_a_window() -> None:
    """Load Qt so that the first window comes as soon as it can. `start` takes up the collecting again when it is there.

    Looking for garbage among what has only just been made finds none and takes as long as a third of Qt's own loading. And
    PySide6 puts an import in place of Python's that reads the source of each module that is loaded from then on, and keeps it:
    it looks for the wish for `__feature__`, other names for Qt's functions, which nothing here has. Python's own goes back.
    """
    gc.disable()
    pythons_own = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401 - for what it does to the import

    builtins.__import__ = pythons_own


def _sample(options: argparse.Namespace) -> int:
    from walkcoach.adapters.clock import clock_for
    from walkcoach.adapters.diary_lock import DiaryLock
    from walkcoach.adapters.erase import refuse_half_erased
    from walkcoach.adapters.paths import DIARY_FILE, data_folder
    from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
    from walkcoach.services.sample import write_sample

    moment = clock_for(options.now, 1.0).now()
    folder = data_folder(options.data_dir)
    refuse_half_erased(folder)
    with DiaryLock(folder), closing(SqliteDiaryStore(folder / DIARY_FILE)) as store:
        write_sample(store, moment.date(), options.weeks, zone=moment.tzinfo or UTC)
    long = "1 week" if options.weeks == 1 else f"{options.weeks} weeks"
    _print([f"A made-up diary of {long} is in {folder}."])
    return 0


def _check(options: argparse.Namespace) -> int:
    from walkcoach.adapters.cloud_folder import cloud_warning
    from walkcoach.adapters.paths import DIARY_FILE, data_folder
    from walkcoach.adapters.storage.check import check_diary

    folder = data_folder(options.data_dir, make=False)
    report = check_diary(folder / DIARY_FILE)
    _print([report.line])
    warning = cloud_warning(folder)
    if warning is not None:
        print(f"walkcoach: {' '.join(warning)}", file=sys.stderr)
    return 0 if report.whole else 1


def _backup(options: argparse.Namespace) -> int:
    from walkcoach.commands.keeping import back_up

    _print([back_up(options.data_dir, options.now)])
    return 0


def _restore(options: argparse.Namespace) -> int:
    from walkcoach.commands.keeping import restore

    _print([restore(options.data_dir, options.file, options.now, lift_lock=options.lift_lock)])
    return 0


def _export(options: argparse.Namespace) -> int:
    from walkcoach.commands.transfer import export

    file, kind = options.file
    _print([export(options.data_dir, file, kind, options.now, replace=options.force)])
    return 0


def _import(options: argparse.Namespace) -> int:
    from walkcoach.commands.transfer import import_file, preview
    from walkcoach.services.transfer.refusal import ImportRefused

    try:
        if options.preview:
            _print(preview(options.data_dir, options.file))
        else:
            _print([import_file(options.data_dir, options.file, options.now)])
    except ImportRefused as refused:
        print(f"walkcoach import: {' '.join(f'{options.file}: {refused}'.split())}", file=sys.stderr)
        return 2
    return 0


def _report(options: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from walkcoach.adapters.pdf.style import Inks
    from walkcoach.commands.report import report
    from walkcoach.core.sheet import Paper
    from walkcoach.ui.theme.paper import paper_inks

    line = report(
        options.data_dir,
        options.file,
        options.now,
        weeks=options.weeks,
        paper=Paper(options.paper) if options.paper else None,
        inks=Inks(*paper_inks()),
        table=options.table,
        notes=options.notes,
        replace=options.force,
    )
    _print([line])
    return 0


def _tour(options: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from walkcoach.tour import draw_tour

    _print(str(picture) for picture in draw_tour(options.folder))
    return 0


def _rehearse(options: argparse.Namespace) -> int:
    from walkcoach.services.rehearsal import as_json, as_table, rehearse
    from walkcoach.services.scenario import ScenarioError, read_scenario

    try:
        decided = list(rehearse(read_scenario(_scenario_text(options.scenario))))
    except ScenarioError as error:
        print(f"walkcoach rehearse: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    if options.table:
        lines = as_table(decided)
    elif options.explain:
        from walkcoach.wording.rehearsal import explain_day

        lines = (explain_day(day, decision) for day, decision in decided)
    else:
        lines = (as_json(day, decision) for day, decision in decided)
    try:
        _print(lines)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"walkcoach rehearse: the answers cannot be written: {error.strerror}", file=sys.stderr)
        _say_no_more()
        return 1
    return 0


def _print(lines: Iterable[str]) -> None:
    """Print every line; what the terminal cannot show stands there as a question mark. Raises `_NotWritten`."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    for line in lines:  # what goes wrong in making a line is not what goes wrong in writing it
        with _written():
            print(line)
    with _written():
        print(end="", flush=True)


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _NotWritten(error.errno, error.strerror) from error


def _scenario_text(name: str) -> str:
    from walkcoach.services.scenario import ScenarioError

    if name == "-" and sys.stdin is None:
        raise ScenarioError(name, "there is no standard input")
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ScenarioError(name, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ScenarioError("", f"this is not JSON: byte {error.start} is no UTF-8") from error


def _export_name(word: str) -> "tuple[Path, ExportKind]":
    from walkcoach.services.transfer.export import kind_of
    from walkcoach.wording.transfer import name_needed

    kind = kind_of(word)
    if kind is None:
        raise argparse.ArgumentTypeError(name_needed())
    return Path(word), kind


def _moment(word: str) -> datetime:
    try:
        moment = datetime.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word!r} is no moment like 2026-01-31T09:00") from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"has to lie in the years {FIRST_YEAR} to {LAST_YEAR}, not {word!r}")
    return moment


def _speed(word: str) -> float:
    try:
        speed = float(word)
    except ValueError:
        speed = 0.0
    if not 0.1 <= speed <= 1000:
        raise argparse.ArgumentTypeError(f"has to be a number from 0.1 to 1000, not {word!r}")
    return speed


def _weeks(word: str) -> int:
    if not word.isascii() or not word.isdigit() or not 1 <= int(word[:6]) <= 1040:
        raise argparse.ArgumentTypeError(f"has to be a whole number from 1 to 1040, not {word!r}")
    return int(word)
