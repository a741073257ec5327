"""A document whose records changed is flagged with what changed, and superseded by one that cites it."""

from datetime import date

import pytest

from ptman import db
from ptman.letters import making, pages, radar, reissuing, seen, steps, store, verifying
from ptman.letters.families import letters, papers
from ptman.letters.families.family import Family
from ptman.letters.issuing import Issued
from ptman.letters.steps import Taken
from ptman.letters.verifying import Verdict
from ptman.models.choices import DocumentStep
from tests.ptman.letters.families import wishing
from tests.ptman.letters.families.wishing import HOST
from tests.ptman.letters.sending import TODAY
from tests.ptman.letters.test_radar import another_guide

NEW = "银河通信有限公司"


@pytest.fixture
def ready(office: db.Database) -> db.Database:
    office.write(wishing.ready)
    return office


def issued(office: db.Database, family: Family, language: str = "zh") -> Issued:
    plan = office.read(making.draft, wishing.wish(office, family, language), TODAY)
    return office.write(making.issue, plan, TODAY)


def rename(office: db.Database) -> None:
    office.write(lambda session: setattr(wishing.organisation(session), "name", NEW))


def told(office: db.Database, today: date = TODAY) -> list[str]:
    return [change.said().zh for one in office.read(radar.stale, today) for change in one.changes]


def reissued(office: db.Database, key: str) -> Issued:
    return office.write(reissuing.issue, office.read(reissuing.draft, key, TODAY), TODAY)


def test_nothing_is_stale_while_the_records_stand(ready: db.Database) -> None:
    for family in (letters.DISPATCH, papers.CERTIFICATE, papers.AGREEMENT, letters.REMINDER, papers.SUPERVISOR_LIST):
        issued(ready, family, "both")
    assert told(ready) == []
    assert told(ready, date(2026, 12, 1)) == []


def test_a_certificate_is_corrected_and_the_old_one_stays(ready: db.Database) -> None:
    old = issued(ready, papers.CERTIFICATE)
    before = ready.read(store.issued, [old.id])[0].pdf
    rename(ready)
    assert told(ready) == [f"周明 · 工作单位：{HOST} → {NEW}"]
    new = reissued(ready, old.id)
    assert ready.read(store.issued, [old.id])[0].pdf == before
    assert ready.read(verifying.pdf, before).verdict is Verdict.SUPERSEDED
    letter = ready.read(seen.look, new.id)
    said = "".join(pages.text(letter.paper.pdf).split())
    assert f"本件替代《聘书》（{old.doc_no}，2026年9月10日），原件同时废止。" in said
    assert NEW in said
    assert told(ready) == []


def test_a_dispatch_that_left_becomes_a_change_letter_in_its_language(ready: db.Database) -> None:
    old = issued(ready, letters.DISPATCH, "both")
    ready.write(steps.take, [old.id], Taken(DocumentStep.PRINTED, TODAY), TODAY)
    ready.write(another_guide, wishing.NAMES[0])
    assert told(ready) == [f"{wishing.NAMES[0]} · 企业导师：周明 → 李强"]
    new = reissued(ready, old.id)
    said = pages.text(ready.read(store.issued, [new.id])[0].pdf)
    zh = "".join(said.split())
    assert "关于变更研究生赴星河通信有限公司" in zh
    assert f"{wishing.NAMES[0]}的企业导师由周明变更为李强" in zh
    assert "Change to the Placement" in " ".join(said.split())
    assert told(ready) == []


def test_a_document_whose_record_is_gone_says_so(ready: db.Database) -> None:
    issued(ready, letters.PLAIN)
    ready.write(lambda session: setattr(wishing.organisation(session), "retired_on", TODAY))
    assert told(ready) == [f"所据的记录：{HOST} → 无"]
