"""Solves what was asked of a cohort and lays it beside what stands: frozen situation in, draft with its proof out."""

import dataclasses
from collections.abc import Callable

from ptman.assign import building
from ptman.assign import draft as drafting
from ptman.assign.answer import Answer
from ptman.assign.draft import AssignDraft
from ptman.assign.engine.control import Limits, Progress
from ptman.assign.problem import Problem
from ptman.assign.request import Mode, Request
from ptman.assign.situation import Situation
from ptman.errors import PtmanError

DEFAULT = Limits()


@dataclasses.dataclass(frozen=True, slots=True)
class Watch:
    """How a caller follows a solve: told of each step, asked whether to stop, and how long to try."""

    progress: Callable[[Progress], None] | None = None
    cancel: Callable[[], bool] | None = None
    limits: Limits = DEFAULT


UNWATCHED = Watch()


def solve(situation: Situation, request: Request, watch: Watch = UNWATCHED) -> AssignDraft:
    """The answer to a request beside the situation; PtmanError `nobody-to-assign`, `assign-stable`."""
    if not situation.students:
        cohort = situation.cohort
        raise PtmanError(
            "nobody-to-assign",
            f"{cohort} 级没有在读学生，没有可分配的。请先导入学生名册，或改选年级。",
            f"Cohort {cohort} has no enrolled students, so there is nobody to pair. Import them, or choose another.",
        )
    problem = building.build(situation, request)
    return drafting.make(situation, problem, _answer(problem, request, situation, watch), again=request.moves)


def _answer(problem: Problem, request: Request, situation: Situation, watch: Watch) -> Answer:
    """By the mode asked for; the best total without a seed needs no draw."""
    from ptman.assign.engine import modes, solve

    steering = solve.Steering(watch.limits, watch.progress, watch.cancel)
    seed = request.seed or str(situation.cohort)
    if request.mode is Mode.TOTAL and not request.seed:
        return solve.solve(problem, seed=seed, steering=steering)
    kinds = {
        Mode.TOTAL: modes.Mode.TOTAL,
        Mode.GENEROUS: modes.Mode.PROFILE,
        Mode.GREEDY: modes.Mode.PROFILE,
        Mode.STABLE: modes.Mode.STABLE,
        Mode.MINIMAL_CHANGE: modes.Mode.MINIMAL_CHANGE,
    }
    choice = modes.Choice(greedy=request.mode is Mode.GREEDY, vacancies_first=True)
    return modes.solve(problem, mode=kinds[request.mode], choice=choice, seed=seed, steering=steering)
