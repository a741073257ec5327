"""Issuing letters: numbers without gaps, facts and bytes frozen, placements sent; void and undo free no number."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.letters import facts, pages, papers, store
from ptman.letters.draft import LettersDraft
from ptman.letters.issuing import Issued
from ptman.models import IssuedDocument, Organisation, Period, Person, Placement, Student, TrainingBase
from ptman.models.choices import DocumentStatus, PlacementStatus
from tests import makers
from tests.ptman.letters.sending import TODAY, hosts, placed
from tests.ptman.test_journal import contents


def drafted(office: db.Database, today: date = TODAY) -> LettersDraft:
    return office.read(store.draft, 2026, today)


def issued(office: db.Database, taken: frozenset[str] | None = None) -> tuple[Issued, ...]:
    return office.write(store.issue, drafted(office), taken, TODAY)


def refusal(office: db.Database, plan: LettersDraft, today: date = TODAY) -> str:
    before = contents(office)
    with pytest.raises(PtmanError) as refused:
        office.write(store.issue, plan, None, today)
    assert contents(office) == before
    return refused.value.code


def statuses(office: db.Database) -> set[PlacementStatus]:
    return office.read(lambda session: set(session.scalars(select(Placement.status))))


def documents(office: db.Database) -> list[IssuedDocument]:
    return office.read(lambda session: list(session.scalars(select(IssuedDocument).order_by(IssuedDocument.seq))))


def test_issuing_freezes_facts_and_bytes(office: db.Database) -> None:
    office.write(placed, {"星河通信有限公司": ("赵一", "钱二"), "远山机械有限公司": ("孙三",)})
    plan = drafted(office)
    letters = issued(office)
    assert [one.doc_no for one in letters] == ["工院函〔2026〕1号", "工院函〔2026〕2号"]
    assert [one.doc_no for one in letters] == [one.facts.doc_no for one in plan.letters]
    assert {one.host: one.students for one in letters} == {"星河通信有限公司": 2, "远山机械有限公司": 1}
    assert statuses(office) == {PlacementStatus.DISPATCHED}
    for one, letter in zip(documents(office), plan.letters, strict=True):
        assert facts.from_json(one.facts) == letter.facts
        assert (one.facts_sha, one.issued_on, one.year) == (letter.facts.sha256(), TODAY, 2026)
        assert one.template_version.startswith(facts.FORM)
    assert drafted(office).letters == ()


def test_later_edits_do_not_change_an_issued_letter(office: db.Database) -> None:
    office.write(placed, {"星河通信有限公司": ("赵一",)})
    (letter,) = issued(office)
    (before,) = office.read(store.issued, [letter.id])

    def edit(session: Session) -> None:
        session.scalars(select(Organisation)).one().name = "银河通信有限公司"
        for person in session.scalars(select(Person)):
            person.name = f"{person.name}改"

    office.write(edit)
    assert office.read(store.issued, [letter.id]) == (before,)
    text = pages.text(before.pdf)
    assert "星河通信有限公司" in text
    assert "赵一" in text
    assert before.name == "工院函〔2026〕1号 星河通信有限公司.pdf"


def test_taken_letters_are_numbered_without_gaps(office: db.Database) -> None:
    office.write(placed, dict.fromkeys(hosts(4), ("赵一",)))
    keys = [letter.key for letter in drafted(office).letters]
    assert [one.doc_no for one in issued(office, frozenset(keys[2:]))] == ["工院函〔2026〕1号", "工院函〔2026〕2号"]
    assert [one.doc_no for one in issued(office)] == ["工院函〔2026〕3号", "工院函〔2026〕4号"]
    assert issued(office) == ()


def test_numbers_begin_anew_each_year(office: db.Database) -> None:
    office.write(placed, dict.fromkeys(hosts(2), ("赵一",)))
    first = drafted(office).letters[0].key
    issued(office, frozenset({first}))
    later = date(2027, 1, 4)
    (letter,) = office.write(store.issue, drafted(office, later), None, later)
    assert letter.doc_no == "工院函〔2027〕1号"


def test_undo_voids_the_letters_and_plans_the_placements_again(office: db.Database) -> None:
    office.write(placed, {"星河通信有限公司": ("赵一",)})
    issued(office)
    number = office.read(undo.history)[0].number
    office.write(undo.undo, number)
    (document,) = documents(office)
    assert (document.status, document.doc_no) == (DocumentStatus.VOID, "工院函〔2026〕1号")
    assert statuses(office) == {PlacementStatus.PLANNED}
    office.write(undo.undo, number + 1)
    assert documents(office)[0].status is DocumentStatus.ISSUED
    assert statuses(office) == {PlacementStatus.DISPATCHED}
    office.write(undo.undo, number + 2)
    assert [one.doc_no for one in issued(office)] == ["工院函〔2026〕2号"]


def test_a_void_letter_frees_its_placements_but_not_its_number(office: db.Database) -> None:
    bases = office.write(placed, {"星河通信有限公司": ("赵一", "钱二"), "远山机械有限公司": ("孙三",)})
    office.write(_cancelled_before, bases["远山机械有限公司"])
    first, second = issued(office)
    assert office.write(store.void, first.id, first.version, "单位名称有误", TODAY) == first.students
    voided, other = documents(office)
    assert (voided.status, voided.void_reason) == (DocumentStatus.VOID, "单位名称有误")
    assert other.status is DocumentStatus.ISSUED
    assert statuses(office) == {PlacementStatus.PLANNED, PlacementStatus.DISPATCHED, PlacementStatus.CANCELLED}
    assert office.read(store.issued, [first.id])[0].pdf
    assert [one.doc_no for one in issued(office)] == ["工院函〔2026〕3号"]
    assert second.doc_no == "工院函〔2026〕2号"


def _cancelled_before(session: Session, base: str) -> None:
    """The first student was to go elsewhere in the same period, once."""
    student, period = session.scalars(select(Student)).first(), session.scalars(select(Period)).one()
    assert student is not None
    more = {"placement_no": "SJ-OLD", "status": PlacementStatus.CANCELLED}
    makers.placement(session, student, session.get_one(TrainingBase, base), period, **more)


@pytest.mark.parametrize(
    ("ahead", "reason", "code"), [(1, "错", "stale"), (0, " ", "no-reason"), (-1, "错", "void-already")]
)
def test_voiding_is_refused(office: db.Database, ahead: int, reason: str, code: str) -> None:
    office.write(placed, {"星河通信有限公司": ("赵一",)})
    (letter,) = issued(office)
    if code == "void-already":
        office.write(store.void, letter.id, letter.version, "错", TODAY)
    with pytest.raises(PtmanError) as refused:
        office.write(store.void, letter.id, letter.version + ahead, reason, TODAY)
    assert refused.value.code == code


def test_issuing_is_refused_after_a_change_or_on_another_day(office: db.Database) -> None:
    office.write(placed, {"星河通信有限公司": ("赵一",)})
    plan = drafted(office)
    assert refusal(office, plan, date(2026, 9, 11)) == "draft-stale"
    office.write(lambda session: setattr(session.scalars(select(Placement)).one(), "post_name", "射频测试"))
    assert refusal(office, plan) == "draft-stale"


def test_cancelling_leaves_no_trace(office: db.Database) -> None:
    office.write(placed, dict.fromkeys(hosts(2), ("赵一",)))
    before = contents(office)

    def stop(done: int, total: int) -> None:
        assert (done, total) == (1, 2)
        raise PtmanError("cancelled", "已取消。", "Cancelled.")

    with pytest.raises(PtmanError, match="Cancelled"):
        office.write(store.issue, drafted(office), None, TODAY, stop)
    assert contents(office) == before


def test_damaged_bytes_are_not_put_out(office: db.Database) -> None:
    office.write(placed, {"星河通信有限公司": ("赵一",)})
    (letter,) = issued(office)
    office.write(lambda session: setattr(session.get_one(IssuedDocument, letter.id), "pdf", b"%PDF-1.7"))
    for ids, code in (([letter.id], "letter-damaged"), (["nobody"], "no-letter")):
        with pytest.raises(PtmanError) as refused:
            office.read(store.issued, ids)
        assert refused.value.code == code


def test_papers_are_saved_under_their_number_and_host(office: db.Database, tmp_path: Path) -> None:
    office.write(placed, {"星河/通信:有限公司": ("赵一",)})
    preview = store.preview(drafted(office).letters[0])
    (letter,) = issued(office)
    (paper,) = office.read(store.issued, [letter.id])
    saved = papers.save([preview, paper], tmp_path)
    assert [path.name for path in saved] == [
        "草稿 星河_通信_有限公司 第一批.pdf",
        "工院函〔2026〕1号 星河_通信_有限公司.pdf",
    ]
    assert saved[1].read_bytes() == paper.pdf
    assert letter.name == paper.name
