"""The one door to gettext: every sentence for people passes through `_` or `_n` when it is needed, never at import."""

import gettext
from functools import lru_cache
from pathlib import Path
from typing import Final

DOMAIN: Final = "walkcoach"
WRITTEN_IN: Final = "en_GB"
"""The language of the sentences in the source."""


def use_translations(folder: Path) -> None:
    """Look for translations (`LANG/LC_MESSAGES/walkcoach.mo`) in `folder`; without one, the English text stands."""
    gettext.bindtextdomain(DOMAIN, str(folder))


@lru_cache(maxsize=4)
def _translations(folder: str) -> gettext.NullTranslations:
    """What is found in `folder`, looked up once: gettext itself searches the disk again for every sentence that it lacks."""
    return gettext.translation(DOMAIN, folder, fallback=True)


def language() -> str:
    """The language that the sentences are in, as a locale's name: for a voice that is to speak them."""
    return str(_translations(gettext.bindtextdomain(DOMAIN)).info().get("language") or WRITTEN_IN)


def _(message: str) -> str:
    """`message` in the person's language."""
    return _translations(gettext.bindtextdomain(DOMAIN)).gettext(message)


def _n(singular: str, plural: str, number: int) -> str:
    """`singular` or `plural` for `number`, in the person's language, with `{n}` filled in."""
    return _translations(gettext.bindtextdomain(DOMAIN)).ngettext(singular, plural, number).format(n=number)
