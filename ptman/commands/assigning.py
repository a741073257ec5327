"""`ptman assign`: propose pairings and placements for a cohort, and keep them."""

import argparse
import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from ptman import db
from ptman.assign import scenario_solving, store
from ptman.assign.draft import AssignDraft
from ptman.assign.request import Request
from ptman.assign.scenarios import Settings
from ptman.commands import office, scenario_words
from ptman.commands.report import Report, Status, draft_lines
from ptman.labels import Label, Lang


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    with office.opened(args, look=not (args.keep or args.name)) as opened:
        begun = time.perf_counter()
        weights = scenario_words.weighed(args.weight)
        request = Request(again=args.again, mode=scenario_words.mode(args), weights=weights, seed=args.seed)
        plan = opened.read(store.draft, args.cohort, today, request)
        seconds = time.perf_counter() - begun
        saved = [_saved(opened, args, plan)] if args.name else []
        if args.keep and plan.draft.keepable():
            opened.write(store.keep, plan, None, today)
    lines = [*draft_lines(plan.draft, lang), summary(plan), *saved]
    return Report(tuple(lines), data(plan, lang, seconds), Status.PARTLY if plan.vacancies else Status.DONE)


def _saved(opened: db.Database, args: argparse.Namespace, plan: AssignDraft) -> Label:
    """Keep the proposal as a scenario."""
    opened.write(_save, args, plan)
    return Label(f"已存为方案“{args.name}”。", f"Kept as scenario “{args.name}”.")


def _save(session: Session, args: argparse.Namespace, plan: AssignDraft) -> None:
    """One change set: the scenario and its answer. Without a seed the draw's is the cohort."""
    weights, seed = scenario_words.weighed(args.weight), args.seed or str(args.cohort)
    settings = Settings(scenario_words.mode(args), weights, seed, again=args.again)
    scenario_solving.begin(session, args.name, settings, plan, plan.situation.today)


def summary(plan: AssignDraft) -> Label:
    """Who has what, and how good it is known to be."""
    proof = Label("已证明最优", "best possible, proven")
    if not plan.optimal:
        share = f"{float(plan.answer.gap):.2%}"
        proof = Label(f"距最优不超过 {share}", f"within {share} of the best possible")
    return Label(
        f"{plan.students} 名学生：校内导师 {plan.with_academic}，企业导师 {plan.with_industry}，"
        f"基地 {plan.with_base}；{proof.zh}。",
        f"{plan.students} students: {plan.with_academic} with academic supervisor, {plan.with_industry} with industry "
        f"supervisor, {plan.with_base} with base; {proof.en}.",
    )


def data(plan: AssignDraft, lang: Lang, seconds: float) -> Mapping[str, Any]:
    vacancies = [
        {"student": one.student, "missing": one.missing.value, "reason": one.reason.text(lang)}
        for one in plan.vacancies
    ]
    return {
        "students": plan.students,
        "with_academic": plan.with_academic,
        "with_industry": plan.with_industry,
        "with_base": plan.with_base,
        "vacancies": vacancies,
        "objective": plan.objective,
        "bound": plan.bound,
        "optimal": plan.optimal,
        "seconds": round(seconds, 3),
    }
