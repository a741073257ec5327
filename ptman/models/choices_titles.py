"""The closed lists of professional titles: tests, evidence, committee, states of an application (domain §5)."""

from ptman.labels import Choice


class TitleTest(Choice):
    CATEGORY = "category", "专业学位类别", "Degree category"
    ABOUT_TO_GRADUATE = "about_to_graduate", "应届毕业且申请学位", "About to graduate"
    NOT_CIVIL_SERVICE = "not_civil_service", "非机关定向", "Not sponsored by the civil service"
    EMPLOYER_CONSENT = "employer_consent", "事业单位同意", "Consent of the public institution"
    DEGREE_COURSE_MEAN = "degree_course_mean", "学位课加权平均分", "Mean of degree courses"
    PRACTICE_MONTHS = "practice_months", "专业实践时长", "Length of practice"
    PRACTICE_SCORE = "practice_score", "专业实践成绩", "Score of practice"
    DEADLINE = "deadline", "申报截止前", "Before the batch closes"


class EvidenceKind(Choice):
    TRANSCRIPT = "transcript", "成绩单", "Transcript"
    PRACTICE_ASSESSMENT = "practice_assessment", "专业实践考核表", "Assessment of practice"
    DEGREE_OR_STATUS = "degree_or_status", "学位或学籍证明", "Proof of degree or status"
    INTEGRITY = "integrity", "诚信承诺书", "Statement of integrity"
    WORK_CERTIFICATE = "work_certificate", "工作经历证明", "Certificate of work"
    EMPLOYER_CONSENT = "employer_consent", "定向单位同意函", "Employer's consent"
    PROJECT_REPORT = "project_report", "项目报告", "Project report"
    PATENT = "patent", "专利", "Patent"
    PAPER = "paper", "论文", "Paper"
    STANDARD = "standard", "标准", "Standard"
    AWARD = "award", "获奖", "Award"
    SOFTWARE_COPYRIGHT = "software_copyright", "软件著作权", "Software copyright"
    OTHER = "other", "其他", "Other"


class AskedOf(Choice):
    """Whose application must bring a piece of evidence."""

    EVERYBODY = "everybody", "全体申报人", "Everybody"
    WORKED = "worked", "以工作年限免实践要求者", "Those whose work spares the practice"
    PUBLIC_INSTITUTION = "public_institution", "事业单位定向生", "Sponsored by a public institution"
    ANY_ONE = "any_one", "成果类任选其一", "Any one of these"


class EvidenceStatus(Choice):
    MISSING = "missing", "未交", "Missing"
    RECEIVED = "received", "已交待核", "Received"
    VERIFIED = "verified", "已核验", "Verified"
    REJECTED = "rejected", "不予采信", "Rejected"


class CommitteeRole(Choice):
    CHAIR = "chair", "主任委员", "Chair"
    VICE_CHAIR = "vice_chair", "副主任委员", "Vice-chair"
    MEMBER = "member", "委员", "Member"
    SECRETARY = "secretary", "秘书（无表决权）", "Secretary (no vote)"


class ApplyKind(Choice):
    REVIEW = "review", "评审", "Review"
    INITIAL = "initial", "初定", "Recognition"


class TitleBatchStatus(Choice):
    PLANNED = "planned", "筹备", "Planned"
    OPEN = "open", "受理申报", "Open"
    REVIEWING = "reviewing", "评审中", "Reviewing"
    PUBLICITY = "publicity", "公示中", "Publicised"
    CLOSED = "closed", "已办结", "Closed"


class TitleApplicationStatus(Choice):
    DRAFT = "draft", "草稿", "Draft"
    SUBMITTED = "submitted", "已提交", "Submitted"
    RETURNED = "returned", "退回补正", "Returned"
    PRELIM_PASSED = "prelim_passed", "初审通过", "Preliminary review passed"
    PRELIM_FAILED = "prelim_failed", "初审未通过", "Preliminary review failed"
    IN_REVIEW = "in_review", "评审中", "In review"
    REVIEW_PASSED = "review_passed", "评审通过", "Review passed"
    REVIEW_FAILED = "review_failed", "评审未通过", "Review failed"
    PUBLICITY = "publicity", "公示中", "Publicised"
    OBJECTION = "objection", "有异议", "Objected to"
    CONFIRMED = "confirmed", "已确认", "Confirmed"
    CERTIFICATE_ISSUED = "certificate_issued", "已发证", "Certificate issued"
    REJECTED = "rejected", "异议成立", "Objection upheld"
    REVOKED = "revoked", "已撤销", "Revoked"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"


class ObjectionResult(Choice):
    PENDING = "pending", "核查中", "Being looked into"
    UPHELD = "upheld", "成立", "Upheld"
    DISMISSED = "dismissed", "不成立", "Dismissed"


class CheckStanding(Choice):
    """How a test stood when the application was submitted."""

    MET = "met", "已满足", "Met"
    NOT_YET = "not_yet", "尚未满足", "Not yet"
    UNKNOWN = "unknown", "无法判断", "Unknown"
    IMPOSSIBLE = "impossible", "不可能满足", "Impossible"
