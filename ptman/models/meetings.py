"""Meetings with the partners: series, meetings, who comes, what is on the agenda (domain §6.2)."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from ptman.fields import Kind, Sensitivity
from ptman.labels import Label
from ptman.models.choices_negotiation import AttendeeRole, MeetingKind, MeetingStatus
from ptman.models.core import Record, Rule, field, refers

TO_COME = frozenset({MeetingStatus.PLANNED, MeetingStatus.NOTICE_SENT})


class MeetingSeries(Record):
    """Meetings that return, with the units that come to them."""

    __tablename__ = "meeting_series"
    __table_args__ = (CheckConstraint("per_year IS NULL OR per_year > 0", name="per_year"),)
    LABEL: ClassVar[Label] = Label("会议系列", "Meeting series")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: Mapped[str] = mapped_column(String(60), unique=True, info=field("系列名称", "Series", width=24))
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.LIAISON, info=field("会议类型", "Kind", width=12))
    organiser_id: Mapped[str | None] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("牵头单位（空白为本院）", "Organiser (blank: us)", Kind.LINK, width=24, link="organisation"),
    )
    per_year: Mapped[int | None] = mapped_column(info=field("每年次数", "Times a year", Kind.NUMBER, width=8))
    convener: Mapped[str | None] = mapped_column(String(36), info=field("召集人", "Convener"))
    convener_post: Mapped[str | None] = mapped_column(String(40), info=field("召集人职务", "Convener's post"))
    liaison: Mapped[str | None] = mapped_column(String(36), info=field("联络员", "Liaison"))
    place: Mapped[str | None] = mapped_column(String(80), info=field("通常地点", "Usual place", width=20))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))


class MeetingSeriesMember(Record):
    """A unit that belongs to a series."""

    __tablename__ = "meeting_series_member"
    __table_args__ = (UniqueConstraint("series_id", "organisation_id"),)
    LABEL: ClassVar[Label] = Label("成员单位", "Member")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("series_id", "organisation_id")
    TITLE: ClassVar[tuple[str, ...]] = ("organisation_id",)
    PART_OF: ClassVar[str] = "series_id"

    series_id: Mapped[str] = mapped_column(
        refers("meeting_series.id"), index=True, info=field("会议系列", "Series", Kind.LINK, link="meeting_series")
    )
    organisation_id: Mapped[str] = mapped_column(
        refers("organisation.id"),
        index=True,
        info=field("成员单位", "Member", Kind.LINK, width=24, link="organisation"),
    )
    representative: Mapped[str | None] = mapped_column(String(36), info=field("代表", "Representative"))
    post: Mapped[str | None] = mapped_column(String(40), info=field("职务", "Post"))


def _hours(values: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], tuple[str, Label]]]:
    start, end = values["starts_at"], values["ends_at"]
    if isinstance(start, time) and isinstance(end, time) and end <= start:
        yield ("starts_at", "ends_at"), ("ends_at", Label("晚于开始时间的时间", "a time after the start"))


class Meeting(Record):
    """One meeting; `planned_on` is the day it is called for, and was held on."""

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("ends_at IS NULL OR starts_at IS NULL OR ends_at > starts_at", name="hours"),
        UniqueConstraint("series_id", "seq_in_series"),
    )
    LABEL: ClassVar[Label] = Label("会议", "Meeting")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("meeting_no",)
    TITLE: ClassVar[tuple[str, ...]] = ("meeting_no", "title")
    SORT: ClassVar[tuple[str, ...]] = ("-planned_on", "meeting_no")
    CHIPS: ClassVar[str] = "status"
    RULES: ClassVar[tuple[Rule, ...]] = (_hours,)
    BY_STEPS: ClassVar[bool] = True

    meeting_no: Mapped[str] = mapped_column(
        String(30), unique=True, info=field("会议编号", "Meeting no.", Kind.IDENTIFIER, width=14)
    )
    series_id: Mapped[str | None] = mapped_column(
        refers("meeting_series.id"),
        index=True,
        info=field("会议系列", "Series", Kind.LINK, width=20, link="meeting_series"),
    )
    seq_in_series: Mapped[int | None] = mapped_column(info=field("第几次", "No. in series", Kind.NUMBER, width=8))
    title: Mapped[str] = mapped_column(String(120), info=field("会议名称", "Title", width=28))
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.LIAISON, info=field("会议类型", "Kind", width=12))
    planned_on: Mapped[date] = mapped_column(
        info=field("会议日期", "Date", Kind.DATE, rule="date", due=Label("会议召开", "Meeting to be held"))
    )
    starts_at: Mapped[time | None] = mapped_column(info=field("开始时间", "From", Kind.TIME, width=8))
    ends_at: Mapped[time | None] = mapped_column(info=field("结束时间", "To", Kind.TIME, width=8))
    place: Mapped[str | None] = mapped_column(String(80), info=field("地点", "Place", width=20))
    online: Mapped[bool] = mapped_column(default=False, info=field("线上参会", "Online", Kind.FLAG, width=8))
    host_name: Mapped[str | None] = mapped_column(String(36), info=field("主持人", "Chair"))
    host_post: Mapped[str | None] = mapped_column(String(40), info=field("主持人职务", "Chair's post"))
    recorder: Mapped[str | None] = mapped_column(String(36), info=field("记录人", "Recorder"))
    status: Mapped[MeetingStatus] = mapped_column(default=MeetingStatus.PLANNED, info=field("状态", "Status", width=12))
    minutes_no: Mapped[str | None] = mapped_column(
        String(40), unique=True, info=field("纪要文号", "Minutes no.", Kind.IDENTIFIER, width=18)
    )
    next_on: Mapped[date | None] = mapped_column(info=field("下次会议", "Next meeting", Kind.DATE, rule="date"))
    remark: Mapped[str | None] = mapped_column(info=field("备注", "Remark", Kind.LONG, width=24))

    @classmethod
    @override
    def settled(cls, values: Mapping[str, Any]) -> bool:
        return values["status"] not in TO_COME


class MeetingAttendee(Record):
    """Somebody who comes, looks on, or has asked for leave: names as they were on the day."""

    __tablename__ = "meeting_attendee"
    __table_args__ = (UniqueConstraint("meeting_id", "seq"),)
    LABEL: ClassVar[Label] = Label("参会人员", "Attendee")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("meeting_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("name",)
    PART_OF: ClassVar[str] = "meeting_id"

    meeting_id: Mapped[str] = mapped_column(
        refers("meeting.id"), index=True, info=field("会议", "Meeting", Kind.LINK, width=24, link="meeting")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    name: Mapped[str] = mapped_column(String(36), info=field("姓名", "Name", Kind.NAME, width=10))
    unit: Mapped[str | None] = mapped_column(String(80), info=field("单位", "Unit", width=24))
    post: Mapped[str | None] = mapped_column(String(40), info=field("职务", "Post", width=16))
    role: Mapped[AttendeeRole] = mapped_column(
        default=AttendeeRole.ATTEND, info=field("参会方式", "Attendance", width=10)
    )
    signed_in: Mapped[bool] = mapped_column(default=False, info=field("已签到", "Signed in", Kind.FLAG, width=8))
    email: Mapped[str | None] = mapped_column(
        String(120),
        info=field("邮箱", "Email", Kind.EMAIL, width=24, rule="email", sensitivity=Sensitivity.PERSONAL),
    )


class MeetingTopic(Record):
    """One item of the agenda, what was said on it and what was resolved."""

    __tablename__ = "meeting_topic"
    __table_args__ = (UniqueConstraint("meeting_id", "seq"),)
    LABEL: ClassVar[Label] = Label("议题", "Topic")
    NATURAL_KEY: ClassVar[tuple[str, ...]] = ("meeting_id", "seq")
    TITLE: ClassVar[tuple[str, ...]] = ("meeting_id", "title")
    PART_OF: ClassVar[str] = "meeting_id"

    meeting_id: Mapped[str] = mapped_column(
        refers("meeting.id"), index=True, info=field("会议", "Meeting", Kind.LINK, width=24, link="meeting")
    )
    seq: Mapped[int] = mapped_column(info=field("序号", "No.", Kind.NUMBER, width=6))
    title: Mapped[str] = mapped_column(String(120), info=field("议题", "Topic", width=28))
    aspect_code: Mapped[str | None] = mapped_column(
        refers("coop_aspect.code"),
        index=True,
        info=field("合作方面", "Aspect", Kind.LINK, width=16, link="coop_aspect"),
    )
    presenter: Mapped[str | None] = mapped_column(String(36), info=field("汇报人", "Presented by"))
    summary: Mapped[str | None] = mapped_column(info=field("讨论情况", "Discussion", Kind.LONG, width=30))
    resolution: Mapped[str | None] = mapped_column(info=field("议定事项", "Resolution", Kind.LONG, width=30))
