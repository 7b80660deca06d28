"""Reference pictures: draw a scene in every look, keep it small, and tell a real change from another machine's fonts.

A scene is a function that makes a widget. Whoever has some to show writes a module with a `SCENES` table and names it in
`all_scenes`; `make looks` draws them all anew (`ONLY=month` those whose names begin so), and the tests compare.

Two machines smooth the same letters differently, so pictures are compared at a third of their size and field by field: the
mean of no field of twelve pixels may be far off. Measured: 20 between letters and lines drawn at one and at two pixels to the
point and made small again, 26 and more for a bar that is 5 % higher among 52, 30 for a mark that is missing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFont, QImage, QRegion, qRgb
from PySide6.QtWidgets import QApplication, QWidget

from walkcoach.ui.theme.apply import apply_theme_to_app, load_fonts
from walkcoach.ui.theme.theme import Theme, spread
from walkcoach.ui.theme.tokens import Role, Scheme

FOLDER: Final = Path(__file__).parent / "pictures"
FONTS: Final = Path(__file__).parents[2] / "resources" / "fonts"
SMALLER: Final = 3
"""Pictures are compared at one in so many of their pixels, each way."""
FIELD: Final = 4
"""The side of a field, in pixels of the small picture."""
MOST_APART: Final = 23.0
"""How far apart the mean of any field may be, of 255."""
_COLOURS: Final = 256
_FAR: Final = (4000, 4000)
"""Where no pointer is, wherever the last test has left it."""
_SETTLED: Final = 6
"""Rounds of events until layouts that follow each other have come to rest."""
Pixels = npt.NDArray[np.int32]
"""Height × width × red, green, blue."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Something to draw: how to make it, how wide it is at 100 % text, and how high (0: as high as it wants to be)."""

    make: Callable[[], QWidget]
    width_px: int = 700
    height_px: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """A scheme at a text size."""

    scheme: Scheme
    percent: int = 100

    @property
    def name(self) -> str:
        """As in the file's name."""
        return f"{self.scheme}-{self.percent}"


LOOKS: Final = (Look(Scheme.LIGHT), Look(Scheme.DARK), Look(Scheme.LIGHT, 200))
"""In these every scene is drawn."""


@dataclass(frozen=True, slots=True)
class PlainTheme(Theme):
    """A theme whose letters no machine's own settings move onto the raster."""

    def font_of(self, pixels: int, weight: int) -> QFont:
        """As any theme, without hinting."""
        font = Theme.font_of(self, pixels, weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def drawn(app: QApplication, scene: Scene, look: Look, ratio: int = 1) -> QImage:
    """The scene as it looks on the page, on the page's own ground; with a `ratio` drawn that much larger and made small again."""
    load_fonts(FONTS)
    made = PlainTheme(look.scheme, look.percent)
    apply_theme_to_app(app, made)
    widget = scene.make()
    try:
        spread(widget, made)
        width = scene.width_px if look.percent == 100 else round(scene.width_px * 1.4)
        widget.resize(width, scene.height_px or _height(widget, width))
        widget.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        widget.move(*_FAR)
        widget.show()
        for _round in range(_SETTLED):
            app.processEvents()
            widget.resize(width, scene.height_px or _height(widget, width))
        focused: QWidget | None = widget.focusWidget()
        if focused is not None:  # who has the keyboard depends on what was shown before
            focused.clearFocus()
        app.processEvents()
        picture = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(ratio)
        picture.fill(made.colour(Role.WINDOW))
        widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture if ratio == 1 else picture.scaled(widget.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    finally:
        widget.hide()
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _height(widget: QWidget, width: int) -> int:
    high = widget.heightForWidth(width) if widget.hasHeightForWidth() else 0
    return max(high, widget.sizeHint().height(), widget.minimumSizeHint().height())


def path_of(name: str, look: Look) -> Path:
    """Where the reference picture lies."""
    return FOLDER / f"{name}-{look.name}.png"


def save(picture: QImage, path: Path) -> None:
    """Keep a picture with 256 colours: the commonest half of them exactly, for the others the mean of those like them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = _pixels(picture).reshape(-1, 3)
    exact, often = np.unique(pixels, axis=0, return_counts=True)
    by_use = np.argsort(often, kind="stable")[::-1]
    table = {tuple(map(int, colour)) for colour in exact[by_use[: _COLOURS // 2]]}
    rest, weights = exact[by_use[_COLOURS // 2 :]], often[by_use[_COLOURS // 2 :]]
    bits = 5
    while len(rest) and len(np.unique(rest >> (8 - bits), axis=0)) > _COLOURS // 2:
        bits -= 1
    likes = rest >> (8 - bits)
    for like in np.unique(likes, axis=0) if len(rest) else ():
        those = (likes == like).all(axis=1)
        table.add(tuple(map(int, np.average(rest[those], axis=0, weights=weights[those]).round())))
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    small = picture.convertToFormat(QImage.Format.Format_Indexed8, [qRgb(*colour) for colour in sorted(table)], flags)
    if not small.save(str(path), quality=0):
        raise OSError(f"{path} cannot be written")


def apart(one: QImage, other: QImage) -> float:
    """How far apart two pictures are where they differ most: the mean difference of a field's pixels, 0 to 255."""
    if one.size() != other.size():
        return 255.0
    difference = np.abs(_small(one) - _small(other)).max(axis=2)
    worst = 0.0
    for down in (0, FIELD // 2):  # fields overlap by half, so that none is cut in two by the raster
        for along in (0, FIELD // 2):
            part = difference[down:, along:]
            high, wide = (-(-side // FIELD) * FIELD for side in part.shape)
            padded = np.pad(part, ((0, high - part.shape[0]), (0, wide - part.shape[1])))
            fields = padded.reshape(high // FIELD, FIELD, wide // FIELD, FIELD)
            worst = max(worst, float(fields.mean(axis=(1, 3)).max()))
    return worst


def _small(picture: QImage) -> Pixels:
    size = QSize(max(1, picture.width() // SMALLER), max(1, picture.height() // SMALLER))
    smooth = picture.convertToFormat(QImage.Format.Format_RGB32).scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return _pixels(smooth)


def _pixels(picture: QImage) -> Pixels:
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(np.int32)


def named(*tables: Mapping[str, Scene]) -> Mapping[str, Scene]:
    """All scenes of `tables`; a name may be there only once."""
    names = [name for table in tables for name in table]
    if len(names) != len(set(names)):
        raise ValueError(f"two scenes have one name among {sorted(names)}")
    return MappingProxyType({name: scene for table in tables for name, scene in table.items()})
