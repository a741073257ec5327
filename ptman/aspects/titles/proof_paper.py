"""The proof sheet of one application (D15): every test with value and threshold, the evidence, room for opinions."""

from datetime import date

from ptman.aspects.titles import saying
from ptman.aspects.titles.proof import Proof
from ptman.labels import Label, Lang
from ptman.models.choices_titles import AskedOf
from ptman.register.sender import Sender
from ptman.reports.report import Align, Block, Facts, Heading, Paragraph, Report, Signature, Table
from ptman.rules import dates
from ptman.rules.findings import Standing

TITLE = Label("职称申报资格审核表", "Proof sheet of an application for the professional title")
FACTS = (
    Label("申报编号", "Application no."),
    Label("批次", "Batch"),
    Label("姓名", "Name"),
    Label("学号", "Student no."),
    Label("年级", "Cohort"),
    Label("定向/非定向", "Sponsored"),
    Label("专业学位类别", "Degree category"),
    Label("专业领域", "Field"),
    Label("申报专业", "Specialty"),
    Label("申报职称", "Title applied for"),
)
TESTS, EVIDENCE, OPINIONS = Label("资格核验", "Tests"), Label("佐证材料", "Evidence"), Label("审核意见", "Opinions")
TEST_HEADS = (
    Label("条件", "Test"),
    Label("要求", "Threshold"),
    Label("实际", "Value"),
    Label("结论", "Standing"),
    Label("依据", "Basis"),
)
PAPER_HEADS = (Label("材料", "Paper"), Label("要求范围", "Asked of"), Label("核验", "Check"))
FROZEN = Label(
    "按{rules}于{day}提交时核验，提交后不再改变。", "Judged by {rules} at submission on {day}; frozen since."
)
LIVE = Label(
    "尚未提交。按{rules}于{day}核验，仅供预览。", "Not submitted yet. Judged by {rules} on {day}, as a preview."
)
NO_RULES = Label("申报截止日没有施行中的职称规则。", "No title rules are in force on the last day of the batch.")
VERDICT = Label("核验结论：", "Verdict: ")
GOOD, BAD = Label("各项条件均已满足。", "Every test is met."), Label("有 {} 项条件未满足。", "Not met: {}.")
APPLICANT = Label("申报人承诺以上内容与材料属实，签名：", "The applicant affirms that all this is true; signed: ")
OFFICE, COMMITTEE = Label("初审意见", "Preliminary review"), Label("评审委员会意见", "Review committee")
VOTES = Label("同意 {} 票，反对 {} 票，弃权 {} 票", "{} for, {} against, {} abstained")


def report(made: Proof, by: Sender, today: date) -> Report:
    lang, row = by.lang, made.row
    blocks: list[Block] = [_facts(made, lang), Heading(TESTS.text(lang)), *_tests(made, lang)]
    if made.evidence:
        blocks += [Heading(EVIDENCE.text(lang)), _papers(made, lang)]
    signed = Signature(by.name, dates.said(today, lang), (APPLICANT.text(lang),))
    blocks += [Heading(OPINIONS.text(lang)), _opinions(made, lang), signed]
    return Report(
        TITLE.text(lang), tuple(blocks), today, lang, issuer=by.name, number=row.number, trace=f"{row.number} {today}"
    )


def _facts(made: Proof, lang: Lang) -> Facts:
    row = made.row
    values = (
        row.number,
        made.batch,
        row.name,
        row.student_no,
        str(made.cohort),
        made.orientation.text(lang),
        row.category.text(lang),
        saying.or_none(made.field.text(lang)),
        saying.or_none(row.specialty),
        row.target,
    )
    return Facts(tuple((label.text(lang), value) for label, value in zip(FACTS, values, strict=True)))


def _tests(made: Proof, lang: Lang) -> list[Block]:
    if made.figures is None:
        return [Paragraph(NO_RULES.text(lang))]
    rows = tuple(
        (
            one.label.text(lang),
            saying.or_none(one.threshold.text(lang)),
            saying.or_none(one.value.text(lang)),
            saying.standing(one.standing, lang),
            one.basis,
        )
        for one in made.tests
    )
    table = Table(
        tuple(head.text(lang) for head in TEST_HEADS),
        rows,
        widths=(24.0, 26.0, 18.0, 14.0, 22.0),
        aligns=(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT),
    )
    missing = sum(one.standing is not Standing.MET for one in made.tests)
    verdict = BAD.text(lang).format(missing) if missing else GOOD.text(lang)
    how = (FROZEN if made.figures.frozen else LIVE).text(lang)
    said = how.format(rules=made.figures.rules, day=dates.said(made.figures.taken_on, lang))
    return [table, Paragraph(verdict, lead=VERDICT.text(lang)), Paragraph(said)]


def _papers(made: Proof, lang: Lang) -> Table:
    rows = tuple(
        (one.kind.label.text(lang), one.asked_of.label.text(lang), one.status.label.text(lang))
        for one in made.evidence
        if one.asked_of is not AskedOf.ANY_ONE or one.papers
    )
    return Table(tuple(head.text(lang) for head in PAPER_HEADS), rows, widths=(34.0, 34.0, 16.0))


def _opinions(made: Proof, lang: Lang) -> Facts:
    who, when = made.checked
    checked = "　".join(part for part in (made.opinion, who, when.isoformat() if when else "") if part)
    votes = made.row.votes
    voted = VOTES.text(lang).format(*(part or 0 for part in votes)) if votes[0] is not None else ""
    names, said = (OFFICE, COMMITTEE), (checked, voted)
    pairs = tuple((name.text(lang), value) for name, value in zip(names, said, strict=True))
    return Facts(pairs, tall=frozenset(name for name, _ in pairs))
