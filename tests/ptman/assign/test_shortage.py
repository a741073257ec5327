"""Shortages that heed whole organisations: as many units lack a seat as by trying every way to seat them."""

import dataclasses
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import shortage
from ptman.assign.problem import Academic, Organisation, Problem, Role
from ptman.assign.reading import Reading
from tests.ptman.assign import problems

A = problems.only(Role.ACADEMIC)


def most_seated(problem: Problem, role: Role) -> int:
    """By trying every choice of every unit, or none."""
    reading = Reading(problem)
    menus = [
        [None, *(reading.seats(one, role, key) for key in reading.menu(one, role))]
        for one in problem.students
        if role in one.needs
        for _ in range(one.units)
    ]
    best = 0
    for picked in itertools.product(*menus):
        taken = [seat for seats in picked for seat in seats or ()]
        if all(seat in problem.overload or taken.count(seat) <= reading.room.get(seat, 0) for seat in set(taken)):
            best = max(best, sum(seats is not None for seats in picked))
    return best


@settings(deadline=None, max_examples=120)
@given(st.integers(0, 10**9), st.sampled_from(list(Role)))
def test_as_many_units_lack_a_seat_as_by_trying_every_way(seed: int, role: Role) -> None:
    made = problems.rich(seed)
    problem = dataclasses.replace(made, students=made.students[:3])
    units = sum(one.units for one in problem.students if role in one.needs)
    found = shortage.shortages(problem, role)
    assert sum(one.short for one in found) == units - most_seated(problem, role)
    assert all(one.short > 0 for one in found)
    targets = [key for one in found for key in one.targets]
    assert role is Role.BASE or len(set(targets)) == len(targets)


def test_an_organisation_too_small_is_a_shortage_of_all_its_people() -> None:
    students = tuple(problems.student(key, "a:0 b:0", needs=A) for key in ("s", "t", "u"))
    staff = Academic("a", 3, 0, "lab"), Academic("b", 3, 0, "lab")
    problem = Problem(students, staff, organisations=(Organisation("lab", 2, role=Role.ACADEMIC),))
    (found,) = shortage.shortages(problem, Role.ACADEMIC)
    assert (found.students, found.targets, found.seats, found.short) == (("s", "t", "u"), ("a", "b"), 2, 1)
    soft = dataclasses.replace(problem, overload={(Role.ACADEMIC, "lab", "organisation"): 3})
    assert shortage.shortages(soft, Role.ACADEMIC) == ()
    assert shortage.shortages(dataclasses.replace(problem, organisations=()), Role.ACADEMIC) == ()
