"""What the Today page says in each state, as plain values: which words, which strip, which buttons. No Qt here.

The state and the decision were made by the services; here is only chosen what of them is shown, and how loudly.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from walkcoach.core.decision import Decision, DecisionKind, Rule
from walkcoach.core.segments import Segment
from walkcoach.core.symptoms import Tier
from walkcoach.services.today import TodayState, TodayView
from walkcoach.wording import reasons
from walkcoach.wording import today as words
from walkcoach.wording import warning_signs as signs


class Wish(StrEnum):
    """What the person can ask for on this page."""

    CHECK_IN = "check_in"
    WALK = "walk"
    WALK_ANYWAY = "walk_anyway"
    CHECK_IN_AFTER = "check_in_after"
    FREE_WALK = "free_walk"
    CLEARED = "cleared"
    FEET_SEEN_TO = "feet_seen_to"
    REVIEW = "review"
    SETTINGS = "settings"


class Weight(StrEnum):
    """How loudly a button speaks. One main button a page."""

    MAIN = "main"
    SECOND = "second"
    QUIET = "quiet"


class Tone(StrEnum):
    """What a section is about: ordinary things, care needed, or a danger."""

    PLAIN = "plain"
    CAUTION = "caution"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Action:
    """A button: what it asks for, its words, how loudly, and what stands beside it."""

    wish: Wish
    text: str
    weight: Weight = Weight.MAIN
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One card. Either a large figure with its words, or a title; then strip, sentences, steps and buttons.

    `mark_s`: how far the plan has been walked, in seconds; None draws no mark. `why`: the rules can be unfolded.
    """

    tone: Tone = Tone.PLAIN
    figure: str = ""
    figure_words: str = ""
    brisk: str = ""
    aside: str = ""
    title: str = ""
    segments: tuple[Segment, ...] = ()
    mark_s: float | None = None
    paragraphs: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    note: str = ""
    why: bool = False


_BEFORE_THE_WALK: Final = frozenset({TodayState.TO_CHECK_IN, TodayState.READY_TO_WALK})


def sections_of(view: TodayView, emergency_number: str) -> tuple[Section, ...]:
    """The cards of the page, the most important first. `emergency_number` is the one that the person has set."""
    if view.state is TodayState.NO_WALK:
        return _locked(view, emergency_number)
    sections = [_main(view)]
    if Rule.REVIEW_DUE in view.decision.rules and view.state is not TodayState.PLAN_OFF and not view.review_acknowledged:
        sections.append(_review(view))
    return tuple(sections)


def asks_why_away(view: TodayView) -> bool:
    """Whether to ask what kept the person from walking: days are missed, no reason was given yet, and one would still count."""
    seen = view.decision.evidence
    return Rule.MISSED_DAYS in view.decision.rules and not seen.missed_deeper and view.state in _BEFORE_THE_WALK


def _main(view: TodayView) -> Section:
    match view.state:
        case TodayState.PLAN_OFF:
            return _plan_off(view)
        case TodayState.READY_TO_WALK:
            again = Action(Wish.CHECK_IN, words.check_in_again(), Weight.QUIET)
            return _plan(view, Action(Wish.WALK, words.start_walking(), hint=words.checked_in()), again)
        case TodayState.PART_WALKED:
            return _part_walked(view)
        case TodayState.TO_CHECK_IN_AFTER:
            action = Action(Wish.CHECK_IN_AFTER, words.check_in_after(), hint=words.check_in_after_hint())
            text = words.after_text(view.walked_min)
            return Section(title=words.after_title(), paragraphs=(text,), actions=(action,))
        case TodayState.DONE:
            return _done(view)
        case TodayState.REST_DAY:
            return _rest_day(view)
        case _:
            return _plan(view, Action(Wish.CHECK_IN, words.check_in_and_walk(), hint=words.check_in_hint()))


def _plan(view: TodayView, *actions: Action) -> Section:
    decision = view.decision
    easy = decision.kind is DecisionKind.EASY_DAY
    behind = words.easy_minutes if easy else words.minutes_today
    first = (words.first_day_text(),) if view.first_day else ()
    return Section(
        figure=str(decision.minutes),
        figure_words=behind(decision.minutes),
        brisk=_brisk(decision),
        aside=_aside(decision),
        segments=decision.segments,
        paragraphs=(reasons.headline(decision, view.day), *first),
        actions=actions,
        why=True,
    )


def _part_walked(view: TodayView) -> Section:
    left_min = -(-view.remaining_s // 60)
    planned_s = sum(segment.length_s for segment in view.decision.segments)
    return Section(
        figure=str(left_min),
        figure_words=words.minutes_left(left_min),
        segments=view.decision.segments,
        mark_s=max(0, planned_s - view.remaining_s),
        paragraphs=(words.part_walked(view.walked_min, view.decision.minutes),),
        actions=(
            Action(Wish.WALK, words.go_on(left_min)),
            Action(Wish.CHECK_IN_AFTER, words.enough_for_today(), Weight.SECOND),
        ),
        why=True,
    )


def _done(view: TodayView) -> Section:
    locked = (words.locked_after_walk(),) if view.locked else ()
    more = Action(Wish.FREE_WALK, words.walk_more(), Weight.QUIET, words.walk_more_hint())
    return Section(
        figure=str(view.walked_min),
        figure_words=words.minutes_walked(view.walked_min),
        brisk=words.brisk_part(view.walked_brisk_min) if view.walked_brisk_min else "",
        paragraphs=(words.done_text(), *locked),
        actions=(more,) if view.may_walk_freely and not view.locked else (),
        why=True,
    )


def _rest_day(view: TodayView) -> Section:
    anyway = view.walk_anyway
    actions: tuple[Action, ...] = ()
    if anyway is not None and anyway.minutes:
        text = words.walk_anyway(anyway.minutes)
        actions = (Action(Wish.WALK_ANYWAY, text, Weight.SECOND, words.walk_anyway_hint()),)
    return Section(title=words.rest_title(), paragraphs=(words.rest_text(),), actions=actions)


def _plan_off(view: TodayView) -> Section:
    settings = Action(Wish.SETTINGS, words.open_settings(), Weight.SECOND)
    check_in = (Action(Wish.CHECK_IN, words.write_check_in()),) if view.needs_before else ()
    return Section(
        tone=Tone.CAUTION,
        title=words.plan_off_title(),
        paragraphs=(words.plan_off_text(), words.plan_off_diary()),
        actions=(*check_in, settings),
    )


def _locked(view: TodayView, emergency_number: str) -> tuple[Section, ...]:
    rules = view.decision.rules
    sections = []
    if Rule.WARNING_SIGN in rules:
        cleared = Action(Wish.CLEARED, signs.cleared_choice(), Weight.SECOND)
        sections.append(_lock(signs.lock_text(emergency_number), Tone.DANGER, cleared if view.can_clear_sign else None))
    if Rule.FEET_NEW in rules:
        seen_to = Action(Wish.FEET_SEEN_TO, signs.feet_seen_to_choice(), Weight.SECOND)
        sections.append(_lock(signs.feet_new_text(), Tone.CAUTION, seen_to if view.can_clear_feet else None))
    if Rule.NOT_TODAY in rules:
        text = signs.tier_text(Tier.TODAY_ONLY, emergency_number)
        sections.append(Section(Tone.CAUTION, title=text.title, paragraphs=text.paragraphs, steps=text.what_to_do))
    return tuple(sections)


def _lock(text: signs.TierText, tone: Tone, action: Action | None) -> Section:
    return Section(
        tone,
        title=text.title,
        paragraphs=text.paragraphs,
        steps=text.what_to_do,
        actions=(action,) if action else (),
        note="" if action else words.locked_until_tomorrow(),
    )


def _review(view: TodayView) -> Section:
    action = Action(Wish.REVIEW, signs.review_choice(), Weight.SECOND)
    return _lock(signs.review_text(), Tone.CAUTION, action if view.can_acknowledge_review else None)


def _brisk(decision: Decision) -> str:
    return words.brisk_part(decision.brisk_minutes) if decision.brisk_minutes else ""


def _aside(decision: Decision) -> str:
    bouts = sum(segment.brisk for segment in decision.segments)
    return words.in_bouts(bouts) if bouts else words.all_normal()
