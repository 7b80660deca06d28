"""Changes that are held back for a moment, so that five steps of a field are one change and are kept once."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

HOLD_MS: Final = 600


class Held(QObject):
    """Holds the latest value for `HOLD_MS` and then hands it on; `flush` hands it on at once, if there is one."""

    ready = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._value: object | None = None
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def waiting(self) -> bool:
        """Whether something is held back."""
        return self._value is not None

    def hold(self, value: object) -> None:
        """Hold `value` in place of what was held, and wait anew."""
        self._value = value
        self._timer.start()

    def drop(self) -> None:
        """Forget what is held."""
        self._value = None
        self._timer.stop()

    def flush(self) -> None:
        """Hand on what is held, now."""
        value = self._value
        self.drop()
        if value is not None:
            self.ready.emit(value)
