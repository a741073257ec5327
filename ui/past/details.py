"""What one step of the journal did, in the inspector: each record with field, old → new, a page at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptman.labels import Label, Lang
from ptman.register.change_sets import PAGE, Deed, Step, Steps
from ptman.register.timeline import Turn
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.facts import Fact, Facts
from ui.pieces.section import Section

TONES = {Deed.ADDED: Tone.DONE, Deed.CHANGED: Tone.ACCENT, Deed.REMOVED: Tone.OVERDUE}
_LONG = 60

Open = Callable[[str, str], object]
Turning = Callable[[int], object]


def sections(found: Steps, head: Sequence[Fact], open_record: Open, turn_to: Turning) -> list[Section]:
    """The step itself, then its records; `turn_to(first)` shows another page of them."""
    return [
        Section("history/step", Label("步骤", "Step"), Facts(head)),
        Section("history/records", _counted(found), _records(found, open_record, turn_to)),
    ]


def _counted(found: Steps) -> Label:
    return Label(f"改动的记录（{found.total}）", f"Records changed ({found.total})")


def _records(found: Steps, open_record: Open, turn_to: Turning) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.NORMAL)
    if found.total > PAGE:
        column.addLayout(_turning(found, turn_to))
    for step in found.steps:
        column.addWidget(_Record(step, open_record))
    return whole


def _turning(found: Steps, turn_to: Turning) -> QHBoxLayout:
    last = min(found.first + PAGE, found.total)
    place = Label(f"第 {found.first + 1}–{last} 条", f"{found.first + 1}–{last}")
    back = button.quiet(Label("前一页记录", "Previous records"), "chevron-left")
    on = button.quiet(Label("后一页记录", "Next records"), "chevron-right")
    back.setEnabled(found.first > 0)
    on.setEnabled(last < found.total)
    back.clicked.connect(lambda: turn_to(max(0, found.first - PAGE)))
    on.clicked.connect(lambda: turn_to(found.first + PAGE))
    row = QHBoxLayout()
    row.setSpacing(style.TIGHT)
    row.addWidget(text.line(place, style.SECONDARY, Tone.QUIET), 1)
    row.addWidget(back)
    row.addWidget(on)
    return row


class _Record(QWidget):
    """One record: what was done, its name as a way to it, and the values."""

    def __init__(self, step: Step, open_record: Open) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(style.SMALL)
        head.addWidget(text.line(step.deed.label, style.SECONDARY, TONES[step.deed]), 0)
        name = text.Elided()
        name.setText(step.title or words.say(step.what))
        head.addWidget(text.line(step.what, style.SECONDARY, Tone.QUIET), 0)
        head.addWidget(name, 1)
        if step.there:
            go = button.quiet(Label(f"打开“{step.title}”", f"Open “{step.title}”"), "arrow-right")
            go.clicked.connect(lambda: open_record(step.noun, step.id))
            head.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        facts = [_fact(step, turn) for turn in step.turns]
        if facts:
            column.addWidget(Facts(facts))


def _fact(step: Step, turn: Turn) -> Fact:
    if step.deed is Deed.ADDED:
        return (turn.label, _short(turn.new))
    old, new = _short(turn.old), _short(turn.new)
    return (turn.label, Label(f"{old.zh or '—'} → {new.zh or '—'}", f"{old.en or '—'} → {new.en or '—'}"))


def _short(said: Label) -> Label:
    return Label(*(_cut(said.text(lang)) for lang in (Lang.ZH, Lang.EN)))


def _cut(value: str) -> str:
    return value if len(value) <= _LONG else f"{value[:_LONG]}…"
