"""The practice ledger in an inspector: the months as a sentence, the bars, and every requirement with its cure."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.ledgers import Practice
from ptman.rules.findings import Finding, Standing
from ui import style
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.section import Section
from ui.registers.ledger_bars import LedgerBars

TITLE = Label("实践台账", "Practice ledger")
NONE = Label("还没有实践，月数从零算起。", "No placement yet; the months begin at nothing.")
_TONES = {
    Standing.MET: Tone.DONE,
    Standing.NOT_YET: Tone.SOON,
    Standing.UNKNOWN: Tone.SOON,
    Standing.IMPOSSIBLE: Tone.OVERDUE,
}


def section(practice: Practice) -> Section:
    return Section("practice/ledger", TITLE, body(practice))


def body(practice: Practice) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.SMALL)
    if practice.placed:
        column.addWidget(text.paragraph(practice.summary))
        column.addWidget(LedgerBars(practice))
    else:
        column.addWidget(text.paragraph(NONE, Tone.QUIET))
    for one in practice.findings:
        column.addWidget(text.paragraph(one.label, Tone.QUIET))
        column.addWidget(text.paragraph(said(one), _TONES[one.standing]))
    column.addStretch(1)
    return box


def said(one: Finding) -> Label:
    """How it stands, and what would close the gap."""
    state = one.standing.label
    if one.value is not None and one.threshold is not None:
        state = state.plus(one.value.plus(one.threshold, " / "), " ")
    return state if one.met or one.cure is None else state.plus(one.cure, "：")
