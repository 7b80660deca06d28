"""Whether a folder is kept the same on several machines by a cloud service, told by names and by what such services leave lying.

Read the table first. A guess on the safe side: it only leads to a warning. Nothing is asked of any service, and nothing raises.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from walkcoach.wording import trouble


@dataclass(frozen=True, slots=True)
class _Service:
    """How a service is told: `names` of the folder that it keeps, `files` and `folders` that lie in that. All in small letters."""

    name: str
    names: str = ""
    files: str = ""
    folders: str = ""


_SERVICES: Final = (
    # In the home folder, `.dropbox` is a folder with Dropbox's own settings; in what it keeps, a file.
    _Service("Dropbox", names=r"dropbox( \(.+\)|-.+)?", files=r"\.dropbox", folders=r"\.dropbox\.cache"),
    _Service("OneDrive", names=r"onedrive( - .+|-.+)?", files=r"\.849c9593-d756-4e56-8d6e-42412f2a707b"),
    _Service(
        "Google Drive",
        names=r"google ?drive( \(.+\)|-.+)?|google-drive:.+|my drive",
        folders=r"\.tmp\.drive(download|upload)",
    ),
    _Service("iCloud", names=r"icloud ?drive.*|mobile documents|com~apple~clouddocs"),
    _Service(
        "Nextcloud",
        names=r"nextcloud\d*",
        files=r"\.nextcloudsync\.log|\._?sync_[0-9a-f]+\.db(-wal|-shm)?",
    ),
    _Service("ownCloud", names=r"owncloud\d*( - .+)?", files=r"\.owncloudsync\.log(\.\d+)?|\.csync_journal\.db"),
    _Service("Syncthing", names=r"syncthing", files=r"\.stfolder|\.stignore", folders=r"\.stfolder|\.stversions"),
    _Service("pCloud", names=r"p ?cloud( ?drive| ?sync)?"),
    _Service("Box", names=r"box|box sync|box-box.*"),
    _Service("MEGA", names=r"mega|megasync.*", files=r"\.megaignore", folders=r"\.debris"),
    _Service("a cloud service", names=r"cloudstorage"),  # where macOS puts all of them
)
_MOST_ENTRIES: Final = 5_000
"""Of a folder that holds more, only so many are looked at: this is asked at every start."""


@dataclass(frozen=True, slots=True)
class Synchronised:
    """The folder that is kept the same elsewhere, and by whom."""

    folder: Path
    service: str


def synchronised(folder: Path) -> Synchronised | None:
    """The nearest folder at or above `folder` that a cloud service seems to keep; None where there is none, or none can be seen."""
    try:
        homes = {Path.home(), Path.home().resolve()}
    except (OSError, RuntimeError):
        homes = set()
    above_home = {each for home in homes for each in (home, *home.parents)}
    for each in _at_or_above(folder):
        # What a home is called is its owner's name, be it Dropbox.
        service = _by_name(each.name) if each not in above_home else None
        service = service or _by_content(each)
        if service is not None:
            return Synchronised(each, service)
    return None


def cloud_warning(folder: Path) -> tuple[str, str] | None:
    """What to tell a person whose diary lies in such a folder: what is the matter and what to do; None where all is well."""
    found = synchronised(folder)
    return None if found is None else trouble.synchronised(str(found.folder), found.service)


def _at_or_above(folder: Path) -> Iterator[Path]:
    """Where the folder really is, from the inside out, and then the names by which it was reached."""
    try:
        real = folder.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, or what can be no path
        real = folder
    yield from dict.fromkeys((real, *real.parents, folder, *folder.parents))


def _by_name(name: str) -> str | None:
    small = name.casefold()
    return next((service.name for service in _SERVICES if service.names and re.fullmatch(service.names, small)), None)


def _by_content(folder: Path) -> str | None:
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name.casefold(), entry.is_dir()) for entry in islice(entries, _MOST_ENTRIES)]
    except (OSError, ValueError):
        return None
    for service in _SERVICES:
        for name, is_folder in found:
            marks = service.folders if is_folder else service.files
            if marks and re.fullmatch(marks, name):
                return service.name
    return None
