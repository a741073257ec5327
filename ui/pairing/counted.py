"""A proposal in figures, in words."""

from ptman.labels import Label
from ui.pairing.proposal import Proposal


def vacant(proposal: Proposal) -> Label:
    """The first result."""
    empty = len(proposal.plan.vacancies)
    if not empty:
        return Label("没有空缺。", "No vacancies.")
    return Label(f"{empty} 处空缺，原因见下。", f"{empty} vacancies; the reasons stand below.")


def everybody(proposal: Proposal) -> Label:
    """How many of how many have whom, and how much of it is taken and locked."""
    plan = proposal.plan
    taken, locked = len(proposal.taken), len(proposal.locked)
    academic, industry, base = plan.with_academic, plan.with_industry, plan.with_base
    zh = f"{plan.students} 名学生：校内 {academic}、企业 {industry}、基地 {base} · 采纳 {taken} · 锁定 {locked}"
    en = f"{plan.students} students: {academic} academic, {industry} industry, {base} base"
    return Label(zh, f"{en} · {taken} taken · {locked} locked")
