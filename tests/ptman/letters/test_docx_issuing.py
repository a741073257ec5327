"""Letters whose template has a Word file are issued as one too: frozen, numbered, refused where a blank is empty."""

import hashlib

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.errors import PtmanError
from ptman.letters import docx_issuing, reissuing, store, templates
from ptman.models import IssuedWording
from tests.ptman.letters import sending
from tests.ptman.letters.sending import TODAY
from tests.ptman.letters.test_docx_words import made, text_of
from tests.ptman.letters.test_templates import OWN


def _digests(session: Session) -> list[str | None]:
    return list(session.scalars(select(IssuedWording.docx_sha).order_by(IssuedWording.docx_sha)))


def test_the_word_file_is_frozen_with_the_letter(office: db.Database) -> None:
    office.write(sending.placed, {"甲公司": ["张雨桐"]})
    first = office.write(templates.save, OWN, "", TODAY, use=True)
    second = office.write(templates.attach, first.id, made("致{{ 主送单位 }}（{{ 文号 }}）"), TODAY)
    assert (second.edition, second.has_docx, second.in_use) == (2, True, True)
    kept = office.write(templates.save, second.text, second.id, TODAY, use=True)
    assert kept.has_docx
    (issued,) = office.write(store.issue, office.read(store.draft, 2026, TODAY), None, TODAY)
    (file,) = office.read(docx_issuing.issued, [issued.id])
    assert text_of(file.docx) == f"致甲公司（{issued.doc_no}）"
    assert file.name == f"{issued.doc_no} 甲公司.docx"
    assert office.read(_digests) == [hashlib.sha256(file.docx).hexdigest()]
    office.write(templates.attach, kept.id, None, TODAY)
    again = office.write(reissuing.issue, office.read(reissuing.draft, issued.id, TODAY), TODAY)
    assert office.read(docx_issuing.issued, [again.id]) == ()
    assert office.read(docx_issuing.issued, [issued.id]) == (file,)


def test_an_empty_blank_of_the_word_file_refuses_the_letter(office: db.Database) -> None:
    office.write(sending.placed, {"甲公司": ["张雨桐"]})
    first = office.write(templates.save, OWN, "", TODAY, use=True)
    office.write(templates.attach, first.id, made("{{ 回执日期 }}"), TODAY)
    (letter,) = office.read(store.draft, 2026, TODAY).letters
    assert [one.zh for one in letter.refused] == ["Word 模板：“回执日期”为空"]
    with pytest.raises(PtmanError) as refused:
        office.write(templates.attach, first.id, made("{{ 不存在 }}"), TODAY)
    assert refused.value.code == "docx-bad"
