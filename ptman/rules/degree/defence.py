"""The vote of a defence: two thirds of all members, counted in whole numbers (Degree Law, article 26)."""

import re
from dataclasses import dataclass

from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.rules.findings import Finding, Limit, Standing, count

COMMITTEE = Label("答辩委员会人数", "Size of the committee")
VOTE = Label("答辩表决", "Vote of the defence")
BASIS = "《学位法》第二十六条"
DOCTOR = "doctor"


@dataclass(frozen=True, slots=True)
class Vote:
    """Members of the committee, present or not, and how they voted; None before the vote."""

    members: int
    votes_for: int | None = None
    against: int = 0
    abstained: int = 0
    external: int | None = None


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share of all members, as two whole numbers."""

    part: int = 2
    of: int = 3


TWO_THIRDS = Ratio()


def share(text: str) -> Ratio:
    """2/3 as it is written; PtmanError `ratio-bad` for what is no share of a whole."""
    found = re.fullmatch(r"\s*([0-9]{1,3})\s*[/／]\s*([0-9]{1,3})\s*", text)
    if found is None or not 0 < int(found[1]) <= int(found[2]):
        raise PtmanError(
            "ratio-bad",
            f"“{text}”不是比例，应写作 2/3。未作任何改动。",
            f"“{text}” is no share such as 2/3. Nothing was changed.",
        )
    return Ratio(int(found[1]), int(found[2]))


def needed(members: int, ratio: Ratio = TWO_THIRDS) -> int:
    """The fewest votes that are the share of all members."""
    return -(-members * ratio.part // ratio.of)


def passes(vote: Vote, ratio: Ratio = TWO_THIRDS) -> bool | None:
    """None before the vote; those absent count among all members."""
    if vote.votes_for is None:
        return None
    return vote.votes_for * ratio.of >= vote.members * ratio.part


def judge(vote: Vote, level: str, least: Limit, ratio: Ratio = TWO_THIRDS) -> tuple[Finding, ...]:
    """The committee's size, for doctors its external members, and the vote; contradictions are not met."""
    found = [_committee(vote, least)]
    if level == DOCTOR:
        found.append(_external(vote))
    return (*found, _vote(vote, ratio))


def _people(number: int) -> Label:
    return Label(f"{number} 人", count(number, "member"))


def _committee(vote: Vote, least: Limit) -> Finding:
    enough = vote.members >= least.value
    cure = None if enough else Label("增补委员", "Add members")
    gap = None if enough else _people(least.value - vote.members)
    return Finding(
        "defence.committee_min",
        COMMITTEE,
        Standing.MET if enough else Standing.NOT_YET,
        _people(vote.members),
        _people(least.value),
        gap,
        cure=cure,
        severity=least.severity,
        basis=least.basis or BASIS,
    )


def _external(vote: Vote, least: int = 2) -> Finding:
    label = Label("校外委员人数", "External members")
    if vote.external is None:
        cure = Label("标明校外委员", "Mark the external members")
        return Finding("defence.external_min", label, Standing.UNKNOWN, None, _people(least), cure=cure, basis=BASIS)
    standing = Standing.MET if vote.external >= least else Standing.NOT_YET
    return Finding("defence.external_min", label, standing, _people(vote.external), _people(least), basis=BASIS)


def _vote(vote: Vote, ratio: Ratio) -> Finding:
    asked = needed(vote.members, ratio)
    least = Label(
        f"至少 {asked} 票（全体委员的 {ratio.part}/{ratio.of}）", f"at least {asked} of {vote.members} members"
    )
    if vote.votes_for is None:
        cure = Label("登记表决结果", "Enter the votes")
        return Finding("defence.pass_ratio", VOTE, Standing.UNKNOWN, None, least, cure=cure, basis=BASIS)
    value = Label(f"同意 {vote.votes_for} 票", f"{vote.votes_for} for")
    cast = vote.votes_for + vote.against + vote.abstained
    if cast > vote.members or min(vote.votes_for, vote.against, vote.abstained) < 0:
        cure = Label("票数多于委员人数，请核对", "More votes than members; check them")
        return Finding("defence.pass_ratio", VOTE, Standing.UNKNOWN, value, least, cure=cure, basis=BASIS)
    missing = asked - vote.votes_for
    if missing <= 0:
        return Finding("defence.pass_ratio", VOTE, Standing.MET, value, least, basis=BASIS)
    gap = Label(f"{missing} 票", count(missing, "vote"))
    return Finding("defence.pass_ratio", VOTE, Standing.NOT_YET, value, least, gap, basis=BASIS)
