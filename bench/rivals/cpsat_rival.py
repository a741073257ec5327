"""OR-tools CP-SAT on the joint model."""

from typing import Any

from ortools.sat.python import cp_model

from bench.rivals import joint


def solve(made: dict[str, Any], seconds: float) -> dict[str, Any]:  # Any: JSON in and out
    model = joint.model(made)
    asked = cp_model.CpModel()
    taken = [asked.new_bool_var("") for _ in model.columns]
    costs: list[Any] = [column.cost * taken[at] for at, column in enumerate(model.columns)]
    for row in model.rows:
        load = sum(taken[number] for number in row.columns)
        if row.lower and row.shortfall is None:
            asked.add_exactly_one(taken[number] for number in row.columns)
            continue
        if row.columns and row.upper < len(row.columns):
            asked.add(load <= int(row.upper))
        if row.lower:
            short = asked.new_int_var(0, row.lower, "")
            costs.append((row.shortfall or 0) * short)
            asked.add(load + short >= row.lower)
    asked.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    status = solver.solve(asked)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return {"status": "nothing", "pairs": None, "bound": None}
    given = joint.pairs(made, model, (at for at, one in enumerate(taken) if solver.value(one)))
    bound = solver.best_objective_bound
    return {"status": "optimal" if status == cp_model.OPTIMAL else "partial", "pairs": given, "bound": bound}
