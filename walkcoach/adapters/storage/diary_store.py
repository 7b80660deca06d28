"""The `DiaryStore` of the real program: the diary in one SQLite file.

Each call is one transaction and on disk when it returns, or it raises and has changed nothing. Use it from the thread that
made it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from walkcoach.services import encode
from walkcoach.adapters.storage.connection import open_diary, troubles
from walkcoach.adapters.storage.diary_rows import Unreadable, read_checkpoint, read_diary
from walkcoach.adapters.storage.schema import Step
from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import Checkpoint, Profile, StoredDiary, WalkRecord
from walkcoach.wording import trouble

_TABLES: Final = ("check_in", "note", "walk", "offer", "programme", "profile", "monthly_question", "checkpoint")
"""The tables that hold something of their own; the others hang on these."""

_Cell = str | int | float | None


class SqliteDiaryStore:
    """The diary in the file `path`, which is made if it is not there. Raises `Trouble` from the first moment on."""

    def __init__(self, path: Path, steps: Sequence[Step] | None = None) -> None:
        self._path = path
        self._connection = open_diary(path, steps)

    @property
    def path(self) -> Path:
        """Where the diary lies."""
        return self._path

    def load(self) -> StoredDiary:
        """See `DiaryStore`. A value that does not fit is `Trouble`: the file is damaged."""
        with self._reading():
            return read_diary(self._connection)

    def save_before(self, day: date, check_in: BeforeCheckIn, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._put_before(day, check_in, moment)

    def save_after(self, day: date, check_in: AfterCheckIn, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._put_after(day, check_in, moment)

    def save_notes(self, day: date, notes: Notes, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._put_notes(day, notes, moment)

    def save_offer(self, day: date, offer: Decision, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._put_offer(day, offer, moment)

    def save_programme(self, day: date, programme: Programme, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._put_programme(day, programme, moment)

    def save_profile(self, profile: Profile, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._put_profile(profile, moment)

    def save_slow_answers(self, day: date, answers: SlowAnswers, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._put_slow_answers(day, answers, moment)

    def save_walk(self, walk: WalkRecord) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._put_walk(walk)
            self._connection.execute("DELETE FROM checkpoint WHERE id = ?", (str(walk.id),))

    def write_checkpoint(self, checkpoint: Checkpoint) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._connection.execute("DELETE FROM checkpoint WHERE id <> ?", (str(checkpoint.id),))
            self._upsert(
                "checkpoint",
                "id",
                {
                    "id": str(checkpoint.id),
                    "day": checkpoint.day.isoformat(),
                    "kind": checkpoint.kind,
                    "started_at": encode.moment_to_text(checkpoint.started),
                    "saved_at": encode.moment_to_text(checkpoint.saved),
                    "zone": encode.zone_to_text(checkpoint.started),
                    "segments": encode.segments_to_json(checkpoint.segments),
                    "walked_s": checkpoint.walked_s,
                    "brisk_s": checkpoint.brisk_s,
                    "symptom_marks_s": encode.seconds_to_json(checkpoint.symptom_marks_s),
                },
            )

    def read_checkpoint(self) -> Checkpoint | None:
        """See `DiaryStore`."""
        with self._reading():
            return read_checkpoint(self._connection)

    def drop_checkpoint(self) -> None:
        """See `DiaryStore`."""
        with self._writing():
            self._connection.execute("DELETE FROM checkpoint")

    def fill(self, diary: StoredDiary, moment: datetime) -> None:
        """See `DiaryStore`."""
        with self._writing():
            if any(self._connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in _TABLES):
                raise Trouble(*trouble.diary_not_empty())
            for day, before in diary.before.items():
                self._put_before(day, before, moment)
            for day, after in diary.after.items():
                self._put_after(day, after, moment)
            for day, notes in diary.notes.items():
                self._put_notes(day, notes, moment)
            for day, offer in diary.offers.items():
                self._put_offer(day, offer, moment)
            for day, programme in diary.programmes.items():
                self._put_programme(day, programme, moment)
            for day, answers in diary.slow_answers.items():
                self._put_slow_answers(day, answers, moment)
            for walk in diary.walks:
                self._put_walk(walk)
            self._put_profile(diary.profile, moment)

    def close(self) -> None:
        """See `DiaryStore`. Closing twice is no error."""
        with troubles(self._path):
            self._connection.close()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with troubles(self._path):
            try:
                yield
            except Unreadable as unreadable:
                raise Trouble(*trouble.damaged(str(self._path), unreadable.place)) from unreadable

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: on disk when it ends well, without a trace when it does not."""
        with troubles(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise

    def _put_before(self, day: date, check_in: BeforeCheckIn, moment: datetime) -> None:
        columns: dict[str, _Cell] = {"steady": check_in.steady, "settled": check_in.settled, "feet": check_in.feet}
        self._put_check_in(day, "before", columns, check_in.ratings, check_in.warning_signs, moment)

    def _put_after(self, day: date, check_in: AfterCheckIn, moment: datetime) -> None:
        columns: dict[str, _Cell] = {
            "effort": check_in.effort,
            "could_talk": check_in.could_talk,
            "stumbled": check_in.stumbled,
            "feet": check_in.feet,
        }
        self._put_check_in(day, "after", columns, check_in.worst, check_in.warning_signs, moment)

    def _put_check_in(
        self,
        day: date,
        part: str,
        columns: Mapping[str, _Cell],
        ratings: Mapping[Symptom, int],
        signs: frozenset[WarningSign],
        moment: datetime,
    ) -> None:
        row: dict[str, _Cell] = {"id": str(uuid4()), "day": day.isoformat(), "part": part, **_said(moment), **columns}
        self._upsert("check_in", "day, part", row)
        key = self._id_of("check_in", "day = :day AND part = :part", row)
        scores = [(key, number, *rating) for number, rating in enumerate(ratings.items())]
        self._connection.execute("DELETE FROM rating WHERE check_in_id = ?", (key,))
        self._connection.executemany("INSERT INTO rating VALUES (?, ?, ?, ?)", scores)
        self._connection.execute("DELETE FROM warning_sign WHERE check_in_id = ?", (key,))
        self._connection.executemany("INSERT INTO warning_sign VALUES (?, ?)", [(key, sign) for sign in sorted(signs)])

    def _put_notes(self, day: date, notes: Notes, moment: datetime) -> None:
        self._upsert(
            "note",
            "day",
            {
                "id": str(uuid4()),
                "day": day.isoformat(),
                **_said(moment),
                "cleared": notes.cleared,
                "feet_seen_to": notes.feet_seen_to,
                "review_acknowledged": notes.review_acknowledged,
                "away_because": notes.away_because,
            },
        )

    def _put_offer(self, day: date, offer: Decision, moment: datetime) -> None:
        self._upsert(
            "offer",
            "day",
            {
                "id": str(uuid4()),
                "day": day.isoformat(),
                **_said(moment),
                "minutes": offer.minutes,
                "brisk_minutes": offer.brisk_minutes,
                "decision": encode.decision_to_json(offer),
            },
        )

    def _put_programme(self, day: date, programme: Programme, moment: datetime) -> None:
        self._upsert(
            "programme",
            "day",
            {
                "id": str(uuid4()),
                "day": day.isoformat(),
                **_said(moment),
                "track": programme.track,
                "start_min": programme.start_min,
                "step_min": programme.step_min,
                "step_max": programme.step_max,
                "walk_goal_min": programme.walk_goal_min,
                "first_brisk_min": programme.first_brisk_min,
                "brisk_goal_min": programme.brisk_goal_min,
                "brisk_placement": programme.brisk_placement,
                "max_bout_min": programme.max_bout_min,
                "walk_days": encode.weekdays_to_json(programme.walk_days),
                "brisk_ok": programme.brisk_ok,
            },
        )

    def _put_profile(self, profile: Profile, moment: datetime) -> None:
        self._upsert(
            "profile",
            "one",
            {
                "id": str(uuid4()),
                "one": 1,
                **_said(moment),
                "welcomed": profile.welcomed,
                "followed": encode.words_to_json(profile.followed),
                "ask_first": encode.words_to_json(sorted(profile.ask_first)),
                "clinician_agreed": profile.clinician_agreed,
                "uses_glucose_lowering": profile.uses_glucose_lowering,
                "reduced_feeling": profile.reduced_feeling,
                "age_band": profile.age_band,
                "used_to_walking": profile.used_to_walking,
                "emergency_number": profile.emergency_number,
            },
        )

    def _put_slow_answers(self, day: date, answers: SlowAnswers, moment: datetime) -> None:
        row: dict[str, _Cell] = {"id": str(uuid4()), "day": day.isoformat(), **_said(moment), "answered": answers.answered}
        self._upsert("monthly_question", "day", row)
        key = self._id_of("monthly_question", "day = :day", row)
        told = [(key, *answer) for answer in answers.new_or_worse.items()]
        self._connection.execute("DELETE FROM slow_sign_answer WHERE question_id = ?", (key,))
        self._connection.executemany("INSERT INTO slow_sign_answer VALUES (?, ?, ?)", told)

    def _put_walk(self, walk: WalkRecord) -> None:
        key = str(walk.id)
        self._upsert(
            "walk",
            "id",
            {
                "id": key,
                "day": walk.day.isoformat(),
                "kind": walk.kind,
                "started_at": encode.moment_to_text(walk.started),
                "ended_at": encode.moment_to_text(walk.ended),
                "zone": encode.zone_to_text(walk.started),
                "walked_s": walk.walked_s,
                "brisk_s": walk.brisk_s,
                "shorter_because": walk.shorter_because,
            },
        )
        self._connection.execute("DELETE FROM symptom_mark WHERE walk_id = ?", (key,))
        marks = [(key, number, at_s) for number, at_s in enumerate(walk.symptom_marks_s)]
        self._connection.executemany("INSERT INTO symptom_mark VALUES (?, ?, ?)", marks)

    def _upsert(self, table: str, unique: str, row: Mapping[str, _Cell]) -> None:
        """Put `row` in, or over the one with the same `unique` columns, which keeps its id."""
        changed = ", ".join(f"{column} = excluded.{column}" for column in row if column != "id")
        marks = ", ".join(f":{column}" for column in row)
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks}) ON CONFLICT ({unique}) DO UPDATE SET {changed}"
        self._connection.execute(sql, dict(row))

    def _id_of(self, table: str, which: str, row: Mapping[str, _Cell]) -> str:
        """The id that the row put in last goes by: the one of before, where it replaced one."""
        return str(self._connection.execute(f"SELECT id FROM {table} WHERE {which}", dict(row)).fetchone()["id"])


def _said(moment: datetime) -> dict[str, str]:
    return {"said_at": encode.moment_to_text(moment), "zone": encode.zone_to_text(moment)}
