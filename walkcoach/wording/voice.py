"""What is spoken during a walk, one sentence after each tone: short, since it is heard once and while walking."""

from math import floor

from walkcoach.core.cues import CueKind, WalkCue
from walkcoach.core.segments import Pace
from walkcoach.wording import numbers
from walkcoach.wording.language import _, _n


def phrase(cue: WalkCue) -> str:
    """The sentence for `cue`: "Brisk now, 3 minutes"."""
    brisk = cue.pace is Pace.BRISK
    match cue.kind:
        case CueKind.READY:
            first = _("Get ready. Brisk first, {length}.") if brisk else _("Get ready. Normal first, {length}.")
            return first.format(length=length(cue.length_s))
        case CueKind.BRISK:
            return _("Brisk now, {length}.").format(length=length(cue.length_s))
        case CueKind.NORMAL:
            return _("Normal now, {length}.").format(length=length(cue.length_s))
        case CueKind.SOON:
            return _("Brisk in ten seconds.") if brisk else _("Normal in ten seconds.")
        case CueKind.HALF:
            return _("Half way.")
        case CueKind.END:
            return _("You are done. {length} walked.").format(length=length(cue.walked_s))


def length(seconds: float) -> str:
    """A length as it is said: to the second below a minute and a half, then to half a minute."""
    if seconds < 90:
        return numbers.length(seconds)
    halves = floor(seconds / 30 + 0.5)
    whole_min, half = divmod(halves, 2)
    return _n("{n} and a half minutes", "{n} and a half minutes", whole_min) if half else numbers.minutes(whole_min)
