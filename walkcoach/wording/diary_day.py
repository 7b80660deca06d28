"""The words of one day of the diary: its plan and why, its check-ins, walks and notes in plain words, and how to change them."""

from collections.abc import Mapping
from datetime import time

from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, BeforeCheckIn, Notes, ShorterBecause
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


def remark_full(most: int) -> str:
    """Not all that was typed or pasted found room."""
    return _n(
        "A note has room for {n} character. What came after it was left out.",
        "A note has room for {n} characters. What came after them was left out.",
        most,
    )


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
