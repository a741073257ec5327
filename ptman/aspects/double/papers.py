"""The papers of double supervision: whom to remind of guidance, the assessment of one or of a year, whom to tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.double import contributions, guiding, naming
from ptman.aspects.double.consequences import Consequences
from ptman.aspects.double.contributions import Contribution
from ptman.aspects.double.guiding import GuidedRow
from ptman.aspects.double.leaving_rows import Foreseen
from ptman.labels import Label, Lang
from ptman.models import SupervisorAssessment
from ptman.models.core import fields_of
from ptman.register import titles
from ptman.register.sender import Sender, sender
from ptman.reports.report import Align, Block, Facts, Format, Heading, Paragraph, Report, Signature, Table
from ptman.rules import dates, measures
from ptman.rules.supervisors import assessing

NONE = "—"
REMIND = Label("指导情况提醒名单", "Guidance to be given this term")
REMIND_WORDS = Label(
    "{} 学期规定每名学生由每位导师至少指导 {} 次。下列学生尚未达到，请导师安排指导并登记。",
    "In the term {} each supervisor guides each student at least {} times. These students fall short of that.",
)
REMIND_HEADS = (
    Label("导师", "Supervisor"),
    Label("学院/单位", "Unit"),
    Label("手机", "Mobile"),
    Label("学生（本学期次数）", "Students (times this term)"),
)
ALL_GUIDED = Label("本学期每名学生的指导次数都已达到。", "Everybody has been guided as often as asked.")
ASSESS = Label("企业导师考核表", "Assessment of an industry supervisor")
SHEET = Label("企业导师年度考核汇总表", "Assessments of industry supervisors")
YEAR = Label("考核学年", "School year")
NAME, UNIT = Label("姓名", "Name"), Label("工作单位", "Organisation")
OPINION = Label("管理部门意见", "Opinion of the office")
DONE = Label("统计所据的事项", "What was counted")
DONE_HEADS = (Label("日期", "Date"), Label("类别", "Kind"), Label("内容", "What"))
TELL_HEADS = (
    Label("姓名", "Name"),
    Label("身份", "Part"),
    Label("单位", "Unit"),
    Label("手机", "Mobile"),
    Label("邮箱", "Email"),
    Label("告知内容", "What to tell"),
)
TELL, MOVES = Label("需告知的人员", "Whom to tell"), Label("学生变动", "Students who move")
MOVE_HEADS = (
    Label("学号", "Student no."),
    Label("姓名", "Name"),
    Label("角色", "Role"),
    Label("原来", "Before"),
    Label("改为", "After"),
)
COUNTED = ("students_guided", "guidance_count", "lectures", "thesis_reviews", "defences")
JUDGED = ("score", "level", "decision")


def reminders_of(session: Session, today: date, lang: Lang) -> Report:
    """Supervisors with students whom they have guided less than asked, each with those students."""
    by, found = sender(session, today, lang), guiding.matrix(session, today)
    short: dict[str, list[GuidedRow]] = defaultdict(list)
    for one in found.rows:
        if one.short:
            short[one.guide.id].append(one)
    term = f"{found.term.start} – {found.term.end}"
    table = Table(
        heads=tuple(head.text(lang) for head in REMIND_HEADS),
        rows=tuple(_reminded(pupils, lang) for pupils in short.values()),
        widths=(12.0, 24.0, 16.0, 48.0),
        empty=ALL_GUIDED.text(lang),
    )
    words = Paragraph(REMIND_WORDS.text(lang).format(term, found.least))
    return _report(REMIND, (words, table, _signed(by, today)), by, today)


def assessment_of(session: Session, key: str, today: date, lang: Lang) -> Report:
    """The form of one assessment. PtmanError `no-record`, `no-parameter`."""
    one = session.get(SupervisorAssessment, key)
    if one is None:
        raise titles.gone("supervisor_assessment")
    by, who = sender(session, today, lang), naming.names(session).people[one.industry_supervisor_id]
    said = _fields(one, lang)
    pairs = (
        (NAME.text(lang), f"{who.name}（{who.number}）" if lang is Lang.ZH else f"{who.name} ({who.number})"),
        (UNIT.text(lang), who.unit),
        (YEAR.text(lang), f"{one.year}–{one.year + 1}"),
        *(said[key] for key in (*COUNTED, *JUDGED, "assessed_on", "comment")),
        (OPINION.text(lang), ""),
    )
    tall = frozenset({said["comment"][0], OPINION.text(lang)})
    number = f"{who.number} {one.year}–{one.year + 1}"
    done = contributions.contributions(session, *assessing.span(one.year)).get(one.industry_supervisor_id, ())
    listed = (Heading(DONE.text(lang)), _done(done, said, lang)) if done else ()
    return _report(ASSESS, (Facts(pairs, tall=tall), *listed, _signed(by, today)), by, today, number)


def sheet_of(session: Session, year: int, today: date, lang: Lang) -> Report:
    """Every assessment of a school year on one list, by number."""
    by, names = sender(session, today, lang), naming.names(session).people
    query = select(SupervisorAssessment).where(
        SupervisorAssessment.year == year, SupervisorAssessment.retired_on.is_(None)
    )
    found = sorted(session.scalars(query), key=lambda one: names[one.industry_supervisor_id].number)
    declared = {one.key: one.label.text(lang) for one in fields_of(SupervisorAssessment)}
    heads = (NAME.text(lang), UNIT.text(lang), *(declared[key] for key in (*COUNTED, *JUDGED)))
    rows = []
    for one in found:
        who, said = names[one.industry_supervisor_id], _fields(one, lang)
        rows.append((who.name, who.unit, *(said[key][1] for key in (*COUNTED, *JUDGED))))
    aligns = (Align.LEFT, Align.LEFT, *[Align.RIGHT] * len(COUNTED), Align.RIGHT, Align.CENTRE, Align.CENTRE)
    table = Table(heads, tuple(rows), widths=(12.0, 30.0, *[10.0] * 8), aligns=aligns)
    span = f"{year}–{year + 1}"
    return _across(_report(SHEET, (table, _signed(by, today)), by, today, span))


def tell_of(session: Session, about: tuple[Foreseen, Consequences], today: date, lang: Lang) -> Report:
    """Who moves and whom to tell, to be worked through by telephone."""
    (seen, found), by = about, sender(session, today, lang)
    moves = Table(
        heads=tuple(head.text(lang) for head in MOVE_HEADS),
        rows=tuple(
            (one.number, one.name, one.role.label.text(lang), one.old or NONE, one.new or one.why.text(lang) or NONE)
            for one in seen.moves
        ),
        widths=(12.0, 12.0, 14.0, 14.0, 48.0),
    )
    people = Table(
        heads=tuple(head.text(lang) for head in TELL_HEADS),
        rows=tuple(
            (one.name, one.part.text(lang), one.unit, one.mobile or NONE, one.email or NONE, one.what.text(lang))
            for one in found.people
        ),
        widths=(9.0, 9.0, 18.0, 12.0, 22.0, 30.0),
    )
    blocks = (Heading(MOVES.text(lang)), moves, Heading(TELL.text(lang)), people)
    return _across(_report(seen.title, blocks, by, today))


def _done(done: Sequence[Contribution], said: Mapping[str, tuple[str, str]], lang: Lang) -> Table:
    """What was counted besides guidance, by day."""
    rows = tuple((one.on.isoformat(), said[one.kind][0], one.what) for one in done)
    return Table(tuple(head.text(lang) for head in DONE_HEADS), rows, widths=(16.0, 20.0, 64.0))


def _reminded(pupils: list[GuidedRow], lang: Lang) -> tuple[str, ...]:
    who, comma = pupils[0].guide, "、" if lang is Lang.ZH else ", "
    bracket = "（{}）" if lang is Lang.ZH else " ({})"
    return who.name, who.unit, who.mobile or NONE, comma.join(one.name + bracket.format(one.total) for one in pupils)


def _fields(one: SupervisorAssessment, lang: Lang) -> dict[str, tuple[str, str]]:
    """Label and value of every field as the paper shows them."""
    found = {}
    for declared in fields_of(SupervisorAssessment):
        value = getattr(one, declared.key)
        if declared.choices is not None and value is not None:
            text = declared.choices(value).label.text(lang)
        else:
            text = NONE if value is None else measures.said(declared.kind, value)
        found[declared.key] = (declared.label.text(lang), text)
    return found


def _signed(by: Sender, today: date) -> Signature:
    return Signature(by.name, dates.said(today, by.lang))


def _report(title: Label, blocks: tuple[Block, ...], by: Sender, today: date, number: str = "") -> Report:
    return Report(title.text(by.lang), blocks, today, by.lang, issuer=by.name, number=number)


def _across(made: Report) -> Report:
    return replace(made, format=Format.LANDSCAPE)
