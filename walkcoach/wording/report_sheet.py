"""The page for the clinician put together: the facts of a report as a sheet of words, ready to be laid out or read aloud.

What matters most stands first in every section, so that what there is no room for is what matters least.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from walkcoach.core.decision import DecisionKind, Rule
from walkcoach.core.diary import Settled, Steadiness
from walkcoach.core.progress import Week
from walkcoach.core.report import DayFacts, ProgrammeChange, Report, StepFacts, SymptomFacts
from walkcoach.core.sheet import Bar, Bars, Item, Section, Sheet, Table
from walkcoach.core.symptoms import LOCKING, Symptom
from walkcoach.wording import names, numbers
from walkcoach.wording import report as words
from walkcoach.wording import report_days as day_words
from walkcoach.wording import report_plan as plan_words
from walkcoach.wording.progress import month_short
from walkcoach.wording.welcome import ask_first as ask_first_name

_STEP_BACKS: Final[tuple[Rule, ...]] = (
    Rule.MUCH_WORSE_IN_WALK,
    Rule.PEAK_HIGH,
    Rule.MUCH_WORSE_NEXT_DAY,
    Rule.WORSE_TWICE,
    Rule.NOT_SETTLED_BY_MORNING,
    Rule.STOPPED_EARLY_TWICE,
)
_WIDE_COLUMNS: Final = 4
"""Up to so many symptoms have a column of their own in the table of days; others are told in words."""
_PIECE: Final = 24
"""Letters after which a note may be cut inside a word that is longer."""


def sheet_of(report: Report, version: str, *, table: bool) -> Sheet:
    """The page about `report`. `table`: pages with every day, and with the notes in full, are wanted as well."""
    last = report.last_day
    notes = _notes(report, table=table)
    return Sheet(
        title=words.title(),
        span=words.span(report.weeks_asked, report.first_day, last),
        fill_in=words.fill_in(),
        what=words.what_this_is(),
        bars=_bars(report),
        sums=_sums(report),
        symptoms=_symptoms(report.symptoms),
        left=(_felt(report),),
        right=(_signs(report, table=table), _slow(report, table=table)),
        wide=(_plan(report, table=table), *notes),
        foot=words.foot(version, last),
        page_of=words.page_of(),
        days=_days(report) if table else None,
        full_notes=_full_notes(report) if table and report.notes else None,
    )


# --- minutes ---------------------------------------------------------------------------------------------------------


def _bars(report: Report) -> Bars:
    normal, brisk, planned = words.legend()
    return Bars(
        title=words.minutes_title(),
        bars=tuple(_bar(week, before, report) for before, week in pairwise((None, *report.weeks)) if week is not None),
        rows=words.bar_rows(),
        normal=normal,
        brisk=brisk,
        planned=planned,
        empty="" if report.minutes else words.no_walks(),
    )


def _bar(week: Week, before: Week | None, report: Report) -> Bar:
    """One week; before the diary begins there are no figures, for nobody knows."""
    first = week.first_day
    new_month = before is None or before.first_day.month != first.month
    told = report.diary_since is not None and (first - report.diary_since).days > -7
    figures = (str(week.minutes), str(week.brisk_min), str(week.planned_min), words.walks_of(week.walks, week.walk_days))
    return Bar(
        day=str(first.day),
        month=month_short(first.month) if new_month else "",
        name=words.week_name(first),
        normal=week.normal_min,
        brisk=week.brisk_min,
        planned=week.planned_min,
        figures=figures if told else ("",) * len(figures),
    )


def _sums(report: Report) -> tuple[Item, ...]:
    said = [
        words.walks_sum(report.walks_done, report.walks_due),
        words.minutes_sum(report.minutes, report.brisk_min),
    ]
    if report.other_walks:
        said.append(words.others_sum(report.other_walks, report.other_min))
    if report.diary_since is not None and report.diary_since > report.first_day:
        said.append(words.diary_since(report.diary_since))
    if report.minutes and report.last_day - report.weeks[-1].first_day < timedelta(days=6):
        said.append(words.last_week_until(report.last_day))
    return (Item("", tuple(said), joint=" "),)


# --- what was said ---------------------------------------------------------------------------------------------------


def _name(symptom: Symptom) -> str:
    return numbers.first_up(names.symptom_name(symptom))


def _symptoms(symptoms: Sequence[SymptomFacts]) -> Table:
    rows = tuple(
        (
            _name(each.symptom),
            words.middle(each.before),
            words.middle(each.worst),
            words.usual_then_now(each.usual_then, each.usual_now),
        )
        for each in symptoms
    )
    return Table(words.symptoms_title(), words.symptom_headers(), rows, words.symptoms_note())


def _felt(report: Report) -> Section:
    told = report.answers
    less = told.steady.get(Steadiness.LESS_STEADY, 0)
    much_less = told.steady.get(Steadiness.MUCH_LESS_STEADY, 0)
    settled = tuple(words.settled(answer, told.settled[answer]) for answer in Settled if told.settled.get(answer))
    items = [
        Item(words.effort(told.effort)),
        _dated(words.could_not_talk(), told.could_not_talk),
        _dated(words.stumbled(), told.stumbled),
        Item(words.steady(less, much_less, told.mornings)),
        Item(words.feet_looked_at(told.feet_looked_at, told.mornings)),
    ]
    if settled:
        items.append(Item(words.settled_lead(), settled))
    if report.away:
        away = tuple(f"{words.day(on)} {names.away_name(reason).lower()}" for on, reason in report.away)
        items.append(Item(words.away_lead(), away, more=_mores(len(away), table=False)))
    return Section(words.felt_title(), tuple(items), least=len(items))


def _dated(name: str, days: Sequence[date]) -> Item:
    """A count with its dates; where there is no room for them the count stays."""
    if not days:
        return Item(words.count_of(name, 0))
    return Item(words.count_with(name, len(days)), tuple(words.day(on) for on in days), more=_mores(len(days), table=False))


def _mores(count: int, *, table: bool) -> tuple[str, ...]:
    return ("", *(words.and_more(left_out, table=table) for left_out in range(1, count + 1)))


# --- warning signs ---------------------------------------------------------------------------------------------------


def _signs(report: Report, *, table: bool) -> Section:
    """Signs that stop the plan, the feet and what became of them; then signs for a visit or for the day, and reviews."""

    def dated(lead: str, days: Sequence[date]) -> Item:
        return Item(lead, tuple(words.day(on) for on in days), more=_mores(len(days), table=table))

    if not (report.answers.mornings or report.answers.effort or report.signs or report.feet_new or report.locks):
        return Section(words.signs_title(), (Item(words.no_check_ins()),))
    told = {each.sign: dated(words.sign_lead(names.warning_sign_name(each.sign)), each.days) for each in report.signs}
    items = [item for sign, item in told.items() if sign in LOCKING] or ([] if told else [Item(words.no_signs())])
    items.append(dated(words.feet_new_lead(), report.feet_new) if report.feet_new else Item(words.no_feet_new()))
    items += [Item(words.locked(lock.lock, lock.since, lock.lifted)) for lock in report.locks]
    items += [item for sign, item in told.items() if sign not in LOCKING]
    items += [Item(words.review(review.since, review.noted)) for review in report.plan.reviews]
    return Section(words.signs_title(), tuple(items), _mores(len(items), table=table), least=3)


# --- the plan --------------------------------------------------------------------------------------------------------


def _plan(report: Report, *, table: bool) -> Section:
    plan = report.plan
    standing = plan.standing
    stage = names.stage_name(standing.stage)
    stands = plan_words.stands(stage, standing.minutes, standing.brisk_minutes, begun=plan.begun, locked=bool(plan.locks))
    items = [Item(f"{stands} {plan_words.aims(plan.programme)}")]
    if plan.ask_first:
        said = tuple(ask_first_name(each) for each in plan.ask_first)
        items.append(Item(plan_words.ask_first(agreed=plan.agreed), said, "; ", _mores(len(said), table=False)))
    if plan.step_backs:
        backs = tuple(_step_back(each) for each in plan.step_backs)
        items.append(Item(words.count_with(plan_words.step_backs(), len(backs)), backs, "; ", _mores(len(backs), table=table)))
    else:
        items.append(Item(words.count_of(plan_words.step_backs(), 0)))
    if plan.held:
        reasons = sorted(plan.held_by.items(), key=lambda counted: (-counted[1], tuple(Rule).index(counted[0])))
        said = tuple(plan_words.counted(plan_words.rule_reason(rule), count) for rule, count in reasons)
        items.append(Item(words.count_with(plan_words.held(), plan.held), said, more=_mores(len(said), table=False)))
    items.append(Item(words.count_of(plan_words.grown(), plan.grown)))
    if plan.easy_days:
        items.append(_dated(plan_words.easy_days(), plan.easy_days))
    items += [_change(change) for change in plan.changes]
    return Section(plan_words.plan_title(), tuple(items), _mores(len(items), table=False), least=2)


def _step_back(step: StepFacts) -> str:
    """The day, the level before and after, and what earned it; days missed are named where nothing else did."""
    earned = [rule for rule in step.rules if rule in _STEP_BACKS] or [rule for rule in step.rules if rule is Rule.MISSED_DAYS]
    return plan_words.step_back(
        words.day(step.day),
        plan_words.level(step.before_min, step.before_brisk_min),
        plan_words.level(step.left.minutes, step.left.brisk_minutes),
        ", ".join(plan_words.rule_reason(rule) for rule in earned),
    )


def _change(change: ProgrammeChange) -> Item:
    on = words.day(change.day)
    now = plan_words.programme_fields(change.after)
    if change.before is None:
        return Item(plan_words.programme_set(on), tuple(f"{name} {value}" for name, value in now), more=("", "…"))
    then = plan_words.programme_fields(change.before)
    changed = tuple(f"{name} {old} → {new}" for (name, old), (_name, new) in zip(then, now, strict=True) if old != new)
    return Item(plan_words.programme_changed(on), changed, more=_mores(len(changed), table=False))


# --- once a month, and the person's own words ------------------------------------------------------------------------


def _slow(report: Report, *, table: bool) -> Section:
    items = [
        Item(
            words.slow_lead(words.day(on)),
            tuple(names.slow_sign_name(sign) for sign in told) or (words.slow_none(),),
            "; ",  # some names have a comma in them
            more=_mores(len(told), table=False),
        )
        for on, told in report.slow
    ] or [Item(words.slow_never())]
    return Section(words.slow_title(), tuple(items), _mores(len(items), table=False))


def _notes(report: Report, *, table: bool) -> tuple[Section, ...]:
    if not report.notes:
        return ()
    items = tuple(_note(on, text, words.cut_short(table=table)) for on, text in report.notes)
    mores = ("", *(words.notes_left_out(left_out, table=table) for left_out in range(1, len(items) + 1)))
    return (Section(words.notes_title(), items, mores),)


def _full_notes(report: Report) -> Section:
    return Section(words.full_notes_title(), tuple(_note(on, text, "") for on, text in report.notes))


def _note(on: date, text: str, cut: str) -> Item:
    """A note in one run of words. Each is set apart, so that one from right to left does not turn what stands around it."""
    return Item(words.slow_lead(words.day(on)), _pieces(text), joint="", more=("", cut))


def _pieces(text: str) -> tuple[str, ...]:
    """`text` in the pieces between which it may be cut, without what cannot be printed; together they are the text."""
    printable = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in text)
    pieces: list[str] = []
    for word in printable.split():
        pieces += [word[begin : begin + _PIECE] for begin in range(0, len(word), _PIECE)]
        pieces[-1] += " "
    if pieces:
        pieces[-1] = pieces[-1].rstrip()
    return tuple(pieces)


# --- the table of days -----------------------------------------------------------------------------------------------


def _days(report: Report) -> Table:
    own = [each.symptom for each in report.symptoms[:_WIDE_COLUMNS]]
    headers = day_words.days_headers([_name(symptom) for symptom in own])
    rows = tuple(_day_row(day, own) for day in reversed(report.days))
    return Table(day_words.days_title(), headers, rows, day_words.days_note())


def _day_row(day: DayFacts, own: Sequence[Symptom]) -> tuple[str, ...]:
    return (
        day_words.weekday_and_day(day.day),
        str(day.offered_min) if day.offered_min else "",
        str(day.minutes) if day.minutes else "",
        str(day.brisk_min) if day.brisk_min else "",
        *(day_words.before_and_worst(day.before.get(symptom), day.worst.get(symptom)) for symptom in own),
        "" if day.effort is None else str(day.effort),
        "; ".join(_told(day, own)),
    )


def _told(day: DayFacts, own: Sequence[Symptom]) -> Iterator[str]:
    """All that has no column of its own."""
    yield from (names.warning_sign_name(sign) for sign in day.signs)
    if day.feet_new:
        yield day_words.said_feet_new()
    if day.decision is DecisionKind.STEP_BACK:
        yield day_words.less_planned()
    if day.decision is DecisionKind.EASY_DAY:
        yield day_words.easy_day()
    if day.decision is DecisionKind.NO_WALK:
        yield day_words.no_walk_planned()
    if day.missed:
        yield day_words.missed()
    if day.shorter is not None:
        yield day_words.shorter(day.shorter)
    if day.stumbled:
        yield day_words.said_stumbled()
    if day.could_not_talk:
        yield day_words.said_could_not_talk()
    if day.steady is not None:
        yield names.steadiness_name(day.steady).lower()
    if day.away is not None:
        yield names.away_name(day.away).lower()
    for symptom in Symptom:
        scores = day_words.before_and_worst(day.before.get(symptom), day.worst.get(symptom))
        if scores and symptom not in own:
            yield f"{names.symptom_name(symptom)} {scores}"
