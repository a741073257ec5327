"""The words shipped: they have no faults, say what a dispatch letter must, and every blank has its value."""

from datetime import date

import pytest

from ptman.labels import Label
from ptman.letters import language, words
from ptman.letters.pending import Batch, Sender, Trip, Words
from ptman.rules.months import Segment

TODAY = date(2026, 9, 10)
SENDER = Sender("东湖大学工程师学院", "陈一鸣", "0571-00000000", "series", "东大工院函")
BATCH = Batch(
    "o1",
    "甲公司",
    "p1",
    "第一批",
    (
        Trip(
            *("t1", 1, "22660001", "张雨桐", "女", "电子信息", "感知算法", "甲基地"),
            *(date(2026, 9, 1), date(2027, 6, 30), "李伟", "陈静", ()),
        ),
    ),
)


@pytest.mark.parametrize("family", words.VOCABULARIES)
def test_the_words_shipped_have_no_faults(family: str) -> None:
    source = words.shipped(family).source
    assert language.check(language.parse(source), words.VOCABULARIES[family]) == ()


def test_a_dispatch_letter_says_what_it_must() -> None:
    known = words.values(BATCH, SENDER, TODAY)
    late = words.fill(words.shipped(words.DISPATCH), known | {"reply_by": date(2026, 7, 20)})
    (opening,) = late.section("opening")
    assert "研究生1名，于2026年9月1日至2027年6月30日赴贵单位" in opening
    assert opening.endswith("：")
    asked = "".join(late.section("requests"))
    assert all(word in asked for word in ("企业导师", "安全教育", "保险", "回执", "2026年7月20日前"))
    assert "及时寄回" in words.fill(words.shipped(words.DISPATCH), known).section("requests")[-1]


def test_every_declared_blank_has_its_value() -> None:
    known = words.values(BATCH, SENDER, TODAY)
    assert [blank.key for blank in words.VOCABULARIES[words.DISPATCH].blanks] == list(known)
    assert known["period"] == Segment(date(2026, 9, 1), date(2027, 6, 30))


def test_a_fault_names_the_template_and_the_place() -> None:
    own = Words(words.DISPATCH, "【标题】\n致{主送单住}", name="研究生院用", edition=3)
    said = words.refusals(own, words.fill(own, words.values(BATCH, SENDER, TODAY)))
    assert said[-1] == Label(
        "模板“研究生院用”第 3 版，第 2 行第 2 字：没有叫“主送单住”的空白项；是不是“主送单位”？",
        "template “研究生院用”, version 3, line 2, character 2: "
        "there is no blank called “主送单住”; did you mean “host”?",
    )
    assert "【首段】没有内容" in "".join(one.zh for one in said)
