"""Renewals, requests, guidance and assessments: drafted from the records, kept as one step, told on paper."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.double import applying, assessing, changes, guiding, holding, looking, noting, papers, renewing
from ptman.aspects.double.applying import Asked
from ptman.aspects.double.noting import Entry
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.letters import making
from ptman.letters.wish import Wish
from ptman.models import Appointment, GuidanceRecord, IssuedDocument, SupervisorAssessment, SupervisorChange
from ptman.models.choices import AppointmentStatus, Role
from ptman.models.choices_double import ChangeReason, SupervisorDecision, SupervisorLevel
from ptman.register import cards, moving
from ptman.reports import pages
from tests.ptman.aspects.double import double_office
from tests.ptman.aspects.double.double_office import TODAY, Made


@pytest.fixture
def made(office: db.Database) -> Made:
    return office.write(double_office.make)


def test_terms_that_end_soon_are_renewed_together(office: db.Database, made: Made) -> None:
    assert office.read(renewing.draft, TODAY).draft.items == ()
    for who, days in ((made.leaver, 30), (made.takes, 89), (made.elsewhere, -20)):
        office.write(double_office.ends, who, TODAY + timedelta(days=days))
    drawn = office.read(renewing.draft, TODAY)
    assert [item.fate for item in drawn.draft.items] == [Fate.DOUBTFUL, Fate.NEW, Fate.NEW]
    assert office.write(renewing.keep, drawn, drawn.draft.preset(), TODAY) == 2
    rows = {one.id: one for one in office.read(holding.supervisors, TODAY)}
    assert {rows[who].next for who in (made.leaver, made.takes)} == {AppointmentStatus.DRAFT}
    assert not rows[made.leaver].due
    assert [item.title[:4] for item in office.read(renewing.draft, TODAY).draft.items] == ["E200"]
    with pytest.raises(PtmanError):  # the same look cannot be kept twice
        office.write(renewing.keep, drawn, drawn.draft.preset(), TODAY)


def test_who_was_not_to_be_renewed_is_not_ticked(office: db.Database, made: Made) -> None:
    office.write(double_office.ends, made.leaver, TODAY + timedelta(days=30))

    def judge(session: Session) -> None:
        one = SupervisorAssessment(industry_supervisor_id=made.leaver, year=2025, score=500)
        one.level, one.decision = SupervisorLevel.FAIL, SupervisorDecision.END
        session.add(one)

    office.write(judge)
    (item,) = office.read(renewing.draft, TODAY).draft.items
    assert item.fate is Fate.DOUBTFUL


def test_qualification_and_load_are_told_of_everybody(office: db.Database, made: Made) -> None:
    rows = {one.id: one for one in office.read(holding.supervisors, TODAY)}
    assert rows[made.leaver].qualified.complete
    assert not rows[made.takes].qualified.complete
    assert str(rows[made.leaver].load) == "3/5"
    look = office.read(looking.look, TODAY)
    assert [len(listing.rows) for listing in look.lists.values()] == [4, 1, 6, 0]


def test_a_certificate_brings_the_appointment_in_force(office: db.Database, made: Made) -> None:
    plan = office.read(making.draft, Wish("appointment", (made.appointment,)), TODAY)
    issued = office.write(making.issue, plan, TODAY)
    one = office.read(lambda session: session.get_one(Appointment, made.appointment))
    assert (one.status, one.certificate_id) == (AppointmentStatus.ACTIVE, issued.id)
    assert [step.step.zh for step in office.read(moving.log, "appointment", made.appointment)] == ["颁发聘书"]


def test_a_request_is_begun_and_its_form_issued(office: db.Database, made: Made) -> None:
    asked = Asked(made.students[1], Role.INDUSTRY, made.takes, ChangeReason.TRANSFERRED, "调往外地")
    key = office.write(applying.begin, asked, TODAY)
    card = office.read(cards.card, "supervisor_change", key)
    assert card.values["request_no"] == "BG2026-002"
    drawn = office.read(changes.form, key, TODAY)
    assert not drawn.refused
    issued = office.write(changes.issue_form, card.ref, drawn, TODAY)
    row = next(one for one in office.read(changes.requests, TODAY) if one.ref.id == key)
    assert (row.form, row.new, row.open) == (issued.doc_no, "高建国", True)


def test_letters_that_name_the_student_are_found_after_a_change(office: db.Database, made: Made) -> None:
    double_office.send(office)
    assert office.read(changes.letters, made.students[0], TODAY) == ()

    def steps() -> None:
        way = ("submit", "ask_original", "original_agrees", "new_agrees", "faculty_approves", "office_approves")
        for step in way:
            ref = office.read(cards.card, "supervisor_change", made.change).ref
            office.write(moving.move, ref, step, TODAY)

    steps()
    (letter,) = office.read(changes.letters, made.students[0], TODAY)
    assert office.read(lambda session: session.get_one(IssuedDocument, letter.id).doc_no) == letter.number
    assert office.read(lambda session: session.get_one(SupervisorChange, made.change).old_academic_id) == made.academic


def test_guidance_is_entered_for_many_and_counted(office: db.Database, made: Made) -> None:
    matrix = office.read(guiding.matrix, TODAY)
    assert (len(matrix.rows), matrix.none) == (6, 6)
    industry = [one.key for one in matrix.rows if one.role is Role.INDUSTRY]
    entry = Entry(date(2026, 10, 9), "讨论实践任务")
    assert office.write(noting.enter, entry, industry, TODAY) == 3
    assert office.write(noting.enter, entry, industry, TODAY) == 0  # already there
    matrix = office.read(guiding.matrix, TODAY)
    assert matrix.none == 3
    row = next(one for one in matrix.rows if one.key == industry[0])
    assert (row.total, row.months[matrix.term.months.index((2026, 10))], row.short) == (1, 1, True)
    assert office.read(guiding.times, date(2026, 9, 1), TODAY)[made.leaver] == 3
    for wrong, code in ((Entry(TODAY, " "), "guidance-empty"), (Entry(date(2027, 1, 1), "将来"), "guidance-ahead")):
        with pytest.raises(PtmanError) as told:
            office.write(noting.enter, wrong, industry, TODAY)
        assert told.value.code == code


def test_a_record_without_its_supervision_counts_for_who_had_the_role(office: db.Database, made: Made) -> None:
    def add(session: Session) -> None:
        record = GuidanceRecord(student_id=made.students[0], role=Role.ACADEMIC, guided_on=TODAY, content="论文")
        session.add(record)

    office.write(add)
    assert office.read(guiding.times, TODAY, TODAY)[made.academic] == 1


def test_a_year_is_assessed_by_counts_then_by_score(office: db.Database, made: Made) -> None:
    drawn = office.read(assessing.draft, 2026, TODAY)
    assert drawn.draft.keepable() == {made.leaver}
    assert office.write(assessing.keep, drawn, drawn.draft.preset(), TODAY) == 1

    def score(session: Session) -> str:
        one = session.scalars(select(SupervisorAssessment)).one()
        one.score = 855
        return one.id

    key = office.write(score)
    drawn = office.read(assessing.draft, 2026, TODAY)
    assert [item.fate for item in drawn.draft.items] == [Fate.CHANGED]
    office.write(assessing.keep, drawn, drawn.draft.preset(), TODAY)
    values = office.read(cards.card, "supervisor_assessment", key).values
    assert (values["students_guided"], values["level"], values["decision"]) == (
        3,
        SupervisorLevel.GOOD,
        SupervisorDecision.RENEW,
    )
    assert [item.fate for item in office.read(assessing.draft, 2026, TODAY).draft.items] == [Fate.UNCHANGED]
    for lang in Lang:
        made_papers = (
            office.read(papers.assessment_of, key, TODAY, lang),
            office.read(papers.sheet_of, 2026, TODAY, lang),
            office.read(papers.reminders_of, TODAY, lang),
        )
        assert all(pages.pdf(one).startswith(b"%PDF") for one in made_papers)
