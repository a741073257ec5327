"""An issued letter is looked at with its frozen facts, its standing and the version that voiding compares."""

import pytest

from ptman import db
from ptman.errors import PtmanError
from ptman.letters import seen, store
from tests.ptman.letters import sending
from tests.ptman.letters.sending import TODAY


def test_issued_then_void(office: db.Database) -> None:
    (host,) = sending.hosts(1)
    office.write(sending.placed, {host: ["张雨桐", "李思远"]})
    plan = office.read(store.draft, 2026, TODAY)
    (issued,) = office.write(store.issue, plan, None, TODAY)
    look = office.read(seen.look, issued.id)
    assert (look.doc_no, look.host, look.version, look.void) == (issued.doc_no, host, issued.version, False)
    assert [row.name for row in look.facts.rows] == ["张雨桐", "李思远"]
    office.write(store.void, look.id, look.version, "单位变更", TODAY)
    again = office.read(seen.look, issued.id)
    assert (again.void, again.void_reason) == (True, "单位变更")
    assert (again.paper, again.facts) == (look.paper, look.facts)


def test_a_letter_that_is_not_there(office: db.Database) -> None:
    with pytest.raises(PtmanError) as gone:
        office.read(seen.look, "nothing")
    assert gone.value.code == "no-letter"
