"""Where things lie: the data folder of this person and the resources that come with the program.

The only module that knows folder names. Nothing is created but the data folder, which nobody else may enter.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

import platformdirs

from walkcoach.services.errors import Trouble
from walkcoach.wording import trouble

DIARY_FILE: Final = "diary.sqlite3"
SETTINGS_FILE: Final = "settings.json"
_PROGRAM: Final = "walkcoach"
_PACKAGE: Final = Path(__file__).resolve().parent.parent


def data_folder(override: Path | None = None, *, make: bool = True) -> Path:
    """The folder of diary and settings: `override`, or the system's place for such data. `make` makes it if it is not there.

    It is private (0700) when the program made it, found it empty, or it is the system's place; a folder that the person
    names and that holds other things keeps its mode. Raises `Trouble` where it is no folder or cannot be made.
    """
    folder = override if override is not None else platformdirs.user_data_path(_PROGRAM, appauthor=False)
    try:
        folder = folder.expanduser().absolute()
        if not make:
            return folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = override is None or next(folder.iterdir(), None) is None
        if ours and folder.stat().st_mode & 0o777 != 0o700:
            folder.chmod(0o700)
    except (OSError, RuntimeError) as error:  # the latter: a home that nobody has
        raise Trouble(*trouble.folder_unusable(str(folder))) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Trouble(*trouble.folder_unusable(str(folder)))
    return folder


def at_home(file: Path) -> Path:
    """`file` from the root on, with the home that a `~` stands for; a home that nobody has stays a plain name."""
    with suppress(RuntimeError):
        file = file.expanduser()
    return file.absolute()


def resource_folder() -> Path:
    """The folder of fonts, sounds, themes and translations: inside the installed package, else beside it in a checkout.

    The frozen program lays its files out like the installed package, so the first answer holds for it too.
    """
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"
