"""The certificate of one appointment of an industry supervisor."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label, Lang
from ptman.letters import records
from ptman.letters.certifying import CERTIFIABLE
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import hosted, named, office
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.models import Appointment, DegreeCategory, IndustrySupervisor, Organisation, Person
from ptman.models.choices import AppointType
from ptman.rules.months import Segment


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """PtmanError `nothing-chosen`."""
    one = session.get(Appointment, wish.about[0]) if wish.about else None
    if one is None or one.retired_on is not None:
        raise hosted.nothing()
    supervisor = session.get_one(IndustrySupervisor, one.industry_supervisor_id)
    person = session.get_one(Person, supervisor.person_id)
    unit = session.get_one(Organisation, supervisor.organisation_id)
    unit_name = named.organisation(unit, records.host_names(session, today)[unit.id])
    code = one.category_code or supervisor.category_code
    category = named.subject(_category(session, code))

    def said(lang: Lang) -> dict[str, Value]:
        return {
            "name": named.person(person).text(lang),
            "gender": named.gender(person, lang),
            "salutation": named.honorific(person).text(lang),
            "organisation": unit_name.text(lang),
            "category": category.text(lang),
            "renewed": one.appoint_type.label.text(lang) if one.appoint_type is AppointType.RENEW else "",
            "term": Segment(one.term_start, one.term_end),
            "appointment_no": one.appointment_no or "",
        }

    return Gathered(
        office=office.office(session, wish.what, today.year),
        values={lang: said(lang) for lang in Lang},
        addressee=named.person(person),
        name=f"{person.name} · {unit_name.zh}",
        organisation=unit.id,
        failing=_failing(one, today, unit, known=bool(category.zh)),
        certifies=one.id,
    )


def _category(session: Session, code: str | None) -> DegreeCategory | None:
    return session.scalars(select(DegreeCategory).where(DegreeCategory.code == code)).first()


def _failing(one: Appointment, today: date, unit: Organisation, *, known: bool) -> dict[str, Label]:
    failing = {}
    if one.status not in CERTIFIABLE or one.term_end < today:
        failing["in_force"] = Label("聘任未批准或已结束", "the appointment is not approved or has ended")
    if not known:
        failing["category"] = Label("没有登记指导类别", "no category is on file")
    if not unit.name_en:
        failing["english"] = Label("工作单位没有英文名称", "the organisation has no English name")
    return failing
