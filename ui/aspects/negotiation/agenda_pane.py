"""The table of one meeting: what it carries over, its topics, the items and the commitments they raised."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ptman.aspects.negotiation import tables
from ptman.aspects.negotiation.looking import Look
from ptman.aspects.negotiation.rows import MeetingRow
from ptman.labels import Label
from ptman.listing import Row
from ui import style, words
from ui.palette import Tone
from ui.pieces import button, text
from ui.table import TableView

_MOST = 7
_NONE: dict[str, Label] = {
    tables.CARRIED: Label("以前的会议没有未办结事项。", "Earlier meetings left nothing open."),
    tables.TOPICS: Label("还没有议题。", "There are no topics yet."),
    tables.ACTIONS: Label("本次会议还没有行动项。", "This meeting has raised no items yet."),
    tables.PROMISES: Label("本次会议没有承诺。", "Nothing was promised at this meeting."),
}
_ADD: dict[str, Label] = {
    tables.TOPICS: Label("新增议题…", "New topic…"),
    tables.ACTIONS: Label("新增行动项…", "New action item…"),
    tables.PROMISES: Label("新增承诺…", "New commitment…"),
}


class AgendaPane(QWidget):
    """One thing at a time is selected in the four lists: it is what the right side shows.

    Signals:
        chosen(str, str): the noun and the id of what was selected; of the meeting itself where nothing is.
        opened(str, str): open the record of that noun and id.
        add_asked(str): the noun of which one is to be added.
    """

    chosen = Signal(str, str)
    opened = Signal(str, str)
    add_asked = Signal(str)

    def __init__(self, locked: Callable[[], Label | None]) -> None:
        super().__init__()
        self._locked = locked
        self._meeting: MeetingRow | None = None
        self.title, self.about = text.Elided(style.TITLE), text.Elided(style.SECONDARY, Tone.QUIET)
        self.whole = button.plain(Label("会议本身", "The meeting itself"), "calendar")
        self.lists = {key: TableView(tables.blank(key)) for key in tables.TITLES}
        self.adders = {key: button.plain(label, "plus") for key, label in _ADD.items()}
        self._nothing = {key: text.paragraph(label, Tone.QUIET) for key, label in _NONE.items()}
        self._heads = {key: text.line(label) for key, label in tables.TITLES.items()}
        self._lay_out()
        self._connect()

    def show_look(self, found: Look) -> None:
        """The meeting in front with its lists; what is selected stays."""
        if found.agenda is None:
            return
        self._meeting = found.agenda.meeting
        self._say()
        for key, listing in found.tables.items():
            table = self.lists[key]
            table.show_listing(listing)
            count = len(listing.rows)
            table.setFixedHeight(style.row_height() * (min(_MOST, count) + 1) + style.WIDE)
            table.setVisible(count > 0)
            self._nothing[key].setVisible(count == 0)
            name = tables.TITLES[key]
            head = Label(f"{name.zh}（{count}）", f"{name.en} ({count})") if count else name
            words.bind(self._heads[key], self._heads[key].setText, head)
        for adder in self.adders.values():
            locked = self._locked()
            adder.setEnabled(locked is None)
            adder.setToolTip(words.say(locked) if locked else "")

    def selected(self) -> tuple[str, str]:
        """The noun and the id of what is selected in the lists; empty where nothing is."""
        for key, table in self.lists.items():
            if table.selected():
                return _noun(key), table.selected()[0]
        return "", ""

    def clear(self) -> None:
        """Select nothing, so that the meeting itself is shown."""
        for table in self.lists.values():
            table.clearSelection()

    def _say(self) -> None:
        one = self._meeting
        if one is None:
            return
        self.title.setText(one.title)
        hour = f" {one.starts:%H:%M}" if one.starts else ""
        parts = (one.number, f"{one.on.isoformat()}{hour}", one.place, words.say(one.status.label), one.minutes_no)
        self.about.setText(" · ".join(part for part in parts if part))

    def _lay_out(self) -> None:
        head, named = QHBoxLayout(), QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(self.title)
        named.addWidget(self.about)
        head.addLayout(named, 1)
        head.addWidget(self.whole)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = self._inner()
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.WIDE, 0, style.NORMAL, 0)
        layout.setSpacing(style.SMALL)
        layout.addLayout(head)
        layout.addWidget(area, 1)

    def _inner(self) -> QWidget:
        """The four lists below each other, each with its head and the button that adds to it."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, style.SMALL, style.WIDE)
        column.setSpacing(style.TIGHT)
        for key, table in self.lists.items():
            bar = QHBoxLayout()
            bar.addWidget(self._heads[key], 1)
            if key in self.adders:
                bar.addWidget(self.adders[key])
            column.addSpacing(style.SMALL)
            column.addLayout(bar)
            column.addWidget(table)
            column.addWidget(self._nothing[key])
        column.addStretch(1)
        return inner

    def _connect(self) -> None:
        self.whole.clicked.connect(self.clear)
        words.on_change(self, self._say)
        for key, adder in self.adders.items():
            adder.clicked.connect(partial(self._on_add, key))
        for key, table in self.lists.items():
            table.colour_by(tone_of)
            table.selection_changed.connect(partial(self._on_selected, key))
            table.row_opened.connect(partial(self.opened.emit, _noun(key)))

    def _on_add(self, key: str, _checked: object = None) -> None:
        self.add_asked.emit(key)

    def _on_selected(self, key: str, ids: tuple[str, ...]) -> None:
        """What is selected in one list is not selected in another."""
        if ids:
            for other, table in self.lists.items():
                if other != key and table.selected():
                    table.clearSelection()
        noun, record = self.selected()
        if noun:
            self.chosen.emit(noun, record)
        elif self._meeting is not None:
            self.chosen.emit("meeting", self._meeting.ref.id)


def tone_of(row: Row, key: str) -> Tone:
    return Tone.OVERDUE if "late" in row.tags and key in {"due_on", "days_late"} else Tone.PLAIN


def _noun(key: str) -> str:
    return "action_item" if key == tables.CARRIED else key
