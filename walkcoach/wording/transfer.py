"""What is said around exports and imports: what a file holds, what would be taken from it, and why some of it would not.

What went wrong comes in two parts, as in `trouble`. Kinds of entries go by their names in an export ("before", "walk").
"""

from collections.abc import Mapping
from datetime import date

from walkcoach.wording.language import _, _n
from walkcoach.wording.names import full_date

# --- why a file is not taken: short, after its name and the place in it ------------------------------------------------


def the_file() -> str:
    """What is refused where no place in it can be named."""
    return _("the file")


def not_ours() -> str:
    """The file is something else than an export of ours."""
    return _("this is no Walkcoach export")


def newer() -> str:
    """The file comes from a program that knows more than this one."""
    return _("this was exported by a newer Walkcoach than this one; install that to import it")


def broken_zip() -> str:
    """The zip is cut off or damaged."""
    return _("the zip is broken")


def unknown_member() -> str:
    """A file in the zip that no export of ours has."""
    return _("is no file of a Walkcoach export; take it out of the zip")


def missing_member() -> str:
    """A file that every export of ours has is not in the zip."""
    return _("is missing from the zip")


def cannot_be_read(why: str) -> str:
    """The file to be imported cannot be opened or read; `why` in the system's words."""
    return _("cannot be read: {why}").format(why=why)


def no_plain_file() -> str:
    """Why a pipe or a device is not read."""
    return _("it is no file, but a pipe or a device")


# --- exporting -------------------------------------------------------------------------------------------------------


def exported(place: str, entries: int) -> str:
    """The one line of `walkcoach export` for the whole diary."""
    return _("Your diary is in {place}: {entries}.").format(place=place, entries=entries_in_words(entries))


def exported_for_clinic(place: str) -> str:
    """The one line of `walkcoach export` for FHIR, which holds a part of the diary."""
    return _("Your walks and ratings are in {place}, as a clinic's program reads them.").format(place=place)


def exported_walks(place: str, walks: int) -> str:
    """The one line of `walkcoach export` for TCX, which holds the walks alone."""
    return _("Your walks are in {place}, as training sites read them: {walks}.").format(place=place, walks=_walks(walks))


def exists_already(place: str) -> tuple[str, str]:
    """A file of that name is there."""
    return _("{place} is there already.").format(place=place), _("Choose another name, or replace it: --force.")


def cannot_export(place: str, why: str) -> tuple[str, str]:
    """The file cannot be written; `why` in the system's words."""
    return (
        _("The export cannot be written to {place}: {why}.").format(place=place, why=why),
        _("Your diary is as it was, and nothing has been left there by half. Choose another place."),
    )


def no_room(place: str) -> tuple[str, str]:
    """No room is left where the export should go."""
    return (
        _("There is no room left on the disk for {place}.").format(place=place),
        _("Your diary is as it was, and nothing has been left there by half. Make some room, or choose another place."),
    )


def name_needed() -> str:
    """A name that does not say what to export."""
    return _("has to end in .json or .zip for the whole diary, .fhir.json for a clinic's program, or .tcx for the walks")


# --- importing -------------------------------------------------------------------------------------------------------


def entries_in_words(count: int) -> str:
    """How many entries: "1 entry", "23 entries"."""
    return _n("{n} entry", "{n} entries", count)


def preview_title(read: int, days: tuple[date, date] | None) -> str:
    """What the file holds: "The file holds 23 entries, from 5 January 2026 to 3 March 2026.","""
    if days is None:
        return _("The file holds {entries}.").format(entries=entries_in_words(read))
    return _("The file holds {entries}, {days}.").format(entries=entries_in_words(read), days=_span(days))


def would_add(added: Mapping[str, int]) -> str:
    """What importing it would add, by kind."""
    if not added:
        return _("Nothing in it is new.")
    return _("New here: {kinds}.").format(kinds=", ".join(kind_count(kind, count) for kind, count in added.items()))


def would_skip(skipped: int, other_here: int) -> str:
    """What is here already; `other_here` of it has been changed since."""
    line = _("Here already: {entries}.").format(entries=entries_in_words(skipped))
    if other_here:
        line += " " + _n("{n} of them says something else here by now, and stays as it is here.",
                         "{n} of them say something else here by now, and stay as they are here.", other_here)
    return line


def would_refuse(refused: int) -> str:
    """What is not taken, above the list of it."""
    return _("Not taken, because something of yours stands there: {entries}.").format(entries=entries_in_words(refused))


def stands_against(against: str, kind: str, day: date, place: str = "") -> str:
    """Why one entry is not taken; `against` as in `services.transfer.merge.Against`, `place` where it stands in the file."""
    values = {"what": _of_kind(kind), "day": full_date(day)}
    sentence = {
        "ours": _("{day}: there is {what} of yours already."),
        "profile": _("Your own answers and settings stay."),
        "pair": _("{day}: it does not fit your other check-in of that day, in which other symptoms were rated."),
        "lock": _("{day}: it says that what your plan waits for has been looked at. Only you can say so: on Today."),
    }[against].format(**values)
    return _("{sentence} ({place})").format(sentence=sentence, place=place) if place else sentence


def imported(added: int, skipped: int, refused: int) -> str:
    """The one line of `walkcoach import`, and what the window says afterwards."""
    if not added:
        line = _("Nothing was imported: nothing in the file is new.")
    else:
        line = _("Imported: {entries}.").format(entries=entries_in_words(added))
    if skipped:
        line += " " + _("Here already: {n}.").format(n=skipped)
    if refused:
        line += " " + _("Not taken, because something of yours stands there: {n}.").format(n=refused)
    return line


def kind_count(kind: str, count: int) -> str:
    """So many entries of a kind: "5 check-ins before a walk"."""
    match kind:
        case "profile":
            return _n("{n} profile", "{n} profiles", count)
        case "programme":
            return _n("{n} programme", "{n} programmes", count)
        case "before":
            return _n("{n} check-in before a walk", "{n} check-ins before a walk", count)
        case "after":
            return _n("{n} check-in after a walk", "{n} check-ins after a walk", count)
        case "notes":
            return _n("{n} day with something noted", "{n} days with something noted", count)
        case "offer":
            return _n("{n} plan of a day", "{n} plans of days", count)
        case "walk":
            return _walks(count)
        case "slow_answers":
            return _n("{n} answer to the monthly question", "{n} answers to the monthly question", count)
        case "remark":
            return _n("{n} note", "{n} notes", count)
        case "week_review":
            return _n("{n} week looked back at", "{n} weeks looked back at", count)
        case _:
            raise ValueError(f"no kind of entry: {kind}")


def _of_kind(kind: str) -> str:
    """What stands in an entry's place, inside a sentence."""
    return {
        "profile": _("a profile"),
        "programme": _("a programme"),
        "before": _("a check-in before the walk"),
        "after": _("a check-in after the walk"),
        "notes": _("something noted"),
        "offer": _("a plan of the day"),
        "walk": _("a walk"),
        "slow_answers": _("an answer to the monthly question"),
        "remark": _("a note"),
        "week_review": _("a week looked back at"),
    }[kind]


def _walks(count: int) -> str:
    return _n("{n} walk", "{n} walks", count)


def _span(days: tuple[date, date]) -> str:
    first, last = days
    if first == last:
        return _("of {day}").format(day=full_date(first))
    return _("from {first} to {last}").format(first=full_date(first), last=full_date(last))
