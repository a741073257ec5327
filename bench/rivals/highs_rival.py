"""HiGHS's own branch and bound on the joint model, all columns at once."""

from typing import Any

import highspy
import numpy as np

from bench.rivals import joint


def solve(made: dict[str, Any], seconds: float) -> dict[str, Any]:  # Any: JSON in and out
    model = joint.model(made)
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("time_limit", seconds)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.99)
    count = len(model.columns)
    highs.addVars(count, np.zeros(count), np.ones(count))
    numbers = np.arange(count, dtype=np.int32)
    highs.changeColsCost(count, numbers, np.array([column.cost for column in model.columns], dtype=float))
    highs.changeColsIntegrality(count, numbers, np.full(count, highspy.HighsVarType.kInteger))
    for row in model.rows:
        members = list(row.columns)
        if row.shortfall is not None and row.lower:
            members.append(highs.getNumCol())
            highs.addVar(0.0, float(row.lower))
            highs.changeColCost(members[-1], float(row.shortfall))
            load = np.array(members, dtype=np.int32)
            highs.addRow(float(row.lower), highspy.kHighsInf, len(load), load, np.ones(len(load)))
        load = np.array(row.columns, dtype=np.int32)
        lower = float(row.lower) if row.shortfall is None else 0.0
        highs.addRow(lower, float(row.upper), len(load), load, np.ones(len(load)))
    highs.run()
    status = highs.modelStatusToString(highs.getModelStatus())
    levels = highs.getSolution().col_value
    if not levels or not highs.getSolution().value_valid:
        return {"status": "nothing", "pairs": None, "bound": None}
    given = joint.pairs(made, model, (at for at in range(count) if levels[at] > 0.5))  # noqa: PLR2004 of 0 and 1
    bound = highs.getInfo().mip_dual_bound
    return {"status": "optimal" if status == "Optimal" else "partial", "pairs": given, "bound": bound}
