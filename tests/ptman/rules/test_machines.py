"""Every process as the domain draws it: each arrow can be walked, nothing else can, nothing ends too early."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from ptman.errors import PtmanError
from ptman.rules.machine import Machine
from ptman.rules.machines.every import MACHINES
from tests.ptman.rules.domain_ways import ENDS, WAYS

EVERY = pytest.mark.parametrize("machine", MACHINES.values(), ids=MACHINES)


@EVERY
def test_the_ways_of_the_domain_are_open(machine: Machine) -> None:
    for way in WAYS[machine.noun]:
        words, state = way.split(), machine.start
        for move, expected in zip(words[::2], words[1::2], strict=True):
            state = machine.step(state, move, "公司要求")
            assert state == expected


@EVERY
def test_every_state_is_reached(machine: Machine) -> None:
    reached, edge = {machine.start}, [machine.start]
    while edge:
        targets = {move.target for move in machine.allowed(edge.pop()) if not move.back}
        edge += targets - reached
        reached |= targets
    assert reached == {state.key for state in machine.states}


@EVERY
def test_only_the_ends_of_the_domain_end(machine: Machine) -> None:
    resting = {one.key for one in machine.states if not any(not move.back for move in machine.allowed(one.key))}
    assert resting == ENDS[machine.noun]
    assert {state.key for state in machine.states if state.final} <= resting


@EVERY
def test_from_everywhere_an_end_is_reached(machine: Machine) -> None:
    """Failing and trying again opens a new record, which is a way on as well."""
    ending = ENDS[machine.noun] | {one.target for one in machine.moves if one.opens}
    grown = True
    while grown:
        more = {key for one in machine.moves if one.target in ending for key in one.source} - ending
        ending, grown = ending | more, bool(more)
    assert ending == {state.key for state in machine.states}


@EVERY
def test_one_step_is_taken_back_only_with_a_reason(machine: Machine) -> None:
    for move in machine.moves:
        assert move.reason or not move.back
        if move.reason:
            with pytest.raises(PtmanError, match="reason"):
                machine.step(next(iter(move.source)), move.key, " ")


class Walk(RuleBasedStateMachine):
    """Any move is tried in any state that can be reached; a refusal changes nothing and says what is possible."""

    @initialize(machine=st.sampled_from(list(MACHINES.values())))
    def begin(self, machine: Machine) -> None:
        self.machine = machine
        self.state = machine.start

    @rule(data=st.data())
    def tries(self, data: st.DataObject) -> None:
        move = data.draw(st.sampled_from(self.machine.moves))
        if self.state in move.source:
            self.state = self.machine.step(self.state, move.key, "理由")
            assert self.state == move.target
            return
        with pytest.raises(PtmanError) as refused:
            self.machine.step(self.state, move.key, "理由")
        assert refused.value.code == "move-refused"
        for one in self.machine.allowed(self.state):
            assert one.label.zh in refused.value.sentence.zh


Walk.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestWalk = Walk.TestCase


@EVERY
def test_every_other_move_is_refused(machine: Machine) -> None:
    for state in machine.states:
        allowed = {move.key for move in machine.allowed(state.key)}
        for move in machine.moves:
            if move.key in allowed:
                assert machine.step(state.key, move.key, "理由") == move.target
            else:
                with pytest.raises(PtmanError):
                    machine.step(state.key, move.key, "理由")
