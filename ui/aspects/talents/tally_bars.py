"""How many of each cohort hold which certificate, as bars against the targets."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from ptman.aspects.talents.certifying import Tally
from ptman.labels import Label
from ui import style
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.picture import Part
from ui.pieces.seats_bar import SeatsBar

COHORTS = 2
_HOLD, _SHORT, _REST = Label("持有", "Hold it"), Label("距目标", "Short of the target"), Label("其余学生", "Others")


class TallyBars(QWidget):
    """The newest cohorts, a row each; a bar for each level."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(style.WIDE, style.SMALL, style.WIDE, style.NORMAL)
        self._grid.setHorizontalSpacing(style.LOOSE)

    def show_tallies(self, found: Sequence[Tally]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        cohorts = list(dict.fromkeys(one.cohort for one in found))[:COHORTS]
        for row, cohort in enumerate(cohorts):
            for column, one in enumerate(each for each in found if each.cohort == cohort):
                self._grid.addWidget(text.small(named(one)), row * 2, column)
                self._grid.addWidget(_bar(one), row * 2 + 1, column)


def named(one: Tally) -> Label:
    zh = f"，目标 {one.target}" if one.target is not None else ""
    en = f", target {one.target}" if one.target is not None else ""
    level = one.level.value
    return Label(f"{one.cohort} 级 {level} 及以上{zh}", f"Cohort {one.cohort}, {level} or higher{en}")


def _bar(one: Tally) -> SeatsBar:
    made = SeatsBar(named(one))
    short = max((one.target or 0) - one.holders, 0)
    parts = (
        Part("hold", _HOLD, one.holders, Tone.DONE),
        Part("short", _SHORT, short, Tone.SOON),
        Part("rest", _REST, max(one.students - one.holders - short, 0), Tone.QUIET),
    )
    made.show_parts([part for part in parts if part.count])
    return made
