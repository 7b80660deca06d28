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
