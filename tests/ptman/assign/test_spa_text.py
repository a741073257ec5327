"""Student–project instances as text: read, written, solved in every mode, checked; and the published small ones."""

import dataclasses
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign import __main__ as command
from ptman.assign import spa_text
from ptman.assign.answer import Answer
from ptman.assign.engine import modes
from ptman.assign.engine.modes import Choice, Mode
from ptman.assign.problem import Problem
from tests.ptman.assign import problems

# Kwanashie's thesis, figure 6.1: the greediest and the most generous maximum matching differ.
GREEDY_OR_GENEROUS = """3 3 2
1: 1 2 3
2: 1
3: 2 3
1: 0: 1: 1
2: 0: 1: 1
3: 0: 1: 2
1: 0: 2: 2:
2: 0: 1: 1:
"""
TIED = """4 3 2
1: (1 2) 3
2: 1
3: 3 (2 1)
4: 2
1: 1: 1: 1
2: 0: 2: 1
3: 0: 1: 2
1: 2: 2: 3: (2 1) 4 3
2: 0: 1: 1: 3 1
comments may follow
"""
HOSPITALS = """2 2
1: 1 2
2: 1
1: 0: 1: 2 1
2: 0: 1: (1 2)
"""


def profile(problem: Problem, answer: Answer) -> tuple[int, ...]:
    given = [one.academics[key].rank for one in problem.students if (key := answer.given[one.id].academic)]
    counted = Counter(given)
    return tuple(counted[place] for place in range(1, 4))


def pairs(answer: Answer) -> dict[str, str | None]:
    return {key: one.academic for key, one in answer.given.items()}


def test_greedy_is_not_generous() -> None:
    problem = spa_text.problem_of(GREEDY_OR_GENEROUS)
    generous = modes.solve(problem, mode=Mode.PROFILE)
    greedy = modes.solve(problem, mode=Mode.PROFILE, choice=Choice(greedy=True))
    assert (profile(problem, generous), pairs(generous)) == ((1, 2, 0), {"1": "2", "2": "1", "3": "3"})
    assert (profile(problem, greedy), pairs(greedy)) == ((2, 0, 1), {"1": "3", "2": "1", "3": "2"})


def test_ties_quotas_and_rankings_are_read() -> None:
    problem = spa_text.problem_of(TIED)
    assert {key: one.rank for key, one in problem.students[2].academics.items()} == {"3": 1, "2": 2, "1": 2}
    assert [(one.upper, one.lower, one.organisation) for one in problem.academics] == [
        (1, 1, "1"),
        (2, 0, "1"),
        (1, 0, "2"),
    ]
    first, second = problem.organisations
    assert (first.lower, first.upper, first.ranking) == (2, 3, (("2", "1"), ("4",), ("3",)))
    assert second.ranking == (("3",), ("1",))
    answer = modes.solve(problem)
    assert (answer.value, pairs(answer)) == (4, {"1": "2", "2": "1", "3": "3", "4": "2"})


def test_a_lower_quota_goes_before_everything() -> None:
    text = "1 2 2\n1: 1 2\n1: 0: 1: 1\n2: 1: 1: 2\n1: 0: 1: 1:\n2: 0: 1: 1:\n"
    assert pairs(modes.solve(spa_text.problem_of(text), mode=Mode.PROFILE)) == {"1": "2"}


def test_hospitals_rank_for_themselves() -> None:
    problem = spa_text.problem_of(HOSPITALS)
    assert pairs(modes.solve(problem, mode=Mode.STABLE)) == {"1": "2", "2": "1"}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9))
def test_what_is_written_is_read_again(seed: int) -> None:
    draw = problems.drawing(seed)
    n, m, k = draw.randint(0, 5), draw.randint(1, 5), draw.randint(1, 3)
    rows = [f"{n} {m} {k}"]
    rows += [
        f"{who}: {_ties(draw.sample(range(1, m + 1), draw.randint(0, m)), draw.randint(0, 2))}"
        for who in range(1, n + 1)
    ]
    rows += [f"{key}: 0: {draw.randint(0, 3)}: {draw.randint(1, k)}" for key in range(1, m + 1)]
    rows += [f"{key}: 1: 2: 2: {_ties(draw.sample(range(1, n + 1), n), 0)}" for key in range(1, k + 1)]
    problem = spa_text.problem_of("\n".join(rows))
    assert spa_text.problem_of(spa_text.text_of(problem)) == problem


def _ties(keys: list[int], tied: int) -> str:
    head, tail = keys[:tied], keys[tied:]
    return " ".join([*([f"({' '.join(map(str, head))})"] if len(head) > 1 else map(str, head)), *map(str, tail)])


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("text", [GREEDY_OR_GENEROUS, TIED, HOSPITALS])
def test_files_are_solved_and_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, mode: Mode
) -> None:
    file, out = tmp_path / "instance.txt", tmp_path / "answer.json"
    file.write_text(text, encoding="utf-8")
    assert command.main(["solve", str(file), "--mode", mode.value, "--out", str(out)]) == 0
    assert command.main(["verify", str(file), str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["faults"] == []
    answer = json.loads(out.read_text(encoding="utf-8"))
    assert answer["mode"] == mode.value
    answer["tiers"][0]["value"] -= 1
    out.write_text(json.dumps(answer), encoding="utf-8")
    assert command.main(["verify", str(file), str(out)]) == 1
    answer["tiers"][-1] |= {"code": "nonsense"}
    out.write_text(json.dumps(answer), encoding="utf-8")
    assert command.main(["verify", str(file), str(out)]) == 1


@pytest.mark.parametrize(
    "text", ["3", "1 1 1\n1: 1\n", "1 1\n1: (1\n1: 0: 1:\n", "1 1\n1: x\n1: 0: 1:\n", "1 1\n1: 2\n1: 0: 1\n"]
)
def test_a_broken_file_gets_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    file = tmp_path / "broken.txt"
    file.write_text(text, encoding="utf-8")
    assert command.main(["solve", str(file)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_draw_decides_alike_in_any_order() -> None:
    problem = spa_text.problem_of(TIED)
    turned = dataclasses.replace(problem, students=problem.students[::-1], academics=problem.academics[::-1])
    assert modes.solve(problem, seed="x").given == modes.solve(turned, seed="x").given
