"""The minutes of a meeting (D11): what was said, resolved and promised, who does what, who was there."""

from datetime import date

from ptman.aspects.negotiation import notice, saying
from ptman.aspects.negotiation.rows import Agenda, PromiseRow, TopicRow
from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.models.choices_negotiation import AttendeeRole, CommitmentStatus
from ptman.register.sender import Sender
from ptman.reports.report import Align, Block, Heading, Paragraph, Report, Table
from ptman.rules import dates

TITLE = Label("{}纪要", "Minutes: {}")
OPENING = Label(
    "{when}，{host}在{place}主持召开{title}。现将会议情况和议定事项纪要如下。",
    "{title} was held on {when} at {place}, chaired by {host}. These are the minutes.",
)
RESOLVED = Label("会议议定：", "Resolved: ")
REVIEW = Label("上次会议议定事项落实情况", "Items carried over")
ACTIONS = Label("议定事项及责任分工", "Action items")
PROMISES = Label("承诺事项", "Commitments")
NEXT = Label("下次会议", "Next meeting")
PLANNED = Label("下次会议定于{}召开。", "The next meeting is planned for {}.")
RECORDER = Label("记录：", "Recorded by: ")
NOBODY = Label("负责人", "the head of the office")
PROMISE_HEADS = (
    Label("编号", "No."),
    Label("单位", "Partner"),
    Label("承诺内容", "Commitment"),
    Label("数量", "Amount"),
    Label("自", "From"),
)


def report(agenda: Agenda, by: Sender, today: date) -> Report:
    """PtmanError `nothing-minuted` where no topic has anything said or resolved yet."""
    lang, meeting = by.lang, agenda.meeting
    said = tuple(one for one in agenda.topics if one.summary or one.resolution)
    if not said and not agenda.raised:
        raise PtmanError(
            "nothing-minuted",
            f"会议 {meeting.number} 还没有任何议题写了讨论情况或议定事项，没有生成纪要。请先填写议题。",
            f"No topic of meeting {meeting.number} has anything said or resolved yet. No minutes were written; "
            "fill in the topics first.",
        )
    sections: list[tuple[str, list[Block]]] = []
    if agenda.carried:
        sections.append((REVIEW.text(lang), [notice.items(agenda.carried, by)]))
    sections += [(one.title, _topic(one, lang)) for one in said]
    if agenda.raised:
        sections.append((ACTIONS.text(lang), [notice.items(agenda.raised, by, late=False)]))
    promised = tuple(one for one in agenda.promises if one.status is not CommitmentStatus.WITHDRAWN)
    if promised:
        sections.append((PROMISES.text(lang), [_promises(promised, lang)]))
    if meeting.next_on:
        day = dates.said(meeting.next_on, lang)
        sections.append((NEXT.text(lang), [Paragraph(PLANNED.text(lang).format(day))]))
    blocks: list[Block] = [Paragraph(_opening(agenda, lang))]
    for at, (title, body) in enumerate(sections, 1):
        blocks += [Heading(saying.numbered(at, title, lang)), *body]
    blocks += _present(agenda, lang)
    return Report(
        title=TITLE.text(lang).format(meeting.title),
        blocks=tuple(blocks),
        dated=today,
        lang=lang,
        issuer=f"{by.name}会议纪要" if lang is Lang.ZH else by.name,
        number=meeting.minutes_no,
        trace=meeting.number,
        red_head=lang is Lang.ZH,
    )


def _opening(agenda: Agenda, lang: Lang) -> str:
    meeting = agenda.meeting
    host = f"{meeting.host_post}{meeting.host}" if lang is Lang.ZH else f"{meeting.host_post} {meeting.host}"
    return OPENING.text(lang).format(
        when=saying.when(meeting, lang),
        host=host.strip() or NOBODY.text(lang),
        place=saying.where(meeting, lang),
        title=meeting.title,
    )


def _topic(one: TopicRow, lang: Lang) -> list[Block]:
    found: list[Block] = [Paragraph(one.summary)] if one.summary else []
    if one.resolution:
        found.append(Paragraph(one.resolution, lead=RESOLVED.text(lang)))
    return found


def _promises(rows: tuple[PromiseRow, ...], lang: Lang) -> Table:
    return Table(
        heads=tuple(head.text(lang) for head in PROMISE_HEADS),
        rows=tuple(
            (one.number, one.partner, one.content, f"{one.amount}{one.unit}", one.from_on.isoformat()) for one in rows
        ),
        widths=(18.0, 26.0, 32.0, 10.0, 16.0),
        aligns=(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.CENTRE),
    )


def _present(agenda: Agenda, lang: Lang) -> list[Block]:
    """Who attended, looked on, was on leave: after the body, as the form asks."""
    colon = "：" if lang is Lang.ZH else ": "
    found: list[Block] = [
        Paragraph(said, lead=f"{role.label.text(lang)}{colon}")
        for role in AttendeeRole
        if (said := saying.by_unit(agenda.attendees, role, lang))
    ]
    if agenda.meeting.recorder:
        found.append(Paragraph(agenda.meeting.recorder, lead=RECORDER.text(lang)))
    return found
