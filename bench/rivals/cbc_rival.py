"""PuLP with CBC: what MPS-Project hands its assignment to."""

from typing import Any

import pulp

from bench.rivals import joint


def solve(made: dict[str, Any], seconds: float) -> dict[str, Any]:  # Any: JSON in and out
    model = joint.model(made)
    problem = pulp.LpProblem("joint", pulp.LpMinimize)
    taken = [pulp.LpVariable(f"x{at}", cat="Binary") for at in range(len(model.columns))]
    costs: list[Any] = [column.cost * taken[at] for at, column in enumerate(model.columns)]
    for at, row in enumerate(model.rows):
        load = pulp.lpSum(taken[number] for number in row.columns)
        if row.lower and row.shortfall is None:
            problem += load == row.lower
            continue
        if row.columns and row.upper < len(row.columns):
            problem += load <= row.upper
        if row.lower:
            short = pulp.LpVariable(f"s{at}", lowBound=0)
            costs.append((row.shortfall or 0) * short)
            problem += load + short >= row.lower
    problem.setObjective(pulp.lpSum(costs))
    problem.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=seconds, gapRel=0, threads=1))
    proved = problem.sol_status == pulp.LpSolutionOptimal
    if problem.sol_status not in {pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible}:
        return {"status": "nothing", "pairs": None, "bound": None}
    chosen = (at for at, one in enumerate(taken) if (one.varValue or 0) > 0.5)  # noqa: PLR2004 of 0 and 1
    given = joint.pairs(made, model, chosen)
    value = joint.value(made, given)
    return {"status": "optimal" if proved else "partial", "pairs": given, "bound": value if proved else None}
