"""The page of meetings: series at the left, the table of a meeting, what is selected or open at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QWidget
from typing_extensions import override

from ptman.aspects.negotiation import looking, papers
from ptman.aspects.negotiation.looking import Look
from ptman.labels import Label
from ui import day, style, words
from ui.actions import Action
from ui.aspects.negotiation import deeds, presets
from ui.aspects.negotiation.agenda_pane import AgendaPane
from ui.aspects.negotiation.hands import Hands
from ui.aspects.negotiation.meeting_tree import MeetingTree
from ui.aspects.negotiation.open_pane import OpenPane
from ui.desk import Desk
from ui.pieces.empty_state import EmptyState
from ui.pieces.inspector import WIDTH, Inspector
from ui.pieces.splitter import Splitter
from ui.record_page import CorrectingPage
from ui.registers import page_steps
from ui.registers.pane import Asked, RecordPane
from ui.status_line import Standing

_SELECTED, _OPEN = Label("所选内容", "Selected"), Label("未办结与承诺", "Open and promised")
_EMPTY = Label(
    "会商从会议系列开始：登记一个系列和它的成员单位，就可以安排会议。",
    "Negotiation begins with a series of meetings: enter one with its members, then plan a meeting.",
)


class MeetingsPage(CorrectingPage):
    """Holds the moment looked at, and passes what is asked to those who do it."""

    KEY = "meetings"
    TITLE = Label("会商", "Meetings")
    ICON = "handshake"
    GUIDE = "meetings"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self.look: Look | None = None
        self._wanted = ""
        super().__init__(desk)
        self.tree, self.agenda, self.open = MeetingTree(), AgendaPane(lambda: desk.read_only), OpenPane()
        self.inspector = Inspector()
        self.pane = RecordPane(self.doing, self.inspector, tuple)
        self.hands = Hands(desk, self)
        self.empty = EmptyState(self.ICON, _EMPTY, Label("新增会议系列…", "New meeting series…"))
        self.side = QTabWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (*deeds.rows(self._do, self._why_not), *page_steps.rows("meeting", self.stepping))

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, looking.look, self._wanted, day.today()), self._on_looked)

    @override
    def go(self, place: str) -> None:
        """The meeting of that id."""
        self._wanted = place
        self.agenda.clear()
        self.refresh()

    @override
    def standing(self) -> Standing:
        if self.look is None:
            return Standing()
        count, left = len(self.look.meetings), len(self.look.open.rows)
        return Standing(Label(f"{count} 次会议 · {left} 项未办结", f"{count} meetings · {left} open items"))

    @override
    def first_focus(self) -> QWidget:
        return self.tree.tree

    def _lay_out(self) -> None:
        self.side.setDocumentMode(True)
        words.name(self.side, _OPEN)
        for part in (self.inspector, self.open):
            self.side.addTab(part, "")
        words.on_change(self.side, self._name_tabs)
        self._name_tabs()
        body = Splitter(self.KEY)
        body.addWidget(self.agenda)
        body.addWidget(self.side)
        body.setStretchFactor(0, 1)
        body.restore([1280 - WIDTH - 320, WIDTH + 40])
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SMALL)
        row.addWidget(self.tree)
        row.addWidget(body, 1)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)
        self.frame.addWidget(self._stack, 1)

    def _name_tabs(self) -> None:
        for at, label in enumerate((_SELECTED, _OPEN)):
            self.side.setTabText(at, words.say(label))

    def _connect(self) -> None:
        self.tree.chosen.connect(self.go)
        self.tree.tree.currentItemChanged.connect(lambda *_: self.acts.renew())
        self.agenda.chosen.connect(self._on_chosen)
        self.agenda.opened.connect(self.show_record)
        self.agenda.add_asked.connect(self._on_add_asked)
        self.open.opened.connect(partial(self.show_record, "action_item"))
        self.empty.pressed.connect(lambda: self.add_one("meeting_series", {}))
        self.hands.told.connect(self.told)
        self.hands.called.connect(self.go)
        words.on_change(self, self.refresh)

    def _on_looked(self, found: Look) -> None:
        self.look = found
        self._stack.setCurrentIndex(0 if found.series or found.meetings else 1)
        self.tree.show_look(found)
        self.open.show_look(found)
        self.agenda.setVisible(found.agenda is not None)
        self.side.setVisible(found.agenda is not None)
        if found.agenda is not None:
            self._wanted = found.agenda.meeting.ref.id
            self.agenda.show_look(found)
            self.stepping.look([("meeting", self._wanted)])
            noun, key = self.agenda.selected()
            self._on_chosen(noun or "meeting", key or self._wanted)
        self.acts.renew()
        self.standing_changed.emit()

    def _on_chosen(self, noun: str, key: str) -> None:
        self.pane.look(Asked(noun, key))
        self.acts.renew()

    def _on_add_asked(self, noun: str) -> None:
        """A new one of this meeting, numbered; an item or a commitment of the selected topic belongs to it."""
        if self.look is not None:
            self.add_one(noun, presets.preset(self.look, noun, self.agenda.selected()[1]))

    def _why_not(self, key: str) -> Label | None:
        return deeds.why_not(key, self.look, self.agenda.selected(), self.tree.series(), self.desk.read_only)

    def _do(self, key: str) -> None:
        """What each action does, by its key."""
        look = self.look
        if look is None:
            return
        if key == "call":
            self.hands.call(look, self.tree.series())
            return
        if look.agenda is None:
            return
        meeting, chosen = look.agenda.meeting.ref.id, self.agenda.selected()[1]
        promise = next((one for one in look.agenda.promises if one.ref.id == chosen), None)
        deed: dict[str, Callable[[], object]] = {
            "notice": lambda: self.hands.paper(deeds.TITLES[key], papers.notice_of, meeting),
            "minutes": lambda: self.hands.paper(deeds.TITLES[key], papers.minutes_of, meeting),
            "brief": lambda: self.hands.brief(look, deeds.TITLES[key]),
            "follow": lambda: self.hands.paper(deeds.TITLES[key], papers.follow_up_of, chosen),
            "put_off": lambda: self.hands.put_off(chosen),
            "apply": lambda: self.hands.apply(promise) if promise is not None else None,
            "invite": lambda: self.hands.invite(meeting),
            "due": self.hands.due_days,
            "ledger": self.hands.ledger,
        }
        deed[key]()
