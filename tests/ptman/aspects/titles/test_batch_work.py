"""A batch from its draft to its certificates: what each verb makes, refuses, and takes back."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.aspects.titles import certifying, drafting, evidencing, looking, objecting, voting
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.models.choices_titles import EvidenceStatus
from ptman.register import cards
from ptman.rules.findings import Standing
from ptman.rules.titles.committee import Ballot
from tests import makers
from tests.ptman import offices
from tests.ptman.register import title_office
from tests.ptman.register.title_office import ASKED, TODAY, Made, go

REVIEW, AFTER, LATER = date(2026, 12, 20), date(2026, 12, 26), date(2027, 4, 1)


@pytest.fixture
def made(office: db.Database) -> Made:
    return office.write(title_office.make)


def _short(session: Session) -> None:
    """A student who graduates too with half a year of practice, and one who does not graduate yet."""
    student = title_office.graduating(session, "22460002", "王子涵")
    title_office.fit(session, student)
    makers.student(session, "22660009", "李思远")


def _drafted(office: db.Database, made: Made) -> str:
    drawn = office.read(drafting.draft, made.batch, TODAY)
    assert office.write(drafting.keep, drawn, drawn.draft.preset(), TODAY) == 1
    (row,) = office.read(looking.look, made.batch, TODAY).applications
    return row.ref.id


def _ref(office: db.Database, key: str) -> cards.Ref:
    (ref,) = offices.refs(office, "title_application", key)
    return ref


def test_the_draft_takes_the_eligible_and_says_why_not(office: db.Database, made: Made) -> None:
    office.write(_short)
    drawn = office.read(drafting.draft, made.batch, TODAY)
    assert [(item.title, item.fate) for item in drawn.draft.items] == [
        ("22460001 张雨桐", Fate.NEW),
        ("22460002 王子涵", Fate.REFUSED),
    ]
    assert "再安排专业实践 12 个月" in drawn.draft.items[1].notes[0].zh
    key = _drafted(office, made)
    values = office.read(cards.card, "title_application", key).values
    assert (values["application_no"], values["work_months"]) == ("ZC-2026-001", 0)
    assert {line.status for line in office.read(evidencing.checklist, key, TODAY)} == {EvidenceStatus.MISSING}
    again = office.read(drafting.draft, made.batch, TODAY)
    assert [item.fate for item in again.draft.items] == [Fate.UNCHANGED, Fate.REFUSED]
    with pytest.raises(PtmanError) as told:
        office.write(drafting.keep, drawn, drawn.draft.preset(), TODAY)
    assert told.value.code == "stale"


def test_all_the_way_in_batches_and_back(office: db.Database, made: Made) -> None:
    key = _drafted(office, made)
    go(office, key, "submit")
    marks = dict.fromkeys(ASKED, EvidenceStatus.VERIFIED)
    assert office.write(evidencing.check, _ref(office, key), marks, TODAY) == 5
    assert office.read(looking.look, made.batch, TODAY).applications[0].evidence == (5, 5)
    go(office, key, "pass_prelim", "review")
    sheet = office.read(voting.sheet, made.batch)
    assert (sheet.least, sheet.may_vote, [one.number for one in sheet.rows]) == (5, True, ["ZC-2026-001"])
    with pytest.raises(PtmanError) as told:
        office.write(voting.record, sheet, {key: Ballot(6, 0, 0)}, REVIEW)
    assert told.value.code == "votes-wrong"
    assert office.write(voting.record, sheet, {key: Ballot(5, 1, 1)}, REVIEW) == (1, 0)
    go(office, key, "publicise", today=REVIEW)
    office.write(objecting.object_to, _ref(office, key), "成果归属有疑问", "某同学", REVIEW)
    assert title_office.status(office, key) == "objection"
    office.write(objecting.settle, _ref(office, key), "经核查不属实", AFTER, upheld=False)
    go(office, key, "confirm", today=AFTER)
    assert [item.fate for item in office.read(certifying.draft, made.batch, LATER).draft.items] == [Fate.REFUSED]
    office.write(title_office.award, made)
    drawn = office.read(certifying.draft, made.batch, LATER)
    assert office.write(certifying.keep, drawn, drawn.draft.preset(), LATER) == 1
    values = office.read(cards.card, "title_application", key).values
    assert (values["cert_no"], values["status"]) == ("GCS2026001", "certificate_issued")
    done = undo.next_undo(office.read(undo.history))
    assert done is not None
    office.write(undo.undo, done.number)
    values = office.read(cards.card, "title_application", key).values
    assert (values["cert_no"], values["status"]) == (None, "confirmed")


def test_a_lost_vote_fails_and_an_upheld_objection_rejects(office: db.Database, made: Made) -> None:
    key = _drafted(office, made)
    office.write(evidencing.check, _ref(office, key), dict.fromkeys(ASKED, EvidenceStatus.VERIFIED), TODAY)
    go(office, key, "submit", "pass_prelim", "review")
    sheet = office.read(voting.sheet, made.batch)
    office.write(voting.record, sheet, {key: Ballot(7)}, REVIEW)
    go(office, key, "publicise", today=REVIEW)
    office.write(objecting.object_to, _ref(office, key), "材料不实", "", REVIEW)
    with pytest.raises(PtmanError) as told:
        office.write(objecting.settle, _ref(office, key), " ", AFTER, upheld=True)
    assert told.value.code == "words-missing"
    office.write(objecting.settle, _ref(office, key), "属实", AFTER, upheld=True)
    assert title_office.status(office, key) == "rejected"


@pytest.mark.usefixtures("made")
def test_the_look_judges_everybody_who_studies(office: db.Database) -> None:
    office.write(_short)
    found = office.read(looking.look, "", TODAY)
    assert found.batch is not None
    assert [(one.number, one.verdict) for one in found.students] == [
        ("22460001", Standing.MET),
        ("22460002", Standing.IMPOSSIBLE),
        ("22660009", Standing.UNKNOWN),
    ]
    assert found.matrix.tagged("open").rows[0].cells[1] == "张雨桐"
    assert found.matrix.searched("wzh").rows[0].cells[1] == "王子涵"
    assert found.publicity is not None
    assert all(one.met for one in found.sitting)
