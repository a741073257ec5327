"""Students of the programme (domain §4.1)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import EducationLevel, EmployerType, OrientationType, StudentStatus, StudyMode
from ptman.models.core import Record, Rule, field, refers


def _field_in_category(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:
    category, own = values.get("category_code"), values.get("field_code")
    if own and category and str(own)[:4] != category:
        keys = ("category_code", "field_code")
        yield keys, ("field_code", Label(f"类别 {category} 的一个领域", f"a field of category {category}"))


class Student(Record):
    """One student, by student number."""

    __tablename__ = "student"
    __table_args__ = (
        CheckConstraint("cohort_year BETWEEN 2000 AND 2100", name="cohort"),
        CheckConstraint("expected_graduation_on IS NULL OR expected_graduation_on > enrolled_on", name="dates"),
        CheckConstraint("prior_work_months IS NULL OR prior_work_months >= 0", name="prior_work"),
        CheckConstraint("field_code IS NULL OR substr(field_code, 1, 4) = category_code", name="field_in_category"),
        Index(None, "cohort_year"),
    )
    LABEL: ClassVar[Label] = Label("学生", "Student")
    IMPORTED: ClassVar[bool] = False  # rosters have books of their own
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_no",)
    RULES: ClassVar[tuple[Rule, ...]] = (_field_in_category,)

    student_no: Mapped[str] = mapped_column(
        String(20),
        unique=True,
        info=field(
            "学号",
            "Student no.",
            Kind.IDENTIFIER,
            width=12,
            rule="student_no",
            aliases=("学生学号", "Student ID", "Student number"),
        ),
    )
    person_id: Mapped[str] = mapped_column(
        refers("person.id"), unique=True, info=field("人员", "Person", Kind.LINK, link="person")
    )
    cohort_year: Mapped[int] = mapped_column(
        info=field("年级", "Cohort", Kind.NUMBER, width=6, rule="year", aliases=("入学年份", "届"))
    )
    category_code: Mapped[str] = mapped_column(
        refers("degree_category.code"),
        info=field(
            "专业学位类别",
            "Category",
            Kind.LINK,
            link="degree_category",
            aliases=("类别", "专业类别", "Degree category"),
        ),
    )
    field_code: Mapped[str | None] = mapped_column(
        refers("degree_field.code"),
        info=field(
            "专业领域",
            "Field",
            Kind.LINK,
            width=16,
            link="degree_field",
            aliases=("领域", "专业", "专业(领域)", "Degree field"),
        ),
    )
    study_mode: Mapped[StudyMode] = mapped_column(info=field("学习形式", "Study mode", aliases=("学习方式",)))
    orientation_type: Mapped[OrientationType] = mapped_column(
        info=field("定向/非定向", "Sponsored", aliases=("录取类别", "就业方式", "录取方式", "Oriented"))
    )
    employer_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        info=field("定向单位", "Employer", Kind.LINK, width=24, link="organisation", aliases=("工作单位",)),
    )
    employer_type: Mapped[EmployerType | None] = mapped_column(
        info=field("定向单位性质", "Employer type", aliases=("单位性质",))
    )
    education_level: Mapped[EducationLevel] = mapped_column(
        default=EducationLevel.MASTER, info=field("培养层次", "Level", width=8, aliases=("层次",))
    )
    programme_id: Mapped[str | None] = mapped_column(
        refers("programme.id"), info=field("培养项目", "Programme", Kind.LINK, width=16, link="programme")
    )
    branch_id: Mapped[str | None] = mapped_column(
        refers("training_base.id"),
        info=field("所属分院/中心", "Branch", Kind.LINK, width=16, link="training_base", aliases=("分院", "中心")),
    )
    department: Mapped[str | None] = mapped_column(
        String(60), info=field("归属学院", "Department", width=16, aliases=("学院", "所在学院"))
    )
    enrolled_on: Mapped[date] = mapped_column(
        info=field("入学日期", "Enrolled on", Kind.DATE, rule="date", aliases=("入学时间",))
    )
    expected_graduation_on: Mapped[date | None] = mapped_column(
        info=field("预计毕业", "Expected graduation", Kind.DATE, rule="date", aliases=("预计毕业日期", "预计毕业时间"))
    )
    prior_work_months: Mapped[int | None] = mapped_column(
        info=field("入学前工作月数", "Prior work (months)", Kind.NUMBER, width=8, rule="count")
    )
    topic: Mapped[str | None] = mapped_column(
        info=field("研究兴趣", "Topic", width=24, aliases=("研究课题", "意向方向", "意向课题"))
    )
    status: Mapped[StudentStatus] = mapped_column(
        default=StudentStatus.ENROLLED, info=field("学籍状态", "Status", width=8, aliases=("学籍",))
    )
