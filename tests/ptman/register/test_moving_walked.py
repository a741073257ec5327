"""Two machines walked at random: every allowed step is taken, every other one refused, and the log tells the way."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from typing_extensions import override

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.register import cards, moving
from ptman.rules.machine import Machine
from tests import makers
from tests.ptman.register import stepping

# A walk that fails is short enough to read as it is: making it shorter would take minutes.
WALK = settings(max_examples=6, stateful_step_count=12, deadline=None, phases=(Phase.generate,))


class Walk(RuleBasedStateMachine):
    """One record of one noun, beside the list of states it should have gone through."""

    OFFICE: ClassVar[Path]
    MACHINE: ClassVar[Machine]

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "office.ptman"
        path.write_bytes(self.OFFICE.read_bytes())
        self.office = db.Database(path, who="测试")
        self.key = self.office.write(_student if self.noun == "student" else _term)
        self.way = [self.state]
        self.steps: list[str] = []

    @property
    def noun(self) -> str:
        return self.MACHINE.noun

    @property
    def state(self) -> str:
        return str(self.office.read(cards.card, self.noun, self.key).values["status"])

    @property
    def today(self) -> date:
        """The last day of the term, so that it may be renewed time and again."""
        end = self.office.read(cards.card, self.noun, self.key).values.get("term_end")
        return end if isinstance(end, date) else date(2027, 9, 1)

    @rule(data=st.data(), reason=st.sampled_from(["", "会议决定"]))
    def step(self, data: st.DataObject, reason: str) -> None:
        """Any step of the machine, allowed here or not."""
        wanted = data.draw(st.sampled_from(self.MACHINE.moves))
        ref = self.office.read(cards.card, self.noun, self.key).ref
        if self.way[-1] in wanted.source and (reason or not wanted.reason):
            self.office.write(moving.move, ref, wanted.key, self.today, reason)
            self.way.append(wanted.target)
            self.steps.append(wanted.label.zh)
            return
        with pytest.raises(PtmanError) as caught:
            self.office.write(moving.move, ref, wanted.key, self.today, reason)
        assert caught.value.code in {"move-refused", "move-needs-reason"}

    @rule()
    def take_back(self) -> None:
        back = self.office.read(undo.standing).back
        if back is not None and self.steps:
            self.office.write(undo.undo, back.number)
            self.way.pop()
            self.steps.pop()

    @invariant()
    def the_log_tells_the_way(self) -> None:
        assert self.state == self.way[-1]
        assert [one.step.zh for one in self.office.read(moving.log, self.noun, self.key)] == self.steps[::-1]

    @invariant()
    def what_is_offered_is_what_the_machine_allows(self) -> None:
        offered = self.office.read(moving.moves, self.noun, self.key, self.today)
        assert {one.key for one in offered} == {one.key for one in self.MACHINE.allowed(self.way[-1])}

    @override
    def teardown(self) -> None:
        self.office.close()
        self.folder.cleanup()


def _student(session: db.Session) -> str:
    return str(makers.student(session).id)


def _term(session: db.Session) -> str:
    return str(makers.appointment(session, makers.industry(session)).id)


@pytest.mark.parametrize("machine", [stepping.STUDENT, stepping.APPOINTMENT], ids=lambda one: one.noun)
def test_a_machine_is_walked(machine: Machine, empty_office: Path) -> None:
    walk = type("Walked", (Walk,), {"OFFICE": empty_office, "MACHINE": machine})
    with stepping.governed():
        run_state_machine_as_test(walk, settings=WALK)
