"""What visits, agreements, insurance, checks and evaluations of bases choose from (domain §3.3–3.8)."""

from ptman.labels import Choice


class AgreementStatus(Choice):
    DRAFTING = "drafting", "起草", "Drafting"
    LEGAL_REVIEW = "legal_review", "合法性审查", "Legal review"
    APPROVED = "approved", "已批准", "Approved"
    SIGNING = "signing", "签署中", "Being signed"
    SIGNED = "signed", "已签订", "Signed"
    TERMINATED = "terminated", "已终止", "Terminated"
    ABANDONED = "abandoned", "已放弃", "Abandoned"


class AmendmentKind(Choice):
    PERIOD = "period", "期限", "Term"
    SITE = "site", "地点", "Place"
    TOPIC = "topic", "内容", "Subject"
    MENTOR = "mentor", "导师", "Supervisors"
    STIPEND = "stipend", "补助", "Stipend"
    TERMINATION = "termination", "终止", "Ending"


class Found(Choice):
    OK = "ok", "符合", "In order"
    ISSUE = "issue", "有问题", "A problem"
    NOT_ASKED = "na", "不适用", "Not applicable"


class VisitPoint(Choice):
    LEGAL = "legal", "法人资质", "Legal standing"
    FIELD_MATCH = "field_match", "领域匹配", "Field matches"
    EQUIPMENT = "equipment", "设备条件", "Equipment"
    MENTORS = "mentors", "导师力量", "Supervisors"
    SAFETY = "safety", "安全管理", "Safety"
    LODGING = "lodging", "食宿条件", "Board and lodging"


class VisitConclusion(Choice):
    RECOMMEND = "recommend", "推荐设立", "Recommended"
    CONDITIONAL = "conditional", "整改后推荐", "After changes"
    DECLINE = "decline", "不推荐", "Not recommended"


class CoverageKind(Choice):
    PRACTICE_LIABILITY = "practice_liability", "实习责任险", "Practice liability"
    SCHOOL_LIABILITY = "school_liability", "校方责任险", "School liability"
    ACCIDENT = "accident", "人身意外伤害险", "Personal accident"
    EMPLOYER_LIABILITY = "employer_liability", "雇主责任险", "Employer liability"


class Insured(Choice):
    EVERYBODY = "everybody", "全体实践学生", "All students in practice"
    PERIOD = "period", "整个批次", "A whole period"
    BASE = "base", "某基地的学生", "Students at one base"
    STUDENT = "student", "单个学生", "One student"


class Payer(Choice):
    SCHOOL = "school", "学校", "School"
    HOST = "host", "接收单位", "Host"
    STUDENT = "student", "学生", "Student"
    MIXED = "mixed", "共同承担", "Shared"


class PolicyStatus(Choice):
    SUBMITTED = "submitted", "待核验", "Submitted"
    REJECTED = "rejected", "未通过", "Rejected"
    VERIFIED = "verified", "已核验", "Verified"


class ComplianceItem(Choice):
    FIELD_MATCH = "field_match", "岗位与专业领域相符", "Work matches the field"
    HAZARD = "hazard", "无高危场所与作业", "No hazardous site or work"
    REST = "rest", "休息与法定节假日有保障", "Rest and holidays kept"
    OVERTIME = "overtime", "不安排加班和夜班", "No overtime or night work"
    PLAN = "plan", "有实践计划", "A plan of practice"
    SAFETY_TRAINING = "safety_training", "上岗前安全教育", "Safety training before work"
    RULES = "rules", "管理制度健全", "Rules in place"
    WARNING = "warning", "应急与预警机制", "Emergency plan"
    STAFF_RATIO = "staff_ratio", "实习生占职工比例不超限", "Interns among staff within the limit"
    POST_RATIO = "post_ratio", "同岗实习生比例不超限", "Interns at a post within the limit"
    NO_OUTSIDE = "no_outside", "无外部干预安排实践", "No outside interference"
    VOLUNTARY = "voluntary", "学生自愿", "Placement is voluntary"
    FIRST_YEAR = "first_year", "非一年级在校生", "No first-year pupils"
    UNDER_AGE = "under_age", "无未满 16 周岁者", "Nobody under 16"
    MINORS = "minors", "无未成年人禁忌劳动", "No work barred to minors"
    WOMEN = "women", "无女职工禁忌劳动", "No work barred to women"
    VENUE = "venue", "非娱乐性场所", "No entertainment venue"
    NO_AGENT = "no_agent", "不经中介机构组织", "No intermediary"


class CheckKind(Choice):
    YEARLY = "yearly", "年度检查", "Yearly check"
    SAFETY = "safety", "安全检查", "Safety check"


class EvaluationStatus(Choice):
    SCORING = "scoring", "评分中", "Being scored"
    PROPOSED = "proposed", "已核算", "Grade proposed"
    GRANTED = "granted", "已授予", "Granted"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"


class EvaluationKind(Choice):
    ANNUAL = "annual", "年度评估", "Annual"
    TERM = "term", "期满评估", "At the end of a term"
    RENEWAL = "renewal", "续签评估", "For renewal"


class EvaluationGrade(Choice):
    EXCELLENT = "excellent", "优秀", "Excellent"
    GOOD = "good", "良好", "Good"
    PASS = "pass", "合格", "Pass"
    FAIL = "fail", "不合格", "Fail"


class EvaluationConclusion(Choice):
    CONTINUE = "continue", "继续", "Continue"
    UPGRADE = "upgrade", "推荐升级", "Upgrade"
    RECTIFY = "rectify", "限期整改", "Rectify"
    REVOKE = "revoke", "撤销", "Revoke"


class Indicator(Choice):
    RULES = "rules", "制度与管理", "Rules and management"
    SUPERVISORS = "supervisors", "导师队伍", "Supervisors"
    INTAKE = "intake", "接收人数", "Students received"
    TOPICS = "topics", "课题质量", "Quality of the topics"
    CONDITIONS = "conditions", "条件保障", "Conditions"
    SAFETY = "safety", "安全", "Safety"
    RESULTS = "results", "成果", "Results"
    SATISFACTION = "satisfaction", "学生满意度", "Satisfaction of students"
