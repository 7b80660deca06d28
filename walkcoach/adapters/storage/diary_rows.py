"""Rows of the diary file as values of the core. Reads only.

A row that does not fit is `Unreadable`, which names the table and the row: the file is damaged, and nothing is made up in its
place.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TypeVar
from uuid import UUID

from walkcoach.services import encode
from walkcoach.core.decision import Decision
from walkcoach.core.diary import (
    AfterCheckIn,
    AwayBecause,
    BeforeCheckIn,
    DiaryDay,
    Feet,
    Notes,
    Settled,
    ShorterBecause,
    Steadiness,
)
from walkcoach.core.programme import BriskPlacement, Programme, Track
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.ports import Checkpoint, Profile, StoredDiary, WalkKind, WalkRecord

_Value = TypeVar("_Value")


class Unreadable(Exception):
    """A row that is no value of the core; `place` is its table and key, as in `walk 2026-01-05`."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def read_diary(connection: sqlite3.Connection) -> StoredDiary:
    """All that the file holds, in one view of it. Raises `Unreadable` and SQLite's errors."""
    connection.execute("BEGIN")
    try:
        before, after = _check_ins(connection)
        return StoredDiary(
            before=before,
            after=after,
            notes=_by_day(connection, "note", _notes),
            offers=_by_day(connection, "offer", _offer),
            walks=_walks(connection),
            programmes=_by_day(connection, "programme", _programme),
            profile=_profile(connection),
            slow_answers=_slow_answers(connection),
        )
    finally:
        connection.execute("COMMIT")


def read_checkpoint(connection: sqlite3.Connection) -> Checkpoint | None:
    """The walk under way, if any. Raises `Unreadable` and SQLite's errors."""
    row = connection.execute("SELECT * FROM checkpoint").fetchone()
    if row is None:
        return None
    with _row_of("checkpoint", row["day"]):
        return _checkpoint(row)


@contextmanager
def _row_of(table: str, key: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise Unreadable(f"{table} {key}") from error


def _rows(connection: sqlite3.Connection, table: str, order: str) -> Iterator[sqlite3.Row]:
    yield from connection.execute(f"SELECT * FROM {table} ORDER BY {order}")


def _by_day(connection: sqlite3.Connection, table: str, make: Callable[[sqlite3.Row], _Value]) -> Mapping[date, _Value]:
    values: dict[date, _Value] = {}
    for row in _rows(connection, table, "day"):
        with _row_of(table, row["day"]):
            values[date.fromisoformat(row["day"])] = make(row)
    return values


def _check_ins(connection: sqlite3.Connection) -> tuple[Mapping[date, BeforeCheckIn], Mapping[date, AfterCheckIn]]:
    ratings: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in _rows(connection, "rating", "check_in_id, number"):
        ratings[row["check_in_id"]].append((row["symptom"], row["score"]))
    signs: defaultdict[str, list[str]] = defaultdict(list)
    for row in _rows(connection, "warning_sign", "check_in_id"):
        signs[row["check_in_id"]].append(row["sign"])
    before: dict[date, BeforeCheckIn] = {}
    after: dict[date, AfterCheckIn] = {}
    for row in _rows(connection, "check_in", "day, part DESC"):
        with _row_of("check_in", row["day"]):
            day = date.fromisoformat(row["day"])
            scores = {Symptom(symptom): score for symptom, score in ratings[row["id"]]}
            given = frozenset(WarningSign(sign) for sign in signs[row["id"]])
            if row["part"] == "before":
                before[day] = _before(row, scores, given)
            else:
                after[day] = _after(row, scores, given)
                DiaryDay(day, before=before.get(day), after=after[day])  # the two have to fit each other
    return before, after


def _before(row: sqlite3.Row, ratings: Mapping[Symptom, int], signs: frozenset[WarningSign]) -> BeforeCheckIn:
    return BeforeCheckIn(
        ratings=ratings,
        steady=Steadiness(row["steady"]),
        feet=Feet(row["feet"]),
        warning_signs=signs,
        settled=None if row["settled"] is None else Settled(row["settled"]),
    )


def _after(row: sqlite3.Row, ratings: Mapping[Symptom, int], signs: frozenset[WarningSign]) -> AfterCheckIn:
    return AfterCheckIn(
        worst=ratings,
        effort=row["effort"],
        could_talk=_flag(row["could_talk"]),
        stumbled=_flag(row["stumbled"]),
        feet=Feet(row["feet"]),
        warning_signs=signs,
    )


def _notes(row: sqlite3.Row) -> Notes:
    reason = row["away_because"]
    return Notes(
        cleared=_flag(row["cleared"]),
        feet_seen_to=_flag(row["feet_seen_to"]),
        review_acknowledged=_flag(row["review_acknowledged"]),
        away_because=None if reason is None else AwayBecause(reason),
    )


def _slow_answers(connection: sqlite3.Connection) -> Mapping[date, SlowAnswers]:
    told: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows(connection, "slow_sign_answer", "question_id, sign"):
        told[row["question_id"]][row["sign"]] = row["new_or_worse"]

    def answers(row: sqlite3.Row) -> SlowAnswers:
        said = SlowAnswers({SlowSign(sign): _flag(answer) for sign, answer in told[row["id"]].items()})
        if said.answered != _flag(row["answered"]):
            raise ValueError("answers where it was put off, or none where it was answered")
        return said

    return _by_day(connection, "monthly_question", answers)


def _offer(row: sqlite3.Row) -> Decision:
    return encode.decision_from_json(row["decision"])


def _programme(row: sqlite3.Row) -> Programme:
    return Programme(
        track=Track(row["track"]),
        start_min=row["start_min"],
        step_min=row["step_min"],
        step_max=row["step_max"],
        walk_goal_min=row["walk_goal_min"],
        first_brisk_min=row["first_brisk_min"],
        brisk_goal_min=row["brisk_goal_min"],
        brisk_placement=BriskPlacement(row["brisk_placement"]),
        max_bout_min=row["max_bout_min"],
        walk_days=encode.weekdays_from_json(row["walk_days"]),
        brisk_ok=_flag(row["brisk_ok"]),
    )


def _walks(connection: sqlite3.Connection) -> tuple[WalkRecord, ...]:
    marks: defaultdict[str, list[float]] = defaultdict(list)
    for row in _rows(connection, "symptom_mark", "walk_id, number"):
        marks[row["walk_id"]].append(row["at_s"])
    walks = []
    for row in _rows(connection, "walk", "started_at, id"):
        with _row_of("walk", row["day"]):
            walks.append(_walk(row, marks[row["id"]]))
    return tuple(walks)


def _walk(row: sqlite3.Row, marks: list[float]) -> WalkRecord:
    reason = row["shorter_because"]
    return WalkRecord(
        id=UUID(row["id"]),
        day=date.fromisoformat(row["day"]),
        kind=WalkKind(row["kind"]),
        started=encode.moment_from_text(row["started_at"], row["zone"]),
        ended=encode.moment_from_text(row["ended_at"], row["zone"]),
        walked_s=float(row["walked_s"]),
        brisk_s=float(row["brisk_s"]),
        shorter_because=None if reason is None else ShorterBecause(reason),
        symptom_marks_s=tuple(float(mark) for mark in marks),
    )


def _profile(connection: sqlite3.Connection) -> Profile:
    row = connection.execute("SELECT * FROM profile").fetchone()
    if row is None:
        return Profile()
    with _row_of("profile", row["said_at"]):
        return _profile_of(row)


def _profile_of(row: sqlite3.Row) -> Profile:
    return Profile(
        welcomed=_flag(row["welcomed"]),
        followed=tuple(Symptom(word) for word in encode.words_from_json(row["followed"])),
        ask_first=frozenset(encode.words_from_json(row["ask_first"])),
        clinician_agreed=_flag(row["clinician_agreed"]),
        uses_glucose_lowering=_flag(row["uses_glucose_lowering"]),
        reduced_feeling=row["reduced_feeling"],
        age_band=row["age_band"],
        used_to_walking=None if row["used_to_walking"] is None else _flag(row["used_to_walking"]),
        emergency_number=row["emergency_number"],
    )


def _checkpoint(row: sqlite3.Row) -> Checkpoint:
    return Checkpoint(
        id=UUID(row["id"]),
        day=date.fromisoformat(row["day"]),
        kind=WalkKind(row["kind"]),
        started=encode.moment_from_text(row["started_at"], row["zone"]),
        saved=encode.moment_from_text(row["saved_at"], row["zone"]),
        segments=encode.segments_from_json(row["segments"]),
        walked_s=float(row["walked_s"]),
        brisk_s=float(row["brisk_s"]),
        symptom_marks_s=encode.seconds_from_json(row["symptom_marks_s"]),
    )


def _flag(value: int) -> bool:
    if value not in (0, 1):
        raise ValueError(f"{value!r} is neither yes nor no")
    return bool(value)
