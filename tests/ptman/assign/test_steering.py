"""Progress, cancelling, doctored answers, and instances of a hundred students and more."""

import dataclasses

import pytest

from bench import instances
from ptman.assign import formats, verify
from ptman.assign.answer import Answer
from ptman.assign.engine import modes, solve
from ptman.assign.engine.control import Limits, Progress
from ptman.assign.problem import Given, Problem, Role, Status


@pytest.fixture(scope="module")
def hundred() -> Problem:
    return formats.problem_of(dict(instances.make(100, 1)))


@pytest.fixture(scope="module")
def solved(hundred: Problem) -> Answer:
    return solve.solve(hundred)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_hundred_are_solved_to_proof(seed: int) -> None:
    answer = solve.solve(formats.problem_of(dict(instances.make(200, seed))))
    assert answer.status in {Status.OPTIMAL, Status.SOLVER_PROVED}
    assert answer.value - answer.proved <= 1


def test_two_seeds_are_worth_the_same(hundred: Problem, solved: Answer) -> None:
    assert solve.solve(hundred, seed="drawn in public").value == solved.value


def test_progress_only_betters(hundred: Problem) -> None:
    heard: list[Progress] = []
    answer = solve.solve(hundred, steering=solve.Steering(progress=heard.append))
    values = [one.value for one in heard if one.value is not None]
    bounds = [one.bound for one in heard if one.bound is not None]
    assert values == sorted(values, reverse=True)
    assert bounds == sorted(bounds)
    assert (values[-1], bounds[-1]) == (answer.value, answer.bound)


@pytest.mark.parametrize("calls", [0, 1, 40, 305, 310])
def test_cancel_keeps_the_best_so_far(hundred: Problem, solved: Answer, calls: int) -> None:
    asked = iter(range(10**9))
    answer = solve.solve(hundred, steering=solve.Steering(cancel=lambda: next(asked) >= calls))
    assert answer.proved <= answer.bound <= solved.value <= answer.value
    assert answer.optimal or answer.status is Status.CANCELLED


def test_the_wish_to_stop_is_asked_for_inside_every_long_phase() -> None:
    """Through the inside of a large relaxation, too, which no step of ours interrupts."""
    problem = formats.problem_of(dict(instances.make(1500, 1)))
    phases: list[str] = ["start"]
    asked: list[str] = []
    limits = Limits(price_steps=20, neighbourhoods=0, nodes=0)

    def stop() -> bool:
        asked.append(phases[-1])
        return asked.count("prices") > 5

    answer = solve.solve(problem, steering=solve.Steering(limits, lambda one: phases.append(one.phase), stop))
    assert answer.status is Status.CANCELLED
    assert "relaxation" not in phases


def test_limits_leave_a_bounded_answer(hundred: Problem, solved: Answer) -> None:
    answer = solve.solve(hundred, steering=solve.Steering(limits=Limits(price_steps=1, nodes=0, seconds=0)))
    assert answer.bound <= solved.value <= answer.value


def test_the_verifier_objects_to_doctored_answers(hundred: Problem, solved: Answer) -> None:
    first, second = hundred.students[:2]
    swapped = {**solved.given, first.id: solved.given[second.id], second.id: Given("0", "0", "99")}
    doctored = [
        dataclasses.replace(solved, value=solved.value - 1, bound=solved.bound - 1),
        dataclasses.replace(solved, proved=solved.proved + 1),
        dataclasses.replace(solved, bound=solved.value + 1),
        dataclasses.replace(solved, given=swapped),
        dataclasses.replace(solved, given={}),
        dataclasses.replace(solved, input_hash="other"),
    ]
    assert verify.verify(hundred, solved).sound
    assert not any(verify.verify(hundred, answer).sound for answer in doctored)


def test_optimal_is_not_said_without_proof(hundred: Problem, solved: Answer) -> None:
    vacant = solve.solve(hundred, steering=solve.Steering(cancel=lambda: True))
    assert not verify.verify(hundred, dataclasses.replace(vacant, status=Status.OPTIMAL)).sound
    assert not verify.verify(hundred, dataclasses.replace(vacant, status=Status.SOLVER_PROVED)).sound
    assert vacant.value > solved.value


def test_a_whole_answer_is_there_at_once(hundred: Problem, solved: Answer) -> None:
    heard: list[Progress] = []
    solve.solve(hundred, steering=solve.Steering(progress=heard.append))
    first = heard[0]
    assert first.value is not None
    assert solved.value <= first.value < 1000 * len(hundred.students)


def test_cancelling_stops_every_tier() -> None:
    problem = formats.problem_of(dict(instances.make(60, 2)))
    for mode in modes.Mode:
        asked = iter(range(10**9))
        steering = solve.Steering(cancel=lambda asked=asked: next(asked) >= 3)  # type: ignore[misc]  # mypy cannot infer the default
        choice = modes.Choice(roles=(Role.ACADEMIC,))
        answer = modes.solve(problem, mode=mode, choice=choice, steering=steering)
        assert verify.verify(problem, answer).sound
