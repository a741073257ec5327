"""The certificate of one professional title, and the applications that can be given one."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label, Lang
from ptman.letters.families.family import Family
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import hosted, named, office, stays
from ptman.letters.gather.candidate import Candidate
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.models import DegreeCategory, DegreeField, Person, Student, TitleApplication, TitleBatch
from ptman.models.choices_titles import TitleApplicationStatus

ENGLISH = {
    "工程师": "Engineer",
    "助理工程师": "Assistant Engineer",
    "高级工程师": "Senior Engineer",
    "工程": "engineering",
}
"""The usual titles and series; the records hold one text, which stands in both languages where it is none of these."""
GRANTED = TitleApplicationStatus.CERTIFICATE_ISSUED
NO_DAY = Label("无法判断：没有登记取得资格日期", "unknown: the day of qualification is not entered")
NO_NUMBER = Label("还没有证书编号：先办理批次的“发证”", "it has no number: issue the certificates of the batch first")


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """PtmanError `nothing-chosen`."""
    del today
    one = session.get(TitleApplication, wish.about[0]) if wish.about else None
    if one is None or one.retired_on is not None:
        raise hosted.nothing()
    student = session.get_one(Student, one.student_id)
    person, batch = session.get_one(Person, student.person_id), session.get_one(TitleBatch, one.batch_id)
    category = session.scalars(select(DegreeCategory).where(DegreeCategory.code == student.category_code)).first()
    field = session.scalars(select(DegreeField).where(DegreeField.code == student.field_code)).first()

    def said(lang: Lang) -> dict[str, Value]:
        return {
            **stays.student(person, student, lang),
            "category": named.subject(category).text(lang),
            "field": named.subject(field or category).text(lang),
            "series": _english(one.series, lang),
            "specialty": one.specialty or "",
            "target": _english(one.target_title, lang),
            "level": one.target_level.label.text(lang).lower(),
            "batch": batch.name,
            "qualified_on": one.qualified_on,
            "approval_no": batch.approval_doc_no or "",
            "cert_no": one.cert_no or "",
        }

    return Gathered(
        office=office.office(session, wish.what, student.cohort_year),
        values={lang: said(lang) for lang in Lang},
        addressee=named.person(person),
        name=f"{person.name} · {one.target_title}",
        students=1,
        failing=_failing(one),
        certifies=one.id,
        subjects=(student.id,),
    )


def candidates(session: Session, family: Family, today: date) -> tuple[Candidate, ...]:
    """Those whose certificate has a number, the latest batch first."""
    del family, today
    rows = session.execute(
        select(TitleApplication, Student.student_no, Person.name, TitleBatch.name)
        .join(Student, Student.id == TitleApplication.student_id)
        .join(Person, Person.id == Student.person_id)
        .join(TitleBatch, TitleBatch.id == TitleApplication.batch_id)
        .where(TitleApplication.status == GRANTED, TitleApplication.retired_on.is_(None))
        .order_by(TitleBatch.apply_close.desc(), TitleApplication.cert_no)
    )
    return tuple(
        Candidate(one.id, one.cert_no or one.application_no, name, f"{number} · {one.target_title} · {batch}")
        for one, number, name, batch in rows
    )


def _english(text: str, lang: Lang) -> str:
    return text if lang is Lang.ZH else ENGLISH.get(text, text)


def _failing(one: TitleApplication) -> dict[str, Label]:
    failing = {}
    if one.status is not GRANTED:
        status = one.status.label
        failing["granted"] = Label(f"申报的状态是“{status.zh}”", f"the application is: {status.en.lower()}")
    if not one.cert_no:
        failing["numbered"] = NO_NUMBER
    if one.qualified_on is None:
        failing["qualified"] = NO_DAY
    unknown = [said for said in (one.series, one.target_title) if said not in ENGLISH]
    if unknown:
        zh, en = f"没有英文名称：{'、'.join(unknown)}", f"without an English name: {', '.join(unknown)}"
        failing["english"] = Label(zh, en)
    return failing
