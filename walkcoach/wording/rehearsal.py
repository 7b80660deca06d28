"""A rehearsed day in sentences, as `walkcoach rehearse --explain` prints it: what a person would see, with the sources."""

from datetime import date

from walkcoach.core.decision import Decision
from walkcoach.wording.language import _
from walkcoach.wording.names import full_date
from walkcoach.wording.reasons import explanations, plan_line


def explain_day(day: date, decision: Decision) -> str:
    """The day with its plan, then a line a rule that fired, indented, with its source. No newline at the end."""
    lines = [_("{date}: {plan}").format(date=full_date(day), plan=plan_line(decision))]
    for explanation in explanations(decision, day):
        lines.append(_("  {sentence} (Source: {source})").format(sentence=explanation.sentence, source=explanation.source))
    return "\n".join(lines)
