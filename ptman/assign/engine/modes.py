"""The modes of an answer: best total, fairest profile, fewest moves; each a list of aims in order of importance."""

import dataclasses
from collections.abc import Sequence
from enum import StrEnum

from ptman.assign import aims
from ptman.assign.answer import Answer
from ptman.assign.engine import stable, tiers
from ptman.assign.engine.control import Steering
from ptman.assign.problem import Problem, Role

__all__ = ["Choice", "Mode", "Steering", "codes", "solve"]


class Mode(StrEnum):
    """What an answer is best at."""

    TOTAL = "total"
    PROFILE = "profile"
    STABLE = "stable"
    MINIMAL_CHANGE = "minimal-change"


@dataclasses.dataclass(frozen=True, slots=True)
class Choice:
    """What may be set about a mode.

    `greedy`: a profile of most first choices instead of fewest last ones. `roles`: the sides that count in a profile,
    or that are stable; not given: both supervisors, or for stable those sides where it means something. `jointly`:
    ranks of several sides counted together, or one side after the other. `vacancies_first`: fewest vacancies go before
    fewest moves.
    """

    greedy: bool = False
    roles: tuple[Role, ...] = ()
    jointly: bool = True
    vacancies_first: bool = False


DEFAULT = Choice()


def codes(problem: Problem, mode: Mode, choice: Choice = DEFAULT) -> tuple[str, ...]:
    """The aims of a mode in order of importance, the draw last; of vacancies and shortfall the dearer goes first."""
    ending = (aims.TOTAL, aims.LOTTERY)
    if mode is Mode.PROFILE:
        profile = aims.greedy if choice.greedy else aims.generous
        roles = choice.roles or (Role.ACADEMIC, Role.INDUSTRY)
        sides: Sequence[tuple[Role, ...]] = [roles] if choice.jointly else [(role,) for role in roles]
        ranked = (code for side in sides for code in profile(problem, side))
        costs = problem.penalties
        quotas_first = costs.shortfall > max(costs.academic, costs.industry, costs.base)
        missing = (aims.SHORTFALL, aims.VACANCIES) if quotas_first else (aims.VACANCIES, aims.SHORTFALL)
        return (*missing, *ranked, *ending)
    if mode is Mode.MINIMAL_CHANGE:
        return (aims.VACANCIES, aims.MOVED, *ending) if choice.vacancies_first else (aims.MOVED, *ending)
    return ending


def solve(
    problem: Problem,
    *,
    mode: Mode = Mode.TOTAL,
    choice: Choice = DEFAULT,
    seed: str = "",
    steering: Steering | None = None,
) -> Answer:
    """The best answer of a mode, checked by the verifier; `tiers` gives each aim's value, bound and proof.

    Minimal change looks at `problem.standing`. Raises PtmanError `assign-stable` where stability cannot
    be promised.
    """
    how = steering or Steering()
    if mode is Mode.STABLE:
        return stable.solve(problem, choice.roles or stable.sides(problem), seed, how)
    return tiers.solve(problem, codes(problem, mode, choice), seed, how, mode.value)
