"""The sample of titles: two rounds, applications in different states, what is due on the agenda, undo takes it back."""

from ptman import db, undo
from ptman.aspects.titles import looking
from ptman.register import agenda, lists
from ptman.samples import titles
from tests.ptman.register import title_office
from tests.ptman.register.title_office import TODAY


def _count(office: db.Database, noun: str) -> int:
    return len(office.read(lists.named, noun, TODAY, None).rows)


def test_nobody_able_no_rounds(office: db.Database) -> None:
    office.write(titles.fill, TODAY)
    assert _count(office, "title_batch") == 0


def test_two_rounds(office: db.Database) -> None:
    office.write(title_office.make)
    office.write(titles.fill, TODAY)
    found = office.read(looking.look, "", TODAY)
    assert len(found.batches) == 3
    earlier = next(one for one in found.batches if one.status == "publicity")
    look = office.read(looking.look, earlier.ref.id, TODAY)
    assert [(one.status.value, one.evidence) for one in look.applications] == [("publicity", (5, 5))]
    assert all(one.met for one in look.sitting)
    assert "title_batch" in {item.noun for item in office.read(agenda.items, TODAY)}
    assert all(_count(office, noun) for noun in ("title_snapshot", "title_check", "title_evidence"))
    done = undo.next_undo(office.read(undo.history))
    assert done is not None
    office.write(undo.undo, done.number)
    assert _count(office, "title_batch") == 1
