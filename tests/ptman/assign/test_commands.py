"""The assignment's own command line: files in, answers out, the same bytes from every process."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench import instances
from ptman.assign import __main__ as command

README = {
    "format": "ptman-assign-synthetic-1",
    "n": 3,
    "seed": 1,
    "cost_by_rank": [0, 2, 5, 9, 14, 25],
    "base_cost_by_rank": [0, 1, 2, 3, 4, 8],
    "affinity_bonus": 6,
    "unassigned_penalty": 1000,
    "lower_quota_shortfall_penalty": 500,
    "academics": [{"cap": 2, "lower": 0}],
    "industry": [{"cap": 2, "bases": [0, 1], "company": 0}],
    "bases": [{"cap_by_period": [2, 1]}, {"cap_by_period": [0, 2]}],
    "affinity": [[0, 0]],
    "students": [{"period": 0, "academics": {"0": 1}, "industry": {"0": 6}, "base_rank": {"1": 2}}],
}


def written(folder: Path, data: object) -> Path:
    path = folder / "instance.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_solve_then_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problem, out = written(tmp_path, README), tmp_path / "answer.json"
    assert command.main(["solve", str(problem), "--out", str(out)]) == 0
    answer = json.loads(out.read_text(encoding="utf-8"))
    # academic rank 1: 0, industry unranked: 25, base 0 unranked: 8 (base 1 has no seat then), bonus 6
    assert (answer["status"], answer["value"], answer["pairs"]) == ("optimal", 27, [[0, 0, 0]])
    assert command.main(["verify", str(problem), str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["sound"]
    out.write_text(json.dumps(answer | {"value": 26, "bound": 26}), encoding="utf-8")
    assert command.main(["verify", str(problem), str(out)]) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", "{", '{"students": 3}', "\x1f\x8b"])
def test_a_bad_file_gets_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(text.encode("latin-1"))
    assert command.main(["solve", str(path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_processes_and_zipping_change_nothing(tmp_path: Path) -> None:
    data = json.dumps(instances.make(60, 5)).encode()
    plain, zipped = tmp_path / "plain.json", tmp_path / "zipped.json.gz"
    plain.write_bytes(data)
    zipped.write_bytes(gzip.compress(data))
    answers = {
        subprocess.run(
            [sys.executable, "-m", "ptman.assign", "solve", str(path)],
            env={**os.environ, "PYTHONHASHSEED": salt},
            check=True,
            capture_output=True,
        ).stdout
        for path, salt in ((plain, "1"), (zipped, "2"))
    }
    assert len(answers) == 1


def test_a_joint_instance_may_say_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    student = {"period": 0, "academics": {"0": 1, "1": 2}, "industry": {"0": 6}, "base_rank": {"1": 2}}
    data = README | {
        "academics": [{"cap": 4, "company": 7, "prefs": [1, [0]]}, {"cap": 4, "prefs": [0]}],
        "organisations": [{"role": "academic", "id": 7, "cap": 2}],
        "students": [student | {"units": 2}, student],
        "standing": [[1, 0, 0], [None, None, None]],
    }
    problem, out = written(tmp_path, data), tmp_path / "answer.json"
    for mode, first in (("total", 0), ("minimal-change", 1)):
        assert command.main(["solve", str(problem), "--mode", mode, "--out", str(out)]) == 0
        assert json.loads(out.read_text(encoding="utf-8"))["pairs"][0][0] == first
        assert command.main(["verify", str(problem), str(out)]) == 0
    assert command.main(["solve", str(problem), "--mode", "stable"]) == 2
    assert "promised" in capsys.readouterr().err
