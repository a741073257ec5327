"""The proposal: how good it is, the rank profile, its rows with vacancies first, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from ptman.assign.problem import Role
from ptman.drafts import Fate
from ptman.labels import Label
from ui import style, words
from ui.pairing import counted, proposed
from ui.pairing import proposal as thinking
from ui.pairing.proposal import Proposal
from ui.pairing.proposal_list import ProposalList
from ui.pairing.proposed import Proposed
from ui.pairing.rank_profile import RankProfile
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.chips import Chip, Chips
from ui.pieces.empty_state import EmptyState

_CHIPS = (
    Chip("all", Label("全部", "All")),
    Chip(Fate.VACANT.value, Label("空缺", "Vacant")),
    Chip(Fate.CHANGED.value, Label("调整", "Moved")),
    Chip(Fate.NEW.value, Label("新配", "New")),
)
_STALE = Label(
    "求解之后有关记录已改动。请重新求解 (Ctrl+Enter)，锁定和人工调整的会保留。",
    "Records have changed since this was solved. Solve again (Ctrl+Enter); locks and hand changes stay.",
)


class ProposalPane(QWidget):
    """Empty, at work, or open.

    Signals:
        cancel_asked: stop solving.
    """

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(
            "sparkles",
            Label("为全部学生起草一个方案，或在上方选一个已有的。方案随时保存，定稿之前不改动现有配对。",
                  "Propose for all students at once, or choose a scenario above. It is saved as you work; no pairing "
                  "is changed until it is made final."),
            Label("起草方案", "Propose for all"),
        )  # fmt: skip
        self.list = ProposalList()
        self._no_rows = EmptyState("search", Label("方案里没有这样的行。", "The proposal has no such rows."))
        self.chips = Chips(_CHIPS)
        self.profile = RankProfile(Label("志愿满足情况", "Rank profile"))
        self.keep = button.primary(Label("定稿…", "Make final…"), "check")
        self.discard = button.plain(Label("弃用方案", "Discard"))
        self.cancel = button.plain(Label("停止，用目前最好的", "Stop with the best so far"), "x")
        self._phase = text.Text()
        self._quality = text.Text(style.SECONDARY)
        self._vacancies = text.Text()
        self._counts = text.Text(style.SECONDARY, Tone.QUIET)
        self._profiled = text.Text(style.SECONDARY, Tone.QUIET)
        self._objection = text.Text(tone=Tone.SOON)
        self._stack = QStackedWidget()
        self._shown: tuple[Proposal, Role, bool] | None = None
        self._wanted: Callable[[Proposed], bool] = bool
        self._lay_out()
        self._connect()

    def show_nothing(self) -> None:
        self._shown = None
        self._stack.setCurrentIndex(0)

    def show_solving(self, phase: Label) -> None:
        words.bind(self._phase, self._phase.setText, phase)
        self._stack.setCurrentIndex(1)

    def show_proposal(self, proposal: Proposal, role: Role, *, fresh: bool) -> None:
        self._shown = (proposal, role, fresh)
        self.profile.show_plan(proposal.plan, role)
        self._stack.setCurrentIndex(2)
        self._renew()

    def _lay_out(self) -> None:
        words.name(self.list, Label("方案各行", "Rows of the proposal"))
        for part in (self._vacancies, self._objection, self._counts):
            part.setWordWrap(True)
        for pane in (self.empty, self._working(), self._open()):
            self._stack.addWidget(pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _working(self) -> QWidget:
        pane = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        words.name(bar, Label("正在起草", "Proposing"))
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(pane)
        column.setContentsMargins(style.LOOSE, style.LOOSE, style.LOOSE, style.LOOSE)
        column.setSpacing(style.NORMAL)
        column.addStretch(2)
        column.addWidget(text.line(Label("正在起草方案…", "Proposing for all…"), style.TITLE))
        column.addWidget(bar)
        column.addWidget(self._phase)
        column.addLayout(row)
        column.addStretch(3)
        return pane

    def _open(self) -> QWidget:
        pane = QWidget()
        head = QVBoxLayout()
        head.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.SMALL)
        head.setSpacing(style.TIGHT)
        top = QHBoxLayout()
        top.addWidget(text.line(Label("方案", "Proposal")))
        top.addStretch(1)
        top.addWidget(self._quality)
        head.addLayout(top)
        for part in (self._vacancies, self._counts, self._profiled, self.profile, self.chips):
            head.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        foot.addWidget(self.keep)
        foot.addWidget(self.discard)
        foot.addStretch(1)
        below = QVBoxLayout()
        below.setContentsMargins(style.NORMAL, style.SMALL, style.NORMAL, style.SMALL)
        below.setSpacing(style.SMALL)
        below.addWidget(self._objection)
        below.addLayout(foot)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(text.hairline())
        column.addWidget(self.list, 1)
        column.addWidget(self._no_rows, 1)
        column.addWidget(text.hairline())
        column.addLayout(below)
        return pane

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_chip_chosen)
        self.profile.chosen.connect(self._on_rank_chosen)
        self.cancel.clicked.connect(self.cancel_asked)
        words.on_change(self, self._renew)

    def _renew(self) -> None:
        if self._shown is None:
            return
        proposal, role, fresh = self._shown
        rows = proposed.proposed(proposal)
        wanted = [row for row in rows if self._wanted(row)]
        self.list.show_items(wanted)
        self.list.setVisible(bool(wanted))
        self._no_rows.setVisible(not wanted)
        counts = {fate.value: sum(row.fate is fate for row in rows) for fate in Fate}
        self.chips.show_counts(counts | {"all": len(rows)})
        quality, *found = proposal.plan.draft.remarks
        self._quality.setText(words.say(quality))
        self._quality.set_tone(Tone.DONE if proposal.plan.optimal else Tone.PLAIN)
        self._vacancies.setText("\n".join(words.say(one) for one in (counted.vacant(proposal), *found)))
        self._vacancies.set_tone(Tone.SOON if proposal.plan.vacancies else Tone.DONE)
        self._counts.setText(words.say(counted.everybody(proposal)))
        self._profiled.setText(words.say(Label(f"{role.label.zh}的志愿满足情况", f"Choices met, {role.label.en}")))
        against = thinking.objection(proposal) if fresh else _STALE
        self._objection.setText(words.say(against) if against else "")
        self._objection.setVisible(against is not None)

    def _on_chip_chosen(self, key: str) -> None:
        self._wanted = bool if key == "all" else lambda row: row.fate.value == key
        self._renew()

    def _on_rank_chosen(self, rank: str) -> None:
        """The rows behind one bar."""
        if self._shown is not None:
            role = self._shown[1]
            self.chips.check("all")
            self._wanted = lambda row: row.rank == rank and row.role is role
            self._renew()
