"""The log: what it keeps of ours and of others, and that it ends when it is told to."""

import logging
from pathlib import Path

from walkcoach.adapters.log_file import LOG_FILE, close_log, open_log


def test_of_ours_everything_from_information_up_is_kept_and_of_others_only_warnings(tmp_path: Path) -> None:
    handler = open_log(tmp_path)
    try:
        logging.getLogger("walkcoach.adapters.sound.cue_log").info("cue brisk")
        logging.getLogger("walkcoach.anything").debug("a detail")
        logging.getLogger("another.library").info("chatter")
    finally:
        close_log(handler)
    logging.getLogger("walkcoach.adapters.sound.cue_log").info("after the end")
    lines = (tmp_path / LOG_FILE).read_text(encoding="utf-8").splitlines()
    assert [line.split(": ", 1)[1] for line in lines] == ["cue brisk"]


def test_the_log_is_private(tmp_path: Path) -> None:
    close_log(open_log(tmp_path))
    assert (tmp_path / LOG_FILE).stat().st_mode & 0o077 == 0


def test_a_full_log_is_turned_over_into_one_older_file_and_both_stay_private(tmp_path: Path) -> None:
    handler = open_log(tmp_path)
    try:
        for number in range(6000):
            logging.getLogger("walkcoach").info("line %04d %s", number, 80 * "x")
    finally:
        close_log(handler)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == [LOG_FILE, f"{LOG_FILE}.1"]
    assert all(150 < file.stat().st_size <= 200_200 and file.stat().st_mode & 0o077 == 0 for file in files)
    told = [line.split(" ")[5] for file in reversed(files) for line in file.read_text(encoding="utf-8").splitlines()]
    assert told == [f"{number:04d}" for number in range(6000 - len(told), 6000)]


def test_a_log_goes_on_where_the_last_one_ended_and_is_turned_over_when_that_was_full(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).write_text(200_000 * "x", encoding="utf-8")
    handler = open_log(tmp_path)
    logging.getLogger("walkcoach").info("first")
    close_log(handler)
    assert (tmp_path / LOG_FILE).read_text(encoding="utf-8").endswith(": first\n")
    assert (tmp_path / f"{LOG_FILE}.1").stat().st_size == 200_000
