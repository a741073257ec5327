"""The sheet of votes of a batch: who is in review, and the votes written with the step they lead to, as one change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.titles import gathering
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import Person, Student, TitleApplication
from ptman.models.choices_titles import TitleApplicationStatus
from ptman.register import cards, moving, title_committee, titles
from ptman.register.cards import Ref
from ptman.rules.findings import Finding
from ptman.rules.titles import committee
from ptman.rules.titles.committee import Ballot, Sitting


@dataclass(frozen=True, slots=True)
class Voted:
    """One application in review with the votes known so far."""

    ref: Ref
    number: str
    name: str
    specialty: str
    ballot: Ballot


@dataclass(frozen=True, slots=True)
class VoteSheet:
    """Everybody in review; `findings` say whether the committee may decide at all, `least` the votes it takes."""

    batch: str
    sitting: Sitting
    findings: tuple[Finding, ...]
    least: int
    rows: tuple[Voted, ...]

    @property
    def may_vote(self) -> bool:
        return not any(one.blocks for one in self.findings)


def sheet(session: Session, batch_id: str) -> VoteSheet:
    """PtmanError `no-record`, `ratio-bad`."""
    batch = gathering.batch(session, batch_id)
    sitting = title_committee.sitting(session, batch)
    one = TitleApplication
    query = (
        select(one, Person.name)
        .join(Student, one.student_id == Student.id)
        .join(Person, Student.person_id == Person.id)
        .where(one.batch_id == batch_id, one.status == TitleApplicationStatus.IN_REVIEW, one.retired_on.is_(None))
    )
    rows = tuple(
        Voted(
            Ref("title_application", row.id, row.version),
            row.application_no,
            name,
            row.specialty or "",
            Ballot(row.votes_for, row.votes_against or 0, row.votes_abstain or 0),
        )
        for row, name in session.execute(query.order_by(one.application_no))
    )
    share = title_committee.ratio(session, "title.pass_ratio", batch.year)
    return VoteSheet(batch.id, sitting, title_committee.sits(session, batch), committee.least(sitting, share), rows)


def record(session: Session, drawn: VoteSheet, ballots: Mapping[str, Ballot], today: date) -> tuple[int, int]:
    """Write the votes and take the step they lead to; how many passed and failed.

    PtmanError `votes-wrong` where they are not one of each member present, and what `moving.move` raises.
    """
    names = {one.ref.id: one for one in drawn.rows}
    passed = 0
    for key, ballot in ballots.items():
        _fits(drawn.sitting, names[key], ballot)
        row = session.get_one(TitleApplication, key)
        row.votes_for, row.votes_against, row.votes_abstain = ballot.votes_for, ballot.against, ballot.abstained
        session.flush()  # the guards of the step read the votes
        won = title_committee.vote(session, row).met
        ref = cards.card(session, "title_application", key).ref
        moving.move(session, ref, "pass_review" if won else "fail_review", today)
        passed += won
    batch = titles.one(session, "title_batch", drawn.batch)
    failed = len(ballots) - passed
    journal.say(
        session,
        f"登记评审表决（{batch}）：通过 {passed}，未通过 {failed}",
        f"Votes ({batch}): {passed} passed, {failed} failed",
    )
    return passed, failed


def _fits(sitting: Sitting, one: Voted, ballot: Ballot) -> None:
    if ballot.votes_for is None or ballot.cast != sitting.present:
        told = Label(f"{one.number} {one.name}", f"{one.number} {one.name}")
        raise PtmanError(
            "votes-wrong",
            f"{told.zh} 的票数合计 {ballot.cast}，应等于到会 {sitting.present} 人。没有登记任何表决，请核对。",
            f"{told.en} has {ballot.cast} votes, not one of each of the {sitting.present} members present. "
            "No vote was recorded; check them.",
        )
