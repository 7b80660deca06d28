"""The words of the welcome: what this is and is not, and the few questions before the first walk."""

from walkcoach.core.suggestion import AgeBand, AskFirst, Because, FootFeeling
from walkcoach.wording.language import _, _n


def step_of(number: int, of: int) -> str:
    """Where one is: "Step 2 of 5"."""
    return _("Step {number} of {of}").format(number=number, of=of)


def title() -> str:
    """The first heading."""
    return _("A daily walk, one step at a time")


def lead() -> str:
    """What Walkcoach is, in a sentence."""
    return _(
        "Walkcoach plans a walk for each day from how the last one went, paces you while you walk, "
        "and keeps a diary that stays on this computer."
    )


def is_title() -> str:
    """Over what it is."""
    return _("What it is")


def is_lines() -> tuple[str, ...]:
    """What it is, one thing a line."""
    return (
        _("A walking plan that you choose and can change at any time."),
        _("It starts short and grows only while your feet and legs take it well."),
        _("A look back: minutes and symptoms, week by week."),
    )


def is_not_title() -> str:
    """Over what it is not."""
    return _("What it is not")


def is_not_lines() -> tuple[str, ...]:
    """What it is not, one thing a line."""
    return (
        _("No medical device, and no stand-in for your clinician."),
        _("It judges no wound and no pain, and calls nobody."),
        _("Nothing is sent anywhere. There is no account."),
    )


def two_minutes() -> str:
    """How long the welcome takes."""
    return _("A few questions, about two minutes. Every answer can be changed later in the settings.")


def begin() -> str:
    """To the questions."""
    return _("Begin")


def skip() -> str:
    """Past the questions."""
    return _("Skip, and start with the usual plan")


def go_on() -> str:
    """To the next step."""
    return _("Next")


def back() -> str:
    """To the step before."""
    return _("Back")


def finish() -> str:
    """To the Today page."""
    return _("Go to today's walk")


def finish_off() -> str:
    """To the Today page, where the plan is off."""
    return _("Go to Today")


def ask_first_title() -> str:
    """Over the questions that come before any walk."""
    return _("Does any of these apply to you?")


def ask_first_lead() -> str:
    """What happens with the answer."""
    return _("If so, talk with a clinician before you begin. The plan waits until they have agreed; the diary works at once.")


def ask_first(question: AskFirst) -> str:
    """One of the things to ask a clinician about first."""
    return {
        AskFirst.FOOT_WOUND: _("An open sore on a foot, or one that closed in the last three months"),
        AskFirst.HOT_SWOLLEN_FOOT: _("A foot that is hot, red or swollen"),
        AskFirst.UNSTABLE_HEART: _("Heart trouble or blood pressure that is not under control"),
        AskFirst.CANNOT_WALK_UNAIDED: _("I cannot walk across a room without somebody's help"),
        AskFirst.AMPUTATION: _("An amputation of a toe, a foot or more"),
        AskFirst.AUTONOMIC_TROUBLE: _("Fainting on standing up, or a heart rate that does not follow effort"),
        AskFirst.WORSENING_WEAKNESS: _("Weakness that has become worse within days or weeks"),
    }[question]


def none_of_these() -> str:
    """None of the things to ask about first applies."""
    return _("None of these")


def ask_first_pending() -> str:
    """Why one cannot go on yet."""
    return _("Tick what applies, or “None of these”.")


def clinician_agreed() -> str:
    """The person's own statement that lets the plan begin."""
    return _("A clinician has agreed that I may start walking")


def clinician_hint() -> str:
    """What it does."""
    return _("Without this the plan stays off. You can say so later in the settings.")


def about_title() -> str:
    """Over the questions that lead to a suggestion."""
    return _("How do you start out?")


def about_lead() -> str:
    """What the answers are for."""
    return _("From your answers comes a suggestion of how fast the plan may grow. You choose. Leave open what you like.")


def feeling_question() -> str:
    """About the feeling in the feet."""
    return _("How is the feeling in your feet?")


def feeling(answer: FootFeeling) -> str:
    """An answer to it."""
    return {
        FootFeeling.USUAL: _("As good as ever"),
        FootFeeling.LESS: _("Less than it was"),
        FootFeeling.AT_RISK: _("Less, and I have had a sore or was told of a foot risk"),
    }[answer]


def age_question() -> str:
    """About the age."""
    return _("How old are you?")


def age(answer: AgeBand) -> str:
    """An answer to it."""
    return {AgeBand.UNDER_65: _("Under 65"), AgeBand.FROM_65: _("65 or over")}[answer]


def used_question() -> str:
    """About walking so far."""
    return _("Are you used to walking 15 minutes without a break?")


def yes() -> str:
    """Yes."""
    return _("Yes")


def no() -> str:
    """No."""
    return _("No")


def glucose_question() -> str:
    """About insulin and the like; then the check-in asks whether the level was checked."""
    return _("Do you use insulin, or anything else that can make your blood sugar drop?")


def glucose_hint() -> str:
    """What follows from a yes."""
    return _("If so, the check-in asks whether you have checked and are within what your clinician gave you. Nothing else.")


def track_title() -> str:
    """Over the tracks to choose from."""
    return _("How fast may the plan grow?")


def suggestion(track: str, because: Because) -> str:
    """The suggestion with its reason; `track` is the track's name."""
    return {
        Because.FEET: _("Suggested: {track}, since feet that feel less need more time."),
        Because.AGE: _("Suggested: {track}, since from 65 on the body takes a little longer to get used to more."),
        Because.NEW_TO_WALKING: _("Suggested: {track}, since you are new to longer walks."),
        Because.NOTHING_SPEAKS_AGAINST: _("Suggested: {track}. Nothing that you said asks for less."),
    }[because].format(track=track)


def suggested() -> str:
    """A short mark on the suggested track."""
    return _("suggested")


def symptoms_title() -> str:
    """Over the symptoms to follow."""
    return _("What do you want to follow?")


def symptoms_lead() -> str:
    """What following means."""
    return _("Choose 1 to 4. You rate them from 0 to 10 before and after each walk. If you choose none, it is discomfort.")


def symptoms_chosen(count: int) -> str:
    """How many have been chosen."""
    if count == 0:
        return _("None chosen: discomfort in feet or legs will be followed.")
    return _n("{n} of 4 chosen.", "{n} of 4 chosen.", count)


def symptoms_sensory() -> str:
    """Over the symptoms that are felt."""
    return _("What you feel")


def symptoms_motor() -> str:
    """Over the symptoms of the muscles."""
    return _("What your muscles do")


def days_title() -> str:
    """Over the walk days."""
    return _("On which days do you want to walk?")


def days_lead() -> str:
    """What a walk day is."""
    return _("Three or more. The other days are for rest, and resting costs you nothing.")


def days_too_few() -> str:
    """Fewer than three days are chosen."""
    return _("Choose three days or more: with fewer, the plan cannot grow evenly.")


def sound_title() -> str:
    """Over the sound test."""
    return _("Can you hear the tones?")


def sound_lead() -> str:
    """What the tones are for."""
    return _("A tone tells you when the pace changes, so that you need not watch the screen.")


def sound_test() -> str:
    """Plays a tone."""
    return _("Play a tone")


def sound_hint() -> str:
    """What to do where nothing is heard."""
    return _("Nothing heard? Turn up the computer's sound. The screen shows each change as well.")
