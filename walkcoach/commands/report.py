"""`walkcoach report`: the page for the clinician as a PDF file, without a window and beside one that is open."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from walkcoach import __version__
from walkcoach.adapters.clock import clock_for
from walkcoach.adapters.housekeeping_file import HOUSEKEEPING_FILE, HousekeepingFile
from walkcoach.adapters.paths import DIARY_FILE, at_home, data_folder, resource_folder
from walkcoach.adapters.pdf.printing import Press, application_without_a_window, first_weekday, usual_paper
from walkcoach.adapters.pdf.style import Inks
from walkcoach.adapters.storage.backups import Backups
from walkcoach.adapters.storage.reading import entries_in
from walkcoach.core.sheet import Paper
from walkcoach.services.entries import diary_of
from walkcoach.services.errors import Trouble
from walkcoach.services.folded_diary import FoldedDiary
from walkcoach.services.report import ReportService
from walkcoach.services.safekeeping import Safekeeping
from walkcoach.wording import report as words
from walkcoach.wording import report_page as page_words
from walkcoach.wording.language import language
from walkcoach.wording.report_sheet import sheet_of


def report(
    data_dir: Path | None,
    file: Path,
    now: datetime | None,
    *,
    weeks: int,
    paper: Paper | None,
    inks: Inks,
    table: bool,
    notes: bool,
    replace: bool,
) -> str:
    """Write the page about the last `weeks` weeks to `file`; the line that says so. Raises `Trouble`.

    `paper` None: that of the person's country. `notes`: all of the person's own notes are wanted; else none is there.
    """
    folder = data_folder(data_dir, make=False)
    clock = clock_for(now, 1.0)
    service = ReportService(FoldedDiary(diary_of(entries_in(folder / DIARY_FILE))), clock, first_weekday())
    chosen = [day for day, _text in service.known_notes(weeks)] if notes else []
    facts = service.report(weeks, chosen)
    place = at_home(file)
    app = application_without_a_window(resource_folder() / "fonts")
    try:
        press = Press(inks, f"Walkcoach {__version__}", language().replace("_", "-"))
        pages = press.printed(sheet_of(facts, __version__, table=table), paper or usual_paper())
        pages.write(place, words.file_title(facts.first_day, facts.last_day), replace=replace)
    finally:
        app.shutdown()
    with suppress(Trouble):  # as with an export: the page is there, whether or not it can be remembered
        Safekeeping(Backups(folder / DIARY_FILE), HousekeepingFile(folder / HOUSEKEEPING_FILE), clock).remember_export(place)
    return page_words.written(str(place), pages.count)
