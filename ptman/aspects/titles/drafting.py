"""Drafts the applications of a batch from all who are eligible; kept, each begins with the evidence it must bring."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.titles import gathering, matrix
from ptman.aspects.titles.gathering import Known
from ptman.aspects.titles.rows import StudentRow
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import TitleApplication, TitleBatch, TitleEvidence
from ptman.models.choices_titles import TitleApplicationStatus, TitleTest
from ptman.register import title_cases, title_evidence
from ptman.register.title_cases import Case
from ptman.rules.findings import Standing
from ptman.rules.titles import editions

CONSENT = editions.FINDINGS["employer_consent"]
OVER = frozenset(
    {
        TitleApplicationStatus.PRELIM_FAILED,
        TitleApplicationStatus.REVIEW_FAILED,
        TitleApplicationStatus.REJECTED,
        TitleApplicationStatus.REVOKED,
        TitleApplicationStatus.WITHDRAWN,
    }
)
"""States in which an application has come to nothing."""
SHORTEST = 2
"""Years after which a cohort might graduate."""
THERE = Label("本批次已有申报", "Has an application in this batch")
TO_BRING = Label("须在提交前取得", "To be had before it is submitted")
SPECIALTY, TITLE = Label("申报专业", "Specialty"), Label("申报职称", "Title")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The draft of a batch; its items go by the id of the student."""

    draft: Draft
    batch: str
    version: int


def draft(session: Session, batch_id: str, today: date) -> Drawn:
    """Everybody who graduates with the batch: eligible, lacking only the employer's consent, or not and why."""
    batch = gathering.batch(session, batch_id)
    known = Known(session)
    found = gathering.students(title_cases.cases(session, today, batch_id), known, today)
    elsewhere = _elsewhere(session, batch_id)
    items = tuple(_item(one, elsewhere.get(one.id, "")) for one in found if _concerned(one, batch.apply_close.year))
    title = Label(f"起草职称申报：{batch.name}", f"Draft applications: {batch.name}")
    return Drawn(Draft(title, items), batch.id, batch.version)


def keep(session: Session, drawn: Drawn, taken: Collection[str], today: date) -> int:
    """Make the taken applications; how many. PtmanError `stale` where the batch or a student's case has changed."""
    batch = gathering.batch(session, drawn.batch)
    wanted = [item.key for item in drawn.draft.items if item.key in taken and item.can_be_kept]
    fresh = {item.key: item for item in draft(session, drawn.batch, today).draft.items}
    drawn_items = {item.key: item for item in drawn.draft.items}
    if batch.version != drawn.version or any(fresh.get(key) != drawn_items[key] for key in wanted):
        raise PtmanError(
            "stale",
            "预览之后批次或学生的情况变了，没有新增任何申报。请重新起草。",
            "The batch or a student has changed since the preview. No application was made; draft again.",
        )
    cases = {one.student.id: one for one in title_cases.cases(session, today, drawn.batch, tuple(wanted))}
    number = _last_number(session, batch)
    known = Known(session)
    for at, key in enumerate(wanted, 1):
        _make(session, batch, cases[key], (f"{_head(batch)}{number + at:03d}", known))
    journal.say(
        session, f"起草职称申报 {len(wanted)} 份（{batch.name}）", f"Draft {len(wanted)} applications ({batch.name})"
    )
    return len(wanted)


def _concerned(one: StudentRow, year: int) -> bool:
    """Those who graduate with the batch or by their cohort might, and those who have applied."""
    code = editions.FINDINGS["about_to_graduate"]
    standing = next((each.standing for each in one.findings if each.code == code), Standing.MET)
    might = standing is Standing.UNKNOWN and one.cohort + SHORTEST <= year
    return bool(one.application) or standing is Standing.MET or might


def _elsewhere(session: Session, batch_id: str) -> dict[str, str]:
    """By student the number of an application in another batch that has not come to nothing."""
    one = TitleApplication
    query = select(one.student_id, one.application_no).where(
        one.batch_id != batch_id, one.status.not_in(OVER), one.retired_on.is_(None)
    )
    return {student: number for student, number in session.execute(query)}  # noqa: C416 dict() would take the result for a mapping


def _item(one: StudentRow, elsewhere: str) -> Item:
    title = f"{one.number} {one.name}"
    if one.application or elsewhere:
        there = THERE if one.application else Label(f"在其他批次申报：{elsewhere}", f"Applies elsewhere: {elsewhere}")
        return Item(one.id, Fate.UNCHANGED, title, notes=(there,))
    lacking = {each.code for each in one.short}
    if not lacking:
        return Item(one.id, Fate.NEW, title, _values(one))
    if lacking == {CONSENT}:
        consent = next(each for each in one.short)
        return Item(one.id, Fate.DOUBTFUL, title, _values(one), (consent.label.plus(TO_BRING, "："),))
    notes = tuple(_note(each.label, each.standing.label, each.cure) for each in one.short)
    return Item(one.id, Fate.REFUSED, title, notes=notes)


def _values(one: StudentRow) -> tuple[Difference, ...]:
    by_code = {each.code: each for each in one.findings}
    shown = [
        (matrix.SHORT[test], found.value.zh)
        for test in (
            TitleTest.DEGREE_COURSE_MEAN,
            TitleTest.PRACTICE_MONTHS,
            TitleTest.PRACTICE_SCORE,
        )
        if (found := by_code.get(editions.FINDINGS[test.value])) is not None and found.value is not None
    ]
    return tuple(Difference(label, "", value) for label, value in shown)


def _note(what: Label, state: Label, cure: Label | None) -> Label:
    zh = f"{what.zh}{state.zh}" + (f"：{cure.zh}" if cure else "")
    return Label(zh, f"{what.en} {state.en.lower()}" + (f": {cure.en}" if cure else ""))


def _make(session: Session, batch: TitleBatch, case: Case, named: tuple[str, Known]) -> None:
    number, known = named
    asked = case.question
    one = TitleApplication(application_no=number, batch_id=batch.id, student_id=case.student.id)
    one.specialty = known.field(case.student.field_code).zh or known.category(case.student.category_code).zh
    one.work_months = asked.candidate.work_months if asked else None
    session.add(one)
    session.flush()  # its evidence needs its id
    needed = [each.kind for each in title_evidence.asked(session, case) if each.asked_of in title_evidence.SURE]
    for seq, kind in enumerate(needed, 1):
        session.add(TitleEvidence(application_id=one.id, seq=seq, kind=kind))


def _head(batch: TitleBatch) -> str:
    return f"ZC-{batch.year}-"


def _last_number(session: Session, batch: TitleBatch) -> int:
    """The highest serial number of the year; numbers are never used again."""
    head = _head(batch)
    numbers = session.scalars(
        select(TitleApplication.application_no).where(TitleApplication.application_no.startswith(head))
    )
    return max((int(rest) for one in numbers if (rest := one.removeprefix(head)).isdecimal()), default=0)
