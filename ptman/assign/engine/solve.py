"""Solves an assignment problem for the best total: frozen problem in, checked answer with its proof out."""

from ptman.assign import aims
from ptman.assign.answer import Answer
from ptman.assign.engine import tiers
from ptman.assign.engine.control import Steering
from ptman.assign.problem import Problem

__all__ = ["Steering", "solve"]


def solve(problem: Problem, *, seed: str = "", steering: Steering | None = None) -> Answer:
    """The best total, proved where it can be, checked by the verifier.

    Where it is proved, the draw decides between answers of equal worth (`Steering.lottery`): the same problem and seed
    give the same answer, whatever the order of rows. Raises RuntimeError when the verifier objects, which is a bug.
    """
    steering = steering or Steering()
    codes = (aims.TOTAL, aims.LOTTERY) if steering.lottery else (aims.TOTAL,)
    return tiers.solve(problem, codes, seed, steering)
