"""The office's own templates: versions, which is in use, comparing, restoring; and letters written in them."""

import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.letters import facts as frozen
from ptman.letters import store, template_choice, template_text, template_trials, templates, words
from ptman.letters.families import catalogue
from ptman.letters.template_text import TemplateText
from ptman.models import IssuedDocument, IssuedWording
from tests.ptman.letters import sending
from tests.ptman.letters.families import wishing
from tests.ptman.letters.sending import TODAY

OWN = TemplateText(
    words.DISPATCH,
    Lang.ZH,
    "学院用",
    "【标题】\n赴{主送单位}实践函\n【首段】\n兹有{研究生：姓名}等{研究生：数}名研究生赴贵单位。\n【结束语】\n此致。",
)


def test_each_save_is_a_version_and_only_one_is_in_use(office: db.Database) -> None:
    first = office.write(templates.save, OWN, "", TODAY, use=True)
    second = office.write(templates.save, replace(OWN, source=OWN.source + "\n谢谢。"), first.id, TODAY, use=True)
    other = office.write(templates.save, replace(OWN, name="另一个"), "", TODAY, use=True)
    rows = [
        row for row in office.read(templates.listing) if (row.text.family, row.text.lang) == (words.DISPATCH, Lang.ZH)
    ]
    assert [(row.text.name, row.edition, row.in_use) for row in rows] == [
        ("", 0, False),
        ("另一个", 1, True),
        ("学院用", 2, False),
    ]
    assert [row.edition for row in office.read(templates.editions, second.id)] == [2, 1]
    marks = [line.mark for line in office.read(templates.compare, first.id, second.id)]
    assert marks.count("+") == 1
    assert "-" not in marks
    restored = office.write(templates.restore, first.id, TODAY)
    assert (restored.edition, restored.text.source) == (3, OWN.source)
    office.write(templates.use, other.id, on=False)
    assert office.read(template_choice.chosen, words.DISPATCH).name == ""


def test_an_overtaken_version_is_refused_and_an_undo_brings_back_the_one_before(office: db.Database) -> None:
    first = office.write(templates.save, OWN, "", TODAY, use=True)
    office.write(templates.save, replace(OWN, source="【标题】\n二"), first.id, TODAY, use=True)
    with pytest.raises(PtmanError) as refused:
        office.write(templates.save, replace(OWN, source="【标题】\n三"), first.id, TODAY, use=True)
    assert refused.value.code == "stale"
    office.write(undo.undo, 2)
    assert office.read(template_choice.chosen, words.DISPATCH).edition == 1
    with pytest.raises(PtmanError) as nameless:
        office.write(templates.save, replace(OWN, name=" \u200b"), "", TODAY, use=True)
    assert nameless.value.code == "template-name"


def _wordings(session: Session) -> list[tuple[str, int, str]]:
    return [(one.name, one.edition, one.source_sha) for one in session.scalars(select(IssuedWording))]


def _letters(session: Session) -> list[tuple[str, bytes]]:
    return [(one.facts, one.pdf) for one in session.scalars(select(IssuedDocument).order_by(IssuedDocument.seq))]


def test_letters_are_written_in_the_template_and_keep_it(office: db.Database) -> None:
    office.write(sending.placed, {"甲公司": ["张雨桐", "李卓"]})
    saved = office.write(templates.save, OWN, "", TODAY, use=True)
    plan = office.read(store.draft, 2026, TODAY)
    office.write(store.issue, plan, None, TODAY)
    ((facts, pdf),) = office.read(_letters)
    stated = frozen.from_json(facts)
    assert (stated.title, stated.opening) == ("赴甲公司实践函", "兹有张雨桐、李卓等2名研究生赴贵单位。")
    assert office.read(_wordings) == [("学院用", 1, hashlib.sha256(OWN.source.encode()).hexdigest())]
    office.write(templates.save, replace(OWN, source="【标题】\n全改了"), saved.id, TODAY, use=True)
    assert office.read(_letters) == [(facts, pdf)]


def test_a_template_that_changes_meanwhile_makes_the_draft_stale(office: db.Database) -> None:
    office.write(sending.placed, {"甲公司": ["张雨桐"]})
    plan = office.read(store.draft, 2026, TODAY)
    office.write(templates.save, OWN, "", TODAY, use=True)
    with pytest.raises(PtmanError) as refused:
        office.write(store.issue, plan, None, TODAY)
    assert refused.value.code == "draft-stale"


def test_faults_refuse_the_letter_by_name_before_it_is_issued(office: db.Database) -> None:
    office.write(sending.placed, {"甲公司": ["张雨桐"], "乙公司": ["李卓"]})
    source = OWN.source + "\n{每个 研究生}{性别}{完}{回执日朗}"
    text = replace(OWN, source=source)
    office.write(templates.save, text, "", TODAY, use=True)
    plan = office.read(store.draft, 2026, TODAY)
    assert plan.draft.keepable() == frozenset()
    said = "".join(one.zh for one in plan.letters[0].refused)
    assert "模板“学院用”第 1 版，第 7 行" in said
    assert "是不是“回执日期”？" in said
    troubles = office.read(template_trials.check, text, 2026, TODAY)
    assert [(one.host, one.students) for one in troubles] == [("甲公司", ("张雨桐",)), ("乙公司", ("李卓",))]


@pytest.mark.parametrize("family", words.VOCABULARIES)
def test_a_template_is_tried_on_a_real_student(office: db.Database, family: str) -> None:
    office.write(sending.placed, {"甲公司": ["张雨桐"]})
    (example,) = office.read(template_trials.examples, words.DISPATCH)
    assert example.who.startswith("张雨桐 · 甲公司基地")
    text = TemplateText(family, Lang.ZH, "", words.shipped(family).source)
    trial = office.read(template_trials.preview, text, example.key, TODAY)
    assert (trial.pdf[:5], trial.why, trial.faults) == (b"%PDF-", None, ())
    held = {blank.key: value for blank, value in trial.samples}
    assert (held["host"], held["students"]) == ("甲公司", "张雨桐")
    empty = office.read(template_trials.preview, replace(text, source=""), example.key, TODAY)
    assert (empty.pdf, empty.why is not None) == (b"", True)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("family", [one.key for one in catalogue.ALL if not one.by_reissue])
def test_every_family_is_tried_on_a_real_record(office: db.Database, family: str, lang: Lang) -> None:
    office.write(sending.placed, {"甲公司": ["张雨桐"]})
    office.write(wishing.certified)
    text = TemplateText(family, lang, "", words.shipped(family, lang).source)
    first = office.read(template_trials.examples, family, lang)[0]
    trial = office.read(template_trials.preview, text, first.key, TODAY)
    assert trial.pdf[:5] == b"%PDF-"
    assert [one.code for one in trial.faults if one.code != "empty-blank"] == []
    assert trial.samples


def test_a_file_brings_a_template_back_as_it_was() -> None:
    assert template_text.read(template_text.written(OWN)) == OWN


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"PK\x03\x04", b"x" * 300_000, template_text.written(replace(OWN, family="os.system"))],
)
def test_a_file_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(PtmanError) as refused:
        template_text.read(data)
    assert refused.value.code == "template-file"
