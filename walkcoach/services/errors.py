"""Trouble: what the world did wrong (disk full, file damaged). A bug is any other exception and is never caught as Trouble."""


class Trouble(Exception):
    """Something outside the program failed. `what` is one plain sentence, `way_on` says what the person can do."""

    def __init__(self, what: str, way_on: str = "") -> None:
        """Keep the sentence and the way on."""
        super().__init__(f"{what} {way_on}".strip())
        self.what = what
        self.way_on = way_on
