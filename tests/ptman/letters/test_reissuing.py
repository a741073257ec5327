"""A letter is corrected by one that supersedes and cites it; the old one stays byte for byte as it left."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.letters import pages, radar, reissuing, seen, store
from ptman.letters.issuing import Issued
from ptman.letters.papers import Paper
from ptman.letters.seen import Seen
from ptman.models import IssuedDocument, Placement
from ptman.models.choices import DocumentStatus, PlacementStatus
from ptman.register import lists
from tests.ptman.letters.sending import TODAY, placed
from tests.ptman.letters.test_radar import FAR, STAR, another_guide, placement

OLD, NEW = "工院函〔2026〕1号", "工院函〔2026〕3号"


@pytest.fixture
def sent(office: db.Database) -> db.Database:
    office.write(placed, {STAR: ("赵一", "钱二"), FAR: ("孙三",)})
    office.write(store.issue, office.read(store.draft, 2026, TODAY), None, TODAY)
    return office


def key(office: db.Database, number: str = OLD) -> str:
    return office.read(
        lambda session: session.scalars(select(IssuedDocument.id).where(IssuedDocument.doc_no == number)).one()
    )


def look(office: db.Database, number: str = OLD) -> Seen:
    return office.read(seen.look, key(office, number))


def paper(office: db.Database, number: str = OLD) -> Paper:
    return office.read(store.issued, [key(office, number)])[0]


def reissued(office: db.Database) -> Issued:
    return office.write(reissuing.issue, office.read(reissuing.draft, key(office), TODAY), TODAY)


def mark(office: db.Database, status: DocumentStatus) -> None:
    office.write(lambda session: setattr(session.get_one(IssuedDocument, key(office)), "status", status))


def words_of(office: db.Database, number: str) -> str:
    return "".join(pages.text(paper(office, number).pdf).split())


def refusal(office: db.Database) -> str:
    with pytest.raises(PtmanError) as refused:
        reissued(office)
    return refused.value.code


def test_after_a_supervisor_change_the_new_letter_cites_the_old_which_stays(sent: db.Database) -> None:
    before = paper(sent)
    sent.write(another_guide, "钱二")
    assert reissued(sent).doc_no == NEW
    assert paper(sent) == before
    old, new = look(sent), look(sent, NEW)
    assert (old.status.zh, old.superseded_by, old.live, old.void) == ("已替代", NEW, False, False)
    assert (new.status.zh, new.supersedes, new.live) == ("已发", OLD, True)
    assert f"《{old.facts.title}》（{OLD}，2026年9月10日），原函同时废止。" in words_of(sent, NEW)
    assert [(line.name, line.industry) for line in new.facts.rows] == [("赵一", "周明"), ("钱二", "李强")]
    assert sent.read(radar.stale, TODAY) == ()
    listing = sent.read(lists.letters, TODAY, 2026)
    cells = {
        row.cells[listing.index("doc_no")]: (
            row.cells[listing.index("supersedes")],
            row.cells[listing.index("superseded_by")],
        )
        for row in listing.rows
    }
    assert cells == {OLD: (None, NEW), NEW: (OLD, None), "工院函〔2026〕2号": (None, None)}
    assert len(listing.tagged("issued").rows) == 2


def test_once_it_has_left_the_building_a_change_letter_states_old_and_new(sent: db.Database) -> None:
    mark(sent, DocumentStatus.PRINTED)
    for name in ("赵一", "钱二"):
        sent.write(another_guide, name)
        another = sent.read(reissuing.draft, key(sent), TODAY)
        assert another.left
        if name == "赵一":
            sent.write(undo.undo, sent.read(undo.history)[0].number)
    reissued(sent)
    new = look(sent, NEW)
    assert new.facts.title == f"关于变更研究生赴{STAR}开展专业实践有关事项的函"
    said = words_of(sent, NEW)
    assert "钱二的企业导师由周明变更为李强" in said
    assert f"（{OLD}，2026年9月10日）" in said


def test_undo_makes_the_old_letter_live_again_and_keeps_the_new_number(sent: db.Database) -> None:
    sent.write(another_guide, "钱二")
    reissued(sent)
    number = sent.read(undo.history)[0].number
    sent.write(undo.undo, number)
    assert (look(sent).live, look(sent).superseded_by, look(sent, NEW).void) == (True, "", True)
    assert [one.doc_no for one in sent.read(radar.stale, TODAY)] == [OLD]
    assert sent.read(lambda session: placement(session, "钱二").letter_id) == key(sent)
    sent.write(undo.undo, number + 1)
    assert (look(sent).superseded_by, look(sent, NEW).live) == (NEW, True)
    sent.write(undo.undo, number + 2)
    assert reissued(sent).doc_no == "工院函〔2026〕4号"


def test_one_who_went_elsewhere_is_freed_for_a_letter_of_their_own(sent: db.Database) -> None:
    def move(session: Session) -> None:
        placement(session, "钱二").base_id = placement(session, "孙三").base_id

    sent.write(move)
    plan = sent.read(reissuing.draft, key(sent), TODAY)
    assert [change.said().zh for change in plan.changes] == [f"钱二 · 实践单位：{STAR} → {FAR}"]
    reissued(sent)
    assert [line.name for line in look(sent, NEW).facts.rows] == ["赵一"]
    waiting = sent.read(store.draft, 2026, TODAY).letters
    assert [(one.batch.host, [line.name for line in one.facts.rows]) for one in waiting] == [(FAR, ["钱二"])]


def test_reissuing_is_refused_with_its_reason(sent: db.Database) -> None:
    plan = sent.read(reissuing.draft, key(sent), TODAY)
    for today, change in ((date(2026, 9, 11), ""), (TODAY, "射频测试")):
        if change:
            sent.write(lambda session: setattr(placement(session, "赵一"), "post_name", "射频测试"))
        with pytest.raises(PtmanError) as refused:
            sent.write(reissuing.issue, plan, today)
        assert refused.value.code == "draft-stale"
    reissued(sent)
    assert refusal(sent) == "letter-not-live"
    with pytest.raises(PtmanError) as refused:
        sent.write(store.void, key(sent), look(sent).version, "重复", TODAY)
    assert refused.value.code == "superseded-already"


def test_a_letter_of_nobody_is_to_be_voided(sent: db.Database) -> None:
    def cancel(session: Session) -> None:
        for one in session.scalars(select(Placement)):
            one.status = PlacementStatus.CANCELLED

    sent.write(cancel)
    assert refusal(sent) == "nobody-left"
