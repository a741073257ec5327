"""Works out what a choice would do, a moment after the keys have come to rest on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.assign import reasoning, store, workbench
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Demand
from ptman.assign.reasoning import WhyNot
from ptman.assign.scenario_rows import Opened
from ptman.assign.workbench import Effect, Pair
from ptman.errors import PtmanError
from ptman.labels import Label
from ui import day, errors
from ui.desk import Desk
from ui.pairing.effect_pane import Told
from ui.pairing.looking import AT_ONCE, Look
from ui.pairing.reasons import State

_REST = 250


class Foresight(QObject):
    """Keeps the plan of the cohort as it stands, so that each effect needs one solve, not two.

    Signals:
        told(Told): the effect of the choice asked for last.
        failed(Label): why there is none.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._plan: AssignDraft | None = None
        self._asked: tuple[Look, Pair] | None = None
        self._opened: Opened | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_rested)
        page.installEventFilter(self)

    def follow(self, state: State) -> None:
        """Work out the choice in hand once the keys rest; nothing where none is in hand or it stands already."""
        self._asked = None
        self._opened = state.opened
        given = state.pair.target if state.pair is not None else ""
        if state.look is None or state.pupil is None or state.choice is None or state.choice.id == given:
            self._rest.stop()
            return
        if state.opened is None and state.choice.one.stands:
            self._rest.stop()
            return
        self._asked = (state.look, Pair(state.pupil.id, state.role, state.choice.id))
        self._rest.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Back on the page: take up what was left when it was hidden."""
        if event.type() is QEvent.Type.Show and self._asked is not None:
            self._rest.start()
        return super().eventFilter(watched, event)

    def _on_rested(self) -> None:
        if self._asked is None or not self._page.isVisible():
            return
        look, pair = self._asked
        if len(look.situation.students) > AT_ONCE:
            many = f"{len(look.situation.students)}"
            self.failed.emit(
                Label(f"本年级有 {many} 名学生，不逐项推算影响；请起草方案来比较。",
                      f"With {many} students the effect is not worked out for each choice; propose for all instead.")
            )  # fmt: skip
            return
        opened = self._opened
        if opened is not None:
            wish = Demand(pair.student, pair.role, pair.target)
            self._desk.work.ask(
                lambda: (_of(reasoning.why_not(opened, wish)), None), self._on_answered(pair), self._on_failed
            )
        else:
            self._desk.work.ask(_job(self._desk, look, pair, self._plan), self._on_answered(pair), self._on_failed)

    def _on_answered(self, pair: Pair) -> Callable[[tuple[Told, AssignDraft | None]], None]:
        def answered(answer: tuple[Told, AssignDraft | None]) -> None:
            told, plan = answer
            self._plan = plan or self._plan
            if self._asked is not None and self._asked[1] == pair:
                self.told.emit(told)

        return answered

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, PtmanError):
            self.failed.emit(error.sentence)
        else:
            errors.show(error)


def _of(why: WhyNot) -> Told:
    """Why a scenario gives another, and what forcing this one would do to it."""
    return Told(Effect(why.low, why.high, why.moves, None, why.vacancies), why.quotas or (why.reason,))


def _job(desk: Desk, look: Look, pair: Pair, plan: AssignDraft | None) -> Callable[[], tuple[Told, AssignDraft]]:
    def job() -> tuple[Told, AssignDraft]:
        base = plan if plan is not None and plan.situation.digest() == look.digest else None
        base = base or desk.read(store.draft, look.cohort, day.today())
        return Told(desk.read(workbench.effect, pair, day.today(), base)), base

    return job
