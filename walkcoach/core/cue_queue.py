"""What may be heard when: one cue at a time, by rank, and nothing that comes too late. Pure; time is an argument.

A change of pace is never cut. Whatever else is heard gives way to a higher rank at once. Of changes that wait for another one
only the newest is still true, so that an older one is dropped, and with it whatever else was waiting.
"""

from dataclasses import dataclass, replace
from math import inf
from typing import Final

from walkcoach.core.cues import Rank

GOOD_FOR_S: Final = (0.0, 5.0, 3.0, inf)
"""How long a cue may wait; the value of its rank is the place. "In ten seconds" is soon wrong, a change holds until the next."""


@dataclass(frozen=True, slots=True)
class Request:
    """A cue that somebody has asked for, at a moment in seconds of any clock. `number` tells it from others, as it rises."""

    number: int
    rank: Rank
    asked_s: float

    def too_late(self, now_s: float) -> bool:
        """Whether it has waited for too long by the moment `now_s`."""
        return now_s - self.asked_s > GOOD_FOR_S[self.rank]


@dataclass(frozen=True, slots=True)
class CueQueue:
    """What is being heard and what waits, by rank and age. It changes by `asked`, `next_at` and `over`, which return another."""

    heard: Request | None = None
    waiting: tuple[Request, ...] = ()

    def asked(self, request: Request) -> "CueQueue":
        """The queue with one more request; a change makes all that waits old news."""
        kept = () if request.rank is Rank.CHANGE else self.waiting
        return replace(self, waiting=tuple(sorted((*kept, request), key=lambda one: (-one.rank, one.number))))

    def next_at(self, now_s: float) -> "CueQueue":
        """The queue at the moment `now_s`: too late ones are gone, and the first that may be heard is being heard.

        It is a cut if something else was heard before; a request that is not heard and waits no more has been dropped.
        """
        waiting = tuple(request for request in self.waiting if not request.too_late(now_s))
        if waiting and (self.heard is None or self.heard.rank < waiting[0].rank):
            return CueQueue(waiting[0], waiting[1:])
        return replace(self, waiting=waiting)

    def over(self) -> "CueQueue":
        """The queue when what was heard has come to its end."""
        return replace(self, heard=None)
