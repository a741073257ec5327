"""Scenarios: named, copied, solved with the proof kept, changed by hand beside the engine's word, undone whole."""

import pytest

from ptman import undo
from ptman.assign import scenario_hand, scenario_reading, scenario_remarks, scenario_solving, scenarios, verify
from ptman.assign.problem import Role
from ptman.assign.request import Mode
from ptman.assign.scenario_hand import Turn
from ptman.assign.scenario_rows import Opened, State
from ptman.assign.scenarios import Settings
from ptman.assign.weights import USUAL, Weights
from ptman.errors import PtmanError
from ptman.models import AcademicSupervisor
from tests.ptman.assign.desk import TODAY, Desk
from tests.ptman.test_journal import contents

PLAIN = Settings(seed="2026-09-10")


def begun(desk: Desk, name: str = "甲", settings: Settings = PLAIN) -> str:
    key = desk.office.write(scenarios.begin, 2026, name, settings)
    desk.office.write(scenario_solving.solve, key, TODAY)
    return key


def opened(desk: Desk, key: str) -> Opened:
    return desk.office.read(scenario_reading.opened, key, TODAY)


def refused(code: str, desk: Desk, verb: object, *args: object) -> None:
    before = contents(desk.office)
    with pytest.raises(PtmanError) as error:
        desk.office.write(verb, *args)  # type: ignore[arg-type]  # any verb
    assert error.value.code == code
    assert contents(desk.office) == before


def test_the_answer_is_kept_with_its_proof(desk: Desk) -> None:
    small = desk.small(3)
    found = opened(desk, begun(desk))
    answer = found.plan.answer
    assert verify.verify(found.plan.problem, answer).sound
    assert (answer.optimal, answer.seed, found.stale, found.worth) == (True, "2026-09-10", False, answer.value)
    assert {(one.target, one.engine) for one in found.pairs if one.role is Role.BASE} == {(small.base, small.base)}
    assert [one.name for one in desk.office.read(scenario_reading.listed, 2026)] == ["甲"]


def test_solving_is_one_step_that_undo_takes_back(desk: Desk) -> None:
    desk.small(2)
    key = desk.office.write(scenarios.begin, 2026, "甲", PLAIN)
    before = contents(desk.office)
    desk.office.write(scenario_solving.solve, key, TODAY)
    desk.office.write(undo.undo, desk.office.read(undo.history)[0].number)
    assert contents(desk.office) == before


def test_a_name_is_taken_once_and_free_again_when_discarded(desk: Desk) -> None:
    key = desk.office.write(scenarios.begin, 2026, " 甲 ", PLAIN)
    refused("scenario-name", desk, scenarios.begin, 2026, "甲", PLAIN)
    refused("scenario-name", desk, scenarios.begin, 2026, " ", PLAIN)
    refused("seed-missing", desk, scenarios.begin, 2026, "乙", Settings(seed=" "))
    heavy = Settings(seed="1", weights=Weights(rank=301))
    refused("weight-range", desk, scenarios.begin, 2026, "乙", heavy)
    desk.office.write(scenarios.discard, key)
    assert desk.office.read(scenario_reading.listed, 2026) == ()
    desk.office.write(scenarios.begin, 2026, "甲", PLAIN)
    refused("scenario-closed", desk, scenarios.set_up, key, PLAIN)


def test_a_hand_change_stands_beside_the_engines_word(desk: Desk) -> None:
    small = desk.small(2)
    other = desk.academic("王强", max_students=30)
    key, who = begun(desk), small.students[0]
    engine = opened(desk, key).pair(who, Role.ACADEMIC)
    assert engine is not None
    wanted = other if engine.target == small.academic else small.academic
    desk.office.write(scenario_hand.put, key, Turn(who, Role.ACADEMIC, wanted, "课题需要"), TODAY)
    pair = opened(desk, key).pair(who, Role.ACADEMIC)
    assert pair is not None
    assert (pair.target, pair.engine) == (wanted, engine.target)
    assert pair.hand is not None
    assert (pair.hand.why, pair.hand.at is not None, pair.hand.who) == ("课题需要", True, desk.office.who)
    desk.office.write(scenario_solving.solve, key, TODAY)
    again = opened(desk, key).pair(who, Role.ACADEMIC)
    assert again is not None
    assert (again.target, again.engine, again.by_hand) == (wanted, engine.target, True)
    assert desk.office.write(scenario_hand.revert, key) == 1
    back = opened(desk, key).pair(who, Role.ACADEMIC)
    assert back is not None
    assert (back.target, back.by_hand) == (engine.target, False)


def test_a_role_left_vacant_by_hand_stays_so_when_solved_again(desk: Desk) -> None:
    small = desk.small(2)
    key, who = begun(desk), small.students[0]
    desk.office.write(scenario_hand.put, key, Turn(who, Role.BASE, None, "自主联系"), TODAY)
    desk.office.write(scenario_solving.solve, key, TODAY)
    found = opened(desk, key)
    assert found.plan.answer.given[who].base is None
    assert [(one.name, one.missing) for one in found.plan.vacancies] == [("赵一", Role.BASE)]


def test_a_lock_holds_against_hand_and_engine(desk: Desk) -> None:
    small = desk.small(2)
    key, who = begun(desk), small.students[0]
    refused("reason-missing", desk, scenario_hand.lock, key, (who, Role.ACADEMIC), TODAY, " ")
    desk.office.write(scenario_hand.lock, key, (who, Role.ACADEMIC), TODAY, "已面谈")
    refused("pair-locked", desk, scenario_hand.put, key, Turn(who, Role.ACADEMIC, None), TODAY)
    desk.change(AcademicSupervisor, small.academic, max_students=0)
    desk.office.write(scenario_solving.solve, key, TODAY)
    given = opened(desk, key).plan.answer.given
    assert [given[one].academic for one in small.students] == [small.academic, None]
    desk.office.write(scenario_hand.unlock, key, (who, Role.ACADEMIC), TODAY)
    desk.office.write(scenario_solving.solve, key, TODAY)
    assert opened(desk, key).plan.answer.given[who].academic is None


def test_a_copy_goes_its_own_way_and_pairs_are_taken_over(desk: Desk) -> None:
    small = desk.small(2)
    first, who = begun(desk), small.students[1]
    desk.office.write(scenario_hand.put, first, Turn(who, Role.BASE, None, "待定"), TODAY)
    second = desk.office.write(scenarios.copy, first, "乙")
    copied = opened(desk, second).pair(who, Role.BASE)
    assert copied is not None
    assert copied.hand == getattr(opened(desk, first).pair(who, Role.BASE), "hand", None)
    desk.office.write(scenario_hand.revert, second)
    assert opened(desk, first).plan.answer.given[who].base is None
    everything = [(one, role) for one in small.students for role in Role]
    assert desk.office.write(scenario_hand.take_over, first, second, everything, TODAY) == 1
    assert opened(desk, first).plan.answer.given == opened(desk, second).plan.answer.given


def test_a_changed_record_makes_it_stale_and_a_new_day_does_not(desk: Desk) -> None:
    small = desk.small(1)
    key = begun(desk)
    assert not desk.office.read(scenario_reading.opened, key, TODAY.replace(day=20)).stale
    desk.change(AcademicSupervisor, small.academic, max_students=3)
    assert opened(desk, key).stale


def test_comments_are_said_and_resolved(desk: Desk) -> None:
    small = desk.small(1)
    key = begun(desk)
    said = desk.office.write(scenario_remarks.comment, key, "请再核对", (small.students[0], Role.ACADEMIC))
    refused("comment-empty", desk, scenario_remarks.comment, key, " ")
    assert opened(desk, key).row.remarks == 1
    desk.office.write(scenario_remarks.resolve, said, "已核对")
    [remark] = opened(desk, key).remarks
    assert (remark.words, remark.said.who, remark.resolved is not None) == ("请再核对", desk.office.who, True)
    assert (opened(desk, key).row.remarks, opened(desk, key).row.state) == (0, State.OPEN)


def test_settings_are_read_as_they_were_set(desk: Desk) -> None:
    wanted = Settings(Mode.GENEROUS, USUAL.replaced("rank", 250), "公开抽签", again=True)
    key = desk.office.write(scenarios.begin, 2026, "甲", PLAIN)
    desk.office.write(scenarios.set_up, key, wanted)
    [row] = desk.office.read(scenario_reading.listed, 2026)
    assert Settings(row.mode, row.weights, row.seed, again=row.again) == wanted
