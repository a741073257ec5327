"""The dialog of giving data away: three steps, nothing written before the last."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ptman import settings
from ptman.export.giving import consents, recipients, store, wish
from ptman.export.giving.recipients import Known
from ptman.export.giving.store import Plan
from ptman.export.giving.wish import Wish
from ptman.export.layouts import store as layouts
from ptman.export.layouts.layout import Layout
from ptman.export.layouts.store import Saved
from ptman.labels import Label
from ptman.listing import Listing
from ui import day, errors, style, words
from ui.desk import Desk
from ui.giving.consent_dialog import ConsentDialog
from ui.giving.fields import Fields
from ui.giving.look import Look
from ui.giving.towards import Towards
from ui.palette import Tone
from ui.pieces import button, text

STEPS = (
    Label("1 给谁、为什么", "1 Who and why"),
    Label("2 给什么", "2 What"),
    Label("3 核对", "3 Check"),
)
_LAST = len(STEPS) - 1
_NOBODY = Label("没有可以提供的行。", "There is no row to give.")


class GivingDialog(QDialog):
    """Asks and shows; file and record are its opener's.

    Signals:
        agreed(Plan): write it and record it; the dialog is closed by then.
    """

    agreed = Signal(object)

    def __init__(self, desk: Desk, listing: Listing, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listing = listing
        self._plan: Plan | None = None
        self._named = Label(f"对外提供：{listing.title.zh}", f"Give away: {listing.title.en}")
        self.towards, self.fields, self.look = Towards(layout), Fields(listing), Look()
        self.steps = QStackedWidget()
        self.step = text.Text(tone=Tone.QUIET)
        self.missing = text.Text(style.SECONDARY, Tone.SOON)
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.back = button.plain(Label("上一步", "Back"), "chevron-left")
        self.next = button.primary(Label("下一步", "Next"))
        self.give = button.primary(Label("写出并记录…", "Write and record…"), "external-link")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 600)
        words.bind(self, self.setWindowTitle, self._named)
        self._lay_out()
        self._connect()
        self.fields.show_layout(layout)
        self._go(0)
        self._read()

    def asked(self) -> Wish:
        """What was said so far."""
        return Wish(
            self.towards.who(),
            self.towards.why(),
            self.fields.laid_out(),
            self.towards.note.text().strip(),
            self.towards.agreement.currentText().strip(),
            self.fields.reason.text().strip(),
            unmask=self.fields.whole.isChecked(),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(self._named))
        layout.addWidget(self.step)
        for page in (self.towards, self.fields, self.look):
            self.steps.addWidget(page)
        layout.addWidget(self.steps, 1)
        layout.addWidget(text.hairline())
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        foot.addWidget(self.missing, 1)
        for part in (self.cancel, self.back, self.next, self.give):
            foot.addWidget(part)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.towards.changed.connect(self._renew)
        self.towards.layout_picked.connect(self.fields.show_layout)
        self.fields.changed.connect(self._renew)
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._go(self.steps.currentIndex() - 1))
        self.next.clicked.connect(self._on_next)
        self.give.clicked.connect(self._on_give)
        self.look.consents_asked.connect(self._on_consents)

    def _read(self) -> None:
        desk, key, who = self._desk, self._listing.key, settings.who()
        desk.work.ask(lambda: (desk.read(recipients.known), desk.read(layouts.saved, key, who)), self._on_read)

    def _on_read(self, found: tuple[tuple[Known, ...], tuple[Saved, ...]]) -> None:
        self.towards.show_known(*found)
        self.towards.recipient.setFocus()

    def _go(self, at: int) -> None:
        self.steps.setCurrentIndex(at)
        words.bind(self.step, self.step.setText, _steps_said(at))
        self.back.setVisible(at > 0)
        self.next.setVisible(at < _LAST)
        self.give.setVisible(at == _LAST)
        (self.give if at == _LAST else self.next).setDefault(True)
        self._renew()

    def _renew(self) -> None:
        """What is still to be said on this step holds the next one back."""
        at = self.steps.currentIndex()
        missing = wish.wanting(self.asked())
        if at == 0 and missing in {wish.NO_COLUMNS, wish.NO_REASON}:
            missing = None
        if at == _LAST and self._plan is not None and not self._plan.rows:
            missing = _NOBODY
        words.bind(self.missing, self.missing.setText, missing or Label("", ""))
        self.next.setEnabled(missing is None)
        self.give.setEnabled(missing is None)

    def _on_next(self) -> None:
        if self.steps.currentIndex() < _LAST - 1:
            self._go(self.steps.currentIndex() + 1)
        else:
            self._draft()

    def _draft(self) -> None:
        job = partial(self._desk.read, store.draft, self._listing, self.asked(), day.today())
        self._desk.work.ask(job, self._on_drafted, lambda error: errors.show(error, self))

    def _on_drafted(self, plan: Plan) -> None:
        self._plan = plan
        self.look.show_plan(plan, self._desk.read_only)
        self._go(_LAST)

    def _on_consents(self) -> None:
        """They have agreed on paper: record it for all of them, then look again."""
        plan = self._plan
        if plan is not None:
            students = [plan.students[row.id] for row in plan.excluded]
            dialog = ConsentDialog(plan.wish, students, self)
            dialog.said.connect(partial(self._record, plan.wish, students))
            dialog.open()

    def _record(self, asked: Wish, students: list[str], given_on: date, version: str) -> None:
        self._desk.work.act(
            Label("登记同意书", "Recording consents"),
            lambda _step: self._desk.write(consents.record, students, asked, given_on, version),
            lambda _count: self._draft(),
        )

    def _on_give(self) -> None:
        plan = self._plan
        if plan is not None:
            self.accept()
            self.agreed.emit(plan)


def _steps_said(at: int) -> Label:
    """The steps, the one of the moment in brackets."""
    zh = "　".join(f"【{one.zh}】" if i == at else one.zh for i, one in enumerate(STEPS))
    en = "   ".join(f"[{one.en}]" if i == at else one.en for i, one in enumerate(STEPS))
    return Label(zh, en)
