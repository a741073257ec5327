"""The papers of talents are set in both languages and say what they are about; certificates come one to a page."""

from collections.abc import Callable
from datetime import date

import pypdfium2
import pytest

from ptman import db
from ptman.aspects.talents import certificates, papers
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.letters import each, store
from ptman.models import PracticeAssessment, PracticeReport, TrainingClass, TrainingTrainee
from ptman.models.choices_talents import ReportKind, TraineeResult, TrainingKind, TrainingStatus
from ptman.register import cards, moving
from ptman.reports import pages
from ptman.reports.report import Report
from tests import makers
from tests.ptman.aspects.talents import talent_office
from tests.ptman.aspects.talents.talent_office import TODAY


def _said(content: bytes) -> list[str]:
    found = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range().replace("\r\n", "") for page in found]


def _practised(session: db.Session, student: str) -> None:
    report = PracticeReport(student_id=student, kind=ReportKind.MIDTERM, due_on=TODAY, summary="完成了调度模块")
    one = PracticeAssessment(student_id=student, campus_score_x10=885, months=6, self_summary="独立完成两个版本")
    session.add_all([report, one])


PAPERS = (
    (papers.plan_of, "专业实践申请与计划表", "Application for practice"),
    (papers.midterm_of, "完成了调度模块", "Midterm check"),
    (papers.assessment_of, "独立完成两个版本", "88.5 (weight 40%)"),
    (papers.audit_of, "学位授予资格审核表", "Degree audit"),
)


@pytest.mark.parametrize(("verb", "zh", "en"), PAPERS)
def test_forms_say_what_is_on_file(office: db.Database, verb: Callable[..., Report], zh: str, en: str) -> None:
    student = talent_office.planned(office)["alone"]
    office.write(_practised, student)
    for lang, words in ((Lang.ZH, zh), (Lang.EN, en)):
        said = "".join(_said(pages.pdf(office.read(verb, student, TODAY, lang))))
        assert words in said
        assert "22460002" in said
        assert "苏映雪" in said


def test_who_has_no_assessment_gets_no_form(office: db.Database) -> None:
    student = talent_office.planned(office)["alone"]
    with pytest.raises(PtmanError) as caught:
        office.read(papers.assessment_of, student, TODAY, Lang.ZH)
    assert caught.value.code == "no-assessment"


def test_sums_name_who_is_late(office: db.Database) -> None:
    student = talent_office.planned(office)["alone"]
    office.write(_late, student)
    said = "".join(_said(pages.pdf(office.read(papers.progress_of, 2024, TODAY, Lang.ZH))))
    assert "中期考核" in said
    assert "175" in said  # days since 1 June
    said = "".join(_said(pages.pdf(office.read(papers.reminder_of, 2024, TODAY, Lang.ZH))))
    assert "月报 3" in said
    assert "22460002" in said
    assert "HCIE" in "".join(_said(pages.pdf(office.read(papers.certifications_of, TODAY, Lang.EN))))


def _late(session: db.Session, student: str) -> None:
    session.add(PracticeReport(student_id=student, kind=ReportKind.MONTHLY, cycle=3, due_on=date(2026, 11, 1)))


def _class(session: db.Session) -> str:
    values = {"starts_on": TODAY, "ends_on": TODAY, "kind": TrainingKind.TOP, "status": TrainingStatus.COMPLETED}
    made = makers.added(session, TrainingClass(class_no="PX1", name="数字化研修班", hours=32, **values))
    results = (TraineeResult.COMPLETED, TraineeResult.NOT_COMPLETED, TraineeResult.COMPLETED)
    for seq, result in enumerate(results, 1):
        name = ("白景行", "范依然", "葛䶮")[seq - 1]
        session.add(TrainingTrainee(class_id=made.id, seq=seq, name=name, unit="星河公司", result=result))
    return str(made.id)


def test_each_certificate_has_its_page_and_number(office: db.Database) -> None:
    key = office.write(_class)
    with pytest.raises(PtmanError) as caught:
        office.read(certificates.draft, key, TODAY)
    assert caught.value.code == "no-certificates"
    office.write(moving.move, office.read(cards.card, "training_class", key).ref, "issue_certificates", TODAY)
    made = office.write(each.issue, office.read(certificates.draft, key, TODAY, "both"), TODAY)
    sheets = ["".join(_said(one.pdf)) for one in office.read(store.issued, [one.id for one in made])]
    assert [("PX-GD-00001" in one, "PX-GD-00002" in one) for one in sheets] == [(True, False), (False, True)]
    assert "白景行" in sheets[0].replace(" ", "")
    assert "Bai Jingxing" in sheets[0]
    assert "非学历" in sheets[1]
    roster = "".join(_said(pages.pdf(office.read(papers.roster_of, key, TODAY, Lang.ZH))))
    assert "范依然" in roster
    assert "PX-GD-00002" in roster
