"""What happened to a record: who changed what and when, newest first."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.register.timeline import Past, Turn
from ui import style
from ui.palette import Tone
from ui.pieces import text

MOST = 30
_NOTHING = Label("还没有变更记录。", "No changes are on record yet.")


class PastList(QWidget):
    """Change sets one below the other; what is older than the newest thirty is counted, and stands in the history."""

    def __init__(self, past: Sequence[Past]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.NORMAL)
        if not past:
            layout.addWidget(text.small(_NOTHING))
        for one in past[:MOST]:
            layout.addWidget(_one(one))
        if len(past) > MOST:
            more = len(past) - MOST
            layout.addWidget(text.small(Label(f"还有更早的 {more} 次变更", f"{more} earlier changes")))
        layout.addStretch(1)


def local(at: datetime) -> str:
    """A moment of the journal (UTC) by the local clock."""
    return at.replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")


def _one(past: Past) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(text.quiet(f"{local(past.at)} · {past.who}"))
    layout.addWidget(text.paragraph(past.sentence))
    # What a record began with stands in its fields; only later changes are worth their lines.
    for turn in past.turns if any(turn.old.zh for turn in past.turns) else ():
        line = text.paragraph(_said(turn), Tone.QUIET)
        line.setFont(style.font(style.SECONDARY))
        layout.addWidget(line)
    return made


def _said(turn: Turn) -> Label:
    zh = f"{turn.label.zh}：{turn.old.zh or '—'} → {turn.new.zh or '—'}"
    en = f"{turn.label.en}: {turn.old.en or '—'} → {turn.new.en or '—'}"
    return Label(zh, en)
