"""What becomes of a file that is to be imported, for tests that spoil one: a refusal, or a diary that is whole."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

from hypothesis import HealthCheck, settings

from tests.builders import before, moment
from tests.fakes import MemoryDiaryStore
from tests.services.transfers import SOMETHING_OF_EVERYTHING, entry
from walkcoach.services.entries import EntryKind
from walkcoach.services.transfer.merge import apply_import, plan_import
from walkcoach.services.transfer.refusal import ImportRefused

OURS = entry(EntryKind.BEFORE, before(7), name="ours")
a_lot = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def good(form: Callable[..., bytes]) -> bytes:
    """The export of something of everything, as `form` makes it."""
    return form(SOMETHING_OF_EVERYTHING)


def outcome(data: bytes) -> str:
    """The refusal of `data`, or nothing where it was imported. Either way the diary is whole, and after a refusal as it was."""
    book = MemoryDiaryStore()
    book.change(None, [OURS], (), moment())
    writes = book.writes
    try:
        apply_import(plan_import(BytesIO(data), book.entries()), book, lambda: None, moment())
    except ImportRefused as refused:
        assert list(book.entries()) == [OURS]
        assert book.writes == writes
        line = str(refused)
        assert line == " ".join(line.split())
        assert 0 < len(line) <= 500
        return line
    assert OURS in book.entries()
    return ""


def refusal(data: bytes) -> str:
    """The refusal of `data`, which must not be imported."""
    line = outcome(data)
    assert line, "it was imported"
    return line
