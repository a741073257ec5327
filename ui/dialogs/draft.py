"""The one dialog that shows any draft before it is kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ptman import drafts
from ptman.drafts import Draft, Fate
from ptman.labels import Label
from ui import style, words
from ui.dialogs import draft_table
from ui.dialogs.draft_table import DraftTable, Ready
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.facts import Fact, Facts
from ui.pieces.search_box import SearchBox

_ALL = Label("全部", "All")
_NO_ITEM = Label("选中一行，这里显示它的全部变化。", "Select a row to see all of its changes here.")
# What the two buttons above the rows do where the rows are cells in which file and office differ.
_SIDES = {Fate.CONFLICT.value, Fate.KEPT_BY_HAND.value}
_TAKE, _LEAVE = Label("全部采纳", "Take all"), Label("全部不采纳", "Take none")
_OFFICE = Label("全部留办公室的", "All as the office has it")
_CODE = Qt.ItemDataRole.UserRole


class DraftDialog(QDialog):
    """Kinds with counts at the left, rows at the right, one sentence below; nothing is kept by this dialog itself.

    `copy_refused` writes the refused rows to a workbook; without it there is no such button. `head` stands beneath
    the title.

    Signals:
        kept(frozenset): the keys of the rows to keep; the dialog is closed by then.
    """

    kept = Signal(object)

    def __init__(
        self,
        draft: Draft | Ready,
        parent: QWidget | None = None,
        copy_refused: Callable[[], object] | None = None,
        head: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ready = draft if isinstance(draft, Ready) else draft_table.ready(draft)
        self.draft = self._ready.draft
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1080, 680)
        self.kinds = QListWidget()
        self.search = SearchBox()
        self.table = DraftTable(self._ready)
        self.sentence = text.Text()
        self.take = button.plain(_TAKE, "check")
        self.leave = button.plain(_LEAVE)
        self.copy = button.plain(Label("未接受的行另存为工作簿…", "Copy refused to a workbook…"), "file-spreadsheet")
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.keep = button.primary(Label("保留", "Keep"), "check")
        self._copy_refused = copy_refused
        self._detail = QScrollArea()
        self._lay_out(head)
        self._connect()
        self._say()
        self._on_selected()

    @override
    def accept(self) -> None:
        taken = frozenset(self.table.taken)
        super().accept()
        self.kept.emit(taken)

    def _lay_out(self, head: QWidget | None) -> None:
        words.bind(self, self.setWindowTitle, self.draft.title)
        self.copy.setVisible(self._copy_refused is not None and self._ready.counts[Fate.REFUSED] > 0)
        self.keep.setDefault(True)
        style.role(self.kinds, style.Role.PANE)
        self.kinds.setFixedWidth(168)
        self._detail.setFixedHeight(112)
        self._detail.setWidgetResizable(True)
        words.name(self._detail, Label("选中行的变化", "Changes of the selected row"))
        words.name(self.kinds, Label("按结果筛选", "Filter by result"))
        for code, _ in self._kinds():
            item = QListWidgetItem()
            item.setData(_CODE, code)
            self.kinds.addItem(item)
        self.kinds.setCurrentRow(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, style.WIDE, style.WIDE, style.WIDE)
        layout.setSpacing(style.NORMAL)
        layout.addWidget(text.title(self.draft.title))
        if head is not None:
            layout.addWidget(head)
            self.table.setFocus()
        for remark in self.draft.remarks:
            layout.addWidget(text.paragraph(remark, Tone.QUIET))
        layout.addLayout(self._middle(), 1)
        layout.addWidget(text.hairline())
        layout.addLayout(self._foot())

    def _middle(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(style.SMALL)
        for part in (self.take, self.leave):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.search)
        right = QVBoxLayout()
        right.setSpacing(style.SMALL)
        right.addLayout(top)
        right.addWidget(self.table, 1)
        right.addWidget(text.hairline())
        right.addWidget(self._detail)
        middle = QHBoxLayout()
        middle.setSpacing(style.WIDE)
        middle.addWidget(self.kinds)
        middle.addLayout(right, 1)
        return middle

    def _foot(self) -> QHBoxLayout:
        return foot_row.of(self.copy, *self.more_buttons(), self.cancel, self.keep, left=(self.sentence,))

    def more_buttons(self) -> Sequence[QWidget]:
        """What else a draft of this kind can be ended by."""
        return ()

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(self._on_kind_chosen)
        self.search.searched.connect(self.table.search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.shown_changed.connect(self.search.show_left)
        self.table.taken_changed.connect(self._say)
        self.table.selection_changed.connect(self._on_selected)
        self.take.clicked.connect(lambda: self._take_shown(on=True))
        self.leave.clicked.connect(lambda: self._take_shown(on=False))
        self.copy.clicked.connect(self._on_copy)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        words.on_change(self, self._say)

    def _kinds(self) -> list[tuple[str, Label]]:
        counts = self._ready.counts
        kinds = [
            (fate.value, Label(f"{fate.label.zh}  {n}", f"{fate.label.en}  {n}")) for fate, n in counts.items() if n
        ]
        whole = len(self.draft.items)
        return [("", Label(f"{_ALL.zh}  {whole}", f"{_ALL.en}  {whole}")), *kinds]

    def _say(self) -> None:
        self.sentence.setText(words.say(drafts.keeping(len(self.table.taken), len(self.draft.items))))
        for at, (_, label) in enumerate(self._kinds()):
            self.kinds.item(at).setText(words.say(label))
        # To leave every conflict as the office has it is a decision too.
        able = bool(self.table.taken) or self._ready.counts[Fate.CONFLICT] > 0
        self.keep.setEnabled(able)
        self.keep.setToolTip("" if able else words.say(Label("没有采纳任何一行。", "No row is ticked.")))
        self._name_buttons()

    def _name_buttons(self) -> None:
        sides = self.kinds.currentItem().data(_CODE) in _SIDES
        against = self.draft.against
        other = Label(f"全部用{against.zh}的", f"All from {against.en}")
        words.bind(self.take, self.take.setText, other if sides else _TAKE)
        words.bind(self.leave, self.leave.setText, _OFFICE if sides else _LEAVE)

    def _take_shown(self, *, on: bool) -> None:
        """What wants a look of its own is ticked with others only where nothing else is listed."""
        shown = [row.id for row in self.table.shown_rows]
        if on and not self.kinds.currentItem().data(_CODE):
            shown = [key for key in shown if self.table.item(key).fate not in drafts.BESIDE]
        self.table.take(shown, on=on)

    def _on_kind_chosen(self, at: int) -> None:
        self.table.show_tag(self.kinds.item(at).data(_CODE))
        self._name_buttons()

    def _on_selected(self) -> None:
        chosen = self.table.selected()
        if not chosen:
            self._detail.setWidget(text.small(_NO_ITEM))
            return
        item = self.table.item(chosen[0])
        facts: list[Fact] = [(one.field, f"{one.old or '—'} → {one.new or '—'}") for one in item.differences]
        facts += [(Label("说明", "Note"), note) for note in item.notes]
        self._detail.setWidget(Facts(facts) if facts else text.quiet(item.title))

    def _on_copy(self) -> None:
        if self._copy_refused is not None:
            self._copy_refused()
