"""The lists of academic and of industry supervisors with how many students each guides (domain §10.2)."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session, aliased

from ptman import parameters
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Load, Value
from ptman.models import AcademicSupervisor, Appointment, IndustrySupervisor, Organisation, Person, TrainingBase
from ptman.register import columns, duplicates, names, rows, standing
from ptman.register.standing import Term

LOAD = columns.number("load", "在带/可带", "Load")
SHARED = ("name", "name_pinyin", "initials", "gender", "birth_date", "highest_degree", "mobile", "email", "remark")
ACADEMICS = rows.blank(
    "academic-supervisors",
    "academic_supervisor",
    Label("校内导师名册", "Academic supervisors"),
    (
        *columns.of(AcademicSupervisor, "staff_no"),
        *columns.of(Person, "name"),
        *columns.of(AcademicSupervisor, "department", "title_name", "supervisor_type", "appointed_on"),
        *columns.of(AcademicSupervisor, "category_codes"),
        LOAD,
        *columns.of(AcademicSupervisor, "max_students", "expertise"),
        *columns.of(Person, "mobile", "email", "remark"),
    ),
)
INDUSTRIES = rows.blank(
    "industry-supervisors",
    "industry_supervisor",
    Label("企业导师汇总表", "Industry supervisors"),
    (
        *columns.of(IndustrySupervisor, "supervisor_no"),
        *columns.of(Person, "name", "gender", "birth_date"),
        *columns.of(IndustrySupervisor, "organisation_id"),
        *columns.of(Organisation, "uscc"),
        *columns.of(IndustrySupervisor, "department_name", "post", "title_name", "title_level"),
        *columns.of(Person, "highest_degree"),
        *columns.of(IndustrySupervisor, "work_start_year", "category_code", "expertise", "recommended_by_id"),
        *columns.of(Appointment, "appoint_type", "term_start", "term_end", "appointment_no"),
        *columns.of(IndustrySupervisor, "source_base_id"),
        LOAD,
        *columns.of(IndustrySupervisor, "max_students"),
        *columns.of(Person, "mobile", "email", "remark"),
    ),
)
BOTH = rows.blank(
    "supervisors",
    "supervisor",
    Label("导师及指导人数", "Supervisors"),
    (
        Column("kind", Label("类别", "Kind"), Kind.CHOICE, 10),
        Column("number", Label("工号/编号", "Number"), Kind.IDENTIFIER, 14),
        *columns.of(Person, "name"),
        Column("unit", Label("学院/单位", "Department or organisation"), Kind.TEXT, 24),
        *columns.of(AcademicSupervisor, "title_name", "category_codes"),
        LOAD,
        *columns.of(Appointment, "term_end"),
        *columns.of(AcademicSupervisor, "expertise"),
        *columns.of(Person, "mobile", "email"),
    ),
)


def academic_supervisors(session: Session, today: date, *, retired: bool = False) -> Listing:
    """Every academic supervisor with their load."""
    return rows.listing(ACADEMICS, _academics(session, today), rows.View(retired=retired))


def industry_supervisors(session: Session, today: date, *, retired: bool = False) -> Listing:
    """Every industry supervisor with their load and the term of their appointment."""
    return rows.listing(INDUSTRIES, _industries(session, today), rows.View(retired=retired))


def supervisors(session: Session, today: date, *, retired: bool = False) -> Listing:
    """Both kinds in one list; a row's id is `noun/id` (see `lists.record`)."""
    shown = [_shared(AcademicSupervisor, entry) for entry in _academics(session, today)]
    shown += [_shared(IndustrySupervisor, entry) for entry in _industries(session, today)]
    return rows.listing(BOTH, shown, rows.View(retired=retired))


def _shared(role: type[AcademicSupervisor] | type[IndustrySupervisor], entry: rows.Entry) -> rows.Entry:
    cells: dict[str, Value] = {**entry.cells, "kind": role.LABEL}
    if role is AcademicSupervisor:
        cells |= {"number": cells["staff_no"], "unit": cells["department"], "term_end": None}
    else:
        number, unit, codes = cells["supervisor_no"], cells["organisation"], cells["category_code"]
        cells |= {"number": number, "unit": unit, "category_codes": codes}
    return rows.Entry(f"{role.__tablename__}/{entry.id}", cells, entry.find, entry.tags)


def _academics(session: Session, today: date) -> Iterator[rows.Entry]:
    one = AcademicSupervisor
    keys = ("staff_no", "department", "title_name", "supervisor_type", "appointed_on", "category_codes")
    own = (getattr(one, key) for key in (*keys, "max_students", "expertise", "retired_on"))
    query = select(one.id, *own, *(getattr(Person, key) for key in SHARED)).join(Person, one.person_id == Person.id)
    most = parameters.number(session, "supervisor.academic_max_students", today.year)
    taken, doubtful = standing.loads(session, today), duplicates.doubtful(session, "academic_supervisor")
    for row in session.execute(query.order_by(one.staff_no)).mappings():
        load = _load(row, taken[row["id"]], most)
        tags = _tags(row, load, doubtful) | {"academic"}
        yield rows.Entry(row["id"], {**row, "load": load}, _sounds(row), frozenset(tags))


def _industries(session: Session, today: date) -> Iterator[rows.Entry]:
    one, base = IndustrySupervisor, aliased(TrainingBase)
    keys = ("supervisor_no", "department_name", "post", "title_name", "title_level", "work_start_year")
    own = (getattr(one, key) for key in (*keys, "category_code", "expertise", "max_students", "retired_on"))
    linked = (Organisation.name.label("organisation"), Organisation.uscc, base.name.label("source_base"))
    query = (
        select(one.id, one.recommended_by_id, *own, *linked, *(getattr(Person, key) for key in SHARED))
        .join(Person, one.person_id == Person.id)
        .join(Organisation, one.organisation_id == Organisation.id)
        .outerjoin(base, one.source_base_id == base.id)
    )
    most = parameters.number(session, "supervisor.industry_max_students", today.year)
    within = parameters.number(session, "notice.ending_within_days", today.year)
    taken, doubtful = standing.loads(session, today), duplicates.doubtful(session, "industry_supervisor")
    terms, academics = standing.terms(session, today), names.academics(session)
    categories = names.categories(session)
    for row in session.execute(query.order_by(one.supervisor_no)).mappings():
        load, term = _load(row, taken[row["id"]], most), terms.get(row["id"])
        tags = _with_term(_tags(row, load, doubtful), term, today, within) | {"industry"}
        recommended = academics.get(row["recommended_by_id"])
        cells = {
            **row,
            "load": load,
            "category": categories.get(row["category_code"]),
            "recommended_by": recommended.name if recommended else None,
            **_term(term),
        }
        yield rows.Entry(row["id"], cells, (*_sounds(row), *rows.sounds_of_unit(row["organisation"])), frozenset(tags))


def _load(row: RowMapping, taken: int, most: int) -> Load:
    return Load(taken, most if row["max_students"] is None else row["max_students"])


def _sounds(row: RowMapping) -> tuple[str, ...]:
    return rows.sounds_of_person(row["name"], row["name_pinyin"], row["initials"])


def _tags(row: RowMapping, load: Load, doubtful: frozenset[str]) -> set[str]:
    full = load.taken >= load.of
    return set(
        rows.tagged(
            full=full,
            free=not full,
            over=load.taken > load.of,
            retired=row["retired_on"] is not None,
            doubtful=row["id"] in doubtful,
        )
    )


def _with_term(tags: set[str], term: Term | None, today: date, within: int) -> set[str]:
    """Who is not appointed takes nobody."""
    if term is None or not term.in_force:
        return tags - {"free"} | {"lapsed"}
    return tags | ({"ending"} if standing.soon(term.until, today, within) else set())


def _term(term: Term | None) -> dict[str, Value]:
    if term is None:
        return dict.fromkeys(("appoint_type", "term_start", "term_end", "appointment_no"))
    return {
        "appoint_type": term.kind,
        "term_start": term.starts_on,
        "term_end": term.ends_on,
        "appointment_no": term.number,
    }
