"""The practice ledger of one student as a paper: placements, what counts, and every requirement with its standing."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import ledgers
from ptman.labels import Label, Lang
from ptman.ledgers import Placed, Practice
from ptman.models import Person, Student
from ptman.register.sender import sender
from ptman.reports.report import Block, Facts, Heading, Report, Signature, Table
from ptman.rules.findings import Finding
from ptman.rules.months import Segment
from ptman.rules.practice.ledger import BarKind

TITLE = Label("专业实践台账", "Practice ledger")
NO, NAME, TOTAL = Label("学号", "Student no."), Label("姓名", "Name"), Label("累计", "In all")
WINDOW = Label("实践期", "Window of practice")
STAYS, TESTS, SPECIAL = Label("各段实践", "Placements"), Label("要求", "Requirements"), Label("特别时段", "Other days")
STAY_HEADS = (
    Label("实践编号", "No."),
    Label("基地", "Base"),
    Label("形式", "Form"),
    Label("起止", "From – to"),
    Label("状态", "Status"),
    Label("计入", "Counts"),
)
TEST_HEADS = (
    Label("要求", "Requirement"),
    Label("标准", "Asked"),
    Label("现有", "Has"),
    Label("结论", "Standing"),
    Label("还差/怎么办", "Missing, what to do"),
)
YES, NO_DAYS = Label("是", "yes"), Label("否", "no")
SHOWN = frozenset({BarKind.INTERRUPTION, BarKind.OVERLAP, BarKind.GAP, BarKind.OUTSIDE})


def report_of(session: Session, student_id: str, today: date, lang: Lang) -> Report:
    """PtmanError `no-parameter`."""
    student = session.get_one(Student, student_id)
    person, by = session.get_one(Person, student.person_id), sender(session, today, lang)
    found = ledgers.ledger(session, student_id, today)
    window = found.case.terms.window
    head = Facts(
        (
            (NO.text(lang), student.student_no),
            (NAME.text(lang), person.name),
            (TOTAL.text(lang), found.summary.text(lang)),
            (WINDOW.text(lang), _span(window) if window else ""),
        )
    )
    blocks: list[Block] = [head, Heading(STAYS.text(lang), 2), _stays(found, lang)]
    blocks += [*_special(found, lang), Heading(TESTS.text(lang), 2), _tests(found, lang)]
    blocks.append(Signature(by.name, today.isoformat()))
    return Report(TITLE.text(lang), tuple(blocks), today, lang, issuer=by.name, trace=student.student_no)


def _stays(found: Practice, lang: Lang) -> Table:
    heads = tuple(one.text(lang) for one in STAY_HEADS)
    empty = Label("还没有实践。", "No placement yet.").text(lang)
    return Table(heads, tuple(_stay(one, lang) for one in found.placed), (18, 24, 14, 20, 10, 6), empty=empty)


def _stay(one: Placed, lang: Lang) -> tuple[str, ...]:
    counts = YES if one.stay is not None else NO_DAYS
    return (one.number, one.base, one.form.text(lang), _span(one.days), one.status.text(lang), counts.text(lang))


def _special(found: Practice, lang: Lang) -> list[Block]:
    rows = tuple(
        (one.kind.label.text(lang), _span(one.days), str((one.days.end - one.days.start).days + 1))
        for one in found.ledger.bars
        if one.kind in SHOWN
    )
    if not rows:
        return []
    heads = tuple(one.text(lang) for one in (SPECIAL, Label("起止", "From – to"), Label("天数", "Days")))
    return [Heading(SPECIAL.text(lang), 2), Table(heads, rows, (20, 40, 10))]


def _tests(found: Practice, lang: Lang) -> Table:
    heads = tuple(one.text(lang) for one in TEST_HEADS)
    return Table(heads, tuple(_test(one, lang) for one in found.findings), (24, 18, 14, 12, 32))


def _test(one: Finding, lang: Lang) -> tuple[str, ...]:
    parts = [part.text(lang) for part in (one.gap, one.cure) if part is not None]
    said = [part.text(lang) if part else "" for part in (one.threshold, one.value)]
    state = one.standing.label.text(lang)
    if one.borderline:
        state += Label("（临界）", " (borderline)").text(lang)
    return (one.label.text(lang), *said, state, "；".join(parts) if lang is Lang.ZH else "; ".join(parts))


def _span(days: Segment) -> str:
    return f"{days.start} – {days.end}"
