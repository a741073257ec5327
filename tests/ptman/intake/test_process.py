"""Whatever becomes of the reading process, the program gets an answer or one known failure."""

import io
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event

import pytest

from ptman import own_process
from ptman.errors import PtmanError
from ptman.intake import process, reading, wire
from ptman.intake.limits import Limits
from tests.ptman.intake import bad_workbooks as make

FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

# Two cells that span 18 million, for which the library sets aside more than 400 MB.
WIDE = '<row r="1"><c r="A1"><v>1</v></c></row><row r="20000"><c r="AHP20000"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("rows", "within"),
    [
        # The library ends its whole process over this sheet; only the prescan's own limit is lifted here.
        (FAR, Limits(area=10**12)),
        (make.GOOD_ROWS, Limits(read_seconds=0.001)),
        (WIDE, Limits(child_bytes=200_000_000)),
    ],
    ids=["dies", "is too slow", "has no memory"],
)
def test_a_reader_that_fails_does_no_harm(rows: str, within: Limits, tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(make.workbook(rows))
    with pytest.raises(PtmanError) as caught:
        reading.read(path, within)
    assert caught.value.code == "reader-stopped"


@pytest.mark.skipif(sys.platform == "win32", reason="looking for a process by its number would end it there")
def test_what_nobody_waits_for_is_ended_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sleeper, unwanted = tmp_path / "sleeper.py", Event()
    sleeper.write_text("import os, sys, time\nprint(os.getpid(), flush=True)\ntime.sleep(600)", encoding="ascii")
    monkeypatch.setattr(own_process, "command", lambda _module: [sys.executable, str(sleeper)])
    with (tmp_path / "answer").open("w+b") as answer, ThreadPoolExecutor(1) as beside:
        bounds = process.Bounds(600, 10**9, unwanted)
        done = beside.submit(process.run, {"job": "read"}, io.BytesIO(), answer, bounds)
        while not (tmp_path / "answer").read_bytes().endswith(b"\n"):
            wait([done], 0.01)
        number = int((tmp_path / "answer").read_bytes())
        unwanted.set()
        with pytest.raises(process.Unwanted):
            done.result()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="looking for a process by its number would end it there")
def test_an_answer_in_the_making_is_ended_when_nobody_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sleeper, unwanted, numbers = tmp_path / "sleeper.py", Event(), list[int]()
    sleeper.write_text("import os, time\nprint(os.getpid(), flush=True)\ntime.sleep(600)", encoding="ascii")
    monkeypatch.setattr(own_process, "command", lambda _module: [sys.executable, str(sleeper)])

    def take(lines: Iterator[bytes]) -> str:
        numbers.append(int(next(lines)))
        unwanted.set()
        return "more" if next(lines, b"") else "no more"

    with pytest.raises(process.Unwanted):
        process.taken({"job": "read"}, io.BytesIO(), process.Bounds(600, 10**9, unwanted), take)
    with pytest.raises(ProcessLookupError):
        os.kill(numbers[0], 0)


@pytest.mark.parametrize("program", ["print('x' * 2000)", "print('x'); raise SystemExit(3)"])
def test_an_answer_too_long_or_of_a_process_that_failed_is_none(
    program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "program.py").write_text(program, encoding="ascii")
    monkeypatch.setattr(own_process, "command", lambda _module: [sys.executable, str(tmp_path / "program.py")])
    with pytest.raises(process.Stopped):
        process.taken({"job": "read"}, io.BytesIO(), process.Bounds(60, 1000), list)


SHEET = wire.sheet_line("Sheet1", True, [(1, 1, 2, 2)])
ROW = wire.row_line(3, 2, ["", "a", 1.0, ""])


def test_what_is_sent_is_what_arrives() -> None:
    assert ROW is not None
    assert json.loads(ROW) == [3, 3, ["a", 1]]
    (sheet,) = wire.sheets([SHEET, ROW, wire.end_line()])
    assert sheet.name == "Sheet1"
    assert [(cell.address, cell.value) for cell in sheet.row(3)] == [("C3", "a"), ("D3", 1)]
    assert wire.row_line(1, 1, ["", ""]) is None


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [SHEET],
        [b"\x00\xff\n"],
        [b"12\n"],
        [b'{"sheet": 1, "visible": true, "merged": []}\n', b'{"end": true}\n'],
        [b'{"shoot": "x"}\n', b'{"end": true}\n'],
        [SHEET, b"[1, 2]\n", b'{"end": true}\n'],
        [SHEET, b'[1, "a", []]\n', b'{"end": true}\n'],
        [SHEET, b'[1, 1, [{"date": "soon"}]]\n', b'{"end": true}\n'],
        [SHEET, b'[1, 1, [{"pickle": "x"}]]\n', b'{"end": true}\n'],
        [SHEET, b'[1, 1, [{"date": 1}]]\n', b'{"end": true}\n'],
        [SHEET, b"[1, 1, [[1]]]\n", b'{"end": true}\n'],
    ],
)
def test_rubbish_is_never_taken_for_a_workbook(lines: list[bytes]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        wire.sheets(lines)
