"""Draws the reference pictures anew: `make looks`, or `make looks ONLY=month` for those whose names begin so.

Look at each before it is committed: what is drawn here is what the tests take for right. A picture whose scene is no more is
taken away.
"""

import os
import sys
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # has to be set before Qt is loaded
os.environ["LC_ALL"] = "C.UTF-8"

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.looks.all_scenes import SCENES
from tests.looks.harness import FOLDER, LOOKS, apart, drawn, path_of, save

_SAME: Final = 5.0
"""As far apart may a picture be from itself with 256 colours."""


def main(prefix: str = "") -> int:
    """Draw those whose names begin with `prefix`; pictures that have not changed are left alone."""
    app = QApplication(["looks"])
    wanted = {path_of(name, look) for name in SCENES for look in LOOKS}
    for old in sorted(set(FOLDER.glob("*.png")) - wanted):
        old.unlink()
        sys.stdout.write(f"gone: {old.name}\n")
    for name, scene in SCENES.items():
        if not name.startswith(prefix):
            continue
        for look in LOOKS:
            path, picture = path_of(name, look), drawn(app, scene, look)
            if not path.exists() or apart(picture, QImage(str(path))) > _SAME:
                save(picture, path)
                sys.stdout.write(f"drawn: {path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
