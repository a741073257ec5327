"""The laws of an exact solver and the tricky instances by their numbers: where each of them is tested."""

import importlib

import pytest

from ptman.assign import aims, shortage
from ptman.assign.engine import modes
from ptman.assign.engine.modes import Mode
from ptman.assign.problem import Academic, Option, Problem, Role, Student
from tests.ptman.assign import problems

HERE = "test_laws"
LAWS = {
    1: ("every answer passes its check", "test_crowds.test_every_part_of_a_crowd_is_at_its_best"),
    2: ("any prices bound the value", "test_exact.test_any_prices_bound_the_value"),
    3: ("the value is that of brute force", "test_exact.test_value_is_that_of_brute_force"),
    4: ("one side alone is a matching of seats", f"{HERE}.test_one_side_alone_is_a_matching_of_seats"),
    5: ("sides with nothing in common add up", f"{HERE}.test_sides_with_nothing_in_common_add_up"),
    6: ("the order of rows decides nothing", "test_draw.test_the_order_of_rows_does_not_decide"),
    7: ("names decide nothing", "test_draw.test_names_do_not_decide_only_what_was_drawn"),
    8: ("a seat more never makes it worse", "test_exact.test_a_seat_more_never_makes_it_worse"),
    9: ("forbidding what was not given changes nothing", f"{HERE}.test_what_was_not_given_may_be_forbidden"),
    10: ("forcing costs what was said", "test_asking.test_forcing_costs_what_was_said_and_moves_whom_it_named"),
    11: ("forcing what was given costs nothing", "test_exact.test_locking_what_was_given_changes_no_value"),
    12: ("a constant for one student moves nobody", f"{HERE}.test_a_constant_for_one_student_moves_nobody"),
    13: ("scaled costs scale the value", f"{HERE}.test_scaled_costs_scale_the_value"),
    14: ("the profile is the fairest", "test_modes.test_the_generous_profile_is_that_of_brute_force"),
    15: ("a shortage is the worst of all sets", "test_explain.test_shortage_is_the_worst_of_all_sets"),
    16: ("without an event nobody moves", f"{HERE}.test_without_an_event_nobody_moves"),
    17: ("stable is the students' best", "test_stable.test_the_answer_is_the_students_best_of_all_stable_ones"),
    18: ("one ranking for all is a queue", "test_stable.test_one_ranking_for_all_is_a_queue"),
    19: ("processes agree to the byte", f"{HERE}.test_processes_agree_to_the_byte"),
    20: ("cancelling keeps the best so far", "test_steering.test_cancel_keeps_the_best_so_far"),
}
INSTANCES = {
    1: "test_spa_text.test_greedy_is_not_generous",
    2: "test_stable.test_the_example_of_two_lecturers_and_four_projects",
    3: "test_stable.test_four_students_have_exactly_two_stable_allocations",
    4: "test_stable.test_a_tie_broken_by_the_draw_decides_how_many_are_placed",
    5: "test_properties.test_one_student_too_many_is_a_shortage_of_one",
    6: "test_demands.test_nobody_and_nothing",
    7: "test_properties.test_five_tiers_among_hundreds_do_not_overflow",
    8: "test_steering.test_two_hundred_are_solved_to_proof",
}


@pytest.mark.parametrize("place", [*(place for _, place in LAWS.values()), *INSTANCES.values()])
def test_each_has_its_test(place: str) -> None:
    module, name = place.split(".")
    assert callable(getattr(importlib.import_module(f"tests.ptman.assign.{module}"), name))


def test_one_student_too_many_is_a_shortage_of_one() -> None:
    students = tuple(problems.student(f"s{n}", "a:0 b:1", needs=problems.only(Role.ACADEMIC)) for n in range(4))
    loner = problems.student("t", "c:0", needs=problems.only(Role.ACADEMIC))
    problem = Problem((*students, loner), (Academic("a", 2), Academic("b", 1), Academic("c", 1)))
    (found,) = shortage.shortages(problem, Role.ACADEMIC)
    assert (found.students, found.targets, found.short) == (("s0", "s1", "s2", "s3"), ("a", "b"), 1)


def test_five_tiers_among_hundreds_do_not_overflow() -> None:
    """Each student alone with five supervisors of one place in the choice: all go first, whatever the tiers weigh."""
    role, count = problems.only(Role.ACADEMIC), 400
    staff = tuple(Academic(f"a{n}", 2) for n in range(count // 2))
    students = tuple(
        Student(
            f"s{n}",
            "",
            {f"a{(n + 7 * place) % len(staff)}": Option(place, (), place + 1) for place in range(5)},
            {},
            {},
            role,
        )
        for n in range(count)
    )
    answer = modes.solve(Problem(students, staff), mode=Mode.PROFILE)
    assert [tier.gap for tier in answer.tiers if tier.code != aims.LOTTERY] == [0] * (len(answer.tiers) - 1)
    assert answer.value == 0
