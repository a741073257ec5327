"""The `matching` package on a stable instance: students over supervisors, each supervisor over the students."""

import sys
from typing import Any

from matching.games import StudentAllocation


def solve(made: dict[str, Any], _seconds: float) -> dict[str, Any]:  # Any: JSON in and out
    """`made` has students' and supervisors' rankings by name, owners of projects, and capacities of both."""
    # The package copies itself player by player; with Python's own limit it stops at some 300 students.
    sys.setrecursionlimit(1_000_000)
    projects = {name: room for name, room in made["capacities"].items() if name in made["owners"]}
    owners = {name: room for name, room in made["capacities"].items() if name not in made["owners"]}
    game = StudentAllocation.create_from_dictionaries(
        made["student_prefs"], made["supervisor_prefs"], made["owners"], projects, owners
    )
    found = game.solve(optimal="student")
    given = {str(student): str(project)[1:] for project, students in found.items() for student in students}
    return {"status": "stable", "stable": given}
