"""OR-tools' network flow on the academic side alone: the largest problem that is a plain network."""

from typing import Any

from ortools.graph.python import min_cost_flow


def solve(made: dict[str, Any], _seconds: float) -> dict[str, Any]:  # Any: JSON in and out
    """Lower quotas are arcs that pay for being used, each at the price of a shortfall."""
    flow = min_cost_flow.SimpleMinCostFlow()
    students, academics = len(made["students"]), len(made["academics"])
    sink = students + academics
    costs, short = made["cost_by_rank"], made["lower_quota_shortfall_penalty"]
    arcs = []
    for at, student in enumerate(made["students"]):
        for who, rank in student["academics"].items():
            arcs.append(
                (at, int(who), flow.add_arc_with_capacity_and_unit_cost(at, students + int(who), 1, costs[rank - 1]))
            )
        flow.add_arc_with_capacity_and_unit_cost(at, sink, 1, made["unassigned_penalty"])
        flow.set_node_supply(at, 1)
    for who, about in enumerate(made["academics"]):
        flow.add_arc_with_capacity_and_unit_cost(students + who, sink, about["lower"], -short)
        flow.add_arc_with_capacity_and_unit_cost(students + who, sink, about["cap"] - about["lower"], 0)
    flow.set_node_supply(sink, -students)
    status = flow.solve()
    if status != flow.OPTIMAL:
        return {"status": "nothing", "pairs": None, "bound": None}
    given: list[list[int | None]] = [[None, None, None] for _ in made["students"]]
    for at, who, arc in arcs:
        if flow.flow(arc):
            given[at][0] = who
    return {"status": "optimal", "pairs": given, "bound": None}
