"""What the training of talents chooses from (domain §1.2, §3.10, §4, §6.3–§6.5); the states are the machines'."""

from ptman.labels import Choice


class DegreeRoute(Choice):
    THESIS = "thesis", "学位论文", "Thesis"
    PRACTICAL_OUTCOME = "practical_outcome", "实践成果", "Practical outcome"


class OutcomeForm(Choice):
    MAJOR_EQUIPMENT = "major_equipment", "重大装备", "Major equipment"
    INSTRUMENT = "instrument", "仪器设备", "Instrument"
    SOFTWARE = "software", "软件产品", "Software product"
    DESIGN = "design", "设计方案", "Design"
    STANDARD = "standard", "技术标准", "Technical standard"
    OTHER = "other", "其他", "Other"


class DegreeResult(Choice):
    PASS = "pass", "通过", "Passed"
    REVISE = "revise", "修改后再议", "To be revised"
    FAIL = "fail", "不通过", "Failed"


class ReviewResult(Choice):
    AGREE = "agree", "同意答辩", "Agrees to the defence"
    MINOR = "minor", "修改后答辩", "After small changes"
    MAJOR = "major", "大修后再审", "After large changes"
    REFUSE = "refuse", "不同意答辩", "Refuses"


class MilestoneStatus(Choice):
    NOT_DUE = "not_due", "未到时间", "Not due"
    OPEN = "open", "进行中", "Open"
    SUBMITTED = "submitted", "已提交", "Submitted"
    CONDITIONAL = "conditional", "有条件通过", "Conditional"
    PASSED = "passed", "通过", "Passed"
    FAILED = "failed", "未通过", "Failed"
    WAIVED = "waived", "免除", "Waived"


class ReportKind(Choice):
    WEEKLY = "weekly", "周报", "Weekly"
    MONTHLY = "monthly", "月报", "Monthly"
    MIDTERM = "midterm", "中期报告", "Midterm"
    FINAL = "final", "总结报告", "Final"


class ReportStatus(Choice):
    DUE = "due", "待交", "Due"
    SUBMITTED = "submitted", "已交", "Submitted"
    RETURNED = "returned", "已退回", "Returned"
    ACCEPTED = "accepted", "已通过", "Accepted"
    WAIVED = "waived", "免交", "Waived"


class AssessmentStatus(Choice):
    NOT_STARTED = "not_started", "未开始", "Not started"
    REPORT_SUBMITTED = "report_submitted", "已交报告", "Report submitted"
    REPORT_RETURNED = "report_returned", "报告退回", "Report returned"
    REPORT_ACCEPTED = "report_accepted", "报告通过", "Report accepted"
    SCORING = "scoring", "评分中", "Scoring"
    DEFENCE_SCHEDULED = "defence_scheduled", "已安排答辩", "Defence scheduled"
    DEFENDED = "defended", "已答辩", "Defended"
    WEIGHTS_APPLIED = "weights_applied", "已合成成绩", "Weighted"
    FACULTY_CONFIRMED = "faculty_confirmed", "学院已确认", "Confirmed by the faculty"
    PASSED = "passed", "合格", "Passed"
    FAILED = "failed", "不合格", "Failed"


class PracticeGrade(Choice):
    EXCELLENT = "excellent", "优秀", "Excellent"
    GOOD = "good", "良好", "Good"
    PASS = "pass", "合格", "Pass"
    FAIL = "fail", "不合格", "Fail"


class CertificateLevel(Choice):
    HCIA = "HCIA", "HCIA 工程师", "HCIA"
    HCIP = "HCIP", "HCIP 高级工程师", "HCIP"
    HCIE = "HCIE", "HCIE 专家", "HCIE"
    OTHER = "other", "其他认证", "Other"


class ActivityKind(Choice):
    EXCHANGE = "exchange", "交换学习", "Exchange"
    JOINT_DEGREE = "joint_degree", "联合学位", "Joint degree"
    VISITING = "visiting", "访学", "Visiting"
    SHORT_COURSE = "short_course", "短期课程", "Short course"
    INTERNSHIP_ABROAD = "internship_abroad", "境外实习", "Internship abroad"
    CONFERENCE = "conference", "国际会议", "Conference"


class TrainingKind(Choice):
    TOP = "top", "高端培训", "Top training"
    ENTERPRISE = "enterprise", "企业培训", "Enterprise training"
    CERTIFICATION = "certification", "认证培训", "Certification training"
    SUPERVISOR = "supervisor", "导师研修", "Supervisors' workshop"
    OTHER = "other", "其他培训", "Other training"


class TrainingStatus(Choice):
    PLANNED = "planned", "筹划", "Planned"
    APPROVED = "approved", "已立项", "Approved"
    RECRUITING = "recruiting", "招生", "Recruiting"
    RUNNING = "running", "开班", "Running"
    COMPLETED = "completed", "已结班", "Completed"
    CERTIFICATES_ISSUED = "certificates_issued", "已发证书", "Certificates issued"
    ARCHIVED = "archived", "已归档", "Archived"
    CANCELLED = "cancelled", "已取消", "Cancelled"


class TraineeResult(Choice):
    COMPLETED = "completed", "结业", "Completed"
    NOT_COMPLETED = "not_completed", "未结业", "Not completed"
