"""Documents about students: introduction, list of both supervisors, change of one of them."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label, Lang
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import answers, hosted, named, office, pairs, stays
from ptman.letters.gather.stays import AWAY
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.models import DegreeCategory, DegreeField, Person, Student

ACADEMIC = Label("校内导师", "academic supervisor")
INDUSTRY = Label("企业导师", "industry supervisor")
Pupil = tuple[Student, Person, Label, Label]


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """PtmanError `nothing-chosen`."""
    del today
    found = _found(session, wish)
    if not found:
        raise hosted.nothing()
    own = office.office(session, wish.what, found[0][0].cohort_year)
    guides = pairs.guides(session, (one[0].id for one in found))
    first = found[0][1]
    said = answers.values(wish, Lang.ZH), answers.values(wish, Lang.EN)
    to = {"introduction": "unit", "supervisor_list": "recipients"}.get(wish.family, "")
    addressee = Label(str(said[0].get(to) or ""), str(said[1].get(to) or "")) if to else named.person(first)
    more = f" 等 {len(found)} 人" if len(found) > 1 else ""
    return Gathered(
        office=own,
        values={lang: _values(found, guides, lang) | _change(found[0], guides, wish, lang) for lang in Lang},
        addressee=addressee,
        name=f"{first.name}{more}",
        students=len(found),
        failing=_failing(found, guides, wish),
        subjects=tuple(one[0].id for one in found),
    )


def _found(session: Session, wish: Wish) -> tuple[Pupil, ...]:
    rows = session.execute(
        select(Student, Person)
        .join(Person, Person.id == Student.person_id)
        .where(Student.id.in_(wish.about), Student.retired_on.is_(None))
        .order_by(Student.student_no)
    )
    categories = {one.code: named.subject(one) for one in session.scalars(select(DegreeCategory))}
    fields = {one.code: named.subject(one) for one in session.scalars(select(DegreeField))}
    return tuple(
        (one, person, categories[one.category_code], fields.get(one.field_code or "", categories[one.category_code]))
        for one, person in rows
    )


def _values(found: tuple[Pupil, ...], guides: pairs.Guides, lang: Lang) -> dict[str, Value]:
    rows = tuple(_row(one, guides, lang) for one in found)
    return {**rows[0], "students": rows}


def _row(pupil: Pupil, guides: pairs.Guides, lang: Lang) -> dict[str, Value]:
    student, person, category, field = pupil
    pair = guides.of(student.id)
    return {
        **stays.student(person, student, lang),
        "category": category.text(lang),
        "field": field.text(lang),
        "academic": pair.academic.name.text(lang),
        "academic_title": pair.academic.title,
        "industry": pair.industry.name.text(lang),
        "industry_title": pair.industry.title or pair.industry.post,
        "organisation": pair.industry.unit,
    }


def _role(wish: Wish) -> Label:
    return INDUSTRY if "企业" in wish.answers.get("which", "") or "ind" in wish.answers.get("which", "") else ACADEMIC


def _change(pupil: Pupil, guides: pairs.Guides, wish: Wish, lang: Lang) -> dict[str, Value]:
    pair, role = guides.of(pupil[0].id), _role(wish)
    old = pair.industry if role is INDUSTRY else pair.academic
    return {"role": role.text(lang), "old": old.name.text(lang)}


def _failing(found: tuple[Pupil, ...], guides: pairs.Guides, wish: Wish) -> dict[str, Label]:
    failing = {}
    away = [person.name for student, person, *_ in found if student.status in AWAY]
    if away:
        failing["enrolled"] = hosted.listed("已离校", "no longer enrolled", away)
    alone = [
        person.name
        for student, person, *_ in found
        if not (guides.of(student.id).academic.name.zh and guides.of(student.id).industry.name.zh)
    ]
    if alone:
        failing["paired"] = hosted.listed("缺导师", "a supervisor is lacking", alone)
    old = _change(found[0], guides, wish, Lang.ZH)["old"]
    if not old:
        failing["has_old"] = Label("学生现在没有这位导师", "the student has none at present")
    elif old == answers.values(wish, Lang.ZH).get("new"):
        failing["other"] = Label(f"{old}已是现任导师", f"{old} is the present one")
    return failing
