"""Seeds the thresholds of practice, degree, title, supervisors and bases, so that no rule holds a number of its own."""

import uuid
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

PRACTICE, TITLE = "院发〔2018〕28号", "院发〔2020〕10号"
GUIDELINE, DEGREE_LAW = "学位办〔2018〕14号", "《学位法》第二十六条"
INTERNS, OURS = "教职成〔2021〕4号（参照）", "参考值，以本院规定为准"
TRANSFER, DATA = "《促进科技成果转化法》第四十五条", "《网络数据安全管理条例》第十二条"
CLASSES = "教职成厅函〔2021〕23号"

# By severity and basis: code, Chinese name, English name, value. 1 is yes and 0 is no.
BLOCKING: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    PRACTICE: (
        ("practice.min_months.non_oriented", "非定向实践时长（月）", "Practice, non-sponsored (months)", "6"),
        ("practice.min_project_months.non_oriented", "非定向项目研究（月）", "Project research, non-sponsored", "3"),
        ("practice.min_project_months.oriented", "定向项目研究（月）", "Project research, sponsored (months)", "3"),
    ),
    OURS: (
        ("practice.score_weights.campus", "校内评分权重（%）", "Weight of the campus score (%)", "40"),
        ("practice.score_weights.industry", "企业评分权重（%）", "Weight of the industry score (%)", "30"),
        ("practice.score_weights.defence", "答辩评分权重（%）", "Weight of the defence score (%)", "30"),
        ("practice.grade.excellent", "优秀分数线", "Excellent from", "90"),
        ("practice.grade.good", "良好分数线", "Good from", "80"),
        ("practice.grade.pass", "合格分数线", "Pass from", "60"),
        ("placement.site_visit_required", "批准基地前须考察（1 是）", "A base is visited before approval", "1"),
        ("placement.no_agreement_no_placement", "无协议不派遣（1 是）", "No agreement, no placement", "1"),
        ("placement.insurance_required", "保险须覆盖全程（1 是）", "Insurance covers the placement", "1"),
        ("title.publicity_working_days", "职称公示工作日", "Publicity of titles, working days", "5"),
        ("title.quorum_ratio", "评审到会比例", "Quorum of the title committee", "2/3"),
        ("title.pass_ratio", "评审通过比例", "Votes to pass the title committee", "2/3"),
    ),
    DEGREE_LAW: (
        ("defence.committee_min.master", "硕士答辩委员人数", "Defence committee, master", "3"),
        ("defence.committee_min.doctor", "博士答辩委员人数", "Defence committee, doctor", "5"),
        ("defence.external_min.doctor", "博士答辩校外委员", "External members, doctor", "2"),
        ("defence.pass_ratio", "答辩通过比例（全体委员）", "Votes to pass, of all members", "2/3"),
    ),
    TITLE: (
        ("title.degree_course_mean_min", "学位课加权平均分下限", "Weighted mean of degree courses", "80"),
        ("title.work_years_threshold", "工作年限界限（年）", "Years of work that spare the practice tests", "3"),
        ("title.practice_months_min_if_below", "不足年限者实践时长（月）", "Practice months below that", "12"),
        ("title.practice_score_min_if_below", "不足年限者实践成绩", "Practice score below that", "80"),
    ),
    DATA: (("provide_record.retention_years", "对外提供记录保存年限", "Years disclosures are kept", "3"),),
}
WARNING: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    GUIDELINE: (
        (
            "practice.min_months.no_experience",
            "经验不足者实践时长（月）",
            "Practice of the inexperienced (months)",
            "12",
        ),
        ("practice.min_months.experienced", "有经验者实践时长（月）", "Practice of the experienced (months)", "6"),
        ("practice.experience_months", "企业工作经验界限（月）", "Months of work that make experience", "24"),
        ("plan.total_credits_min", "总学分下限", "Credits in all", "32"),
        ("plan.course_credits_min", "课程学分下限", "Course credits", "24"),
        ("plan.degree_course_credits_min", "学位课学分下限", "Degree course credits", "20"),
        ("plan.length_years", "学制（年）", "Length of the programme in years", "3"),
        ("plan.max_full_time", "全日制最长年限", "Longest study, full-time (years)", "4"),
        ("plan.max_part_time", "非全日制最长年限", "Longest study, part-time (years)", "5"),
    ),
    OURS: (
        ("practice.report_min_chars", "实践报告字数（0 为不限）", "Characters of a practice report", "2000"),
        ("milestone.proposal_to_defence_min_months", "开题至答辩间隔（月）", "Proposal to defence (months)", "8"),
        ("supervisor.industry_max_age", "企业导师年龄上限", "Highest age of industry supervisors", "60"),
        ("supervisor.single_category", "企业导师类别数上限", "Categories of an industry supervisor", "1"),
        ("supervisor.not_also_adjunct", "兼职导师兼任上限（0 为不可）", "Adjunct posts beside (0: none)", "0"),
        ("supervisor.max_changes", "变更导师次数上限", "Changes of supervisor", "1"),
        ("supervisor.change_latest_semester.2", "两年制变更最晚学期", "Latest semester of a change, 2 years", "2"),
        ("supervisor.change_latest_semester.3", "三年制变更最晚学期", "Latest semester of a change, 3 years", "3"),
        ("supervisor.qualify_doctor_years", "博士学位满年", "Years after a doctorate", "2"),
        ("supervisor.qualify_master_years", "硕士学位满年", "Years after a master's degree", "5"),
        ("base.agreement_years_min", "基地协议最短年限", "Shortest base agreement (years)", "2"),
        ("base.agreement_years_max", "基地协议最长年限", "Longest base agreement (years)", "5"),
    ),
    INTERNS: (
        ("base.intern_ratio_max", "实习生占职工比例（%）", "Interns among all staff (%)", "10"),
        ("base.post_ratio_max", "同岗实习生比例（%）", "Interns at the same post (%)", "20"),
        ("placement.daily_hours_max", "每日工时上限", "Hours a day", "8"),
        ("placement.no_night", "不上夜班（1 是）", "No night work", "1"),
        ("placement.no_overtime", "不加班（1 是）", "No overtime", "1"),
        ("placement.no_holiday", "节假日不上班（1 是）", "No work on holidays", "1"),
    ),
    TRANSFER: (("tech.reward_ratio_min_bp", "奖励比例下限（万分之）", "Least reward (basis points)", "5000"),),
    CLASSES: (("training.banned_words", "培训班名称禁用词", "Words no class may carry", "总裁、领导干部、研究生"),),
}
TELLING: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    GUIDELINE: (
        ("practice.part_time_may_use_own_post", "非全日制可用本岗位（1 是）", "Own post counts, part-time", "1"),
        ("practice.credits", "专业实践学分", "Credits of practice", "6"),
    ),
    OURS: (
        ("practice.midterm_after_months", "实践中期检查（月后）", "Midterm of practice after months", "6"),
        ("base.plaque_min_practice_years", "挂牌前实践年数", "Years of practice before a plaque", "1"),
        ("intro_letter.stub_retention_years", "介绍信存根保存年限", "Years stubs are kept", "2"),
        ("certification.validity_months", "认证有效期（月）", "Validity of certifications (months)", "36"),
    ),
    INTERNS: (("stipend.payment_cycle_max_months", "补助支付周期（月）", "Months between stipends", "1"),),
    "《学位法》第二十三条": (
        ("degree.acceptance_days", "学位申请受理期限（天）", "Days to accept an application", "60"),
    ),
}
ROOT = uuid.UUID("6f1d6f0e-5f0c-5b7e-9d0a-70746d616e01")


def upgrade() -> None:
    # An office may have made a parameter of such a name for itself; its own stands.
    known = {code for (code,) in op.get_bind().execute(sa.text("SELECT code FROM rule_parameter"))}
    rows = [row for row in _rows() if row["code"] not in known]
    if rows:
        op.bulk_insert(sa.table("rule_parameter", *(sa.column(key) for key in rows[0])), rows)


def downgrade() -> None:
    raise NotImplementedError("An older ptman opens a backup made before the upgrade.")


def _rows() -> Iterator[dict[str, object]]:
    for severity, by_basis in (("block", BLOCKING), ("warn", WARNING), ("info", TELLING)):
        for basis, parameters in by_basis.items():
            for code, zh, en, value in parameters:
                yield {
                    "id": str(uuid.uuid5(ROOT, code)),
                    "version": 0,
                    "code": code,
                    "name": zh,
                    "name_en": en,
                    "value": value,
                    "severity": severity,
                    "from_cohort": 2000,
                    "legal_basis": basis,
                }
