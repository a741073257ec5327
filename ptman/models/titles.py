"""Batches in which professional titles are applied for, their committee, and the applications (domain §5.0)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices import TitleLevel
from ptman.models.choices_titles import ApplyKind, CommitteeRole, TitleApplicationStatus, TitleBatchStatus
from ptman.models.core import Record, field, refers

TO_COME = frozenset({TitleBatchStatus.PLANNED, TitleBatchStatus.OPEN})


class TitleBatch(Record):
    """One round of applications; without rules of its own those in force on its last day hold."""

    __tablename__ = "title_batch"
    __table_args__ = (
        CheckConstraint("apply_open IS NULL OR apply_open <= apply_close", name="dates"),
        CheckConstraint(
            "publicity_from IS NULL OR publicity_to IS NULL OR publicity_from <= publicity_to", name="publicity"
        ),
    )
    LABEL: ClassVar[Label] = Label("职称批次", "Title batch")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("name",)
    SORT: ClassVar[tuple[str, ...]] = ("-apply_close", "name")
    CHIPS: ClassVar[str] = "status"

    name: Mapped[str] = mapped_column(String(60), unique=True, info=field("批次名称", "Batch", width=24))
    year: Mapped[int] = mapped_column(info=field("年度", "Year", Kind.NUMBER, width=6, rule="year"))
    graduates_of: Mapped[date | None] = mapped_column(
        info=field("毕业年月（截至）", "Graduates up to", Kind.MONTH, width=10)
    )
    rule_set_id: Mapped[str | None] = mapped_column(
        refers("title_rule_set.id"),
        index=True,
        info=field(
            "职称规则（空白为当时施行）", "Rules (blank: in force then)", Kind.LINK, width=24, link="title_rule_set"
        ),
    )
    apply_open: Mapped[date | None] = mapped_column(info=field("申报开始", "Opens on", Kind.DATE, rule="date"))
    apply_close: Mapped[date] = mapped_column(
        info=field("申报截止", "Closes on", Kind.DATE, rule="date", due=Label("职称申报截止", "Title batch closes"))
    )
    practice_until: Mapped[date | None] = mapped_column(
        info=field("实践计至", "Practice counts until", Kind.DATE, rule="date")
    )
    review_on: Mapped[date | None] = mapped_column(info=field("评审会日期", "Review on", Kind.DATE, rule="date"))
    publicity_from: Mapped[date | None] = mapped_column(
        info=field("公示开始", "Publicised from", Kind.DATE, rule="date")
    )
    publicity_to: Mapped[date | None] = mapped_column(
        info=field("公示结束", "Publicised until", Kind.DATE, rule="date")
    )
    notice_doc_no: Mapped[str | None] = mapped_column(
        String(40), info=field("通知文号", "Notice no.", Kind.IDENTIFIER, width=18)
    )
    approval_doc_no: Mapped[str | None] = mapped_column(
        String(40), info=field("批准文号", "Approval no.", Kind.IDENTIFIER, width=18)
    )
    cert_prefix: Mapped[str | None] = mapped_column(
        String(20), info=field("证书编号字头", "Prefix of certificates", Kind.IDENTIFIER, width=12)
    )
    status: Mapped[TitleBatchStatus] = mapped_column(
        default=TitleBatchStatus.PLANNED, info=field("状态", "Status", width=10)
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] not in TO_COME


class TitleCommitteeMember(Record):
    """One member of a batch's review committee, and whether they were present."""

    __tablename__ = "title_committee_member"
    __table_args__ = (UniqueConstraint("batch_id", "seq"),)
    LABEL: ClassVar[Label] = Label("评审委员", "Committee member")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("batch_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    PART_OF: ClassVar[str] = "batch_id"

    batch_id: Mapped[str] = mapped_column(
        refers("title_batch.id"), index=True, info=field("职称批次", "Batch", Kind.LINK, link="title_batch")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(36), info=field("姓名", "Name", Kind.NAME, width=10))
    unit: Mapped[str | None] = mapped_column(String(80), info=field("单位", "Unit", width=24))
    title: Mapped[str | None] = mapped_column(String(40), info=field("职称", "Title", width=12))
    role: Mapped[CommitteeRole] = mapped_column(
        default=CommitteeRole.MEMBER, info=field("委员会职务", "Role", width=12)
    )
    present: Mapped[bool] = mapped_column(default=False, info=field("到会", "Present", Kind.FLAG, width=6))
    term_until: Mapped[date | None] = mapped_column(info=field("专家任期至", "Term until", Kind.DATE, rule="date"))


def _votes(zh: str, en: str) -> Mapped[int | None]:
    return mapped_column(info=field(zh, en, Kind.NUMBER, width=8, rule="count"))


class TitleApplication(Record):
    """One student's application in a batch; what was judged at its submission is kept in its snapshots."""

    __tablename__ = "title_application"
    __table_args__ = (
        UniqueConstraint("batch_id", "student_id"),
        CheckConstraint("work_months IS NULL OR work_months >= 0", name="work_months"),
        CheckConstraint("votes_for >= 0 AND votes_against >= 0 AND votes_abstain >= 0", name="votes"),
    )
    LABEL: ClassVar[Label] = Label("职称申报", "Title application")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("application_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("application_no", "student_id")
    CHIPS: ClassVar[str] = "status"
    BY_STEPS: ClassVar[bool] = True

    application_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("申报编号", "Application no.", Kind.IDENTIFIER, width=14)
    )
    batch_id: Mapped[str] = mapped_column(
        refers("title_batch.id"), index=True, info=field("职称批次", "Batch", Kind.LINK, width=20, link="title_batch")
    )
    student_id: Mapped[str] = mapped_column(
        refers("student.id"), index=True, info=field("学生", "Student", Kind.LINK, link="student")
    )
    apply_kind: Mapped[ApplyKind] = mapped_column(
        default=ApplyKind.REVIEW, info=field("申报方式", "Kind of application", width=8)
    )
    series: Mapped[str] = mapped_column(String(20), default="工程", info=field("职称系列", "Series", width=8))
    specialty: Mapped[str | None] = mapped_column(String(40), info=field("申报专业", "Specialty", width=16))
    target_title: Mapped[str] = mapped_column(String(20), default="工程师", info=field("申报职称", "Title", width=10))
    target_level: Mapped[TitleLevel] = mapped_column(
        default=TitleLevel.INTERMEDIATE, info=field("职称级别", "Level", width=8)
    )
    work_months: Mapped[int | None] = mapped_column(
        info=field("毕业时累计工作月数", "Months of work at graduation", Kind.NUMBER, width=10, rule="count")
    )
    status: Mapped[TitleApplicationStatus] = mapped_column(
        default=TitleApplicationStatus.DRAFT, info=field("状态", "Status", width=10)
    )
    submitted_on: Mapped[date | None] = mapped_column(info=field("提交日期", "Submitted on", Kind.DATE, rule="date"))
    prelim_on: Mapped[date | None] = mapped_column(info=field("初审日期", "Checked on", Kind.DATE, rule="date"))
    prelim_by: Mapped[str | None] = mapped_column(String(80), info=field("初审人", "Checked by"))
    prelim_opinion: Mapped[str | None] = mapped_column(info=field("初审意见", "Opinion", Kind.LONG, width=20))
    votes_for: Mapped[int | None] = _votes("同意票", "For")
    votes_against: Mapped[int | None] = _votes("反对票", "Against")
    votes_abstain: Mapped[int | None] = _votes("弃权票", "Abstained")
    qualified_on: Mapped[date | None] = mapped_column(
        info=field("取得资格日期", "Qualified on", Kind.DATE, rule="date")
    )
    cert_no: Mapped[str | None] = mapped_column(
        String(40), unique=True, info=field("证书编号", "Certificate no.", Kind.IDENTIFIER, width=16)
    )
    cert_issued_on: Mapped[date | None] = mapped_column(info=field("发证日期", "Issued on", Kind.DATE, rule="date"))
    certificate_id: Mapped[str | None] = mapped_column(
        refers("issued_document.id"),
        index=True,
        info=field("证书文书", "Certificate issued", Kind.LINK, width=20, link="issued_document"),
    )
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))
