"""The page of the way to the degree: the matrix of milestones, practice reports, certifications, audit, classes."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ptman.aspects.talents import looking, way
from ptman.aspects.talents.looking import Look
from ptman.aspects.talents.way_parts import Way
from ptman.labels import Label
from ui import day, words
from ui.actions import Action
from ui.aspects.talents import deeds, tab_reading, tabs
from ui.aspects.talents.deeds import Standing as Front
from ui.aspects.talents.hands import Hands
from ui.aspects.talents.tab_pane import TabPane
from ui.aspects.talents.tab_reading import Read
from ui.desk import Desk
from ui.pieces import cohort_box
from ui.pieces.cohort_box import CohortBox
from ui.pieces.empty_state import EmptyState
from ui.record_page import RecordPage
from ui.registers import page_steps
from ui.status_line import Standing

_EMPTY = Label(
    "培养进程从学生名册开始：导入学生后，按培养方案生成每个人的培养环节。",
    "The way begins with a roster: import the students, then draw up everybody's milestones from the plan.",
)


class PathPage(RecordPage):
    """Asks for what the tab in front shows, and passes what is asked to those who do it."""

    KEY = "path"
    TITLE = Label("培养进程", "Path")
    ICON = "graduation-cap"
    GUIDE = "talents"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self.look: Look | None = None
        self._student = self._wanted = ""
        super().__init__(desk)
        self.cohorts = CohortBox(self.KEY, every=True)
        cohort_box.beside_title(self.head, self.cohorts)
        self.tabs, self._stack = TabPane(self.KEY, self.TITLE), QStackedWidget()
        self.empty = EmptyState(self.ICON, _EMPTY, Label("导入学生…", "Import students…"))
        self.hands = Hands(desk, self)
        for part in (self.tabs, self.empty):
            self._stack.addWidget(part)
        self.frame.addWidget(self._stack, 1)
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (*deeds.rows(self._do, self._why_not), *page_steps.rows("milestone", self.stepping))

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, looking.look, self.cohorts.wanted(), day.today()), self._on_looked)
        self._ask_tab()

    @override
    def go(self, place: str) -> None:
        """A tab by its key, a question of the matrix, or a student by the id."""
        if place and not self.tabs.turn(place):
            self.tabs.setCurrentIndex(0)
            if not self.tabs.path.check(place):
                self._wanted = place
                self.ask(partial(self.desk.read, looking.cohort_of, place), self._on_cohort)

    @override
    def standing(self) -> Standing:
        if self.look is None:
            return Standing()
        count, late = len(self.look.matrix.rows), self.look.matrix.overdue
        chosen = len(self.tabs.path.view.selected())
        return Standing(
            Label(f"{count} 名学生 · {late} 人有逾期", f"{count} students · {late} with something late"), chosen
        )

    @override
    def first_focus(self) -> QWidget:
        return self.tabs.first_focus()

    def front(self) -> Front:
        """What the actions act on."""
        listed = self.tabs.listed
        first = next(iter(listed.selected()), ("", ""))[1] if listed else ""
        matrix = self.look.matrix if self.look else None
        return Front(
            matrix.cohort if matrix else None,
            len(matrix.rows) if matrix else 0,
            first if self.tabs.key == tabs.AUDIT else self._student,
            self.tabs.path.view.selected(),
            first if self.tabs.key == tabs.CLASSES else "",
            self.desk.read_only,
        )

    def _connect(self) -> None:
        self.cohorts.chosen.connect(self.refresh)
        self.tabs.turned.connect(self._on_turned)
        self.tabs.chosen.connect(self._on_chosen)
        self.tabs.opened.connect(self.show_record)
        self.tabs.asked.connect(self._on_asked)
        self.empty.pressed.connect(lambda: self.page_asked.emit("import", ""))
        self.hands.told.connect(self.told)
        words.on_change(self, self.refresh)

    def _ask_tab(self) -> None:
        """What the list in front shows is read when it is wanted."""
        if self.tabs.listed is not None:
            self.ask(partial(tab_reading.read, self.desk, self.tabs.key, self.cohorts.wanted()), self._on_read)

    def _on_looked(self, found: Look) -> None:
        self.look = found
        self.cohorts.show_cohorts(found.cohorts, found.matrix.cohort)
        self._stack.setCurrentIndex(0 if found.cohorts else 1)
        self._student = ""
        self.tabs.path.show_matrix(found.matrix)
        if self._wanted and self.tabs.path.bring(self._wanted):
            self._wanted = ""
        self.acts.renew()
        self.standing_changed.emit()

    def _on_cohort(self, cohort: int | None) -> None:
        """Whose cohort is in front already is brought at once."""
        if cohort is not None and self.cohorts.cohort() not in {None, cohort}:
            self.cohorts.want(cohort)
        elif self._wanted and self.tabs.path.bring(self._wanted):
            self._wanted = ""

    def _on_read(self, found: Read) -> None:
        self.tabs.show_read(found)
        self._on_chosen()

    def _on_turned(self) -> None:
        self._ask_tab()
        self._on_chosen()

    def _on_chosen(self) -> None:
        """Other rows are in front: their steps, and the way of the student whose row of the matrix it is."""
        listed = self.tabs.listed
        milestones = [("milestone", one.ref.id) for one in self.tabs.path.view.selected()]
        self.stepping.look(milestones if listed is None else listed.selected())
        student = self.tabs.path.view.student()
        if student != self._student:
            self._student = student
            if student:
                self.ask(partial(self.desk.read, way.way, student, day.today()), self._on_way)
            else:
                self.tabs.path.show_way(None)
        self.acts.renew()
        self.standing_changed.emit()

    def _on_way(self, found: Way) -> None:
        self.tabs.path.show_way(found)

    def _on_asked(self, key: str) -> None:
        self.acts[key].trigger()

    def _why_not(self, key: str) -> Label | None:
        return deeds.why_not(key, self.front())

    def _do(self, key: str) -> None:
        self.hands.do(key, self.front())
