"""The draft of letters: one a host and period, what each states, what is warned of, what forbids one."""

from dataclasses import replace
from datetime import date

import pytest

from ptman.drafts import Fate
from ptman.letters import draft as drafting
from ptman.letters import papers
from ptman.letters.draft import Letter, LettersDraft
from ptman.letters.pending import Batch, Pending, Sender, Term, Trip

START, END, TODAY = date(2027, 9, 1), date(2028, 8, 31), date(2026, 9, 10)
SENDER = Sender("东湖大学工程师学院", "陈一鸣", "0571-00000000", "series", "东大工院函")
TRIP = Trip(
    placement="p1",
    version=3,
    student_no="22660001",
    name="赵一",
    gender="女",
    field="计算机技术",
    post="射频测试",
    base="星河基地",
    starts_on=START,
    ends_on=END,
    academic="李伟",
    industry="陈静",
    agreements=(Term(date(2026, 1, 1), None),),
)


def batch(*trips: Trip, host: str = "星河通信有限公司") -> Batch:
    return Batch(host, host, "period", "第一批", trips)


def made(*batches: Batch, sender: Sender = SENDER, left_out: tuple[str, ...] = ()) -> LettersDraft:
    return drafting.make(Pending(2026, TODAY, sender, batches, left_out), 7)


def only(*trips: Trip, sender: Sender = SENDER) -> Letter:
    (letter,) = made(batch(*trips), sender=sender).letters
    return letter


def test_a_letter_states_what_the_records_say() -> None:
    later = replace(TRIP, student_no="22660002", name="钱二", starts_on=date(2027, 10, 1), ends_on=date(2028, 9, 30))
    letter = only(TRIP, later)
    facts = letter.facts
    assert (facts.doc_no, facts.issuer, facts.host) == ("东大工院函〔2026〕7号", SENDER.issuer, "星河通信有限公司")
    assert (facts.start, facts.end, facts.dated) == (START, date(2028, 9, 30), TODAY)
    assert [(row.name, row.post, row.academic, row.industry) for row in facts.rows] == [
        ("赵一", "射频测试", "李伟", "陈静"),
        ("钱二", "射频测试", "李伟", "陈静"),
    ]
    assert "2名" in facts.opening
    assert (letter.warnings, letter.refused) == ((), ())


def test_several_bases_of_one_host_are_named_in_the_table() -> None:
    rows = only(TRIP, replace(TRIP, student_no="22660002", base="二号基地", post="")).facts.rows
    assert [row.post for row in rows] == ["星河基地，射频测试", "二号基地"]


WARNED = {
    "无企业导师：赵一": (replace(TRIP, industry=""), SENDER),
    "无校内导师：赵一": (replace(TRIP, academic=""), SENDER),
    "协议在实践结束前到期：赵一": (replace(TRIP, agreements=(Term(START, date(2028, 1, 1)),)), SENDER),
    "实践已开始：赵一": (replace(TRIP, starts_on=date(2026, 9, 1)), SENDER),
    "用后备字体：喆": (replace(TRIP, post="喆"), SENDER),
    drafting.NO_PHONE.zh: (TRIP, replace(SENDER, phone="")),
}


@pytest.mark.parametrize("warning", WARNED)
def test_what_is_odd_is_warned_of(warning: str) -> None:
    trip, sender = WARNED[warning]
    letter = only(trip, sender=sender)
    assert [one.zh for one in letter.warnings] == [warning]
    assert letter.refused == ()


REFUSED = {
    "基地“星河基地”在实践开始时没有有效协议": replace(TRIP, agreements=()),
    "字体缺字：\U0002ebf0 (U+2EBF0)": replace(TRIP, name="赵\U0002ebf0"),
    "结束日期 2027-08-01 早于开始日期 2027-09-01": replace(TRIP, ends_on=date(2027, 8, 1)),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_forbids_a_letter_takes_no_number(reason: str) -> None:
    plan = made(batch(REFUSED[reason], host="甲公司"), batch(TRIP, host="乙公司"))
    bad, good = plan.letters
    assert reason in [one.zh for one in bad.refused]
    assert good.facts.doc_no == "东大工院函〔2026〕7号"
    assert [item.fate for item in plan.draft.items] == [Fate.REFUSED, Fate.NEW]
    assert plan.draft.keepable() == {good.key}


def test_an_agreement_that_has_ended_forbids_a_letter() -> None:
    ended = replace(TRIP, agreements=(Term(date(2026, 1, 1), date(2027, 8, 31)),))
    assert len(only(ended).refused) == 1
    assert only(replace(TRIP, agreements=(*ended.agreements, *TRIP.agreements))).refused == ()


def test_those_who_left_are_named() -> None:
    remark, stood_in = made(left_out=("孙三", "李四")).draft.remarks
    assert remark.zh == "已不在读，未列入：孙三、李四"
    assert "仿宋_GB2312 → FandolFang" in stood_in.zh


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("函〔2026〕7号", "甲公司"), "函〔2026〕7号 甲公司.pdf"),
        (("a/b\\c:d*e?", '<"|>\n'), "a_b_c_d_e_ _____.pdf"),
        (("..", " 甲. "), "甲.pdf"),
        (("国" * 100,), f"{'国' * 66}.pdf"),
    ],
)
def test_names_fit_any_system(parts: tuple[str, ...], expected: str) -> None:
    assert papers.name(*parts) == expected
