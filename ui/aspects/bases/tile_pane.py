"""What one cell of the coverage map says: the figures, what holds them back, and the way to its cure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ptman.aspects.bases import coverage_paper
from ptman.aspects.bases.coverage import Line, Tile
from ptman.labels import Label, same
from ptman.listing import Value
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text
from ui.pieces.facts import Facts

_NOTHING = Label("选中一格，这里说明名额从哪里来、缺什么。", "Select a cell to see where its seats come from.")
_SHORT = Label("有 {} 名学生没有可用名额。", "{} students have no usable seat.")
_FINE = Label("名额、协议、保险和企业导师都已具备。", "Seats, agreement, insurance and supervisors are all there.")


class TilePane(QScrollArea):
    """Shows a cell.

    Signals:
        cured: the user wants to go where it is cured.
        base_asked(str): the base of that id is to be opened.
    """

    cured = Signal()
    base_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        words.name(self, coverage_paper.TITLE)
        self.show_tile(None)

    def show_tile(self, found: tuple[Line, Tile] | None) -> None:
        inner = QWidget()
        inner.setAutoFillBackground(False)
        column = QVBoxLayout(inner)
        column.setContentsMargins(style.NORMAL, style.NORMAL, style.NORMAL, style.NORMAL)
        column.setSpacing(style.NORMAL)
        if found is None:
            column.addWidget(text.paragraph(_NOTHING, Tone.QUIET))
        else:
            self._fill(column, *found)
        column.addStretch(1)
        self.setWidget(inner)

    def _fill(self, column: QVBoxLayout, line: Line, tile: Tile) -> None:
        column.addWidget(text.title(same(line.name)))
        column.addWidget(text.small(same(f"{line.number} · {tile.month:%Y-%m}")))
        column.addWidget(Facts(_facts(tile)))
        if tile.short:
            count = str(tile.short)
            short = Label(_SHORT.zh.format(count), _SHORT.en.format(count))
            column.addWidget(text.paragraph(short, Tone.OVERDUE))
        if tile.cure is None:
            column.addWidget(text.paragraph(_FINE, Tone.QUIET))
        else:
            cure = button.plain(tile.cure.label, "arrow-right")
            cure.clicked.connect(lambda: self.cured.emit())  # noqa: PLW0108 - clicked brings a flag
            column.addWidget(cure, 0, Qt.AlignmentFlag.AlignLeft)
        opener = button.plain(Label("打开基地", "Open the base"), "factory")
        opener.clicked.connect(lambda: self.base_asked.emit(line.id))
        column.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeft)


def _facts(tile: Tile) -> tuple[tuple[Label, Value], ...]:
    """What the host's bases share is said where there is anything to share."""
    shared = tile.share
    said = Label(f"{shared.given}（单位共 {shared.pool}）", f"{shared.given} (of {shared.pool} at the host)")
    return (
        (Label("承诺名额", "Seats promised"), tile.promised),
        (Label("在聘导师可带", "Supervisors can take"), tile.supervised),
        *(((Label("其中单位共用导师", "Of them shared at the host"), said),) if shared.pool else ()),
        (Label("可用名额", "Usable seats"), tile.usable),
        (Label("在岗学生", "Students there"), tile.taken),
        (Label("限制", "Held back by"), tile.bottleneck.label),
    )
