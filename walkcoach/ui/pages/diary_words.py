"""A day of the diary as the words and marks of one row of the list. Nothing is drawn here."""

from datetime import date

from walkcoach.core.diary import Notes
from walkcoach.services.diary_row import DiaryRow
from walkcoach.services.ports import WalkKind
from walkcoach.ui.widgets.decision_mark import MarkKind
from walkcoach.wording import diary as words
from walkcoach.wording import numbers


def happened(row: DiaryRow) -> str:
    """What happened, in one line."""
    remark = " ".join(row.remark.split())
    answered = row.slow_answers is not None and row.slow_answers.answered
    rated = words.scores(row.before, row.after) if row.before or row.after else ""
    return words.happened(
        (
            words.has_sign() if row.warning_signs else "",
            words.has_foot_finding() if row.foot_finding else "",
            rated,
            numbers.brisk_minutes(row.brisk_min) if row.brisk_min else "",
            words.added_by_hand() if any(walk.kind is WalkKind.BY_HAND for walk in row.walks) else "",
            words.own_walk() if any(walk.kind is WalkKind.FREE for walk in row.walks) else "",
            words.noted_for_coach() if row.notes != Notes() else "",
            words.programme_changed() if row.programme is not None else "",
            words.monthly_question() if answered else "",
            f"“{remark}”" if remark else "",
        )
    )


def marks(row: DiaryRow) -> tuple[MarkKind, ...]:
    """What is marked beside the day's name."""
    found = (
        (MarkKind.WARNING_SIGN, bool(row.warning_signs)),
        (MarkKind.FOOT_FINDING, row.foot_finding),
        (MarkKind.REMARK, bool(row.remark)),
    )
    return tuple(kind for kind, there in found if there)


def said(row: DiaryRow, today: date) -> str:
    """The whole row, for those who hear it."""
    walked = numbers.minutes(row.walked_min) if row.walked_min else ""
    plan = words.plan(row.decision, walked=row.plan_walked)
    line = ". ".join(part for part in (words.walked_said(walked) if walked else "", happened(row)) if part)
    return words.row_said(words.day_title(row.day, today), plan, words.kind_name(row.decision.kind), line)
