"""The one door to gettext: a translation is taken where there is one, and the English text stands where there is none."""

import gettext
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from walkcoach.wording.language import DOMAIN, _, _n, language, use_translations

HEADER = "Language: de_AT\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def catalogue(texts: dict[str, str]) -> bytes:
    """`texts` in the format of a .mo file; a plural's two forms are parted by a zero byte on both sides."""
    rows = [(key.encode(), text.encode()) for key, text in sorted({"": HEADER, **texts}.items())]
    keys = b"".join(key + b"\0" for key, _text in rows)
    words = b"".join(text + b"\0" for _key, text in rows)
    tables, start = [b"", b""], 28 + 16 * len(rows)
    for column, offset in ((0, start), (1, start + len(keys))):
        for row in rows:
            tables[column] += struct.pack("<II", len(row[column]), offset)
            offset += len(row[column]) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + tables[0] + tables[1] + keys + words


@pytest.fixture(autouse=True)
def translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "de")
    before = gettext.bindtextdomain(DOMAIN)
    place = tmp_path / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    words = {"Today": "Heute", "{n} walk\0{n} walks": "{n} Gang\0{n} Gänge"}
    (place / f"{DOMAIN}.mo").write_bytes(catalogue(words))
    use_translations(tmp_path)
    yield
    use_translations(Path(before))


def test_a_translated_text_is_taken() -> None:
    assert _("Today") == "Heute"


def test_both_plural_forms_are_taken() -> None:
    assert [_n("{n} walk", "{n} walks", n) for n in (1, 2)] == ["1 Gang", "2 Gänge"]


def test_a_text_without_translation_stays_english() -> None:
    assert _("Tomorrow") == "Tomorrow"


def test_a_folder_without_translations_leaves_everything_english(tmp_path: Path) -> None:
    use_translations(tmp_path / "nothing")
    assert _("Today") == "Today"


def test_a_voice_is_told_the_language_of_the_sentences_and_not_that_of_the_system(tmp_path: Path) -> None:
    assert language() == "de_AT"
    use_translations(tmp_path / "nothing")
    assert language() == "en_GB"
