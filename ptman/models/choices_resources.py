"""What shared resources and their use choose from (domain §5.15, §6.3); the states of a use are the machine's."""

from ptman.labels import Choice


class ResourceKind(Choice):
    COURSE = "course", "课程", "Course"
    CASE = "case", "案例", "Case"
    LAB = "lab", "实验室与设备", "Laboratory"
    TEXTBOOK = "textbook", "教材", "Textbook"
    LICENCE = "licence", "软件许可", "Licence"
    DATASET = "dataset", "数据集", "Data set"
    LECTURE = "lecture", "讲座", "Lecture"
    PROJECT_TOPIC = "project_topic", "课题", "Topic"
    CERTIFICATION = "certification", "认证", "Certification"


class ResourceStatus(Choice):
    DRAFT = "draft", "草稿", "Draft"
    PUBLISHED = "published", "已发布", "Published"
    SUSPENDED = "suspended", "暂停", "Suspended"
    WITHDRAWN = "withdrawn", "已下架", "Withdrawn"


class ShareScope(Choice):
    INSTITUTE = "institute", "仅本院", "Institute only"
    PARTNER = "partner", "合作单位", "Partners"
    PUBLIC = "public", "公开", "Public"


class Booking(Choice):
    """How many may have a resource at one time."""

    WHOLE = "whole", "独占", "One at a time"
    SHARE = "share", "按数量共用", "Shared up to its capacity"
    FREE = "free", "不限", "Without limit"


class Delivery(Choice):
    ONSITE = "onsite", "面授", "In class"
    ONLINE = "online", "线上", "Online"
    BLENDED = "blended", "混合", "Blended"


class TeacherRole(Choice):
    CAMPUS = "campus", "校内教师", "Campus teacher"
    INDUSTRY = "industry", "企业教师", "Industry teacher"


class UsePurpose(Choice):
    TEACHING = "teaching", "教学", "Teaching"
    PRACTICE = "practice", "实践", "Practice"
    RESEARCH = "research", "科研", "Research"
    EXAM = "exam", "考试认证", "Examination"
    TRAINING = "training", "培训", "Training"
    MAINTENANCE = "maintenance", "维护停用", "Maintenance"
    OTHER = "other", "其他", "Other"


class UseStatus(Choice):
    REQUESTED = "requested", "已申请", "Requested"
    APPROVED = "approved", "已批准", "Approved"
    IN_USE = "in_use", "使用中", "In use"
    RETURNED = "returned", "已归还", "Returned"
    EVALUATED = "evaluated", "已评价", "Evaluated"
    REJECTED = "rejected", "未批准", "Rejected"
    CANCELLED = "cancelled", "已取消", "Cancelled"
