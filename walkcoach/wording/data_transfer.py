"""The words around exporting and importing in the window. What came of it, `transfer` says, as on the command line.

Kinds of exports and of entries go by their names ("json", "walk"). What went wrong comes in two parts, as in `trouble`.
"""

from walkcoach.wording.language import _, _n
from walkcoach.wording.transfer import kind_count


def transfer_title() -> str:
    """Over export and import."""
    return _("Take it elsewhere")


def transfer_text() -> str:
    """What an export is, and whose."""
    return _("An export is a copy in a form that others can read. The file holds what you told Walkcoach; it is yours to guard.")


def kinds_name() -> str:
    """What the list of kinds is, for screen readers."""
    return _("What to export")


def export_kind(kind: str) -> tuple[str, str]:
    """A kind of export by its name, and what it is for."""
    return {
        "json": (_("Everything, for Walkcoach"), _("JSON. Can be imported on another computer.")),
        "csv": (_("Everything, as tables"), _("A zip of CSV files for a spreadsheet. Can be imported, too.")),
        "fhir": (_("For a clinic's program"), _("FHIR. Walks and ratings; cannot be imported.")),
        "tcx": (_("Walks, for training sites"), _("TCX. Walks whose hour is known; cannot be imported.")),
    }[kind]


def file_kind(kind: str) -> str:
    """The kind of file in the system's dialog."""
    return {"json": _("Walkcoach export"), "csv": _("Zipped tables"), "fhir": _("FHIR bundle"), "tcx": _("TCX file")}[kind]


def export() -> str:
    """Asks where to, and writes the file."""
    return _("Export…")


def export_title() -> str:
    """The title of the system's dialog."""
    return _("Export")


def exporting() -> str:
    """While the file is written."""
    return _("Exporting")


def exporting_text() -> str:
    """What is being done meanwhile."""
    return _("The file appears when it is whole. Stopped, it leaves nothing behind.")


def stopped() -> str:
    """The person has stopped it."""
    return _("Stopped. Nothing has changed.")


def there_already(place: str) -> tuple[str, str]:
    """The name was completed, and a file of that name is there."""
    return _("{place} is there already.").format(place=place), _("Nothing was written. Choose another name.")


def import_() -> str:
    """Asks for a file."""
    return _("Import…")


def import_text() -> str:
    """What importing does."""
    return _("Import adds what a Walkcoach has exported. You see first what would be added. Nothing of yours is replaced.")


def import_title() -> str:
    """The title of the system's dialog."""
    return _("Choose an export")


def import_files() -> str:
    """The kind of file in that dialog."""
    return _("Walkcoach exports")


def planning() -> str:
    """While the file is read."""
    return _("Reading the file")


def planning_text() -> str:
    """What is being done meanwhile."""
    return _("Every entry is looked at and compared with your diary. Nothing changes yet.")


def import_refused(place: str, why: str) -> tuple[str, str]:
    """The file is not taken at all; `why` names the place in it."""
    return (
        _("{place} was not imported: {why}.").format(place=place, why=why.rstrip(".")),
        _("Your diary is as it was. Nothing was taken from the file."),
    )


def preview_heading() -> str:
    """Over the preview."""
    return _("What would be added")


def in_file() -> str:
    """Over what the file has, kind by kind."""
    return _("In the file")


def here_already() -> str:
    """Over what is said about entries that the diary has."""
    return _("Here already")


def kind_line(kind: str, read: int, added: int, skipped: int, refused: int) -> str:
    """One kind: "12 walks: 9 new, 2 here already, 1 not taken"; a count of none is left out."""
    parts = [
        (added, _("{n} new").format(n=added)),
        (skipped, _("{n} here already").format(n=skipped)),
        (refused, _("{n} not taken").format(n=refused)),
    ]
    told = _(", ").join(text for count, text in parts if count)
    return _("{what}: {told}").format(what=kind_count(kind, read), told=told)


def more_not_taken(count: int) -> str:
    """How many more there are than are listed."""
    return _n("{n} more is not taken.", "{n} more are not taken.", count)


def add_lead() -> str:
    """What adding does."""
    return _("Your diary is backed up first. The import is one step: Undo takes all of it back.")


def add(count: int) -> str:
    """Does it."""
    return _n("Add {n} entry", "Add {n} entries", count)


def add_nothing() -> str:
    """Leaves all as it is."""
    return _("Add nothing")


def close() -> str:
    """There is nothing to add."""
    return _("Close")


def adding() -> str:
    """While it is done."""
    return _("Importing")


def adding_text() -> str:
    """What is being done meanwhile."""
    return _("Your diary is backed up, then all is added at once, or nothing.")
