"""The pieces of introduction, acceptance, agreement and change form: stub, boxes, articles, signatures."""

from ptman.labels import Label, Lang
from ptman.letters import wording
from ptman.letters.families.papers import ARTICLES
from ptman.letters.layouts import pieces, tables
from ptman.letters.layouts.pieces import AREA, Piece
from ptman.letters.paper import PaperFacts, Text

ABREAST = 3
"""So many parties sign beside each other; more stand in two columns."""
_DATED = "日期：　　　年　月　日"
_BLANK = "　　　　　　　"


def introduced(facts: PaperFacts, text: Text) -> list[Piece]:
    """The stub that stays, the line the seal goes over, the letter that leaves."""
    zh = text.lang is Lang.ZH
    names = [str(row.get("name")) for row in text.rows("students")]
    shown = "、".join(names) if zh else ", ".join(names)
    lines = [
        (Label("持函人", "Bearers"), shown),
        (Label("人数", "Number"), str(len(names))),
        (Label("接洽单位", "To"), text.addressee),
        (Label("事由", "Purpose"), text.said("purpose")),
        (Label("有效天数", "Days valid"), text.said("valid_days")),
        (Label("经办人", "Handled by"), text.said("handler")),
    ]
    stub = pieces.pairs_of(lines, text.lang) | {
        "kind": "stub",
        "title": f"{text.title}（存根）" if zh else f"{text.title} (stub)",
        "number": facts.doc_no,
        "sign": pieces.day(facts, text.lang),
    }
    seal = f"{facts.doc_no}　（骑缝盖章）" if zh else f"{facts.doc_no}　(seal across this line)"
    opening = [*pieces.addressed(text), *(pieces.paragraph(one) for one in text.section("body"))]
    return [stub, {"kind": "cut", "cut": seal}, _titled(facts, text), *opening, pieces.ending(facts, text)]


def accepted(facts: PaperFacts, text: Text) -> list[Piece]:
    """What the host fills in, signs and sends back."""
    del facts
    zh, lang = text.lang is Lang.ZH, text.lang
    mentors = [
        "，".join(str(row[key]) for key in ("name", "post", "title", "phone") if row.get(key))
        for row in text.rows("mentors")
    ]
    lines = [
        (Label("接收单位", "Host"), text.said("host")),
        (Label("统一社会信用代码", "Credit code"), text.said("host_code")),
        (Label("工作时间", "Working time"), text.said("hours")),
        (Label("工作内容", "Work"), text.said("work")),
        (Label("补助", "Stipend"), text.said("stipend")),
        (Label("食宿", "Board, lodging"), text.said("lodging")),
        (Label("保险", "Insurance"), text.said("insurance")),
        (Label("安全责任人", "Safety officer"), text.said("safety_officer")),
        (Label("指导人员", "Mentors"), "；".join(mentors) if zh else "; ".join(mentors)),
    ]
    columns = (tables.NO, tables.STUDENT_NO, tables.NAME, tables.FIELD, tables.POST, tables.DATES, tables.INDUSTRY)
    roster: Piece = {
        "kind": "table",
        "name": f"roster-{lang}",
        "table": tables.table(text.rows("students"), columns, lang),
        "snap": False,
    }
    sign = (
        ("接收单位（公章）", f"{_BLANK}年　　月　　日") if zh else ("Host (seal and signature)", "Date: ______________")
    )
    ending: Piece = {
        "kind": "ending",
        "closing": list(text.section("closing")),
        "issuer": sign[0],
        "dated": sign[1],
        "note": [],
        "kept": False,
    }
    opening = [*pieces.addressed(text), *(pieces.paragraph(one) for one in text.section("opening"))]
    return [*opening, roster, pieces.pairs_of(lines, lang), ending]


def agreed(facts: PaperFacts, text: Text) -> list[Piece]:
    """Parties, articles numbered as they are written, and a place for each party to sign and seal."""
    del facts
    zh = text.lang is Lang.ZH
    made: list[Piece] = pieces.citing(text)
    made += [pieces.flush(one) for one in pieces.parties(text)]
    made += [pieces.paragraph(one) for one in text.section("opening")]
    written = [one for one in ARTICLES if text.section(one.key)]
    for at, article in enumerate(written, 1):
        name = article.label.text(text.lang)
        made.append(pieces.heading(f"第{wording.numeral(at)}条　{name}" if zh else f"Article {at}  {name}"))
        said = text.section(article.key)
        made += [pieces.last(said)] if article is written[-1] else [pieces.paragraph(one) for one in said]
    return [*made, _signatures(text)]


def applied(facts: PaperFacts, text: Text) -> list[Piece]:
    """The form that goes from hand to hand: the student's block, the application, one box for each opinion."""
    del facts
    zh, lang = text.lang is Lang.ZH, text.lang
    lines = [
        (Label("姓名", "Name"), text.said("name")),
        (Label("学号", "Student no."), text.said("student_no")),
        (Label("专业学位类别", "Category"), text.said("category")),
        (Label("专业领域", "Field"), text.said("field")),
        (Label("校内导师", "Academic"), text.said("academic")),
        (Label("企业导师", "Industry"), text.said("industry")),
        (Label("变更的导师", "To change"), text.said("role")),
        (Label("原导师", "Present"), text.said("old")),
        (Label("拟任导师", "Proposed"), text.said("new")),
        (Label("申请日期", "Applied on"), text.said("applied_on")),
    ]
    sign = "签字：　　　　　　　年　　月　　日" if zh else "Signature: ______________  Date: ___________"
    application = "　".join(text.section("body")) + ("　理由：" if zh else "  Reason: ") + text.said("reason")
    opinions = [
        (Label("本人申请", "Application"), application, 30),
        (Label("原导师意见", "Present supervisor"), "□ 同意　□ 不同意" if zh else "□ agrees  □ disagrees", 19),
        (Label("拟任导师意见", "Proposed supervisor"), "□ 同意　□ 不同意" if zh else "□ agrees  □ disagrees", 19),
        (Label("学院意见", "Faculty"), "", 22),
        (Label("研究生管理部门意见", "Graduate office"), "", 22),
    ]
    width = AREA - 30
    rows = [
        [pieces.head(label.text(lang), 30), pieces.cell(said, width, height=height, foot=sign)]
        for label, said, height in opinions
    ]
    notes: list[Piece] = [{"kind": "small", "text": one} for one in text.section("note")]
    return [pieces.pairs_of(lines, lang), pieces.boxes("boxes", (30, width), rows), *pieces.citing(text), *notes]


def _titled(facts: PaperFacts, text: Text) -> Piece:
    return {"kind": "title", "lang": text.lang.value, "title_lines": [text.title], "number": facts.doc_no}


def _signatures(text: Text) -> Piece:
    zh = text.lang is Lang.ZH
    lines = (
        ("签字（盖章）：", "签字人职务：", "日期：　　　年　　月　　日")
        if zh
        else ("Signature and seal:", "Position:", "Date:")
    )
    own = ("签字：", "日期：　　　年　　月　　日") if zh else ("Signature:", "Date:")
    student, count = 2, len(text.rows("parties"))
    if zh and count <= ABREAST:  # a narrow box leaves less room for the date
        lines, own = (*lines[:-1], _DATED), (*own[:-1], _DATED)
    return {
        "kind": "signatures",
        "across": count if count <= ABREAST else 2,
        "parties": [
            {"label": str(row["label"]), "name": str(row["name"]), "lines": list(own if at == student else lines)}
            for at, row in enumerate(text.rows("parties"))
        ],
    }
