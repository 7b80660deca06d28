"""The export is what docs/export-format.md and its schema say, and both say all of it."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.services.transfers import MISSING, SOMETHING_OF_EVERYTHING, every_path, json_of, spoilt
from tests.strategies import entries
from walkcoach.services.entries import Entry
from walkcoach.services.transfer.json_file import write_json
from walkcoach.services.transfer.merge import plan_import
from walkcoach.services.transfer.refusal import ImportRefused

TOGETHER = {"segments", "minutes", "brisk_minutes", "started", "said", "zone", "worst"}
"""What has to fit something else in its entry, which no schema can say."""
DOCS = Path(__file__).parent.parent.parent / "docs"


@cache
def validator() -> Any:
    schema = json.loads((DOCS / "export-format.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def fits(export: Any) -> bool:
    return bool(validator().is_valid(export))


def imports(export: Any) -> bool:
    try:
        plan_import(BytesIO(json.dumps(export).encode()), ())
    except ImportRefused:
        return False
    return True


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=st.lists(entries(), max_size=6))
def test_every_export_fits_its_schema(said: list[Entry]) -> None:
    out = BytesIO()
    write_json(said, out, datetime(2026, 1, 5, 9, 30, tzinfo=UTC))
    assert [error.message for error in validator().iter_errors(json.loads(out.getvalue()))] == []


def test_what_is_spoilt_below_is_good_before() -> None:
    assert fits(json_of(SOMETHING_OF_EVERYTHING))
    assert imports(json_of(SOMETHING_OF_EVERYTHING))


@pytest.mark.parametrize("path", every_path(SOMETHING_OF_EVERYTHING), ids=lambda path: ".".join(map(str, path)))
def test_the_schema_and_the_import_refuse_the_same_missing_fields_and_wrong_types(path: tuple[str | int, ...]) -> None:
    good = json_of(SOMETHING_OF_EVERYTHING)
    values: tuple[Any, ...] = (MISSING, [[]], {"a": 1}, -1.5, "no such word", None)
    for value in values:
        bad = spoilt(good, path, value)
        assert fits(bad) == imports(bad) or (fits(bad) and not TOGETHER.isdisjoint(path)), value


def names(part: Any) -> Iterator[str]:
    """Every field and every word that a part of the schema names."""
    if isinstance(part, dict):
        for key in ("properties", "$defs"):
            yield from part.get(key, {})
        yield from (word for word in part.get("enum", ()) if isinstance(word, str))
        for inner in part.values():
            yield from names(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from names(inner)


def test_the_page_names_every_field_and_every_word() -> None:
    page = (DOCS / "export-format.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([^`]+)`", page))
    ours = {"entry", "moment", "symptom", "score", "warning_sign"}  # parts of the schema that are no fields
    rules = set(validator().schema["$defs"]["offer"]["properties"]["rules"]["items"]["enum"])
    assert {name for name in names(validator().schema) if name not in ours | rules} <= told


def test_a_spoilt_export_is_a_copy() -> None:
    good = json_of(SOMETHING_OF_EVERYTHING)
    kept = deepcopy(good)
    spoilt(good, ("entries", 0, "id"), 1)
    assert good == kept
