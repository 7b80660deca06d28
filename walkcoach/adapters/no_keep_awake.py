"""Keeps nothing awake, and loads nothing for it."""

from walkcoach.services.ports import AwakeState


class NoKeepAwake:
    """A `KeepAwake` that asks nobody, for a program that nobody walks in front of."""

    def hold(self) -> None:
        """Nothing is asked for."""

    def release(self) -> None:
        """Nothing was asked for."""

    def state(self) -> AwakeState:
        """Never asked."""
        return AwakeState.NOT_ASKED
