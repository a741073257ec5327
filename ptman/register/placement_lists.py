"""The list of placements with host, dates, supervisors and letter (domain §10.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Value
from ptman.models import Agreement, IssuedDocument, Organisation, Period, Person, Placement, Student, TrainingBase
from ptman.models.choices import PlacementStatus, Role
from ptman.models.placements import GONE, PLANS
from ptman.register import base_lists, columns, insured, names, rows, standing
from ptman.register.insured import Cover
from ptman.rules import months

INSURANCE = "placement.insurance_required"
STARTS_WITHIN = 14  # days in which a placement without letter becomes urgent
PLACEMENTS = rows.blank(
    "placements",
    "placement",
    Label("专业实践汇总表", "Placements"),
    (
        *columns.of(Student, "student_no"),
        *columns.of(Person, "name"),
        *columns.of(Student, "category_code", "field_code"),
        *columns.of(Placement, "practice_form", "arrangement"),
        columns.one(Organisation, "name", "host", Label("实践单位", "Host")),
        *columns.of(Organisation, "uscc"),
        columns.one(TrainingBase, "name", "base", Label("基地", "Base")),
        columns.one(Period, "name", "period"),
        *columns.of(Placement, "post_name", "project_title"),
        columns.one(TrainingBase, "address", "place", Label("地点", "Place")),
        *columns.of(Placement, "starts_on", "ends_on"),
        columns.number("months", "月数", "Months", 6),
        columns.one(Person, "name", "academic", Role.ACADEMIC.label),
        columns.one(Person, "name", "industry", Role.INDUSTRY.label),
        columns.one(Person, "mobile", "industry_mobile", Label("企业导师电话", "Industry supervisor's phone")),
        *columns.of(Agreement, "agreement_no"),
        columns.one(IssuedDocument, "doc_no", "letter", Label("派遣函文号", "Letter")),
        *columns.of(Placement, "status", "placement_no"),
        Column("remark", Label("备注", "Remark"), Kind.LONG, 24),
    ),
)
OWN = (
    *("practice_form", "arrangement", "post_name", "project_title", "starts_on", "ends_on", "status", "placement_no"),
    *("base_id", "period_id", "student_id"),
)


@dataclass(frozen=True, slots=True)
class Around:
    """What the rows of placements point to, on one day."""

    today: date
    categories: dict[str, Label]
    fields: dict[str, Label]
    academics: dict[str, names.Academic]
    industries: dict[str, names.Industry]
    bases: dict[str, names.Base]
    periods: dict[str, names.Stretch]
    guides: dict[tuple[str, Role], standing.Guide]
    letters: dict[str, str]
    papers: dict[str, base_lists.Paper]
    covers: tuple[Cover, ...] | None
    """Every policy; None where the office asks for no insurance."""


def placements(session: Session, today: date, cohort: int | None = None, *, retired: bool = False) -> Listing:
    """Every placement (of a cohort's students); cancelled ones only with the retired."""
    around = Around(
        today,
        names.categories(session),
        names.degree_fields(session),
        names.academics(session),
        names.industries(session),
        names.bases(session),
        names.periods(session),
        standing.guides(session, today),
        standing.letters(session),
        base_lists.papers(session, today),
        insured.covers(session) if _asks_insurance(session, cohort or today.year) else None,
    )
    return rows.listing(PLACEMENTS, _entries(session, around, cohort), rows.View(retired=retired))


def _entries(session: Session, around: Around, cohort: int | None) -> Iterator[rows.Entry]:
    persons = (Person.name, Person.name_pinyin, Person.initials)
    others = (Placement.reason.label("remark"), Agreement.agreement_no, Student.category_code, Student.field_code)
    query = (
        select(Placement.id, Placement.retired_on, Student.student_no, *persons, *others)
        .add_columns(*(getattr(Placement, key) for key in OWN))
        .join(Student, Placement.student_id == Student.id)
        .join(Person, Student.person_id == Person.id)
        .outerjoin(Agreement, Placement.agreement_id == Agreement.id)
    )
    if cohort is not None:
        query = query.where(Student.cohort_year == cohort)
    for row in session.execute(query.order_by(Placement.starts_on, Student.student_no)).mappings():
        yield _entry(row, around)


def _entry(row: RowMapping, around: Around) -> rows.Entry:
    base, student = around.bases[row["base_id"]], row["student_id"]
    period = around.periods.get(row["period_id"])
    guide, other = (around.guides.get((student, role)) for role in (Role.ACADEMIC, Role.INDUSTRY))
    academic = around.academics.get(guide.supervisor) if guide else None
    industry = around.industries.get(other.supervisor) if other else None
    paper = around.papers.get(row["base_id"])
    agreed = paper is not None and paper.in_force(row["starts_on"])
    letter = around.letters.get(row["id"])
    cells: dict[str, Value] = {
        **row,
        "category": around.categories.get(row["category_code"]),
        "field": around.fields.get(row["field_code"]),
        "host": base.host,
        "uscc": base.uscc,
        "base": base.name,
        "period": period.name if period else None,
        "place": base.address,
        "months": months.span(row["starts_on"], row["ends_on"]).months,
        "academic": academic.name if academic else None,
        "industry": industry.name if industry else None,
        "industry_mobile": industry.mobile if industry else None,
        "agreement_no": row["agreement_no"] or (paper.number if paper and agreed else None),
        "letter": letter,
    }
    find = (
        *rows.sounds_of_person(row["name"], row["name_pinyin"], row["initials"]),
        *(rows.sounds_of_person(academic.name, academic.full, academic.initials) if academic else ()),
        *(rows.sounds_of_person(industry.name, industry.full, industry.initials) if industry else ()),
        *rows.sounds_of_unit(base.name),
        *rows.sounds_of_unit(base.host),
    )
    return rows.Entry(row["id"], cells, find, _tags(row, letter, around, agreed=agreed))


def _asks_insurance(session: Session, cohort: int) -> bool:
    """Where no rule says so, nobody knows that it need not be looked at."""
    limit = parameters.limits(session, cohort).get(INSURANCE)
    return limit is None or limit.value == 1


def _insured(row: RowMapping, covers: tuple[Cover, ...] | None) -> bool:
    keys = ("student_id", "base_id", "period_id", "starts_on", "ends_on")
    return covers is None or insured.judge(insured.Stay(*(row[key] for key in keys)), covers).met


def _tags(row: RowMapping, letter: str | None, around: Around, *, agreed: bool) -> frozenset[str]:
    today = around.today
    open_ = row["status"] in {*PLANS, PlacementStatus.DISPATCHED} and row["retired_on"] is None
    soon = open_ and standing.soon(row["starts_on"], today, STARTS_WITHIN)
    lacking = open_ and letter is None and row["ends_on"] >= today
    return rows.tagged(
        no_letter=lacking,
        letter_issued=letter is not None,
        starts_soon=soon,
        letter_due=lacking and (soon or row["starts_on"] < today),
        agreement_due=open_ and soon and not agreed,
        insurance_due=open_ and soon and not _insured(row, around.covers),
        present=row["status"] not in GONE and row["starts_on"] <= today <= row["ends_on"],
        cancelled=row["status"] in GONE,
        retired=row["retired_on"] is not None or row["status"] in GONE,
    )
