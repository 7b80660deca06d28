"""Old exports open for ever (promise R12): one of every version that was released lies in `tests/data` and is never changed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import MONDAY, after, before, moment, notes, slow_answers, walk
from tests.fakes import MemoryDiaryStore
from walkcoach.adapters.storage.reading import entries_in
from walkcoach.core.diary import AwayBecause, Feet, Settled, ShorterBecause
from walkcoach.core.programme import Programme, Track
from walkcoach.core.slow_signs import NOT_NOW
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.entries import EntryKind
from walkcoach.services.ports import StoredDiary
from walkcoach.services.transfer.merge import apply_import, plan_import
from walkcoach.services.transfer.values import VERSION

DATA = Path(__file__).parent.parent / "data"
LAST = date(2026, 1, 19)
samples = pytest.mark.parametrize(
    "name", [f"export-version-{version}.{end}" for version in range(1, VERSION + 1) for end in ("json", "zip")]
)


def imported(name: str) -> StoredDiary:
    """The diary that the sample makes of an empty one."""
    book = MemoryDiaryStore()
    with (DATA / name).open("rb") as file:
        plan = plan_import(file, book.entries())
    done, _changes = apply_import(plan, book, lambda: None, moment(LAST))
    assert (done.read, len(done.puts)) == (42, 42)
    return book.load()


@samples
def test_an_export_of_every_version_is_read_as_it_was_meant(name: str) -> None:
    diary = imported(name)
    assert (len(diary.before), len(diary.after), len(diary.walks), len(diary.offers)) == (9, 9, 9, 8)
    assert [offer.minutes for offer in diary.offers.values()] == [15, 18, 21, 21, 21, 21, 21, 24]
    assert diary.before[LAST] == before(3, signs=[WarningSign.CALF_PAIN_WALKING], settled=Settled.WITHIN_2H)
    assert diary.after[LAST] == after(4, feet=Feet.LATER, signs=[WarningSign.UNWELL])
    assert diary.notes[MONDAY] == notes(cleared=True, feet_seen_to=True, review_acknowledged=True, away_because=AwayBecause.FEET)
    assert diary.walks[-1] == walk(LAST, 7.5, shorter=ShorterBecause.OTHER, marks=(61.5, 130.25), hour=9)
    assert diary.programmes == {MONDAY: Programme(track=Track.GENTLE, walk_days=frozenset(range(6)))}
    assert diary.profile.followed == (Symptom.TINGLING, Symptom.NUMBNESS, Symptom.BURNING)
    assert diary.slow_answers[LAST - timedelta(days=7)] == NOT_NOW
    assert diary.slow_answers[LAST] == slow_answers(SlowSign.GAIT_CHANGE, SlowSign.BONE_HEALTH)
    assert diary.remarks == {MONDAY: 'Kalter Wind, "langsam" 👟\nمشيت'}
    assert diary.week_reviews == {MONDAY: '{"version":1,"walks":6}'}


@samples
def test_it_is_the_diary_that_it_was_made_from_ids_and_moments_included(name: str) -> None:
    with (DATA / name).open("rb") as file:
        found = [one.entry for one in plan_import(file, ()).found]
    assert found == list(entries_in(DATA / "diary-version-2.sqlite3"))
    assert {one.kind for one in found} == set(EntryKind)
