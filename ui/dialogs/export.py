"""Before a list is written: what will stand in the workbook, and the language of its headers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from ptman.export.options import Headers
from ptman.fields import Sensitivity
from ptman.labels import Label
from ptman.listing import Listing
from ui import memory, style, words
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.facts import Facts

_KEY = "export/headers"
_AS_SHOWN = Label(
    "写出屏幕上的内容：列、顺序、筛选和排序都与列表一致。",
    "Writes what is on the screen: the columns, their order, the filter and the sort of the list.",
)
_MASKED = Label(
    "证件号码写出时隐去中间部分，与屏幕一致。", "Identity numbers are written with their middle hidden, as shown."
)
_PERSONAL = Label(
    "文件含个人信息，只供本办公室使用；要交给其他单位，请用“对外提供…”。",
    "The file holds personal data and is for this office alone; for somebody else use “Give away…”.",
)
MOST_NAMED = 10


class ExportDialog(QDialog):
    """Shows what would be written; asks for the language of the headers.

    Signals:
        chosen(Headers): write with these headers; the dialog is closed by then.
    """

    chosen = Signal(object)

    def __init__(self, listing: Listing, scope: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.choices = {headers: QRadioButton() for headers in Headers}
        self.go_on = button.primary(Label("选择位置…", "Choose where…"), "download")
        self.cancel = button.plain(Label("取消", "Cancel"))
        self.setMinimumWidth(480)
        title = Label(f"导出：{listing.title.zh}", f"Export: {listing.title.en}")
        words.bind(self, self.setWindowTitle, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.WIDE)
        layout.addWidget(text.title(title))
        layout.addWidget(text.paragraph(_AS_SHOWN, Tone.QUIET))
        layout.addWidget(Facts(_facts(listing, scope)))
        layout.addLayout(self._headers())
        for warning in _warnings(listing):
            layout.addWidget(text.paragraph(warning, Tone.SOON))
        layout.addStretch(1)
        layout.addWidget(text.hairline())
        layout.addLayout(self._foot())

    @property
    def headers(self) -> Headers:
        return next(headers for headers, choice in self.choices.items() if choice.isChecked())

    @override
    def accept(self) -> None:
        memory.keep(_KEY, self.headers.value)
        super().accept()
        self.chosen.emit(self.headers)

    def _headers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.WIDE)
        row.addWidget(text.line(Label("表头语言", "Headers in"), tone=Tone.QUIET))
        kept = Headers.named(memory.text(_KEY)) or Headers.ZH
        for headers, choice in self.choices.items():
            words.bind(choice, choice.setText, headers.label)
            choice.setChecked(headers is kept)
            self._group.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        foot = foot_row.of(self.cancel, self.go_on)
        self.go_on.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        return foot


def _facts(listing: Listing, scope: Label) -> list[tuple[Label, str | int | Label]]:
    facts: list[tuple[Label, str | int | Label]] = [
        (Label("行数", "Rows"), len(listing.rows)),
        (Label("列", "Columns"), _named(listing)),
    ]
    return [*facts, (Label("范围", "Scope"), scope)] if scope.zh else facts


def _named(listing: Listing) -> Label:
    """The columns by name; of many only the first, and how many there are."""
    columns = [column.label for column in listing.columns]
    shown, count = columns[:MOST_NAMED], len(columns)
    zh, en = "、".join(one.zh for one in shown), ", ".join(one.en for one in shown)
    return Label(zh, en) if count == len(shown) else Label(f"{zh}……共 {count} 列", f"{en} … ({count} columns)")


def _warnings(listing: Listing) -> list[Label]:
    kinds = {column.sensitivity for column in listing.columns}
    guarded = [_MASKED] if Sensitivity.GUARDED in kinds else []
    return [*guarded, _PERSONAL] if kinds != {Sensitivity.OPEN} else []
