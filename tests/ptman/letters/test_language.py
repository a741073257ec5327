"""The template language: what is written of it, in both languages, and that nothing makes it raise or run away."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.labels import Label, Lang
from ptman.letters import filling, language
from ptman.letters.blanks import Blank, BlankKind, Section, Vocabulary
from ptman.letters.value_words import Value
from ptman.rules.months import Duration, Segment

STUDENTS = (
    {"name": "张雨桐", "industry": "王工"},
    {"name": "李卓", "industry": ""},
    {"name": "Ann Lee", "industry": "陈工"},
)
VALUES: dict[str, Value] = {
    "host": "甲公司",
    "students": STUDENTS,
    "period": Segment(dt.date(2026, 9, 1), dt.date(2027, 2, 28)),
    "reply": None,
    "valid": 105,
    "term": Duration(6, 1),
    "dated": dt.date(2026, 9, 10),
}
KNOWN = Vocabulary(
    (
        Blank("host", Label("主送单位", "host")),
        Blank(
            "students",
            Label("研究生", "students"),
            BlankKind.LIST,
            of=(Blank("name", Label("姓名", "name")), Blank("industry", Label("企业导师", "industry supervisor"))),
        ),
        Blank("period", Label("起止日期", "period"), BlankKind.PERIOD),
        Blank("reply", Label("回执日期", "reply date"), BlankKind.DATE),
        Blank("valid", Label("有效天数", "days valid"), BlankKind.NUMBER),
        Blank("term", Label("期限", "term"), BlankKind.LENGTH),
        Blank("dated", Label("成文日期", "date"), BlankKind.DATE),
    ),
    (
        Section("title", Label("标题", "Title"), single=True, optional=True),
        Section("body", Label("正文", "Body"), optional=True),
    ),
)


def filled(source: str, lang: Lang = Lang.ZH) -> language.Filled:
    return language.fill(language.parse(source), VALUES, lang, KNOWN)


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        ("{主送单位}", "甲公司", "甲公司"),
        ("{host}", "甲公司", "甲公司"),
        ("｛Host｝", "甲公司", "甲公司"),
        ("{成文日期}", "2026年9月10日", "10 September 2026"),
        ("{成文日期：年月}", "2026年9月", "September 2026"),
        ("{date: formal}", "二〇二六年九月十日", "10 September 2026"),
        ("{起止日期}", "2026年9月1日至2027年2月28日", "1 September 2026 to 28 February 2027"),
        ("{period: length}", "6个月", "6 months"),
        ("{期限}", "6个月1天", "6 months and 1 day"),
        ("{有效天数：大写}", "壹佰零伍", "one hundred and five"),
        ("{研究生：数}名", "3名", "3名"),
        ("{students: student|students}", "students", "students"),
        ("{研究生：姓名}", "张雨桐、李卓、Ann Lee", "张雨桐, 李卓 and Ann Lee"),
        ("{回执日期：空则及时}", "及时", "及时"),
        ("{如果 回执日期}于{回执日期}前{否则}及时{完}寄回", "及时寄回", "及时寄回"),
        ("{if no reply date and students more than 2}yes{end}", "yes", "yes"),
        ("{如果 研究生 多于 3}多{否则如果 主送单位 是 “甲公司”}甲{完}", "甲", "甲"),
        ("{如果 没有 主送单位 或 有效天数 >= 105}是{否则}否{完}", "是", "是"),
        ("{每个 研究生}{序号}{姓名}{间隔}，{末间隔}和{完}。", "1张雨桐，2李卓和3Ann Lee。", None),
    ],
)
def test_what_is_written(source: str, zh: str, en: str | None) -> None:
    for lang, wanted in ((Lang.ZH, zh), (Lang.EN, en or zh)):
        found = filled(source, lang)
        assert (found.paragraphs, found.faults) == ((wanted,), ())


def test_a_repeated_paragraph_and_sections() -> None:
    found = filled("【标题】\n致{host}\n\n[Body]\n{每个 研究生}\n{序号：汉字}、{姓名}\n{完}\n完。")
    assert found.sections == (("title", ("致甲公司",)), ("body", ("一、张雨桐", "二、李卓", "三、Ann Lee", "完。")))
    assert found.section("body")[0] == "一、张雨桐"
    assert not found.faults


@pytest.mark.parametrize(
    ("source", "code", "said"),
    [
        ("abc\n致{主送单拉}", "unknown-blank", "第 2 行第 2 字：没有叫“主送单拉”的空白项；是不是“主送单位”？"),
        ("{每个 研究生}{企业导师}{完}", "empty-blank", "李卓的“企业导师”为空"),
        ("{回执日期}", "empty-blank", "“回执日期”为空"),
        ("{如果 }是{完}", "broken-condition", "看不懂这个条件"),
        ("{如果 有效天数 多于 许多}是{完}", "broken-condition", "要写一个数"),
        ("{如果 host 且 reply 或 dated}是{完}", "broken-condition", "“且”和“或”"),
        ("{如果 主送单位}是", "block-not-ended", "{完}"),
        ("是{完}", "stray-end", "没有对应"),
        ("是{否则}", "misplaced-else", "“否则”"),
        ("致{主送单位", "unclosed-brace", "“}”"),
        ("致主送单位}", "stray-brace", "“}”"),
        ("致{主送{单位}}", "nested-brace", "又有花括号"),
        ("{}", "nameless-blank", "没有内容"),
        ("{成文日期：年日}", "unfit-form", "年月、年"),
        ("{每个 主送单位}一{完}", "not-a-list", "列表"),
        ("【附注】\n一", "unknown-section", "【标题】、【正文】"),
        ("【标题】\n一\n【标题】\n二", "section-twice", "两次"),
    ],
)
def test_each_fault_has_its_place_and_sentence(source: str, code: str, said: str) -> None:
    faults = [one for one in filled(source).faults if one.code == code]
    assert len(faults) == 1
    assert said in faults[0].said().zh
    assert faults[0].said().en
    assert source[faults[0].start : faults[0].end]


def test_an_untaken_branch_is_checked_too() -> None:
    template = language.parse("{如果 回执日期}{不存在的}{完}")
    assert [one.code for one in language.check(template, KNOWN)] == ["unknown-blank"]


@given(st.text(alphabet="{}｛｝【】 \n:：;|如果否则每个完间隔 host students且或 not>1a\u202e\u200b", max_size=120))
@settings(deadline=None, max_examples=60)
def test_no_text_makes_it_raise(source: str) -> None:
    found = filled(source)
    assert sum(map(len, found.paragraphs)) <= filling.LONGEST
    assert all(0 <= one.start <= one.end <= len(source) for one in found.faults)


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=40)
def test_a_value_is_never_read_as_template(value: str) -> None:
    found = language.fill(language.parse("【A】\n<{x：空则—}>"), {"x": value}, Lang.ZH)
    (paragraph,) = found.paragraphs
    assert paragraph.startswith("<")
    assert paragraph.endswith(">")
    assert {one.code for one in found.faults} <= {"hidden-in-value"}
