"""The words a letter is written in: the office's own template or the one shipped, and what fills it."""

import dataclasses
import functools
from collections.abc import Mapping
from datetime import date

from ptman import folders
from ptman.labels import Label, Lang
from ptman.letters import language
from ptman.letters.blanks import Blank, BlankKind, Section, Vocabulary
from ptman.letters.families import catalogue
from ptman.letters.language import Filled, Template
from ptman.letters.pending import Batch, Sender, Words
from ptman.letters.value_words import Value
from ptman.rules.months import Segment

DISPATCH, CHANGE = "placement_letter", "change_letter"
SECTIONS = (
    Section("title", Label("标题", "Title"), single=True),
    Section("opening", Label("首段", "Opening"), single=True),
    Section("requests", Label("请协助事项", "Requests"), optional=True),
    Section("closing", Label("结束语", "Closing"), single=True),
)
_STUDENT = (
    Blank("name", Label("姓名", "name"), sample=Label("张雨桐", "Zhang Yutong")),
    Blank("gender", Label("性别", "gender"), sample=Label("女", "female")),
    Blank("student_no", Label("学号", "student number"), sample=Label("22660031", "22660031")),
    Blank("field", Label("专业领域", "field"), sample=Label("电子信息", "Electronic information")),
    Blank("post", Label("实践岗位", "post"), sample=Label("感知算法", "perception algorithms")),
    Blank("period", Label("实践期间", "practice"), BlankKind.PERIOD),
    Blank("academic", Label("校内导师", "academic supervisor"), sample=Label("李伟", "Li Wei")),
    Blank("industry", Label("企业导师", "industry supervisor"), sample=Label("陈静", "Chen Jing")),
)
_LETTER = (
    Blank("host", Label("主送单位", "host"), sample=Label("星河通信有限公司", "Xinghe Telecom")),
    Blank("issuer", Label("发文单位", "issuer"), sample=Label("工程师学院", "School of Engineers")),
    Blank(
        "students",
        Label("研究生", "students"),
        BlankKind.LIST,
        Label("张雨桐、李卓", "Zhang Yutong, Li Zhuo"),
        _STUDENT,
    ),
    Blank("period", Label("起止日期", "period"), BlankKind.PERIOD),
    Blank("batch", Label("批次", "batch"), sample=Label("第一批", "first batch")),
    Blank("dated", Label("成文日期", "date of the letter"), BlankKind.DATE),
    Blank("reply_by", Label("回执日期", "reply date"), BlankKind.DATE),
    Blank("contact", Label("联系人", "contact"), sample=Label("陈一鸣", "Chen Yiming")),
    Blank("phone", Label("联系电话", "contact phone"), sample=Label("0571-00000000", "0571-00000000")),
)
_OLD = (
    Blank("old_title", Label("原函标题", "title of the old letter")),
    Blank("old_no", Label("原函文号", "number of the old letter")),
    Blank("old_dated", Label("原函日期", "date of the old letter"), BlankKind.DATE),
    Blank("changes", Label("变更事项", "changes"), BlankKind.LIST),
)
VOCABULARIES: Mapping[str, Vocabulary] = {
    DISPATCH: Vocabulary(_LETTER, SECTIONS),
    CHANGE: Vocabulary((*_LETTER, *_OLD), SECTIONS),
}


def vocabulary(family: str) -> Vocabulary:
    """What the words of a family may name; PtmanError `no-family`."""
    return VOCABULARIES.get(family) or catalogue.family(family).vocabulary


@functools.cache
def shipped(family: str, lang: Lang = Lang.ZH) -> Words:
    """The words ptman brings along."""
    path = folders.resources() / "letters" / "words" / f"{family}.{lang}.txt"
    return Words(family, path.read_text(encoding="utf-8"), lang)


@functools.lru_cache(maxsize=64)
def parsed(source: str) -> Template:
    return language.parse(source)


def fill(words: Words, values: Mapping[str, Value]) -> Filled:
    """The paragraphs of a family's words, by its sections."""
    return language.fill(parsed(words.source), values, words.lang, vocabulary(words.family))


def values(batch: Batch, sender: Sender, today: date) -> dict[str, Value]:
    """What the blanks of a dispatch letter hold."""
    start = min(trip.starts_on for trip in batch.trips)
    end = max(trip.ends_on for trip in batch.trips)
    return {
        "host": batch.host,
        "issuer": sender.issuer,
        "students": tuple(_student(dataclasses.asdict(trip)) for trip in batch.trips),
        "period": Segment(start, end) if start <= end else None,
        "batch": batch.period_name,
        "dated": today,
        "reply_by": None,
        "contact": sender.person,
        "phone": sender.phone,
    }


def _student(trip: dict[str, object]) -> dict[str, Value]:
    known: dict[str, Value] = {key: str(trip[key]) for key in ("name", "gender", "student_no", "field", "post")}
    start, end = trip["starts_on"], trip["ends_on"]
    ordered = isinstance(start, date) and isinstance(end, date) and start <= end
    known["period"] = Segment(start, end) if ordered else None  # type: ignore[arg-type]  # both are dates where ordered
    return known | {key: str(trip[key]) for key in ("academic", "industry")}


def refusals(words: Words, filled: Filled) -> tuple[Label, ...]:
    """Why these words make no letter, each fault with the template's name and the place."""
    name = words.title
    return tuple(
        Label(f"{name.zh}，{fault.said().zh}", f"{name.en}, {fault.said().en}")
        for fault in filled.faults
        if fault.blocks
    )


def notes(filled: Filled) -> tuple[Label, ...]:
    """What is only worth knowing."""
    return tuple(fault.sentence for fault in filled.faults if not fault.blocks)
