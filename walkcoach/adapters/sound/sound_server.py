"""Whether a PulseAudio server answers, looked at so cheaply that it can be done each second for as long as a walk lasts.

Qt does not notice a server that comes back; a new process does. Starting one now and then to look would cost as much as a
small program each time, and be late.
"""

import socket
import sys
from collections.abc import Mapping

_PATIENCE_S = 0.2


def server_socket(environment: Mapping[str, str]) -> str | None:
    """The Unix socket at which the person's server is to be found; None where there is no telling."""
    if not sys.platform.startswith("linux"):
        return None
    asked = environment.get("PULSE_SERVER", "").removeprefix("unix:")
    if asked:
        return asked if asked.startswith("/") else None
    folder = environment.get("PULSE_RUNTIME_PATH", "")
    if folder:
        return f"{folder}/native"
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return f"{folder}/pulse/native" if folder else None


def answers(path: str) -> bool:
    """Whether somebody listens at the Unix socket `path`."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.settimeout(_PATIENCE_S)
        try:
            door.connect(path)
        except OSError:
            return False
    return True
