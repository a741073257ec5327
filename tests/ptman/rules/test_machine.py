"""The mechanism of the state machines: contradictions are refused, dates are seen, stored values are kept."""

from datetime import date, timedelta

import pytest

from ptman.errors import PtmanError
from ptman.labels import Choice, Label
from ptman.models import choices
from ptman.rules import machine
from ptman.rules.machine import Derived, Machine, Move, State, When, of
from ptman.rules.machines.every import MACHINES

NAME = Label("灯", "lamp")
STATES = (State("off", Label("关", "Off")), State("on", Label("开", "On")))
SWITCH = Move("switch", Label("打开", "Switch on"), of("off"), "on")
TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("states", "moves", "derived"),
    [
        (STATES, (Move("x", NAME, of("off"), "gone"),), ()),
        (STATES, (Move("x", NAME, of("gone"), "on"),), ()),
        (STATES, (Move("x", NAME, of("off"), "on", opens="gone"),), ()),
        (STATES, (SWITCH, SWITCH), ()),
        ((*STATES, STATES[0]), (SWITCH,), ()),
        (STATES, (SWITCH,), (Derived("x", NAME, of("gone"), "due_on"),)),
        ((State("off", NAME, final=True), STATES[1]), (SWITCH,), ()),
    ],
)
def test_a_machine_that_contradicts_itself_is_refused(
    states: tuple[State, ...], moves: tuple[Move, ...], derived: tuple[Derived, ...]
) -> None:
    with pytest.raises(ValueError, match="lamp"):
        Machine("lamp", NAME, states, "off", moves, derived)


def test_an_unknown_start_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown"):
        Machine("lamp", NAME, STATES, "gone", (SWITCH,))


def test_a_refusal_says_where_it_stands_and_what_is_possible() -> None:
    lamp = Machine("lamp", NAME, STATES, "off", (SWITCH,))
    with pytest.raises(PtmanError) as refused:
        lamp.step("on", "switch")
    assert refused.value.sentence.zh == "灯为“开”，不能“打开”。未作任何改动。这是最后的状态。"
    with pytest.raises(PtmanError) as unknown:
        lamp.step("off", "smash")
    assert "Possible now: switch on." in unknown.value.sentence.en


def test_one_step_back_along_a_way() -> None:
    (back,) = machine.backward(STATES)
    assert (back.key, back.source, back.target, back.reason, back.back) == ("back_to_off", of("on"), "off", True, True)
    assert back.label.zh == "退回“关”"


@pytest.mark.parametrize(
    ("off", "seen"),
    [(-1, "expired"), (0, "expiring"), (90, "expiring"), (91, None)],
)
def test_the_end_of_a_term_is_seen_to_the_day(off: int, seen: str | None) -> None:
    found = MACHINES["appointment"].seen("active", {"term_end": TODAY + timedelta(days=off)}, TODAY)
    assert (found.key if found else None) == seen


def test_dates_say_nothing_of_other_states_or_where_there_are_none() -> None:
    past = TODAY - timedelta(days=1)
    assert MACHINES["appointment"].seen("ended", {"term_end": past}, TODAY) is None
    assert MACHINES["appointment"].seen("active", {"term_end": None}, TODAY) is None
    assert MACHINES["appointment"].seen("active", {}, TODAY) is None


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "seen"),
    [
        (date(2026, 9, 2), date(2029, 9, 1), "not_yet"),
        (date(2026, 9, 1), date(2029, 8, 31), None),
        (date(2023, 9, 1), date(2026, 9, 1), "expiring"),
        (date(2023, 9, 1), date(2026, 8, 31), "expired"),
        (date(2023, 9, 1), None, None),
    ],
)
def test_a_signed_agreement_is_in_force_between_its_days(
    valid_from: date, valid_to: date | None, seen: str | None
) -> None:
    found = MACHINES["agreement"].seen("signed", {"valid_from": valid_from, "valid_to": valid_to}, TODAY)
    assert (found.key if found else None) == seen


def test_another_lead_may_be_asked_for() -> None:
    soon = Derived("soon", NAME, of("on"), "due_on", When.SOON, 7)
    assert not soon.holds(TODAY + timedelta(days=8), TODAY)
    assert soon.holds(TODAY + timedelta(days=8), TODAY, lead=8)


@pytest.mark.parametrize(
    ("noun", "stored"),
    [
        ("appointment", choices.AppointmentStatus),
        ("training_base", choices.BaseStatus),
        ("placement", choices.PlacementStatus),
        ("issued_document", choices.DocumentStatus),
    ],
)
def test_what_office_files_already_hold_is_a_state_of_the_same_name(noun: str, stored: type[Choice]) -> None:
    states = {state.key: state.label for state in MACHINES[noun].states}
    assert {one.value: one.label for one in stored}.items() <= states.items()
