"""What a letter states is compared with what is: nothing where all holds, else each fact old → new."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ptman.letters import comparing
from ptman.letters.comparing import Change, Stated, Stay
from ptman.letters.facts import LetterFacts, StudentLine

Maker = Callable[[Sequence[str]], LetterFacts]
HOST, TODAY, END = "浙江远航智能装备科技有限公司", date(2026, 10, 1), date(2027, 6, 30)
NAMES = ("周雨桐", "林一舟")


def stated(facts: LetterFacts, host: str = HOST) -> Stated:
    return Stated("letter", facts, "unit", host)


def stay(line: StudentLine, **more: object) -> Stay:
    whole = Stay("p" + line.student_no, "letter", "unit", HOST, "远航基地", line)
    return replace(whole, **more)  # type: ignore[arg-type]  # fields of a stay


def said(facts: LetterFacts, *stays: Stay, host: str = HOST, today: date = TODAY) -> list[str]:
    return [change.said().zh for change in comparing.changes(stated(facts, host), stays, today)]


def test_nothing_changed_is_nothing_said(letter: Maker) -> None:
    facts = letter(NAMES)
    assert said(facts, *map(stay, facts.rows)) == []


@pytest.mark.parametrize(
    ("key", "new", "expected"),
    [
        ("name", "周雨彤", "周雨桐 · 姓名：周雨桐 → 周雨彤"),
        ("gender", "男", "周雨桐 · 性别：女 → 男"),
        ("field", "机械", "周雨桐 · 专业领域：电子信息 → 机械"),
        ("end", date(2027, 7, 31), "周雨桐 · 结束日期：2027年6月30日 → 2027年7月31日"),
        ("academic", "吴青", "周雨桐 · 校内导师：陈启明 → 吴青"),
        ("industry", "", "周雨桐 · 企业导师：高建国 → 无"),
        ("post", "射频测试", "周雨桐 · 实践岗位（项目）：智能网联汽车感知算法 → 射频测试"),
        ("student_no", "3226299999", "周雨桐 · 学号：3226210100 → 3226299999"),
    ],
)
def test_each_fact_of_a_student_is_told_old_and_new(letter: Maker, key: str, new: object, expected: str) -> None:
    facts = letter(NAMES)
    changed = replace(facts.rows[0], **{key: new})  # type: ignore[arg-type]  # fields of a line
    assert said(facts, stay(changed), stay(facts.rows[1])) == [expected]


def test_the_host_under_its_new_name(letter: Maker) -> None:
    facts = letter(NAMES[:1])
    assert said(facts, stay(facts.rows[0]), host="远航科技有限公司") == [f"接收单位：{HOST} → 远航科技有限公司"]


def test_one_who_is_elsewhere_nowhere_or_has_left(letter: Maker) -> None:
    facts = letter((*NAMES, "何清"))
    moved = stay(facts.rows[0], organisation="other", host="乙公司")
    left = stay(facts.rows[2], left="退学")
    assert said(facts, moved, left) == [
        f"周雨桐 · 实践单位：{HOST} → 乙公司",
        f"林一舟 · 实践单位：{HOST} → 无",
        "何清 · 学籍状态：无 → 退学",
    ]
    assert comparing.remaining(stated(facts), (moved, left)) == ()


def test_naming_the_base_is_no_change_but_another_base_is(letter: Maker) -> None:
    facts = letter(NAMES[:1])
    named = replace(facts, rows=(replace(facts.rows[0], post="远航基地，智能网联汽车感知算法"),))
    assert said(named, stay(facts.rows[0])) == []
    assert said(named, stay(facts.rows[0], base="二号基地")) == [
        "周雨桐 · 实践岗位（项目）：远航基地，智能网联汽车感知算法 → 二号基地，智能网联汽车感知算法"
    ]


def test_what_is_over_is_history(letter: Maker) -> None:
    facts = letter(NAMES)
    renamed = [stay(replace(line, name="改")) for line in facts.rows]
    assert len(said(facts, *renamed, today=END)) == 2
    assert said(facts, *renamed, host="新名", today=END + timedelta(days=1)) == []
    assert said(facts, *(replace(one, over=True) for one in renamed)) == []


def test_a_change_concerns_its_student_or_all() -> None:
    own = Change("周雨桐", comparing.PLACED, "甲", "", "1")
    assert own.concerns("改名", "1")
    assert own.concerns("周雨桐", "2")
    assert not own.concerns("林一舟", "2")
    assert Change("", comparing.HOST, "甲", "乙").concerns("林一舟", "2")
