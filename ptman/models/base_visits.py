"""Looking at a base before and while it is used: visits, checks of compliance, posts (domain §3.3, §3.4, §3.8)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind
from ptman.labels import Label
from ptman.models.choices_bases import CheckKind, ComplianceItem, Found, VisitConclusion, VisitPoint
from ptman.models.core import Record, field, refers


class SiteVisit(Record):
    """One visit to a base, and whether it is recommended; it is planned as long as it has no conclusion."""

    __tablename__ = "site_visit"
    __table_args__ = (UniqueConstraint("base_id", "visited_on"),)
    LABEL: ClassVar[Label] = Label("实地考察", "Site visit")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("base_id", "visited_on")
    SORT: ClassVar[tuple[str, ...]] = ("-visited_on",)
    CHIPS: ClassVar[str] = "conclusion"

    base_id: Mapped[str] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    visited_on: Mapped[date] = mapped_column(
        info=field(
            "考察日期",
            "Visited on",
            Kind.DATE,
            rule="date",
            due=Label("实地考察待办", "Site visit to be made or concluded"),
        )
    )
    visitors: Mapped[str] = mapped_column(String(120), info=field("考察人", "Visitors", width=20))
    note: Mapped[str | None] = mapped_column(info=field("考察情况", "What was found", Kind.LONG, width=30))
    conclusion: Mapped[VisitConclusion | None] = mapped_column(info=field("考察结论", "Conclusion", width=12))
    signed_by: Mapped[str | None] = mapped_column(String(36), info=field("签字人", "Signed by"))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["conclusion"] is not None


class SiteFinding(Record):
    """One point looked at on a visit."""

    __tablename__ = "site_finding"
    __table_args__ = (UniqueConstraint("visit_id", "point"),)
    LABEL: ClassVar[Label] = Label("考察项", "Point of the visit")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("visit_id", "point")
    TITLE: ClassVar[tuple[str, ...]] = ("point",)
    PART_OF: ClassVar[str] = "visit_id"

    visit_id: Mapped[str] = mapped_column(
        refers("site_visit.id"), index=True, info=field("考察", "Visit", Kind.LINK, link="site_visit")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    point: Mapped[VisitPoint] = mapped_column(info=field("考察项", "Point", width=14))
    found: Mapped[Found] = mapped_column(default=Found.NOT_ASKED, info=field("结果", "Found", width=8))
    note: Mapped[str | None] = mapped_column(String(200), info=field("说明", "Note", width=30))


class BasePost(Record):
    """A post that a base offers in a period, with its seats; together they are the base's seats where none are set."""

    __tablename__ = "base_post"
    __table_args__ = (
        UniqueConstraint("base_id", "period_id", "name"),
        CheckConstraint("seats >= 0", name="seats"),
    )
    LABEL: ClassVar[Label] = Label("岗位", "Post")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("base_id", "period_id", "name")
    SEARCHED: ClassVar[tuple[str, ...]] = ("requirement",)

    base_id: Mapped[str] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    period_id: Mapped[str] = mapped_column(
        refers("period.id"), index=True, info=field("批次", "Period", Kind.LINK, width=16, link="period")
    )
    name: Mapped[str] = mapped_column(String(60), info=field("岗位名称", "Post", width=20))
    seats: Mapped[int] = mapped_column(info=field("人数", "Seats", Kind.NUMBER, width=6, rule="count"))
    staff_count: Mapped[int | None] = mapped_column(
        info=field("该岗位职工数", "Staff at the post", Kind.NUMBER, width=8, rule="count")
    )
    category_code: Mapped[str | None] = mapped_column(
        refers("degree_category.code"),
        index=True,
        info=field("面向类别", "Category", Kind.LINK, link="degree_category"),
    )
    requirement: Mapped[str | None] = mapped_column(info=field("要求", "Requirement", Kind.LONG, width=24))
    weekly_hours: Mapped[int | None] = mapped_column(
        info=field("周时长", "Hours a week", Kind.NUMBER, width=8, rule="count")
    )
    stipend: Mapped[int | None] = mapped_column(
        BigInteger, info=field("补助（元/月）", "Stipend (yuan a month)", Kind.MONEY, width=10)
    )


class ComplianceCheck(Record):
    """One check of a base: a yearly one of all eighteen points, or one of those that are about safety."""

    __tablename__ = "compliance_check"
    __table_args__ = (UniqueConstraint("base_id", "kind", "checked_on"),)
    LABEL: ClassVar[Label] = Label("合规检查", "Compliance check")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("base_id", "kind", "checked_on")
    SORT: ClassVar[tuple[str, ...]] = ("-checked_on",)
    CHIPS: ClassVar[str] = "kind"
    LATEST_OF: ClassVar[tuple[str, ...]] = ("base_id", "kind")

    base_id: Mapped[str] = mapped_column(
        refers("training_base.id"), index=True, info=field("基地", "Base", Kind.LINK, width=24, link="training_base")
    )
    kind: Mapped[CheckKind] = mapped_column(default=CheckKind.YEARLY, info=field("检查类别", "Kind", width=10))
    checked_on: Mapped[date] = mapped_column(info=field("检查日期", "Checked on", Kind.DATE, rule="date"))
    checked_by: Mapped[str | None] = mapped_column(String(60), info=field("检查人", "Checked by", width=14))
    remark: Mapped[str | None] = mapped_column(info=field("处理意见", "What is to be done", Kind.LONG, width=30))
    cure_by: Mapped[date | None] = mapped_column(
        info=field(
            "整改期限", "To be cured by", Kind.DATE, rule="date", due=Label("基地整改到期", "Base to be put right")
        )
    )
    next_on: Mapped[date | None] = mapped_column(
        info=field(
            "下次检查日期", "Next check on", Kind.DATE, rule="date", due=Label("基地检查到期", "Base to be checked")
        )
    )


class ComplianceLine(Record):
    """One point of a check and what was found."""

    __tablename__ = "compliance_line"
    __table_args__ = (UniqueConstraint("check_id", "item"),)
    LABEL: ClassVar[Label] = Label("检查项", "Point")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("check_id", "item")
    TITLE: ClassVar[tuple[str, ...]] = ("item",)
    PART_OF: ClassVar[str] = "check_id"

    check_id: Mapped[str] = mapped_column(
        refers("compliance_check.id"), index=True, info=field("检查", "Check", Kind.LINK, link="compliance_check")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    item: Mapped[ComplianceItem] = mapped_column(info=field("检查项", "Point", width=24))
    found: Mapped[Found] = mapped_column(default=Found.NOT_ASKED, info=field("结果", "Found", width=8))
    note: Mapped[str | None] = mapped_column(String(200), info=field("说明", "Note", width=30))
