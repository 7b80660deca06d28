"""What is left of a day's plan after some of it has been walked. Pure arithmetic in whole seconds."""

from collections.abc import Iterable

from walkcoach.core.segments import Segment


def remaining_segments(segments: Iterable[Segment], walked_s: float) -> tuple[Segment, ...]:
    """`segments` without their first `walked_s` seconds, rounded to whole ones; nothing once all has been walked.

    Only the time counts, whatever the pace: a brisk bout that was eased off is not asked for again.
    """
    gone_s = int(max(0.0, walked_s) + 0.5)
    left = []
    for segment in segments:
        skipped_s = min(gone_s, segment.length_s)
        gone_s -= skipped_s
        if skipped_s < segment.length_s:
            left.append(Segment(segment.pace, segment.length_s - skipped_s))
    return tuple(left)
