"""A chart's figures as a file: nothing for a spreadsheet to stumble over, and a file that is there whole or not at all."""

import csv
import io
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkcoach.services.errors import Trouble
from walkcoach.ui.charts.saved_files import csv_bytes, write_file


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_dates_are_iso_numbers_are_plain_and_what_was_not_rated_is_empty() -> None:
    rows = [(date(2026, 9, 7), 240, 3.25, None), (date(2026, 9, 14), 0, 4.0, 2.0)]
    data = csv_bytes(("First day", "Minutes", "Effort", "Usual"), rows)
    assert data == b"\xef\xbb\xbfFirst day,Minutes,Effort,Usual\r\n2026-09-07,240,3.3,\r\n2026-09-14,0,4,2\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "|cmd", "%x"])
def test_a_text_that_a_spreadsheet_would_take_for_a_formula_is_made_harmless(text: str) -> None:
    ((cell,),) = read(csv_bytes(("",), [(text,)]))[1:]
    assert cell == f"'{text}"


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.integers(-9, 9))))
def test_any_text_comes_back_with_at_most_an_apostrophe_before_it(rows: list[tuple[str, int]]) -> None:
    back = read(csv_bytes(("Text", "Number"), rows))
    assert back[0] == ["Text", "Number"]
    for (text, number), (told, figure) in zip(rows, back[1:], strict=True):
        assert told in (text, f"'{text}")
        assert not told.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert figure == str(number), "a negative number is a number, not a formula"


def test_a_header_is_guarded_as_well() -> None:
    assert read(csv_bytes(("=Tingling",), []))[0] == ["'=Tingling"]


def test_a_file_takes_the_place_of_what_was_there_and_leaves_nothing_beside(tmp_path: Path) -> None:
    place = tmp_path / "chart.csv"
    place.write_bytes(b"old")
    write_file(place, b"new")
    assert place.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [place]
    assert place.stat().st_mode & 0o077 == 0, "what it tells is nobody else's"


@pytest.mark.parametrize("there", ["folder", "missing"])
def test_where_it_cannot_be_written_the_place_is_named_and_nothing_has_changed(tmp_path: Path, there: str) -> None:
    place = tmp_path / "chart.csv"
    if there == "folder":
        place.mkdir()
        (place / "mine").write_text("kept")
    else:
        place = tmp_path / "no such folder" / "chart.csv"
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with pytest.raises(Trouble) as met:
        write_file(place, b"new")
    assert str(place) in met.value.what
    assert met.value.way_on
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("step", "number"), [("fsync", 28), ("fsync", 5), ("replace", 13)])
def test_a_step_that_fails_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    place = tmp_path / "chart.csv"
    place.write_bytes(b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(Trouble) as met:
        write_file(place, b"new")
    monkeypatch.undo()
    assert ("no room" in met.value.what) is (number == 28)
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]
