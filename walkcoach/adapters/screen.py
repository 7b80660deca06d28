"""Is there a screen to draw on? To be asked before Qt is, since Qt aborts the whole process where there is none."""

import ctypes
import os
import sys
from typing import Final

_X_LIBRARY: Final = "libX11.so.6"


def has_screen() -> bool:
    """Whether Qt has somewhere to draw: always on macOS and Windows, elsewhere where a display is named and answers."""
    if sys.platform in ("darwin", "win32"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform not in ("", "xcb"):
        return True  # whoever names a platform knows it
    if not platform and os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_answers()


def _x_answers() -> bool:
    """Whether the X server that DISPLAY names can be reached; without X's own library nobody can tell, and Qt will."""
    try:
        x11 = ctypes.CDLL(_X_LIBRARY)
    except OSError:
        return True
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)
