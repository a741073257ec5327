"""The tests of a student one below the other: how each stands, its figures, and what would close it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ptman.aspects.titles import matrix
from ptman.labels import Label, Lang
from ptman.rules.findings import Finding, Standing
from ui import style, words
from ui.aspects.titles import tones
from ui.palette import Tone
from ui.pieces import text

_EARLIEST = Label("最早 {}", "earliest {}")
_BORDERLINE = Label("临界（30 天折一个月）", "borderline (30 days make a month)")


class FindingList(QWidget):
    """What is not met stands first."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(style.SMALL)
        self._found: tuple[Finding, ...] = ()
        words.on_change(self, self._fill)

    def show_findings(self, found: Sequence[Finding]) -> None:
        worst = list(Standing)
        self._found = tuple(sorted(found, key=lambda one: -worst.index(one.standing)))
        self._fill()

    def _fill(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in self._found:
            self._layout.addWidget(_line(one))


def _line(one: Finding) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(style.SMALL)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    sign = text.Text(style.BODY, tones.OF[one.standing])
    sign.setText(tones.sign(one.standing))
    sign.setFixedWidth(style.WIDE)
    sign.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    grid.addWidget(sign, 0, 0)
    head = text.Elided(style.BODY, Tone.PLAIN)
    head.setText(f"{words.say(one.label)} · {words.say(one.value if one.met and one.value else one.standing.label)}")
    grid.addWidget(head, 0, 1)
    for at, (said, tone) in enumerate(_more(one), 1):
        line = text.Text(style.SECONDARY, tone)
        line.setWordWrap(True)
        line.setText(said)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(line, at, 1)
    made.setToolTip(text.plain_tip(one.basis))
    return made


def _more(one: Finding) -> list[tuple[str, Tone]]:
    """Value against threshold, the gap and the first day it can be met, then the cure."""
    lang = words.lang()
    if one.met:
        return [(_BORDERLINE.text(lang), Tone.SOON)] if one.borderline else []
    figures = " / ".join(part.text(lang) for part in (one.value, one.threshold) if part is not None)
    if one.gap is not None:
        figures += ("，" if lang is Lang.ZH else ", ") + matrix.gap(one).text(lang)
    found = [(figures, Tone.QUIET)] if figures else []
    if one.cure is not None:
        found.append((one.cure.text(lang), tones.OF[one.standing]))
    if one.earliest is not None and str(one.earliest) not in (one.cure.zh if one.cure else ""):
        found.append((_EARLIEST.text(lang).format(one.earliest), Tone.QUIET))
    return found
