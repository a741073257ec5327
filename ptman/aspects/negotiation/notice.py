"""The notice of a meeting (D11): when, where, who, what is on the agenda and what earlier meetings left open."""

from datetime import date

from ptman.aspects.negotiation import saying
from ptman.aspects.negotiation.rows import ActionRow, Agenda, AttendeeRow
from ptman.labels import Label, Lang
from ptman.models.choices_negotiation import AttendeeRole
from ptman.register.sender import Sender
from ptman.reports.report import Align, Block, Facts, Heading, Paragraph, Points, Report, Signature, Table
from ptman.rules import dates

TITLE = Label("关于召开{}的通知", "Notice of meeting: {}")
GREETING = Label("各有关单位：", "To all concerned,")
OPENING = Label(
    "为落实合作协议，推进联合培养工作，定于近期召开{}。现将有关事项通知如下。",
    "You are invited to {}. The particulars are as follows.",
)
TIME, PLACE = Label("会议时间", "Time"), Label("会议地点", "Place")
CHAIR, CONTACT = Label("主持人", "Chair"), Label("联系人", "Contact")
PEOPLE = Label("参会人员", "Participants")
TOPICS = Label("会议议题", "Agenda")
OPEN = Label("待落实的议定事项", "Open action items")
REPLY = Label(
    "请参会人员会前准备好汇报材料；因故不能参会的，请提前向联系人请假。",
    "Please bring what you are to report on. If you cannot come, please tell the contact beforehand.",
)
REQUEST = Label("有关要求", "Please note")
HEADS = (
    Label("编号", "No."),
    Label("事项", "Item"),
    Label("责任单位", "Lead"),
    Label("责任人", "Owner"),
    Label("时限", "Due"),
    Label("逾期天数", "Days late"),
)
WIDTHS = (19.0, 30.0, 20.0, 10.0, 16.0, 8.0)


def report(agenda: Agenda, by: Sender, today: date) -> Report:
    lang, meeting = by.lang, agenda.meeting
    post = f" {meeting.host_post}" if meeting.host_post else ""
    contact = " ".join(part for part in (by.contact, by.phone) if part)
    facts = Facts(
        (
            (TIME.text(lang), saying.when(meeting, lang)),
            (PLACE.text(lang), saying.where(meeting, lang)),
            (CHAIR.text(lang), f"{meeting.host}{post}" or saying.NONE),
            (CONTACT.text(lang), contact or saying.NONE),
        ),
        across=1,
    )
    blocks: list[Block] = [
        Paragraph(GREETING.text(lang), indent=False),
        Paragraph(OPENING.text(lang).format(meeting.title)),
        facts,
    ]
    sections: list[tuple[Label, list[Block]]] = [
        (PEOPLE, _people(agenda.attendees, lang)),
        (TOPICS, [_topics(agenda, lang)] if agenda.topics else []),
        (OPEN, [items(agenda.carried, by)] if agenda.carried else []),
        (REQUEST, [Paragraph(REPLY.text(lang))]),
    ]
    shown = [(label, body) for label, body in sections if body]
    for at, (label, body) in enumerate(shown, 1):
        blocks += [Heading(saying.numbered(at, label.text(lang), lang)), *body]
    blocks.append(Signature(by.name, dates.said(today, lang)))
    title = TITLE.text(lang).format(meeting.title)
    return Report(title, tuple(blocks), today, lang, issuer=by.name, trace=meeting.number, red_head=lang is Lang.ZH)


def items(rows: tuple[ActionRow, ...], by: Sender, *, late: bool = True) -> Table:
    """Action items as a table, as notice, minutes and brief show them; how late they are where that is asked."""
    shown = len(HEADS) if late else len(HEADS) - 1
    return Table(
        heads=tuple(head.text(by.lang) for head in HEADS[:shown]),
        rows=tuple(
            (
                row.number,
                row.content,
                saying.lead(row, by.name),
                row.owner or saying.NONE,
                row.due_on.isoformat() if row.due_on else saying.NONE,
                str(row.days_late) if row.days_late else saying.NONE,
            )[:shown]
            for row in rows
        ),
        widths=WIDTHS[:shown],
        aligns=(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.CENTRE, Align.RIGHT)[:shown],
    )


def _people(people: tuple[AttendeeRow, ...], lang: Lang) -> list[Block]:
    return [
        Paragraph(said, lead=f"{role.label.zh}：" if lang is Lang.ZH else f"{role.label.en}: ")
        for role in (AttendeeRole.ATTEND, AttendeeRole.OBSERVE)
        if (said := saying.by_unit(people, role, lang))
    ]


def _topics(agenda: Agenda, lang: Lang) -> Points:
    bracket = "（{}）" if lang is Lang.ZH else " ({})"
    lines = [one.title + (bracket.format(one.presenter) if one.presenter else "") for one in agenda.topics]
    return Points(tuple(lines), numbered=True)
