"""The forms of practice: application with its plan (D07), midterm check (D08), assessment (D09)."""

from datetime import date

from ptman.aspects.talents.dossier import Dossier, StayFact
from ptman.labels import Label, Lang
from ptman.models import PracticeAssessment, PracticeReport
from ptman.register.sender import Sender
from ptman.reports.report import Block, Facts, Heading, PageBreak, Paragraph, Report
from ptman.rules import findings
from ptman.rules.months import Duration

PLAN = Label("专业学位研究生专业实践申请与计划表", "Application for practice with its plan")
MIDTERM = Label("专业学位研究生专业实践中期检查表", "Midterm check of practice")
ASSESSMENT = Label("专业学位研究生专业实践考核表", "Assessment of practice")
STUDENT, PRACTICE = Label("研究生", "Student"), Label("专业实践", "Practice")
OPINIONS, SCORES = Label("意见", "Opinions"), Label("考核结果", "Result")
PLACE, REPORT = Label("实践安排", "Arrangement"), Label("实践情况", "How practice has gone")
SIGNED, SEALED, DATED = Label("签字", "Signature"), Label("盖章", "Seal"), Label("日期", "Date")
NOT_SENT = Label("尚未派遣", "Not dispatched yet")
BLANK = ""


def plan(about: Dossier, by: Sender, today: date) -> Report:
    """Who wants to practise where, what is planned, and room for every opinion."""
    lang = by.lang
    boxes = (
        (Label("实践目的与任务", "Purpose and tasks"), BLANK),
        (Label("实践计划与进度安排", "Plan and schedule"), BLANK),
        (Label("预期成果", "Expected outcome"), BLANK),
    )
    return _form(
        PLAN,
        about,
        by,
        today,
        (
            Heading(PLACE.text(lang)),
            _where(about.last, lang),
            _boxes(boxes, lang),
            PageBreak(),
            Heading(OPINIONS.text(lang)),
            *_opinions(lang, host=True),
        ),
    )


def midterm(about: Dossier, report: PracticeReport | None, by: Sender, today: date) -> Report:
    """How far practice has come; what the midterm report on file says is filled in."""
    lang = by.lang
    boxes = (
        (Label("实践进展", "Progress"), report.summary or BLANK if report else BLANK),
        (Label("存在问题", "Problems"), report.problems or BLANK if report else BLANK),
        (Label("下一步计划", "Next steps"), BLANK),
    )
    given = (report.campus_opinion or "", report.industry_opinion or "") if report else ("", "")
    return _form(
        MIDTERM,
        about,
        by,
        today,
        (
            Heading(PLACE.text(lang)),
            _where(about.last, lang),
            Heading(REPORT.text(lang)),
            _boxes(boxes, lang),
            PageBreak(),
            Heading(OPINIONS.text(lang)),
            *_opinions(lang, given=given),
        ),
    )


def assessment(about: Dossier, one: PracticeAssessment, by: Sender, today: date) -> Report:
    """The scores with their weights, the total and its grade, and every opinion."""
    lang = by.lang
    stays = "；".join(f"{stay.base}（{stay.starts_on}—{stay.ends_on}）" for stay in about.stays)
    head = Facts(
        (
            (Label("实践单位与起止", "Where and when").text(lang), stays or NOT_SENT.text(lang)),
            (Label("累计实践时长", "Length of practice").text(lang), _length(one.months, one.days, lang)),
            (
                Label("其中项目研究", "of it project research").text(lang),
                _length(one.project_months, one.project_days, lang),
            ),
        ),
        across=1,
    )
    opinions = (
        (Label("自我总结", "Self-summary"), one.self_summary or BLANK, SIGNED),
        (Label("校外导师意见", "Industry supervisor's opinion"), one.industry_opinion or BLANK, SIGNED),
        (Label("实践单位意见", "Host's opinion"), one.host_opinion or BLANK, SEALED),
        (Label("校内导师意见", "Academic supervisor's opinion"), one.campus_opinion or BLANK, SIGNED),
        (Label("学院考核意见", "Panel's opinion"), one.panel_opinion or BLANK, SEALED),
    )
    body: tuple[Block, ...] = (
        Heading(PRACTICE.text(lang)),
        head,
        Heading(SCORES.text(lang)),
        _scores(one, lang),
        PageBreak(),
        Heading(OPINIONS.text(lang)),
        *_signed(opinions, lang),
    )
    return _form(ASSESSMENT, about, by, today, body)


def _form(title: Label, about: Dossier, by: Sender, today: date, body: tuple[Block, ...]) -> Report:
    lang = by.lang
    guide = f"{about.academic} {about.academic_title}".strip()
    mentor = " ".join(part for part in (about.industry, about.industry_title, about.industry_unit) if part)
    pairs = (
        (Label("姓名", "Name"), about.name),
        (Label("学号", "Student no."), about.number),
        (Label("性别", "Gender"), about.gender.text(lang)),
        (Label("年级", "Cohort"), str(about.cohort)),
        (Label("专业学位类别", "Category"), about.category.text(lang)),
        (Label("专业领域", "Field"), about.field.text(lang)),
        (Label("学习形式", "Study mode"), f"{about.mode.text(lang)} · {about.orientation.text(lang)}"),
        (Label("所在学院", "Department"), about.department),
        (Label("校内导师", "Academic supervisor"), guide),
        (Label("企业导师", "Industry supervisor"), mentor),
    )
    facts = Facts(tuple((label.text(lang), value) for label, value in pairs))
    blocks = (Heading(STUDENT.text(lang)), facts, *body)
    return Report(title.text(lang), blocks, today, lang, issuer=by.name, number=about.number, trace=about.number)


def _where(stay: StayFact | None, lang: Lang) -> Block:
    if stay is None:
        return Paragraph(NOT_SENT.text(lang), indent=False)
    pairs = (
        (Label("实践单位", "Host"), stay.host),
        (Label("实践基地", "Base"), stay.base),
        (Label("实践形式", "Form"), stay.form.text(lang)),
        (Label("岗位", "Post"), stay.post),
        (Label("起止日期", "Dates"), f"{stay.starts_on} — {stay.ends_on}"),
        (Label("项目名称", "Project"), stay.project),
    )
    return Facts(tuple((label.text(lang), value) for label, value in pairs))


def _boxes(boxes: tuple[tuple[Label, str], ...], lang: Lang) -> Facts:
    named = tuple((label.text(lang), said) for label, said in boxes)
    return Facts(named, across=1, tall=frozenset(name for name, _ in named))


def _opinions(lang: Lang, *, given: tuple[str, str] = ("", ""), host: bool = False) -> tuple[Facts, ...]:
    boxes = [
        (Label("校内导师意见", "Academic supervisor's opinion"), given[0], SIGNED),
        (Label("企业导师意见", "Industry supervisor's opinion"), given[1], SIGNED),
    ]
    if host:
        boxes.append((Label("实践单位意见", "Host's opinion"), BLANK, SEALED))
    boxes.append((Label("学院意见", "Opinion of the school"), BLANK, SEALED))
    return _signed(tuple(boxes), lang)


def _signed(boxes: tuple[tuple[Label, str, Label], ...], lang: Lang) -> tuple[Facts, ...]:
    """Each opinion with room to write, and below it who signs or seals, and when."""
    return tuple(
        Facts(
            ((label.text(lang), said), (sign.text(lang), BLANK), (DATED.text(lang), BLANK)),
            tall=frozenset({label.text(lang)}),
        )
        for label, said, sign in boxes
    )


def _scores(one: PracticeAssessment, lang: Lang) -> Facts:
    def score(label: Label, value: int | None, weight: int) -> tuple[str, str]:
        said = findings.tenths(value) if value is not None else ""
        share = f"（权重 {weight}%）" if lang is Lang.ZH else f" (weight {weight}%)"
        return label.text(lang), f"{said}{share}"

    pairs = (
        score(Label("校内评分", "Campus score"), one.campus_score_x10, one.weight_campus),
        score(Label("企业评分", "Industry score"), one.industry_score_x10, one.weight_industry),
        score(Label("答辩评分", "Defence score"), one.defence_score_x10, one.weight_defence),
        (Label("总评成绩", "Total").text(lang), _tenths(one.total_score_x10)),
        (Label("等级", "Grade").text(lang), one.grade.label.text(lang) if one.grade else ""),
        (Label("学分", "Credits").text(lang), _tenths(one.credits_x10)),
        (Label("答辩日期", "Defence on").text(lang), one.defence_on.isoformat() if one.defence_on else ""),
        (
            Label("学院确认", "Confirmed").text(lang),
            " ".join(part for part in (one.confirmed_by, str(one.confirmed_on or "")) if part),
        ),
    )
    return Facts(pairs)


def _tenths(value: int | None) -> str:
    return "" if value is None else findings.tenths(value)


def _length(whole: int | None, days: int | None, lang: Lang) -> str:
    return "" if whole is None else findings.length(Duration(whole, days or 0)).text(lang)
