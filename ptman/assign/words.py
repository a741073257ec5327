"""Puts the points of a choice, a vacancy and the quality of an answer into words."""

from collections.abc import Iterable, Mapping

from ptman.assign import eligible, explain, terms
from ptman.assign.answer import Answer
from ptman.assign.problem import Role, Status
from ptman.labels import Label

FITS = {
    "field": {
        terms.FIT_GOOD: Label("方向匹配", "field fits"),
        terms.FIT_SOME: Label("方向相近", "field is near"),
        terms.FIT_NONE: Label("方向不符", "field does not fit"),
    },
    "topic": {
        terms.FIT_GOOD: Label("课题匹配", "topic fits"),
        terms.FIT_SOME: Label("课题相近", "topic is near"),
        terms.FIT_NONE: Label("课题不符", "topic does not fit"),
    },
}
NO_BASE = Label("单位没有基地", "the organisation has no base")
STANDS = Label("已有安排，保持不变", "stands already and stays")
ENDS = Label("现有安排解除", "what stands ends")
BY_HAND = Label("人工指定", "set by hand")
LOCKED = Label("人工锁定", "locked by hand")
_TELLING = 0.0001
"""A smaller share would be written as nothing, and says less than the points."""
QUALITY = {
    Status.OPTIMAL: Label("已证明为最优方案。", "The best possible, proved."),
    Status.SOLVER_PROVED: Label("求解器确认为最优方案。", "The best possible, by the solver's own proof."),
}


def key(student: str, role: Role) -> str:
    """How one proposal is picked when keeping."""
    return f"{student}:{role.value}"


def joined(labels: Iterable[Label]) -> Label:
    """Several short reasons as one line; empty for none."""
    listed = tuple(labels)
    return Label("；".join(one.zh for one in listed), "; ".join(one.en for one in listed))


def choice(points: Mapping[str, int], place: int | None, *, chose: bool) -> tuple[Label, ...]:
    """Why a choice is as good as it is: the student's rank for it (if they `chose` at all), the fit, what is amiss."""
    unranked = Label("不在志愿内", "not among the choices") if chose else Label("未填志愿", "no choices made")
    said = [Label(f"第 {place} 志愿", f"choice {place}") if place else unranked]
    said += [fits[points[name]] for name, fits in FITS.items() if points.get(name) in fits]
    if points.get("supervisor_rank", terms.SUPERVISOR_SILENT) < terms.SUPERVISOR_SILENT:
        said.append(Label("导师也选了该生", "the supervisor chose the student too"))
    if "ends_early" in points:
        said.append(terms.LABELS["ends_early"])
    if points.get("affinity"):
        said.append(terms.LABELS["affinity"])
    return tuple(said)


def vacancy(one: explain.Vacancy, names: Mapping[str, str]) -> Label:
    """Why a role stays vacant, with what rules the candidates out."""
    said = explain.sentence(one, lambda key: names.get(key, key))
    if not one.excluded:
        return said
    counted = [(eligible.Reason(code).label, count) for code, count in one.excluded]
    zh = "、".join(f"{count} 个{label.zh}" for label, count in counted)
    en = ", ".join(f"{count} × {label.en.lower()}" for label, count in counted)
    return said.plus(Label(f"（{zh}）", f"({en})"))


def quality(answer: Answer) -> Label:
    """How good the answer is known to be."""
    if answer.status in QUALITY:
        return QUALITY[answer.status]
    points = answer.value - answer.bound
    if not points:
        return Label("总分已是最优；其余目标尚未全部证明。", "The best total; not every other aim is proved.")
    gap = f"{float(answer.gap):.2%}"
    if answer.gap < _TELLING:
        return Label(f"与最优相差不超过 {points} 分。", f"Within {points} points of the best possible.")
    if answer.status is Status.CANCELLED:
        return Label(f"提前停止：与最优相差不超过 {gap}。", f"Stopped early: within {gap} of the best possible.")
    return Label(f"与最优相差不超过 {gap}。", f"Within {gap} of the best possible.")
