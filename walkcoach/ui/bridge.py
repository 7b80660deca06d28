"""The QObjects between services and pages: wishes go in, snapshots come out as signals.

`Bridge` is for the day, `SettingsBridge` for this machine, `WalkBridge` for the walk, with the timer that drives it. Trouble
becomes a signal of `Bridge`, once for all pages; whatever else goes wrong is a bug and is not caught.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from walkcoach.core.decision import Decision
from walkcoach.core.diary import AfterCheckIn, AwayBecause, BeforeCheckIn, ShorterBecause
from walkcoach.core.programme import Programme
from walkcoach.core.segments import Segment
from walkcoach.services.errors import Trouble
from walkcoach.services.ports import (
    Checkpoint,
    Cue,
    CuePlayer,
    Profile,
    Settings,
    SettingsStore,
    SoundState,
    WalkKind,
)
from walkcoach.services.today import TodayService, TodayView
from walkcoach.wording.window import sound_test_spoken

if TYPE_CHECKING:
    from walkcoach.core.session import Move
    from walkcoach.services.history import HistoryService
    from walkcoach.services.walking import WalkingService, WalkStatus

NEW_DAY_CHECK_MS: Final = 20_000
"""How often the window looks whether the day, or the hour that the greeting follows, has changed."""
LOOK_AHEAD_MS: Final = 10
"""From one small piece of adding up to the next."""
SOUND_TEST_MS: Final = 9_000
"""How long a sound test may take: a speech service that has to be started was seen to need 5 s."""
SOUND_TOLD_MS: Final = 500
"""How often it is looked at what came of it."""


class Services:
    """All that the window needs of the services, and how fast their clock runs beside the real one.

    What is only needed once somebody walks or looks back is made when it is first asked for: the first window is there sooner.
    """

    def __init__(
        self,
        today: TodayService,
        walking: "Callable[[], WalkingService]",
        history: "Callable[[], HistoryService]",
        settings: SettingsStore,
        cues: CuePlayer,
        speed: float = 1.0,
    ) -> None:
        self.today = today
        self.settings = settings
        self.cues = cues
        self.speed = speed
        self._make_walking = walking
        self._make_history = history

    @cached_property
    def walking(self) -> "WalkingService":
        """Walks."""
        return self._make_walking()

    @cached_property
    def history(self) -> "HistoryService":
        """What was."""
        return self._make_history()


class Bridge(QObject):
    """Takes wishes, hands out what is to be drawn. Each wish answers whether it could be carried out."""

    today_changed = Signal(object)
    progress_changed = Signal(object)
    trouble_met = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._trouble: Trouble | None = None
        self.drawn_for: tuple[date, int] | None = None
        """The day and the hour that were handed out last."""
        self._look_ahead = QTimer(self, interval=LOOK_AHEAD_MS)
        self._look_ahead.timeout.connect(self._add_up_ahead)
        self._day_timer = QTimer(self, interval=NEW_DAY_CHECK_MS)
        self._day_timer.timeout.connect(self.notice_new_day)
        self._day_timer.start()

    @property
    def profile(self) -> Profile:
        """What the welcome asked."""
        return self._services.today.profile

    @property
    def programme(self) -> Programme:
        """The programme that holds today."""
        return self._services.today.programme

    @property
    def trouble(self) -> Trouble | None:
        """What kept the last wish from being carried out; None if it was."""
        return self._trouble

    def view(self) -> TodayView:
        """Today as it stands."""
        return self._services.today.view()

    def preview(self, before: BeforeCheckIn) -> Decision:
        """What today would offer after these answers."""
        return self._services.today.preview(before)

    def refresh_today(self) -> None:
        """Hand out today anew."""
        view = self.view()
        self.drawn_for = (view.day, view.hour)
        self.today_changed.emit(view)

    def show_progress(self, weeks: int) -> None:
        """Hand out the last `weeks` weeks; 0 for all."""
        history = self._services.history
        self.progress_changed.emit(history.progress(weeks or history.weeks_of_diary()))
        self._look_ahead.start()

    @property
    def looks_ahead(self) -> bool:
        """Whether there is still something to add up ahead."""
        return self._look_ahead.isActive()

    def check_in_before(self, before: BeforeCheckIn) -> bool:
        """Keep the check-in before the walk."""
        return self.attempt(lambda: self._services.today.check_in_before(before))

    def check_in_after(self, after: AfterCheckIn, on: date | None = None) -> bool:
        """Keep the check-in after the walk of the day `on` (None: the day that is drawn now)."""
        return self.attempt(lambda: self._services.today.check_in_after(after, on))

    def clear_warning_sign(self) -> bool:
        """Note that a professional has looked at the warning sign."""
        return self.attempt(self._services.today.clear_warning_sign)

    def feet_seen_to(self) -> bool:
        """Note that the feet were seen to."""
        return self.attempt(self._services.today.feet_seen_to)

    def acknowledge_review(self) -> bool:
        """Note that the review was acknowledged."""
        return self.attempt(self._services.today.acknowledge_review)

    def away_because(self, reason: AwayBecause | None) -> bool:
        """Note why there was no walking."""
        return self.attempt(lambda: self._services.today.away_because(reason))

    def set_up(self, profile: Profile, programme: Programme) -> bool:
        """Keep what the welcome has found out."""
        return self.attempt(lambda: self._services.today.set_up(profile, programme))

    def set_programme(self, programme: Programme) -> bool:
        """Let `programme` hold from today on."""
        return self.attempt(lambda: self._services.today.set_programme(programme))

    def set_profile(self, profile: Profile) -> bool:
        """Keep the profile."""
        return self.attempt(lambda: self._services.today.set_profile(profile))

    def close(self) -> None:
        """The window closes."""
        self._day_timer.stop()
        self._look_ahead.stop()

    def notice_new_day(self) -> None:
        """Draw today anew if the day, or the hour, is another than was drawn; the bridge looks by itself from time to time."""
        view = self.view()
        if (view.day, view.hour) != self.drawn_for and not self._services.walking.active:
            self.refresh_today()

    def attempt(self, wish: Callable[[], object], *, refresh: bool = True) -> bool:
        """Carry out `wish`; trouble is told and nothing is changed. Then today is drawn anew."""
        try:
            wish()
        except Trouble as trouble:
            self._trouble = trouble
            self.trouble_met.emit(trouble)
            return False
        self._trouble = None
        if refresh:
            self.refresh_today()
        return True

    def _add_up_ahead(self) -> None:
        """Add up a little of what *All* would show, while Progress has just been shown."""
        if not self._services.history.look_ahead():
            self._look_ahead.stop()


class SettingsBridge(QObject):
    """The settings of this machine: they hold at once, even where they cannot be kept."""

    settings_changed = Signal(object)
    sound_told = Signal(object, object)
    """What came of a sound test: the `SoundState`, and whether there is a voice (None: not known, or not wanted)."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._services = services
        self._bridge = bridge
        self._settings = services.settings.read()
        self._quiet_again = QTimer(self, singleShot=True, interval=SOUND_TEST_MS)
        self._quiet_again.timeout.connect(self._end_test)
        self._look = QTimer(self, interval=SOUND_TOLD_MS)
        self._look.timeout.connect(self.look_at_sound)

    @property
    def settings(self) -> Settings:
        """The settings of this machine."""
        return self._settings

    def set_settings(self, settings: Settings) -> bool:
        """Take `settings`, tell who follows them, and keep them."""
        self._settings = settings
        self.settings_changed.emit(settings)
        return self._bridge.attempt(lambda: self._services.settings.write(settings), refresh=False)

    def test_sound(self) -> None:
        """Play one tone and its sentence; the device is let go soon after, unless a walk needs it."""
        self._services.cues.open()
        self._services.cues.play(Cue.BRISK, sound_test_spoken())
        self._quiet_again.start()
        self._look.start()

    def look_at_sound(self) -> None:
        """Tell what came of the sound test, once it is known; the bridge does so by itself."""
        sound, has_voice = self._services.cues.state(), self._services.cues.voice()
        if sound is not SoundState.ON or has_voice is not None:
            self._look.stop()
        self.sound_told.emit(sound, has_voice)

    def _end_test(self) -> None:
        self._look.stop()
        if not self._services.walking.active:
            self._services.cues.close()


class WalkBridge(QObject):
    """The walk under way: moves go in, a `WalkStatus` comes out whenever there is something new to draw."""

    walk_changed = Signal(object)

    def __init__(self, services: Services, bridge: Bridge, machine: SettingsBridge) -> None:
        super().__init__(bridge)
        self._services = services
        self._bridge = bridge
        self._machine = machine
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def under_way(self) -> bool:
        """Whether there is a walk, or one that has just ended."""
        return self._services.walking.active

    def begin_walk(self) -> bool:
        """Start the day's walk, or what is left of it."""

        def begin() -> None:
            segments, day = self._services.today.begin_walk(), self._bridge.view().day
            self._services.walking.start(segments, day, WalkKind.PLANNED, self._machine.settings.get_ready_s)

        return self._bridge.attempt(begin, refresh=False) and self._draw_walk()

    def begin_free_walk(self, segments: tuple[Segment, ...], day: date) -> bool:
        """Start a walk of the person's own through `segments` on the local date `day`."""

        def begin() -> None:
            self._services.walking.start(segments, day, WalkKind.FREE, self._machine.settings.get_ready_s)

        return self._bridge.attempt(begin, refresh=False) and self._draw_walk()

    def recovered_walk(self) -> Checkpoint | None:
        """A walk that was under way when the program last ended. One that is too old to be offered is kept as it is."""
        found: list[Checkpoint | None] = []
        self._bridge.attempt(lambda: found.append(self._services.walking.recovered()))
        return found[0] if found else None

    def may_continue(self, checkpoint: Checkpoint) -> bool:
        """Whether a walk found again may be gone on with."""
        return self._services.today.may_go_on(checkpoint)

    def continue_walk(self, checkpoint: Checkpoint) -> bool:
        """Go on with a walk found again."""

        def go_on() -> None:
            self._services.walking.resume_checkpoint(checkpoint, self._machine.settings.get_ready_s)

        return self._bridge.attempt(go_on, refresh=False) and self._draw_walk()

    def save_recovered(self, checkpoint: Checkpoint) -> bool:
        """Keep a walk found again as far as it went."""
        return self._bridge.attempt(lambda: self._services.walking.save_recovered(checkpoint))

    def discard_recovered(self) -> bool:
        """Forget a walk found again."""
        return self._bridge.attempt(self._services.walking.discard_recovered)

    def perform(self, move: "Move") -> None:
        """Make a move in the walk under way."""
        self._services.walking.perform(move)
        self._draw_walk()

    def count(self, seconds: float) -> None:
        """Count so many seconds of the machine's sleep as walked."""
        self._services.walking.count(seconds)
        self._draw_walk()

    def finish_walk(self, shorter_because: ShorterBecause | None = None) -> bool:
        """End the walk where it is and keep it."""

        def finish() -> None:
            self._services.walking.finish(shorter_because)

        done = self._bridge.attempt(finish)
        if done:
            self._timer.stop()
        return done

    def close(self) -> None:
        """The window closes: a walk under way stays, to be offered at the next start."""
        self._timer.stop()
        self._services.walking.close()
        self._services.cues.close()

    def tick(self) -> None:
        """Bring the walk up to now and draw it; the bridge does so by itself whenever something is due."""
        if self.under_way:
            self._services.walking.tick()
            self._draw_walk()

    def _draw_walk(self) -> bool:
        status: WalkStatus = self._services.walking.status()
        due_s = self._services.walking.next_due_s()
        if due_s is None:
            self._timer.stop()
        else:
            self._timer.start(ceil(due_s * 1000 / self._services.speed))
        self.walk_changed.emit(status)
        return True
