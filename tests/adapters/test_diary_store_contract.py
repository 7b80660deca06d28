"""What every diary store promises: the real one and the one in memory pass the same tests."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from tests import strategies
from tests.builders import MONDAY, after, before, checkpoint, moment, notes, offer, slow_answers, walk
from tests.diary_files import EVERY, Making
from walkcoach.core.diary import AwayBecause
from walkcoach.core.programme import Programme, Track
from walkcoach.core.slow_signs import NOT_NOW
from walkcoach.core.symptoms import SlowSign, Symptom
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import DiaryStore, Profile, StoredDiary

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(params=EVERY)
def store(request: pytest.FixtureRequest) -> Iterator[DiaryStore]:
    """Each store in turn, empty."""
    with request.param() as made:
        yield made


def test_a_new_diary_is_empty(store: DiaryStore) -> None:
    assert store.load() == StoredDiary()
    assert store.read_checkpoint() is None


def test_what_was_saved_is_there(store: DiaryStore) -> None:
    programme = Programme(track=Track.CAREFUL, walk_days=frozenset({0, 2, 4}))
    profile = Profile(welcomed=True, followed=(Symptom.NUMBNESS, Symptom.BURNING), ask_first=frozenset({"foot_wound"}))
    store.save_programme(MONDAY, programme, moment())
    store.save_profile(profile, moment())
    store.save_before(MONDAY, before(3), moment())
    store.save_offer(MONDAY, offer(15), moment())
    store.save_walk(walk(marks=(12.5, 80.0)))
    store.save_after(MONDAY, after(4), moment())
    store.save_notes(TUESDAY, notes(away_because=AwayBecause.ILLNESS), moment(TUESDAY))
    store.save_slow_answers(MONDAY, NOT_NOW, moment())
    store.save_slow_answers(TUESDAY, slow_answers(SlowSign.GAIT_CHANGE), moment(TUESDAY))
    assert store.load() == StoredDiary(
        before={MONDAY: before(3)},
        after={MONDAY: after(4)},
        notes={TUESDAY: notes(away_because=AwayBecause.ILLNESS)},
        offers={MONDAY: offer(15)},
        walks=(walk(marks=(12.5, 80.0)),),
        programmes={MONDAY: programme},
        profile=profile,
        slow_answers={MONDAY: NOT_NOW, TUESDAY: slow_answers(SlowSign.GAIT_CHANGE)},
    )


def test_saying_it_again_replaces_it(store: DiaryStore) -> None:
    store.save_before(MONDAY, before(ratings={Symptom.TINGLING: 3, Symptom.CRAMPS: 1}), moment())
    store.save_before(MONDAY, before(5), moment(hour=11))
    store.save_walk(walk(minutes=5, marks=(1.0, 2.0)))
    store.save_walk(walk(minutes=9, marks=(3.0,)))
    assert store.load().before == {MONDAY: before(5)}
    assert store.load().walks == (walk(minutes=9, marks=(3.0,)),)


def test_answers_about_slow_signs_replace_those_of_the_day_and_not_now_does_too(store: DiaryStore) -> None:
    store.save_slow_answers(MONDAY, NOT_NOW, moment())
    store.save_slow_answers(TUESDAY, slow_answers(*SlowSign), moment(TUESDAY))
    store.save_slow_answers(MONDAY, slow_answers(SlowSign.BONE_HEALTH), moment(hour=11))
    assert store.load().slow_answers == {MONDAY: slow_answers(SlowSign.BONE_HEALTH), TUESDAY: slow_answers(*SlowSign)}
    store.save_slow_answers(MONDAY, slow_answers(), moment(hour=12))
    store.save_slow_answers(TUESDAY, NOT_NOW, moment(TUESDAY, 12))
    assert store.load().slow_answers == {MONDAY: slow_answers(), TUESDAY: NOT_NOW}


def test_the_order_in_which_symptoms_were_rated_stays(store: DiaryStore) -> None:
    rated = before(ratings={Symptom.TREMOR: 1, Symptom.BURNING: 2, Symptom.CRAMPS: 3})
    store.save_before(MONDAY, rated, moment())
    assert list(store.load().before[MONDAY].ratings) == [Symptom.TREMOR, Symptom.BURNING, Symptom.CRAMPS]


def test_walks_rise_by_their_start_whatever_the_zone(store: DiaryStore) -> None:
    first = walk(hour=10, name="first")
    second = replace(walk(hour=11, name="second"), started=first.started.astimezone(UTC) + timedelta(seconds=1))
    store.save_walk(second)
    store.save_walk(first)
    assert [kept.id for kept in store.load().walks] == [first.id, second.id]


def test_a_moment_in_the_repeated_hour_stays_the_same_instant(store: DiaryStore) -> None:
    autumn = date(2026, 10, 25)
    started = replace_hour(moment(autumn), 2, fold=1)
    record = replace(walk(autumn), started=started, ended=started)
    store.save_walk(record)
    kept = store.load().walks[0]
    assert kept.started.astimezone(UTC) == datetime(2026, 10, 25, 1, tzinfo=UTC)
    assert kept.started.utcoffset() == timedelta(hours=1)


def replace_hour(then: datetime, hour: int, fold: int) -> datetime:
    """`then` at `hour` o'clock, the first or the second of that day."""
    return then.replace(hour=hour, fold=fold)


def test_there_is_one_checkpoint_at_most_and_the_newest_stands(store: DiaryStore) -> None:
    store.write_checkpoint(checkpoint(walked_s=2.0))
    store.write_checkpoint(checkpoint(walked_s=4.0))
    assert store.read_checkpoint() == checkpoint(walked_s=4.0)
    store.write_checkpoint(checkpoint(walked_s=1.0, name="another"))
    assert store.read_checkpoint() == checkpoint(walked_s=1.0, name="another")


def test_saving_the_walk_drops_its_checkpoint_and_no_other(store: DiaryStore) -> None:
    store.write_checkpoint(checkpoint(name="mine"))
    store.save_walk(walk(name="another"))
    assert store.read_checkpoint() is not None
    store.save_walk(walk(name="mine"))
    assert store.read_checkpoint() is None


def test_a_dropped_checkpoint_is_gone_and_dropping_none_is_no_trouble(store: DiaryStore) -> None:
    store.drop_checkpoint()
    store.write_checkpoint(checkpoint())
    store.drop_checkpoint()
    assert store.read_checkpoint() is None


def test_filling_a_diary_that_is_not_empty_is_refused_and_changes_nothing(store: DiaryStore) -> None:
    store.save_notes(MONDAY, notes(cleared=True), moment())
    with pytest.raises(Trouble):
        store.fill(StoredDiary(walks=(walk(),)), moment())
    assert store.load() == StoredDiary(notes={MONDAY: notes(cleared=True)})


def test_a_monthly_question_alone_is_a_diary_that_is_not_empty(store: DiaryStore) -> None:
    store.save_slow_answers(MONDAY, NOT_NOW, moment())
    with pytest.raises(Trouble):
        store.fill(StoredDiary(walks=(walk(),)), moment())
    assert store.load() == StoredDiary(slow_answers={MONDAY: NOT_NOW})


def test_a_walk_under_way_is_a_diary_that_is_not_empty(store: DiaryStore) -> None:
    store.write_checkpoint(checkpoint())
    with pytest.raises(Trouble):
        store.fill(StoredDiary(walks=(walk(),)), moment())


@pytest.mark.parametrize("making", EVERY)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(diary=strategies.diaries, said=strategies.moments())
def test_any_diary_comes_back_as_it_was(making: Making, diary: StoredDiary, said: datetime) -> None:
    with making() as store:
        store.fill(diary, said)
        kept = store.load()
        assert kept == replace(diary, walks=kept.walks)
        assert sorted(kept.walks, key=lambda one: one.id) == sorted(diary.walks, key=lambda one: one.id)


def test_a_moment_without_a_zone_is_a_bug(store: DiaryStore) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.save_notes(MONDAY, notes(cleared=True), moment().replace(tzinfo=None))
    assert store.load() == StoredDiary()
