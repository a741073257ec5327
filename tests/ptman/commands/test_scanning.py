"""`ptman scan` files by code what it can, says what is left, and verifies paper from a picture."""

import json
from pathlib import Path

import pytest
from PIL import Image

from ptman import cli, db, signing
from tests.ptman.letters import sending
from tests.ptman.scans import scanned
from tests.ptman.scans.conftest import sent, sheets, written  # noqa: F401 - the fixtures of printed letters
from tests.ptman.scans.scanned import Wear


def test_scanning_and_verifying_by_the_command_line(
    sent: db.Database,  # noqa: F811 - the fixture
    sheets: dict[str, list[Image.Image]],  # noqa: F811 - the fixture
    office_path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    number, own = next(iter(sheets.items()))
    photo = written(tmp_path, "照片.jpg", scanned.jpg(scanned.worn(own[0], Wear(3))))
    blank = written(tmp_path, "白.pdf", scanned.pdf([Image.new("L", (400, 560), 255)]))
    public = written(tmp_path, "公钥.pem", signing.pem(sent.read(signing.public)))
    sent.close()

    def run(*said: str) -> tuple[int, str]:
        status = cli.run(["--file", str(office_path), "--lang", "zh", *said])
        told = capsys.readouterr()
        return status, told.out + told.err

    status, told = run("scan", str(photo), str(blank))
    assert (status, told.splitlines()) == (
        1,
        [f"照片.jpg 第 1 页 → {number} {sending.hosts(1)[0]}（已发）", "白.pdf 第 1 页 未归档：没有读出二维码"],
    )
    status, told = run("scan", str(photo), "--keep", "--on", sending.TODAY.isoformat(), "--json")
    data = json.loads(told)
    assert (status, data["filed"], data["returned"], data["found"][0]["number"]) == (0, 1, 1, number)
    assert run("scan", str(photo))[1].strip().endswith("（已回执）")
    assert run("scan", str(blank))[0] == 2
    assert "不是日期" in run("scan", str(photo), "--on", "昨天")[1]
    assert run("verify", str(photo)) == (0, f"{number} 真实有效\n")
    assert run("verify", str(photo), "--key", str(public)) == (0, f"{number} 真实有效\n")
    assert run("verify", str(blank)) == (2, "不是本办公室发的\n")
