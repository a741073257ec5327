"""A workbook that LibreOffice has opened and saved is recognised and merged; runs only where LibreOffice is."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ptman import db
from tests.ptman import sent_books
from tests.ptman.sent_books import Cell

SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_saved_by_libreoffice(office: db.Database, tmp_path: Path, kind: str) -> None:
    office.write(sent_books.fill)
    sent = sent_books.send(office)
    cells = (Cell(0, "岗位", "算法工程师"), Cell(1, "姓名", "李思"), Cell(1, "企业导师", "周航 QY002"))
    source = sent_books.filled(sent, tmp_path / "填好.xlsx", *cells)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    target = tmp_path / "saved"
    words = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(source)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    drawn = sent_books.drafted(office, target / f"填好.{kind}")
    assert [one.code for one in drawn.complaints] == ["not-allowed"]
    sent_books.keep(office, drawn)
    assert "算法工程师" in sent_books.posts(office).values()
    assert sent_books.state(office, sent.number)[0] == "merged"
