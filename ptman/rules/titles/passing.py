"""The tests of eligibility that need no reckoning: category, status, employer, consent, score, deadline."""

from datetime import date

from ptman.labels import Label
from ptman.rules import findings
from ptman.rules.findings import Finding, Standing
from ptman.rules.titles.rulesets import RuleSet

ORIENTED, CIVIL_SERVICE, PUBLIC_INSTITUTION = "oriented", "civil_service", "public_institution"
_ORIENTATION = Label("补录定向/非定向", "Enter whether the student is sponsored")
_EMPLOYER = Label("补录定向单位性质", "Enter the kind of employer")


def category(code: str | None, rules: RuleSet) -> Finding:
    label = Label("专业学位类别", "Degree category")
    allowed = "、".join(sorted(rules.categories))
    threshold = Label(allowed, allowed.replace("、", ", "))
    if code is None:
        standing, value = Standing.UNKNOWN, None
    else:
        standing = Standing.MET if code in rules.categories else Standing.IMPOSSIBLE
        value = Label(code, code)
    cure = Label("补录专业学位类别", "Enter the degree category") if code is None else None
    return Finding("title.category", label, standing, value, threshold, cure=cure, basis=rules.basis)


def about_to_graduate(rules: RuleSet, *, known: bool | None) -> Finding:
    label = Label("应届毕业且申请学位", "About to graduate and applying for the degree")
    standing = {True: Standing.MET, False: Standing.NOT_YET, None: Standing.UNKNOWN}[known]
    cure = {
        True: None,
        False: Label("待进入毕业学期并申请学位后申报", "Apply once graduating and applying for the degree"),
        None: Label("补录学籍状态和预计毕业日期", "Enter the status and the expected graduation"),
    }[known]
    return Finding("title.about_to_graduate", label, standing, cure=cure, basis=rules.basis)


def not_civil_service(orientation: str | None, employer: str | None, rules: RuleSet) -> Finding:
    """Students whom the civil service sponsors are barred."""
    label = Label("非机关定向", "Not sponsored by the civil service")
    standing, cure = Standing.MET, None
    if orientation is None:
        standing, cure = Standing.UNKNOWN, _ORIENTATION
    elif orientation == ORIENTED and employer is None:
        standing, cure = Standing.UNKNOWN, _EMPLOYER
    elif orientation == ORIENTED and employer == CIVIL_SERVICE:
        standing = Standing.IMPOSSIBLE
    return Finding("title.not_civil_service", label, standing, cure=cure, basis=rules.basis)


def consent(orientation: str | None, employer: str | None, rules: RuleSet, *, given: bool | None) -> Finding:
    """Students whom a public institution sponsors bring its consent."""
    label = Label("事业单位同意", "Consent of the public institution")
    standing, cure = Standing.MET, None
    if orientation is None:
        standing, cure = Standing.UNKNOWN, _ORIENTATION
    elif orientation == ORIENTED and employer is None:
        standing, cure = Standing.UNKNOWN, _EMPLOYER
    elif orientation == ORIENTED and employer == PUBLIC_INSTITUTION and not given:
        standing = Standing.UNKNOWN if given is None else Standing.NOT_YET
        cure = Label("取得定向单位同意申报的书面材料", "Obtain the employer's written consent")
    return Finding("title.employer_consent", label, standing, cure=cure, basis=rules.basis)


def practice_score(score_x10: int | None, rules: RuleSet) -> Finding:
    code, label = "title.practice_score_min_if_below", Label("专业实践成绩", "Score of practice")
    least = Label(f"{rules.practice_score} 分", f"{rules.practice_score}")
    if score_x10 is None:
        cure = Label("完成专业实践考核", "Complete the assessment of practice")
        return Finding(code, label, Standing.UNKNOWN, threshold=least, cure=cure, basis=rules.basis)
    said = findings.tenths(score_x10)
    value, missing = Label(f"{said} 分", said), rules.practice_score * 10 - score_x10
    if missing <= 0:
        return Finding(code, label, Standing.MET, value, least, basis=rules.basis)
    gap = Label(f"{findings.tenths(missing)} 分", findings.tenths(missing))
    cure = Label("只有重新考核才能改变", "Only a new assessment changes it")
    return Finding(code, label, Standing.NOT_YET, value, least, gap, cure=cure, basis=rules.basis)


def in_time(close: date | None, rules: RuleSet, today: date) -> Finding:
    label, value = Label("申报截止前", "Before the batch closes"), Label(str(today), str(today))
    if close is None:
        cure = Label("补录本批次截止日期", "Enter the last day of the batch")
        return Finding("title.deadline.batch", label, Standing.UNKNOWN, value, cure=cure, basis=rules.basis)
    limit = Label(str(close), str(close))
    if today <= close:
        return Finding("title.deadline.batch", label, Standing.MET, value, limit, basis=rules.basis)
    cure = Label("在下一批次申报", "Apply in the next batch")
    late = Label(f"逾期 {(today - close).days} 天", f"{findings.count((today - close).days, 'day')} late")
    return Finding("title.deadline.batch", label, Standing.IMPOSSIBLE, value, limit, late, cure=cure, basis=rules.basis)
