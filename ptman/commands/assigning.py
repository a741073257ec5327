"""`ptman assign`: propose pairings and placements for a cohort, and keep them."""

import argparse
import time
from collections.abc import Mapping
from typing import Any

from ptman.assign import store
from ptman.assign.draft import AssignDraft
from ptman.assign.request import Request
from ptman.commands import office
from ptman.commands.report import Report, Status, draft_lines
from ptman.labels import Label, Lang


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    with office.opened(args, look=not args.keep) as opened:
        begun = time.perf_counter()
        plan = opened.read(store.draft, args.cohort, today, Request(again=args.again))
        seconds = time.perf_counter() - begun
        if args.keep and plan.draft.keepable():
            opened.write(store.keep, plan, None, today)
    lines = [*draft_lines(plan.draft, lang), summary(plan)]
    return Report(tuple(lines), data(plan, lang, seconds), Status.PARTLY if plan.vacancies else Status.DONE)


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
