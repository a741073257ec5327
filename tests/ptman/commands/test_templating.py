"""Templates on the command line: listed, written to a file, brought back as a new version, checked by name."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from tests.ptman.letters import sending


def told(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict[str, list[dict[str, object]]]]:
    status = cli.run([*map(str, words), "--json"])
    return status, json.loads(capsys.readouterr().out or "{}")


def test_a_template_goes_out_and_comes_back(
    office: db.Database, office_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.write(sending.placed, {"甲公司": ["张雨桐"]})
    office.close()
    base = ("--file", office_path, "--lang", "zh", "templates")
    file = tmp_path / "派遣函.txt"
    assert told(capsys, *base, "export", file)[0] == 0
    file.write_text(file.read_text(encoding="utf-8").replace("名称: ", "名称: 学院用"), encoding="utf-8")
    assert told(capsys, *base, "check", file, "--cohort", 2026) == (0, {"letters": []})
    assert told(capsys, *base, "import", file, "--use")[0] == 0
    faulty = file.read_text(encoding="utf-8").replace("{主送单位}", "{主送单住}")
    file.write_text(faulty, encoding="utf-8")
    assert told(capsys, *base, "import", file, "--use")[0] == 1
    status, listed = told(capsys, *base, "list")
    own = [(one["name"], one["version"], one["in_use"], one["faults"]) for one in listed["templates"]]
    assert (status, own[:2]) == (0, [("自带", 0, False, 0), ("学院用", 2, True, 1)])
    status, checked = told(capsys, *base, "check", "--cohort", 2026)
    assert (status, checked["letters"][0]["host"]) == (1, "甲公司")
    assert cli.run([*map(str, base), "check", str(tmp_path / "无.txt"), "--cohort", "2026"]) == 2
