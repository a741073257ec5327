"""Papers that sum up a cohort: its milestones, the reports to be called in, its certifications."""

from collections.abc import Sequence
from datetime import date

from ptman.aspects.talents.certifying import Tally
from ptman.aspects.talents.reading import Matrix
from ptman.aspects.talents.reported import ReportRow
from ptman.aspects.talents.rows import Shade
from ptman.labels import Label, Lang
from ptman.models.choices_talents import ReportKind
from ptman.register.sender import Sender
from ptman.reports.report import Align, Bar, Bars, Block, Heading, Paragraph, Report, Signature, Table

NONE = "—"
FIGURES, LATE = Label("各环节完成情况", "How each milestone stands"), Label("逾期名单", "Overdue")
STUDENT_NO, NAME = Label("学号", "Student no."), Label("姓名", "Name")
MILESTONE, DUE = Label("环节", "Milestone"), Label("应完成日期", "Due")
DAYS, DELAYS = Label("逾期天数", "Days late"), Label("延期次数", "Delays")
SHADES = (Shade.DONE, Shade.SUBMITTED, Shade.CONDITIONAL, Shade.OPEN, Shade.OVERDUE, Shade.FAILED, Shade.NOT_DUE)
NOBODY_LATE = Label("没有逾期的环节。", "Nothing is overdue.")
ALL_IN = Label("没有应交未交的报告。", "No report is overdue.")


OWED = (
    STUDENT_NO,
    NAME,
    Label("报告", "Report"),
    Label("应交日期", "Due"),
    DAYS,
    Label("校内导师", "Academic supervisor"),
    Label("企业导师", "Industry supervisor"),
)
CALL = Label(
    "截至{}，下列研究生的专业实践报告应交未交，请于一周内提交；导师请督促。",
    "On {} these reports on practice were overdue. Please hand them in within a week; supervisors, please help.",
)


def progress(found: Matrix, by: Sender, today: date) -> Report:
    """The figures of each milestone, then who is late with what."""
    lang = by.lang
    heads = (MILESTONE, *(one.label for one in SHADES))
    figures = Table(
        tuple(one.text(lang) for one in heads),
        tuple(
            (one.step.label.text(lang), *(str(one.of(shade)) if one.of(shade) else NONE for shade in SHADES))
            for one in found.figures
        ),
        widths=(3.0, *(1.2 for _ in SHADES)),
        aligns=(Align.LEFT, *(Align.RIGHT for _ in SHADES)),
    )
    late = [
        (
            row.pupil.number,
            row.pupil.name,
            step.label.text(lang),
            str(cell.due_on or NONE),
            str(cell.days_late),
            str(cell.delays or NONE),
        )
        for row in found.rows
        for step, cell in zip(found.steps, row.cells, strict=True)
        if cell is not None and cell.days_late
    ]
    overdue = Table(
        tuple(one.text(lang) for one in (STUDENT_NO, NAME, MILESTONE, DUE, DAYS, DELAYS)),
        tuple(late),
        widths=(1.4, 1.2, 2.0, 1.4, 1.0, 1.0),
        aligns=(Align.LEFT, Align.LEFT, Align.LEFT, Align.CENTRE, Align.RIGHT, Align.RIGHT),
        empty=NOBODY_LATE.text(lang),
    )
    title = Label(f"{found.cohort or ''}级培养进程一览", f"Milestones of cohort {found.cohort or ''}").text(lang)
    blocks: list[Block] = [Heading(FIGURES.text(lang)), figures, Heading(LATE.text(lang)), overdue]
    return Report(
        title, tuple(blocks), today, lang, issuer=by.name, subtitle=today.isoformat(), trace=today.isoformat()
    )


def reminder(found: Sequence[ReportRow], by: Sender, today: date) -> Report:
    """Which reports are late, by whom, and who guides them."""
    lang = by.lang
    late = [one for one in found if one.days_late]
    table = Table(
        tuple(one.text(lang) for one in OWED),
        tuple(
            (
                one.pupil.number,
                one.pupil.name,
                _report(one, lang),
                one.due_on.isoformat(),
                str(one.days_late),
                one.academic or NONE,
                one.industry or NONE,
            )
            for one in late
        ),
        widths=(1.5, 1.1, 1.4, 1.4, 1.0, 1.3, 1.3),
        aligns=(Align.LEFT, Align.LEFT, Align.LEFT, Align.CENTRE, Align.RIGHT, Align.LEFT, Align.LEFT),
        empty=ALL_IN.text(lang),
    )
    title = Label("关于催交专业实践报告的通知", "Overdue reports on practice").text(lang)
    blocks = (
        Paragraph(CALL.text(lang).format(_day(today, lang))),
        table,
        Signature(by.name, _day(today, lang)),
    )
    return Report(title, blocks, today, lang, issuer=by.name, trace=today.isoformat(), red_head=lang is Lang.ZH)


def certifications(found: Sequence[Tally], by: Sender, today: date) -> Report:
    """For each cohort how many hold each level, as bars against the targets."""
    lang = by.lang
    blocks: list[Block] = []
    for cohort in dict.fromkeys(one.cohort for one in found):
        mine = [one for one in found if one.cohort == cohort]
        head = Label(f"{cohort} 级（{mine[0].students} 人）", f"Cohort {cohort} ({mine[0].students} students)")
        bars = tuple(Bar(one.level.label.text(lang), one.holders, one.target or 0, _against(one, lang)) for one in mine)
        blocks += [Heading(head.text(lang)), Bars(bars)]
    note = Label(
        "持高级别证书者计入低级别；只计有效证书。",
        "Who holds a higher level counts for the lower; only valid ones count.",
    )
    title = Label("专业认证统计表", "Certifications by cohort").text(lang)
    blocks.append(Paragraph(note.text(lang), indent=False))
    return Report(
        title, tuple(blocks), today, lang, issuer=by.name, subtitle=today.isoformat(), trace=today.isoformat()
    )


def _report(one: ReportRow, lang: Lang) -> str:
    kind = one.kind.label.text(lang)
    return f"{kind} {one.cycle}" if one.kind is ReportKind.MONTHLY else kind


def _against(one: Tally, lang: Lang) -> str:
    if one.target is None:
        return str(one.holders)
    return Label(f"{one.holders} / 目标 {one.target}", f"{one.holders} of {one.target}").text(lang)


def _day(day: date, lang: Lang) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if lang is Lang.ZH else day.isoformat()
