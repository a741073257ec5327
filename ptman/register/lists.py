"""Every list the office looks at, by its name; the chips above a list; the cohorts there are."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.models import Student
from ptman.models.core import nouns
from ptman.register import agenda, noun_tags
from ptman.register.base_lists import bases
from ptman.register.paper_lists import agreements, appointments, letters
from ptman.register.placement_lists import placements
from ptman.register.plain_lists import any_noun, preferences
from ptman.register.rows import CURRENT, RETIRED
from ptman.register.student_lists import double_supervisors, students
from ptman.register.supervisor_lists import academic_supervisors, industry_supervisors, supervisors

__all__ = [
    "academic_supervisors",
    "agreements",
    "any_noun",
    "appointments",
    "bases",
    "chips",
    "cohorts",
    "double_supervisors",
    "industry_supervisors",
    "letters",
    "named",
    "names",
    "placements",
    "preferences",
    "record",
    "students",
    "supervisors",
]

Chip = tuple[str, Label, int]
NAMED: dict[str, Callable[[Session, date, int | None], Listing]] = {
    "students": students,
    "double-supervisors": double_supervisors,
    "placements": placements,
    "supervisors": lambda session, today, _cohort: supervisors(session, today),
    "academic-supervisors": lambda session, today, _cohort: academic_supervisors(session, today),
    "industry-supervisors": lambda session, today, _cohort: industry_supervisors(session, today),
    "bases": bases,
    "letters": letters,
    "agreements": lambda session, today, _cohort: agreements(session, today),
    "appointments": lambda session, today, _cohort: appointments(session, today),
    "agenda": lambda session, today, _cohort: agenda.listing(session, today),
    "preferences": lambda session, _today, cohort: preferences(session, cohort),
}
ALL = Label("全部", "All")
TAGS: dict[str, tuple[tuple[str, Label], ...]] = {
    "students": (
        ("no-academic", Label("缺校内导师", "No academic supervisor")),
        ("no-industry", Label("缺企业导师", "No industry supervisor")),
        ("no-base", Label("缺基地", "No base")),
        ("complete", Label("已齐备", "Complete")),
        ("doubtful", Label("可能重复", "Possible duplicates")),
    ),
    "supervisors": (
        ("free", Label("可再带", "Has room")),
        ("full", Label("已满", "Full")),
        ("ending", Label("聘期将满", "Term ending")),
        ("lapsed", Label("未在聘", "Not appointed")),
        ("doubtful", Label("可能重复", "Possible duplicates")),
    ),
    "bases": (
        ("seats-left", Label("有余位", "Seats left")),
        ("full", Label("已满", "Full")),
        ("agreement-ending", Label("协议将到期", "Agreement ending")),
        ("no-agreement", Label("无有效协议", "No agreement in force")),
    ),
    "placements": (
        ("no-letter", Label("未发函", "No letter")),
        ("letter-issued", Label("已发函", "Letter issued")),
        ("starts-soon", Label("即将开始", "Starting soon")),
    ),
    "letters": (("issued", Label("已发", "Issued")), ("void", Label("作废", "Void"))),
    "agreements": (
        ("in-force", Label("有效", "In force")),
        ("ending", Label("将到期", "Ending")),
        ("over", Label("已到期", "Over")),
        ("unsigned", Label("签订中", "Being made")),
    ),
}
TAGS["agenda"] = tuple((one.value, one.label) for one in agenda.When)
TAGS["double-supervisors"] = TAGS["students"][:2]
TAGS["appointments"] = TAGS["agreements"][:3]
TAGS["academic-supervisors"] = (*TAGS["supervisors"][:2], TAGS["supervisors"][-1])
TAGS["industry-supervisors"] = TAGS["supervisors"]


def named(session: Session, name: str, today: date, cohort: int | None = None) -> Listing:
    """The list of that name, as the command line calls it; the name of a noun gives the list of its fields."""
    if name in NAMED:
        return NAMED[name](session, today, cohort)
    return any_noun(session, noun_of(name), today)


def noun_of(name: str) -> str:
    """The noun of a list drawn from its fields alone, with dashes or not; PtmanError `no-list` for anything else."""
    noun = name.replace("-", "_")
    if noun not in nouns():
        raise PtmanError(
            "no-list",
            f"没有名为“{name}”的列表。可用的有：{'、'.join(names())}。",
            f"There is no list called {name}. There are: {', '.join(names())}.",
        )
    return noun


def names() -> tuple[str, ...]:
    """What `named` takes: the office's own lists, then every noun by its fields."""
    return (*NAMED, *(noun.replace("_", "-") for noun in nouns()))


def cohorts(session: Session) -> tuple[int, ...]:
    """The cohorts that have students, newest first."""
    return tuple(session.scalars(select(Student.cohort_year).distinct().order_by(Student.cohort_year.desc())))


def chips(listing: Listing) -> tuple[Chip, ...]:
    """The questions an office asks of a list, each with its tag and count; retired records only where shown."""
    found = [(CURRENT, ALL, _count(listing, CURRENT))]
    found += [(tag, label, _count(listing, tag)) for tag, label in tags(listing.key)]
    if _count(listing, RETIRED):
        found.append((RETIRED, Label("已停用", "Retired"), _count(listing, RETIRED)))
    return tuple(found)


def tags(name: str) -> tuple[tuple[str, Label], ...]:
    """The questions an office asks of a list beside all and retired: each tag with its words."""
    return TAGS.get(name) or (noun_tags.declared(name) if name in nouns() else ())


def record(listing: Listing, row: Row) -> tuple[str, str]:
    """The noun and the id of the record behind a row, for lists of more than one noun too."""
    noun, mixed, key = row.id.partition("/")
    return (noun, key.partition("/")[0]) if mixed else (listing.noun, row.id)


def _count(listing: Listing, tag: str) -> int:
    return sum(tag in row.tags for row in listing.rows)
