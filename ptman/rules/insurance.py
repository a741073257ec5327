"""Whether verified policies together cover a placement, to the day (domain §3.7)."""

from collections.abc import Iterable
from dataclasses import dataclass

from ptman.labels import Label
from ptman.rules import findings, months
from ptman.rules.findings import Finding, Standing
from ptman.rules.months import Duration, Segment

LABEL = Label("保险覆盖实践全程", "Insurance covers the placement")


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy for the student or their batch; only verified ones cover."""

    days: Segment
    verified: bool


def uncovered(placement: Segment, policies: Iterable[Policy]) -> tuple[Segment, ...]:
    """The days of the placement that no verified policy covers."""
    return months.subtract([placement], [one.days for one in policies if one.verified])


def judge(placement: Segment, policies: Iterable[Policy], severity: str = "block") -> Finding:
    """Met where the union of verified policies holds every day; otherwise the days still to insure."""
    kept = tuple(policies)
    open_ = uncovered(placement, kept)
    code = "placement.insurance_required"
    if not open_:
        return Finding(code, LABEL, Standing.MET, severity=severity)
    days = sum((one.end - one.start).days + 1 for one in open_)
    spans_zh = "、".join(f"{one.start} 至 {one.end}" for one in open_)
    spans_en = ", ".join(f"{one.start} to {one.end}" for one in open_)
    verb = Label("核验或补办", "Verify or insure") if any(not one.verified for one in kept) else Label("投保", "Insure")
    cure = Label(f"{verb.zh}：{spans_zh}", f"{verb.en}: {spans_en}")
    gap = findings.length(Duration(0, days))
    return Finding(code, LABEL, Standing.NOT_YET, gap=gap, cure=cure, severity=severity)
