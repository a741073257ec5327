"""The letters: dispatch, change, introduction, acceptance, reminder, renewal, plain (D01, D02, D03, D18)."""

from ptman.labels import Label
from ptman.letters.blanks import Blank, BlankKind
from ptman.letters.families import shared
from ptman.letters.families.family import Ask, Check, Family, Layout, Subject

_HOSTED = (*shared.OFFICE, shared.HOST, shared.PERIOD, shared.STUDENTS)
_WORDS = (shared.TITLE, shared.OPENING, shared.REQUESTS, shared.CLOSING)
_BOTH_HEADS = (Layout.LETTER, Layout.RED_HEADER)
_ROSTER = (
    *(shared.NAME, shared.GENDER, shared.STUDENT_NO, shared.FIELD, shared.POST),
    *(shared.FROM, shared.TO, shared.ACADEMIC, shared.INDUSTRY),
)
_PLACED = (shared.ENROLLED, shared.ONE_HOST, shared.AGREED, shared.PAIRED, *shared.USUAL)

DISPATCH = Family(
    key="placement_letter",
    code="D01",
    label=Label("专业实践派遣函", "Placement dispatch letter"),
    subject=Subject.PLACEMENTS,
    layouts=_BOTH_HEADS,
    blanks=_HOSTED,
    sections=_WORDS,
    asks=(Ask("reply_by", Label("回执日期", "reply date"), BlankKind.DATE),),
    checks=_PLACED,
    gives=_ROSTER,
)
CHANGE = Family(
    key="change_letter",
    code="D01",
    label=Label("派遣变更函", "Change letter"),
    subject=Subject.PLACEMENTS,
    layouts=_BOTH_HEADS,
    blanks=(
        *_HOSTED,
        Blank("old_title", Label("原函标题", "title of the old letter")),
        Blank("old_no", Label("原函文号", "number of the old letter")),
        Blank("old_dated", Label("原函日期", "date of the old letter"), BlankKind.DATE),
        Blank("changes", Label("变更事项", "changes"), BlankKind.LIST),
    ),
    sections=_WORDS,
    asks=DISPATCH.asks,
    checks=_PLACED,
    series="placement_letter",
    by_reissue=True,
    gives=_ROSTER,
)
INTRODUCTION = Family(
    key="introduction",
    code="D02",
    label=Label("实习介绍信", "Introduction letter"),
    subject=Subject.STUDENTS,
    layouts=(Layout.STUB,),
    blanks=(*shared.OFFICE, Blank("students", Label("研究生", "students"), BlankKind.LIST, of=shared.ONE_STUDENT)),
    sections=(shared.TITLE, shared.BODY, shared.CLOSING),
    asks=(
        Ask("unit", Label("接洽单位", "unit"), required=True),
        Ask("purpose", Label("事由", "purpose"), usual=Label("联系专业实践事宜", "a placement for practice")),
        Ask("valid_days", Label("有效天数", "days valid"), BlankKind.NUMBER, Label("15", "15"), required=True),
        Ask("handler", Label("经办人", "handled by")),
    ),
    checks=(shared.ENROLLED, *shared.USUAL),
    gives=(),
)
ACCEPTANCE = Family(
    key="acceptance",
    code="D03",
    label=Label("实践接收函", "Acceptance letter"),
    subject=Subject.PLACEMENTS,
    layouts=(Layout.BLANK_HEAD,),
    blanks=(
        *_HOSTED,
        shared.HOST_CODE,
        Blank("safety_officer", Label("安全责任人", "safety officer")),
        Blank(
            "mentors",
            Label("指导人员", "mentors"),
            BlankKind.LIST,
            of=tuple(
                Blank(key, Label(zh, en))
                for key, zh, en in (
                    ("name", "姓名", "name"),
                    ("post", "职务", "post"),
                    ("title", "职称", "title"),
                    ("phone", "电话", "phone"),
                )
            ),
        ),
    ),
    sections=(shared.TITLE, shared.OPENING, shared.CLOSING),
    asks=(
        Ask(
            "hours",
            Label("工作时间", "working time"),
            usual=Label("每周五天，每天不超过八小时", "five days a week, eight hours a day at most"),
        ),
        Ask("work", Label("工作内容", "content of the work")),
        Ask("stipend", Label("补助", "stipend")),
        Ask("lodging", Label("食宿", "board and lodging")),
        Ask("insurance", Label("保险", "insurance")),
    ),
    checks=(shared.ENROLLED, shared.ONE_HOST, *shared.USUAL),
    gives=tuple(one for one in _ROSTER if one not in {shared.GENDER, shared.ACADEMIC}),
)
_TERM = (
    *shared.OFFICE,
    Blank("partner", Label("对方单位", "partner")),
    Blank("agreement_no", Label("协议编号", "agreement number")),
    Blank("agreement_title", Label("协议名称", "agreement title")),
    Blank("term", Label("协议期限", "term"), BlankKind.PERIOD),
    Blank("expires", Label("到期日期", "expiry"), BlankKind.DATE),
    Blank("days_left", Label("剩余天数", "days left"), BlankKind.NUMBER),
    shared.BASE,
)
_EXPIRING = (
    Check("ends", Label("协议有截止日期，且不自动续期", "The agreement ends and does not renew itself")),
    Check("soon", Label("协议即将到期", "The agreement ends soon"), blocks=False),
    *shared.USUAL,
)
REMINDER = Family(
    key="reminder",
    code="D18",
    label=Label("协议到期提醒函", "Expiry reminder"),
    subject=Subject.AGREEMENT,
    layouts=_BOTH_HEADS,
    blanks=_TERM,
    sections=(shared.TITLE, shared.BODY, shared.CLOSING),
    asks=(Ask("reply_by", Label("回复日期", "reply date"), BlankKind.DATE),),
    checks=_EXPIRING,
)
RENEWAL = Family(
    key="renewal",
    code="D18",
    label=Label("协议续签意向函", "Renewal letter"),
    subject=Subject.AGREEMENT,
    layouts=_BOTH_HEADS,
    blanks=(*_TERM, Blank("new_term", Label("续签期限", "new term"), BlankKind.PERIOD)),
    sections=(shared.TITLE, shared.BODY, shared.CLOSING),
    asks=(
        Ask("years", Label("续签年数", "years"), BlankKind.NUMBER, Label("3", "3"), required=True),
        Ask("reply_by", Label("回复日期", "reply date"), BlankKind.DATE),
    ),
    checks=_EXPIRING,
)
PLAIN = Family(
    key="plain",
    code="",
    label=Label("一般公函", "Plain letter"),
    subject=Subject.ORGANISATION,
    layouts=_BOTH_HEADS,
    blanks=(*shared.OFFICE, Blank("partner", Label("对方单位", "addressee"))),
    sections=(shared.TITLE, shared.BODY, shared.CLOSING),
    asks=(
        Ask("subject", Label("事由", "subject"), required=True),
        Ask("text", Label("正文内容", "text"), required=True),
    ),
    checks=shared.USUAL,
)
