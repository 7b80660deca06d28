"""Every scene that has reference pictures. Name your table here."""

from typing import Final

from tests.looks import calendar_scenes, chart_scenes
from tests.looks.harness import named

SCENES: Final = named(calendar_scenes.SCENES, chart_scenes.SCENES)
