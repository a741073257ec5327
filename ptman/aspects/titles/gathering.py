"""Gathers students, batches and applications of the title workbench as rows."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.titles.rows import ApplicationRow, BatchRow, StudentRow
from ptman.labels import Label, same
from ptman.models import Person, Student, TitleApplication, TitleBatch, TitleRuleSet
from ptman.register import names, rows, title_cases, title_evidence, titles
from ptman.register.cards import Ref
from ptman.register.title_cases import Case
from ptman.rules import findings
from ptman.rules.findings import Standing


def batches(session: Session) -> tuple[BatchRow, ...]:
    """Every batch that is not retired, the last to close first."""
    found = session.scalars(
        select(TitleBatch)
        .where(TitleBatch.retired_on.is_(None))
        .order_by(TitleBatch.apply_close.desc(), TitleBatch.name)
    )
    rules = {key: name for key, name in session.execute(select(TitleRuleSet.id, TitleRuleSet.name))}  # noqa: C416 dict() would take the result for a mapping
    return tuple(
        BatchRow(
            Ref("title_batch", one.id, one.version),
            one.name,
            one.status,
            one.apply_open,
            one.apply_close,
            one.review_on,
            (one.publicity_from, one.publicity_to),
            rules.get(one.rule_set_id or "", ""),
        )
        for one in found
    )


def batch(session: Session, batch_id: str) -> TitleBatch:
    """PtmanError `no-record`."""
    found = session.get(TitleBatch, batch_id)
    if found is None:
        raise titles.gone("title_batch")
    return found


def students(cases: tuple[Case, ...], known: "Known", today: date) -> tuple[StudentRow, ...]:
    """Every student as judged on that day."""
    return tuple(_student(one, known, today) for one in cases)


class Known:
    """Names of people, categories and fields, loaded once a look."""

    def __init__(self, session: Session) -> None:
        query = select(Student.id, Student.student_no, Person.name, Person.name_pinyin, Person.initials)
        found = session.execute(query.join(Person, Student.person_id == Person.id)).all()
        self.people = {key: (number, name) for key, number, name, _, _ in found}
        self.sounds = {key: rows.sounds_of_person(name, full, short) for key, _, name, full, short in found}
        self.categories = names.categories(session)
        self.fields = names.degree_fields(session)

    def category(self, code: str | None) -> Label:
        return self.categories.get(code or "", same(code or ""))

    def field(self, code: str | None) -> Label:
        return self.fields.get(code or "", same(""))


def _student(case: Case, known: Known, today: date) -> StudentRow:
    found = case.judge(today)
    number, name = known.people[case.student.id]
    waits = [one.earliest for one in found if one.blocks and one.earliest is not None]
    certain = all(one.earliest is not None for one in found if one.blocks)
    return StudentRow(
        id=case.student.id,
        number=number,
        name=name,
        cohort=case.student.cohort_year,
        category=known.category(case.student.category_code),
        field=known.field(case.student.field_code),
        findings=found,
        verdict=findings.worst(found) if found else Standing.UNKNOWN,
        earliest=max(waits) if waits and certain else None,
        rules=case.question.edition.name if case.question else "",
        application=case.applied.id if case.applied else "",
        application_status=case.applied.status if case.applied else None,
    )


def applications(session: Session, cases: tuple[Case, ...], known: Known, batch_id: str) -> tuple[ApplicationRow, ...]:
    """The applications of a batch by number."""
    one = TitleApplication
    query = select(one).where(one.batch_id == batch_id, one.retired_on.is_(None)).order_by(one.application_no)
    by_student = {case.student.id: case for case in cases}
    return tuple(_application(session, row, by_student.get(row.student_id), known) for row in session.scalars(query))


def _application(session: Session, one: TitleApplication, case: Case | None, known: Known) -> ApplicationRow:
    number, name = known.people[one.student_id]
    lines = title_evidence.of_case(session, one.id, case) if case is not None else ()
    return ApplicationRow(
        ref=Ref("title_application", one.id, one.version),
        number=one.application_no,
        student_id=one.student_id,
        student_no=number,
        name=name,
        category=known.category(case.student.category_code if case else None),
        specialty=one.specialty or "",
        target=one.target_title,
        status=one.status,
        submitted_on=one.submitted_on,
        evidence=title_evidence.counted(lines),
        votes=(one.votes_for, one.votes_against, one.votes_abstain),
        qualified_on=one.qualified_on,
        cert_no=one.cert_no or "",
        cert_issued_on=one.cert_issued_on,
    )


def candidates(session: Session, batch_id: str, today: date) -> tuple[Case, ...]:
    return title_cases.cases(session, today, batch_id)
