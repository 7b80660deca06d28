"""What is said about using a chart: table or chart, a closer look and the whole range, saving its figures and its picture."""

from datetime import date

from walkcoach.wording.language import _


def show_table() -> str:
    """The button that turns charts into tables."""
    return _("Table")


def show_chart() -> str:
    """The button that turns tables into charts."""
    return _("Chart")


def of_chart(button: str, title: str) -> str:
    """A button of a chart for screen readers: its words, and which chart."""
    return _("{button}: {title}").format(button=button, title=title)


def whole_range() -> str:
    """The button that shows the whole range again."""
    return _("Whole range")


def closer(shown: str, whole: str) -> str:
    """Said when the view changes: "Closer: 12 weeks of 52 weeks shown"."""
    return _("A closer look: {shown} of {whole}").format(shown=shown, whole=whole)


def whole_shown(whole: str) -> str:
    """Said when all is shown again."""
    return _("The whole range: {whole}").format(whole=whole)


def keys() -> str:
    """How a chart is used by keyboard, for those who hear it."""
    return _("Arrow keys go from one to the next, plus and minus look closer or wider, 0 shows the whole range, T the table.")


def save() -> str:
    """The button that offers to save a chart."""
    return _("Save…")


def save_named(title: str) -> str:
    """The same for screen readers: which chart."""
    return _("Save {title}").format(title=title)


def save_hint() -> str:
    """What the button that saves a chart does, for screen readers, after its name."""
    return _("As figures, as a picture or as a drawing")


def save_figures() -> str:
    """In the menu: the table as a file."""
    return _("Figures, for a spreadsheet (CSV)")


def save_picture() -> str:
    """In the menu: the chart as pixels."""
    return _("Picture (PNG)")


def save_drawing() -> str:
    """In the menu: the chart as lines and text."""
    return _("Drawing that stays sharp (SVG)")


def dialog_title() -> str:
    """Over the dialog that asks where to; says nothing of what the chart is about."""
    return _("Save the chart")


def file_stem() -> str:
    """What the file is called unless the person changes it; says nothing of what the chart is about."""
    return _("walkcoach-chart")


def file_minutes(day: date) -> str:
    """The same for the minutes walked, seen from `day`."""
    return _("walkcoach-minutes-{day}").format(day=day.isoformat())


def file_felt(day: date) -> str:
    """The same for how the walks felt."""
    return _("walkcoach-felt-{day}").format(day=day.isoformat())


def file_numbered(number: int, day: date) -> str:
    """The same for a symptom, which is told by its place on the page alone: no name of one stands in a list of files."""
    return _("walkcoach-chart-{number}-{day}").format(number=number, day=day.isoformat())


def file_calendar(first_day: date) -> str:
    """The same for the calendar of the month that begins on `first_day`."""
    return _("walkcoach-calendar-{month}").format(month=first_day.isoformat()[:7])


def file_road(day: date) -> str:
    """The same for the road."""
    return _("walkcoach-road-{day}").format(day=day.isoformat())


def filter_csv() -> str:
    """The kind of file, in the dialog."""
    return _("Comma-separated figures (*.csv)")


def filter_png() -> str:
    """The kind of file, in the dialog."""
    return _("Picture (*.png)")


def filter_svg() -> str:
    """The kind of file, in the dialog."""
    return _("Drawing (*.svg)")


def saved(place: str) -> str:
    """Said below the chart once the file is there."""
    return _("Saved as {place}.").format(place=place)


def cannot_save(place: str) -> tuple[str, str]:
    """The file cannot be written where the person wanted it."""
    return (
        _("{place} could not be written.").format(place=place),
        _("Choose another folder, one that you may write to. Your diary is as it was."),
    )


def no_room(place: str) -> tuple[str, str]:
    """The disk is full."""
    return (
        _("There is no room left on the disk for {place}.").format(place=place),
        _("Make some room or choose another disk. Your diary is as it was."),
    )


def foot(day: str) -> str:
    """In small print on a picture that was saved: where it comes from, and of which day it is."""
    return _("Walkcoach, {day}").format(day=day)


def csv_span() -> tuple[str, str]:
    """The first two columns of a saved table: from which day to which."""
    return _("First day"), _("Last day")


def csv_minutes() -> tuple[str, ...]:
    """The further columns of the saved minutes."""
    return (_("Minutes"), _("Normal minutes"), _("Brisk minutes"), _("Planned minutes"), _("Walks"), _("Walk days"))


def csv_symptom(name: str) -> tuple[str, ...]:
    """The further columns of a symptom's saved scores, 0 to 10."""
    return (
        _("{symptom} before walks").format(symptom=name),
        _("{symptom} worst during walks").format(symptom=name),
        _("{symptom} usual").format(symptom=name),
    )


def csv_felt() -> tuple[str, ...]:
    """The further columns of how the walks felt; all but the effort (0 to 10) count days."""
    return (
        _("Effort"),
        _("Days less steady"),
        _("Days much less steady"),
        _("Days stumbled"),
        _("Days could not talk"),
        _("Days with something new on the feet"),
        _("Days feet not checked"),
        _("Days feet fine"),
        _("Days with a warning sign"),
    )
