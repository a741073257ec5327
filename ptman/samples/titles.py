"""Invents two rounds of professional titles: one whose results are made public, one that is open for applications."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.titles import drafting
from ptman.models import TitleApplication, TitleBatch, TitleCommitteeMember, TitleEvidence
from ptman.models.choices_titles import (
    CommitteeRole,
    EvidenceKind,
    EvidenceStatus,
    TitleApplicationStatus,
    TitleBatchStatus,
)
from ptman.register import title_cases, title_snapshots

CHECKER = "沈书宁"
# Name, unit, title; the first chairs, the last one keeps the records.
COMMITTEE = (
    ("江怀远", "工程师学院", "教授"),
    ("卢启明", "省工程师协会", "正高级工程师"),
    ("郝思源", "电气工程学院", "教授"),
    ("姜文岚", "星河通信有限公司", "正高级工程师"),
    ("薛知行", "控制科学与工程学院", "教授"),
    ("戴若谷", "省计量研究院", "正高级工程师"),
    ("邹景和", "机械工程学院", "教授"),
    ("夏清源", "云帆智能装备有限公司", "高级工程师"),
    ("侯嘉树", "材料科学与工程学院", "教授"),
    ("沈书宁", "工程师学院", "项目办公室主任"),
)
ABSENT = 2
VOTES = ((7, 0, 0), (6, 1, 0), (5, 1, 1))
IN_PUBLICITY = 2
AHEAD = (30, 45)
"""Days until the open round closes and its review is."""


def fill(session: Session, today: date) -> None:
    """Nothing where nobody of an earlier cohort meets the tests."""
    earlier = _batch(session, today, closed=True)
    able = [
        one.student.id
        for one in title_cases.cases(session, today, earlier.id)
        if one.question and not any(found.blocks for found in one.judge(earlier.apply_close))
    ]
    if not able:
        session.delete(earlier)
        return
    _committee(session, earlier, today, sat=True)
    for at, student in enumerate(able[:IN_PUBLICITY]):
        _publicised(session, earlier, at, student)
    batch = _batch(session, today, closed=False)
    _committee(session, batch, today, sat=False)
    drawn = drafting.draft(session, batch.id, today)
    drafting.keep(session, drawn, drawn.draft.preset(), today)
    _submit_first(session, batch, today)
    journal.say(session, "登记职称评审样例", "Add sample rounds of titles")


def _batch(session: Session, today: date, *, closed: bool) -> TitleBatch:
    """Both are for those who graduate next summer; the earlier one closed a while ago."""
    summer = date(today.year + (today.month > 6), 6, 1)  # noqa: PLR2004 June
    closes = today - timedelta(days=40) if closed else today + timedelta(days=AHEAD[0])
    made = TitleBatch(
        name=f"{summer.year}届{'第一批' if closed else '第二批'}工程师职称评审", year=closes.year, apply_close=closes
    )
    made.apply_open, made.graduates_of = closes - timedelta(days=45), summer
    made.practice_until = summer.replace(day=30)
    made.notice_doc_no = f"院发〔{closes.year}〕{'31' if closed else '47'}号"
    made.cert_prefix = f"GCS{summer.year}"
    made.status = TitleBatchStatus.PUBLICITY if closed else TitleBatchStatus.OPEN
    made.review_on = today - timedelta(days=6) if closed else today + timedelta(days=AHEAD[1])
    if closed:
        made.publicity_from, made.publicity_to = today - timedelta(days=2), today + timedelta(days=7)
    session.add(made)
    session.flush()  # what is judged and who sits need its id
    return made


def _committee(session: Session, batch: TitleBatch, today: date, *, sat: bool) -> None:
    for seq, (name, unit, title) in enumerate(COMMITTEE, 1):
        one = TitleCommitteeMember(batch_id=batch.id, seq=seq, name=name, unit=unit, title=title)
        if seq == 1:
            one.role = CommitteeRole.CHAIR
        if seq == len(COMMITTEE):
            one.role = CommitteeRole.SECRETARY
        one.present = sat and not len(COMMITTEE) - ABSENT <= seq < len(COMMITTEE)
        one.term_until = today + timedelta(days=500)
        session.add(one)


def _publicised(session: Session, batch: TitleBatch, at: int, student: str) -> None:
    """An application that has passed the review: all its evidence verified, its votes entered."""
    one = TitleApplication(application_no=f"ZC-{batch.year}-{at + 1:03d}", batch_id=batch.id, student_id=student)
    one.specialty, one.work_months = ("通信工程", "人工智能")[at % 2], None
    one.status, one.submitted_on = TitleApplicationStatus.PUBLICITY, batch.apply_close - timedelta(days=9)
    one.prelim_on, one.prelim_by = batch.apply_close + timedelta(days=5), CHECKER
    one.prelim_opinion = "材料齐全，符合申报条件。"
    one.votes_for, one.votes_against, one.votes_abstain = VOTES[at % len(VOTES)]
    session.add(one)
    session.flush()  # evidence and snapshot need its id
    title_snapshots.take(session, one, one.submitted_on)
    kinds = (
        EvidenceKind.TRANSCRIPT,
        EvidenceKind.PRACTICE_ASSESSMENT,
        EvidenceKind.DEGREE_OR_STATUS,
        EvidenceKind.INTEGRITY,
        EvidenceKind.PROJECT_REPORT if at % 2 else EvidenceKind.PATENT,
    )
    for seq, kind in enumerate(kinds, 1):
        paper = TitleEvidence(application_id=one.id, seq=seq, kind=kind, status=EvidenceStatus.VERIFIED)
        paper.checked_on, paper.checked_by = one.prelim_on, CHECKER
        session.add(paper)


def _submit_first(session: Session, batch: TitleBatch, today: date) -> None:
    """The first application of the open round is handed in with part of its evidence."""
    mine = select(TitleApplication).where(TitleApplication.batch_id == batch.id)
    first = session.scalars(mine.order_by(TitleApplication.application_no)).first()
    if first is None:
        return
    first.status, first.submitted_on = TitleApplicationStatus.SUBMITTED, today - timedelta(days=1)
    title_snapshots.take(session, first, first.submitted_on)
    papers: Sequence[TitleEvidence] = session.scalars(
        select(TitleEvidence).where(TitleEvidence.application_id == first.id).order_by(TitleEvidence.seq)
    ).all()
    for paper, status in zip(papers, (EvidenceStatus.VERIFIED, EvidenceStatus.RECEIVED), strict=False):
        paper.status = status
