"""The words of the page for the clinician: labels and short lines that state facts and judge nothing (coaching.md, section 8).

The reader is not the person who walked, so there is no "you" here. `report_sheet` puts the lines together.
"""

from datetime import date

from walkcoach.core.coach_state import Lock
from walkcoach.core.diary import Settled
from walkcoach.core.report import Middle
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _, _n
from walkcoach.wording.progress import month_short

# --- the frame -------------------------------------------------------------------------------------------------------


def title() -> str:
    """Heading of the page."""
    return _("Walking plan and diary")


def file_title(first: date, last: date) -> str:
    """The document's name, which viewers show in a window's title: no word about health."""
    return _("Walkcoach, {span}").format(span=dates(first, last))


def file_name(first: date, last: date) -> str:
    """What the file is called unless the person names it otherwise."""
    return f"walkcoach-{first.isoformat()}-{last.isoformat()}.pdf"


def span(weeks: int, first: date, last: date) -> str:
    """How long, from when to when."""
    return _("{weeks}: {dates}").format(weeks=_n("{n} week", "{n} weeks", weeks), dates=dates(first, last))


def dates(first: date, last: date) -> str:
    """From a day to a day, each with its year."""
    return _("{first} to {last}").format(first=_dated(first), last=_dated(last))


def _dated(day: date) -> str:
    return _("{date} {year}").format(date=names.day_and_month(day), year=day.year)


def count_of(name: str, count: int) -> str:
    """How often something was: "Walks that grew: 16"."""
    return _("{name}: {n}").format(name=name, n=count)


def count_with(name: str, count: int) -> str:
    """The same before its dates or reasons: "Steps back (3):"."""
    return _("{name} ({n}):").format(name=name, n=count)


def fill_in() -> tuple[str, ...]:
    """The lines to be filled in by hand: the program keeps no names."""
    return (_("Name"), _("Date of birth"), _("Clinician"), _("Date"))


def what_this_is() -> str:
    """Under them: what the page is, and what it is not."""
    return _(
        "From a walking plan that the person chose, and a diary that the person keeps, with the program Walkcoach. All of it is "
        "what the person said or walked; nothing was measured by a device. Walkcoach is no medical device and judges nothing."
    )


def foot(version: str, made: date) -> str:
    """At the foot of each page."""
    return _("Walkcoach {version}, {date}").format(version=version, date=_dated(made))


def page_of() -> str:
    """At the foot of each page, where there are several; `{page}` and `{pages}` are filled in when their number is known."""
    return _("Page {page} of {pages}")


# --- dates and what was left out ------------------------------------------------------------------------------------


def day(on: date) -> str:
    """A day in a row of dates: "3 Nov", never parted. No span is so long that it needs its year, which stands at the top."""
    return _("{day}\u00a0{month}").format(day=on.day, month=month_short(on.month))


def and_more(left_out: int, *, table: bool) -> str:
    """In place of what there is no room for."""
    if table:
        return _("and {n} more, see the table").format(n=left_out)
    return _("and {n} more in the diary").format(n=left_out)


def cut_short(*, table: bool) -> str:
    """At the end of a note that there is no room for."""
    return _("… (in full after the table)") if table else _("… (shortened)")


def notes_left_out(left_out: int, *, table: bool) -> str:
    """In place of whole notes that there is no room for."""
    if table:
        return _n("and {n} more note, after the table", "and {n} more notes, after the table", left_out)
    return _n("and {n} more note in the diary", "and {n} more notes in the diary", left_out)


# --- minutes ---------------------------------------------------------------------------------------------------------


def minutes_title() -> str:
    """Over the chart."""
    return _("Minutes walked each week")


def bar_rows() -> tuple[str, ...]:
    """The rows of figures under the bars."""
    return (_("Walked"), _("of it brisk"), _("Planned"), _("Walks"))


def legend() -> tuple[str, str, str]:
    """What bar, hatched bar and mark mean."""
    return _("normal pace"), _("brisk pace"), _("planned (a missed day: the level of that day)")


def no_walks() -> str:
    """In place of bars."""
    return _("No walks in this time.")


def walks_of(done: int, due: int) -> str:
    """Walks of the plan that were taken, of those that were due: "5/6"; a dash where none was."""
    return f"{done}/{max(done, due)}" if due or done else "–"


def week_name(first: date) -> str:
    """A week in the text: "Week of 31 Aug"."""
    return _("Week of {day}").format(day=day(first))


def walks_sum(done: int, due: int) -> str:
    """Under the chart."""
    return _("Walks of the plan: {done} taken of {due} due.").format(done=done, due=max(done, due))


def minutes_sum(minutes: int, brisk: int) -> str:
    """Under the chart."""
    return _("Minutes in all: {minutes}, of them brisk {brisk}.").format(minutes=minutes, brisk=brisk)


def others_sum(walks: int, minutes: int) -> str:
    """Under the chart: walks that the plan does not count."""
    return _("Of these, in walks beside the plan: {minutes} ({walks}).").format(
        walks=numbers.walks(walks).replace(" ", "\u00a0"), minutes=minutes
    )


def diary_since(first: date) -> str:
    """Where the diary begins within the span."""
    return _("The diary begins on {date}.").format(date=_dated(first))


def last_week_until(last: date) -> str:
    """Where the last week is not over."""
    return _("The last week is counted up to {date}.").format(date=day(last))


# --- what was said ---------------------------------------------------------------------------------------------------


def symptoms_title() -> str:
    """Over the table of symptoms."""
    return _("Symptoms")


def symptoms_note() -> str:
    """How to read its columns."""
    return _("0 none, 10 worst: median, lowest–highest (ratings). Usual: middle of the last 7 scores, first → last day.")


def symptom_headers() -> tuple[str, ...]:
    """Its columns; the usual is the program's own middle of the last seven scores."""
    return ("", _("before walks"), _("worst in walks"), _("usual"))


def middle(of: Middle | None) -> str:
    """Scores in a few figures: "3, 1–6 (34)"."""
    if of is None:
        return _("not rated")
    reach = str(of.low) if of.low == of.high else f"{of.low}–{of.high}"
    return _("{median}, {reach} ({count})").format(median=numbers.score(of.median), reach=reach, count=of.count)


def usual_then_now(then: float | None, now: float | None) -> str:
    """The usual as the span begins and as it ends: "4 → 2.5"."""
    if then is None and now is None:
        return "–"
    shown = ["–" if usual is None else numbers.score(usual) for usual in (then, now)]
    return " → ".join(shown)


def felt_title() -> str:
    """Over effort, talking, steadiness and the like."""
    return _("In and after walks")


def effort(of: Middle | None) -> str:
    """The effort, 0 to 10."""
    return _("Effort: {middle}").format(middle=middle(of))


def could_not_talk() -> str:
    """Walks in which the person could not talk."""
    return _("Could not talk while walking")


def stumbled() -> str:
    """Walks with a stumble."""
    return _("Walks with a stumble")


def steady(less: int, much_less: int, answers: int) -> str:
    """How steady before walks, compared with usual."""
    return _("Less steady than usual before walks: {less}, much less: {much} (of {answers})").format(
        less=less, much=much_less, answers=answers
    )


def settled_lead() -> str:
    """Before the answers to how soon things settled."""
    return _("Back to usual after a walk:")


def settled(answer: Settled, count: int) -> str:
    """One of those answers with how often it was given."""
    words = {
        Settled.WITHIN_30MIN: _("within 30 minutes"),
        Settled.WITHIN_2H: _("within 2 hours"),
        Settled.SAME_DAY: _("later the same day"),
        Settled.NOT_BY_MORNING: _("not by the next morning"),
    }
    return _("{answer}\u00a0×{n}").format(answer=words[answer], n=count)


def feet_looked_at(count: int, mornings: int) -> str:
    """How often the feet had been looked at before a walk."""
    return _("Feet looked at before walks: {n} of {mornings}").format(n=count, mornings=mornings)


def away_lead() -> str:
    """Before reasons for not walking."""
    return _("Reasons given for days without walks:")


# --- warning signs ---------------------------------------------------------------------------------------------------


def signs_title() -> str:
    """Over warning signs and foot findings."""
    return _("Warning signs and feet")


def no_signs() -> str:
    """Where none was told."""
    return _("No warning sign was noted.")


def feet_new_lead() -> str:
    """Before the dates on which something new was seen."""
    return _("Something new on the feet:")


def no_feet_new() -> str:
    """Where nothing new was seen."""
    return _("Nothing new on the feet was noted.")


def no_check_ins() -> str:
    """Where nobody could have noted anything."""
    return _("No check-ins in this time.")


def sign_lead(name: str) -> str:
    """A warning sign before its dates."""
    return _("{name}:").format(name=name)


def locked(lock: Lock, since: date | None, lifted: date | None) -> str:
    """A time in which the plan was off."""
    why = {Lock.WARNING_SIGN: _("a warning sign"), Lock.FEET_NEW: _("the feet")}[lock]
    begun = _("before this time") if since is None else day(since)
    if lifted is None:
        return _("Plan off for {why} since {since}; still off.").format(why=why, since=begun)
    said = {
        Lock.WARNING_SIGN: _("a professional had looked"),
        Lock.FEET_NEW: _("they were healed or looked at"),
    }[lock]
    return _("Plan off for {why} from {since} to {lifted}, when the person noted that {said}.").format(
        why=why, since=begun, said=said, lifted=day(lifted)
    )


def review(since: date | None, noted: date | None) -> str:
    """A time in which the program asked the person to talk with a clinician."""
    begun = _("before this time") if since is None else day(since)
    if noted is None:
        return _("Asked since {since} to talk with a clinician.").format(since=begun)
    return _("Asked on {since} to talk with a clinician; read on {noted}.").format(since=begun, noted=day(noted))


# --- once a month, and the person's own words ------------------------------------------------------------------------


def slow_title() -> str:
    """Over the answers to the monthly question."""
    return _("Asked once a month: new or worse")


def slow_lead(on: str) -> str:
    """The day of an answer."""
    return _("{day}:").format(day=on)


def slow_none() -> str:
    """All five were answered with no."""
    return _("none of the five")


def slow_never() -> str:
    """No answer falls into the span."""
    return _("Not answered in this time.")


def notes_title() -> str:
    """Over the person's own notes that were chosen."""
    return _("Notes chosen by the person")


def full_notes_title() -> str:
    """Over the same after the table."""
    return _("Notes in full")
