"""What appointments, changes of supervisor, guidance and assessment choose from (domain §2.3–2.8, §5.3)."""

from ptman.labels import Choice


class AppointedAs(Choice):
    MASTER = "master", "硕士校外导师", "External supervisor of master's students"
    DOCTOR = "doctor", "博士校外导师", "External supervisor of doctoral students"
    TEACHER = "teacher", "课程教师", "Course teacher"
    EXAMINER = "examiner", "答辩专家", "Examiner"


class PostRank(Choice):
    SENIOR = "senior", "高层", "Senior management"
    MIDDLE = "middle", "中层", "Middle management"
    OTHER = "other", "其他", "Other"


class QualifiedBy(Choice):
    """The condition by which somebody qualifies; the first four are judged, the last is the office's own decision."""

    SENIOR_TITLE = "senior_title", "职称", "Professional title"
    DEGREE_YEARS = "degree_years", "学位及获得年限", "Degree and years since"
    TECH_HEAD = "tech_head", "技术负责人", "Head of technology"
    MANAGER = "manager", "中高层管理人员", "Middle or senior manager"
    OTHER = "other", "经专门认定", "By special decision"


class EvidenceKind(Choice):
    REGISTRATION_FORM = "registration_form", "企业导师登记表", "Registration form"
    ID_COPY = "id_copy", "身份证件复印件", "Copy of the ID"
    DEGREE_COPY = "degree_copy", "学位证书复印件", "Copy of the degree certificate"
    TITLE_COPY = "title_copy", "职称或任职证明", "Certificate of title or post"
    EMPLOYER_CONSENT = "employer_consent", "单位同意函", "Consent of the employer"


class ChangeReason(Choice):
    RETIRED = "retired", "退休", "Retired"
    TRANSFERRED = "transferred", "调离", "Transferred"
    DISQUALIFIED = "disqualified", "不再具备资格", "No longer qualified"
    HEALTH = "health", "健康原因", "Health"
    FUNDING = "funding", "经费或课题", "Funds or project"
    CONFLICT = "conflict", "无法继续合作", "Cannot work together"
    ORG_DECISION = "org_decision", "组织决定", "Decision of the school"
    OTHER = "other", "其他", "Other"


class Opinion(Choice):
    AGREE = "agree", "同意", "Agrees"
    DISAGREE = "disagree", "不同意", "Does not agree"
    ABSENT = "absent", "未答复", "Has not answered"


class ChangeStatus(Choice):
    DRAFT = "draft", "草稿", "Draft"
    SUBMITTED = "submitted", "已提交", "Submitted"
    ORIGINAL_OPINION = "original_opinion", "待原导师意见", "With the present supervisor"
    NEW_OPINION = "new_opinion", "待新导师意见", "With the new supervisor"
    FACULTY_REVIEW = "faculty_review", "待学院审核", "With the faculty"
    OFFICE_REVIEW = "office_review", "待管理部门审批", "With the graduate office"
    EFFECTIVE = "effective", "已生效", "In effect"
    REJECTED = "rejected", "未批准", "Rejected"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"


class GuidanceMode(Choice):
    ONSITE = "onsite", "当面", "In person"
    ONLINE = "online", "线上", "Online"
    PHONE = "phone", "电话", "By phone"


class GuidanceStage(Choice):
    PLAN = "plan", "培养计划", "Study plan"
    PRACTICE = "practice", "专业实践", "Practice"
    PROJECT = "project", "项目研究", "Project"
    PROPOSAL = "proposal", "开题", "Proposal"
    THESIS = "thesis", "学位论文", "Thesis"
    OTHER = "other", "其他", "Other"


class SupervisorLevel(Choice):
    EXCELLENT = "excellent", "优秀", "Excellent"
    GOOD = "good", "良好", "Good"
    PASS = "pass", "合格", "Pass"
    FAIL = "fail", "不合格", "Fail"


class SupervisorDecision(Choice):
    RENEW = "renew", "续聘", "Renew"
    END = "end", "到期终止", "Let the term end"
    DISMISS = "dismiss", "解聘", "Dismiss"
