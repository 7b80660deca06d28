"""Keeps the machine and its screen awake while somebody walks, by whatever means the system has (wakepy knows them).

A desktop that does not answer must not hold up the window: asking and letting go happen in a thread of their own. A program
that dies lets go by itself: on Linux its name leaves the session bus, elsewhere the system sees to it.
"""

import logging
import sys
import threading
from typing import Final

from wakepy import keep

from walkcoach.services.ports import AwakeState
from walkcoach.wording import window as words

if sys.platform == "linux":
    from wakepy.core import DBusMethodCall
    from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

    _WHO: Final = frozenset({"application_name", "app_id"})
    _WHY: Final = frozenset({"reason", "reason_for_inhibit"})

    class _SessionBus(JeepneyDBusAdapter):
        """The session bus, where there is one (none is started). The desktop's settings show who asks and why: in our words."""

        def process(self, call: DBusMethodCall) -> object:
            """Make the call; after one that failed nothing stays open."""
            try:
                return super().process(_in_our_name(call))
            except BaseException:
                self.close_connections()
                raise

        def close_connections(self) -> None:
            """Close what is open. Unlike the library, collect no garbage: the window's objects must not end in this thread."""
            while self._connections:
                self.close_connection(self._connections.popitem()[1])

    def _in_our_name(call: DBusMethodCall) -> DBusMethodCall:
        """The same call, with our name and reason where it has room for them."""
        given = call.get_kwargs() or {}
        ours = dict.fromkeys(_WHO, words.app_name()) | dict.fromkeys(_WHY, words.awake_reason())
        return DBusMethodCall(call.method, tuple(ours.get(name, value) for name, value in given.items()))

    _BUS: type[_SessionBus] | None = _SessionBus
else:
    _BUS = None

LET_GO_WITHIN_S: Final = 0.2
"""How long `release` waits at most; what takes longer is finished behind the window's back."""


class SystemKeepAwake:
    """A `KeepAwake` for real. Until the desktop has answered, the state is `NOT_ASKED`. A refusal is a state, not an error."""

    def __init__(self) -> None:
        self._held: _Hold | None = None

    def hold(self) -> None:
        """Ask for it, unless that was done already."""
        if self._held is None:
            self._held = _Hold()

    def release(self) -> None:
        """Let go; nothing held is no error."""
        held, self._held = self._held, None
        if held is not None:
            held.end()

    def state(self) -> AwakeState:
        """What the desktop said."""
        return AwakeState.NOT_ASKED if self._held is None else self._held.state


class _Hold:
    """One request, from its asking until it has ended, in a thread of its own. wakepy wants both in the same thread."""

    def __init__(self) -> None:
        self.state = AwakeState.NOT_ASKED
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="keep-awake", daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._over.set()
        self._thread.join(LET_GO_WITHIN_S)

    def _keep(self) -> None:
        try:
            with keep.presenting(on_fail="pass", dbus_adapter=_BUS) as mode:
                self.state = AwakeState.KEPT if mode.active else AwakeState.REFUSED
                self._over.wait()
        except RuntimeError:
            # The desktop has gone meanwhile; with it went what it was asked for.
            logging.getLogger(__name__).info("nobody was there to let go of the screen")
