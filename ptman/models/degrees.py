"""Course results and applications for the degree, by thesis or by practical outcome (domain §4.4, §4.5)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_talents import DegreeResult, DegreeRoute, OutcomeForm, ReviewResult
from ptman.models.core import Record, Rule, field, refers
from ptman.models.milestones import Judge

LEAST = 3
Found = Iterator[tuple[tuple[str, ...], tuple[str, Label]]]


class CourseResult(Record):
    """One course a student took in one semester; a score of 60 passes where nobody says otherwise."""

    __tablename__ = "course_result"
    __table_args__ = (
        UniqueConstraint("student_id", "course_code", "semester"),
        CheckConstraint("credit_x10 >= 0", name="credit"),
        CheckConstraint("score_x10 IS NULL OR score_x10 BETWEEN 0 AND 1000", name="score"),
    )
    LABEL: ClassVar[Label] = Label("课程成绩", "Course result")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "course_code", "semester")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id", "course_name")

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=16, link="student")
    )
    course_code: Mapped[str] = mapped_column(
        String(30), info=field("课程代码", "Course code", Kind.IDENTIFIER, width=12)
    )
    course_name: Mapped[str] = mapped_column(String(80), info=field("课程名称", "Course", width=24))
    semester: Mapped[str] = mapped_column(
        String(20), info=field("学期", "Semester", width=14, aliases=("学年学期", "修读学期"))
    )
    is_degree_course: Mapped[bool] = mapped_column(
        default=False, info=field("学位课", "Degree course", Kind.FLAG, width=8)
    )
    credit_x10: Mapped[int] = mapped_column(info=field("学分", "Credits", Kind.TENTHS, width=8))
    score_x10: Mapped[int | None] = mapped_column(info=field("成绩", "Score", Kind.TENTHS, width=8, rule="score"))
    passed: Mapped[bool | None] = mapped_column(info=field("通过", "Passed", Kind.FLAG, width=8))


def _vote(values: Mapping[str, Any]) -> Found:
    size, votes = values["committee_size"], values["votes_for"]
    if size is not None and size < LEAST:
        yield ("committee_size",), ("committee_size", Label("至少 3 人", "at least 3 members"))
        return
    cast = sum(values[key] or 0 for key in ("votes_for", "votes_against", "votes_abstain"))
    if size is not None and cast > size:
        said = Label(f"票数合计 {cast}，多于委员 {size} 人", f"no more votes than the {size} members ({cast} given)")
        yield ("votes_for", "votes_against", "votes_abstain", "committee_size"), ("votes_for", said)
    if values["result"] is None or size is None or votes is None:
        return
    enough = votes * 3 >= size * 2
    if enough != (values["result"] == DegreeResult.PASS):
        zh = "达到全体委员三分之二，应为“通过”" if enough else "未达到全体委员三分之二，不能“通过”"
        en = "“Passed”, as two thirds of all members agreed" if enough else "not “Passed”: short of two thirds of all"
        yield ("result", "votes_for", "committee_size"), ("result", Label(zh, en))


class DegreeApplication(Record):
    """An application for the degree: what is defended, how the committee voted, when the degree was awarded."""

    __tablename__ = "degree_application"
    __table_args__ = (
        UniqueConstraint("student_id", "attempt_no"),
        CheckConstraint("attempt_no > 0", name="attempt"),
        CheckConstraint("committee_size IS NULL OR committee_size >= 3", name="committee"),
        CheckConstraint("votes_for >= 0 AND votes_against >= 0 AND votes_abstain >= 0", name="votes"),
        CheckConstraint(
            "result IS NULL OR committee_size IS NULL OR votes_for IS NULL"
            " OR (result = 'pass') = (votes_for * 3 >= committee_size * 2)",
            name="two_thirds",
        ),
    )
    LABEL: ClassVar[Label] = Label("学位申请", "Degree application")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("student_id", "attempt_no")
    TITLE: ClassVar[tuple[str, ...]] = ("student_id", "title")
    SORT: ClassVar[tuple[str, ...]] = ("-submitted_on", "student_id")
    CHIPS: ClassVar[str] = "result"
    RULES: ClassVar[tuple[Rule, ...]] = (_vote,)

    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, width=16, link="student")
    )
    attempt_no: Mapped[int] = mapped_column(default=1, info=field("第几次", "Attempt", Kind.NUMBER, width=6))
    route: Mapped[DegreeRoute] = mapped_column(
        default=DegreeRoute.THESIS, info=field("申请学位方式", "Route", width=12)
    )
    title: Mapped[str] = mapped_column(
        String(160), info=field("论文（成果）题目", "Title of thesis or outcome", width=32)
    )
    outcome_form: Mapped[OutcomeForm | None] = mapped_column(info=field("实践成果形式", "Form of outcome", width=12))
    confidential: Mapped[bool] = mapped_column(default=False, info=field("涉密", "Confidential", Kind.FLAG, width=6))
    submitted_on: Mapped[date | None] = mapped_column(info=field("申请日期", "Applied on", Kind.DATE, rule="date"))
    decide_by: Mapped[date | None] = mapped_column(
        info=field(
            "受理决定截止",
            "Decision by",
            Kind.DATE,
            rule="date",
            due=Label("学位申请应作出受理决定", "Degree application to be decided on"),
        )
    )
    accepted_on: Mapped[date | None] = mapped_column(info=field("受理日期", "Accepted on", Kind.DATE, rule="date"))
    defended_on: Mapped[date | None] = mapped_column(info=field("答辩日期", "Defended on", Kind.DATE, rule="date"))
    committee_size: Mapped[int | None] = mapped_column(info=field("委员人数", "Committee", Kind.NUMBER, width=8))
    votes_for: Mapped[int | None] = mapped_column(info=field("同意票", "Votes for", Kind.NUMBER, width=8))
    votes_against: Mapped[int | None] = mapped_column(info=field("反对票", "Votes against", Kind.NUMBER, width=8))
    votes_abstain: Mapped[int | None] = mapped_column(info=field("弃权票", "Abstained", Kind.NUMBER, width=8))
    result: Mapped[DegreeResult | None] = mapped_column(info=field("答辩结果", "Result", width=12))
    awarded_on: Mapped[date | None] = mapped_column(info=field("授予日期", "Awarded on", Kind.DATE, rule="date"))
    certificate_no: Mapped[str | None] = mapped_column(
        String(40), unique=True, info=field("学位证书编号", "Degree certificate no.", Kind.IDENTIFIER, width=18)
    )

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["accepted_on"] is not None or values["result"] is not None


class DegreeMember(Judge):
    """Somebody on the committee of a defence."""

    __tablename__ = "degree_member"
    __table_args__ = (UniqueConstraint("application_id", "seq"),)
    LABEL: ClassVar[Label] = Label("答辩委员", "Committee member")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("application_id", "seq")
    PART_OF: ClassVar[str] = "application_id"

    application_id: Mapped[str] = mapped_column(
        refers("degree_application.id"),
        index=True,
        info=field("学位申请", "Application", Kind.LINK, width=24, link="degree_application"),
    )


class DegreeReview(Record):
    """What one reviewer says of the thesis or outcome."""

    __tablename__ = "degree_review"
    __table_args__ = (UniqueConstraint("application_id", "seq"),)
    LABEL: ClassVar[Label] = Label("论文（成果）评阅", "Review")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("application_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("application_id", "seq")
    PART_OF: ClassVar[str] = "application_id"

    application_id: Mapped[str] = mapped_column(
        refers("degree_application.id"),
        index=True,
        info=field("学位申请", "Application", Kind.LINK, width=24, link="degree_application"),
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    reviewer: Mapped[str | None] = mapped_column(
        String(36), info=field("评阅人（盲评可空）", "Reviewer (blank if blind)", width=12)
    )
    unit: Mapped[str | None] = mapped_column(String(80), info=field("单位", "Unit", width=24))
    sent_on: Mapped[date | None] = mapped_column(info=field("送审日期", "Sent on", Kind.DATE, rule="date"))
    due_on: Mapped[date | None] = mapped_column(
        info=field("应返回日期", "Due", Kind.DATE, rule="date", due=Label("评阅意见应返回", "Review to come back"))
    )
    returned_on: Mapped[date | None] = mapped_column(info=field("返回日期", "Returned on", Kind.DATE, rule="date"))
    result: Mapped[ReviewResult | None] = mapped_column(info=field("评阅结论", "Result", width=12))
    score_x10: Mapped[int | None] = mapped_column(info=field("评分", "Score", Kind.TENTHS, width=8, rule="score"))
    opinion: Mapped[str | None] = mapped_column(info=field("评阅意见", "Opinion", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["returned_on"] is not None
