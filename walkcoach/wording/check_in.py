"""What the two check-ins ask, in a person's words. Questions and short answers only:

the reasons for a plan live in `reasons`, advice in `warning_signs`, longer names in `names`.
"""

from collections.abc import Mapping, Sequence

from walkcoach.core.diary import Feet, Settled
from walkcoach.wording import numbers
from walkcoach.wording.language import _, _n


def usual_text(usual: float | None) -> str:
    """What stands under a symptom's name: its usual, or that this is the first time."""
    if usual is None:
        return _("first time")
    return _("usual {score}").format(score=numbers.score(usual))


def earlier_text(score: int) -> str:
    """What stands under a symptom's name after the walk: what it was before."""
    return _("before: {score}").format(score=score)


def score_name(name: str, score: int) -> str:
    """One cell of a row, for those who hear it: "Tingling: 3"."""
    return _("{name}: {score}").format(name=name, score=score)


def row_name(name: str, usual: str) -> str:
    """A whole row, for those who hear it: "Tingling, 0 to 10, usual 2"."""
    return ", ".join(part for part in (name, _("0 to 10"), usual) if part)


def last_time() -> str:
    """What the dashed mark means before a walk."""
    return _("last time")


def before_walk() -> str:
    """What the dashed mark means after a walk."""
    return _("before the walk")


def window_title() -> str:
    """Of both check-ins; no word about health stands in a window's title."""
    return _("Check-in")


def before_title() -> str:
    """Heading of the check-in before."""
    return _("Before you walk")


def before_hint() -> str:
    """How to answer the rows before a walk."""
    return _("How is it right now? 0 is none, 10 is the worst you can imagine. Dashed: last time.")


def after_title() -> str:
    """Heading of the check-in after."""
    return _("How was the walk?")


def after_hint() -> str:
    """How to answer the rows after a walk."""
    return _("The worst each one got while you walked. Dashed: before the walk.")


def all_as_usual() -> str:
    """The button that fills in the usual answers, feet and warning signs excepted."""
    return _("All as usual")


def all_as_usual_hint() -> str:
    """What that button does."""
    return _("Fills in your usual answers. Your feet and the list of signs stay for you to answer.")


def no_worse() -> str:
    """The button that says: nothing got worse during the walk."""
    return _("No worse than before")


def no_worse_hint() -> str:
    """What that button does."""
    return _("Fills in the scores you gave before the walk.")


def another_symptom() -> str:
    """The button that adds a row."""
    return _("Another symptom")


def steady_question() -> str:
    """How steady, compared with usual."""
    return _("Steady on your feet")


def feet_question() -> str:
    """What looking at the feet has shown."""
    return _("Both feet, looked at")


def feet_hint() -> str:
    """What counts as looked at (coaching.md, section 8)."""
    return _("by eye, mirror, touch or helper")


def feet_choices_before() -> Mapping[Feet, str]:
    """The answers before a walk."""
    return {Feet.FINE: _("Nothing new"), Feet.NEW: _("Something new"), Feet.UNCHECKED: _("Not looked")}


def feet_choices_after() -> Mapping[Feet, str]:
    """The answers after a walk."""
    return {**feet_choices_before(), Feet.LATER: _("Shoes still on")}


def settled_question(walk: str) -> str:
    """How soon things were back to usual; `walk` says after which walk ("Friday's walk")."""
    return _("Back to usual after {walk}").format(walk=walk)


def settled_choices() -> Mapping[Settled, str]:
    """The answers, soonest first."""
    return {
        Settled.WITHIN_30MIN: _("In half an hour"),
        Settled.WITHIN_2H: _("In 2 hours"),
        Settled.SAME_DAY: _("That day"),
        Settled.NOT_BY_MORNING: _("Not by morning"),
    }


def glucose_question() -> str:
    """The one question about glucose: no value is asked for and none is judged."""
    return _("Glucose checked")


def glucose_hint() -> str:
    """What the answer is about."""
    return _("within your clinician's limits?")


def yes_no() -> Mapping[bool, str]:
    """The two plain answers, yes first."""
    return {True: _("Yes"), False: _("No")}


def no_yes() -> Mapping[bool, str]:
    """The two plain answers, no first."""
    return {False: _("No"), True: _("Yes")}


def effort_question() -> str:
    """How hard the walk was, 0 to 10."""
    return _("Effort")


def effort_hint() -> str:
    """What the ends of the effort scale mean."""
    return _("from none to all you could give")


def effort_words(score: int) -> str:
    """An effort of 0 to 10 in words (after the CR10 scale)."""
    words = (
        _("no effort"),
        _("very easy"),
        _("easy"),
        _("moderate"),
        _("a little hard"),
        _("hard"),
        _("hard"),
        _("very hard"),
        _("very hard"),
        _("nearly all you could give"),
        _("all you could give"),
    )
    return words[score]


def talk_question() -> str:
    """Whether talking was possible at every pace walked."""
    return _("Could you talk all the way?")


def talk_hint() -> str:
    """At which pace."""
    return _("the brisk bouts, too")


def stumble_question() -> str:
    """Whether the person stumbled."""
    return _("Did you stumble?")


def signs_question() -> str:
    """The one question in front of the list of warning signs."""
    return _("Any of these?")


def signs_examples() -> str:
    """A few signs, so that the question can be answered without the list."""
    return _("Chest pain, faintness, sudden weakness, a hot or swollen foot…")


def signs_none() -> str:
    """None of the signs."""
    return _("None")


def signs_show() -> str:
    """Opens the list."""
    return _("Show list")


def signs_in_words() -> str:
    """The question about the signs, as it is named among what is missing."""
    return signs_question()


def still_missing(questions: Sequence[str]) -> str:
    """What has to be answered yet; of more than three `questions` the first two are named."""
    told = list(questions)
    if len(told) > 3:
        told[2:] = [_n("{n} more", "{n} more", len(questions) - 2)]
    return _("Still to answer: {questions}").format(questions=" · ".join(told))


def start_walking() -> str:
    """The button that begins the walk."""
    return _("Start walking")


def save() -> str:
    """The button that keeps the answers."""
    return _("Save")


def not_now() -> str:
    """Keeps the answers without a walk."""
    return _("Not now")


def later() -> str:
    """Leaves the check-in after the walk for later today."""
    return _("Later")


def done() -> str:
    """Closes what has been read."""
    return _("Done")


def plan_to_come() -> str:
    """The plan in the footer while answers are missing."""
    return _("Your plan follows from your answers")


def nearly_done() -> str:
    """The footer of the check-in after while answers are missing."""
    return _("A few answers, and that is it")


def all_answered() -> str:
    """The footer of the check-in after when nothing is missing."""
    return _("All answered")


def all_answered_detail() -> str:
    """What saving does."""
    return _("Save them, and the next plan follows.")


def thanks() -> str:
    """The one line after the last check-in."""
    return _("Thank you. That is all for today.")


def thanks_detail() -> str:
    """What happens with the answers."""
    return _("Your answers are in the diary. The next plan takes them into account.")


def tomorrow(low_min: int, high_min: int) -> str:
    """The outlook for tomorrow, said to be one; no minutes are a rest day."""
    if not high_min:
        return _("Tomorrow is a rest day.")
    return _("Tomorrow, if today settles well: {minutes}.").format(minutes=numbers.minutes_range(low_min, high_min))


def shorter_title() -> str:
    """The question behind a walk that ends early."""
    return _("What made it shorter?")


def shorter_unsaid() -> str:
    """Leaves the question open."""
    return _("Rather not say")


def read_it() -> str:
    """Closes a text that had to be read."""
    return _("I have read this")


def you_told(signs: Sequence[str]) -> str:
    """Which signs a text answers."""
    return _("You ticked: {signs}").format(signs=" · ".join(signs))


def wrong_in_walk() -> str:
    """First line of the text behind *Something is wrong*."""
    return _("The walk is paused. If it is one of these, do what stands below now:")


def wrong_otherwise() -> str:
    """Last lines of the text behind *Something is wrong*."""
    return _("Something else? Sit down and let it pass. You can finish the walk here, and the check-in asks what it was.")


def back_to_walk() -> str:
    """Closes the text behind *Something is wrong*."""
    return _("Back to the paused walk")


def recovered_title() -> str:
    """Heading of the dialog after a walk was cut off by a crash or a power cut."""
    return _("A walk was cut off")


def recovered_text(walked: str, left: str) -> str:
    """What was walked and what is left, as clock figures: "17:42"."""
    return _("You had walked {walked}, with {left} to go. Continue, save or discard?").format(walked=walked, left=left)


def recovered_too_late(walked: str, left: str) -> str:
    """The same where the day no longer allows to go on."""
    return _("You had walked {walked}, with {left} to go. It can no longer be continued. Save or discard?").format(
        walked=walked, left=left
    )


def recovered_continue() -> str:
    """Goes on with the walk."""
    return _("Continue the walk")


def recovered_save() -> str:
    """Keeps what was walked."""
    return _("Save it as it is")


def recovered_discard() -> str:
    """Forgets it."""
    return _("Discard it")
