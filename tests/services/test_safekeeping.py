"""The upkeep: a backup when it is due and not more often, a trial a week, and what goes wrong is told."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FakeClock
from tests.fakes_keeping import FakeBackupShelf, MemoryHousekeeping
from walkcoach.services.backup_port import Proven
from walkcoach.services.errors import Trouble
from walkcoach.services.safekeeping import Safekeeping

FULL = Trouble("There is no room left.")


class Kept:
    """A safekeeping with all behind it."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.shelf = FakeBackupShelf()
        self.housekeeping = MemoryHousekeeping()
        self.service = Safekeeping(self.shelf, self.housekeeping, self.clock)


@pytest.fixture
def kept() -> Kept:
    """Nothing kept yet."""
    return Kept()


def test_the_first_look_makes_a_backup_and_tries_it_out(kept: Kept) -> None:
    assert (kept.service.last_backup(), kept.service.last_proven(), kept.service.anything_due()) == (None, None, True)
    kept.service.look_after()
    assert kept.service.last_backup() == kept.clock.now()
    assert kept.service.last_proven() == Proven(kept.clock.now(), kept.service.backups()[0].path.name)
    assert not kept.service.anything_due()


def test_changes_are_backed_up_every_half_hour_at_most(kept: Kept) -> None:
    for _minute in range(120):
        kept.shelf.change()
        kept.service.look_after()
        kept.clock.advance(60)
    assert len(kept.service.backups()) == 4


def test_a_diary_that_does_not_change_is_looked_at_every_half_hour_and_not_copied(kept: Kept) -> None:
    for _minute in range(120):
        kept.service.look_after()
        kept.clock.advance(60)
    assert (len(kept.service.backups()), kept.shelf.asked) == (1, 4)


def test_a_backup_made_by_the_command_line_counts(kept: Kept) -> None:
    kept.service.look_after()
    kept.clock.advance(3600)
    kept.shelf.change()
    kept.shelf.make(kept.clock.now())
    assert not kept.service.anything_due()


def test_at_close_a_change_is_backed_up_whatever_is_due(kept: Kept) -> None:
    kept.service.look_after()
    kept.clock.advance(60)
    assert kept.service.back_up() is None
    kept.shelf.change()
    assert kept.service.back_up() is not None


def test_a_clock_put_right_does_not_stop_the_backups(kept: Kept) -> None:
    kept.service.look_after()
    kept.clock.set_wall(datetime(2020, 1, 1, 9, tzinfo=UTC))
    for _hour in range(3):
        kept.shelf.change()
        kept.service.look_after()
        kept.clock.advance(3600)
    assert len(kept.service.backups()) == 4


@given(days=st.lists(st.integers(1, 20), max_size=20))
@settings(deadline=None)
def test_a_trial_is_made_once_a_week_and_whenever_a_week_has_passed(days: list[int]) -> None:
    kept = Kept()
    last = None
    for wait in days:
        kept.service.look_after()
        proven = kept.service.last_proven()
        assert proven is not None
        assert kept.clock.now() - proven.moment < timedelta(days=7)
        assert last is None or proven.moment == last or proven.moment - last >= timedelta(days=7)
        last = proven.moment
        kept.clock.advance(wait * 86400)


def test_a_year_of_upkeep_leaves_few_backups(kept: Kept) -> None:
    for _half_day in range(2 * 365):
        kept.shelf.change()
        kept.service.look_after()
        kept.clock.advance(12 * 3600)
    assert len(kept.service.backups()) <= 35


def test_trouble_is_told_once_and_tried_again_after_half_an_hour(kept: Kept) -> None:
    kept.shelf.trouble = FULL
    with pytest.raises(Trouble):
        kept.service.look_after()
    kept.shelf.trouble = None
    kept.service.look_after()
    assert kept.service.backups() == ()
    kept.clock.advance(30 * 60)
    kept.service.look_after()
    assert len(kept.service.backups()) == 1


def test_a_backup_that_fails_its_trial_is_told_and_another_one_takes_its_place(kept: Kept) -> None:
    kept.service.back_up()
    kept.shelf.spoil_newest()
    with pytest.raises(Trouble, match="trial"):
        kept.service.prove()
    assert len(kept.service.backups()) == 2
    proven = kept.service.last_proven()
    assert proven is not None
    assert proven.backup == kept.service.backups()[0].path.name


def test_a_trial_that_goes_wrong_is_never_noted_as_one_that_went_well(kept: Kept) -> None:
    kept.service.look_after()
    proven = kept.service.last_proven()
    kept.clock.advance(8 * 86400)
    kept.shelf.spoils_all = True
    with pytest.raises(Trouble, match="trial"):
        kept.service.prove()
    assert kept.service.last_proven() == proven


def test_a_trial_that_cannot_be_remembered_is_told(kept: Kept) -> None:
    kept.housekeeping.trouble = FULL
    with pytest.raises(Trouble):
        kept.service.look_after()
    assert kept.service.last_proven() is None


def test_going_back_is_a_change_that_the_next_look_backs_up(kept: Kept) -> None:
    kept.service.look_after()
    restored = kept.service.restore(kept.service.backups()[0].path)
    assert restored.kept is not None
    assert kept.shelf.restored == [kept.service.backups()[-1].path]


def test_exported_files_are_known_beside_the_last_trial(kept: Kept) -> None:
    kept.service.look_after()
    kept.service.remember_export(Path("a.zip"))
    kept.service.remember_export(Path("b.json"))
    kept.service.remember_export(Path("a.zip"))
    assert kept.service.exported() == (Path("b.json"), Path("a.zip"))
    assert kept.service.last_proven() is not None


def test_moments_are_told_in_the_person_s_zone(kept: Kept) -> None:
    kept.service.look_after()
    kept.clock.travel("Asia/Tokyo")
    last = kept.service.last_backup()
    assert last is not None
    assert str(last.tzinfo) == "Asia/Tokyo"
