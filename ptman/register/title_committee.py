"""The sitting of a batch's committee, its votes and its publicity, judged by the parameters in force."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.models import TitleApplication, TitleBatch, TitleCommitteeMember
from ptman.models.choices_titles import CommitteeRole
from ptman.rules.degree import defence
from ptman.rules.degree.defence import Ratio
from ptman.rules.findings import Finding, Limit
from ptman.rules.titles import committee, publicity
from ptman.rules.titles.committee import Ballot, Sitting

DAYS_OFF = "calendar.days_off"


def sitting(session: Session, batch: TitleBatch) -> Sitting:
    """Members with a vote, those of them who were present, and terms that had run out on the day of the review."""
    one = TitleCommitteeMember
    query = select(one).where(one.batch_id == batch.id, one.retired_on.is_(None), one.role != CommitteeRole.SECRETARY)
    members = session.scalars(query).all()
    day = batch.review_on or batch.apply_close
    expired = sum(member.term_until is not None and member.term_until < day for member in members)
    return Sitting(len(members), sum(member.present for member in members), expired)


def sits(session: Session, batch: TitleBatch) -> tuple[Finding, ...]:
    return committee.sits(sitting(session, batch), ratio(session, "title.quorum_ratio", batch.year))


def vote(session: Session, application: TitleApplication) -> Finding:
    """How the vote on one application stands."""
    batch = session.get_one(TitleBatch, application.batch_id)
    ballot = Ballot(application.votes_for, application.votes_against or 0, application.votes_abstain or 0)
    return committee.judge(sitting(session, batch), ballot, ratio(session, "title.pass_ratio", batch.year))


def publicised(session: Session, batch: TitleBatch, today: date) -> Finding:
    limits = parameters.limits(session, batch.year)
    least = limits.get(publicity.CODE, Limit(5))
    return publicity.judge(batch.publicity_from, batch.publicity_to, least, days_off(session, batch.year), today)


def days_off(session: Session, year: int) -> frozenset[date]:
    return publicity.days_off(parameters.value(session, DAYS_OFF, year))


def ratio(session: Session, code: str, year: int) -> Ratio:
    """PtmanError `ratio-bad`, `no-parameter`."""
    return defence.share(parameters.value(session, code, year))
