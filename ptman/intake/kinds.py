"""The kinds of workbooks: five rosters made by hand and one for any other noun, drawn from the fields of the nouns."""

from dataclasses import dataclass, replace
from functools import cache

from ptman.errors import PtmanError
from ptman.fields import Field, Kind
from ptman.intake import slots
from ptman.intake.headers import KindSpec
from ptman.intake.slots import Slot
from ptman.labels import Choice, Label
from ptman.models import (
    AcademicSupervisor,
    Agreement,
    Appointment,
    IndustrySupervisor,
    Organisation,
    Person,
    Record,
    Student,
    TrainingBase,
)
from ptman.models.core import fields_of, nouns


class Book(Choice):
    STUDENTS = "students", "学生名册", "Students"
    ACADEMIC_SUPERVISORS = "academic-supervisors", "校内导师", "Academic supervisors"
    INDUSTRY_SUPERVISORS = "industry-supervisors", "企业导师", "Industry supervisors"
    BASES = "bases", "实践基地", "Training bases"
    PREFERENCES = "preferences", "志愿", "Preferences"


@dataclass(frozen=True, slots=True)
class BookKind:
    """A kind of workbook with its columns by key; `noun` is that of a kind drawn from its fields alone."""

    book: str
    label: Label
    slots: dict[str, Slot]
    noun: str = ""

    def spec(self) -> KindSpec:
        return KindSpec(self.book, tuple(slot.spec() for slot in self.slots.values()))


def _own(key: str, zh: str, en: str, *aliases: str, kind: Kind = Kind.TEXT) -> Slot:
    return Slot(key, Field(key, Label(zh, en), kind, aliases=aliases))


def _of(noun: type[Record], *keys: str, also_required: tuple[str, ...] = ()) -> list[Slot]:
    fields = {field.key: field for field in fields_of(noun)}
    prefix = noun.__tablename__
    return [Slot(f"{prefix}.{key}", fields[key], fields[key].required or key in also_required) for key in keys]


PERSON = ("name", "gender", "id_type", "id_number", "mobile", "email")


@cache
def kinds() -> dict[str, BookKind]:
    """Every kind by its name: the five rosters, then the nouns that workbooks may bring."""
    made = {
        Book.STUDENTS: _students(),
        Book.ACADEMIC_SUPERVISORS: _academics(),
        Book.INDUSTRY_SUPERVISORS: _industry(),
        Book.BASES: _bases(),
        Book.PREFERENCES: _preferences(),
    }
    found = {book.value: BookKind(book.value, book.label, _by_key(every)) for book, every in made.items()}
    plain = {name: cls for name, cls in nouns().items() if slots.is_plain(cls)}
    return found | {name: BookKind(name, cls.LABEL, _by_key(slots.plain(cls)), name) for name, cls in plain.items()}


def named(text: str) -> str:
    """The kind called so, with dashes or not; PtmanError `no-kind` where there is none."""
    for name in (text, text.replace("-", "_")):
        if name in kinds():
            return name
    known = [name.replace("_", "-") for name in kinds()]
    raise PtmanError(
        "no-kind",
        f"没有名为“{text}”的工作簿种类。可用的有：{'、'.join(known)}。",
        f"There is no kind of workbook called {text}. There are: {', '.join(known)}.",
    )


def _by_key(made: list[Slot]) -> dict[str, Slot]:
    return {slot.key: slot for slot in made}


def _students() -> list[Slot]:
    keys = ("student_no", "cohort_year", "category_code", "field_code", "study_mode", "orientation_type", "employer_id")
    more = ("employer_type", "education_level", "programme_id", "branch_id", "department", "enrolled_on")
    rest = ("expected_graduation_on", "prior_work_months", "topic", "status")
    return [
        *_of(Student, *keys, *more, *rest),
        *_of(Person, *PERSON, "remark"),
        _own("prior_work_years", "入学前工作年限", "Prior work (years)", kind=Kind.NUMBER),
        _own("academic_no", "工号", "Staff no.", "校内导师工号", "导师工号", kind=Kind.IDENTIFIER),
        _own("academic_name", "校内导师", "Academic supervisor", "导师", "校内导师姓名", "Campus supervisor"),
        _own("industry_name", "企业导师", "Industry supervisor", "校外导师", "行业导师", "实践导师", "合作导师"),
        _own("industry_unit", "企业导师单位", "Unit", "校外导师单位"),
    ]


def _academics() -> list[Slot]:
    keys = ("staff_no", "department", "title_name", "supervisor_type", "appointed_on", "category_codes")
    return [*_of(AcademicSupervisor, *keys, "max_students", "expertise"), *_of(Person, *PERSON, "remark")]


def _industry() -> list[Slot]:
    keys = ("organisation_id", "department_name", "post", "title_name", "title_level", "work_start_year", "expertise")
    terms = ("appoint_type", "term_start", "term_end", "appointment_no")
    number, *rest = _of(IndustrySupervisor, "supervisor_no", *keys, "category_code", "max_students", "source_base_id")
    appointment = [replace(slot, required=False) for slot in _of(Appointment, *terms)]
    return [
        # The office gives the number itself where the workbook has none.
        replace(number, required=False),
        *rest,
        *_of(Organisation, "uscc"),
        *_of(Person, *PERSON, "birth_date", "highest_degree", "remark"),
        *appointment,
        _own("recommended_by", "推荐人", "Recommended by", "推荐导师"),
    ]


def _bases() -> list[Slot]:
    keys = ("name", "host_organisation_id", "base_kind", "level", "category_codes", "capacity_per_batch", "address")
    more = ("region_code", "plaque_on", "campus_leader", "host_leader", "contact_name", "contact_phone")
    number, *rest = _of(TrainingBase, "base_no", *keys, *more, "safety_officer", "status")
    agreement = _of(Agreement, "agreement_no", "valid_from", "valid_to", "signed_on")
    return [
        replace(number, required=False),
        *rest,
        *_of(Organisation, "uscc", "org_type"),
        *(replace(slot, required=False) for slot in agreement),
    ]


def _preferences() -> list[Slot]:
    number, name = _of(Student, "student_no")[0], _of(Person, "name")[0]
    return [
        number,
        replace(name, required=False),
        _choice("academic", "校内导师志愿", "Academic choice", "导师志愿", "校内志愿", "志愿#工号", "志愿"),
        _choice("industry", "企业导师志愿", "Industry choice", "企业志愿", "校外导师志愿"),
        _choice("base", "基地志愿", "Base choice", "实践基地志愿", "实习基地志愿"),
        _own("rank", "志愿顺序", "Rank", "志愿序号", "顺序", kind=Kind.NUMBER),
        _own("target", "志愿编号", "Choice", "志愿对象", "意向编号", kind=Kind.IDENTIFIER),
        _own("target_kind", "志愿类别", "Choice kind", "志愿类型"),
    ]


def _choice(key: str, zh: str, en: str, *aliases: str) -> Slot:
    return Slot(key, Field(key, Label(zh, en), Kind.IDENTIFIER, aliases=aliases), many=True)
