"""The follow-up sheet of one action item (D12): what was resolved, by when, how far it is, with room for the answer."""

from datetime import date

from ptman.aspects.negotiation import saying
from ptman.aspects.negotiation.rows import ActionRow
from ptman.labels import Label, Lang
from ptman.register.sender import Sender
from ptman.reports.report import Block, Facts, Heading, Paragraph, Report, Signature, Table
from ptman.rules import dates

TITLE = Label("议定事项督办单", "Follow-up of an action item")
NUMBER, SOURCE = Label("事项编号", "Item no."), Label("来源会议", "Raised at")
LEAD, OWNER = Label("责任单位", "Lead unit"), Label("责任人", "Owner")
SUPPORT, DUE = Label("配合单位", "Supporting units"), Label("完成时限", "Due")
STATUS, PROGRESS = Label("状态", "Status"), Label("进度", "Progress")
CONTENT = Label("事项内容", "What is to be done")
ANSWER, CHECK = Label("办理情况（责任单位填写）", "Answer of the lead unit"), Label("核实意见", "Check by the office")
LATE = Label(
    "该事项已逾期 {} 天，请抓紧办理，并于收到本单后 5 个工作日内书面反馈。",
    "This item is {} days late. Please see to it and answer within 5 working days.",
)
PLEASE = Label("请按时限办理，并将办理情况反馈项目办公室。", "Please see to it in time and tell the office.")
NOTES = Label("办理进展", "Progress so far")
NOTE_HEADS = (Label("日期", "Date"), Label("进度", "Progress"), Label("进展情况", "What was done"))

Note = tuple[date, int, str]


def report(item: ActionRow, notes: tuple[Note, ...], by: Sender, today: date) -> Report:
    lang = by.lang
    grid = Facts(
        (
            (NUMBER.text(lang), item.number),
            (SOURCE.text(lang), f"{item.source} {item.raised_on.isoformat()}"),
            (LEAD.text(lang), saying.lead(item, by.name)),
            (OWNER.text(lang), item.owner or saying.NONE),
            (SUPPORT.text(lang), item.co_units or saying.NONE),
            (DUE.text(lang), dates.said(item.due_on, lang)),
            (STATUS.text(lang), item.status.label.text(lang)),
            (PROGRESS.text(lang), f"{item.progress}%"),
            (CONTENT.text(lang), item.content),
            (ANSWER.text(lang), item.evidence),
            (CHECK.text(lang), ""),
        ),
        tall=frozenset({CONTENT.text(lang), ANSWER.text(lang), CHECK.text(lang)}),
    )
    words = LATE.text(lang).format(item.days_late) if item.days_late else PLEASE.text(lang)
    blocks: list[Block] = [grid, Paragraph(words)]
    if notes:
        blocks += [Heading(NOTES.text(lang)), _notes(notes, lang)]
    blocks.append(Signature(by.name, dates.said(today, lang)))
    return Report(TITLE.text(lang), tuple(blocks), today, lang, issuer=by.name, number=item.number, trace=item.number)


def _notes(notes: tuple[Note, ...], lang: Lang) -> Table:
    return Table(
        heads=tuple(head.text(lang) for head in NOTE_HEADS),
        rows=tuple((day.isoformat(), f"{progress}%", words) for day, progress, words in notes),
        widths=(16.0, 10.0, 60.0),
    )
