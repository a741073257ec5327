"""Seeded stable instances: students rank five supervisors of a field, each supervisor ranks all who rank them."""

import json
import random
from pathlib import Path

from ptman.assign import formats, spa_text
from ptman.assign.problem import Problem

RANKED = 5


def write(size: int, text: Path, data: Path) -> None:
    """The same instance in the text format of `matchingproblems` and, for the packages, as names in JSON."""
    draw = random.Random(f"stable-{size}")  # noqa: S311 a bench wants repeatable draws
    people = max(RANKED, size // 6)
    popularity = [draw.lognormvariate(0, 0.8) for _ in range(people)]
    students = {at: _chosen(people, popularity, draw) for at in range(1, size + 1)}
    liked: dict[int, list[int]] = {who: [] for who in range(1, people + 1)}
    for at, chosen in students.items():
        for who in chosen:
            liked[who].append(at)
    for ranking in liked.values():
        draw.shuffle(ranking)
    rooms = {who: draw.randint(5, 9) for who in liked}
    lines = [f"{size} {people} {people}"]
    lines += [f"{at}: {' '.join(map(str, chosen))}" for at, chosen in students.items()]
    lines += [f"{who}: 0: {rooms[who]}: {who}" for who in liked]
    lines += [f"{who}: 0: 0: {rooms[who]}: {' '.join(map(str, ranking))}" for who, ranking in liked.items()]
    text.write_text("\n".join(lines) + "\n", encoding="utf-8")
    wanted = [who for who, ranking in liked.items() if ranking]
    named = {
        "student_prefs": {str(at): [f"p{who}" for who in chosen] for at, chosen in students.items()},
        "supervisor_prefs": {f"l{who}": [str(at) for at in liked[who]] for who in wanted},
        "owners": {f"p{who}": f"l{who}" for who in wanted},
        "capacities": {f"p{who}": rooms[who] for who in wanted} | {f"l{who}": rooms[who] for who in wanted},
        "text": str(text),
    }
    data.write_text(json.dumps(named), encoding="utf-8")


def _chosen(people: int, popularity: list[float], draw: random.Random) -> list[int]:
    clocks = sorted((draw.expovariate(popularity[who - 1]), who) for who in range(1, people + 1))
    return [who for _, who in clocks[:RANKED]]


def problem(data: Path) -> Problem:
    """The instance beside which an answer by names is checked."""
    return spa_text.problem_of(formats.raw(Path(json.loads(data.read_text(encoding="utf-8"))["text"])))
