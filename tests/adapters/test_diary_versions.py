"""Old diaries open for ever: one of every version that was ever released lies in `tests/data` and is never changed."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.builders import MONDAY, after, before, checkpoint, moment, notes, slow_answers, walk
from walkcoach.adapters.storage.check import check_diary
from walkcoach.adapters.storage.diary_store import SqliteDiaryStore
from walkcoach.adapters.storage.schema import released_steps
from walkcoach.core.diary import AwayBecause, Feet, Settled, ShorterBecause
from walkcoach.core.programme import Programme, Track
from walkcoach.core.slow_signs import NOT_NOW
from walkcoach.core.symptoms import SlowSign, Symptom, WarningSign
from walkcoach.services.diary_keeper import DiaryKeeper
from walkcoach.services.entries import StepKind

DATA = Path(__file__).parent.parent / "data"
VERSIONS = range(1, len(released_steps()) + 1)
LAST = date(2026, 1, 19)


def old_diary(version: int, folder: Path) -> Path:
    """A copy of the sample of `version`, in `folder`."""
    return Path(shutil.copy(DATA / f"diary-version-{version}.sqlite3", folder / "diary.sqlite3"))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_diary_of_every_version_opens_and_is_whole(version: int, tmp_path: Path) -> None:
    path = old_diary(version, tmp_path)
    store = SqliteDiaryStore(path)
    diary = store.load()
    store.save_after(MONDAY, after(ratings=dict.fromkeys(Symptom, 4)), walk().ended)
    assert (len(diary.before), len(diary.after), len(diary.walks), len(diary.offers)) == (9, 9, 9, 8)
    assert [offer.minutes for offer in diary.offers.values()] == [15, 18, 21, 21, 21, 21, 21, 24]
    store.close()
    assert check_diary(path).whole


@pytest.mark.parametrize("version", VERSIONS)
def test_every_kind_of_entry_is_read_as_it_was_meant(version: int, tmp_path: Path) -> None:
    store = SqliteDiaryStore(old_diary(version, tmp_path))
    diary = store.load()
    assert diary.before[LAST] == before(3, signs=[WarningSign.CALF_PAIN_WALKING], settled=Settled.WITHIN_2H)
    assert diary.after[LAST] == after(4, feet=Feet.LATER, signs=[WarningSign.UNWELL])
    assert diary.notes[MONDAY] == notes(cleared=True, feet_seen_to=True, review_acknowledged=True, away_because=AwayBecause.FEET)
    assert diary.walks[-1] == walk(LAST, 7.5, shorter=ShorterBecause.OTHER, marks=(61.5, 130.25), hour=9)
    assert diary.programmes == {MONDAY: Programme(track=Track.GENTLE, walk_days=frozenset(range(6)))}
    assert diary.profile.followed == (Symptom.TINGLING, Symptom.NUMBNESS, Symptom.BURNING)
    assert (diary.profile.ask_first, diary.profile.clinician_agreed) == (frozenset({"foot_wound"}), True)
    assert diary.slow_answers == {date(2026, 1, 12): NOT_NOW, LAST: slow_answers(SlowSign.GAIT_CHANGE, SlowSign.BONE_HEALTH)}
    assert store.read_checkpoint() == checkpoint(LAST, 321.5, hour=15)
    store.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_offered_stays_as_it_was_shown(version: int, tmp_path: Path) -> None:
    store = SqliteDiaryStore(old_diary(version, tmp_path))
    keeper = DiaryKeeper(store)
    assert keeper.decision_on(date(2026, 1, 17)).minutes == 24
    assert keeper.state_before(LAST).standing(keeper.programme_on(LAST)).minutes == 24
    store.close()


@pytest.mark.parametrize("version", [version for version in VERSIONS if version >= 2])
def test_what_the_second_shape_added_is_read_as_it_was_meant(version: int, tmp_path: Path) -> None:
    store = SqliteDiaryStore(old_diary(version, tmp_path))
    assert store.load().remarks == {MONDAY: 'Kalter Wind, "langsam" 👟\nمشيت'}
    assert store.load().week_reviews == {MONDAY: '{"version":1,"walks":6}'}
    assert [step.kind for step in store.steps()] == [StepKind.DELETED, StepKind.SAID, StepKind.SAID]
    store.undo(moment(LAST))
    assert store.load().remarks[date(2026, 1, 6)] == "Deleted again."
    store.close()
