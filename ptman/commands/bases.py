"""`ptman base`: coverage by month, visits, compliance checks and evaluations of training bases."""

import argparse
from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.bases import coverage, coverage_paper, evaluating, inspecting, sheets
from ptman.aspects.bases.coverage import Coverage
from ptman.commands import meant, office, paper_out
from ptman.commands.report import Report
from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.models import BaseEvaluation, ComplianceCheck, SiteVisit
from ptman.models.choices_bases import CheckKind
from ptman.models.core import Record
from ptman.register import cards, moving, plaques, titles
from ptman.register.sender import sender
from ptman.reports.report import Report as Paper
from ptman.rules import dates

FORMS: dict[str, tuple[type[Record], str, Callable[..., Paper]]] = {
    "visit": (SiteVisit, "visited_on", sheets.visit_of),
    "check": (ComplianceCheck, "checked_on", sheets.check_of),
    "evaluation": (BaseEvaluation, "period_to", sheets.evaluation_of),
}
Deed = Callable[[db.Database, argparse.Namespace, Lang], Report]


def run(args: argparse.Namespace, lang: Lang) -> Report:
    deeds: dict[str, Deed] = {
        "coverage": _coverage,
        "visit": _visit,
        "check": _check,
        "evaluate": _evaluate,
        "grade": _grade,
        "conclude": _conclude,
        "form": _form,
        "plaque": _plaque,
        "unplaque": _unplaque,
    }
    with office.opened(args, look=args.action in {"coverage", "form"}) as opened:
        return deeds[args.action](opened, args, lang)


def _coverage(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    found = opened.read(coverage.coverage_map, today, None, args.months)
    if not args.what:
        return Report(_lines(found), _data(found))
    if paper_out.ending(args.what, "xlsx", *paper_out.PAPERS) == "xlsx":
        return paper_out.sheet(coverage_paper.listing(found), args.what, lang)
    by = opened.read(sender, today, lang)
    return paper_out.paper(coverage_paper.report(found, by.name, today, lang), args.what)


def _lines(found: Coverage) -> tuple[Label, ...]:
    lines = []
    for line in found.lines:
        worst = min((tile for tile in line.tiles if tile.promised), key=lambda one: one.usable, default=None)
        if worst is None:
            lines.append(Label(f"{line.name}：没有承诺名额", f"{line.name}: no seats promised"))
            continue
        zh, en = worst.bottleneck.label.zh, worst.bottleneck.label.en.lower()
        lines.append(
            Label(
                f"{line.name}：最紧 {worst.month:%Y-%m}，可用 {worst.usable}/{worst.promised}，限制：{zh}",
                f"{line.name}: tightest {worst.month:%Y-%m}, {worst.usable} of {worst.promised} usable, {en}",
            )
        )
    return tuple(lines) or (Label("还没有在用的基地。", "No base is in use yet."),)


def _data(found: Coverage) -> dict[str, object]:
    rows = [
        {
            "base": line.number,
            "months": [
                {"month": f"{tile.month:%Y-%m}", "promised": tile.promised, "usable": tile.usable, "taken": tile.taken}
                | {"bottleneck": tile.bottleneck.value}
                for tile in line.tiles
            ],
        }
        for line in found.lines
    ]
    return {"bases": rows}


def _visit(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    key = meant.record(opened, "training_base", args.what)
    if not args.by.strip():
        raise PtmanError(
            "no-visitors", "请用 --by 写明考察人。未作任何改动。", "Say with --by who visits. Nothing was changed."
        )
    made = opened.write(inspecting.begin_visit, key, _day(args.on), args.by)
    return Report(
        (Label("已登记考察，六个考察项待填写。", "Entered; its six points are to be filled in."),), {"id": made}
    )


def _check(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    key = meant.record(opened, "training_base", args.what)
    made = opened.write(inspecting.begin_check, key, CheckKind(args.kind), _day(args.on), args.by)
    line = Label("已登记检查，比例已按登记的人数判断。", "Entered; the ratios are judged from the records.")
    return Report((line,), {"id": made})


def _evaluate(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    key, end = meant.record(opened, "training_base", args.what), _day(args.on)
    made = opened.write(evaluating.begin, key, evaluating.yearly(end))
    line = Label("已登记评估，依据已填入，请打分。", "Entered with what is on file; the scores are to be given.")
    return Report((line,), {"id": made})


def _grade(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    key = _last(opened, args, "evaluation")
    ref = opened.read(cards.card, "base_evaluation", key).ref
    opened.write(moving.move, ref, "propose", office.today())
    found = opened.read(lambda session: session.get_one(BaseEvaluation, key))
    if found.grade is None:
        raise TypeError("a proposed grade is a grade")
    return Report((found.grade.label,), {"grade": found.grade.value, "total": found.total})


def _conclude(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    key = _last(opened, args, "evaluation")
    opened.write(moving.move, opened.read(cards.card, "base_evaluation", key).ref, "grant", office.today())
    found = opened.read(lambda session: session.get_one(BaseEvaluation, key))
    base = opened.read(titles.one, "training_base", found.base_id)
    done = found.conclusion.label if found.conclusion is not None else Label("", "")
    return Report((Label(f"{base}：{done.zh}", f"{base}: {done.en.lower()}"),), {})


def _plaque(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    card = opened.read(cards.card, "training_base", meant.record(opened, "training_base", args.what))
    on = _day(args.on)
    opened.write(plaques.give, card.ref, (args.number, on), office.today())
    return Report((Label(f"{card.title}：{on} 挂牌", f"{card.title}: plaque given on {on}"),), {})


def _unplaque(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    card = opened.read(cards.card, "training_base", meant.record(opened, "training_base", args.what))
    on = _day(args.on)
    opened.write(plaques.take_back, card.ref, on, args.reason, office.today())
    return Report((Label(f"{card.title}：{on} 收回铭牌", f"{card.title}: plaque taken back on {on}"),), {})


def _form(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    paper_out.ending(args.target, *paper_out.PAPERS)
    made = opened.read(FORMS[args.of][2], _last(opened, args, args.of), office.today(), lang)
    return paper_out.paper(made, args.target)


def _last(opened: db.Database, args: argparse.Namespace, which: str) -> str:
    """The latest of the base; PtmanError `nothing-inspected`."""
    base = meant.record(opened, "training_base", args.what)
    noun, day, _ = FORMS[which]
    columns = noun.__mapper__.columns

    def found(session: Session) -> str | None:
        query = select(noun.id).where(columns["base_id"] == base, noun.retired_on.is_(None))
        return session.scalars(query.order_by(columns[day].desc())).first()

    key = opened.read(found)
    if key is None:
        what = noun.LABEL
        raise PtmanError("nothing-inspected", f"这个基地还没有{what.zh}。", f"This base has no {what.en.lower()} yet.")
    return key


def _day(said: str | None) -> date:
    if not said:
        return office.today()
    answer = dates.date(said)
    if answer.value is None:
        raise PtmanError("date-bad", f"“{said}”不是日期。未作任何改动。", f"“{said}” is no date. Nothing was changed.")
    return answer.value
