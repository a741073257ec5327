"""`ptman talent`: a cohort from its plan to papers and certificates on the command line."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from ptman.models import CertificateResult, Student, TrainingClass, TrainingTrainee
from ptman.models.choices import PlacementStatus
from ptman.models.choices_talents import CertificateLevel, TraineeResult, TrainingKind, TrainingStatus
from tests import makers
from tests.ptman.aspects.talents import talent_office
from tests.ptman.aspects.talents.talent_office import TODAY


def _make(session: db.Session) -> None:
    ids = talent_office.people(session)
    within = makers.period(session, "第一批", 2024)
    student = session.get_one(Student, ids["alone"])
    makers.placement(session, student, makers.base(session), within, status=PlacementStatus.FINISHED)
    made = CertificateResult(
        student_id=student.id, level=CertificateLevel.HCIA, certificate="HCIA-AI", acquired_on=TODAY
    )
    session.add(made)
    values = {"starts_on": TODAY, "ends_on": TODAY, "kind": TrainingKind.TOP}
    one = makers.added(
        session, TrainingClass(class_no="PX1", name="研修班", status=TrainingStatus.CERTIFICATES_ISSUED, **values)
    )
    done = TrainingTrainee(class_id=one.id, seq=1, name="白景行", result=TraineeResult.COMPLETED, cert_no="PX-GD-00001")
    session.add(done)


@pytest.fixture
def path(office_path: Path) -> Path:
    with db.Database(office_path, who="测试") as office:
        office.write(_make)
    return office_path


def run(path: Path, *words: str) -> int:
    return cli.run(["--file", str(path), "--lang", "zh", "talent", *words])


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_drafts_are_looked_at_and_kept(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "milestones", "2024", "--json") == 0
    assert told(capsys)["kept"] == 0
    assert run(path, "milestones", "2024", "--keep", "--json") == 0
    assert told(capsys)["kept"] == 36
    assert run(path, "reports", "2024", "--keep", "--json") == 0
    assert told(capsys)["kept"] == 14  # twelve months, one at half-time, one at the end
    assert run(path, "validity", "--keep", "--json") == 0
    assert told(capsys)["kept"] == 1
    assert run(path, "path", "2024", "--json") == 0
    shown = told(capsys)
    assert (shown["students"], len(shown["milestones"])) == (2, 18)  # type: ignore[arg-type]  # a list of figures
    assert run(path, "audit", "2024", "--json") == 0
    assert len(told(capsys)["students"]) == 2  # type: ignore[arg-type]  # a list of students
    for action in ("certifications", "classes"):
        assert run(path, action, "--json") == 0
        assert told(capsys)[action] == 1


def test_papers_are_written(path: Path, tmp_path: Path) -> None:
    wanted = (
        ("plan-form", "22460001", "plan.pdf", b"%PDF"),
        ("midterm-form", "22460001", "midterm.docx", b"PK"),
        ("audit-sheet", "22460001", "audit.pdf", b"%PDF"),
        ("progress", "2024", "progress.docx", b"PK"),
        ("reminder", "2024", "reminder.pdf", b"%PDF"),
        ("roster", "PX1", "roster.pdf", b"%PDF"),
    )
    for action, which, name, head in wanted:
        assert run(path, action, which, str(tmp_path / name)) == 0
        assert (tmp_path / name).read_bytes().startswith(head)
    assert run(path, "certification-sheet", str(tmp_path / "sheet.pdf")) == 0


def test_certificates_are_issued_as_documents(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for keep, issued, standing in ((False, 0, 0), (True, 1, 0), (True, 0, 1)):
        words = ("certificates", "PX1", str(tmp_path), "--language", "both", *(["--keep"] if keep else []))
        assert run(path, *words, "--json") == 0
        shown = told(capsys)
        assert (len(shown["issued"]), shown["standing"]) == (issued, standing)  # type: ignore[arg-type]  # a list
    (made,) = tmp_path.glob("*结〔*.pdf")
    assert made.read_bytes().startswith(b"%PDF")


def test_assessments_of_practice_are_opened(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "assessments", "2024", "--json") == 0
    assert told(capsys)["items"] == 1
    assert run(path, "assessments", "2024", "--keep", "--json") == 0
    assert told(capsys)["kept"] == 1
    assert run(path, "assessment-form", "22460002", str(path.parent / "form.pdf")) == 0


def test_what_is_not_there_is_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "path", "1999") == 2
    assert "1999" in capsys.readouterr().err
    assert run(path, "assessment-form", "22460001", "form.pdf") == 2
    assert run(path, "plan-form", "22460001", "form.txt") == 2
    assert not Path("form.pdf").exists()
