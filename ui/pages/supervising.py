"""The supervisors' desk: terms, changes, guidance and assessments as lists, the record selected at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from ptman.aspects.double import looking, papers
from ptman.aspects.double.looking import Look
from ptman.labels import Label
from ui import day, words
from ui.actions import Action
from ui.aspects.double import deeds, presets, tabs
from ui.aspects.double.deeds import State
from ui.aspects.double.hands import Hands
from ui.aspects.double.leaver import Leaver
from ui.desk import Desk
from ui.pieces.inspector import WIDTH, Inspector
from ui.pieces.splitter import Splitter
from ui.record_page import CorrectingPage
from ui.registers import page_steps, student, supervisor
from ui.registers.pane import Asked, RecordPane
from ui.status_line import Standing


class SupervisingPage(CorrectingPage):
    """Holds the moment looked at, and passes what is asked to those who do it."""

    KEY = "supervising"
    TITLE = Label("导师工作台", "Supervision desk")
    ICON = "user-check"
    GUIDE = "supervising"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self.look: Look | None = None
        super().__init__(desk)
        self.lists = tabs.made()
        self.tabs = QTabWidget()
        self.inspector = Inspector()
        self.pane = RecordPane(self.doing, self.inspector, tuple)
        self.hands, self.leaver = Hands(desk, self), Leaver(desk, self)
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (*deeds.rows(self._do, self._why_not), *page_steps.rows("supervisor_change", self.stepping))

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, looking.look, day.today()), self._on_looked)

    @override
    def go(self, place: str) -> None:
        """A list by its key, and behind # the chip."""
        key, _, chip = place.partition("#")
        if key in self.lists:
            self.tabs.setCurrentWidget(self.lists[key])
            if chip:
                self.lists[key].view(chip)

    @override
    def standing(self) -> Standing:
        if self.look is None:
            return Standing()
        due, open_, none = self.look.due, self.look.open, self.look.matrix.none
        return Standing(
            Label(
                f"待续聘 {due} · 变更办理中 {open_} · 本学期未指导 {none}",
                f"{due} to be renewed · {open_} changes under way · {none} not guided this term",
            )
        )

    @override
    def first_focus(self) -> QWidget:
        return self.lists[self._tab()].table

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        words.name(self.tabs, self.TITLE)
        for part in self.lists.values():
            self.tabs.addTab(part, "")
        words.on_change(self.tabs, self._name_tabs)
        self._name_tabs()
        body = Splitter(self.KEY)
        body.addWidget(self.tabs)
        body.addWidget(self.inspector)
        body.setStretchFactor(0, 1)
        body.restore([1280 - WIDTH - 96, WIDTH])
        self.frame.addWidget(body, 1)

    def _name_tabs(self) -> None:
        for at, key in enumerate(self.lists):
            self.tabs.setTabText(at, words.say(tabs.caption(key, self.look)))

    def _connect(self) -> None:
        for key, part in self.lists.items():
            part.chosen.connect(partial(self._on_chosen, key))
            part.opened.connect(lambda row, key=key: self.show_record(*tabs.record(key, row)))
        self.tabs.currentChanged.connect(lambda _at: self._on_chosen(self._tab(), self.lists[self._tab()].selected()))
        self.hands.told.connect(self.told)
        self.hands.begun.connect(self._on_begun)
        self.leaver.told.connect(self.told)
        for changed in (self.leaver.letters, self.hands.outdated):
            changed.connect(lambda *_: self.page_asked.emit("letters", "stale"))
        words.on_change(self, self.refresh)

    def _tab(self) -> str:
        return list(self.lists)[self.tabs.currentIndex()]

    def _on_looked(self, found: Look) -> None:
        first, self.look = self.look is None, found
        for key, listing in found.lists.items():
            self.lists[key].show_listing(listing)
        self._name_tabs()
        if first and (shown := self.lists[self._tab()].table.shown_rows):
            self.lists[self._tab()].table.select([shown[0].id])
        self._on_chosen(self._tab(), self.lists[self._tab()].selected())
        self.standing_changed.emit()

    def _on_chosen(self, key: str, ids: tuple[str, ...]) -> None:
        if key != self._tab():
            return
        chosen = [tabs.record(key, row) for row in ids]
        self.stepping.look(chosen if key == tabs.CHANGES else ())
        if len(chosen) == 1:
            self.pane.look(self._about(*chosen[0]))
        elif chosen:
            self.pane.show_many(len(chosen))
        else:
            self.pane.show_nothing()
            self.inspector.show_nothing()
        self.acts.renew()

    def _about(self, noun: str, key: str) -> Asked:
        """An industry supervisor with students, terms and qualification; any other record as it is."""
        if noun != "industry_supervisor" or self.look is None:
            return Asked(noun, key, student.IN_PLACE if noun == "student" else ())
        load = next((one.load for one in self.look.supervisors if one.id == key), None)
        around = supervisor.Around(self.desk, self.show_record, self.add_one, load)
        return Asked(noun, key, supervisor.IN_PLACE[noun], around.read)

    def _on_begun(self, key: str) -> None:
        """The new request is shown as soon as it is read."""
        self.go(f"{tabs.CHANGES}#open")
        self.pane.look(Asked("supervisor_change", key))

    def _state(self) -> State:
        return State(self.look, self._tab(), self.lists[self._tab()].selected(), self.desk.read_only)

    def _why_not(self, key: str) -> Label | None:
        return deeds.why_not(key, self._state())

    def _do(self, key: str) -> None:
        """What each action does, by its key."""
        if (look := self.look) is None:
            return
        state = self._state()
        deed: dict[str, Callable[[], object]] = {
            "renew": self.hands.renew,
            "change": lambda: self.hands.change(presets.change(look, state)),
            "guide": lambda: self.hands.guide(state.rows),
            "leave": lambda: self.leaver.open(look, presets.leaver(look, state)),
            "certify": lambda: self.hands.certify(state.supervisor),
            "form": lambda: self.hands.form(state.request),
            "letters": lambda: self.hands.letters(state.request),
            "remind": lambda: self.hands.paper(deeds.TITLES[key], papers.reminders_of),
            "assess": lambda: self.hands.assess(look.year),
            "paper": lambda: self.hands.paper(deeds.TITLES[key], papers.assessment_of, state.rows[0]),
            "sheet": lambda: self.hands.paper(deeds.TITLES[key], papers.sheet_of, presets.year(look)),
        }
        deed[key]()
