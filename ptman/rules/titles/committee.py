"""The review committee of titles: an odd number of members, a quorum, a vote by a share of those present."""

from dataclasses import dataclass

from ptman.labels import Label
from ptman.rules.degree.defence import TWO_THIRDS, Ratio, needed
from ptman.rules.findings import Finding, Standing, count

ODD = Label("评审委员会人数为单数", "An odd number of members")
QUORUM = Label("到会人数", "Members present")
VOTE = Label("评审表决", "Vote of the committee")
BASIS = "人社部令第40号"


@dataclass(frozen=True, slots=True)
class Sitting:
    """How many members have a vote, how many of them were present, and how many terms of office have run out."""

    members: int
    present: int
    expired: int = 0


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes on one application; `votes_for` is None before the vote."""

    votes_for: int | None = None
    against: int = 0
    abstained: int = 0

    @property
    def cast(self) -> int:
        return (self.votes_for or 0) + self.against + self.abstained


def sits(sitting: Sitting, quorum: Ratio = TWO_THIRDS) -> tuple[Finding, ...]:
    """Whether the committee may decide at all: its number, its terms of office, its quorum."""
    return (_odd(sitting), *_terms(sitting), _quorum(sitting, quorum))


def least(sitting: Sitting, share: Ratio = TWO_THIRDS) -> int:
    """The fewest votes that pass."""
    return needed(sitting.present, share)


def judge(sitting: Sitting, ballot: Ballot, share: Ratio = TWO_THIRDS) -> Finding:
    """The vote on one application: the share of those present; contradictions are not met."""
    fewest = least(sitting, share)
    threshold = Label(
        f"至少 {fewest} 票（到会委员的 {share.part}/{share.of}）", f"at least {fewest} of {sitting.present} present"
    )
    bare = ("title.pass_ratio", VOTE)
    if ballot.votes_for is None or not sitting.present:
        cure = Label("登记到会委员与表决票数", "Enter who was present and the votes")
        return Finding(*bare, Standing.UNKNOWN, None, threshold, cure=cure, basis=BASIS)
    value = Label(f"同意 {ballot.votes_for} 票", f"{ballot.votes_for} for")
    if ballot.cast != sitting.present or min(ballot.votes_for, ballot.against, ballot.abstained) < 0:
        cure = Label(
            f"票数合计 {ballot.cast}，应等于到会 {sitting.present} 人",
            f"{ballot.cast} votes in all instead of one of each of the {sitting.present} present",
        )
        return Finding(*bare, Standing.UNKNOWN, value, threshold, cure=cure, basis=BASIS)
    missing = fewest - ballot.votes_for
    if missing <= 0:
        return Finding(*bare, Standing.MET, value, threshold, basis=BASIS)
    gap = Label(f"{missing} 票", count(missing, "vote"))
    return Finding(*bare, Standing.IMPOSSIBLE, value, threshold, gap, basis=BASIS)


def _people(number: int) -> Label:
    return Label(f"{number} 人", count(number, "member"))


def _odd(sitting: Sitting) -> Finding:
    met = sitting.members % 2 == 1
    cure = None if met else Label("增减一名委员", "Add or drop one member")
    standing = Standing.MET if met else Standing.UNKNOWN if not sitting.members else Standing.NOT_YET
    threshold = Label("单数", "odd")
    return Finding("title.committee_odd", ODD, standing, _people(sitting.members), threshold, cure=cure, basis=BASIS)


def _terms(sitting: Sitting) -> tuple[Finding, ...]:
    if not sitting.expired:
        return ()
    label = Label("评审专家任期", "Terms of the experts")
    cure = Label("更换任期已满的专家", "Replace those whose term has run out")
    value = Label(f"{sitting.expired} 人任期已满", f"{count(sitting.expired, 'term')} run out")
    return (Finding("title.committee_term", label, Standing.NOT_YET, value, cure=cure, severity="warn", basis=BASIS),)


def _quorum(sitting: Sitting, quorum: Ratio) -> Finding:
    least = needed(sitting.members, quorum)
    threshold = Label(
        f"至少 {least} 人（全体委员的 {quorum.part}/{quorum.of}）", f"at least {least} of {sitting.members} members"
    )
    bare = ("title.quorum_ratio", QUORUM)
    value = _people(sitting.present)
    if not sitting.members or not sitting.present:
        cure = Label("登记评审委员与到会情况", "Enter the members and who was present")
        return Finding(*bare, Standing.UNKNOWN, value, threshold, cure=cure, basis=BASIS)
    missing = least - sitting.present
    if missing <= 0:
        return Finding(*bare, Standing.MET, value, threshold, basis=BASIS)
    cure = Label("另行召开评审会", "Hold another meeting")
    return Finding(*bare, Standing.NOT_YET, value, threshold, _people(missing), cure=cure, basis=BASIS)
