"""Foresees an event: who leaves, what shrinks, what ends; then the ways to live with it, one of which is applied."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from ptman.assign.ripples import Foreseen, Way
from ptman.assign.scenario_rows import Opened
from ptman.fields import Kind
from ptman.labels import Choice, Label, Lang
from ptman.listing import Column, Listing, Row, Value
from ui import style, words
from ui.pairing import events
from ui.pairing.events import Event
from ui.palette import Tone
from ui.pieces import button, foot_row, text
from ui.pieces.empty_state import EmptyState
from ui.table import TableView

_TITLE = Label("变动推演", "Foresee a change")
_EMPTY = Label("选一件事，点“推演”，看要动哪些人。", "Choose an event and press “Foresee” to see who would move.")
_COLUMNS = (
    Column("name", Label("学生", "Student"), Kind.NAME, 10),
    Column("role", Label("角色", "Role"), width=18),
    Column("old", Label("原来", "Before"), width=14),
    Column("new", Label("改为", "After"), width=14),
)


class RippleDialog(QDialog):
    """Nothing changes until a way is applied; then it is one step.

    Signals:
        asked(Edit): foresee this.
        applied(Foreseen, Way): make these moves.
    """

    asked = Signal(object)
    applied = Signal(object, object)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 580)
        self._opened = opened
        self._seen: Foreseen | None = None
        self.event_box, self.whom, self.ways = QComboBox(), QComboBox(), QComboBox()
        self.left = QSpinBox()
        self.foresee = button.plain(Label("推演", "Foresee"), "refresh-cw")
        self.apply = button.primary(Label("在方案中采用", "Apply to the scenario"), "check")
        self.cancel = button.plain(Label("关闭", "Close"))
        self.table = TableView(Listing("moves", "", _TITLE, _COLUMNS, ()), EmptyState("refresh-cw", _EMPTY))
        self._said = text.Text()
        self._said.setWordWrap(True)
        words.bind(self, self.setWindowTitle, _TITLE)
        self._fill()
        self._lay_out()
        self._connect()
        self._on_event()
        self._on_way()

    def show_foreseen(self, seen: Foreseen) -> None:
        self._seen = seen
        self.foresee.setEnabled(True)
        self.ways.clear()
        for way in reversed(seen.ways):
            self.ways.addItem(words.say(_way(way)))
        self._on_way()

    def way(self) -> Way | None:
        """The way chosen; the fewest moves stand first."""
        at = self.ways.currentIndex()
        return self._seen.ways[len(self._seen.ways) - 1 - at] if self._seen is not None and at >= 0 else None

    def _fill(self) -> None:
        for kind in Event:
            self.event_box.addItem(words.say(kind.label), kind.value)
        self.left.setRange(0, 999)
        names: tuple[tuple[QWidget, Choice | Label], ...] = (
            (self.event_box, Label("发生什么", "What happens")),
            (self.whom, Label("涉及谁", "To whom")),
            (self.left, Label("剩余名额", "Places left")),
            (self.ways, Label("调整办法", "Way")),
        )
        for widget, label in names:
            words.name(widget, label if isinstance(label, Label) else label.label)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.NORMAL)
        grid.setVerticalSpacing(style.SMALL)
        grid.setColumnStretch(1, 1)
        for at, (zh, en, widget) in enumerate(
            (("发生什么", "What happens", self.event_box), ("涉及谁", "To whom", self.whom))
        ):
            grid.addWidget(text.line(Label(zh, en), tone=Tone.QUIET), at, 0)
            grid.addWidget(widget, at, 1)
        grid.addWidget(self.left, 0, 2)
        grid.addWidget(self.foresee, 1, 2)
        grid.addWidget(text.line(Label("调整办法", "Way"), tone=Tone.QUIET), 2, 0)
        grid.addWidget(self.ways, 2, 1, 1, 2)
        foot = foot_row.of(self.cancel, self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LOOSE, style.WIDE, style.LOOSE, style.WIDE)
        layout.setSpacing(style.SMALL)
        layout.addWidget(text.title(_TITLE))
        layout.addLayout(grid)
        layout.addWidget(self._said)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.event_box.currentIndexChanged.connect(self._on_event)
        self.foresee.clicked.connect(self._on_foresee)
        self.ways.currentIndexChanged.connect(self._on_way)
        self.apply.clicked.connect(self._on_apply)

    def _on_event(self) -> None:
        kind = Event(self.event_box.currentData())
        self.whom.clear()
        for label, edit in events.offered(self._opened, kind):
            self.whom.addItem(label, edit)
        self.left.setVisible(kind is Event.SHRINKS)
        self.foresee.setEnabled(self.whom.count() > 0)

    def _on_foresee(self) -> None:
        self.foresee.setEnabled(False)
        self.asked.emit(events.sized(self.whom.currentData(), self.left.value()))

    def _on_way(self) -> None:
        way = self.way()
        self.apply.setEnabled(way is not None and not self._opened.row.closed)
        rows: tuple[Row, ...] = ()
        if way is not None:
            found: list[tuple[Value, ...]] = [(one.name, one.role.label, one.old, one.new or "—") for one in way.moves]
            rows = tuple(Row(str(at), cells) for at, cells in enumerate(found))
        self.table.show_listing(Listing("moves", "", _TITLE, _COLUMNS, rows))
        self._said.setText(words.say(_told(self._seen)) if self._seen is not None else "")

    def _on_apply(self) -> None:
        way = self.way()
        if self._seen is not None and way is not None:
            seen = self._seen
            self.accept()
            self.applied.emit(seen, way)


def _way(way: Way) -> Label:
    least_zh = "，已证明不能再少" if way.least == way.students and way.students else ""
    least_en = ", proved to be the fewest" if way.least == way.students and way.students else ""
    return Label(
        f"变动 {way.students} 人{least_zh}；空缺 {way.vacancies}，扣分 {way.total}",
        f"{way.students} students move{least_en}; {way.vacancies} vacant, {way.total} points",
    )


def _told(seen: Foreseen) -> Label:
    who = seen.displaced
    listed = ("、" if words.lang() is Lang.ZH else ", ").join(who)
    if not who:
        return Label(f"{seen.label.zh}：无人必须变动。", f"{seen.label.en}: nobody has to move.")
    return Label(f"{seen.label.zh}：必须变动的有 {listed}。", f"{seen.label.en}: these must move: {listed}.")
