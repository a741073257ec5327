"""The main job walked from end to end on the command line: workbook, draft, keep, assign, export, letters, undo."""

import io
import json
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session
from typing_extensions import override

from ptman import cli, db
from ptman.commands import office
from ptman.letters import pages
from ptman.models.core import nouns

ORDER = ("实践基地", "校内导师", "企业导师", "学生名册", "志愿")
COHORT = str(office.today().year)
THIS_YEAR = office.today().year
LEFT_BY_UNDO = {"signing_key", *(name for name, noun in nouns().items() if noun.PERMANENT)}


class Desk:
    """One office file and the command line, called in this process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = folder / "office.ptman"

    def run(self, *words: str, status: int = 0) -> str:
        done, output, errors = self.start("--file", str(self.office), "--lang", "zh", *words)
        assert done == status, output + errors
        return output if status < 2 else errors

    def start(self, *words: str) -> tuple[int, str, str]:
        with redirect_stdout(io.StringIO()) as output, redirect_stderr(io.StringIO()) as errors:
            done = cli.run(words)
        return done, output.getvalue(), errors.getvalue()

    def json(self, *words: str, status: int = 0) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.run(*words, "--json", status=status))
        return answer

    def contents(self) -> dict[str, list[tuple[object, ...]]]:
        def tables(session: Session) -> dict[str, list[tuple[object, ...]]]:
            names = session.scalars(
                text("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'")
            ).all()
            kept = [name for name in names if name not in {"change", "change_set", "imported_rows"}]
            return {name: sorted(map(tuple, session.execute(text(f"SELECT * FROM {name}"))), key=str) for name in kept}  # noqa: S608 names come from the schema

        with db.Database(self.office, who="test", look=True) as opened:
            return opened.read(tables)


class Shell(Desk):
    """The program started anew for each command, as a person starts it."""

    @override
    def start(self, *words: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "ptman", *words]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's five workbooks, made once."""
    folder = tmp_path_factory.mktemp("sample")
    Shell(folder).run("sample", str(folder / "books"), "--students", "40")
    return folder / "books"


@pytest.fixture
def desk(tmp_path: Path, books: Path) -> Desk:
    shutil.copytree(books, tmp_path / "books")
    return Desk(tmp_path)


@pytest.fixture
def shell(desk: Desk) -> Shell:
    return Shell(desk.folder)


def import_all(desk: Desk) -> list[dict[str, Any]]:
    answers = []
    for name in ORDER:
        book = str(desk.folder / "books" / f"{name}.xlsx")
        answers.append(desk.json("import", book, "--keep", status=1))
    return answers


def test_the_main_job(shell: Shell) -> None:
    drafts = import_all(shell)
    assert all(draft["new"] and draft["complaints"] for draft in drafts)
    imported = shell.contents()
    plan = assign(shell, imported)
    roster(shell, plan["students"])
    letters(shell, plan["with_base"])
    shell.run("undo")
    assert shell.json(*LETTERS, str(shell.folder / "none"), "--cohort", COHORT)["letters"] == []
    shell.run("undo")
    assert without_documents(shell.contents()) == without_documents(imported)
    assert "完好" in shell.run("check")


LETTERS = ("letters", "placement")


def without_documents(contents: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """Undoing an issue leaves the letters, void, with number and wording, and the key that signed them."""
    return {name: rows for name, rows in contents.items() if name not in LEFT_BY_UNDO}


def assign(desk: Desk, imported: dict[str, list[tuple[object, ...]]]) -> dict[str, Any]:
    first = desk.json("assign", "--cohort", COHORT, status=1)
    assert desk.contents() == imported
    plan = desk.json("assign", "--cohort", COHORT, "--keep", status=1)
    assert plan["objective"] == first["objective"] == plan["bound"]
    assert plan["optimal"] is True
    missing = [vacancy["missing"] for vacancy in plan["vacancies"]]
    for role in ("academic", "industry", "base"):
        assert plan[f"with_{role}"] + missing.count(role) == plan["students"] == len(imported["student"])
    assert all(vacancy["reason"] for vacancy in plan["vacancies"])
    return plan


def roster(desk: Desk, students: int) -> None:
    target = desk.folder / "双导师名单.xlsx"
    desk.run("export", "double-supervisors", str(target), "--cohort", COHORT)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert len([row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]) == students


def letters(desk: Desk, placed: int) -> None:
    folder, merged = str(desk.folder / "letters"), desk.folder / "all.pdf"
    assert desk.json(*LETTERS, folder, "--cohort", COHORT)["letters"] == []
    issued = desk.json(*LETTERS, folder, "--cohort", COHORT, "--issue", "--merged", str(merged))["letters"]
    assert [letter["number"] for letter in issued] == [f"工院函〔{THIS_YEAR}〕{n}号" for n in range(1, len(issued) + 1)]
    assert sum(letter["students"] for letter in issued) == placed
    bytes_of = {letter["file"]: Path(letter["file"]).read_bytes() for letter in issued}
    assert pages.count(merged.read_bytes()) == sum(pages.count(pdf) for pdf in bytes_of.values())
    assert issued[0]["host"] in pages.text(bytes_of[issued[0]["file"]]).replace("\n", "")
    again = desk.json(*LETTERS, folder, "--cohort", COHORT, "--issue")["letters"]
    assert {letter["file"]: Path(letter["file"]).read_bytes() for letter in again} == bytes_of


def test_a_draft_changes_nothing_and_undo_gives_each_import_back(desk: Desk) -> None:
    states = []
    for name in ORDER:
        book = str(desk.folder / "books" / f"{name}.xlsx")
        if desk.office.exists():
            before = desk.contents()
            desk.json("import", book, status=1)
            assert desk.contents() == before
            states.append(before)
        desk.json("import", book, "--keep", status=1)
    for state in reversed(states):
        desk.run("undo")
        assert desk.contents() == state


def test_the_annotated_copy_marks_each_complaint(desk: Desk) -> None:
    copy = desk.folder / "退回.xlsx"
    book = str(desk.folder / "books" / "学生名册.xlsx")
    drawn = desk.json("import", book, "--report", str(copy), status=1)
    sheet = openpyxl.load_workbook(copy).worksheets[0]
    for complaint in drawn["complaints"]:
        cell = sheet[f"{complaint['column'] or 'A'}{complaint['row']}"]
        assert cell.comment is not None
        assert complaint["message"] in cell.comment.text


def test_bad_words_and_bad_files_leave_one_sentence(desk: Desk) -> None:
    broken = desk.folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 not really")
    assert len(desk.run("import", str(broken), status=2).strip().splitlines()) == 1
    assert "没有" in desk.run("undo", status=2) or "找不到" in desk.run("undo", status=2)
    assert len(desk.run("restore", str(desk.folder / "none.ptman"), status=2).strip().splitlines()) == 1


def test_backup_and_restore(desk: Desk) -> None:
    desk.run("import", str(desk.folder / "books" / "实践基地.xlsx"), "--keep", status=1)
    state = desk.contents()
    copy = desk.folder / "copy.ptman"
    desk.run("backup", str(copy))
    desk.run("undo")
    assert desk.contents() != state
    desk.run("restore", str(copy))
    assert desk.contents() == state
