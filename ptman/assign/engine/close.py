"""The closing search: is there an answer at the bound? If not, the bound rises, until it meets the best answer."""

import dataclasses

from ptman.assign.engine import columns as choices
from ptman.assign.engine import incumbent
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.control import Control
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.linear import Relaxed
from ptman.assign.engine.model import Model

TINY = 1e-6
MOST = 8000
"""Above so many columns the search takes minutes and half a gigabyte, and seldom ends."""


@dataclasses.dataclass(frozen=True, slots=True)
class Closed:
    """The best answer, the bound the search has reached, and its effort."""

    best: Incumbent
    bound: int
    searches: int
    columns: int


def close(arrays: Arrays, relaxed: Relaxed, best: Incumbent, control: Control) -> Closed:
    """Only columns whose conditional bound is within reach of the target take part: few, and none that matter lack.

    The target rises by 1, 2, 4, … points while nothing is found, and never above what is already in hand.
    """
    bound = min(relaxed.floor, best.value)
    step, searches, width = 0, 0, 0
    while bound < best.value and not control.stopped():
        target = min(bound + step, best.value - 1)
        columns = choices.within(arrays, relaxed.reduced, target - relaxed.reduced.bound + TINY)
        if len(columns) > MOST:
            break
        model = Model(arrays, columns, presolve=True)
        searches, width = searches + 1, max(width, len(columns))
        found, exhausted = search(arrays, model, (bound, target), control)
        if found is not None and found.value < best.value:
            best = found
            control.report("closing", value=best.value)
        if not exhausted:
            break
        bound = min(best.value, target + 1)
        step = max(1, 2 * step, (best.value - bound) // 64)
        control.report("closing", bound=bound)
    return Closed(best, bound, searches, width)


def search(arrays: Arrays, model: Model, between: tuple[int, int], control: Control) -> tuple[Incumbent | None, bool]:
    """The best answer seen, and whether all answers up to the target are now known.

    An answer found at the lower end ends the search at once: nothing can be better.
    """
    from highspy import HighsModelStatus

    bound, target = between
    highs = model.highs
    model.integral()
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.99)
    highs.setOptionValue("objective_bound", target + 0.5)
    highs.setOptionValue("objective_target", bound + 0.1)
    highs.setOptionValue("mip_max_nodes", control.limits.nodes)
    highs.setOptionValue("time_limit", control.limits.seconds)
    model.run(control)
    status, effort = highs.getModelStatus(), highs.getInfo()
    if status == HighsModelStatus.kInfeasible and max(effort.mip_node_count, effort.simplex_iteration_count) <= 0:
        # Presolving alone has been seen to call a search empty that held an answer: it proves nothing.
        model.presolved(False)
        model.run(control)
        status = highs.getModelStatus()
    levels = model.values()
    found = incumbent.of_levels(arrays, model.columns, levels) if len(levels) == len(model.columns) else None
    if status in {HighsModelStatus.kInfeasible, HighsModelStatus.kOptimal}:
        return found, True
    return found, found is not None and found.value <= bound
