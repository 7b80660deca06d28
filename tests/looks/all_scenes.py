"""Every scene that has reference pictures. Name your table here."""

from typing import Final

from tests.looks import chart_scenes
from tests.looks.harness import named

SCENES: Final = named(chart_scenes.SCENES)
