"""Every process as the domain draws it: each arrow can be walked, nothing else can, nothing ends too early."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from ptman.errors import PtmanError
from ptman.rules.machine import Machine
from ptman.rules.machines.every import MACHINES

# Where a process may rest for good, by domain §5.1–§5.16; everything else leads on.
ENDS = {
    "appointment": {"ended", "rejected"},
    "milestone": {"passed", "waived"},
    "supervisor_change": {"effective", "rejected", "withdrawn"},
    "training_base": {"closed"},
    "agreement": {"terminated", "abandoned"},
    "placement": {"archived", "rejected", "cancelled", "terminated"},
    "practice_assessment": {"passed"},
    "practice_report": {"accepted", "waived"},
    "title_application": {"prelim_failed", "review_failed", "rejected", "revoked", "withdrawn"},
    "insurance_policy": {"verified"},
    "action_item": {"closed", "cancelled"},
    "meeting": {"archived", "cancelled"},
    "commitment": {"delivered", "withdrawn"},
    "tech_contract": {"closed", "terminated"},
    "contract_payment": {"received"},
    "issued_document": {"superseded", "void"},
    "training_class": {"archived", "cancelled"},
    "resource_use": {"evaluated", "rejected", "cancelled"},
    "import_batch": {"discarded", "rolled_back"},
}
# Whole ways through the processes: a move, the state it leads to, and so on.
WAYS = {
    "appointment": ["submit submitted approve approved issue_certificate active renew active resign ended"],
    "milestone": [
        "open open extend open submit submitted pass_conditionally conditional accept_fix passed",
        "open open submit submitted fail failed retry failed waive waived",
    ],
    "supervisor_change": [
        (
            "submit submitted ask_original original_opinion original_agrees new_opinion new_agrees faculty_review"
            " faculty_approves office_review office_approves effective"
        ),
        "submit submitted ask_original original_opinion original_refuses faculty_review reject rejected",
    ],
    "training_base": [
        (
            "record_visit site_visited submit_review under_review approve approved operate active suspend rectifying"
            " resume active close closed"
        ),
    ],
    "agreement": [
        (
            "submit_review legal_review approve approved sign_first signing sign_last signed amend signed"
            " terminate terminated"
        ),
    ],
    "placement": [
        (
            "apply applied campus_agree campus_agreed industry_agree industry_agreed approve office_approved"
            " make_ready ready dispatch dispatched accept accepted begin in_progress interrupt interrupted"
            " resume in_progress finish finished back_to_in_progress in_progress finish finished assess assessed"
            " archive archived"
        ),
        "dispatch_planned dispatched recall planned cancel cancelled",
    ],
    "practice_assessment": [
        (
            "submit_report report_submitted return_report report_returned resubmit_report report_submitted"
            " accept_report report_accepted score scoring schedule defence_scheduled defend defended"
            " weigh weights_applied confirm faculty_confirmed fail failed retake failed"
        ),
    ],
    "practice_report": ["submit submitted return returned resubmit submitted accept accepted", "waive waived"],
    "title_application": [
        (
            "submit submitted return returned redraft draft submit submitted pass_prelim prelim_passed review in_review"
            " pass_review review_passed publicise publicity object objection dismiss_objection publicity"
            " confirm confirmed issue_certificate certificate_issued revoke revoked"
        ),
    ],
    "insurance_policy": ["reject rejected resubmit submitted verify verified"],
    "action_item": ["start in_progress postpone postponed start in_progress finish done close closed"],
    "meeting": [
        (
            "postpone postponed plan_again planned send_notice notice_sent hold held draft_minutes minutes_draft"
            " confirm_minutes minutes_confirmed issue_minutes minutes_issued archive archived"
        ),
    ],
    "commitment": ["confirm confirmed deliver delivered not_kept confirmed withdraw withdrawn"],
    "tech_contract": [
        (
            "negotiate negotiating submit_review contract_review sign signed apply_registration registering"
            " register registered perform performing pause paused resume performing accept accepted settle settled"
            " close closed"
        ),
    ],
    "contract_payment": ["invoice invoiced receive_part part_received receive_part part_received receive received"],
    "issued_document": [
        (
            "check checked sign_off signed_off number issued print printed seal sealed send sent return returned"
            " file filed void void"
        ),
    ],
    "training_class": [
        (
            "approve approved recruit recruiting run running complete completed"
            " issue_certificates certificates_issued archive archived"
        ),
    ],
    "resource_use": ["approve approved start in_use return returned evaluate evaluated"],
    "import_batch": ["validate validated stage staged commit committed roll_back rolled_back"],
}
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
