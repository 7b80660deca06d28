"""How a file is refused that is to be imported: whole, with the place in it."""

from walkcoach.services.strict_json import Refused


class ImportRefused(Refused):
    """The file is not taken, and nothing has changed. `place` is where in it, as in `entries[17].value.ratings.tingling`.

    Without a place it is the whole file. One line of reading length.
    """
