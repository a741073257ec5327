"""The pairing workbench: students, candidates, and the effect and the proposal, by keys, by mouse and by drag."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.assign.problem import Role
from ptman.labels import Label
from ui import day
from ui.actions import Action
from ui.desk import Desk
from ui.page import Page
from ui.pairing import deeds, reasons, showing, tying
from ui.pairing.answers import Answers
from ui.pairing.bench import Bench
from ui.pairing.foresight import Foresight
from ui.pairing.hands import Hands
from ui.pairing.looking import AT_ONCE, Look, Wanted, explained, look
from ui.pairing.proposer import Proposer, settings_of
from ui.pairing.reasons import State
from ui.pairing.scenario_hands import ScenarioHands
from ui.pieces import cohort_box
from ui.pieces.cohort_box import CohortBox
from ui.status_line import Standing

_NOT_HERE = Label("该学生不在读，不能配对", "This student is not enrolled, so not to be paired")


class PairingPage(Page):
    """Holds the moment looked at, and passes what is asked to those who do it."""

    KEY = "pairing"
    TITLE = Label("配对", "Pairing")
    ICON = "link"
    GUIDE = "pairing"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.look: Look | None = None
        self.cohort = CohortBox("page/pairing")
        self.bench = Bench()
        self.proposer = Proposer(desk, self)
        self.foresight = Foresight(desk, self)
        self.hands = Hands(desk, self.proposer, self.state, self)
        answers = Answers(desk, self.proposer, self.bench.side, self)
        self.scenarios = ScenarioHands(desk, self.proposer, self.state, answers)
        self._wanted = ""
        cohort_box.beside_title(self.head, self.cohort)
        self.frame.addWidget(self.bench, 1)
        lists = (self.bench.pupils.list, self.bench.choices.list, self.bench.proposal.list)
        deeds.tie(self.acts, {"assign": lists[1:2], "lock": lists, "end": lists[:2]})
        self._connect()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return deeds.rows(self._do, lambda key: reasons.why_not(key, self.state()))

    @override
    def refresh(self) -> None:
        wanted = Wanted(self.cohort.wanted(), self._wanted, self.proposer.at)
        self.ask(partial(self.desk.read, look, day.today(), wanted), self._on_looked)

    @override
    def go(self, place: str) -> None:
        """A role (`industry`, or a chip of the students), or the id of a student, perhaps with a role after a colon."""
        student, _, role = place.rpartition(":")
        named = next((one for one in Role if one.value == role.removeprefix("no-")), None)
        self._wanted = student or ("" if named else role)
        if named is not None:
            self.bench.choose_role(named)
        if self._wanted:
            self.refresh()

    @override
    def standing(self) -> Standing:
        if self.look is None:
            return Standing()
        lacking, role = self.look.count(self.bench.role), self.bench.role.label
        return Standing(Label(f"{lacking} 名学生缺{role.zh}", f"{lacking} students without {role.en}"))

    @override
    def first_focus(self) -> QWidget:
        return self.bench.pupils.list

    def state(self) -> State:
        """What is in hand."""
        bench = self.bench
        return State(
            self.look,
            bench.role,
            bench.pupils.list.current(),
            bench.choices.list.current(),
            self.proposer.open,
            self.proposer.opened is not None and not self.proposer.opened.stale,
            self.proposer.solving,
            self.desk.read_only,
            self.proposer.opened,
            bench.again.isChecked(),
        )

    def _do(self, key: str) -> None:
        """What each action does, by its key."""
        deed: dict[str, Callable[[], object]] = {
            "assign": self.hands.assign,
            "lock": self.hands.lock,
            "end": self.hands.end,
            "open": lambda: self.record_asked.emit("student", self.bench.pupils.list.at),
            "next-role": self.bench.next_role,
            "propose": self._on_propose,
            "keep": self.proposer.look,
            "discard": self.proposer.discard,
        }
        (deed | self.scenarios.deeds())[key]()

    def _connect(self) -> None:
        bench, hands = self.bench, self.hands
        self.cohort.chosen.connect(lambda: self.proposer.choose(""))  # a scenario belongs to its cohort
        bench.role_chosen.connect(self._show)
        bench.import_asked.connect(partial(self.page_asked.emit, "import", ""))
        bench.pupils.list.chosen.connect(self._on_pupil_chosen)
        bench.pupils.list.opened.connect(partial(self.record_asked.emit, "student"))
        bench.choices.chosen.connect(self._on_choice_chosen)
        bench.choices.list.accepted.connect(self._on_refused)
        tying.hands(bench, hands, self.foresight)
        bench.scenario.chosen.connect(self.proposer.choose)
        for teller in (hands, self.scenarios, self.proposer):
            teller.told.connect(self.told)
        tying.proposal(bench, self.proposer, self.acts)
        bench.side.remarks.student_asked.connect(self.go)
        bench.proposal.list.chosen.connect(self._on_row_chosen)
        self.proposer.changed.connect(self._show)
        self.proposer.wanted.connect(self.refresh)

    def _show(self) -> None:
        """Draw everything again from what is in hand."""
        showing.everything(self.bench, self.state())
        self._settle()

    def _settle(self) -> None:
        """What can be done, and what the status line says, follow what is in hand."""
        self.acts.renew()
        self.standing_changed.emit()

    def _find_wanted(self, found: Look) -> None:
        """Put the keys on the student that another page has asked for."""
        wanted, self._wanted = self._wanted, ""
        learner = found.learner(wanted)
        if learner is not None:
            self.bench.pupils.seek(wanted, paired=learner.stands(self.bench.role) is not None)
        elif wanted:
            self.told.emit(_NOT_HERE)

    def _on_looked(self, found: Look | None) -> None:
        self.look = found
        self.proposer.show(found)
        self.cohort.setVisible(found is not None)
        if found is not None:
            self.cohort.show_cohorts(found.cohorts, found.cohort)
        self._show()
        if found is not None:
            self._find_wanted(found)
            if len(found.situation.students) <= AT_ONCE:
                self.ask(partial(explained, found), self._on_explained)

    def _on_explained(self, found: Look) -> None:
        """The reasons come a moment later, so that a big cohort need not wait for them."""
        if self.look is not None and self.look.digest == found.digest:
            self.look = found
            self._show()

    def _on_pupil_chosen(self) -> None:
        showing.candidates(self.bench, self.state())

    def _on_choice_chosen(self) -> None:
        state = self.state()
        self.bench.effect.show_choice(state.pupil, state.choice)
        self.foresight.follow(state)
        self._settle()

    def _on_row_chosen(self, key: str) -> None:
        """A row of the proposal brings its student and role into hand."""
        student, _, role = key.rpartition(":")
        if not self.bench.proposal.list.hasFocus() or not student:
            return
        if Role(role) is not self.bench.role:
            self.bench.choose_role(Role(role))
        self.bench.pupils.list.choose(student)

    def _on_propose(self) -> None:
        if self.look is not None:
            again = self.bench.again.isChecked()
            self.proposer.propose(self.look, settings_of(self.proposer.opened, self.look.cohort, again=again))

    def _on_refused(self) -> None:
        """Enter on a candidate who cannot be given says why."""
        why = reasons.why_not("assign", self.state())
        if why is not None:
            self.told.emit(why)
