"""Documents of every family that tell an outside body of students leave the record of it, with exactly their fields."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.letters import making, reissuing, steps, told, words
from ptman.letters.families import catalogue, letters, papers
from ptman.letters.families.family import Family
from ptman.letters.pending import Words
from ptman.letters.steps import Taken
from ptman.models import Disclosure, IssuedDocument, Student
from ptman.models.choices import DocumentStep
from ptman.rules.disclosing import Purpose
from tests.ptman.letters.families import wishing
from tests.ptman.letters.families.wishing import HOST
from tests.ptman.letters.sending import TODAY
from tests.ptman.letters.test_docx_words import made
from tests.ptman.letters.test_radar import another_guide

LATE = date(2028, 9, 10)
ROSTER = "姓名、性别、学号、专业领域、实践岗位、开始日期、结束日期、校内导师、企业导师"
TELLING = {
    "placement_letter": (HOST, 2, ROSTER),
    "acceptance": (HOST, 2, "姓名、学号、专业领域、实践岗位、开始日期、结束日期、企业导师"),
    "placement_agreement": (HOST, 1, "姓名、学号、实践岗位、开始日期、结束日期、校内导师、企业导师"),
    "introduction": (HOST, 2, "姓名"),
    "supervisor_list": (
        *("各有关单位、各位导师", 2),
        "学号、姓名、专业学位类别、专业领域、校内导师、校内导师职称、企业导师、工作单位、企业导师职称",
    ),
}


@pytest.fixture
def ready(office: db.Database) -> db.Database:
    office.write(wishing.ready)
    return office


def records(session: Session) -> list[Disclosure]:
    return list(session.scalars(select(Disclosure).order_by(Disclosure.note)))


def issue(office: db.Database, family: Family, language: str = "zh") -> str:
    day = TODAY
    if family is papers.COMPLETION:
        office.write(wishing.finish)
        day = LATE
    return office.write(making.issue, office.read(making.draft, wishing.wish(office, family, language), day), day).id


@pytest.mark.parametrize("family", wishing.ISSUABLE, ids=lambda family: family.key)
def test_what_is_told_is_recorded_and_nothing_else(ready: db.Database, family: Family) -> None:
    key = issue(ready, family)
    found = ready.read(records)
    if family.key not in TELLING:
        assert found == []
        return
    (one,) = found
    document = ready.read(lambda session: session.get_one(IssuedDocument, key))
    students = set(ready.read(lambda session: session.scalars(select(Student.id)).all()))
    assert (one.recipient_name, one.rows, one.fields) == TELLING[family.key]
    assert (one.document_id, one.sha256, one.note) == (key, document.pdf_sha, document.doc_no)
    assert (one.purpose, one.outside, len(one.subject_ids)) == (Purpose.PLACEMENT, True, one.rows)
    assert set(one.subject_ids) <= students


def test_a_change_letter_gives_again_and_undoing_it_keeps_both_records(ready: db.Database) -> None:
    old = issue(ready, letters.DISPATCH, "both")
    ready.write(steps.take, [old], Taken(DocumentStep.PRINTED, TODAY), TODAY)
    ready.write(another_guide, wishing.NAMES[0])
    new = ready.write(reissuing.issue, ready.read(reissuing.draft, old, TODAY), TODAY)
    first, second = ready.read(records)
    assert (first.document_id, second.document_id) == (old, new.id)
    assert second.fields == ROSTER
    ready.write(undo.undo, new.version)
    assert ["撤销" in (one.remark or "") for one in ready.read(records)] == [False, True]


def test_words_of_the_office_tell_what_they_name() -> None:
    own = Words("introduction", "【标题】\n介绍信\n【正文】\n{每个 研究生}{姓名}，{性别}{如果 学号}{专业领域}{完}{完}")
    assert [one.key for one in told.fields(letters.INTRODUCTION, [own])] == ["name", "gender", "field"]


def test_a_word_file_of_the_office_tells_what_it_names() -> None:
    docx = made("{% for s in 研究生 %}{{ s.姓名 }}（{{ s.学号 }}）{% endfor %}{{ 接洽单位 }}")
    own = Words("introduction", "【正文】\n见附表。", docx=docx)
    assert [one.key for one in told.fields(letters.INTRODUCTION, [own])] == ["name", "student_no"]


def test_every_family_that_lists_students_says_whom_it_tells() -> None:
    """A family added later must say whether it goes outside; those to the student alone or within tell nobody."""
    within = {"completion", "supervisor_change", "appointment", "reminder", "renewal", "plain"}
    within |= {"training_certificate", "title_certificate"}
    assert {one.key for one in catalogue.ALL if one.gives is None} == within
    for family in catalogue.ALL:
        assert bool(told.fields(family, [words.shipped(family.key)])) is (family.gives is not None)
