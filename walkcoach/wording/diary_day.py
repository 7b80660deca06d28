"""The words of one day of the diary: its plan and why, its check-ins, walks and notes in plain words, and how to change them."""

from collections.abc import Mapping
from datetime import date, time

from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, AwayBecause, BeforeCheckIn, Notes, ShorterBecause
from walkcoach.core.programme import Programme
from walkcoach.core.slow_signs import SlowAnswers
from walkcoach.core.symptoms import Symptom, WarningSign
from walkcoach.wording import check_in, names, numbers, programme, reasons
from walkcoach.wording.language import _, _n

Line = tuple[str, str]
"""A label and what stands behind it."""


def plan_title(*, as_shown: bool, today: bool) -> str:
    """Over the day's plan: what was offered and walked, or what the plan is or was without a walk."""
    if as_shown:
        return _("The plan, as it was shown")
    return _("Today's plan") if today else _("The plan of the day")


def plan_line(decision: Decision) -> str:
    """The plan in large type."""
    return reasons.plan_line(decision)


def why_title() -> str:
    """Over the reasons."""
    return _("Why")


def before_title() -> str:
    """Over the check-in before the walk."""
    return _("Check-in before the walk")


def after_title() -> str:
    """Over the check-in after the walk."""
    return _("Check-in after the walk")


def walks_title() -> str:
    """Over the walks."""
    return _("Walks")


def notes_title() -> str:
    """Over what is noted for the coach."""
    return _("For the coach")


def remark_title() -> str:
    """Over the day's note."""
    return _("Your note")


def remark_hint() -> str:
    """Who reads it."""
    return _("For you alone: the plan takes no notice of it. It is kept when you leave the field.")


def remark_count(count: int, most: int) -> str:
    """How long the note is."""
    return _("{count} of {most} characters").format(count=count, most=most)


def remark_kept() -> str:
    """The note has been kept."""
    return _("Kept")


def programme_title() -> str:
    """Over a programme that was set on the day."""
    return _("Programme from this day on")


def slow_title() -> str:
    """Over the answers to the monthly question."""
    return _("The monthly question")


def none_said() -> str:
    """There is no check-in, or no walk."""
    return _("None")


def score_line(score: int, usual: float | None) -> str:
    """A score before the walk, with its usual: "3, usual 2"."""
    if usual is None:
        return str(score)
    return _("{score}, usual {usual}").format(score=score, usual=numbers.score(usual))


def worst_line(worst: int, before: int | None) -> str:
    """The worst score of a walk, with what it was before: "5, before it 3"."""
    return str(worst) if before is None else _("{worst}, before it {before}").format(worst=worst, before=before)


def before_lines(said: BeforeCheckIn, usual: Mapping[Symptom, float]) -> tuple[Line, ...]:
    """A check-in before a walk, answer by answer; warning signs come first."""
    lines = [*_sign_lines(said.warning_signs)]
    lines += [(_symptom(symptom), score_line(score, usual.get(symptom))) for symptom, score in said.ratings.items()]
    lines.append((check_in.steady_question(), names.steadiness_name(said.steady)))
    lines.append((_("Feet"), names.feet_name(said.feet)))
    if said.settled is not None:
        lines.append((_("After the last walk, back to usual"), names.settled_name(said.settled)))
    return tuple(lines)


def after_lines(said: AfterCheckIn, before: BeforeCheckIn | None) -> tuple[Line, ...]:
    """A check-in after a walk, answer by answer; warning signs come first."""
    first = before.ratings if before else {}
    lines = [*_sign_lines(said.warning_signs)]
    lines += [(_symptom(symptom), worst_line(score, first.get(symptom))) for symptom, score in said.worst.items()]
    effort = _("{score}, {words}").format(score=said.effort, words=check_in.effort_words(said.effort))
    lines.append((check_in.effort_question(), effort))
    lines.append((_("Could talk all the way"), check_in.yes_no()[said.could_talk]))
    lines.append((_("Stumbled"), check_in.yes_no()[said.stumbled]))
    lines.append((_("Feet"), names.feet_name(said.feet)))
    return tuple(lines)


def notes_lines(notes: Notes) -> tuple[str, ...]:
    """What is noted for the coach, a sentence each."""
    lines = []
    if notes.cleared:
        lines.append(_("A professional has looked at the warning sign."))
    if notes.feet_seen_to:
        lines.append(_("The feet: gone, or somebody qualified has looked."))
    if notes.review_acknowledged:
        lines.append(_("The text about talking to your clinician was read."))
    if notes.away_because is not None:
        lines.append(_("No walking because of: {reason}.").format(reason=names.away_name(notes.away_because)))
    return tuple(lines)


def slow_lines(said: SlowAnswers) -> str:
    """The answers to the monthly question in a sentence."""
    told = [names.slow_sign_name(sign) for sign in said.told]
    return _("New or worse: {signs}.").format(signs=" · ".join(told)) if told else _("Nothing new or worse.")


def walk_line(minutes: int, brisk: int) -> str:
    """How long a walk was."""
    if not brisk:
        return numbers.minutes(minutes)
    return _("{minutes}, {brisk} brisk").format(minutes=numbers.minutes(minutes), brisk=brisk)


def walk_planned() -> str:
    """A walk, or a part of one, of the plan."""
    return _("Walk of the plan")


def walk_free() -> str:
    """A walk of one's own."""
    return _("Walk of your own")


def walk_by_hand() -> str:
    """A walk that was added by hand."""
    return _("Added by hand")


def walk_began(of_day: time) -> str:
    """When a walk began."""
    return _("began at {hour}:{minute:02}").format(hour=of_day.hour, minute=of_day.minute)


def walk_shorter(because: ShorterBecause) -> str:
    """Why it was shorter."""
    return _("shorter because of: {reason}").format(reason=names.shorter_name(because))


def walk_marks(count: int) -> str:
    """How often a symptom was marked on the way."""
    return _n("symptom marked {n} time", "symptom marked {n} times", count)


def programme_lines(now: Programme, before: Programme | None) -> tuple[Line, ...]:
    """What was set, or how it differs from the programme before."""
    fields = _programme_fields(now)
    if before is None:
        return fields
    earlier = dict(_programme_fields(before))
    changed = tuple(
        (label, _("{before} → {now}").format(before=earlier[label], now=text)) for label, text in fields if earlier[label] != text
    )
    return changed or ((_("As before"), ""),)


def change() -> str:
    """Changes an entry."""
    return _("Change")


def delete() -> str:
    """Deletes an entry."""
    return _("Delete")


def add() -> str:
    """Adds what is missing."""
    return _("Add")


def button_name(action: str, thing: str) -> str:
    """A button for those who hear it: "Change: check-in before the walk"."""
    return _("{action}: {thing}").format(action=action, thing=thing)


def delete_day() -> str:
    """Deletes all entries of the day."""
    return _("Delete the day's entries")


def edit_title(title: str, day: date) -> str:
    """Heading of a sheet that says something of a day that is over."""
    return _("{title}, {day}").format(title=title, day=names.long_date(day))


def edit_before_hint() -> str:
    """How to answer for a day that is over."""
    return _("As it was before that day's walk. 0 is none, 10 the worst you can imagine.")


def edit_after_hint() -> str:
    """How to answer for a walk that is over."""
    return _("The worst each one got during that walk. Dashed: before the walk.")


def edit_footer() -> str:
    """What saving changes, in the footer."""
    return _("What was offered that day stays as it was shown.")


def edit_footer_detail() -> str:
    """The rest of it."""
    return _("What you change here counts for the plans to come. You can undo it.")


def misfit(symptom: Symptom, *, in_before: bool) -> str:
    """The day's two check-ins do not fit: a symptom is rated before the walk and not after it."""
    name = numbers.first_up(names.symptom_name(symptom))
    if in_before:
        return _("{symptom} is not rated in the check-in after the walk. Rate it there first, or leave it open here.").format(
            symptom=name
        )
    return _("{symptom} was rated before the walk, so it has to be rated here, too.").format(symptom=name)


def misfit_otherwise() -> str:
    """The day's two check-ins do not fit, whatever it is."""
    return _("The two check-ins of that day do not fit each other.")


def notes_lead() -> str:
    """What the notes for the coach do."""
    return _("The plan takes these into account from that day on.")


def notes_cleared() -> str:
    """The warning sign was looked at."""
    return _("A professional has looked at the warning sign")


def notes_feet() -> str:
    """The feet were seen to."""
    return _("The feet: gone, or somebody qualified has looked")


def notes_away() -> str:
    """Why there was no walking."""
    return _("What kept you from walking")


def notes_away_choices() -> tuple[tuple[AwayBecause | None, str], ...]:
    """The answers."""
    return ((None, _("Nothing to note")), *((reason, names.away_name(reason)) for reason in AwayBecause))


def timed_title() -> str:
    """Heading of the sheet for a walk that the program has timed."""
    return _("Change a walk")


def timed_lead(minutes: int) -> str:
    """What may be changed of it."""
    return _("The program timed {minutes}. You can make that less, and say why it was shorter.").format(
        minutes=numbers.minutes(minutes)
    )


def timed_minutes() -> str:
    """The minutes that were walked in truth."""
    return _("Minutes walked")


def timed_why() -> str:
    """Why it was shorter than planned."""
    return _("Shorter than planned because of")


def timed_why_choices() -> tuple[tuple[ShorterBecause | None, str], ...]:
    """The answers."""
    return ((None, _("Not said")), *((reason, names.shorter_name(reason)) for reason in ShorterBecause))


def hand_edit_title() -> str:
    """Heading of the sheet for a walk that was added by hand."""
    return _("Change a walk")


def save() -> str:
    """Keeps what was changed."""
    return _("Save")


def mistake_question_sign(day: date, today: date) -> str:
    """Asked before a warning sign is taken back."""
    return _("This takes back a warning sign told {day}. Was it ticked by mistake?").format(day=_on(day, today))


def mistake_question_feet(day: date, today: date) -> str:
    """Asked before a foot finding is taken back."""
    return _("This takes back something new on the feet, told {day}. Was it ticked by mistake?").format(day=_on(day, today))


def mistake_lead() -> str:
    """What hangs on it."""
    return _(
        "If it was true, leave it as it is, even when it is better now: the plan waits until somebody has looked. "
        "If it was ticked by mistake, it goes, and the plan goes on without it."
    )


def mistake_yes() -> str:
    """It was a mistake."""
    return _("It was a mistake, take it back")


def mistake_no() -> str:
    """It was true."""
    return _("Leave it as it is")


def deleted_title() -> str:
    """Heading of the sheet with what was deleted lately."""
    return _("Recently deleted")


def deleted_lead(days: int) -> str:
    """How long it is kept."""
    return _n("Kept for {n} day, then gone for good.", "Kept for {n} days, then gone for good.", days)


def deleted_none() -> str:
    """Nothing was deleted."""
    return _("Nothing was deleted in the last 30 days.")


def deleted_when(day: date, today: date) -> str:
    """When an entry was deleted."""
    return _("deleted {day}").format(day=_on(day, today))


def put_back() -> str:
    """Puts it back."""
    return _("Put back")


def put_back_done() -> str:
    """It is there again."""
    return _("It is back in your diary.")


def put_back_refused(what: str) -> str:
    """Something newer stands in its place."""
    return _("{what}: a newer one stands in its place. Delete that first.").format(what=numbers.first_up(what))


def put_back_misfit(what: str) -> str:
    """It does not fit the day's other check-in."""
    return _("{what}: it does not fit the other check-in of that day.").format(what=numbers.first_up(what))


def _on(day: date, today: date) -> str:
    """A day with its preposition: "today", "on Monday", "on 3 November"."""
    name = names.day_name(day, today)
    return name if abs((today - day).days) < 2 else _("on {day}").format(day=name)


def _symptom(symptom: Symptom) -> str:
    return numbers.first_up(names.symptom_name(symptom))


def _sign_lines(signs: frozenset[WarningSign]) -> tuple[Line, ...]:
    told = " · ".join(names.warning_sign_name(sign) for sign in WarningSign if sign in signs)
    return ((_("Warning sign"), told),) if told else ()


def _programme_fields(value: Programme) -> tuple[Line, ...]:
    days = ", ".join(names.weekday_short(day) for day in sorted(value.walk_days))
    minutes = numbers.minutes
    return (
        (programme.track(), names.track_name(value.track)),
        (programme.start(), minutes(value.starting_min)),
        (programme.step_min(), minutes(value.step_min)),
        (programme.step_max(), minutes(value.step_max)),
        (programme.walk_goal(), minutes(value.walk_goal_min)),
        (programme.first_brisk(), minutes(value.first_brisk_min)),
        (programme.brisk_goal(), minutes(value.brisk_goal_min)),
        (programme.placement(), names.placement_name(value.brisk_placement)),
        (programme.max_bout(), minutes(value.max_bout_min)),
        (programme.walk_days(), days if len(value.walk_days) < 7 else _("every day")),
        (programme.brisk_ok(), check_in.yes_no()[value.brisk_ok]),
    )
