"""A dialog of steps that ends in a look at what would be given away, and to whom it would not."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ptman.export.giving import consents
from ptman.export.giving.planning import Plan
from ptman.export.giving.wish import Wish
from ptman.labels import Label
from ui import errors, style, words
from ui.desk import Desk
from ui.giving.consent_dialog import ConsentDialog
from ui.giving.look import Look
from ui.palette import Tone
from ui.pieces import button, text

Drawn = TypeVar("Drawn")
Pages = Sequence[tuple[Label, QWidget]]
_CHECK = Label("核对", "Check")
_NOBODY = Label("没有可以提供的行。", "There is no row to give.")


class Stepped(QDialog, Generic[Drawn]):
    """Its maker gives the pages before the last and says what is wanting and what is drawn. Nothing is written here.

    Signals:
        agreed(Drawn): write it and record it; the dialog is closed by then.
    """

    agreed = Signal(object)

    def __init__(self, desk: Desk, named: Label, pages: Pages, last: Label, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._named = named
        self._drawn: Drawn | None = None
        self.look = Look()
        self._pages = (*pages, (_CHECK, self.look))
        self.steps = QStackedWidget()
        self.step = text.Text(tone=Tone.QUIET)
        self.missing = text.Text(style.SECONDARY, Tone.SOON)
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.back = button.plain(Label("上一步", "Back"), "chevron-left")
        self.next = button.primary(Label("下一步", "Next"))
        self.give = button.primary(last, "external-link")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 600)
        words.bind(self, self.setWindowTitle, named)
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self.go(self.steps.currentIndex() - 1))
        self.next.clicked.connect(self._on_next)
        self.give.clicked.connect(self._on_give)
        self.look.consents_asked.connect(self._on_consents)

    def wanting(self, at: int) -> Label | None:
        """What is still to be said on that step before it can be left."""
        raise NotImplementedError

    def drawing(self) -> Callable[[], Drawn]:
        """Draws what would go, as it is said now; it is called beside the window's thread."""
        raise NotImplementedError

    def plan_of(self, drawn: Drawn) -> Plan:
        raise NotImplementedError

    def go(self, at: int) -> None:
        """Show that step."""
        self.steps.setCurrentIndex(at)
        words.bind(self.step, self.step.setText, _steps_said([label for label, _page in self._pages], at))
        last = at == len(self._pages) - 1
        self.back.setVisible(at > 0)
        self.next.setVisible(not last)
        self.give.setVisible(last)
        (self.give if last else self.next).setDefault(True)
        self.renew()

    def renew(self) -> None:
        """What is still to be said on this step holds the next one back."""
        at = self.steps.currentIndex()
        if at == len(self._pages) - 1 and self._drawn is not None:
            missing = None if self.plan_of(self._drawn).rows else _NOBODY
        else:
            missing = self.wanting(at)
        words.bind(self.missing, self.missing.setText, missing or Label("", ""))
        self.next.setEnabled(missing is None)
        self.give.setEnabled(missing is None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(self._named))
        layout.addWidget(self.step)
        for _label, page in self._pages:
            self.steps.addWidget(page)
        layout.addWidget(self.steps, 1)
        layout.addWidget(text.hairline())
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        foot.addWidget(self.missing, 1)
        for part in (self.cancel, self.back, self.next, self.give):
            foot.addWidget(part)
        layout.addLayout(foot)

    def _on_next(self) -> None:
        if self.steps.currentIndex() < len(self._pages) - 2:
            self.go(self.steps.currentIndex() + 1)
        else:
            self._look()

    def _look(self) -> None:
        self.desk.work.ask(self.drawing(), self._on_drawn, lambda error: errors.show(error, self))

    def _on_drawn(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self.look.show_plan(self.plan_of(drawn), self.desk.read_only)
        self.go(len(self._pages) - 1)

    def _on_consents(self) -> None:
        """They have agreed on paper: record it for all of them, then look again."""
        if self._drawn is not None:
            plan = self.plan_of(self._drawn)
            students = [plan.students[row.id] for row in plan.excluded]
            dialog = ConsentDialog(plan.wish, students, self)
            dialog.said.connect(partial(self._record, plan.wish, students))
            dialog.open()

    def _record(self, asked: Wish, students: list[str], given_on: date, version: str) -> None:
        self.desk.work.act(
            Label("登记同意书", "Recording consents"),
            lambda _step: self.desk.write(consents.record, students, asked, given_on, version),
            lambda _count: self._look(),
        )

    def _on_give(self) -> None:
        drawn = self._drawn
        if drawn is not None:
            self.accept()
            self.agreed.emit(drawn)


def _steps_said(steps: Sequence[Label], at: int) -> Label:
    """The steps, numbered, the one of the moment in brackets."""
    named = [Label(f"{i} {one.zh}", f"{i} {one.en}") for i, one in enumerate(steps, 1)]
    zh = "　".join(f"【{one.zh}】" if i == at else one.zh for i, one in enumerate(named))
    en = "   ".join(f"[{one.en}]" if i == at else one.en for i, one in enumerate(named))
    return Label(zh, en)
