"""The one door to gettext: every sentence for people passes through `_` or `_n` when it is needed, never at import."""

import gettext
from pathlib import Path
from typing import Final

DOMAIN: Final = "walkcoach"


def use_translations(folder: Path) -> None:
    """Look for translations (`LANG/LC_MESSAGES/walkcoach.mo`) in `folder`; without one, the English text stands."""
    gettext.bindtextdomain(DOMAIN, str(folder))


def _(message: str) -> str:
    """`message` in the person's language."""
    return gettext.dgettext(DOMAIN, message)


def _n(singular: str, plural: str, number: int) -> str:
    """`singular` or `plural` for `number`, in the person's language, with `{n}` filled in."""
    return gettext.dngettext(DOMAIN, singular, plural, number).format(n=number)
