"""The weights as sliders, each with its name, what it means, and its figure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QWidget

from ptman.assign import weights
from ptman.assign.weights import Weights
from ptman.labels import Label, same
from ui import style, words
from ui.palette import Tone
from ui.pieces import text

_STEP, _PAGE = 5, 25


class WeightSliders(QWidget):
    """One row a weight.

    Signals:
        moved: a slider stands elsewhere.
    """

    moved = Signal()

    def __init__(self, now: Weights, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sliders: dict[str, QSlider] = {}
        self._figures: dict[str, text.Text] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.TIGHT)
        grid.setColumnStretch(1, 1)
        for at, one in enumerate(weights.DECLARED):
            slider, figure = QSlider(Qt.Orientation.Horizontal), text.Text(style.BODY)
            slider.setRange(one.lowest, one.highest)
            slider.setSingleStep(_STEP)
            slider.setPageStep(_PAGE)
            slider.setValue(now.of(one.name))
            slider.setMinimumWidth(180)
            words.name(slider, one.label)
            slider.setToolTip(text.plain_tip(words.say(one.hint)))
            figure.setMinimumWidth(44)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.sliders[one.name], self._figures[one.name] = slider, figure
            grid.addWidget(text.line(one.label), 2 * at, 0)
            grid.addWidget(slider, 2 * at, 1)
            grid.addWidget(figure, 2 * at, 2)
            grid.addWidget(text.line(one.hint, style.SECONDARY, Tone.QUIET), 2 * at + 1, 0, 1, 3)
            slider.valueChanged.connect(self._on_moved)
        words.on_change(self, self._say)
        self._say()

    def weights(self) -> Weights:
        return Weights(**{name: slider.value() for name, slider in self.sliders.items()})

    def set_weights(self, wanted: Weights) -> None:
        for name, slider in self.sliders.items():
            slider.setValue(wanted.of(name))

    def _on_moved(self) -> None:
        self._say()
        self.moved.emit()

    def _say(self) -> None:
        usual = weights.USUAL
        for name, slider in self.sliders.items():
            number = slider.value()
            off = Label("不计", "off") if number == 0 else same(f"{number} %")
            self._figures[name].setText(words.say(off))
            self._figures[name].set_tone(Tone.PLAIN if number == usual.of(name) else Tone.ACCENT)
