"""What belongs to one application for a title: evidence, objections, and what was judged when it was submitted."""

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices_titles import CheckStanding, EvidenceKind, EvidenceStatus, ObjectionResult, TitleTest
from ptman.models.core import Record, field, refers


def _application() -> Mapped[str]:
    return mapped_column(
        refers("title_application.id"),
        index=True,
        info=field("职称申报", "Application", Kind.LINK, width=20, link="title_application"),
    )


class TitleEvidence(Record):
    """One piece of evidence an application brings, or has yet to bring."""

    __tablename__ = "title_evidence"
    __table_args__ = (UniqueConstraint("application_id", "seq"),)
    LABEL: ClassVar[Label] = Label("佐证材料", "Evidence")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("application_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("kind", "name")
    PART_OF: ClassVar[str] = "application_id"

    application_id: Mapped[str] = _application()
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    kind: Mapped[EvidenceKind] = mapped_column(info=field("材料种类", "Kind", width=16))
    name: Mapped[str | None] = mapped_column(String(120), info=field("材料名称", "Name", width=24))
    document_no: Mapped[str | None] = mapped_column(String(60), info=field("编号", "Number", Kind.IDENTIFIER, width=16))
    status: Mapped[EvidenceStatus] = mapped_column(
        default=EvidenceStatus.MISSING, info=field("核验", "Check", width=10)
    )
    checked_on: Mapped[date | None] = mapped_column(info=field("核验日期", "Checked on", Kind.DATE, rule="date"))
    checked_by: Mapped[str | None] = mapped_column(String(80), info=field("核验人", "Checked by"))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=20))


class TitleObjection(Record):
    """One objection raised while the result was publicised."""

    __tablename__ = "title_objection"
    __table_args__ = (
        UniqueConstraint("application_id", "seq"),
        CheckConstraint("result = 'pending' OR opinion IS NOT NULL", name="answered"),
    )
    LABEL: ClassVar[Label] = Label("公示异议", "Objection")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("application_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("raised_on", "content")
    PART_OF: ClassVar[str] = "application_id"

    application_id: Mapped[str] = _application()
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    raised_on: Mapped[date] = mapped_column(info=field("提出日期", "Raised on", Kind.DATE, rule="date"))
    raised_by: Mapped[str | None] = mapped_column(
        String(80), info=field("提出人", "Raised by", sensitivity=Sensitivity.PERSONAL)
    )
    content: Mapped[str] = mapped_column(String(300), info=field("异议内容", "Objection", Kind.LONG, width=30))
    result: Mapped[ObjectionResult] = mapped_column(
        default=ObjectionResult.PENDING, info=field("核查结论", "Result", width=10)
    )
    opinion: Mapped[str | None] = mapped_column(info=field("核查说明", "Finding", Kind.LONG, width=24))
    settled_on: Mapped[date | None] = mapped_column(info=field("办结日期", "Settled on", Kind.DATE, rule="date"))


class TitleSnapshot(Record):
    """What was judged when the application was submitted; never changed, a new submission makes a new one."""

    __tablename__ = "title_snapshot"
    __table_args__ = (UniqueConstraint("application_id", "seq"),)
    LABEL: ClassVar[Label] = Label("资格快照", "Snapshot")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("application_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("application_id", "seq")
    PART_OF: ClassVar[str] = "application_id"
    BY_HAND: ClassVar[bool] = False

    application_id: Mapped[str] = _application()
    seq: Mapped[int] = mapped_column(info=field("第几次", "No.", Kind.NUMBER, width=6))
    taken_on: Mapped[date] = mapped_column(info=field("核验日期", "Taken on", Kind.DATE))
    verdict: Mapped[CheckStanding] = mapped_column(info=field("结论", "Verdict", width=10))
    rules: Mapped[str] = mapped_column(String(80), info=field("所用规则", "Rules", width=24))
    legal_basis: Mapped[str] = mapped_column(String(120), info=field("依据", "Basis", width=20))
    category_code: Mapped[str | None] = mapped_column(
        String(4), info=field("类别代码", "Category", Kind.IDENTIFIER, width=8)
    )
    # In hundredths, cut and never rounded, as text: a number would show 79.99 as 80.
    degree_mean: Mapped[str | None] = mapped_column(String(8), info=field("学位课加权平均分", "Degree mean", width=10))
    work_months: Mapped[int | None] = mapped_column(info=field("累计工作月数", "Months of work", Kind.NUMBER, width=8))
    practice_months: Mapped[int | None] = mapped_column(
        info=field("实践月数", "Practice, months", Kind.NUMBER, width=8)
    )
    practice_days: Mapped[int | None] = mapped_column(info=field("另天数", "and days", Kind.NUMBER, width=8))
    practice_score: Mapped[int | None] = mapped_column(
        info=field("实践成绩", "Practice score", Kind.TENTHS, width=8, rule="score")
    )


class TitleCheck(Record):
    """One test of a snapshot, in the words it was judged in."""

    __tablename__ = "title_check"
    __table_args__ = (UniqueConstraint("application_id", "snapshot_seq", "seq"),)
    LABEL: ClassVar[Label] = Label("资格核验结果", "Test result")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("application_id", "snapshot_seq", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("test",)
    PART_OF: ClassVar[str] = "application_id"
    BY_HAND: ClassVar[bool] = False

    application_id: Mapped[str] = _application()
    snapshot_seq: Mapped[int] = mapped_column(info=field("第几次", "No.", Kind.NUMBER, width=6))
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    test: Mapped[TitleTest] = mapped_column(info=field("条件", "Test", width=18))
    standing: Mapped[CheckStanding] = mapped_column(info=field("结论", "Standing", width=10))
    value: Mapped[str | None] = mapped_column(String(120), info=field("实际", "Value", width=14))
    value_en: Mapped[str | None] = mapped_column(String(160), info=field("实际（英文）", "Value (English)", width=14))
    threshold: Mapped[str | None] = mapped_column(String(120), info=field("要求", "Threshold", width=14))
    threshold_en: Mapped[str | None] = mapped_column(
        String(160), info=field("要求（英文）", "Threshold (English)", width=14)
    )
    legal_basis: Mapped[str | None] = mapped_column(String(120), info=field("依据", "Basis", width=18))
