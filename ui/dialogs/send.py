"""Before a workbook is sent to be filled in: to whom, which columns they may fill in, when it is due back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ptman.export.sending.request import Recipient, Request
from ptman.labels import Label
from ptman.listing import Listing
from ptman.register.recipients import Party
from ptman.roundtrip.rights import Right
from ptman.rules import dates
from ui import style, words
from ui.form_editors import DateEditor
from ui.palette import Tone
from ui.pieces import button, text

_HOW = Label(
    "屏幕上的行和列写成工作簿：其余列锁定供核对，只有勾选的列可以填写，手机号等隐去中间部分。"
    "对方填好发回后，照常导入，不论文件名叫什么都认得。",
    "The rows and columns on the screen become a workbook: all is locked but the ticked columns, and phone numbers are "
    "masked. When it is back, import it as usual; it is recognised under any name.",
)
NO_RECIPIENT = Label("请填写收件人。", "Name the recipient.")
NO_FILL = Label("至少勾选一列请对方填写。", "Tick at least one column to be filled in.")
BAD_DUE = Label("应返回的日期写成 2026-09-30，不早于今天。", "The day it is due back: 2026-09-30, today or later.")
_RIGHT = Qt.ItemDataRole.UserRole
_LIST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be sent: the list on the screen, the rights there are, who is on file; `today` for the due day."""

    listing: Listing
    rights: Sequence[Right]
    parties: Sequence[Party]
    today: date


class SendDialog(QDialog):
    """Nothing is written by this dialog itself.

    Signals:
        chosen(Request): write it; the dialog is closed by then.
    """

    chosen = Signal(object)

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self.recipient, self.fill = QComboBox(), QListWidget()
        self.due, self.note = DateEditor(), QLineEdit()
        self.missing = text.paragraph(NO_RECIPIENT, Tone.SOON)
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.go_on = button.primary(Label("选择位置…", "Choose where…"), "upload")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        words.bind(self, self.setWindowTitle, self._title())
        self._fill_in()
        self._lay_out()
        self._connect()
        self._judge()
        self.recipient.setFocus()

    def request(self) -> Request:
        """What is chosen so far."""
        typed = self.recipient.currentText().strip()
        known = next((one for one in self._offer.parties if _called(one) == typed), Party(typed, "", ""))
        columns = tuple(column.key for column in self._offer.listing.columns)
        to = Recipient.of(known.name, known.noun, known.id)
        return Request(to, columns, self._ticked(), self._due(), self.note.text().strip(), words.lang())

    def why_not(self) -> Label | None:
        """What is still to be said."""
        asked = self.due.text().strip()
        if not self.recipient.currentText().strip():
            return NO_RECIPIENT
        if not self._ticked():
            return NO_FILL
        due = self._due()
        return BAD_DUE if asked and (due is None or due < self._offer.today) else None

    @override
    def accept(self) -> None:
        if self.why_not() is None:
            request = self.request()
            super().accept()
            self.chosen.emit(request)

    def _title(self) -> Label:
        listing = self._offer.listing
        count = len(listing.records)
        zh, en = listing.title.zh, listing.title.en
        return Label(f"发给对方填写：{zh}，{count} 行", f"Send to be filled in: {en}, {count} rows")

    def _ticked(self) -> tuple[str, ...]:
        items = (self.fill.item(at) for at in range(self.fill.count()))
        return tuple(item.data(_RIGHT) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _due(self) -> date | None:
        return dates.date(self.due.text().strip()).value if self.due.text().strip() else None

    def _fill_in(self) -> None:
        self.recipient.setEditable(True)
        self.recipient.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.recipient.addItems([_called(one) for one in self._offer.parties])
        self.recipient.setCurrentText(self._likely())
        completer = self.recipient.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        for right in self._offer.rights:
            item = QListWidgetItem(words.say(right.field.label))
            item.setData(_RIGHT, right.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, style.row_height() - style.TIGHT))
            self.fill.addItem(item)
        self.fill.setCurrentRow(0)

    def _likely(self) -> str:
        """The one host of all rows, where they have one."""
        listing = self._offer.listing
        if not listing.has("host"):
            return ""
        hosts = {str(row.cells[listing.index("host")] or "") for row in listing.records}
        return hosts.pop() if len(hosts) == 1 else ""

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(self._title()))
        layout.addWidget(text.paragraph(_HOW, Tone.QUIET))
        form = QFormLayout()
        form.setSpacing(style.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        lines: tuple[tuple[Label, QWidget], ...] = (
            (Label("收件人", "Recipient"), self.recipient),
            (Label("请对方填写", "To be filled in"), self.fill),
            (Label("应返回", "Due back"), self.due),
            (Label("说明", "Note"), self.note),
        )
        for label, editor in lines:
            words.name(editor, label)
            starred = Label(f"{label.zh} *", f"{label.en} *") if editor in {self.recipient, self.fill} else label
            form.addRow(text.line(starred, tone=Tone.QUIET), editor)
        self.fill.setFixedHeight(_LIST_ROWS * style.row_height())
        layout.addLayout(form)
        layout.addWidget(self.missing)
        layout.addWidget(text.hairline())
        foot = QHBoxLayout()
        foot.setSpacing(style.SMALL)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go_on)
        self.go_on.setDefault(True)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.recipient.editTextChanged.connect(self._judge)
        self.fill.itemChanged.connect(self._judge)
        self.due.textChanged.connect(self._judge)

    def _judge(self) -> None:
        """Say what is missing; the button is off until nothing is."""
        why = self.why_not()
        self.go_on.setEnabled(why is None)
        self.missing.setVisible(why is not None)
        if why is not None:
            words.bind(self.missing, self.missing.setText, why)


def _called(party: Party) -> str:
    return f"{party.name}（{party.at}）" if party.at else party.name
