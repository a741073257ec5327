"""Students × tests as a list: each cell says how a test stands in a sign and a figure, with tags to filter by."""

from collections.abc import Iterable, Mapping

from ptman.aspects.titles.rows import StudentRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Value
from ptman.models.choices_titles import TitleTest
from ptman.register import columns, rows
from ptman.rules.findings import Finding, Standing
from ptman.rules.titles import editions

SIGNS = {Standing.MET: "✓", Standing.NOT_YET: "○", Standing.UNKNOWN: "？", Standing.IMPOSSIBLE: "×"}
SHORT = {
    TitleTest.PRACTICE_MONTHS: Label("实践时长", "Practice"),
    TitleTest.DEGREE_COURSE_MEAN: Label("学位课均分", "Mean"),
    TitleTest.PRACTICE_SCORE: Label("实践成绩", "Score"),
    TitleTest.ABOUT_TO_GRADUATE: Label("应届毕业", "Graduating"),
    TitleTest.EMPLOYER_CONSENT: Label("单位同意", "Consent"),
    TitleTest.NOT_CIVIL_SERVICE: Label("非机关", "Not civil"),
    TitleTest.CATEGORY: Label("类别", "Category"),
    TitleTest.DEADLINE: Label("截止前", "In time"),
}
"""The columns in the order they are read: what changes first."""
DEADLINE = editions.FINDINGS[TitleTest.DEADLINE.value]
PRACTICE = editions.FINDINGS[TitleTest.PRACTICE_MONTHS.value]
MATRIX = rows.blank(
    "title-eligibility",
    "student",
    Label("职称申报资格", "Eligibility for the title"),
    (
        Column("student_no", Label("学号", "Student no."), Kind.IDENTIFIER, 10),
        Column("name", Label("姓名", "Name"), Kind.NAME, 8),
        Column("verdict", Label("结论", "Verdict"), width=11),
        *(
            Column(test.value, label, width=14 if test is TitleTest.PRACTICE_MONTHS else 10)
            for test, label in SHORT.items()
        ),
        Column("earliest", Label("最早可满足", "Earliest"), Kind.DATE, 11),
        Column("cure", Label("怎样补足", "What closes it"), width=34),
        columns.number("cohort", "年级", "Cohort", 6),
        Column("category_name", Label("专业学位类别", "Degree category"), width=14),
        Column("application", Label("申报状态", "Application"), width=10),
        Column("rules", Label("所用规则", "Rules"), width=30),
    ),
)


def listing(found: Iterable[StudentRow], sounds: Mapping[str, tuple[str, ...]]) -> Listing:
    """`sounds` are the pinyin and initials by student."""
    return rows.listing(MATRIX, (_entry(one, sounds.get(one.id, ())) for one in found))


def _entry(one: StudentRow, sounds: tuple[str, ...]) -> rows.Entry:
    by_code = {found.code: found for found in one.findings}
    cells: dict[str, Value] = {test.value: _cell(by_code.get(editions.FINDINGS[test.value])) for test in SHORT}
    cells |= {
        "student_no": one.number,
        "name": one.name,
        "verdict": verdict(one),
        "earliest": one.earliest,
        "cure": cure(one),
        "cohort": one.cohort,
        "category_name": one.category,
        "application": one.application_status,
        "rules": one.rules,
    }
    return rows.Entry(one.id, cells, sounds, _tags(one))


def verdict(one: StudentRow) -> Label:
    """可申报 where every test is met, else the worst."""
    if one.verdict is Standing.MET:
        return Label("✓ 可申报", "✓ Eligible")
    sign, word = SIGNS[one.verdict], one.verdict.label
    return Label(f"{sign} {word.zh}", f"{sign} {word.en}")


def cure(one: StudentRow) -> Label | None:
    """What closes the gaps, the worst first."""
    order = list(Standing)
    found = sorted(one.short, key=lambda each: -order.index(each.standing))
    cures = list(dict.fromkeys(each.cure or each.standing.label for each in found))
    if not cures:
        return None
    return Label("；".join(each.zh for each in cures), "; ".join(each.en for each in cures))


def _cell(found: Finding | None) -> Label | None:
    """✓ 83.21, ○ 差 2 个月 24 天, ？, ×; nothing where the test is not asked."""
    if found is None:
        return None
    sign = SIGNS[found.standing]
    if found.standing is Standing.MET or found.gap is None:
        told = found.standing is not Standing.UNKNOWN and found.code != DEADLINE
        figure = found.value if told else None
        return Label(f"{sign} {figure.zh}", f"{sign} {figure.en}") if figure else Label(sign, sign)
    short = gap(found)
    return Label(f"{sign} {short.zh}", f"{sign} {short.en}")


def gap(found: Finding) -> Label:
    """差 2 个月 24 天; what is late is late and not short."""
    short = found.gap or Label("", "")
    return short if found.code == DEADLINE else Label(f"差 {short.zh}", f"{short.en} short")


def _tags(one: StudentRow) -> frozenset[str]:
    lacking = {found.code for found in one.short}
    tests = {
        f"{test}={found.standing.value}"
        for test, code in editions.FINDINGS.items()
        for found in one.findings
        if found.code == code
    }
    return frozenset(
        {
            f"verdict={one.verdict.value}",
            *tests,
            *(("short-practice",) if lacking == {PRACTICE} else ()),
            *(("applied",) if one.application else ()),
            *(("open",) if one.verdict is Standing.MET and not one.application else ()),
        }
    )
