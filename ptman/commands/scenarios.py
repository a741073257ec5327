"""`ptman scenario`: list, solve, compare, report and publish the named ways to pair a cohort."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from ptman import db
from ptman.assign import comparing, publishing, reporting, scenario_reading, scenario_solving, scenarios
from ptman.assign.problem import Role
from ptman.assign.scenario_rows import Opened, ScenarioRow
from ptman.commands import assigning, exporting, office
from ptman.commands.report import Report, Status, draft_lines
from ptman.errors import PtmanError
from ptman.export import options, workbook
from ptman.labels import Label, Lang

Told = tuple[list[Label], dict[str, Any]]


def run(args: argparse.Namespace, lang: Lang) -> Report:
    deeds: dict[str, Callable[[db.Database, argparse.Namespace, Lang], Report]] = {
        "list": _list,
        "solve": _solve,
        "compare": _compare,
        "report": _report,
        "publish": _publish,
        "discard": _discard,
    }
    writes = args.action in {"solve", "discard"} or args.draft or args.final
    with office.opened(args, look=not writes) as opened:
        return deeds[args.action](opened, args, lang)


def named(opened: db.Database, cohort: int, name: str) -> ScenarioRow:
    """The scenario of that name; PtmanError `no-scenario`."""
    rows = opened.read(scenario_reading.listed, cohort)
    found = next((one for one in rows if one.name == name.strip()), None)
    if found is None:
        there_zh = "、".join(one.name for one in rows) or "没有"
        there_en = ", ".join(one.name for one in rows) or "none"
        raise PtmanError(
            "no-scenario",
            f"{cohort} 级没有名为“{name}”的方案。现有：{there_zh}。",
            f"Cohort {cohort} has no scenario “{name}”. There are: {there_en}.",
        )
    return found


def _list(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    rows = opened.read(scenario_reading.listed, args.cohort)
    lines = tuple(line(one) for one in rows) or (
        Label(f"{args.cohort} 级还没有方案。", f"Cohort {args.cohort} has no scenarios yet."),
    )
    return Report(lines, {"scenarios": [_data(one) for one in rows]})


def line(one: ScenarioRow) -> Label:
    """One scenario in a line."""
    zh = f"{one.name}：{one.mode.label.zh}，{one.state.label.zh}"
    en = f"{one.name}: {one.mode.label.en.lower()}, {one.state.label.en.lower()}"
    if one.value is None or one.bound is None:
        return Label(f"{zh}，尚未求解", f"{en}, not solved yet")
    zh = f"{zh}，扣分 {one.value}（下界 {one.bound}），人工调整 {one.by_hand}，锁定 {one.locked}"
    return Label(zh, f"{en}, {one.value} points (bound {one.bound}), {one.by_hand} by hand, {one.locked} locked")


def _data(one: ScenarioRow) -> dict[str, Any]:
    return {
        "name": one.name,
        "mode": one.mode.value,
        "state": one.state.value,
        "seed": one.seed,
        "value": one.value,
        "bound": one.bound,
        "by_hand": one.by_hand,
        "locked": one.locked,
        "remarks": one.remarks,
    }


def _solve(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    row, today = named(opened, args.cohort, args.name), office.today()
    plan = opened.write(scenario_solving.solve, row.id, today)
    lines = [*draft_lines(plan.draft, lang), assigning.summary(plan)]
    status = Status.PARTLY if plan.vacancies else Status.DONE
    return Report(tuple(lines), {"name": row.name, "value": plan.objective, "bound": plan.bound}, status)


def _compare(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    left, right = _two(opened, args)
    plan = left.plan
    found = comparing.contrasts(plan.situation, plan.problem, plan.answer.given, right.plan.answer.given)
    lines = [
        Label(f"{left.row.name} 与 {right.row.name}：{len(found)} 项不同", f"{len(found)} pairs differ"),
    ]
    for one in found:
        ours, theirs = (f"{side.name or '—'}" for side in (one.left, one.right))
        lines.append(
            Label(
                f"  {one.number} {one.name} {one.role.label.zh}：{ours} ｜ {theirs}",
                f"  {one.number} {one.name}, {one.role.label.en}: {ours} | {theirs}",
            )
        )
    for side in (left, right):
        lines += [_profile(side, role) for role in Role]
    return Report(tuple(lines), {"differ": len(found), "left": left.worth, "right": right.worth})


def _profile(found: Opened, role: Role) -> Label:
    counted = comparing.profile(found.plan.situation, found.plan.answer.given, role)
    figures = "/".join(str(count) for _, count in counted)
    name = found.row.name
    return Label(
        f"{name} {role.label.zh} 志愿 1/2/3/4/5+/未选/空缺：{figures}",
        f"{name}, {role.label.en}, choice 1/2/3/4/5+/not chosen/vacant: {figures}",
    )


def _report(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    if not args.out:
        raise PtmanError("no-target", "请用 --out 指定工作簿。", "Name the workbook with --out.")
    today = office.today()
    found = opened.read(scenario_reading.opened, named(opened, args.cohort, args.name).id, today)
    other = _other(opened, args, today)
    how = options.Options(today, options.Headers(lang.value), exporting.scope(args.cohort))
    written = workbook.write(reporting.listings(found, other), Path(args.out), how)
    told = Label(f"已写入 {written.path}", f"Written: {written.path}")
    return Report((told, *written.notices), {"file": str(written.path), "rows": written.rows})


def _publish(opened: db.Database, args: argparse.Namespace, lang: Lang) -> Report:
    row, today = named(opened, args.cohort, args.name), office.today()
    seen = opened.read(publishing.look, row.id, today)
    lines, status = list(draft_lines(seen.plan.draft, lang)), Status.PARTLY if seen.plan.vacancies else Status.DONE
    if args.draft:
        opened.write(publishing.publish_draft, row.id, today)
        lines.append(Label(f"方案“{row.name}”已发布征求意见。", f"Scenario “{row.name}” is published as a draft."))
    if args.final:
        kept = opened.write(publishing.publish_final, seen, None, today)
        lines.append(
            Label(
                f"方案“{row.name}”已定稿：导师 {kept.supervisions} 人次，基地 {kept.placements} 人。",
                f"Scenario “{row.name}” is final: {kept.supervisions} pairings, {kept.placements} placements.",
            )
        )
    return Report(tuple(lines), {"name": row.name, "draft": args.draft, "final": args.final}, status)


def _discard(opened: db.Database, args: argparse.Namespace, _lang: Lang) -> Report:
    row = named(opened, args.cohort, args.name)
    opened.write(scenarios.discard, row.id)
    return Report((Label(f"方案“{row.name}”已弃用。", f"Scenario “{row.name}” is discarded."),), {"name": row.name})


def _two(opened: db.Database, args: argparse.Namespace) -> tuple[Opened, Opened]:
    today = office.today()
    other = _other(opened, args, today)
    if other is None:
        raise PtmanError("no-other", "请用 --against 指定另一方案。", "Name the other scenario with --against.")
    return opened.read(scenario_reading.opened, named(opened, args.cohort, args.name).id, today), other


def _other(opened: db.Database, args: argparse.Namespace, today: date) -> Opened | None:
    if not args.against:
        return None
    return opened.read(scenario_reading.opened, named(opened, args.cohort, args.against).id, today)
