"""The list of applications (D15): who applies for what, and the figures they were judged by."""

from collections.abc import Mapping, Sequence
from datetime import date

from ptman.aspects.titles import saying
from ptman.aspects.titles.proof import Figures
from ptman.aspects.titles.rows import ApplicationRow
from ptman.labels import Label, Lang
from ptman.register.sender import Sender
from ptman.reports.report import Align, Block, Format, Paragraph, Report, Signature, Table
from ptman.rules import dates

TITLE = Label("职称申报一览表", "List of applications for the professional title")
HEADS = (
    Label("序号", "No."),
    Label("申报编号", "Application"),
    Label("学号", "Student no."),
    Label("姓名", "Name"),
    Label("专业学位类别", "Degree category"),
    Label("申报专业", "Specialty"),
    Label("申报职称", "Title"),
    Label("学位课均分", "Mean"),
    Label("实践时长", "Practice"),
    Label("实践成绩", "Score"),
    Label("工作月数", "Work (months)"),
    Label("佐证核验", "Evidence"),
    Label("状态", "Status"),
)
WIDTHS = (6.0, 15.0, 13.0, 10.0, 13.0, 16.0, 10.0, 10.0, 14.0, 9.0, 9.0, 9.0, 12.0)
_RIGHT = {7, 9, 10}
NONE = Label("还没有提交的申报。", "No application has been submitted yet.")
BASIS = Label("资格依据：{}。", "Judged by {}.")


def report(
    batch: str, found: Sequence[ApplicationRow], figures: Mapping[str, Figures], by: Sender, today: date
) -> Report:
    lang = by.lang
    bases = sorted({one.rules for one in figures.values()})
    table = Table(
        heads=tuple(head.text(lang) for head in HEADS),
        rows=tuple(_row(at, one, figures.get(one.ref.id), lang) for at, one in enumerate(found, 1)),
        widths=WIDTHS,
        aligns=tuple(Align.RIGHT if at in _RIGHT else Align.LEFT for at in range(len(HEADS))),
        empty=NONE.text(lang),
    )
    between = "；" if lang is Lang.ZH else "; "
    said: tuple[Block, ...] = (Paragraph(BASIS.text(lang).format(between.join(bases))),) if bases else ()
    blocks: tuple[Block, ...] = (*said, table, Signature(by.name, dates.said(today, lang)))
    return Report(
        TITLE.text(lang),
        blocks,
        today,
        lang,
        Format.LANDSCAPE,
        issuer=by.name,
        subtitle=f"{batch}　{saying.total(len(found), lang)}",
        trace=batch,
    )


def _row(at: int, one: ApplicationRow, known: Figures | None, lang: Lang) -> tuple[str, ...]:
    done, of = one.evidence
    return (
        str(at),
        one.number,
        one.student_no,
        one.name,
        one.category.text(lang),
        saying.or_none(one.specialty),
        one.target,
        saying.or_none(known.mean if known else ""),
        known.practice.text(lang) if known else saying.NONE,
        saying.or_none(known.score if known else ""),
        str(known.work_months) if known and known.work_months is not None else saying.NONE,
        f"{done}/{of}",
        one.status.label.text(lang),
    )
