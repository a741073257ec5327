"""Every family goes draft → issue through one store: numbered in its series, frozen, signed, found genuine."""

import io
from datetime import date
from hashlib import sha256

import pikepdf
import pytest
from sqlalchemy import select

from ptman import db
from ptman.errors import PtmanError
from ptman.letters import making, pages, seen, store, stored, typeset, verifying
from ptman.letters.families import letters, papers
from ptman.letters.families.family import Family
from ptman.letters.issuing import Issued
from ptman.letters.paper import PaperFacts
from ptman.letters.verifying import Verdict
from ptman.models import IssuedDocument, IssuedWording, Placement
from ptman.models.choices import DocumentStatus, PlacementStatus
from tests.ptman.letters.families import wishing
from tests.ptman.letters.families.wishing import ISSUABLE, NAMES

LATE = date(2028, 9, 10)
EVERY = pytest.mark.parametrize("family", ISSUABLE, ids=lambda family: family.key)


@pytest.fixture
def ready(office: db.Database) -> db.Database:
    office.write(wishing.ready)
    return office


def day(family: Family) -> date:
    return LATE if family is papers.COMPLETION else date(2026, 9, 10)


def issued(office: db.Database, family: Family, language: str = "zh") -> Issued:
    if family is papers.COMPLETION:
        office.write(wishing.finish)
    plan = office.read(making.draft, wishing.wish(office, family, language), day(family))
    assert plan.refused == ()
    return office.write(making.issue, plan, day(family))


@EVERY
@pytest.mark.parametrize("language", ["zh", "both"])
def test_a_document_is_issued_frozen_and_genuine(ready: db.Database, family: Family, language: str) -> None:
    made = issued(ready, family, language)
    assert made.doc_no.endswith(f"〔{day(family).year}〕1号")
    letter = ready.read(seen.look, made.id)
    facts = letter.facts
    assert isinstance(facts, PaperFacts)
    assert stored.read(facts.to_json()) == facts
    assert sha256(letter.paper.pdf).hexdigest() == ready.read(lambda s: s.get_one(IssuedDocument, made.id).pdf_sha)
    assert ready.read(verifying.pdf, letter.paper.pdf).verdict is Verdict.GENUINE
    assert ready.read(verifying.text, verifying.code_of(letter.paper.pdf)).verdict is Verdict.GENUINE
    kept = ready.read(
        lambda s: s.scalars(select(IssuedWording.language).where(IssuedWording.document_id == made.id)).all()
    )
    assert sorted(kept) == (["en", "zh"] if language == "both" else ["zh"])


@EVERY
def test_the_page_says_what_the_records_say(ready: db.Database, family: Family) -> None:
    made = issued(ready, family, "both")
    said = pages.text(ready.read(store.issued, [made.id])[0].pdf)
    zh = "".join(said.split())
    assert made.doc_no in zh
    for part in ready.read(seen.look, made.id).facts.parts:  # type: ignore[union-attr]  # a document of a family
        assert "".join(part.title.split()) in zh.replace("\xad", "")
    if family is papers.COMPLETION:
        assert NAMES[0] in zh
        assert "Zhao Yutong" in said


@EVERY
def test_the_page_is_tagged_archivable_and_the_same_again(ready: db.Database, family: Family) -> None:
    facts = ready.read(making.draft, wishing.wish(ready, family, "both"), day(family)).facts
    pdf = typeset.pdf(facts)
    assert typeset.pdf(stored.read(facts.to_json())) == pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        meta = document.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert "/StructTreeRoot" in document.Root


def test_series_run_by_themselves_and_undo_voids(ready: db.Database) -> None:
    first, second = issued(ready, letters.PLAIN), issued(ready, letters.PLAIN)
    other = issued(ready, letters.REMINDER)
    assert [one.doc_no[-3:] for one in (first, second, other)] == ["〕1号", "〕2号", "〕1号"]
    assert first.doc_no != other.doc_no
    ready.write(store.void, second.id, second.version, "写错了", LATE)
    assert ready.read(seen.look, second.id).void
    assert issued(ready, letters.PLAIN).doc_no[-3:] == "〕3号"


def test_a_dispatch_sends_and_its_voiding_brings_back(ready: db.Database) -> None:
    def standing() -> set[PlacementStatus]:
        return set(ready.read(lambda s: s.scalars(select(Placement.status)).all()))

    made = issued(ready, letters.DISPATCH, "en")
    assert standing() == {PlacementStatus.DISPATCHED}
    ready.write(store.void, made.id, made.version, "改期", LATE)
    assert standing() == {PlacementStatus.PLANNED}


def test_completion_needs_a_completed_placement(ready: db.Database) -> None:
    plan = ready.read(making.draft, wishing.wish(ready, papers.COMPLETION), LATE)
    assert "安排的状态是“待派遣”" in [one.zh for one in plan.refused]
    with pytest.raises(PtmanError) as caught:
        ready.write(making.issue, plan, LATE)
    assert caught.value.code == "letter-refused"
    assert ready.read(lambda s: s.scalars(select(IssuedDocument)).all()) == []


def test_an_unanswered_question_is_named(ready: db.Database) -> None:
    wish = wishing.wish(ready, papers.SUPERVISOR_CHANGE)
    plan = ready.read(making.draft, type(wish)(wish.family, wish.about), date(2026, 9, 10))
    assert "“拟任导师”没有填写" in [one.zh for one in plan.refused]


def test_a_draft_of_yesterdays_facts_is_refused(ready: db.Database) -> None:
    plan = ready.read(making.draft, wishing.wish(ready, letters.PLAIN), date(2026, 9, 10))
    ready.write(lambda session: setattr(wishing.organisation(session), "name", "银河通信有限公司"))
    with pytest.raises(PtmanError) as caught:
        ready.write(making.issue, plan, date(2026, 9, 10))
    assert caught.value.code == "draft-stale"


def test_the_register_shows_kind_and_language(ready: db.Database) -> None:
    made = issued(ready, papers.CERTIFICATE, "both")
    document = ready.read(lambda s: s.get_one(IssuedDocument, made.id))
    assert (document.kind.value, document.language.value) == ("appointment", "both")
    assert document.status is DocumentStatus.ISSUED
    assert document.period_id is None
