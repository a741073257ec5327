"""Weights, hints, needs and modes change what is proposed, each in the direction it says."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import building, hints, levelling, previewing, store, terms, weights
from ptman.assign.draft import AssignDraft
from ptman.assign.problem import Role
from ptman.assign.request import Limit, Mode, Request
from ptman.assign.situation import Situation
from ptman.assign.weights import USUAL, Weights
from ptman.errors import PtmanError
from ptman.models import AcademicSupervisor, PairingNeed, Student, TrainingBase
from ptman.models.choices_assigning import HintGround, HintKind
from tests import makers
from tests.ptman.assign.desk import TODAY, Desk
from tests.ptman.assign.situations import situations


def drafted(desk: Desk, request: Request) -> AssignDraft:
    return desk.office.read(store.draft, 2026, TODAY, request)


@settings(deadline=None, max_examples=40)
@given(situations(), st.sampled_from([one.name for one in weights.DECLARED if one.name != "vacancy"]))
def test_a_weight_of_nothing_leaves_its_term_out(office: Situation, name: str) -> None:
    made = building.build(office, Request(again=True, weights=USUAL.replaced(name, 0)))
    found = {
        term
        for one in made.students
        for role in Role
        for option in one.options(role).values()
        for term, _ in option.terms
    }
    assert name not in found


@settings(deadline=None)
@given(st.sampled_from(weights.DECLARED), st.integers(-25, 25), st.integers(1, 100))
def test_weighted_points_are_whole_and_keep_their_sign(one: weights.Declared, points: int, number: int) -> None:
    weighed = USUAL.replaced(one.name, number).points(one.name, points)
    assert abs(weighed * 100 - points * number) <= 50
    assert weighed * points >= 0


def test_weights_outlast_storing_and_ranges_hold() -> None:
    wanted = Weights(rank=0, topic=300)
    assert weights.read(weights.stored(wanted)) == wanted
    assert weights.read({"rank": 7, "later": 1}) == Weights(rank=7)
    assert weights.read({"rank": 7, "fit": 40}) == Weights(rank=7, field=40, topic=40)
    with pytest.raises(PtmanError):
        weights.checked(Weights(vacancy=0))


def test_a_vacancy_outweighs_everything_however_heavy() -> None:
    heavy = Weights(rank=300, field=300)
    assert all(terms.vacancy(n, 300) >= terms.MOST * 3 * n for n in (1, 10, 60, 250))
    assert heavy.points("vacancy", terms.vacancy(10, 300)) == terms.vacancy(10, 300)


def test_losing_what_stands_is_priced(desk: Desk) -> None:
    small = desk.small(2)
    desk.change(AcademicSupervisor, small.academic, max_students=1)
    desk.supervise(small.students[0], academic=small.academic)
    plain = drafted(desk, Request(again=True))
    assert plain.answer.given[small.students[0]].academic == small.academic
    desk.wish(small.students[1], 5, academic_supervisor_id=small.academic)
    kept = drafted(desk, Request(again=True, weights=USUAL.replaced("moved", 300)))
    assert kept.answer.given[small.students[0]].academic == small.academic
    moved = drafted(desk, Request(again=True, weights=USUAL.replaced("moved", 0)))
    assert moved.answer.given[small.students[1]].academic == small.academic


def test_a_forbidden_pair_is_never_proposed_and_a_hint_counts(desk: Desk) -> None:
    small = desk.small(1)
    who, other = small.students[0], desk.academic("王强", max_students=30)
    about = (who, Role.ACADEMIC, small.academic)
    desk.office.write(hints.record, about, HintKind.FORBID, HintGround.RELATIVE, "父女")
    assert drafted(desk, Request()).answer.given[who].academic == other
    desk.office.write(hints.record, about, HintKind.ENCOURAGE_STRONGLY, HintGround.PROJECT, "同一课题")
    assert drafted(desk, Request()).answer.given[who].academic == small.academic
    desk.office.write(hints.record, about, HintKind.DISCOURAGE, HintGround.OTHER, "时间冲突")
    assert drafted(desk, Request()).answer.given[who].academic == other


def test_who_needs_less_is_given_less_and_lacks_nothing(desk: Desk) -> None:
    who = desk.small(1).students[0]
    desk.made(makers.added, PairingNeed(student_id=who, base=False, reason="在职，本单位实践"))
    plan = drafted(desk, Request())
    assert (plan.with_academic, plan.with_base, plan.vacancies) == (1, 0, ())
    kept = desk.office.write(store.keep, plan, None, TODAY)
    assert (kept.supervisions, kept.placements) == (2, 0)


def test_short_ways_are_taken_where_they_count(desk: Desk) -> None:
    small = desk.small(1)
    near = desk.base(small.host, "临近基地", region_code="330100")
    desk.change(TrainingBase, small.base, region_code="440300")
    desk.change(Student, small.students[0], branch_id=near)
    plan = drafted(desk, Request(weights=USUAL.replaced("travel", 100)))
    assert plan.answer.given[small.students[0]].base == near
    assert [terms.travel("330100", there) for there in ("330106", "330700", "440300", "")] == [0, 3, 6, 3]


def test_loads_are_levelled_where_that_counts(desk: Desk) -> None:
    small = desk.small(4)
    other = desk.academic("王强", max_students=30)
    for who in small.students:
        desk.wish(who, 1, academic_supervisor_id=small.academic)
        desk.wish(who, 2, academic_supervisor_id=other)
    crowded = drafted(desk, Request()).answer.given.values()
    assert [one.academic for one in crowded] == [small.academic] * 4
    levelled = drafted(desk, Request(weights=USUAL.replaced("level", 100)))
    assert sorted(one.academic == other for one in levelled.answer.given.values()) == [False, False, True, True]
    assert levelling.even(7, [(5, 0), (5, 2), (1, 0)]) == 4
    assert levelled.vacancies == ()


@pytest.mark.parametrize("mode", list(Mode))
def test_every_mode_answers_the_same_twice(desk: Desk, mode: Mode) -> None:
    desk.small(3)
    first, second = (drafted(desk, Request(mode=mode, seed="7")) for _ in range(2))
    assert first.answer.given == second.answer.given
    assert first.answer.seed == "7"
    assert first.with_academic == 3


def test_fewest_moves_are_counted_from_what_is_asked(desk: Desk) -> None:
    small = desk.small(2)
    other = desk.academic("王强", max_students=30)
    before = drafted(desk, Request()).answer.given
    wanted = tuple((who, dataclasses.replace(mine, academic=other)) for who, mine in before.items())
    plan = drafted(desk, Request(mode=Mode.MINIMAL_CHANGE, seed="7", against=wanted))
    assert dict(wanted) == plan.answer.given
    assert {mine.industry for mine in plan.answer.given.values()} == {small.industry}


def test_a_preview_takes_the_mode_asked_for(desk: Desk) -> None:
    small = desk.small(2)
    other = desk.academic("王强", max_students=30)
    for who in small.students:
        desk.supervise(who, academic=small.academic)
        desk.wish(who, 1, academic_supervisor_id=other)
    office = drafted(desk, Request()).situation
    stands = drafted(desk, Request()).answer.given
    differ = {
        mode: previewing.preview(office, Request(again=True, mode=mode), stands, lambda: False).moved for mode in Mode
    }
    assert (differ[Mode.TOTAL], differ[Mode.MINIMAL_CHANGE]) == (2, 0)


def test_a_limit_holds_for_the_request_alone(desk: Desk) -> None:
    small = desk.small(3)
    plan = drafted(desk, Request(limits=(Limit(Role.ACADEMIC, small.academic, 1),)))
    assert (plan.with_academic, drafted(desk, Request()).with_academic) == (1, 3)
