"""The papers of a batch say what was judged, and the public one nothing that is not public."""

import pytest

from ptman import db
from ptman.aspects.titles import papers
from ptman.labels import Lang
from ptman.reports import paper_files
from ptman.reports.paper_files import Form
from ptman.reports.report import Report
from tests import makers
from tests.ptman.register import title_office
from tests.ptman.register.title_office import TODAY, Made, go, put


@pytest.fixture
def made(office: db.Database) -> Made:
    return office.write(title_office.make)


def _passed(office: db.Database, made: Made) -> str:
    key = office.write(title_office.apply, made)
    office.write(title_office.bring, key)
    go(office, key, "submit", "pass_prelim", "review")
    put(office, "title_application", key, votes_for="6", votes_against="1", votes_abstain="0")
    go(office, key, "pass_review", today=TODAY)
    return key


def _words(paper: Report) -> str:
    return repr(paper)


def test_the_public_list_holds_no_phone_and_no_number(office: db.Database, made: Made) -> None:
    _passed(office, made)
    put(office, "student", made.student, **{"person.mobile": "13800000001", "person.id_number": makers.resident_id()})
    for lang in Lang:
        said = _words(office.read(papers.publicity_of, made.batch, TODAY, lang))
        assert "张雨桐" in said
        assert "224***01" in said
        assert not any(hidden in said for hidden in ("22460001", "13800000001", makers.resident_id()))
    cells = office.read(papers.publicity_listing, made.batch, TODAY).rows[0].cells
    assert cells[:3] == (1, "张雨桐", "224***01")


def test_the_proof_sheet_is_live_before_and_frozen_after_submission(office: db.Database, made: Made) -> None:
    key = office.write(title_office.apply, made)
    assert "尚未提交" in _words(office.read(papers.proof_of, key, TODAY, Lang.ZH))
    go(office, key, "submit")
    put(office, "student", made.student, prior_work_months="50")
    said = _words(office.read(papers.proof_of, key, TODAY, Lang.EN))
    assert "frozen since" in said
    assert "85.00" in said
    assert "Not asked" not in said  # the work entered afterwards changes nothing


def test_only_those_who_passed_are_made_public(office: db.Database, made: Made) -> None:
    office.write(title_office.apply, made)
    assert "张雨桐" not in _words(office.read(papers.publicity_of, made.batch, TODAY, Lang.ZH))
    assert "ZC-2026-001" not in _words(office.read(papers.list_of, made.batch, TODAY, Lang.ZH))


@pytest.mark.parametrize("lang", list(Lang))
def test_every_paper_is_set(office: db.Database, made: Made, lang: Lang) -> None:
    key = _passed(office, made)
    drawn = (
        office.read(papers.list_of, made.batch, TODAY, lang),
        office.read(papers.proof_of, key, TODAY, lang),
        office.read(papers.publicity_of, made.batch, TODAY, lang),
        office.read(papers.certificates_of, made.batch, TODAY, lang),
    )
    for one in drawn:
        assert paper_files.set_as(one, Form.PDF).content.startswith(b"%PDF")
    assert paper_files.set_as(drawn[1], Form.DOCX).name.endswith(".docx")
