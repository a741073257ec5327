"""The closed lists that nouns choose from, each value with its label (domain §1.2, §2, §3)."""

from ptman.labels import Choice


class Gender(Choice):
    MALE = "male", "男", "Male"
    FEMALE = "female", "女", "Female"
    UNSPECIFIED = "unspecified", "未说明", "Unspecified"


class IdType(Choice):
    RESIDENT_ID = "resident_id", "居民身份证", "Resident ID"
    PASSPORT = "passport", "护照", "Passport"
    HK_MO_PERMIT = "hk_mo_permit", "港澳居民来往内地通行证", "HK/Macao permit"
    TW_PERMIT = "tw_permit", "台湾居民来往大陆通行证", "Taiwan permit"
    RESIDENCE_PERMIT = "residence_permit_hmt", "港澳台居民居住证", "HMT residence permit"
    OTHER = "other", "其他", "Other"


class StudyMode(Choice):
    FULL_TIME = "full_time", "全日制", "Full-time"
    PART_TIME = "part_time", "非全日制", "Part-time"


class OrientationType(Choice):
    NON_ORIENTED = "non_oriented", "非定向", "Non-sponsored"
    ORIENTED = "oriented", "定向", "Sponsored"


class EmployerType(Choice):
    ENTERPRISE = "enterprise", "企业", "Enterprise"
    PUBLIC_INSTITUTION = "public_institution", "事业单位", "Public institution"
    CIVIL_SERVICE = "civil_service", "机关", "Civil service"
    OTHER = "other", "其他", "Other"


class EducationLevel(Choice):
    MASTER = "master", "硕士", "Master"
    DOCTOR = "doctor", "博士", "Doctor"


class StudentStatus(Choice):
    ENROLLED = "enrolled", "在读", "Enrolled"
    SUSPENDED = "suspended", "休学", "Suspended"
    EXTENDED = "extended", "延期", "Extended"
    GRADUATED = "graduated", "毕业", "Graduated"
    COMPLETED = "completed", "结业", "Completed"
    WITHDRAWN = "withdrawn", "退学", "Withdrawn"


class SupervisorType(Choice):
    MASTER = "master", "硕士生导师", "Master's"
    DOCTOR = "doctor", "博士生导师", "Doctoral"
    BOTH = "both", "硕博导师", "Both"


class TitleLevel(Choice):
    NONE = "none", "无", "None"
    JUNIOR = "junior", "初级", "Junior"
    INTERMEDIATE = "intermediate", "中级", "Intermediate"
    ASSOCIATE_SENIOR = "associate_senior", "副高级", "Associate senior"
    SENIOR = "senior", "正高级", "Senior"


class AppointType(Choice):
    NEW = "new", "新聘", "New"
    RENEW = "renew", "续聘", "Renewal"


class AppointmentStatus(Choice):
    DRAFT = "draft", "草稿", "Draft"
    SUBMITTED = "submitted", "已提交", "Submitted"
    APPROVED = "approved", "已批准", "Approved"
    ACTIVE = "active", "在聘", "In force"
    ENDED = "ended", "已结束", "Ended"
    REJECTED = "rejected", "未批准", "Rejected"


class OrgType(Choice):
    ENTERPRISE = "enterprise", "企业", "Enterprise"
    PUBLIC_INSTITUTION = "public_institution", "事业单位", "Public institution"
    GOVERNMENT = "government", "政府机关", "Government"
    UNIVERSITY = "university", "高等学校", "University"
    RESEARCH = "research", "科研机构", "Research institute"
    SOCIAL = "social", "社会组织", "Social organisation"
    FOREIGN = "foreign", "境外机构", "Foreign"


class BaseKind(Choice):
    JOINT_TRAINING = "joint_training", "研究生联合培养基地", "Joint training base"
    PRACTICE = "practice", "校外实践基地", "Practice base"
    TRAINING = "training", "实训基地", "Training base"
    SERVICE = "service", "服务基地", "Service base"
    TECH_TRANSFER = "tech_transfer", "技术转移基地", "Technology transfer base"
    BRANCH = "branch", "分院", "Branch"
    ENGINEERING_CENTRE = "engineering_centre", "校内工程创新与训练中心", "Engineering centre"
    HUAWEI_ICT = "huawei_ict", "华为ICT学院", "Huawei ICT academy"


class BaseLevel(Choice):
    FACULTY = "faculty", "院级", "Faculty"
    UNIVERSITY = "university", "校级", "University"
    PROVINCIAL = "provincial", "省级", "Provincial"
    NATIONAL = "national", "国家级", "National"


class BaseStatus(Choice):
    PROPOSED = "proposed", "拟建", "Proposed"
    SITE_VISITED = "site_visited", "已考察", "Visited"
    UNDER_REVIEW = "under_review", "评审中", "Under review"
    APPROVED = "approved", "已批准", "Approved"
    ACTIVE = "active", "在用", "Active"
    RECTIFYING = "rectifying", "整改", "Rectifying"
    CLOSED = "closed", "撤销", "Closed"


class AgreementKind(Choice):
    FRAMEWORK = "framework", "战略合作协议", "Framework"
    MEMORANDUM = "memorandum", "备忘录", "Memorandum"
    BASE = "base", "基地共建协议", "Base"
    PLACEMENT = "placement", "实践协议", "Placement"
    TITLE_COUPLING = "title_coupling", "职称衔接协议", "Title coupling"
    TRAINING = "training", "培训合同", "Training"
    RESOURCE_SHARING = "resource_sharing", "资源共享协议", "Resource sharing"
    CONFIDENTIALITY = "confidentiality", "保密协议", "Confidentiality"


class PartyKind(Choice):
    ORGANISATION = "organisation", "单位", "Organisation"
    STUDENT = "student", "学生", "Student"
    SUPERVISOR = "supervisor", "导师", "Supervisor"
    INSTITUTE = "institute", "本院", "Institute"


class Role(Choice):
    ACADEMIC = "academic", "校内导师", "Academic supervisor"
    ACADEMIC_CO = "academic_co", "校内副导师", "Academic co-supervisor"
    INDUSTRY = "industry", "企业导师", "Industry supervisor"


class Chooser(Choice):
    STUDENT = "student", "学生", "Student"
    SUPERVISOR = "supervisor", "导师", "Supervisor"


class Origin(Choice):
    HAND = "hand", "手工", "By hand"
    SOLVER = "solver", "系统分配", "Solver"
    IMPORT = "import", "导入", "Import"


class PlacementStatus(Choice):
    PLANNED = "planned", "待派遣", "Planned"
    APPLIED = "applied", "已申请", "Applied"
    CAMPUS_AGREED = "campus_agreed", "校内导师同意", "Academic supervisor agreed"
    INDUSTRY_AGREED = "industry_agreed", "企业导师同意", "Industry supervisor agreed"
    OFFICE_APPROVED = "office_approved", "已批准", "Approved"
    READY = "ready", "手续齐备", "Ready"
    DISPATCHED = "dispatched", "已派遣", "Dispatched"
    ACCEPTED = "accepted", "单位已接收", "Accepted by the host"
    IN_PROGRESS = "in_progress", "进行中", "In progress"
    INTERRUPTED = "interrupted", "中断", "Interrupted"
    FINISHED = "finished", "已完成", "Finished"
    ASSESSED = "assessed", "已考核", "Assessed"
    ARCHIVED = "archived", "已归档", "Archived"
    REJECTED = "rejected", "未批准", "Rejected"
    CANCELLED = "cancelled", "已取消", "Cancelled"
    TERMINATED = "terminated", "已终止", "Terminated"


class DocumentStatus(Choice):
    ISSUED = "issued", "已发", "Issued"
    PRINTED = "printed", "已打印", "Printed"
    SEALED = "sealed", "已用印", "Sealed"
    SENT = "sent", "已寄送", "Sent"
    RETURNED = "returned", "已回执", "Returned"
    FILED = "filed", "已归档", "Filed"
    SUPERSEDED = "superseded", "已替代", "Superseded"
    VOID = "void", "作废", "Void"


class DocumentStep(Choice):
    PRINTED = "printed", "打印", "Printed"
    SEALED = "sealed", "用印", "Sealed"
    SENT = "sent", "寄送", "Sent"
    RETURNED = "returned", "收到回执", "Returned"
    FILED = "filed", "归档", "Filed"


class Severity(Choice):
    BLOCK = "block", "阻止", "Block"
    WARN = "warn", "提醒", "Warn"
    INFO = "info", "说明", "Info"
