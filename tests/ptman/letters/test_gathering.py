"""What waits for a letter, read from the records: names of the day, the right agreements, supervisors in force."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.errors import PtmanError
from ptman.letters import gathering
from ptman.letters.pending import Batch, Pending, Term, Trip
from ptman.models import (
    Agreement,
    DocumentSeries,
    Organisation,
    OrganisationName,
    Person,
    Placement,
    Record,
    RuleParameter,
    Student,
    Supervision,
    TrainingBase,
)
from ptman.models.choices import AgreementKind, Gender, PlacementStatus, Role, StudentStatus
from tests import makers
from tests.ptman.letters.sending import TODAY, placed

HOST = "星河通信有限公司"


def gathered(office: db.Database) -> Pending:
    return office.read(gathering.gather, 2026, TODAY)


def trip(office: db.Database) -> Trip:
    (batch,) = gathered(office).batches
    (found,) = batch.trips
    return found


def alter(office: db.Database, noun: type[Record], **values: object) -> None:
    def change(session: Session) -> None:
        record = session.scalars(select(noun)).one()
        for name, value in values.items():
            setattr(record, name, value)

    office.write(change)


def test_placements_are_gathered_by_host_and_period(office: db.Database) -> None:
    bases = office.write(placed, {HOST: ("赵一", "钱二"), "远山机械有限公司": ("孙三",)})

    def second(session: Session) -> None:
        period = makers.period(session, "第二批", starts_on=date(2028, 3, 1))
        base = session.get_one(TrainingBase, bases[HOST])
        makers.placement(session, makers.student(session, "22669999", "李四"), base, period)
        own = makers.base(session, "B900", "二号基地", host=session.get_one(Organisation, base.host_organisation_id))
        first = session.scalars(select(Placement).order_by(Placement.placement_no)).first()
        if first is not None:
            first.base_id = own.id

    office.write(second)
    found: tuple[Batch, ...] = gathered(office).batches
    assert {(one.host, one.period_name): [trip.name for trip in one.trips] for one in found} == {
        (HOST, "第一批"): ["赵一", "钱二"],
        ("远山机械有限公司", "第一批"): ["孙三"],
        (HOST, "第二批"): ["李四"],
    }


def test_the_host_bears_the_name_of_the_day(office: db.Database) -> None:
    office.write(placed, {HOST: ("赵一",)})

    def name(session: Session) -> None:
        owner = session.scalars(select(Organisation.id)).one()
        for text, since, until in (
            ("甲子公司", None, date(2026, 9, 9)),
            ("乙丑公司", date(2026, 9, 10), date(2026, 9, 10)),
            ("丙寅公司", date(2026, 9, 11), None),
        ):
            session.add(OrganisationName(organisation_id=owner, name=text, valid_from=since, valid_to=until))

    office.write(name)
    names = [office.read(gathering.gather, 2026, date(2026, 9, day)).batches[0].host for day in (9, 10, 11)]
    assert names == ["甲子公司", "乙丑公司", "丙寅公司"]


def test_supervisors_and_person_are_those_on_file(office: db.Database) -> None:
    office.write(placed, {HOST: ("赵一",)})
    found = trip(office)
    assert (found.name, found.gender, found.field, found.post) == ("赵一", "", "电子信息", "")
    assert (found.academic, found.industry) == ("李伟", "周明")

    def change(session: Session) -> None:
        student = session.scalars(select(Student)).one()
        student.field_code = "085404"
        session.get_one(Person, student.person_id).gender = Gender.FEMALE
        session.scalars(select(Placement)).one().project_title = "射频芯片测试"
        query = select(Supervision).where(Supervision.role == Role.INDUSTRY)
        session.scalars(query).one().ends_on = TODAY

    office.write(change)
    found = trip(office)
    assert (found.gender, found.field, found.post, found.industry) == ("女", "计算机技术", "射频芯片测试", "")


LEFT: dict[str, Callable[[db.Database], None]] = {
    "cancelled": lambda office: alter(office, Placement, status=PlacementStatus.CANCELLED),
    "dispatched": lambda office: alter(office, Placement, status=PlacementStatus.DISPATCHED),
    "retired": lambda office: alter(office, Placement, retired_on=TODAY),
    "other cohort": lambda office: alter(office, Student, cohort_year=2025),
    "withdrawn": lambda office: alter(office, Student, status=StudentStatus.WITHDRAWN),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_not_going_waits_for_no_letter(office: db.Database, name: str) -> None:
    office.write(placed, {HOST: ("赵一",)})
    LEFT[name](office)
    pending = gathered(office)
    assert pending.batches == ()
    assert pending.left_out == (("赵一",) if name == "withdrawn" else ())


def test_only_agreements_on_the_base_or_named_by_the_placement_count(office: db.Database) -> None:
    office.write(placed, {HOST: ("赵一",)})
    term = Term(*makers.TERM)
    assert trip(office).agreements == (term,)
    alter(office, Agreement, auto_renew=True)
    assert trip(office).agreements == (Term(makers.TERM[0], None),)
    alter(office, Agreement, kind=AgreementKind.PLACEMENT, auto_renew=False)
    assert trip(office).agreements == ()
    agreement = office.read(lambda session: session.scalars(select(Agreement.id)).one())
    alter(office, Placement, agreement_id=agreement)
    assert trip(office).agreements == (term,)
    alter(office, Agreement, retired_on=TODAY)
    assert trip(office).agreements == ()


def test_the_sender_comes_from_the_rule_parameters(office: db.Database) -> None:
    def change(session: Session) -> None:
        session.scalars(select(RuleParameter).where(RuleParameter.code == "office.phone")).one().value = " 0571-000 "

    office.write(change)
    sender = gathered(office).sender
    assert (sender.issuer, sender.person, sender.phone, sender.code) == (
        "工程师学院",
        "项目办公室",
        "0571-000",
        "工院函",
    )


def no_series(session: Session) -> None:
    for one in session.scalars(select(DocumentSeries)):
        one.retired_on = TODAY


def test_without_a_series_nothing_is_drafted(office: db.Database) -> None:
    office.write(no_series)
    with pytest.raises(PtmanError) as refused:
        gathered(office)
    assert refused.value.code == "no-series"
