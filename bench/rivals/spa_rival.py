"""The `algmatch` package on the same stable instance."""

import sys
from typing import Any
from unittest.mock import MagicMock


def solve(made: dict[str, Any], _seconds: float) -> dict[str, Any]:  # Any: JSON in and out
    # The package names a commercial solver at import that this game never uses.
    sys.modules.setdefault("gurobipy", MagicMock())
    from algmatch import StudentProjectAllocation

    projects = list(made["owners"])
    place = {name: at for at, name in enumerate(projects, start=1)}
    given = {
        "students": {int(who): [place[one] for one in liked] for who, liked in made["student_prefs"].items()},
        "projects": {place[one]: {"capacity": made["capacities"][one], "lecturer": place[one]} for one in projects},
        "lecturers": {
            place[one]: {
                "capacity": made["capacities"][one],
                "preferences": [int(who) for who in made["supervisor_prefs"][made["owners"][one]]],
            }
            for one in projects
        },
    }
    found = StudentProjectAllocation(dictionary=given, optimised_side="students").get_stable_matching()
    pairs = {str(who)[1:]: projects[int(str(one)[1:]) - 1][1:] for who, one in found["student_sided"].items() if one}
    return {"status": "stable", "stable": pairs}
