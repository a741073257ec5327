"""Each placement letter leaves the record of whose data it gave to whom; taking the letter back does not erase it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.letters import store
from ptman.models import Disclosure, IssuedDocument
from tests.ptman.letters.sending import TODAY, placed


def records(session: Session) -> list[Disclosure]:
    return list(session.scalars(select(Disclosure).order_by(Disclosure.recipient_name)))


def test_a_letter_is_a_disclosure(office: db.Database) -> None:
    office.write(placed, {"星河通信有限公司": ("赵一", "钱二"), "远山机械有限公司": ("孙三",)})
    office.write(store.issue, office.read(store.draft, 2026, TODAY), None, TODAY)
    found = office.read(records)
    assert [(one.recipient_name, one.rows, len(one.subject_ids)) for one in found] == [
        ("星河通信有限公司", 2, 2),
        ("远山机械有限公司", 1, 1),
    ]
    digests = office.read(
        lambda session: dict(session.execute(select(IssuedDocument.id, IssuedDocument.pdf_sha)).all())
    )
    assert {one.document_id: one.sha256 for one in found} == digests
    assert "姓名、性别、学号" in found[0].fields
    assert found[0].who == "测试"


def test_undoing_the_letter_keeps_the_record_and_says_so(office: db.Database) -> None:
    office.write(placed, {"星河通信有限公司": ("赵一",)})
    office.write(store.issue, office.read(store.draft, 2026, TODAY), None, TODAY)
    office.write(undo.undo, 2)
    (one,) = office.read(records)
    assert "撤销" in (one.remark or "")
    office.write(undo.undo, 3)
    (one,) = office.read(records)
    assert one.remark is None
