"""`ptman in-hand`: what was laid aside is listed, taken up, issued or discarded, from one run to the next."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from ptman import cli, db
from ptman.commands import office as offices
from ptman.letters import in_hand
from ptman.models import IssuedDocument
from tests.ptman.letters.sending import TODAY
from tests.ptman.letters.test_in_hand import batch

LATER = ("documents", "introduction", "--about", "22660001", "--set", "unit=星河公司", "--later")


@pytest.fixture
def path(office: db.Database, office_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two letters wait; one of them is chosen in the selection laid aside."""
    first, second = batch(office, 2)
    office.write(in_hand.lay_aside_letters, 2026, [first], [second], TODAY)
    office.close()
    monkeypatch.setattr(offices, "today", lambda: TODAY)
    return office_path


def test_work_goes_on_in_another_run(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def ask(*words: str) -> tuple[int, dict[str, list[str]]]:
        status = cli.run(["--file", str(path), "--lang", "zh", *words, "--json"])
        return status, json.loads(capsys.readouterr().out)

    assert ask(*LATER)[1]["title"] == "实习介绍信 · 赵0"
    assert ask("in-hand")[1]["in_hand"] == ["实习介绍信 · 赵0", "2026 级派遣函：选 1 份，留 1 份"]
    status, drawn = ask("in-hand", "1", str(tmp_path))
    assert (status, drawn["issued"], drawn["number"]) == (0, False, "工院介〔2026〕1号")
    status, done = ask("in-hand", "2", str(tmp_path), "--issue")
    assert (status, done["issued"], len(done["files"])) == (0, True, 1)
    assert ask("in-hand", "1", "--discard")[1]["discarded"] == "实习介绍信 · 赵0"
    assert ask("in-hand") == (0, {"in_hand": []})
    assert cli.run(["--file", str(path), "in-hand", "3"]) == 2
    with db.Database(path, who="测试") as again:
        assert again.read(lambda session: session.scalar(select(func.count()).select_from(IssuedDocument))) == 1
