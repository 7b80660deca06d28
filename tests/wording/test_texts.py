"""What no text for people may hold, looked for in the source of the whole wording room."""

import pytest

from tests.wording.texts import all_texts, never_words, texts


def test_no_text_says_what_must_never_be_said() -> None:
    said = [f"{text.place}: {text.text}" for text in all_texts() if never_words(text.text)]
    assert said == []


@pytest.mark.parametrize(
    "text",
    [
        "Walking treats neuropathy.",
        "It heals nerves.",
        "This reduces your pain.",
        "Brisk walking is safe for you.",
        "Clinically proven.",
        "Follow your prescription.",
        "You lost your streak.",
        "Take your medicine first.",
        "Great!",
    ],
)
def test_the_search_for_never_words_finds_them(text: str) -> None:
    assert never_words(text)


@pytest.mark.parametrize("text", ["on the treadmill", "Prepare a healthy meal.", "You may rest."])
def test_the_search_for_never_words_leaves_harmless_ones(text: str) -> None:
    assert not never_words(text)


def test_no_text_has_double_or_outer_spaces_or_three_dots() -> None:
    untidy = [
        text.place
        for text in all_texts()
        if "  " in text.text.lstrip() or (text.text.endswith(" ") and text.text.strip(", ")) or "..." in text.text
    ]
    assert untidy == []


def test_no_text_is_made_at_import_where_no_language_is_known_yet() -> None:
    assert [text.place for text in all_texts() if text.at_import] == []


def test_a_text_made_at_import_is_noticed() -> None:
    (made,) = texts("sample", "from walkcoach.wording.language import _\nGREETING = _('Good morning')\n")
    assert made.at_import


def test_a_text_put_together_is_refused_since_nobody_could_translate_it() -> None:
    with pytest.raises(AssertionError, match="translator"):
        texts("sample", "def greet(name):\n    return _(f'Good morning, {name}')\n")


def test_the_wording_room_is_read_at_all() -> None:
    assert {"facts", "names", "numbers", "reasons", "sources", "warning_signs"} <= {text.module for text in all_texts()}
