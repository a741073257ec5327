"""The columns of the students' lists, by which screen and workbook agree (domain §10.1, §10.4)."""

from ptman.labels import Label
from ptman.listing import Column
from ptman.models import (
    AcademicSupervisor,
    IndustrySupervisor,
    Organisation,
    Person,
    Student,
    Supervision,
    TrainingBase,
)
from ptman.models.choices import Role
from ptman.register import columns, rows

ACADEMIC, INDUSTRY = Role.ACADEMIC.label, Role.INDUSTRY.label
BASE = columns.one(TrainingBase, "name", "base", Label("基地", "Base"))
STUDENTS = rows.blank(
    "students",
    "student",
    Label("学生名册", "Students"),
    (
        *columns.of(Student, "student_no"),
        *columns.of(Person, "name", "gender", "id_type", "id_number"),
        *columns.of(Student, "cohort_year", "category_code", "field_code", "study_mode", "orientation_type"),
        *columns.of(Student, "employer_id", "employer_type", "programme_id", "branch_id", "department"),
        *columns.of(Student, "enrolled_on", "expected_graduation_on", "prior_work_months"),
        *columns.of(Person, "mobile", "email"),
        columns.one(Person, "name", "academic", ACADEMIC),
        columns.one(AcademicSupervisor, "staff_no", "academic_no"),
        columns.one(Person, "name", "industry", INDUSTRY),
        columns.one(Organisation, "name", "industry_organisation", Label("企业导师单位", "Industry organisation")),
        BASE,
        columns.number("waited", "缺员天数", "Days waiting"),
        *columns.of(Student, "topic", "status"),
        *columns.of(Person, "remark"),
    ),
)
DOUBLE = rows.blank(
    "double-supervisors",
    "student",
    Label("双导师名单", "Both supervisors"),
    (
        *columns.of(Student, "student_no"),
        *columns.of(Person, "name"),
        *columns.of(Student, "category_code", "field_code", "study_mode"),
        columns.one(Person, "name", "academic", ACADEMIC),
        columns.one(AcademicSupervisor, "title_name", "academic_title", Label("校内导师职称", "Academic title")),
        columns.one(AcademicSupervisor, "department", "academic_department"),
        columns.one(Person, "name", "industry", INDUSTRY),
        columns.one(Organisation, "name", "industry_organisation", Label("工作单位", "Organisation")),
        columns.one(IndustrySupervisor, "post", "industry_post"),
        columns.one(IndustrySupervisor, "title_name", "industry_title", Label("企业导师职称", "Industry title")),
        Column("term", Label("聘期", "Term"), width=22),
        columns.one(Supervision, "starts_on", "decided_on", Label("确定日期", "Decided on")),
        *columns.of(Person, "remark"),
    ),
)
