"""The words around the page for the clinician: choosing, looking, saving, printing, and what can go wrong with it."""

from collections.abc import Sequence
from datetime import date

from walkcoach.core.sheet import Paper
from walkcoach.wording import names
from walkcoach.wording.language import _, _n


def title() -> str:
    """Heading of the page in the window."""
    return _("Page for your clinician")


def lead() -> str:
    """What it is for."""
    return _("One page to take along: what you walked and what you said, without a name. You choose what is on it.")


def span_question() -> str:
    """The name of the choice of weeks."""
    return _("How far back")


def spans(weeks: Sequence[int]) -> tuple[tuple[int, str], ...]:
    """Each span with its name."""
    return tuple((span, _n("{n} week", "{n} weeks", span)) for span in weeks)


def paper_question() -> str:
    """The name of the choice of paper."""
    return _("Paper")


def papers() -> tuple[tuple[Paper, str], ...]:
    """Each paper with its name."""
    return ((Paper.A4, _("A4")), (Paper.LETTER, _("US Letter")))


def with_table() -> str:
    """The tick for the pages that follow."""
    return _("With a table of every day")


def notes_title() -> str:
    """Over the notes to choose from."""
    return _("Your notes")


def notes_hint(chosen: int, of: int) -> str:
    """How many are chosen; none is, unless the person does."""
    if not of:
        return _("You wrote no notes in this time.")
    if not chosen:
        return _("None of your notes is on the page. Tick those that your clinician may read.")
    return _("{chosen} of your {all} notes on the page.").format(chosen=chosen, all=of)


def choose_notes() -> str:
    """Unfolds the notes to tick."""
    return _("Choose notes")


def note_choice(on: date, text: str) -> str:
    """One note to tick."""
    return _("{day}: {text}").format(day=names.long_date(on), text=text)


def left_out() -> str:
    """Said while the first page does not hold everything."""
    return _("Not everything fits on one page. What is left out is counted there; the table of every day has it.")


def left_out_with_table() -> str:
    """The same where the table is there."""
    return _("Not everything fits on the first page. What is left out is counted there, and stands on the pages behind.")


def save() -> str:
    """Writes the PDF."""
    return _("Save as PDF")


def print_it() -> str:
    """Opens the system's dialog for printing."""
    return _("Print")


def as_text() -> str:
    """Shows the page as text."""
    return _("Text")


def as_page() -> str:
    """Shows the page as it will be printed."""
    return _("Page")


def page_name(page: int, pages: int) -> str:
    """A page in the preview, for screen readers."""
    return _("Page {page} of {pages} as it will be printed. The key T shows it as text.").format(page=page, pages=pages)


def text_name() -> str:
    """The page as text, for screen readers."""
    return _("The page as text")


def save_title() -> str:
    """Of the system's dialog: no word about health in a window's title."""
    return _("Save as PDF")


def pdf_files() -> str:
    """The kind of file in that dialog."""
    return _("PDF files")


def saved(place: str) -> str:
    """The page lies there now."""
    return _("Saved: {place}").format(place=place)


def printed() -> str:
    """The page was handed to the printer."""
    return _("The page is on its way to the printer.")


def no_printer() -> tuple[str, str]:
    """There is no printer."""
    return _("There is no printer on this computer."), _("Save the page as PDF, and print that where there is one.")


def not_printed() -> tuple[str, str]:
    """The printer would not take it."""
    return _("The printer did not take the page."), _("See whether it is on, and try again, or save the page as PDF.")


def written(place: str, pages: int) -> str:
    """The one line of `walkcoach report` when all went well."""
    return _("{place}: {pages}.").format(place=place, pages=_n("{n} page", "{n} pages", pages))
