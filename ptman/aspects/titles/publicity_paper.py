"""The publicity list (D15): name, masked number, field, title; nothing else of a person is made public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ptman.aspects.titles import saying
from ptman.aspects.titles.rows import ApplicationRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing
from ptman.register import rows
from ptman.register.sender import Sender
from ptman.reports.report import Align, Paragraph, Report, Signature, Table
from ptman.rules import dates, masking

TITLE = Label("职称评审结果公示名单", "Results of the review for the professional title")
OPENING = Label(
    "经评审委员会评审，下列 {count} 人通过{title}职称评审，现予公示。公示期为{start}至{end}（{least}）。",
    "The review committee has passed the following {count} for the title {title}. They are made public from {start} "
    "to {end} ({least}).",
)
UNDATED = Label(
    "经评审委员会评审，下列 {count} 人通过{title}职称评审，现予公示。公示期{least}，起止日期另行通知。",
    "The review committee has passed the following {count} for the title {title}. They are made public for {least}; "
    "the days will be announced.",
)
OBJECT = Label(
    "公示期间如有异议，请署实名以书面形式向{office}反映并附相关材料。",
    "Whoever objects writes to {office} under their own name and encloses what proves it.",
)
CONTACT, PHONE = Label("联系人：{}。", " Contact: {}."), Label("电话：{}。", " Telephone: {}.")
HEADS = (
    Label("序号", "No."),
    Label("姓名", "Name"),
    Label("学号", "Student no."),
    Label("专业学位类别", "Degree category"),
    Label("申报专业", "Specialty"),
    Label("拟取得职称", "Title"),
)
NONE = Label("本批次还没有通过评审的人员。", "Nobody of this batch has passed the review yet.")
LIST = rows.blank(
    "title-publicity",
    "title_application",
    Label("职称公示名单", "Publicity list"),
    (
        Column("seq", HEADS[0], Kind.NUMBER, 6),
        Column("name", HEADS[1], Kind.NAME, 10),
        Column("student_no", HEADS[2], Kind.IDENTIFIER, 14),
        Column("category", HEADS[3], width=18),
        Column("specialty", HEADS[4], width=20),
        Column("target_title", HEADS[5], width=12),
    ),
)


@dataclass(frozen=True, slots=True)
class Publicity:
    """What is made public of one batch."""

    batch: str
    notice: str
    days: tuple[date | None, date | None]
    least: Label
    rows: tuple[ApplicationRow, ...]


def report(found: Publicity, by: Sender, today: date) -> Report:
    lang = by.lang
    start, end = found.days
    opening = OPENING if start and end else UNDATED
    between = "、" if lang.value == "zh" else ", "
    said = opening.text(lang).format(
        count=len(found.rows),
        title=between.join(sorted({one.target for one in found.rows})),
        start=dates.said(start, lang),
        end=dates.said(end, lang),
        least=found.least.text(lang),
    )
    table = Table(
        tuple(head.text(lang) for head in HEADS),
        tuple(
            (str(at), one.name, masked(one), one.category.text(lang), saying.or_none(one.specialty), one.target)
            for at, one in enumerate(found.rows, 1)
        ),
        widths=(8.0, 14.0, 18.0, 24.0, 26.0, 16.0),
        aligns=(Align.RIGHT, *(Align.LEFT,) * 5),
        empty=NONE.text(lang),
    )
    reached = ((CONTACT, by.contact), (PHONE, by.phone))
    objecting = OBJECT.text(lang).format(office=by.name)
    objecting += "".join(label.text(lang).format(said) for label, said in reached if said)
    opened = (Paragraph(said),) if found.rows else ()
    closing = (Paragraph(objecting),) if found.rows else ()
    blocks = (*opened, table, *closing, Signature(by.name, dates.said(today, lang)))
    return Report(
        TITLE.text(lang),
        blocks,
        today,
        lang,
        issuer=by.name,
        subtitle=found.batch,
        number=found.notice,
        trace=found.batch,
    )


def masked(one: ApplicationRow) -> str:
    """The number as it may be made public."""
    return masking.student_no(one.student_no)


def listing(found: Sequence[ApplicationRow]) -> Listing:
    """The same for a workbook."""
    return rows.listing(
        LIST,
        (
            rows.Entry(
                one.ref.id,
                {
                    "seq": at,
                    "name": one.name,
                    "student_no": masked(one),
                    "category": one.category,
                    "specialty": one.specialty,
                    "target_title": one.target,
                },
            )
            for at, one in enumerate(found, 1)
        ),
    )
