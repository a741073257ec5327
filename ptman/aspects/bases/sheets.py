"""The forms of the work with bases as papers: site visit, compliance check, evaluation."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Choice, Label, Lang
from ptman.models import (
    BaseEvaluation,
    ComplianceCheck,
    ComplianceLine,
    Organisation,
    SiteFinding,
    SiteVisit,
    TrainingBase,
)
from ptman.register import evaluations
from ptman.register.sender import Sender, sender
from ptman.reports.report import Align, Block, Facts, Heading, Report, Signature, Table
from ptman.rules import findings

VISIT = Label("实践基地实地考察表", "Site visit of a training base")
CHECK = Label("实践基地合规检查表", "Compliance check of a training base")
EVALUATION = Label("实践基地评估表", "Evaluation of a training base")
BASE, HOST = Label("基地", "Base"), Label("依托单位", "Host")
ON, BY = Label("日期", "Date"), Label("人员", "By")
POINT, FOUND, NOTE = Label("项目", "Point"), Label("结果", "Found"), Label("说明", "Note")
CONCLUSION, REMARK = Label("结论", "Conclusion"), Label("情况与意见", "Findings and opinion")
TERM, TOTAL, GRADE = Label("评估期", "Time"), Label("总分", "Total"), Label("等级", "Grade")
INDICATOR, WEIGHT = Label("指标", "Indicator"), Label("权重", "Weight")
SCORE, EVIDENCE = Label("得分", "Score"), Label("依据", "Evidence")
SIGNED = Label("签字", "Signature")


def visit_of(session: Session, key: str, today: date, lang: Lang) -> Report:
    """PtmanError `no-parameter`."""
    one = session.get_one(SiteVisit, key)
    rows = session.scalars(select(SiteFinding).where(SiteFinding.visit_id == key).order_by(SiteFinding.seq))
    head = (*_base(session, one.base_id, lang), (ON, one.visited_on.isoformat()), (BY, one.visitors))
    tail = ((CONCLUSION, one.conclusion.label.text(lang) if one.conclusion else ""), (REMARK, one.note or ""))
    lines = [(row.point, row.found, row.note) for row in rows]
    return _form(VISIT, (head, lines, tail), sender(session, today, lang), today)


def check_of(session: Session, key: str, today: date, lang: Lang) -> Report:
    """PtmanError `no-parameter`."""
    one = session.get_one(ComplianceCheck, key)
    rows = session.scalars(select(ComplianceLine).where(ComplianceLine.check_id == key).order_by(ComplianceLine.seq))
    head = (*_base(session, one.base_id, lang), (ON, one.checked_on.isoformat()), (BY, one.checked_by or ""))
    cure = Label("整改期限", "To be cured by"), one.cure_by.isoformat() if one.cure_by else ""
    lines = [(row.item, row.found, row.note) for row in rows]
    return _form(CHECK, (head, lines, (cure, (REMARK, one.remark or ""))), sender(session, today, lang), today)


def evaluation_of(session: Session, key: str, today: date, lang: Lang) -> Report:
    """PtmanError `no-parameter`."""
    one, by = session.get_one(BaseEvaluation, key), sender(session, today, lang)
    head = (
        *_base(session, one.base_id, lang),
        (TERM, f"{one.period_from} – {one.period_to}"),
        (Label("评估类别", "Kind"), one.kind.label.text(lang)),
        (TOTAL, findings.tenths(one.total) if one.total is not None else ""),
        (GRADE, one.grade.label.text(lang) if one.grade else ""),
    )
    rows = tuple(
        (
            line.indicator.label.text(lang),
            f"{line.weight}%",
            findings.tenths(line.score) if line.score is not None else "",
            line.evidence or "",
        )
        for line in evaluations.indicators(session, key)
    )
    heads = tuple(label.text(lang) for label in (INDICATOR, WEIGHT, SCORE, EVIDENCE))
    aligns = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT)
    tail = (
        (CONCLUSION, one.conclusion.label.text(lang) if one.conclusion else ""),
        (Label("整改期限", "To be cured by"), one.cure_by.isoformat() if one.cure_by else ""),
        (REMARK, one.remark or ""),
    )
    blocks = (
        _facts(head, lang),
        Heading(INDICATOR.text(lang), 2),
        Table(heads, rows, (20, 8, 8, 44), aligns),
        _facts(tail, lang),
        _sign(by, today),
    )
    return Report(EVALUATION.text(lang), blocks, today, lang, issuer=by.name)


Pairs = tuple[tuple[Label, str], ...]
Lines = Iterable[tuple[Choice, Choice, str | None]]


def _form(title: Label, parts: tuple[Pairs, Lines, Pairs], by: Sender, today: date) -> Report:
    head, lines, tail = parts
    lang = by.lang
    rows = tuple(
        (str(seq), point.label.text(lang), found.label.text(lang), note or "")
        for seq, (point, found, note) in enumerate(lines, 1)
    )
    heads = ("", *(label.text(lang) for label in (POINT, FOUND, NOTE)))
    blocks: tuple[Block, ...] = (
        _facts(head, lang),
        Table(heads, rows, (5, 34, 12, 30)),
        _facts(tail, lang),
        _sign(by, today),
    )
    return Report(title.text(lang), blocks, today, lang, issuer=by.name)


def _facts(pairs: Pairs, lang: Lang) -> Facts:
    return Facts(tuple((label.text(lang), said) for label, said in pairs), tall=frozenset({REMARK.text(lang)}))


def _sign(by: Sender, today: date) -> Signature:
    return Signature(by.name, today.isoformat(), (SIGNED.text(by.lang),))


def _base(session: Session, key: str, lang: Lang) -> Pairs:
    base = session.get_one(TrainingBase, key)
    host = session.get_one(Organisation, base.host_organisation_id)
    name = host.name if lang is Lang.ZH else host.name_en or host.name
    return (BASE, f"{base.base_no} {base.name}"), (HOST, name)
